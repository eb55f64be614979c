import type { Pace } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { isThrottled } from "../../stack/serviceError.ts";
import type { StackJob } from "../job.ts";

const PAUSE_MS = 5_000;

/**
 * Looks and acts at once, and does both again where AWS throttled one of them for so long that what was seen is not the last
 * word any more: a call that is throttled to its end has done nothing. Ends with AWS's error at the job's deadline.
 */
export async function unlessThrottled<T>(
  job: Pick<StackJob, "cancel" | "deadline">,
  { clock, pace, log }: { readonly clock: Clock; readonly pace: Pace; readonly log: Log },
  attempt: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const pause = pace.pause(PAUSE_MS);
      if (!isThrottled(error) || job.cancel.aborted || clock.now() + pause >= job.deadline) throw error;
      log.info(`Looking once more before anything is executed, for AWS throttles it. (${error.message})`);
      await clock.sleep(pause, job.cancel);
    }
  }
}
