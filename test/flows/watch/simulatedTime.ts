import type { Clock } from "../../../src/ports/local.ts";

/** Many things that happen at once, in time that passes only while all of them sleep. */
export interface SimulatedTime {
  readonly clock: Clock;
  /** Runs the tasks side by side until all are done; their results in the same order. */
  readonly run: <T>(tasks: readonly (() => Promise<T>)[]) => Promise<readonly T[]>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function simulatedTime(start: number): SimulatedTime {
  let now = start;
  const sleepers: Sleeper[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper = { at: now + Math.max(0, ms), wake: resolve };
      sleepers.splice(placeFor(sleepers, sleeper.at), 0, sleeper);
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
  return {
    clock: { now: () => now, sleep },
    run: async (tasks) => {
      let isOver = false;
      const all = Promise.all(tasks.map((task) => task())).finally(() => {
        isOver = true;
      });
      // A rejection is for the caller, who gets it below.
      all.catch(() => undefined);
      for (;;) {
        // All that can go on without waiting has gone on when the event loop comes round again.
        await new Promise((resolve) => setImmediate(resolve));
        if (isOver) return all;
        const next = sleepers.shift();
        if (next === undefined) throw new Error("all tasks wait, and none of them for the time");
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

/** Behind all that wake at the same time, so that they wake in the order in which they went to sleep. */
function placeFor(sleepers: readonly Sleeper[], at: number): number {
  let [low, high] = [0, sleepers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sleepers[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
