import { leftText } from "../../estimate/words.ts";
import { chronological, isInProgress, isStackItself, resourceOf } from "../../stack/eventKinds.ts";
import { duration, eventLine } from "../../stack/eventLine.ts";
import type { StackEvent } from "../../stack/model.ts";
import { type Operation, observeEvent, rootStatus } from "../../stack/operation.ts";
import type { Sight } from "./look.ts";
import { isMonitored, monitoringText } from "./monitoring.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";

const HEARTBEAT_MS = 30_000;
const NAMED_IN_HEARTBEAT = 5;

/** The sight after more events, newest first in each list, with a line in the log for each that is new. */
export function tellEvents(
  sight: Sight,
  lists: readonly (readonly StackEvent[])[],
  request: WatchRequest,
  ports: WatchPorts,
): Sight {
  let { operation } = sight;
  // The root stack's list comes first and can name the stacks of the others, so that one order fits them all.
  for (const event of chronological(lists.toReversed().flat())) {
    const next = observeEvent(operation, event);
    if (next !== operation) ports.log.info(line(operation, next, event, request.total));
    operation = next;
  }
  if (operation === sight.operation) return sight;
  const now = ports.clock.now();
  return { ...sight, operation, newsAt: now, saidAt: now };
}

/**
 * After half a minute without a line: what is in progress, for how long, and how much longer it takes. At once, that the
 * stack is monitored now.
 */
export function heartbeat(sight: Sight, request: WatchRequest, ports: WatchPorts): Sight {
  const now = ports.clock.now();
  const begins = sight.monitoredAt !== sight.newsAt && isMonitored(sight, request, now);
  if (begins && request.rollback !== undefined) {
    ports.log.info(`… all resources are done, ${monitoringText(request.rollback)}`);
    return { ...sight, saidAt: now, monitoredAt: sight.newsAt };
  }
  if (now - sight.saidAt < HEARTBEAT_MS) return sight;
  const left = request.left?.(sight.operation, now);
  const longer = left === undefined ? "" : `; ${leftText(left)}`;
  const what =
    request.rollback !== undefined && isMonitored(sight, request, now)
      ? `${monitoringText(request.rollback)}, since ${duration(now - sight.newsAt)}`
      : whatGoesOn(sight.operation, request, now);
  ports.log.info(`… ${duration(now - sight.startedAt)}: ${what}${longer}`);
  return { ...sight, saidAt: now };
}

function whatGoesOn(operation: Operation, request: WatchRequest, now: number): string {
  if (operation.begun === undefined) return `no event of the operation yet (stack ${request.stackName})`;
  const open = [...operation.open.values()].sort((a, b) => a.startedAt - b.startedAt);
  if (open.length === 0) return `stack ${request.stackName} is ${rootStatus(operation)}`;
  const named = open.slice(0, NAMED_IN_HEARTBEAT).map(({ stackPath, logicalId, type, status, startedAt }) => {
    return `${[...stackPath, logicalId].join("/")} (${type}) ${status} for ${duration(now - startedAt)}`;
  });
  const more = open.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

function line(before: Operation, after: Operation, event: StackEvent, total: number): string {
  const stackPath = after.stacks.get(event.stackArn)?.path ?? [];
  if (event.hook !== undefined || isInProgress(event.status)) return eventLine(event, { stackPath });
  if (isStackItself(event)) return eventLine(event, { stackPath, ...tookOf(after, event) });
  const started = before.open.get(resourceOf(event))?.startedAt;
  return eventLine(event, {
    stackPath,
    ...(started === undefined ? {} : { tookMs: event.at - started }),
    ...(after.rollingBack ? {} : { done: after.finished.size, total: Math.max(total, after.finished.size) }),
  });
}

function tookOf(operation: Operation, event: StackEvent): { tookMs?: number } {
  const { end, stackArn } = operation;
  return end !== undefined && event.stackArn === stackArn ? { tookMs: end.tookMs } : {};
}
