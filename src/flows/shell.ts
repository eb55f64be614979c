import { ActionError } from "../errors.ts";
import { disposition } from "../stack/disposition.ts";
import type { Stack } from "../stack/model.ts";
import type { StackJob } from "./job.ts";
import type { Clock, Log, Stacks } from "./ports.ts";

interface ShellPorts {
  readonly stacks: Stacks;
  readonly clock: Clock;
  readonly log: Log;
}

const POLL_MS = 1_000;

/**
 * Deletes the shell of a stack whose creation was rolled back, so that it can be created again. A stack that still has
 * a resource (one that is retained, say) is never deleted.
 */
export async function removeShell(job: StackJob, stack: Stack, ports: ShellPorts): Promise<void> {
  const left = (await ports.stacks.resources(stack.arn)).filter(
    (resource) => resource.status !== "DELETE_COMPLETE",
  );
  if (left.length > 0) {
    throw new ActionError(
      `Stack ${stack.name} is in ${stack.status} and still has ${left.map((resource) => resource.logicalId).join(", ")}: it is not deleted.`,
      {
        reasonCode: "stack-unrecoverable",
        hint: `Look at what is left, then run: aws cloudformation delete-stack --region ${job.inputs.region} --stack-name ${stack.name}`,
      },
    );
  }
  ports.log.info(
    `Stack ${stack.name} is an empty shell (${stack.status}): deleting it so that it can be created again.`,
  );
  await ports.stacks.delete(stack.arn, `shell-${job.run.id}-${job.run.attempt}`);
  await deleted(job, stack, ports);
}

async function deleted(job: StackJob, stack: Stack, ports: ShellPorts): Promise<void> {
  for (;;) {
    const now = await ports.stacks.describe(stack.arn);
    if (now === undefined || now.status === "DELETE_COMPLETE") return;
    if (
      disposition(now.status).kind === "unrecoverable" ||
      ports.clock.now() >= job.deadline ||
      job.cancel.aborted
    ) {
      throw new ActionError(`The empty shell of stack ${stack.name} was not deleted (${now.status}).`, {
        reasonCode: "stack-unrecoverable",
        hint: "See the stack's events in the console.",
      });
    }
    await ports.clock.sleep(POLL_MS, job.cancel);
  }
}
