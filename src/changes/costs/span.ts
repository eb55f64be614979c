import type { Span } from "./model.ts";

/** The same at both ends. */
export function exactly(amount: number): Span {
  return { from: amount, to: amount };
}

/** Both together: least with least, most with most. */
export function plus(one: Span, other: Span): Span {
  return { from: one.from + other.from, to: one.to + other.to };
}

/** The narrowest span that holds all the numbers; nothing where there are none. */
export function around(numbers: readonly number[]): Span {
  return numbers.length === 0 ? exactly(0) : { from: Math.min(...numbers), to: Math.max(...numbers) };
}

/** The number, or the end of the span that is nearest to it. */
export function within({ from, to }: Span, wanted: number): number {
  return Math.min(Math.max(wanted, from), to);
}
