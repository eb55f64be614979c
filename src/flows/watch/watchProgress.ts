import type { Span } from "../../estimate/span.ts";
import type { ResourceProgress, RollbackConfiguration } from "../../stack/model.ts";
import type { Operation } from "../../stack/operation.ts";
import { unlessCancelled } from "../../unlessCancelled.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";

/** How far an operation is. Times are milliseconds since the epoch. */
export interface Progress {
  readonly startedAt: number;
  readonly now: number;
  readonly done: number;
  readonly total: number;
  /** How much longer it takes; absent where nobody knows. */
  readonly left?: Span;
  readonly inProgress: readonly ResourceProgress[];
  /** All resources are done, and this is watched before the operation ends. */
  readonly monitoring?: RollbackConfiguration;
}

export interface ProgressReporter {
  /** Starts a report unless one is still under way: the next look tells the newer state anyway. */
  readonly tell: (operation: Operation, isMonitored?: boolean) => void;
  /** The report that is under way, if one is. */
  readonly underWay: () => Promise<void> | undefined;
}

/** Reports beside the watch: a comment that is slow or fails neither holds up nor fails a deploy. */
export function progressReporter(request: WatchRequest, ports: WatchPorts): ProgressReporter {
  const { onProgress } = request;
  let underWay: Promise<void> | undefined;
  const report = async (operation: Operation, isMonitored: boolean): Promise<void> => {
    const monitoring = isMonitored && request.rollback ? { monitoring: request.rollback } : {};
    try {
      await onProgress?.({ ...progressOf(operation, request, ports.clock.now()), ...monitoring });
    } catch (error) {
      ports.log.debug(
        `Progress could not be reported: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      underWay = undefined;
    }
  };
  return {
    tell: (operation, isMonitored = false) => {
      if (onProgress !== undefined) underWay ??= report(operation, isMonitored);
    },
    underWay: () => underWay,
  };
}

/** Of the 7.5 s that a cancelled job has. */
const GRACE_MS = 3_000;

/**
 * Waits for the report that is under way: written after the end was told, it would say that the deploy goes on. In a
 * cancelled job it is waited for only a little.
 */
export async function lastReport(
  reporter: ProgressReporter,
  { cancel }: WatchRequest,
  { clock }: Pick<WatchPorts, "clock">,
): Promise<void> {
  const report = reporter.underWay();
  if (report === undefined || (await unlessCancelled(cancel, () => report)) !== "cancelled") return;
  const over = new AbortController();
  await Promise.race([report, clock.sleep(GRACE_MS, over.signal)]);
  over.abort();
}

function progressOf(operation: Operation, { total, left }: WatchRequest, now: number): Progress {
  const longer = left?.(operation, now);
  return {
    startedAt: operation.begun?.at ?? now,
    now,
    done: operation.finished.size,
    total: Math.max(total, operation.finished.size),
    ...(longer === undefined ? {} : { left: longer }),
    inProgress: [...operation.open.values()],
  };
}
