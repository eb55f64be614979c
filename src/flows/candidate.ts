import type { Stack } from "../stack/model.ts";
import type { Deployment } from "./deployment.ts";
import { acknowledgements, changeSetName } from "./job.ts";
import { type Proposal, type Proposed, propose, proposeRecorded } from "./proposal.ts";

/** How the names of the change sets begin that a deploy of this commit makes. */
export function freshOrigin(commit: string): string {
  return `deploy-${commit.slice(0, 8)}-`;
}

/** The recorded change set where it is still good, otherwise a fresh one. */
export async function candidate(
  { job, commit, review, ports }: Deployment,
  stack: Stack | undefined,
): Promise<Proposed> {
  const acknowledged = acknowledgements(job.inputs, review.labels);
  for (const pull of review.pulls) {
    const recorded =
      pull.merged && pull.record && (await proposeRecorded(job, stack, pull.record, acknowledged, ports));
    if (recorded) {
      ports.log.info(`The change set that was reviewed in #${pull.number} is still good.`);
      return { kind: "proposed", proposal: recorded };
    }
  }
  const origin = {
    name: changeSetName("deploy", commit.commit, job.run),
    description: `deploy of ${job.run.repository} at ${commit.commit}, ${job.run.url}`,
    stackName: job.inputs.stackName,
  };
  return propose(job, stack, origin, acknowledged, ports);
}

/** A change set that was made only to compare; the reviewed one stays, for it may be good again. */
export async function discard({ job, commit, ports }: Deployment, proposal: Proposal): Promise<void> {
  const name = proposal.changeSetArn.split("/")[1] ?? "";
  if (name !== changeSetName("deploy", commit.commit, job.run)) return;
  await ports.changeSets.delete(proposal.changeSetArn);
}
