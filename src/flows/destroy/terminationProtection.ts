import { ActionError } from "../../errors.ts";
import type { Stack } from "../../stack/model.ts";
import { protectAgainCommand } from "../../stack/recovery.ts";
import { isLeftOpen } from "../../stack/serviceError.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";

/**
 * Turns a stack's termination protection off, right before its deletion. Throws where it could not, and where the job is
 * cancelled by then: nothing has been deleted, and what is left of the protection is said.
 */
export async function unprotect(job: DestroyJob, stack: Stack, ports: DestroyPorts): Promise<void> {
  const of = `the termination protection of stack ${stack.name}`;
  try {
    await protect(stack, false, ports);
  } catch (error) {
    if (!isLeftOpen(error)) throw error;
    throw withHint(error, `Whether ${of} is still on is not known. ${onAgain(job, stack)}`);
  }
  if (!job.cancel.aborted) return;
  const cancelled = new ActionError("The job was cancelled before the deletion was asked for.", {
    reasonCode: "cancelled",
  });
  throw withHint(cancelled, `T${of.slice(1)} is off. ${onAgain(job, stack)}`);
}

/** The error of a deletion that did not begin, once the termination protection is on again; if not, it says so. */
export async function protectedAgain(
  job: DestroyJob,
  stack: Stack,
  error: unknown,
  ports: DestroyPorts,
): Promise<unknown> {
  try {
    await protect(stack, true, ports);
    return error;
  } catch (failure) {
    if (!(failure instanceof ActionError)) throw failure;
    const whether = isLeftOpen(failure)
      ? "whether it is on again is not known"
      : "could not be turned on again";
    const off = `The termination protection of stack ${stack.name} was turned off, and ${whether}`;
    const hint = `${off}: ${failure.message} ${onAgain(job, stack)}`;
    if (error instanceof ActionError) return withHint(error, hint);
    ports.log.warning(hint);
    return error;
  }
}

async function protect(stack: Stack, on: boolean, { stacks, log }: DestroyPorts): Promise<void> {
  await stacks.setTerminationProtection(stack.name, on);
  log.info(`Termination protection of stack ${stack.name} is ${on ? "on again" : "off now"}.`);
}

function onAgain({ inputs }: DestroyJob, stack: Stack): string {
  return `To turn it on again:\n${protectAgainCommand(stack.name, inputs.region)}`;
}

function withHint(error: ActionError, more: string): ActionError {
  const { message, reasonCode, hint } = error;
  return new ActionError(message, {
    ...{ reasonCode, cause: error },
    hint: hint === undefined ? more : `${hint}\n${more}`,
  });
}
