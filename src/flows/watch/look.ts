import { has } from "../../stack/ledger.ts";
import type { StackEvent } from "../../stack/model.ts";
import { isTerminal, type Operation } from "../../stack/operation.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import { SOON_MS, wantedPause } from "./pause.ts";
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
  /** The `newsAt` after which it was said that the stack is monitored now. */
  readonly monitoredAt: number | undefined;
  /** The looks so far. */
  readonly looks: number;
  /** Which of them was the last at a stack, by its ARN. */
  readonly lookedAt: ReadonlyMap<string, number>;
  /** AWS could not be asked, `times` in a row. */
  readonly trouble: { readonly error: ServiceError; readonly times: number } | undefined;
}

/**
 * Events can be listed out of order for some seconds: those of this long before the newest one are read again, which
 * costs no call, as they are on the page that is read anyway.
 */
const REREAD_MS = 10_000;

/**
 * One look, which is one call: at the root stack's new events, or at those of a nested stack.
 * Never throws an error of AWS's: it is the sight's `trouble`.
 */
export async function look(sight: Sight, request: WatchRequest, ports: WatchPorts): Promise<Sight> {
  const stackArn = whoseTurn(sight, request);
  const looks = sight.looks + 1;
  const lookedAt = new Map(sight.lookedAt).set(stackArn, looks);
  return lookAt([stackArn], { ...sight, looks, lookedAt }, request, ports);
}

/**
 * The root stack, which alone tells of the operation's end, twice; then the nested stack in progress that has waited longest,
 * whichever it is, so that none is left out. One that has ended need not wait for the second time.
 */
function whoseTurn(sight: Sight, { stackArn }: WatchRequest): string {
  const { operation, looks, lookedAt } = sight;
  const atNested = [...lookedAt].filter(([arn]) => arn !== stackArn).map(([, at]) => at);
  const atRoot = looks - Math.max(0, ...atNested);
  const nested = movingStacks(operation);
  const isDue = atRoot >= (nested.some((arn) => !isOpen(operation, arn)) ? 1 : 2);
  const since = (arn: string) => lookedAt.get(arn) ?? 0;
  const [longest] = nested.toSorted((a, b) => since(a) - since(b));
  return isDue && longest !== undefined ? longest : stackArn;
}

/** Stacks that are asked at once for the final read: more would be throttled in wide trees. */
const AT_ONCE = 2;

/**
 * Reads what is new of the root stack and of all nested stacks whose last event was not seen yet, also of those that
 * are only found on the way: a tree can be done before its inner stacks were ever looked at.
 */
export async function lookAtAll(sight: Sight, request: WatchRequest, ports: WatchPorts): Promise<Sight> {
  const asked = new Set<string>();
  let seen = sight;
  for (;;) {
    const left = [request.stackArn, ...unfinishedStacks(seen.operation)].filter((arn) => !asked.has(arn));
    if (left.length === 0) return seen;
    const next = left.slice(0, AT_ONCE);
    for (const arn of next) asked.add(arn);
    seen = await lookAt(next, seen, request, ports);
    if (seen.trouble !== undefined) return seen;
  }
}

/** Milliseconds until the next look: what is wanted, longer while AWS is in trouble or throttles, and the deadline. */
export function untilNextLook(sight: Sight, request: WatchRequest, { clock, pace }: WatchPorts): number {
  const now = clock.now();
  const { trouble } = sight;
  const wanted =
    trouble === undefined ? wantedNow(sight, request, now) : Math.min(10_000, 1000 * 2 ** trouble.times);
  return Math.max(0, Math.min(pace.pause(wanted), request.deadline - now));
}

function wantedNow(sight: Sight, request: WatchRequest, now: number): number {
  const { operation, startedAt, newsAt, looks, lookedAt } = sight;
  const wanted = wantedPause({ operation, now, startedAt, newsAt, total: request.total });
  const { stackArn } = request;
  // A look at a nested stack comes between two at the root stack, which are not to be further apart for it.
  const isBetween = lookedAt.get(stackArn) !== looks || whoseTurn(sight, request) !== stackArn;
  return looks > 0 && isBetween ? Math.max(SOON_MS, wanted / 2) : wanted;
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
  return unfinishedStacks(operation).filter(
    (arn) => operation.stacks.get(arn)?.status !== undefined || isOpen(operation, arn),
  );
}

/** Whether a nested stack is in progress as far as the stack around it has told. */
function isOpen({ open }: Operation, arn: string): boolean {
  return [...open.values()].some(({ physicalId }) => physicalId === arn);
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
