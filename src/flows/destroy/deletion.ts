import type { Estimate } from "../../estimate/estimate.ts";
import { remaining } from "../../estimate/remaining.ts";
import { type Polled, poll } from "../../poll.ts";
import { isStackItself } from "../../stack/eventKinds.ts";
import type { OperationEnd, Stack, StackEvent } from "../../stack/model.ts";
import { logStack } from "../unexpected.ts";
import { afterLostCall, notStarted, outOfSight } from "../watch/unseen.ts";
import { type WatchedOperation, type WatchRequest, watchOperation } from "../watch/watch.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import { SHELL } from "./survey.ts";
import { protectedAgain, unprotect } from "./terminationProtection.ts";

/** A stack that is to be deleted, how many of its resources will be, and how long that takes. */
export interface Doomed {
  readonly stack: Stack;
  readonly total: number;
  readonly estimate: Estimate;
}

/**
 * Deletes a stack and watches that to its end; its termination protection goes right before, and comes back where the
 * deletion did not begin. A job that is cancelled by then starts nothing. Throws only where nothing has begun.
 */
export async function deleteStack(
  job: DestroyJob,
  doomed: Doomed,
  ports: DestroyPorts,
): Promise<WatchedOperation> {
  const { stack } = doomed;
  if (job.cancel.aborted) return notStarted;
  const token = `${tokenStart(job)}${job.run.attempt}-${ports.clock.now().toString(36)}`;
  if (stack.terminationProtection) await unprotect(job, stack, ports);
  ports.log.info(`Deleting stack ${stack.name}.`);
  try {
    await ports.stacks.delete(stack.arn, token);
  } catch (error) {
    const lost = afterLostCall(error, job);
    if (lost !== undefined) return lost;
    throw stack.terminationProtection ? await protectedAgain(job, stack, error, ports) : error;
  }
  if (stack.status === SHELL) return shellGone(job, stack, ports);
  return watch(job, doomed, await begunToken(job, stack, token, ports), ports);
}

const LOOKS = 5;

/**
 * The token of the deletion that is under way: of two runs that ask at the same moment the second is answered as if it had
 * begun one, and no event ever carries its token.
 * @param own what this run's deletion is known by
 */
async function begunToken(
  { cancel }: DestroyJob,
  stack: Stack,
  own: string,
  { stacks, pace, clock, log }: DestroyPorts,
): Promise<string> {
  try {
    for (let look = 1; look <= LOOKS && !cancel.aborted; look++) {
      const newest = await newestOfStack(stack.arn, stacks);
      const isIt = newest?.token === own || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(newest?.status ?? "");
      if (isIt && newest?.token !== undefined) {
        if (newest.token !== own) log.info("Another run's deletion was quicker: following that.");
        return newest.token;
      }
      await clock.sleep(pace.pause(POLL_MS), cancel);
    }
  } catch (error) {
    // A mistake of ours, too: the deletion goes on all the same.
    logStack(error, log);
    log.debug(String(error));
  }
  return own;
}

/** The newest event of the stack itself. */
async function newestOfStack(stackArn: string, stacks: DestroyPorts["stacks"]) {
  let newest: StackEvent | undefined;
  await stacks.events(stackArn, (event) => {
    if (!isStackItself(event)) return false;
    newest ??= event;
    return true;
  });
  return newest;
}

const POLL_MS = 1_000;

/** An empty shell has nothing to watch: whether its deletion has events is documented nowhere. */
async function shellGone(
  { cancel, deadline }: DestroyJob,
  stack: Stack,
  { stacks, pace, clock, log }: DestroyPorts,
): Promise<WatchedOperation> {
  const since = clock.now();
  const options = { clock, delays: () => pace.pause(POLL_MS), signal: cancel, deadline };
  const tookMs = () => Math.max(1, clock.now() - since);
  try {
    const polled = await poll(options, async () => {
      const now = await stacks.describe(stack.arn);
      if (now?.status === "DELETE_FAILED") return now;
      return now === undefined || now.status === "DELETE_COMPLETE" ? "gone" : undefined;
    });
    return { ...notStarted, end: shellEnd(polled, tookMs(), clock.now()) };
  } catch (error) {
    logStack(error, log);
    // The call was answered: only the end is not known.
    const { end, ...unseen } = afterLostCall(error, { cancel }) ?? outOfSight(error);
    return { ...unseen, end: { ...end, tookMs: tookMs() } };
  }
}

/** @param polled the stack itself where it could not be deleted, which it has a reason for and nothing else has */
function shellEnd(polled: Polled<"gone" | Stack>, tookMs: number, at: number): OperationEnd {
  const status = "DELETE_IN_PROGRESS";
  if (polled.kind === "aborted") return { kind: "cancelled", status, tookMs };
  if (polled.kind === "timed-out") return { kind: "timed-out", status, tookMs };
  if (polled.value === "gone") return { kind: "succeeded", status: "DELETE_COMPLETE", tookMs };
  const { name, arn, status: stuck, statusReason: reason } = polled.value;
  const stackItself = { stackPath: [], logicalId: name, type: "AWS::CloudFormation::Stack", physicalId: arn };
  const cause = reason === undefined ? undefined : { ...stackItself, status: stuck, reason, at };
  return { kind: "failed", status: stuck, tookMs, cause };
}

/** The token of a stack's deletion under way, if an earlier attempt of this run started it. */
export async function runningDeletion(
  job: DestroyJob,
  stack: Stack,
  { stacks }: Pick<DestroyPorts, "stacks">,
): Promise<string | undefined> {
  const events = await stacks.events(stack.arn, () => false);
  const begun = events.find((event) => isStackItself(event) && event.status === "DELETE_IN_PROGRESS");
  return begun?.token?.startsWith(tokenStart(job)) === true ? begun.token : undefined;
}

/** Watches a deletion that an earlier attempt started; starts nothing. */
export function followDeletion(
  job: DestroyJob,
  doomed: Doomed,
  token: string,
  ports: DestroyPorts,
): Promise<WatchedOperation> {
  ports.log.info("An earlier attempt of this destroy is still running (DELETE_IN_PROGRESS): following it.");
  return watch(job, doomed, token, ports);
}

/** One call is one deletion: after a failed one the next must not be taken for it. The run's id tells whose it is. */
function tokenStart({ run }: DestroyJob): string {
  return `destroy-${run.id}-`;
}

async function watch(
  job: DestroyJob,
  { stack, total, estimate }: Doomed,
  token: string,
  ports: DestroyPorts,
): Promise<WatchedOperation> {
  const { deadline, cancel } = job;
  const since = stack.updatedAt ?? stack.createdAt;
  const request: WatchRequest = {
    ...{ stackArn: stack.arn, stackName: stack.name, token, since, deadline, total, cancel },
    isDeletion: true,
    left: (operation, now) => remaining(estimate, operation, now),
  };
  try {
    return await ports.log.group(`Deleting ${stack.name}`, () => watchOperation(request, ports));
  } catch (error) {
    // A mistake of ours: the deletion goes on all the same.
    logStack(error, ports.log);
    return outOfSight(error, true);
  }
}
