import type { Estimate } from "../../estimate/estimate.ts";
import { remaining } from "../../estimate/remaining.ts";
import type { Alarms, ChangeSets, Pace, Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { disposition } from "../../stack/disposition.ts";
import type { RollbackConfiguration, Stack } from "../../stack/model.ts";
import { leftBehindText } from "../../stack/nextStep.ts";
import type { Operation } from "../../stack/operation.ts";
import { isThrottled } from "../../stack/serviceError.ts";
import { sha256 } from "../../template/canonical.ts";
import type { StackJob } from "../job.ts";
import { logStack } from "../unexpected.ts";
import { withFiredAlarms } from "./firedAlarms.ts";
import { afterLostCall, answered, neverAnswered, notStarted, outOfSight } from "./unseen.ts";
import { type Progress, type WatchedOperation, watchOperation } from "./watch.ts";

interface ExecutionPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly alarms: Alarms;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is executed, and who is told how far it is. */
export interface ExecutionRequest {
  readonly changeSetArn: string;
  readonly stackArn: string;
  /** Resources that change. */
  readonly total: number;
  /** When the change set was made, in AWS's time: no event of its execution is older. Milliseconds since the epoch. */
  readonly since: number;
  /** The alarms that can turn it back. */
  readonly rollback?: RollbackConfiguration | undefined;
  /** How long it takes, where that was worked out. */
  readonly estimate?: Estimate | undefined;
  readonly onProgress?: (progress: Progress) => Promise<void>;
  /** Of the log's group, where it is no deploy. */
  readonly title?: string;
}

/**
 * Executes a change set and watches the operation to its end. A job that is cancelled by then starts nothing. Throws only
 * where nothing has begun for certain: whatever goes wrong after that leaves the operation out of sight.
 */
export async function execute(
  job: StackJob,
  request: ExecutionRequest,
  ports: ExecutionPorts,
): Promise<WatchedOperation> {
  if (job.cancel.aborted) return notStarted;
  const token = executionToken(request.changeSetArn);
  const started = await answered(job, ports, () => start(job, request, token, ports));
  if (started === "cancelled") return neverAnswered;
  if (typeof started === "object") return started;
  if (started === "started") return watch(job, request, token, ports);
  // By an earlier call of ours or by somebody else, with another token or none: it is the first operation since the
  // change set was made, for any other would have made it obsolete.
  ports.log.info("This change set is being executed already: following that.");
  return watch(job, request, undefined, ports);
}

/**
 * The change set whose execution by an earlier attempt of this deploy is still running; `undefined` when there is none.
 * The token on the operation's events tells it from an operation that somebody else started meanwhile.
 * @param stack as it is now
 * @param isOurs whether a change set is one that this deploy may have executed
 */
export async function runningExecution(
  stack: Stack | undefined,
  isOurs: (changeSetArn: string) => boolean,
  ports: Pick<ExecutionPorts, "stacks">,
): Promise<{ readonly stack: Stack; readonly changeSetArn: string } | undefined> {
  const changeSetArn = stack?.changeSetArn;
  if (stack === undefined || changeSetArn === undefined || !isOurs(changeSetArn)) return undefined;
  if (disposition(stack.status).kind !== "busy") return undefined;
  const since = startOf(stack);
  const events = await ports.stacks.events(stack.arn, (event) => event.at < since);
  const token = executionToken(changeSetArn);
  return events.some((event) => event.token === token) ? { stack, changeSetArn } : undefined;
}

/** Watches an execution that runs already; starts nothing. */
export function attach(
  job: StackJob,
  running: { readonly stack: Stack; readonly changeSetArn: string },
  onProgress: NonNullable<ExecutionRequest["onProgress"]>,
  ports: ExecutionPorts,
): Promise<WatchedOperation> {
  const { changeSetArn, stack } = running;
  const { arn: stackArn, rollback } = stack;
  const request = { changeSetArn, stackArn, total: 0, since: startOf(stack), rollback, onProgress };
  return watch(job, request, executionToken(changeSetArn), ports);
}

/** Asks for the execution. An answer that is lost for good says nothing about what has become of it. */
async function start(
  job: StackJob,
  { changeSetArn, stackArn }: ExecutionRequest,
  token: string,
  { changeSets }: Pick<ExecutionPorts, "changeSets">,
): Promise<"started" | "already-started" | WatchedOperation> {
  try {
    return await changeSets.execute({ changeSetArn, stackArn, token, disableRollback: disableRollback(job) });
  } catch (error) {
    const lost = afterLostCall(error, job);
    if (lost !== undefined) return lost;
    if (job.cancel.aborted && isThrottled(error)) return notStarted;
    throw error;
  }
}

/** When the stack's present operation started, at the latest. */
function startOf(stack: Stack): number {
  return stack.updatedAt ?? stack.createdAt;
}

/**
 * Derived from the change set: a second call with it is the same call, and every event of the operation carries it.
 * CloudFormation's pattern is `[a-zA-Z0-9][-a-zA-Z0-9]*`, at most 128.
 */
function executionToken(changeSetArn: string): string {
  return `aurora-deploy-${sha256(changeSetArn).slice(0, 40)}`;
}

/**
 * Always explicit, for AWS's documentation contradicts itself on the default; but not together with the
 * OnStackFailure that `delete` puts on the change set.
 */
function disableRollback({ inputs }: StackJob): boolean | undefined {
  return inputs.onFailure === "delete" ? undefined : inputs.onFailure === "keep";
}

async function watch(
  job: StackJob,
  request: ExecutionRequest,
  token: string | undefined,
  ports: ExecutionPorts,
): Promise<WatchedOperation> {
  const { stackArn, since, total, rollback, estimate, onProgress } = request;
  const { title = `Deploying ${job.inputs.stackName}` } = request;
  const { deadline, cancel } = job;
  const { stackName } = job.inputs;
  const watched = {
    ...{ stackArn, stackName, token, since, deadline, total, rollback, cancel },
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(estimate && { left: (operation: Operation, now: number) => remaining(estimate, operation, now) }),
  };
  try {
    const seen = await ports.log.group(title, () => watchOperation(watched, ports));
    warnOfLeft(seen, ports);
    return await withFiredAlarms(seen, rollback, ports);
  } catch (error) {
    // A mistake of ours: the operation goes on all the same.
    logStack(error, ports.log);
    return outOfSight(error, true);
  }
}

/** Whatever the end: what stays in no stack wants somebody, and nobody unfolds a log that ends well. */
function warnOfLeft({ end }: WatchedOperation, { log }: Pick<ExecutionPorts, "log">): void {
  const left = end.kind === "succeeded" || end.kind === "failed" ? (end.leftBehind ?? []) : [];
  if (left.length > 0) log.warning(leftBehindText(left));
}
