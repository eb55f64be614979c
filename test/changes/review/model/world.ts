import type { ReviewRecord } from "../../../../src/changes/review/record.ts";
import { origin } from "../examples.ts";
import { type Scheme, shown } from "./scheme.ts";

/** A value of the tree, with everyone who put it there: bit 0 is the start, then a bit for each pull request and push. */
export interface Cell {
  readonly value: number;
  readonly by: number;
}

/** What the commits hold, and the stack has: a value for each of the things that can change. 0 is "not there". */
export type Tree = readonly Cell[];
export type Values = readonly number[];

export interface Commit {
  readonly tree: Tree;
  /** The number of the pull request that brought it. `docs` changes nothing of the deploy. */
  readonly brought: number | "start" | "push" | "docs";
  /** What deploys of it have left. */
  readonly mark: "none" | "begun" | "settled";
}

/** What a preview showed, and was recorded. */
export interface Preview {
  /** The index of the base commit. */
  readonly base: number;
  /** What it was made of: more than the record tells, for the oracle. */
  readonly tree: Tree;
  /** The stack as it was then. */
  readonly stack: Values;
  readonly record: ReviewRecord;
}

export interface Pull {
  readonly number: number;
  /** Where the branch left the deploy branch. */
  readonly fork: number;
  readonly head: Values;
  /** The newest that ended before the merge. */
  readonly recorded?: Preview | undefined;
  /** One that ended after it, which says nothing. */
  readonly late?: Preview | undefined;
  /** The index of the commit that it became; `undefined` while it is open. */
  readonly merged?: number | undefined;
}

export interface World {
  readonly scheme: Scheme;
  /** The deploy branch along first parents, oldest first. */
  readonly line: readonly Commit[];
  readonly pulls: readonly Pull[];
  readonly stack: Values;
  /** A preview that has looked, and has not written yet. */
  readonly running?: { readonly pull: number; readonly preview: Preview } | undefined;
  readonly pushes: number;
  readonly hands: number;
}

/** A stack that is as the only commit of the branch says. */
export function start(scheme: Scheme): World {
  const tree = scheme.names.map((_, at): Cell => ({ value: scheme.start?.[at] ?? 0, by: 1 }));
  const line: readonly Commit[] = [{ tree, brought: "start", mark: "settled" }];
  return { scheme, line, pulls: [], stack: tree.map(({ value }) => value), pushes: 0, hands: 0 };
}

export function sha(index: number): string {
  return `commit-${index}`;
}

export function tip({ line }: World): Commit {
  return line.at(-1) as Commit;
}

export function opened(world: World, head: Values): World {
  const pull: Pull = { number: world.pulls.length + 1, fork: world.line.length - 1, head };
  return { ...world, pulls: [...world.pulls, pull] };
}

/** Git's merge of a head: what only one side has changed is taken, what both have changed differently is a conflict. */
function mergedTree({ line }: World, pull: Pull, base: number): Tree | undefined {
  const [fork, main] = [line[pull.fork]?.tree ?? [], line[base]?.tree ?? []];
  const by = 1 << pull.number;
  const cells = main.map((cell, at): Cell | undefined => {
    const [was, wanted] = [fork[at]?.value, pull.head[at] ?? 0];
    if (wanted === was) return cell;
    if (wanted === cell.value) return { value: wanted, by: cell.by | by };
    return cell.value === was ? { value: wanted, by } : undefined;
  });
  return cells.includes(undefined) ? undefined : (cells as Tree);
}

/** What a preview sees now: the tree that was made on `base`, against the stack. */
export function looked(world: World, number: number, base: number): Preview | undefined {
  const pull = world.pulls[number - 1] as Pull;
  const tree = mergedTree(world, pull, base);
  if (tree === undefined) return undefined;
  const { stack, scheme } = world;
  const { digest, items } = shown(scheme, stack, tree);
  const record = {
    ...origin,
    pullRequest: number,
    head: `head-${number}`,
    baseCommit: sha(base),
    digest,
    items,
  };
  return { base, tree, stack, record: { ...record, shown: new Map() } };
}

/** A preview ends: it is recorded while the pull request is open, unless its base is older than what is deployed. */
export function recorded(world: World, number: number, preview: Preview): World {
  const isOld = world.line.some(({ mark }, index) => index > preview.base && mark !== "none");
  const { merged } = world.pulls[number - 1] as Pull;
  if (isOld && merged === undefined) return world;
  return changed(world, number, merged === undefined ? { recorded: preview } : { late: preview });
}

/** A squash merge; `undefined` where it conflicts. */
export function merged(world: World, number: number): World | undefined {
  const tree = mergedTree(world, world.pulls[number - 1] as Pull, world.line.length - 1);
  if (tree === undefined) return undefined;
  return changed(committed(world, tree, number), number, { merged: world.line.length });
}

/** Somebody pushes to the deploy branch. */
export function pushed(world: World, at: number, value: number): World {
  const by = 1 << (16 + world.pushes);
  const tree = tip(world).tree.map((cell, index) => (index === at ? { value, by } : cell));
  return { ...committed(world, tree, "push"), pushes: world.pushes + 1 };
}

/** A commit that changes nothing of the deploy. */
export function documented(world: World): World {
  return committed(world, tip(world).tree, "docs");
}

/** Somebody changes the stack by hand. */
export function handled(world: World, at: number, value: number): World {
  const stack = world.stack.map((old, index) => (index === at ? value : old));
  return { ...world, stack, hands: world.hands + 1 };
}

export function marked(world: World, index: number, mark: Commit["mark"], stack: Values): World {
  const line = world.line.map((commit, at) =>
    at === index && commit.mark !== "settled" ? { ...commit, mark } : commit,
  );
  return { ...world, line, stack };
}

function committed(world: World, tree: Tree, brought: Commit["brought"]): World {
  return { ...world, line: [...world.line, { tree, brought, mark: "none" }] };
}

function changed(world: World, number: number, given: Partial<Pull>): World {
  const pulls = world.pulls.map((pull) => (pull.number === number ? { ...pull, ...given } : pull));
  return { ...world, pulls };
}
