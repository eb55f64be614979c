import { disposition } from "../stack/disposition.ts";
import type { Stack } from "../stack/model.ts";
import { freshOrigin } from "./candidate.ts";
import { type Deployment, follower } from "./deployment.ts";
import { blockedEnding, type Ending } from "./ending.ts";
import { executedEnding } from "./executedEnding.ts";
import { attach, runningExecution } from "./execution.ts";
import { idleStack } from "./idle.ts";
import { mayBeReviewed, presentReview } from "./knownReview.ts";
import { removeShell } from "./shell.ts";
import type { WatchedOperation } from "./watch.ts";

export type Ready =
  | { readonly kind: "ended"; readonly ending: Ending }
  /** `followed`: an execution of an earlier attempt that succeeded meanwhile. */
  | {
      readonly kind: "ready";
      readonly stack: Stack | undefined;
      readonly followed: WatchedOperation | undefined;
    };

/** The stack when nothing runs on it (any more) and a change set can be made; or why it does not come to that. */
export async function readyStack(deploy: Deployment): Promise<Ready> {
  const { job, ports } = deploy;
  const running = await runningExecution(job, (arn) => isOurs(arn, deploy), ports);
  const followed = running && (await attach(job, running, follower(deploy, undefined), ports));
  if (followed !== undefined && followed.end.kind !== "succeeded") {
    return { kind: "ended", ending: executedEnding(job, followed, undefined) };
  }
  const stack = await idleStack(job, ports);
  if (stack !== undefined && disposition(stack.status).kind === "recreate") {
    const known = await presentReview(deploy);
    if (!mayBeReviewed({ job, review: known }))
      return { kind: "ended", ending: blockedEnding(job, nothingToGoBy, undefined) };
    await removeShell(job, stack, ports);
  }
  return { kind: "ready", stack, followed };
}

const nothingToGoBy = {
  kind: "blocked",
  reason: "unreviewed",
  explanation: "no merged pull request has a record of a preview",
} as const;

/** Whether this deploy, in this attempt or an earlier one, may have executed that change set. */
function isOurs(changeSetArn: string, { commit, review }: Deployment): boolean {
  const name = changeSetArn.split("/")[1] ?? "";
  return (
    name.startsWith(freshOrigin(commit.commit)) ||
    review.pulls.some(
      (pull) => review.own.includes(pull.number) && pull.record?.changeSetArn === changeSetArn,
    )
  );
}
