import { ActionError } from "../../errors.ts";
import type { Clock } from "../../ports/local.ts";
import type { StackJob } from "../job.ts";

/**
 * Whether the run has no time left to watch what it would begin: making a change set can take CloudFormation longer than
 * `timeout-minutes` leave, and a stack can become idle at their very end.
 */
export function isOutOfTime({ deadline }: Pick<StackJob, "deadline">, clock: Pick<Clock, "now">): boolean {
  return clock.now() >= deadline;
}

export function outOfTime({ inputs }: StackJob): ActionError {
  return new ActionError(`${inputs.timeoutMinutes} minutes were over before anything was executed.`, {
    reasonCode: "timeout",
    hint: "Run this job again, or raise timeout-minutes.",
  });
}
