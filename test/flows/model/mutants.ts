import {
  type Digest,
  digestOf,
  digestOfItems,
  type ItemHash,
  type ItemHashes,
} from "../../../src/changes/digest.ts";
import type { Approval } from "../../../src/changes/review/approvals.ts";
import { approvableDigest, decide } from "../../../src/changes/review/decide.ts";
import type { History, LineCommit, ReviewedPull } from "../../../src/changes/review/history.ts";
import type { ReviewRecord } from "../../../src/changes/review/record.ts";
import { canonicalJson } from "../../../src/template/canonical.ts";
import type { Json } from "../../../src/template/model.ts";
import { behindSpare } from "./content.ts";
import { READERS } from "./readerMutants.ts";
import { type Mutation, REGION, STACK } from "./truth.ts";

/** Deciders that each skip one check. */
const DECIDERS: Readonly<Record<string, typeof decide>> = {
  "no record is needed": (present, history, policy) => {
    const decision = decide(present, history, policy);
    return decision.kind === "blocked" && decision.reason === "unreviewed"
      ? { kind: "execute", because: "mutant" }
      : decision;
  },
  "any record will do": (present, history, policy) =>
    decide(
      present,
      withRecords(history, () => ({ digest: present.digest.digest })),
      policy,
    ),
  "items are compared by their names": (present, history, policy) =>
    decide(
      present,
      withItems(
        history,
        (items) => new Map([...items].map(([name, hash]) => [name, present.digest.items.get(name) ?? hash])),
      ),
      policy,
    ),
  "one item in common is enough": (present, history, policy) =>
    decide(
      present,
      withItems(history, (items) =>
        [...items].some(([name, { whole }]) => present.digest.items.get(name)?.whole === whole)
          ? present.digest.items
          : items,
      ),
      policy,
    ),
  "half of a review is a review": (present, history, policy) =>
    decide(
      present,
      withItems(history, (items) => new Map([...items].filter(([name]) => present.digest.items.has(name)))),
      policy,
    ),
  "what is present need not be recorded": (present, history, policy) => {
    const recorded = new Map(pullsOf(history).flatMap(({ record }) => [...(record?.items ?? [])]));
    return decide(
      without(present, (name) => !recorded.has(name)),
      history,
      policy,
    );
  },
  "a push needs no pull request": (present, history, policy) =>
    decide(present, { ...history, line: history.line.map(passing) }, policy),
  "all records since the last deploy count, and pushes pass": (present, history, policy) => {
    const line = history.line.map(passing);
    // A base commit that is nowhere on the line: the record speaks for nothing, and all others count.
    const far = withRecords({ ...history, line, isWhole: true }, () => ({ baseCommit: "" }));
    return decide(present, far, policy);
  },
  "an old job may undo what is newer": (present, history, policy) =>
    decide(present, { ...history, newerDeploy: undefined }, policy),
  "approvals are not counted": (present, history, policy) =>
    decide(present, history, { ...policy, requiredApprovals: 0 }),
  "approvals count whenever they were given": (present, history, policy) =>
    decide(
      present,
      withApprovals(history, (approval) => ({ ...approval, at: Number.MAX_SAFE_INTEGER })),
      policy,
    ),
  "approvals of any commit count": (present, history, policy) =>
    decide(
      present,
      withPulls(history, (pull) => ({
        ...pull,
        approvals: pull.approvals.map((approval) => ({ ...approval, commitSha: pull.headSha })),
      })),
      policy,
    ),
  "authors approve their own work": (present, history, policy) =>
    decide(
      present,
      withPulls(history, (pull) => ({ ...pull, author: "" })),
      policy,
    ),
  "one approved pull request is enough": (present, history, policy) => {
    const approvals = pullsOf(history).flatMap((pull) => pull.approvals);
    return decide(
      present,
      withPulls(history, (pull) => ({
        ...pull,
        approvals: approvals.map((approval) => ({ ...approval, commitSha: pull.headSha })),
      })),
      policy,
    );
  },
  "approved-digest is not compared": (present, history, policy) =>
    decide(present, history, {
      ...policy,
      approvedDigest: policy.approvedDigest && approvableDigest(present),
    }),
  "a value that names the commit is one like any other": (present, history, policy) =>
    decide({ ...present, thisCommit: undefined }, history, policy),
  "mappings and conditions behind a definition are not compared": (present, history, policy) => {
    const one = (items: ItemHashes) =>
      new Map([...items].map(([name, hash]) => [name, SPARE.has(hash.whole) ? NOTHING : hash]));
    return decide(withPresent(present, one(present.digest.items)), withItems(history, one), policy);
  },
  "data may be lost": (present, history, policy) =>
    decide({ ...present, unacknowledged: [] }, history, policy),
  ...Object.fromEntries(
    Object.entries({
      "only resources are compared": /^(?!(resource|definition|property) )/,
      "only what CloudFormation lists is compared": /^(?!(resource|property|parameter) )/,
      "the termination protection is not compared": /^setting termination-protection$/,
      "the topics are not compared": /^setting notification-arns$/,
      "the alarms are not compared": /^setting rollback-alarms$/,
      "the role is not compared": /^setting role$/,
      "the tags are not compared": /^tag /,
      "the options are not compared": /^option /,
      "the capabilities are not compared": /^capability /,
      "the values behind a definition are not compared": /^values /,
      "the definition of what is switched on is not compared": /^definition Off$/,
    }).map(([name, pattern]) => [name, blindTo(pattern)]),
  ),
};

