import type { Clock } from "./ports/local.ts";

export interface PollOptions {
  readonly clock: Clock;
  /** Milliseconds to wait after the step number `attempt` (from 0). */
  readonly delays: (attempt: number) => number;
  readonly signal?: AbortSignal;
  /** A time of `clock`; at it the step is asked once more, then the poll gives up. */
  readonly deadline?: number;
}

export type Polled<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "timed-out" }
  | { readonly kind: "aborted" };

/**
 * Asks `step` at once and then after each delay, until it answers something. Throws what `step` throws.
 * The SDK's waiters are not used: they start at 30 s and count some failures as success.
 */
export async function poll<T>(options: PollOptions, step: () => Promise<T | undefined>): Promise<Polled<T>> {
  const { clock, delays, signal, deadline = Number.POSITIVE_INFINITY } = options;
  for (let attempt = 0; ; attempt++) {
    if (signal?.aborted) return { kind: "aborted" };
    const last = clock.now() >= deadline;
    const value = await step();
    if (value !== undefined) return { kind: "done", value };
    if (last) return { kind: "timed-out" };
    await clock.sleep(Math.max(0, Math.min(delays(attempt), deadline - clock.now())), signal);
  }
}

/**
 * A change set often settles within seconds: 0.3 s, growing by 6 % of what was waited already to 2 s. So one that takes
 * 6 s is noticed after a third of a second on average, with 14 calls.
 */
export function changeSetDelays(attempt: number): number {
  return Math.min(2000, Math.round(300 * 1.06 ** attempt));
}
