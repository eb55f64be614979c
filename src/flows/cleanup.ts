import type { Inputs } from "../inputs.ts";
import type { Stack } from "../stack/model.ts";
import { DESCRIPTION_PREFIX } from "../stack/request.ts";
import type { ChangeSets, Log, Stacks } from "./ports.ts";
import type { RunResult } from "./result.ts";

interface CleanupPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly log: Log;
}

/**
 * After a pull request was closed without a merge: deletes its change sets, and the stack only if it is the empty
 * REVIEW_IN_PROGRESS shell that a change set of ours made and that no other change set needs.
 */
export async function cleanup(inputs: Inputs, pullRequest: number, ports: CleanupPorts): Promise<RunResult> {
  const stack = await ports.stacks.describe(inputs.stackName);
  if (stack === undefined) return cleaned(inputs, 0, false);
  const all = await ports.changeSets.list(inputs.stackName);
  const own = all.filter(
    (set) => set.name.startsWith(`pr-${pullRequest}-`) && set.description.startsWith(DESCRIPTION_PREFIX),
  );
  for (const set of own) {
    ports.log.info(`Deleting change set ${set.name}.`);
    await ports.changeSets.delete(set.arn);
  }
  const shell = own.length > 0 && own.length === all.length && (await isShell(stack, ports));
  if (shell) await ports.stacks.delete(stack.arn, `cleanup-pr-${pullRequest}`);
  return cleaned(inputs, own.length, shell);
}

async function isShell(stack: Stack, { stacks }: CleanupPorts): Promise<boolean> {
  return stack.status === "REVIEW_IN_PROGRESS" && (await stacks.resources(stack.arn)).length === 0;
}

function cleaned({ stackName }: Inputs, count: number, shell: boolean): RunResult {
  const sets = `${count} change set${count === 1 ? "" : "s"}`;
  return {
    result: "cleaned-up",
    message: `Deleted ${sets} of the pull request${shell ? ` and the empty stack ${stackName}` : ""}.`,
  };
}
