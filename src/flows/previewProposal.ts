import type { Audience } from "../event.ts";
import { disposition } from "../stack/disposition.ts";
import type { Stack } from "../stack/model.ts";
import type { ChangeSetOrigin } from "./changeSetRequest.ts";
import { acknowledgements, changeSetName, type StackJob } from "./job.ts";
import type { ChangeSets, Log, Stacks, TemplateBucket } from "./ports.ts";
import { type Proposed, propose } from "./proposal.ts";

interface ProposalPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly templateBucket: TemplateBucket;
  readonly log: Log;
}

/**
 * The change set that a preview shows. A stack whose creation failed and was rolled back takes none until it is
 * deleted, which a preview never does. It is then made for an empty stack of another name, which says the same:
 * everything is added.
 */
export async function previewProposal(
  job: StackJob,
  stack: Stack | undefined,
  audience: Audience,
  ports: ProposalPorts,
): Promise<Proposed> {
  const origin = originOf(job, audience);
  const labels = audience.kind === "pull-request" ? audience.labels : [];
  const acknowledged = acknowledgements(job.inputs, labels);
  if (stack === undefined || disposition(stack.status).kind !== "recreate") {
    return propose(job, stack, origin, acknowledged, ports);
  }
  const stackName = `${job.inputs.stackName.slice(0, 100)}-preview-${job.run.id}`;
  ports.log.info(`Stack ${stack.name} is ${stack.status}: previewing its creation as ${stackName}.`);
  const proposed = await propose(job, undefined, { ...origin, stackName }, acknowledged, ports);
  const made = proposed.kind === "proposed" ? proposed.proposal.changeSetArn : proposed.failure.arn;
  const shell = proposed.kind === "proposed" ? proposed.proposal.stackArn : proposed.failure.stackArn;
  await ports.changeSets.delete(made);
  await ports.stacks.delete(shell, `preview-${job.run.id}`);
  return proposed;
}

function originOf({ inputs, run }: StackJob, audience: Audience): ChangeSetOrigin {
  const [name, from] = namesOf(audience);
  return {
    name: changeSetName(name, audience.headSha, run),
    description: `${from} of ${run.repository} at ${audience.headSha}, ${run.url}`,
    stackName: inputs.stackName,
  };
}

/** For the change set's name, and for those who find it in the console. */
function namesOf(audience: Audience): readonly [string, string] {
  switch (audience.kind) {
    case "pull-request":
      return [`pr-${audience.number}`, `pull request #${audience.number}`];
    case "merge-group":
      return ["queue", `merge queue of ${audience.branch}`];
    case "summary":
      return ["manual", "manual preview"];
  }
}
