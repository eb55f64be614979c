import type { StackResource } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { ChangeSets, Stacks } from "../../ports/aws.ts";
import type { Stack } from "../../stack/model.ts";
import { emptyByHand } from "../../stack/recovery.ts";
import type { StackJob } from "../job.ts";
import { discardChangeSet } from "./leftovers.ts";
import type { Remedied } from "./proposalOf.ts";
import { type ProposalPorts, type Proposed, propose, type Wanted } from "./propose.ts";

/** What a change set is made with, on the stack itself or on a stand-in. */
export interface StandInPorts extends ProposalPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
}

/**
 * What the creation of a stack would do whose failed shell stands in the way: a stack whose creation was rolled back takes
 * no change set until it is deleted. It is made for an empty stack of another name, which says the same: everything is
 * added. The stand-in is gone afterwards; it is named so that IAM can allow stand-ins to be deleted and nothing else.
 */
export async function proposeStandIn(
  job: StackJob,
  shell: Stack,
  wanted: Omit<Wanted, "stack">,
  ports: StandInPorts,
): Promise<Proposed> {
  const stackName = `${job.inputs.stackName.slice(0, 100)}-preview-${job.run.id}`;
  ports.log.info(`Stack ${shell.name} is ${shell.status}: its creation is worked out as ${stackName}.`);
  const [proposed, left] = await Promise.all([
    propose(job, { ...wanted, stack: undefined, origin: { ...wanted.origin, stackName } }, ports),
    leftIfAsked(shell, ports),
  ]);
  const made = proposed.kind === "proposed" ? proposed.proposal.changeSetArn : proposed.failure.arn;
  const standIn = proposed.kind === "proposed" ? proposed.proposal.stackArn : proposed.failure.stackArn;
  await discardChangeSet(made, standIn, ports);
  await removeStandIn(standIn, `preview-${job.run.id}-${job.run.attempt}`, ports);
  // The shell is the stack that it is about. Where one of both stays, the log says it: executed, it would create another stack.
  const about = { stackArn: shell.arn };
  if (proposed.kind === "failed") {
    return { kind: "failed", failure: { ...proposed.failure, ...about }, isDiscarded: true };
  }
  const proposal = { ...proposed.proposal, ...about, isDiscarded: true } as const;
  if (left.length === 0) return { kind: "proposed", proposal };
  return { kind: "proposed", proposal: { ...proposal, obstacle: notEmpty(job, shell, left) } };
}

/** What a stack still has whose creation was rolled back: what a DeletionPolicy keeps (DELETE_SKIPPED), for instance. */
export async function leftInShell(
  shell: Stack,
  { stacks }: { readonly stacks: Pick<Stacks, "resources"> },
): Promise<readonly StackResource[]> {
  return (await stacks.resources(shell.arn)).filter(({ status }) => status !== "DELETE_COMPLETE");
}

/** Why such a stack is not deleted. */
export function notEmpty(
  { inputs }: Pick<StackJob, "inputs">,
  { name, status }: Stack,
  left: readonly StackResource[],
): Remedied {
  const named = left.map(({ logicalId, physicalId }) => [logicalId, physicalId].filter(Boolean).join(" = "));
  return {
    message: `Stack ${name} is in ${status} and still has ${named.join(", ")}: it is not deleted.`,
    hint: emptyByHand(name, inputs.region),
  };
}

/** That a stack is not created for what its failed creation has left. */
export function obstructed({ message, hint }: Remedied): ActionError {
  return new ActionError(message, { reasonCode: "stack-unrecoverable", hint });
}

/** The deploy asks for itself: where a preview may not, it says nothing of it. */
async function leftIfAsked(
  shell: Stack,
  { stacks, log }: Pick<StandInPorts, "stacks" | "log">,
): Promise<readonly StackResource[]> {
  try {
    return await leftInShell(shell, { stacks });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(error.message);
    return [];
  }
}

/** One that stays is an empty stack of a name of its own: said in the log, and nothing fails for it. */
async function removeStandIn(
  arn: string,
  token: string,
  { stacks, log }: Pick<StandInPorts, "stacks" | "log">,
): Promise<void> {
  try {
    await stacks.delete(arn, token);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(
      `The empty stack ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd(),
    );
  }
}
