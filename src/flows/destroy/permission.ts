import { ActionError, type ReasonCode } from "../../errors.ts";
import type { ParsedInputs } from "../../inputs.ts";
import type { Finding } from "../../template/model.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";

/** Why a run may not destroy. */
export interface Refusal {
  readonly reason: ReasonCode;
  readonly explanation: string;
  readonly hint: string;
}

/** Who destroys says twice which stack it is. */
export function confirmProblems({ inputs }: Pick<ParsedInputs, "inputs">): readonly Finding[] {
  const { confirm, stackName } = inputs;
  if (stackName === "" || confirm === stackName) return [];
  const found = confirm === undefined ? "is not set" : `is "${confirm}"`;
  const message = `Input confirm ${found}: mode: destroy needs the stack's name in it, ${stackName}.`;
  return [{ level: "error", message }];
}

/**
 * Whether the person who started this attempt may push: `workflow_dispatch` itself needs that, but whoever may run a job
 * again need not be the one who started it, and rights end.
 */
export async function refusal(
  { startedBy }: Pick<DestroyJob, "startedBy">,
  { people }: Pick<DestroyPorts, "people">,
): Promise<Refusal | undefined> {
  if (people === undefined) {
    return {
      reason: "not-approved",
      explanation: "without github-token nobody can tell whether the person who started this run may push",
      hint: "Leave github-token at its default.",
    };
  }
  if (startedBy === undefined) {
    return {
      reason: "not-approved",
      explanation: "this is a run that was started again, and GitHub does not say by whom",
      hint: "Start the workflow anew instead.",
    };
  }
  if (await mayPush(startedBy, people)) return undefined;
  return {
    reason: "not-approved",
    explanation: `this run was started by ${startedBy}, who has no write access to the repository`,
    hint: "Somebody with write access has to start it.",
  };
}

async function mayPush(login: string, people: NonNullable<DestroyPorts["people"]>): Promise<boolean> {
  try {
    return await people.mayPush(login);
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
    throw new ActionError(`Whether ${login} may push could not be asked: ${error.message}`, {
      reasonCode: "access-denied",
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      cause: error,
    });
  }
}
