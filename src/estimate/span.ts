/** How long something takes: hardly less, mostly, hardly more. Milliseconds, never negative, in this order. */
export interface Span {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

export const NOTHING: Span = { low: 0, typical: 0, high: 0 };

/** A span in seconds. */
export function seconds(low: number, typical: number, high: number): Span {
  return { low: low * 1_000, typical: typical * 1_000, high: high * 1_000 };
}

/** One after the other. */
export function inTurn(...spans: readonly Span[]): Span {
  return spans.reduce(
    (sum, span) => ({
      low: sum.low + span.low,
      typical: sum.typical + span.typical,
      high: sum.high + span.high,
    }),
    NOTHING,
  );
}

/** Side by side, until all are done. */
export function sideBySide(...spans: readonly Span[]): Span {
  return spans.reduce(
    (longest, span) => ({
      low: Math.max(longest.low, span.low),
      typical: Math.max(longest.typical, span.typical),
      high: Math.max(longest.high, span.high),
    }),
    NOTHING,
  );
}

/** What is left of something that has gone on for `elapsed` milliseconds. */
export function leftOf({ low, typical, high }: Span, elapsed: number): Span {
  const gone = Math.max(0, elapsed);
  // What has taken longer than usual already goes on for a while that grows with it: nobody knows better.
  const left = gone < typical ? typical - gone : Math.max(2_000, gone / 10);
  return { low: Math.max(0, low - gone), typical: left, high: Math.max(high - gone, left * 2) };
}
