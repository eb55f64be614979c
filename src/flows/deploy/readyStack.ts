import type { Stack } from "../../stack/model.ts";
import type { Ending } from "../tell/ending.ts";
import { executedEnding } from "../tell/executedEnding.ts";
import { attach, runningExecution } from "../watch/execution.ts";
import { idleStack } from "../watch/idle.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import { freshOrigin } from "./candidateChanges.ts";
import { type Deployment, follower } from "./deployment.ts";

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
  const stack = await ports.stacks.describe(job.inputs.stackName);
  const running = await runningExecution(stack, (arn) => isOurs(arn, deploy), ports);
  const followed = running && (await attach(job, running, follower(deploy, undefined), ports));
  if (followed !== undefined && followed.end.kind !== "succeeded") {
    return { kind: "ended", ending: executedEnding(job, followed, undefined) };
  }
  // What was followed has changed the stack.
  const justSeen = followed === undefined ? { stack } : undefined;
  return { kind: "ready", stack: await idleStack(job, ports, { justSeen }), followed };
}

/** Whether this deploy, in this attempt or an earlier one, may have executed that change set. */
function isOurs(changeSetArn: string, { commit, review }: Deployment): boolean {
  const name = changeSetArn.split("/")[1] ?? "";
  return (
    name.startsWith(freshOrigin(commit.commit)) ||
    review.own.some(({ record }) => record?.changeSetArn === changeSetArn)
  );
}
