import type { Rule } from "./deploy.ts";
import { type Findings, look, type Node, nothing } from "./explore.ts";
import { keyOf } from "./key.ts";
import { deploys, endingsOf, type Move, moves, type Scope } from "./moves.ts";
import { APART, REMOVABLE, TOGETHER } from "./scheme.ts";
import { start } from "./world.ts";

/** So much happens in one history. */
const MOVES = 24;

const SCHEMES = [APART, TOGETHER, REMOVABLE];

/** Histories at random, the same for the same seed, until there is enough of them. */
export function walk(
  scope: Scope,
  rule: Rule,
  seed: number,
  isEnough: (histories: number, found: Findings) => boolean,
): Findings {
  const found = nothing();
  const random = numbers(seed);
  for (let count = 0; !isEnough(count, found); count++) {
    const scheme = SCHEMES[count % SCHEMES.length] ?? APART;
    const within = narrowed(scope, random);
    let node: Node = { world: start(scheme), move: "start", from: undefined };
    for (let step = 0; step < MOVES; step++) {
      found.states += 1;
      node = random() < 0.25 ? deployedNext(node, within, rule, found, random) : next(node, within, random);
    }
  }
  return found;
}

/** Much of what can happen makes everything block that comes after: a history has some of it only. */
function narrowed(scope: Scope, random: () => number): Scope {
  return {
    ...scope,
    values: random() < 0.5 ? 2 : scope.values,
    hands: random() < 0.3 ? scope.hands : 0,
    pushes: random() < 0.6 ? scope.pushes : 0,
    slow: scope.slow && random() < 0.3,
    endings: random() < 0.5 ? ["done"] : scope.endings,
  };
}

/** Something that makes a difference. */
function next(node: Node, scope: Scope, random: () => number): Node {
  const byKind = Map.groupBy(moves(node.world, scope), kindOf);
  const kinds = [...byKind.keys()].flatMap((kind) => Array.from({ length: WEIGHT[kind] ?? 1 }, () => kind));
  for (let tries = 0; tries < 5; tries++) {
    const move = pick(byKind.get(pick(kinds, random) ?? "") ?? [], random);
    const world = move?.run();
    if (move !== undefined && world !== undefined && keyOf(world) !== keyOf(node.world))
      return { world, move: move.name, from: node };
  }
  return node;
}

/** What a history is made of, so that it comes to deploys. */
const WEIGHT: Readonly<Record<string, number>> = { open: 4, merge: 6, preview: 2 };

/** So that the many ways to open a pull request leave room for the one to merge it. */
function kindOf({ name }: Move): string {
  return name.split(/[ #]/)[0] ?? "";
}

/** Mostly the newest commit: what is older is an old job. */
function deployedNext(node: Node, scope: Scope, rule: Rule, found: Findings, random: () => number): Node {
  const all = deploys(node.world, rule);
  const chosen = random() < 0.6 ? all.at(-1) : pick(all, random);
  if (chosen === undefined) return node;
  const { index, at } = chosen;
  const { decision } = at("done");
  look(node, index, decision, found);
  if (decision.kind === "blocked") return node;
  const endings = decision.kind === "execute" ? endingsOf(scope, node.world, index) : [];
  const ending = (random() < 0.5 ? undefined : pick(endings, random)) ?? "done";
  return { world: at(ending).world, move: `deploy ${index}: ${decision.kind}, ${ending}`, from: node };
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** mulberry32: small, even enough, and the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
