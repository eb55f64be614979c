import type { Pattern } from "./patternModel.ts";

/** Patterns of more states are not followed; `[a-z]{1,4096}` has twice as many as its bound. */
const MAX_STATES = 10_000;
/** Some tenths of a second: the longest value (4,096 characters) against 250 states that are all alive. */
const MAX_STEPS = 1_000_000;

/** A step of a pattern; numbers are other steps. */
type State =
  | { readonly kind: "characters"; readonly matches: (code: number) => boolean; readonly next: number }
  | {
      readonly kind: "position";
      readonly holds: (text: readonly number[], at: number) => boolean;
      readonly next: number;
    }
  | { readonly kind: "ahead"; readonly start: number; readonly negated: boolean; readonly next: number }
  | { readonly kind: "fork"; readonly next: readonly number[] }
  | { readonly kind: "end" };

/**
 * Tells of values whether the pattern matches them as a whole; `undefined` when that takes too long to find out, for
 * all values together. All ways through the pattern are followed at once, one character at a time (Thompson's
 * construction), so that the time grows with text times pattern: backtracking, as JavaScript's own expressions do it,
 * takes years for `(a+)+` on forty characters.
 */
export function wholeMatcher(pattern: Pattern): (value: string) => boolean | undefined {
  if (sizeOf(pattern) > MAX_STATES) return () => undefined;
  const states: State[] = [];
  const start = compile(pattern, add(states, { kind: "end" }), states);
  const budget = { steps: 0 };
  return (value) => {
    const text = Array.from(value, (character) => character.codePointAt(0) ?? 0);
    const matches = follow({ states, text, budget }, start, 0, "whole");
    return budget.steps > MAX_STEPS ? undefined : matches;
  };
}

function sizeOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case "characters":
    case "position":
      return 1;
    case "ahead":
      return 2 + sizeOf(pattern.pattern);
    case "sequence":
      return pattern.parts.reduce((sum, part) => sum + sizeOf(part), 0);
    case "choice":
      return pattern.options.reduce((sum, option) => sum + sizeOf(option), 1);
    case "repeat":
      return (1 + sizeOf(pattern.pattern)) * copiesOf(pattern);
  }
}

function copiesOf({ least, most }: Extract<Pattern, { kind: "repeat" }>): number {
  return most === Infinity ? least + 1 : most;
}

/** Adds the pattern's steps, which go on at `next`; returns the first of them. */
function compile(pattern: Pattern, next: number, states: State[]): number {
  switch (pattern.kind) {
    case "characters":
      return add(states, { kind: "characters", matches: pattern.matches, next });
    case "position":
      return add(states, { kind: "position", holds: pattern.holds, next });
    case "ahead": {
      const start = compile(pattern.pattern, add(states, { kind: "end" }), states);
      return add(states, { kind: "ahead", start, negated: pattern.negated, next });
    }
    case "sequence":
      return pattern.parts.reduceRight((after, part) => compile(part, after, states), next);
    case "choice":
      return add(states, {
        kind: "fork",
        next: pattern.options.map((option) => compile(option, next, states)),
      });
    case "repeat":
      return compileRepeat(pattern, next, states);
  }
}

function compileRepeat(
  { pattern, least, most }: Extract<Pattern, { kind: "repeat" }>,
  next: number,
  states: State[],
): number {
  let entry = next;
  if (most === Infinity) {
    entry = add(states, { kind: "fork", next: [] });
    states[entry] = { kind: "fork", next: [compile(pattern, entry, states), next] };
  } else {
    for (let copy = least; copy < most; copy += 1) {
      entry = add(states, { kind: "fork", next: [compile(pattern, entry, states), next] });
    }
  }
  for (let copy = 0; copy < least; copy += 1) entry = compile(pattern, entry, states);
  return entry;
}

function add(states: State[], state: State): number {
  return states.push(state) - 1;
}

interface Run {
  readonly states: readonly State[];
  readonly text: readonly number[];
  readonly budget: { steps: number };
}

/** Whether the end is reached from `start` at the text's end (`whole`) or anywhere (`prefix`). */
function follow(run: Run, start: number, from: number, until: "whole" | "prefix"): boolean {
  let active = reachable(run, [start], from);
  for (let at = from; ; at += 1) {
    const isEnd = at === run.text.length;
    if ((isEnd || until === "prefix") && active.some((state) => state.kind === "end")) return true;
    const code = run.text[at];
    if (code === undefined || active.length === 0 || run.budget.steps > MAX_STEPS) return false;
    const next = active.flatMap((state) =>
      state.kind === "characters" && state.matches(code) ? [state.next] : [],
    );
    active = reachable(run, next, at + 1);
  }
}

/** The states that are reached without a further character. */
function reachable(run: Run, starts: readonly number[], at: number): readonly State[] {
  const seen = new Set<number>();
  const pending = [...starts];
  const active: State[] = [];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const state = run.states[index];
    if (state === undefined || seen.has(index)) continue;
    seen.add(index);
    run.budget.steps += 1;
    if (run.budget.steps > MAX_STEPS) return [];
    switch (state.kind) {
      case "fork":
        pending.push(...state.next);
        break;
      case "position":
        if (state.holds(run.text, at)) pending.push(state.next);
        break;
      case "ahead":
        if (follow(run, state.start, at, "prefix") !== state.negated) pending.push(state.next);
        break;
      case "characters":
      case "end":
        active.push(state);
    }
  }
  return active;
}
