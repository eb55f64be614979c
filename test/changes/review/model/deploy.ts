import {
  type Decision,
  decide,
  type PresentChanges,
  type ReviewPolicy,
} from "../../../../src/changes/review/decide.ts";
import type { History, LineCommit, ReviewedPull } from "../../../../src/changes/review/history.ts";
import { policy, unrecorded } from "../examples.ts";
import { hashNow, type Scheme, shown } from "./scheme.ts";
import { type Commit, marked, type Pull, sha, type Values, type World } from "./world.ts";

/** What is explored: the rule, and what is found of the history for it. */
export interface Rule {
  readonly decide: (present: PresentChanges, history: History, policy: ReviewPolicy) => Decision;
  readonly find: (world: World, index: number) => History;
}

/** How an execution ends: seen to its end, not seen, rolled back, or stopped half way. */
export type Ending = "done" | "timeout" | "rolled-back" | "half";
export const ENDINGS: readonly Ending[] = ["done", "timeout", "rolled-back", "half"];

export interface Deployed {
  readonly decision: Decision;
  readonly world: World;
}

/** A deploy of a commit of the branch, at any time. */
export function deployed(world: World, index: number, rule: Rule): (ending: Ending) => Deployed {
  const { scheme, stack } = world;
  const { tree } = world.line[index] as Commit;
  const digest = shown(scheme, stack, tree);
  const present: PresentChanges = {
    empty: digest.items.size === 0,
    digest,
    hashNow: (name) => {
      const at = placeOf(name, scheme, stack);
      return at < 0 ? undefined : hashNow(stack[at] ?? 0);
    },
    openHashesNow: () => [],
    isGone: (key) => tree[scheme.names.indexOf(`definition ${key}`)]?.value === 0,
    unacknowledged: [],
    thisCommit: undefined,
  };
  const decision = rule.decide(present, rule.find(world, index), policy);
  return (ending) => ({ decision, world: after(world, index, decision, ending) });
}

/** Where the value of an item stands; nowhere, where its resource is not there. */
function placeOf(name: string, { names, following }: Scheme, stack: Values): number {
  if (name !== following?.name) return names.indexOf(name);
  return stack[following.resource] === 0 ? -1 : following.cause;
}

function after(world: World, index: number, { kind }: Decision, ending: Ending): World {
  const wanted = (world.line[index] as Commit).tree.map(({ value }) => value);
  if (kind === "no-changes") return marked(world, index, "settled", world.stack);
  if (kind === "blocked") return world;
  switch (ending) {
    case "done":
      return marked(world, index, "settled", wanted);
    case "timeout":
      return marked(world, index, "begun", wanted);
    case "rolled-back":
      return marked(world, index, "begun", world.stack);
    case "half": {
      const first = wanted.findIndex((value, at) => value !== world.stack[at]);
      const half = world.stack.map((value, at) => (at === first ? (wanted[at] ?? 0) : value));
      return marked(world, index, "begun", half);
    }
  }
}

/** What GitHub tells of a commit (`findReview`): the line down to the last settled commit, and who brought it. */
export function historyOf(world: World, index: number): History {
  const settled = world.line.findLastIndex(({ mark }, at) => at <= index && mark === "settled");
  return {
    line: lineFrom(world, index, settled, ({ recorded }) => recorded?.record),
    isWhole: true,
    newerDeploy: newerDeploy(world, index),
  };
}

export function newerDeploy({ line }: World, index: number): string | undefined {
  const newer = line.findLastIndex(({ mark }, at) => at > index && mark !== "none");
  return newer < 0 ? undefined : sha(newer);
}

export function lineFrom(
  { line, pulls }: World,
  index: number,
  settled: number,
  recordOf: (pull: Pull) => ReviewedPull["record"],
): readonly LineCommit[] {
  return line
    .slice(settled + 1, index + 1)
    .map(({ brought }, at): LineCommit => {
      if (brought === "docs")
        return { sha: sha(settled + 1 + at), brought: { by: "nobody-needed", pulls: [] } };
      const pull = typeof brought === "number" ? pulls[brought - 1] : undefined;
      const found = pull === undefined ? [] : [reviewed(pull, recordOf(pull))];
      return { sha: sha(settled + 1 + at), brought: { by: "pull-requests", pulls: found } };
    })
    .reverse();
}

function reviewed({ number }: Pull, record: ReviewedPull["record"]): ReviewedPull {
  return { ...unrecorded({ number, headSha: `head-${number}` }), record, recordedAt: 0 };
}

/** The rule as it is. */
export const RULE: Rule = { decide, find: historyOf };
