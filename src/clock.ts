import { setTimeout } from "node:timers/promises";

/** The machine's time. */
export const systemClock = {
  now: (): number => Date.now(),

  /** Ends early, without an error, when `signal` aborts. */
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    try {
      await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
};
