import { ActionError } from "../../errors.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import type { StackJob } from "../job.ts";

/**
 * Whether the stack is another than the one that it was decided about, as far as CloudFormation would not notice: it
 * refuses a change set that an operation has outrun, and the termination protection is changed by no operation.
 */
export function hasMoved(then: Stack | undefined, now: Stack | undefined): boolean {
  if (then === undefined || now === undefined)
    return then !== now && disposition(now?.status).kind !== "create";
  return then.arn !== now.arn || then.terminationProtection !== now.terminationProtection;
}

export function movedOn({ inputs }: StackJob): ActionError {
  return new ActionError(
    `Stack ${inputs.stackName}, or an SSM parameter that it refers to, was changed while this deploy was about to execute: nothing was executed.`,
    { reasonCode: "stale-review", hint: "Run this job again: it looks at the stack anew." },
  );
}
