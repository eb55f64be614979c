import { type Alarm, alarmOf, isHonest } from "./alarm.ts";
import type { Rule } from "./deploy.ts";
import { keyOf } from "./key.ts";
import { deploys, endingsOf, moves, type Scope } from "./moves.ts";
import { judge } from "./oracle.ts";
import type { Scheme } from "./scheme.ts";
import { start, type World } from "./world.ts";

interface Case {
  readonly what: string;
  readonly history: readonly string[];
}

/** What was seen on the way. */
export interface Findings {
  states: number;
  deploys: number;
  executed: number;
  readonly violations: Case[];
  readonly byTwo: Case[];
  /** Deploys with something to execute in histories that are honest. */
  honest: number;
  /** Those of them that blocked, by kind, each with the first. */
  readonly alarms: Map<Alarm, { count: number; readonly history: readonly string[] }>;
}

export function nothing(): Findings {
  return { states: 0, deploys: 0, executed: 0, violations: [], byTwo: [], honest: 0, alarms: new Map() };
}

/** A world with how it came about. */
export interface Node {
  readonly world: World;
  readonly move: string;
  readonly from: Node | undefined;
}

/** Everything that can happen in so many moves, each state once. */
export function exhaust(scheme: Scheme, scope: Scope, depth: number, rule: Rule): Findings {
  const found = nothing();
  const seen = new Set<string>();
  let frontier: Node[] = [{ world: start(scheme), move: "start", from: undefined }];
  for (let done = 0; done <= depth && frontier.length > 0; done++) {
    const next: Node[] = [];
    for (const node of frontier) {
      found.states += 1;
      for (const [move, world] of successors(node, scope, rule, found)) {
        const key = keyOf(world);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ world, move, from: node });
      }
    }
    frontier = next;
  }
  return found;
}

function* successors(node: Node, scope: Scope, rule: Rule, found: Findings): Generator<[string, World]> {
  const { world } = node;
  for (const { name, run } of moves(world, scope)) {
    const next = run();
    if (next !== undefined) yield [name, next];
  }
  for (const { index, at } of deploys(world, rule)) {
    const first = at("done");
    look(node, index, first.decision, found);
    if (first.decision.kind === "blocked") continue;
    for (const ending of first.decision.kind === "execute"
      ? endingsOf(scope, world, index)
      : ["done" as const]) {
      yield [`deploy ${index}: ${first.decision.kind}, ${ending}`, at(ending).world];
    }
  }
}

type Decision = ReturnType<Rule["decide"]>;

/** Judges one decision. */
export function look(node: Node, index: number, decision: Decision, found: Findings): void {
  const { world } = node;
  const history = () => [...historyOf(node), `deploy ${index}`];
  found.deploys += 1;
  if (decision.kind === "execute") {
    found.executed += 1;
    const verdict = judge(world, index);
    if (verdict.kind === "unreviewed") found.violations.push({ what: verdict.what, history: history() });
    if (verdict.kind === "seen-by-two") found.byTwo.push({ what: verdict.what, history: history() });
  }
  if (!isHonest(world, index) || decision.kind === "no-changes") return;
  found.honest += 1;
  if (decision.kind !== "blocked") return;
  const kind = alarmOf(world, index, decision);
  const known = found.alarms.get(kind);
  if (known === undefined) found.alarms.set(kind, { count: 1, history: history() });
  else known.count += 1;
}

function historyOf(node: Node): readonly string[] {
  const history: string[] = [];
  for (let at: Node | undefined = node; at?.from !== undefined; at = at.from) history.unshift(at.move);
  return history;
}
