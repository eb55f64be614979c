import type { ItemHash, ItemHashes } from "../../../../src/changes/digest.ts";
import { decide } from "../../../../src/changes/review/decide.ts";
import type {
  History,
  LineCommit,
  RecordedPull,
  ReviewedPull,
} from "../../../../src/changes/review/history.ts";
import { recordedPulls } from "../../../../src/changes/review/history.ts";
import type { ReviewRecord } from "../../../../src/changes/review/record.ts";
import { historyOf, lineFrom, newerDeploy, RULE, type Rule } from "./deploy.ts";
import { sha } from "./world.ts";

/** Rules that are wrong in one thing each. What they do wrong they do to what the real rule is told. */
export const MUTANTS: Readonly<Record<string, Rule>> = {
  "half of a review passes": deciding((present, history) => [
    present,
    withItems(history, (items) => only(items, (name) => present.digest.items.has(name))),
  ]),
  "what nobody reviewed passes beside what somebody did": deciding((present, history) => {
    const known = history.line.flatMap(recordedPulls).map(({ record }) => record.items ?? new Map());
    const items = only(present.digest.items, (name, { whole }) =>
      known.some((it) => it.get(name)?.whole === whole),
    );
    return [{ ...present, digest: { ...present.digest, items } }, history];
  }),
  "a push that no pull request brought passes": {
    ...RULE,
    find: (world, index) =>
      onLine(historyOf(world, index), (commit) => (isPush(commit) ? passed(commit) : commit)),
  },
  "a push that no pull request brought is deployed as the pull request before it": {
    ...RULE,
    find: (world, index) => {
      const found = historyOf(world, index);
      const first = found.line.findIndex((commit) => !isPush(commit));
      return { ...found, line: first < 0 ? found.line : found.line.slice(first) };
    },
  },
  "all records since the last deploy are one union": {
    ...RULE,
    find: (world, index) => {
      const found = onLine(historyOf(world, index), (commit) => (isPush(commit) ? passed(commit) : commit));
      return withRecords(found, (record) => ({ ...record, baseCommit: sha(-1) }));
    },
  },
  "any record of the line is the own one": {
    ...RULE,
    find: (world, index) => {
      const found = historyOf(world, index);
      const pulls = found.line.flatMap(recordedPulls);
      const [own, ...rest] = found.line;
      if (own === undefined || pulls.length === 0) return found;
      return { ...found, line: [{ ...own, brought: { by: "pull-requests", pulls } }, ...rest] };
    },
  },
  "what is not to be done any more is taken to be in effect": deciding((present, history) => {
    const records = history.line.flatMap(recordedPulls).map(({ record }) => record);
    const after = (name: string) =>
      records.find((record) => record.items?.has(name))?.items?.get(name)?.after;
    return [{ ...present, hashNow: (name) => after(name) }, history];
  }),
  "spent records count": {
    ...RULE,
    find: (world, index) => ({
      ...historyOf(world, index),
      line: lineFrom(world, index, 0, ({ recorded }) => recorded?.record),
    }),
  },
  "records that were made after the merge count": {
    ...RULE,
    find: (world, index) => {
      const settled = world.line.findLastIndex(({ mark }, at) => at <= index && mark === "settled");
      const line = lineFrom(world, index, settled, ({ late, recorded }) => (late ?? recorded)?.record);
      return { line, isWhole: true, newerDeploy: newerDeploy(world, index) };
    },
  },
  "an old job runs over a newer deploy": {
    ...RULE,
    find: (world, index) => ({ ...historyOf(world, index), newerDeploy: undefined }),
  },
  "what is said of a resource needs not happen, whether it is gone or not": deciding((present, history) => [
    { ...present, isGone: () => true },
    history,
  ]),
  "what the stack has does not matter": deciding((present, history) => {
    const items = afterOnly(present.digest.items);
    const shown = (it: ItemHashes) => [...it].map(([name, { whole }]) => `${name}: ${whole}`).join(", ");
    const alike = withRecords(history, (record) => {
      const own = afterOnly(record.items ?? new Map());
      return { ...record, items: own, digest: shown(own) };
    });
    return [{ ...present, digest: { items, digest: shown(items) } }, alike];
  }),
};

type Given = Parameters<Rule["decide"]>;

function deciding(told: (present: Given[0], history: History) => readonly [Given[0], History]): Rule {
  return { ...RULE, decide: (present, history, policy) => decide(...told(present, history), policy) };
}

function onLine(history: History, change: (commit: LineCommit) => LineCommit): History {
  return { ...history, line: history.line.map(change) };
}

function isPush({ brought }: LineCommit): boolean {
  return brought.by === "pull-requests" && brought.pulls.length === 0;
}

function passed({ sha }: LineCommit): LineCommit {
  return { sha, brought: { by: "nobody-needed", pulls: [] } };
}

function withRecords(history: History, change: (record: ReviewRecord) => ReviewRecord): History {
  const recorded = (pull: ReviewedPull): pull is RecordedPull => pull.record !== undefined;
  return onLine(history, (commit) => {
    if (commit.brought.by === "nobody-needed") return commit;
    const pulls = commit.brought.pulls.map((pull) =>
      recorded(pull) ? { ...pull, record: change(pull.record) } : pull,
    );
    return { ...commit, brought: { by: "pull-requests", pulls } };
  });
}

function withItems(history: History, change: (items: ItemHashes) => ItemHashes): History {
  return withRecords(history, (record) => ({ ...record, items: record.items && change(record.items) }));
}

function only(items: ItemHashes, isLeft: (name: string, hash: ItemHash) => boolean): ItemHashes {
  return new Map([...items].filter(([name, hash]) => isLeft(name, hash)));
}

function afterOnly(items: ItemHashes): ItemHashes {
  return new Map(
    [...items].map(([name, { whole, after }]) => [
      name,
      { whole: after ?? whole.split(" to ")[1] ?? whole, after },
    ]),
  );
}
