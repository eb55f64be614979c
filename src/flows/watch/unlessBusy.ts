import { ActionError } from "../../errors.ts";
import type { Clock, Log } from "../../ports/local.ts";
import type { StackJob } from "../job.ts";

const PAUSE_MS = 5_000;

/**
 * Does what needs an idle stack, and starts over when somebody else's operation began in between: AWS refused, so that
 * nothing was started. Ends with `stack-busy` at the job's deadline.
 */
export async function unlessBusy<T>(
  job: Pick<StackJob, "cancel" | "deadline">,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  attempt: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const isBusy = error instanceof ActionError && error.reasonCode === "stack-busy";
      if (!isBusy || job.cancel.aborted || clock.now() + PAUSE_MS >= job.deadline) throw error;
      log.info(
        `Another operation on the stack was quicker: starting over when it is done. (${error.message})`,
      );
      await clock.sleep(PAUSE_MS, job.cancel);
    }
  }
}
