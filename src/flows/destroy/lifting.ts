import type { NamedResource } from "../../changes/destroy/fate.ts";
import { liftOf } from "../../changes/destroy/lift.ts";
import type { Obstacle } from "../../changes/destroy/obstacles.ts";
import { ActionError } from "../../errors.ts";
import { disposition } from "../../stack/disposition.ts";
import { type Way, waysOut } from "../../stack/recovery.ts";
import { discardChangeSet } from "../change/leftovers.ts";
import type { Proposal } from "../change/proposalOf.ts";
import { type Proposed, propose } from "../change/propose.ts";
import { changeSetName, type StackJob } from "../job.ts";
import { execute } from "../watch/execution.ts";
import { stuckIn } from "../watch/stuck.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import type { Survey } from "./survey.ts";

/** What became of the protections that stand in the way. */
export type Lifting =
  /** An update turned them off, or tried to. */
  | { readonly kind: "watched"; readonly watched: WatchedOperation }
  /** Nothing was executed. */
  | { readonly kind: "stopped"; readonly explanation: string; readonly ways?: readonly Way[] };

/**
 * Turns deletion protections off by an update that does nothing else: the template of the checkout with the run's
 * parameters. What the update does is judged from its change set before it is executed.
 */
export async function lift(
  job: DestroyJob,
  { root, obstacles }: Survey,
  ports: DestroyPorts,
): Promise<Lifting> {
  const wanted = protectedOnes(obstacles);
  if (disposition(root.status).kind !== "update")
    return {
      ...stopped(`the stack takes no update in ${root.status}`),
      ways: await waysOutOf(job, root, ports),
    };
  const proposed = await proposeLift(job, root, ports);
  if (proposed.kind === "stopped") return proposed;
  const { stackJob, made } = proposed;
  if (made.kind === "failed") {
    await discardChangeSet(made.failure.arn, made.failure.stackArn, ports);
    return stopped(`CloudFormation refused the update that was to lift them: ${made.failure.reason}`);
  }
  const { proposal } = made;
  const objection = objectionTo(proposal, wanted, job);
  if (objection !== undefined) {
    await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
    return stopped(objection);
  }
  ports.log.info(`Turning the deletion protection off, and changing nothing else: ${keysOf(wanted)}.`);
  const request = {
    ...{ changeSetArn: proposal.changeSetArn, stackArn: proposal.stackArn, since: proposal.createdAt },
    rollback: proposal.rollback,
    ...{ total: proposal.changes.resources.length, title: `Lifting the protections of ${root.name}` },
  };
  return { kind: "watched", watched: await execute(stackJob, request, ports) };
}

/** What a person can do about a state that takes no update. */
async function waysOutOf(
  job: DestroyJob,
  root: Survey["root"],
  ports: DestroyPorts,
): Promise<readonly Way[]> {
  const { stackName: stack, region } = job.inputs;
  const { status, terminationProtection } = root;
  const stuck = await stuckIn(root.arn, ports);
  return waysOut({ stack, region, status, terminationProtection, stuck });
}

/** The resources that refuse their deletion. */
export function protectedOnes(obstacles: readonly Obstacle[]): readonly NamedResource[] {
  return obstacles.flatMap((obstacle) =>
    obstacle.kind === "deletion-protection" ? [obstacle.resource] : [],
  );
}

type ProposedLift =
  | { readonly kind: "proposed"; readonly stackJob: StackJob; readonly made: Proposed }
  | Extract<Lifting, { kind: "stopped" }>;

/** The change set. What is wrong with the inputs that it is made of is a reason to stop, and no failure of its own. */
async function proposeLift(
  job: DestroyJob,
  stack: Survey["root"],
  ports: DestroyPorts,
): Promise<ProposedLift> {
  const { render, startedBy: _by, ...rest } = job;
  try {
    const stackJob: StackJob = { ...rest, rendered: await render(), commits: [job.commit] };
    const origin = {
      name: changeSetName("destroy", job.commit, job.run),
      description: `lifts protections before a destroy by ${job.run.repository}, ${job.run.url}`,
      stackName: job.inputs.stackName,
    };
    const made = await propose(stackJob, { stack, origin, acknowledged: [] }, ports);
    return { kind: "proposed", stackJob, made };
  } catch (error) {
    const isWrong = error instanceof ActionError && /^invalid-(input|template)$/.test(error.reasonCode);
    if (!isWrong) throw error;
    return stopped(`the update that is to lift them cannot be made: ${error.message}`);
  }
}

/** Why the update is not what it is to be; `undefined` where it is. */
function objectionTo(
  { shownItems, changes, executable }: Proposal,
  wanted: readonly NamedResource[],
  { inputs }: DestroyJob,
): string | undefined {
  const { lifted, others } = liftOf(shownItems, changes.resources, inputs.includeNestedStacks);
  const left = wanted.filter(({ key }) => !lifted.has(key));
  if (!executable || left.length > 0)
    return `the template with this run's parameters leaves the protection of ${keysOf(left)} on`;
  if (others.length === 0) return undefined;
  const named = others.slice(0, 5).join(", ");
  const more = others.length > 5 ? ` and ${others.length - 5} more` : "";
  return `the update that was to lift the protections would change more than that: ${named}${more}. Deploy that first, or destroy from what is deployed`;
}

function keysOf(resources: readonly NamedResource[]): string {
  return resources.map(({ key }) => key).join(", ");
}

function stopped(explanation: string): Extract<Lifting, { kind: "stopped" }> {
  return { kind: "stopped", explanation };
}