/** Leaves some items out, of what is present and of what was recorded. */
function blindTo(pattern: RegExp): typeof decide {
  const isOut = (name: string) => pattern.test(name);
  return (present, history, policy) =>
    decide(
      without(present, isOut),
      withItems(history, (items) => new Map([...items].filter(([name]) => !isOut(name)))),
      policy,
    );
}

const TARGET = { stack: STACK, region: REGION, account: "123456789012" };

function without(
  present: Parameters<typeof decide>[0],
  isOut: (name: string) => boolean,
): Parameters<typeof decide>[0] {
  return withPresent(present, new Map([...present.digest.items].filter(([name]) => !isOut(name))));
}

function withPresent(
  present: Parameters<typeof decide>[0],
  items: ReadonlyMap<string, ItemHash>,
): Parameters<typeof decide>[0] {
  const digest: Digest = { digest: digestOfItems(TARGET, items), items };
  return { ...present, digest };
}

const NOTHING: ItemHash = { whole: "nothing", after: "nothing" };

/** The hashes of all that can be behind a definition beside the values of parameters. */
const SPARE: ReadonlySet<string> = new Set(
  behindSpare().flatMap((root) => {
    const after = canonicalJson({ "": root as Json });
    const { items } = digestOf(TARGET, new Map([["values Spare", { before: null, after, how: null }]]));
    return [...items.values()].map(({ whole }) => whole);
  }),
);

function pullsOf({ line }: History): readonly ReviewedPull[] {
  return line.flatMap(({ brought }) => (brought.by === "nobody-needed" ? [] : brought.pulls));
}

function passing(commit: LineCommit): LineCommit {
  const { brought } = commit;
  return brought.by === "pull-requests" && brought.pulls.length === 0
    ? { ...commit, brought: { by: "nobody-needed", pulls: [] } }
    : commit;
}

function withPulls(history: History, change: (pull: ReviewedPull) => ReviewedPull): History {
  return {
    ...history,
    line: history.line.map((commit) =>
      commit.brought.by === "nobody-needed"
        ? commit
        : { ...commit, brought: { by: "pull-requests", pulls: commit.brought.pulls.map(change) } },
    ),
  };
}

function withRecords(history: History, change: (record: ReviewRecord) => Partial<ReviewRecord>): History {
  return withPulls(history, (pull) =>
    pull.record === undefined ? pull : { ...pull, record: { ...pull.record, ...change(pull.record) } },
  );
}

/** Records of other items, with the digest that belongs to them. */
function withItems(history: History, change: (items: ItemHashes) => ItemHashes): History {
  return withRecords(history, ({ items }) => {
    if (items === undefined) return {};
    const changed = change(items);
    return { items: changed, digest: digestOfItems(TARGET, changed) };
  });
}

function withApprovals(history: History, change: (approval: Approval) => Approval): History {
  return withPulls(history, (pull) => ({ ...pull, approvals: pull.approvals.map(change) }));
}

/** The model must notice every one of them. */
export const MUTANTS: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(Object.entries(DECIDERS).map(([name, decideBy]) => [name, { decideBy }])),
  ...READERS,
};
