import type { Span } from "../../estimate/span.ts";
import type { Pace, Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { entries } from "../../stack/ledger.ts";
import type {
  OperationEnd,
  ResourceProgress,
  RollbackConfiguration,
  Stack,
  StackEvent,
  Unread,
} from "../../stack/model.ts";
import { type Operation, startOperation } from "../../stack/operation.ts";
import { timeline } from "../../stack/timeline.ts";
import { unlessCancelled } from "../../unlessCancelled.ts";
import { confirmEnd, type StackAfter, stackInCleanup } from "./confirmEnd.ts";
import { ended, endedUnread, gaveUp, goneUnseen, stopped } from "./ends.ts";
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
  /** The stack as it is after the operation; `undefined` when it is gone or could not be read. */
  readonly stack: Stack | undefined;
  /** Why it could not be read after the operation's end. */
  readonly unread?: Unread;
}

/**
 * Watches one operation of a stack until the root stack's terminal event *of this operation*, writing a line for every
 * event, nested stacks' included. A status of DescribeStacks never ends it: the first one after an execution can be
 * the previous operation's.
 *
 * While CloudFormation cleans up after an update (`*_CLEANUP_IN_PROGRESS`) the stack is still busy, so it is waited
 * for; but its outcome is certain, and neither a deadline nor credentials that end then make anything else of it.
 *
 * AWS that cannot be asked for a while is asked again until the deadline; credentials or permissions that end are
 * `lost-sight`. What has failed by the time that watching ends says so, with its cause. Throws only what is no error of AWS's.
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
  const now = () => ports.clock.now();
  let sight = firstSight(request, now());
  await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
  for (;;) {
    const seen = await unlessCancelled(request.cancel, () => look(sight, request, ports));
    if (seen === "cancelled") return watched(sight, stopped("cancelled", sight, now()));
    if (seen.operation !== sight.operation) reporter.tell(seen.operation);
    sight = seen;
    if (sight.operation.end !== undefined) {
      const confirmed = await unlessCancelled(request.cancel, () => confirmEnd(sight, request, ports));
      if (confirmed === "cancelled") return watched(sight, endedUnread(sight, now()));
      sight = confirmed.sight;
      if (confirmed.kind === "ended") return watched(sight, ended(sight), confirmed.after);
    }
    if (await isGoneUnseen(sight, request, ports)) return watched(sight, goneUnseen(sight, now()));
    const over = gaveUp(sight, request.deadline, now());
    if (over?.kind === "succeeded") return watched(sight, over, await stackInCleanup(request, ports));
    if (over !== undefined) return watched(sight, over);
    const quiet = heartbeat(sight, request, ports);
    // No event tells of the monitoring, and without one nothing else would.
    if (quiet !== sight && isMonitored(sight, request, now())) reporter.tell(sight.operation, true);
    sight = quiet;
    await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
  }
}

function firstSight(request: WatchRequest, now: number): Sight {
  const operation = startOperation(request);
  const times = { startedAt: now, newsAt: now, saidAt: now };
  return { operation, ...times, monitoredAt: undefined, looks: 0, lookedAt: new Map(), trouble: undefined };
}

function watched(
  sight: Sight,
  end: OperationEnd,
  after: StackAfter = { stack: undefined },
): WatchedOperation {
  const events = entries(sight.operation.events);
  return { end, events, timeline: timeline(events), ...after };
}
