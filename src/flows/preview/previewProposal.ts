import type { Audience } from "../../audience.ts";
import { acknowledgements } from "../../changes/acknowledgement.ts";
import { disposition } from "../../stack/disposition.ts";
import type { ChangeSetOrigin } from "../change/changeSetRequest.ts";
import { type Proposed, propose, type Wanted } from "../change/propose.ts";
import { proposeStandIn, type StandInPorts } from "../change/standIn.ts";
import { changeSetName, type StackJob } from "../job.ts";

/** The change set that a preview shows. A failed creation's shell takes none: there it is made on a stand-in. */
export async function previewProposal(
  job: StackJob,
  { stack, onTemplates }: Pick<Wanted, "stack" | "onTemplates">,
  audience: Audience,
  ports: StandInPorts,
): Promise<Proposed> {
  const origin = originOf(job, audience);
  const labels = audience.kind === "pull-request" ? audience.labels : [];
  const acknowledged = acknowledgements(job.inputs, labels);
  if (stack === undefined || disposition(stack.status).kind !== "recreate") {
    return propose(job, { stack, origin, acknowledged, onTemplates }, ports);
  }
  return proposeStandIn(job, stack, { origin, acknowledged, onTemplates }, ports);
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
