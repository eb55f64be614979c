import { has } from "../../stack/ledger.ts";
import type { StackEvent } from "../../stack/model.ts";
import { isTerminal, type Operation } from "../../stack/operation.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";
import { tellEvents } from "./watchLog.ts";

/** What a watch knows at one moment. Times are the clock's. */
export interface Sight {
  readonly operation: Operation;
  readonly startedAt: number;
  /** When something new was last seen. */
  readonly newsAt: number;
  /** When a line was last written. */
  readonly saidAt: number;
  /** Which nested stack's turn it is. */
  readonly cursor: number;
  /** AWS could not be asked, `times` in a row. */
  readonly trouble: { readonly error: ServiceError; readonly times: number } | undefined;
}

/** Nested stacks that are asked with the root stack in one look: more would be throttled in wide trees. */
const NESTED_PER_LOOK = 2;

/**
 * Events can be listed out of order for some seconds: those of this long before the newest one are read again, which
 * costs no call, as they are on the page that is read anyway.
 */
const REREAD_MS = 10_000;

/**
 * One look: the root stack's new events (one call), and those of up to two nested stacks that are in progress, in turn.
 * Never throws an error of AWS's: it is the sight's `trouble`.
 */
export async function look(sight: Sight, request: WatchRequest, ports: WatchPorts): Promise<Sight> {
  const nested = movingStacks(sight.operation);
  const turn = nested
    .slice(0, NESTED_PER_LOOK)
    .map((_, i) => nested[(sight.cursor + i) % nested.length] ?? "");
  const next = { ...sight, cursor: sight.cursor + turn.length };
  return lookAt([request.stackArn, ...turn], next, request, ports);
}

/**
 * Reads what is new of the root stack and of all nested stacks whose last event was not seen yet, also of those that
 * are only found on the way: a tree can be done before its inner stacks were ever looked at.
 */
export async function lookAtAll(sight: Sight, request: WatchRequest, ports: WatchPorts): Promise<Sight> {
  const asked = new Set<string>();
  let seen = sight;
  let next: readonly string[] = [request.stackArn, ...unfinishedStacks(seen.operation)];
  while (next.length > 0) {
    for (const arn of next) asked.add(arn);
    seen = await lookAt(next, seen, request, ports);
    if (seen.trouble !== undefined) return seen;
    next = unfinishedStacks(seen.operation).filter((arn) => !asked.has(arn));
  }
  return seen;
}

/** Milliseconds until the next look: short while things move, longer in quiet stretches and while AWS is in trouble. */
export function untilNextLook(sight: Sight, request: WatchRequest, ports: WatchPorts): number {
  const now = ports.clock.now();
  const wanted =
    sight.trouble === undefined
      ? Math.min(5000, Math.max(1000, (now - sight.newsAt) / 7))
      : Math.min(10_000, 1000 * 2 ** sight.trouble.times);
  return Math.max(0, Math.min(wanted, request.deadline - now));
}

async function lookAt(
  stackArns: readonly string[],
  sight: Sight,
  request: WatchRequest,
  ports: WatchPorts,
): Promise<Sight> {
  try {
    const known = isKnown(sight.operation);
    const pages = await Promise.all(stackArns.map((arn) => ports.stacks.events(arn, known)));
    const seen = tellEvents(sight, pages, request, ports);
    return { ...seen, trouble: undefined };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return troubled(sight, error, ports);
  }
}

/** Where reading back may stop: nothing older can be new. */
function isKnown(operation: Operation): (event: StackEvent) => boolean {
  const first = operation.begun?.at ?? operation.since;
  return (event) =>
    event.at < first || (has(operation.events, event.id) && event.at < operation.newestAt - REREAD_MS);
}

/** Nested stacks from which news are to be expected: a stack that nothing changes in has no event of its own at all. */
function movingStacks(operation: Operation): readonly string[] {
  const open = new Set([...operation.open.values()].map(({ physicalId }) => physicalId));
  return unfinishedStacks(operation).filter(
    (arn) => operation.stacks.get(arn)?.status !== undefined || open.has(arn),
  );
}

function unfinishedStacks(operation: Operation): readonly string[] {
  return [...operation.stacks]
    .filter(([arn, { status }]) => arn !== operation.stackArn && !(status && isTerminal(status)))
    .map(([arn]) => arn);
}

function troubled(sight: Sight, error: ServiceError, ports: WatchPorts): Sight {
  // One line for a stretch of trouble; the heartbeat goes on meanwhile.
  if (error.mayPass && sight.trouble === undefined) ports.log.warning(`${error.message} Still trying.`);
  return { ...sight, trouble: { error, times: (sight.trouble?.times ?? 0) + 1 } };
}
