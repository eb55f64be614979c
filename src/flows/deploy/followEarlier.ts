import { ownCommit } from "../../changes/review/history.ts";
import type { Stack } from "../../stack/model.ts";
import { attach, runningExecution } from "../watch/execution.ts";
import { freshOrigin } from "./candidateChanges.ts";
import { type Deployment, follower } from "./deployment.ts";
import type { Followed } from "./followed.ts";

/** The stack as it was found, and what became of an execution that ran on it and may be this deploy's own. */
export interface FoundStack {
  readonly stack: Stack | undefined;
  /** Has come to an end or out of sight. */
  readonly followed: Followed | undefined;
}

/** Looks for an execution that an earlier attempt of this deploy may have started and that still runs, and follows it. */
export async function followEarlier(deploy: Deployment): Promise<FoundStack> {
  const { job, review, ports } = deploy;
  const stack = await ports.stacks.describe(job.inputs.stackName);
  const running = await runningExecution(stack, (arn) => isOurs(arn, deploy), ports);
  if (running === undefined) return { stack, followed: undefined };
  const { changeSetArn } = running;
  const isOwn = isOwnFor(changeSetArn, deploy);
  ports.log.info(`${isOwn ? OWN : MAY_BE_ANOTHERS} (${running.stack.status}): following it.`);
  const operation = await attach(job, running, follower(deploy, undefined), ports);
  const record = review.own.find((pull) => pull.record?.changeSetArn === changeSetArn)?.record;
  const followed = { isOwn, changeSetArn, stackArn: running.stack.arn, digest: record, operation };
  return { stack, followed };
}

const OWN = "An earlier attempt of this deploy is still running";
const MAY_BE_ANOTHERS =
  "What was reviewed is being executed already, by another deploy or an earlier attempt of this one";

/** Whether this deploy, in this attempt or an earlier one, may have executed that change set. */
function isOurs(changeSetArn: string, deploy: Deployment): boolean {
  return isFresh(changeSetArn, deploy) || isReviewed(changeSetArn, deploy);
}

/** Whether no other commit's deploy can have: the reviewed one may be that of a commit below, on which this one changes nothing. */
function isOwnFor(changeSetArn: string, deploy: Deployment): boolean {
  const { commit, review } = deploy;
  return isFresh(changeSetArn, deploy) || ownCommit(review.history)?.sha === commit.commit;
}

function isFresh(changeSetArn: string, { commit }: Deployment): boolean {
  return (changeSetArn.split("/")[1] ?? "").startsWith(freshOrigin(commit.commit));
}

function isReviewed(changeSetArn: string, { review }: Deployment): boolean {
  return review.own.some(({ record }) => record?.changeSetArn === changeSetArn);
}
