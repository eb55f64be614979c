import type { Span } from "../../estimate/span.ts";
import type { Pace, Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { isFailed } from "../../stack/eventKinds.ts";
import { entries } from "../../stack/ledger.ts";
import {
  ABOUT_TO_START,
  type OperationEnd,
  type ResourceProgress,
  type RollbackConfiguration,
  type RootCause,
  type Stack,
  type StackEvent,
} from "../../stack/model.ts";
import { decidedEnd, isTerminal, type Operation, rootStatus, startOperation } from "../../stack/operation.ts";
import {
  isCalledOff,
  leftBehind,
  retained,
  rollbackCause,
  rootCause,
  stuckResources,
} from "../../stack/rootCause.ts";
import { timeline } from "../../stack/timeline.ts";
import { unlessCancelled } from "../../unlessCancelled.ts";
import { confirmEnd, stackInCleanup } from "./confirmEnd.ts";
import { isGoneUnseen } from "./goneUnseen.ts";
import { look, type Sight, untilNextLook } from "./look.ts";
import { isMonitored } from "./monitoring.ts";
import { heartbeat } from "./watchLog.ts";
import { lastReport, type Progress, type ProgressReporter, progressReporter } from "./watchProgress.ts";

export type { Progress } from "./watchProgress.ts";

export interface WatchRequest {
  readonly stackArn: string;
  readonly stackName: string;
  /** The operation's ClientRequestToken; without one the first operation since `since` is watched. */
  readonly token: string | undefined;
  /** AWS's time, milliseconds since the epoch: no event of the operation is older. */
  readonly since: number;
  /** Whether the operation deletes the stack. */
  readonly isDeletion?: boolean;
  /** A time of the clock. Past it the run stops watching; the operation goes on. */
  readonly deadline: number;
  /** Resources that are expected to change; 0 when unknown. */
  readonly total: number;
  /** The alarms that can turn the operation back, and how long they are watched at its end. */
  readonly rollback?: RollbackConfiguration | undefined;
  /** How much longer the operation takes; absent where there is no plan of it. */
  readonly left?: HowMuchLonger;
  readonly cancel: AbortSignal;
  /** Told after each look with news. The watch does not wait for it, and does not call it while it still runs. */
  readonly onProgress?: (progress: Progress) => Promise<void> | void;
}

/** What is left of an operation at a time; `undefined` where nobody can tell. */
export type HowMuchLonger = (operation: Operation, now: number) => Span | undefined;

export interface WatchPorts {
  readonly stacks: Pick<Stacks, "describe" | "events">;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

export interface WatchedOperation {
  readonly end: OperationEnd;
  /** The operation's events, each once, in the order in which they were seen. */
  readonly events: readonly StackEvent[];
  readonly timeline: readonly ResourceProgress[];
  /** The stack as it is after the operation; `undefined` when it is gone or could not be asked. */
  readonly stack: Stack | undefined;
}

/**
 * Watches one operation of a stack until the root stack's terminal event *of this operation*, writing a line for every
 * event, nested stacks' included. A status of DescribeStacks never ends it: the first one after an execution can be
 * the previous operation's.
 *
 * While CloudFormation cleans up after an update (`*_CLEANUP_IN_PROGRESS`) the stack is still busy, so it is waited
 * for; but its outcome is certain, and a deadline that comes then makes no time-out of a success.
 *
 * AWS that cannot be asked for a while is asked again until the deadline; credentials or permissions that end are
 * `lost-sight`. Throws only what is no error of AWS's.
 */
export async function watchOperation(request: WatchRequest, ports: WatchPorts): Promise<WatchedOperation> {
  const reporter = progressReporter(request, ports);
  const result = await watchToEnd(request, reporter, ports);
  await lastReport(reporter, request, ports);
  return result;
}

async function watchToEnd(
  request: WatchRequest,
  reporter: ProgressReporter,
  ports: WatchPorts,
): Promise<WatchedOperation> {
  let sight = firstSight(request, ports.clock.now());
  await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
  for (;;) {
    const seen = await unlessCancelled(request.cancel, () => look(sight, request, ports));
    if (seen === "cancelled") return watched(sight, stopped("cancelled", sight, ports));
    if (seen.operation !== sight.operation) reporter.tell(seen.operation);
    sight = seen;
    if (sight.operation.end !== undefined) {
      const confirmed = await unlessCancelled(request.cancel, () => confirmEnd(sight, request, ports));
      if (confirmed === "cancelled") return watched(sight, endedUnread(sight, ports));
      sight = confirmed.sight;
      if (confirmed.kind === "ended") return watched(sight, ended(sight), confirmed.stack);
    }
    if (await isGoneUnseen(sight, request, ports)) return watched(sight, goneUnseen(sight, ports));
    const over = gaveUp(sight, request, ports);
    if (over?.kind === "succeeded") return watched(sight, over, await stackInCleanup(request, ports));
    if (over !== undefined) return watched(sight, over);
    const quiet = heartbeat(sight, request, ports);
    // No event tells of the monitoring, and without one nothing else would.
    if (quiet !== sight && isMonitored(sight, request, ports.clock.now()))
      reporter.tell(sight.operation, true);
    sight = quiet;
    await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
  }
}

function firstSight(request: WatchRequest, now: number): Sight {
  const operation = startOperation(request);
  const times = { startedAt: now, newsAt: now, saidAt: now };
  return { operation, ...times, monitoredAt: undefined, looks: 0, lookedAt: new Map(), trouble: undefined };
}

function watched(sight: Sight, end: OperationEnd, stack?: Stack): WatchedOperation {
  const events = entries(sight.operation.events);
  return { end, events, timeline: timeline(events), stack };
}

/** A success whose outputs a cancelled job could not read any more is none; a failure stays one. */
function endedUnread(sight: Sight, ports: WatchPorts): OperationEnd {
  const end = ended(sight);
  return end.kind === "succeeded" ? stopped("cancelled", sight, ports) : end;
}

/** How the operation ended by its own terminal event. */
function ended({ operation }: Sight): OperationEnd {
  const { status, succeeded, tookMs } = operation.end ?? { status: "", succeeded: false, tookMs: 0 };
  if (!succeeded) return failed(operation.events, status, tookMs);
  return { kind: "succeeded", status, tookMs, ...leftIn(operation.events) };
}

/** While CloudFormation still cleans up, it tries again: only an end says what is left. */
function leftIn(events: Sight["operation"]["events"]): { readonly leftBehind?: readonly RootCause[] } {
  const left = leftBehind(entries(events));
  return left.length === 0 ? {} : { leftBehind: left };
}

function retainedIn(events: Sight["operation"]["events"]): { readonly retained?: readonly RootCause[] } {
  const kept = retained(entries(events));
  return kept.length === 0 ? {} : { retained: kept };
}

function failed(events: Sight["operation"]["events"], status: string, tookMs: number): OperationEnd {
  const all = entries(events);
  // Back where it was, it has not failed: what could not be deleted then is left behind.
  const isStuck = isFailed(status);
  const rollback = isStuck ? rollbackCause(all) : undefined;
  const stuck = isStuck ? stuckResources(all) : [];
  const cause = rootCause(all);
  return {
    kind: "failed",
    status,
    tookMs,
    cause,
    ...(rollback === undefined ? {} : { rollbackCause: rollback }),
    ...(stuck.length === 0 ? {} : { stuck }),
    ...(isTerminal(status) && !isStuck ? { ...leftIn(events), ...retainedIn(events) } : {}),
    ...(isCalledOff(all) ? { isCalledOff: true } : {}),
  };
}

/** The end of a deletion of which no event told. */
function goneUnseen({ startedAt }: Sight, { clock }: WatchPorts): OperationEnd {
  return { kind: "succeeded", status: "DELETE_COMPLETE", tookMs: clock.now() - startedAt };
}

/** Why watching ends before the operation does, if it does. */
function gaveUp(sight: Sight, request: WatchRequest, ports: WatchPorts): OperationEnd | undefined {
  const { trouble, operation } = sight;
  const late = ports.clock.now() >= request.deadline;
  const tookMs = ports.clock.now() - sight.startedAt;
  if (trouble !== undefined && (late || !trouble.error.mayPass)) {
    const { message: reason, hint } = trouble.error;
    return { kind: "lost-sight", reason, tookMs, ...(hint === undefined ? {} : { hint }) };
  }
  if (!late) return undefined;
  const decided = decidedEnd(operation);
  const status = rootStatus(operation) ?? "";
  if (decided === "succeeded") return { kind: "succeeded", status, tookMs };
  if (decided === "failed") return failed(operation.events, status, tookMs);
  return stopped("timed-out", sight, ports);
}

function stopped(kind: "timed-out" | "cancelled", sight: Sight, ports: WatchPorts): OperationEnd {
  return {
    kind,
    status: rootStatus(sight.operation) ?? ABOUT_TO_START,
    tookMs: ports.clock.now() - sight.startedAt,
  };
}
