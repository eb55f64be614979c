import { acknowledgements } from "../../changes/acknowledgement.ts";
import { recordedPulls } from "../../changes/review/history.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { discardChangeSet } from "../change/leftovers.ts";
import type { Proposal } from "../change/proposalOf.ts";
import { type Proposed, propose, proposeRecorded } from "../change/propose.ts";
import { proposeStandIn } from "../change/standIn.ts";
import { changeSetName } from "../job.ts";
import type { Deployment } from "./deployment.ts";

/** How the names of the change sets begin that a deploy of this commit makes. */
export function freshOrigin(commit: string): string {
  return `deploy-${commit.slice(0, 8)}-`;
}

/**
 * The changes to decide on: the recorded change set where it is still good, otherwise a fresh one. A failed creation's
 * shell takes none: there they are made on a stand-in, and nothing is touched before it is decided.
 */
export async function candidateChanges(deploy: Deployment, stack: Stack | undefined): Promise<Proposed> {
  const { job, review, ports } = deploy;
  // What labels allow is judged when the changes and all of the review are known.
  const acknowledged = acknowledgements(job.inputs, []);
  if (stack !== undefined && disposition(stack.status).kind === "recreate") {
    return proposeStandIn(job, stack, { origin: originOf(deploy), acknowledged }, ports);
  }
  for (const pull of review.own.length === 0 ? [] : review.history.line.flatMap(recordedPulls).slice(0, 1)) {
    const recorded = await proposeRecorded(job, pull.record, { stack, acknowledged }, ports);
    if (recorded !== undefined) {
      ports.log.info(`The change set that was reviewed in #${pull.number} is still good.`);
      return { kind: "proposed", proposal: recorded };
    }
  }
  return fresh(deploy, stack);
}

/** A change set of this deploy's own. */
export function fresh(deploy: Deployment, stack: Stack | undefined): Promise<Proposed> {
  const { job, ports } = deploy;
  const acknowledged = acknowledgements(job.inputs, []);
  return propose(job, { stack, origin: originOf(deploy), acknowledged }, ports);
}

/**
 * A change set that was made only to compare; the reviewed one stays, for it may be good again.
 * @returns the proposal as it can be told then
 */
export async function discard({ job, commit, ports }: Deployment, proposal: Proposal): Promise<Proposal> {
  if (proposal.isDiscarded) return proposal;
  const name = proposal.changeSetArn.split("/")[1] ?? "";
  // With a number behind it where somebody else's had that name.
  if (!`${name}-`.startsWith(`${changeSetName("deploy", commit.commit, job.run)}-`)) return proposal;
  const isGone = await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
  return isGone ? { ...proposal, isDiscarded: true } : proposal;
}

function originOf({ job, commit }: Deployment) {
  return {
    name: changeSetName("deploy", commit.commit, job.run),
    description: `deploy of ${job.run.repository} at ${commit.commit}, ${job.run.url}`,
    stackName: job.inputs.stackName,
  };
}
