import { type Deployed, deployed, ENDINGS, type Ending, type Rule } from "./deploy.ts";
import {
  documented,
  handled,
  looked,
  merged,
  opened,
  pushed,
  recorded,
  tip,
  type Values,
  type World,
} from "./world.ts";

/** How much may happen in one history. */
export interface Scope {
  readonly values: number;
  readonly pulls: number;
  readonly pushes: number;
  readonly hands: number;
  /** Commits that change nothing of the deploy. */
  readonly docs: boolean;
  readonly endings: readonly Ending[];
  /** Previews that look at one time and end at another, and ones that end after the merge. */
  readonly slow: boolean;
}

/** One thing that happens. */
export interface Move {
  readonly name: string;
  readonly run: () => World | undefined;
}

/** A deploy, of which more is to be known than what comes of it. */
export interface DeployMove {
  readonly index: number;
  readonly at: (ending: Ending) => Deployed;
}

/** All that can happen beside deploys. A new pull request is previewed at once: before that it does nothing. */
export function moves(world: World, scope: Scope): readonly Move[] {
  return [
    ...(world.pulls.length < scope.pulls ? heads(world, scope).map((head) => opening(world, head)) : []),
    ...world.pulls.flatMap(({ number }) => pullMoves(world, number, scope)),
    ...(world.pushes < scope.pushes
      ? single(
          world,
          scope,
          tip(world).tree.map(({ value }) => value),
          "push",
          pushed,
        )
      : []),
    ...(world.hands < scope.hands ? single(world, scope, world.stack, "change by hand", handled) : []),
    ...(scope.docs && tip(world).brought !== "docs" ? [{ name: "docs", run: () => documented(world) }] : []),
    ...ending(world),
  ];
}

/** Every commit can be deployed at any time: jobs are queued, and run again. */
export function deploys(world: World, rule: Rule): readonly DeployMove[] {
  return world.line.map((_, index) => ({ index, at: deployed(world, index, rule) }));
}

/** The endings that can be told apart. */
export function endingsOf({ endings }: Scope, world: World, index: number): readonly Ending[] {
  const changes = world.line[index]?.tree.filter(({ value }, at) => value !== world.stack[at]).length ?? 0;
  return ENDINGS.filter((it) => endings.includes(it) && (it !== "half" || changes > 1));
}

function heads(world: World, scope: Scope): readonly Values[] {
  const now = tip(world).tree.map(({ value }) => value);
  const all = now.reduce<readonly Values[]>(
    (found, _, at) => found.flatMap((head) => valuesAt(world, at, scope).map((value) => [...head, value])),
    [[]],
  );
  return all.filter((head) => head.some((value, at) => value !== now[at]));
}

/** The values known so far, and one new one: which name a new value has makes no difference. */
function valuesAt({ line, pulls, stack }: World, at: number, { values }: Scope): readonly number[] {
  const known = [
    ...line.map(({ tree }) => tree[at]?.value ?? 0),
    ...pulls.map(({ head }) => head[at] ?? 0),
    stack[at] ?? 0,
  ];
  return Array.from({ length: Math.min(values, Math.max(...known) + 2) }, (_, value) => value);
}

function opening(world: World, head: Values): Move {
  const number = world.pulls.length + 1;
  return {
    name: `open #${number} with ${head.join(",")} and preview it`,
    run: () => previewed(opened(world, head), number, world.line.length - 1),
  };
}

function previewed(world: World, number: number, base: number): World | undefined {
  const preview = looked(world, number, base);
  return preview && recorded(world, number, preview);
}

function pullMoves(world: World, number: number, { slow }: Scope): readonly Move[] {
  const pull = world.pulls[number - 1];
  if (pull === undefined) return [];
  // The test merge is on the newest base, or where the job is old on any since the branch left it.
  const isOpen = pull.merged === undefined;
  const marked = slow ? 0 : world.line.findLastIndex(({ mark }) => mark !== "none");
  const bases = world.line.map((_, base) => base).filter((base) => base >= Math.max(pull.fork, marked));
  return [
    ...(isOpen ? [{ name: `merge #${number}`, run: () => merged(world, number) }] : []),
    ...(isOpen || slow
      ? bases.map((base) => ({
          name: `preview #${number} on ${base}`,
          run: () => previewed(world, number, base),
        }))
      : []),
    ...(slow && world.running === undefined
      ? bases.map((base) => ({
          name: `a preview of #${number} on ${base} looks`,
          run: () => {
            const preview = looked(world, number, base);
            return preview && { ...world, running: { pull: number, preview } };
          },
        }))
      : []),
  ];
}

function ending({ running, ...world }: World): readonly Move[] {
  if (running === undefined) return [];
  const name = `the preview of #${running.pull} on ${running.preview.base} ends`;
  return [{ name, run: () => recorded(world, running.pull, running.preview) }];
}

function single(
  world: World,
  scope: Scope,
  now: Values,
  name: string,
  change: (world: World, at: number, value: number) => World,
): readonly Move[] {
  return now.flatMap((old, at) =>
    valuesAt(world, at, scope)
      .filter((value) => value !== old)
      .map((value) => ({ name: `${name} ${"XY"[at]}=${value}`, run: () => change(world, at, value) })),
  );
}
