import { isInProgress } from "../../stack/eventKinds.ts";
import type { Stack, Unread } from "../../stack/model.ts";
import { endedAs, isTerminal, type Operation } from "../../stack/operation.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import { lookAtAll, type Sight } from "./look.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";

/** DescribeStacks and the lists of events lag by seconds; asked so often (6 s) before their answer is taken as it is. */
const ASKED_AT_MOST = 6;

/** The stack as it is after an operation, or why that is not known. */
export type StackAfter =
  | { readonly stack: Stack | undefined }
  | { readonly stack: undefined; readonly unread: Unread };

export type Confirmed =
  | { readonly kind: "ended"; readonly sight: Sight; readonly after: StackAfter }
  /** The operation goes on: a rollback followed on what looked like its end. */
  | { readonly kind: "goes-on"; readonly sight: Sight };

/**
 * After the root stack's terminal event: a final read of all events, and the stack itself, asked again while it is told
 * in an older state (its outputs would be the old ones), events are missing or could not be read. `CREATE_FAILED` and `UPDATE_FAILED` are
 * an end only where the stack stays in them.
 */
export async function confirmEnd(
  before: Sight,
  request: WatchRequest,
  ports: WatchPorts,
): Promise<Confirmed> {
  let sight = before;
  for (let asked = 1; ; asked++) {
    const [seen, answer] = await Promise.all([lookAtAll(sight, request, ports), describe(request, ports)]);
    sight = { ...seen, trouble: undefined };
    const isUnread = seen.trouble?.error.mayPass === true;
    const { end } = sight.operation;
    if (end === undefined) return { kind: "goes-on", sight };
    const current = answer.kind === "stack" && isCurrent(answer.stack, end.status, sight.operation);
    if (current && !isUnread && isComplete(sight.operation))
      return { kind: "ended", sight, after: { stack: answer.stack } };
    if (asked >= ASKED_AT_MOST || (answer.kind === "error" && !answer.error.mayPass))
      return taken(sight, end.status, answer, ports);
    await ports.clock.sleep(ports.pace.pause(400 * asked), request.cancel);
  }
}

/** What is made of the last answer although it does not fit. */
function taken(sight: Sight, status: string, answer: Answer, ports: WatchPorts): Confirmed {
  const stack = answer.kind === "stack" ? answer.stack : undefined;
  if (answer.kind === "stack" && hasStatus(stack, status)) return { kind: "ended", sight, after: { stack } };
  if (isKept(status) && isInProgress(stack?.status ?? "")) return { kind: "goes-on", sight };
  if (stack !== undefined && isSettledByIt(stack, sight.operation)) {
    ports.log.warning(`The last event says ${status}, and the stack ${stack.status}: the stack is believed.`);
    const operation = endedAs(sight.operation, stack.status);
    return { kind: "ended", sight: { ...sight, operation }, after: { stack } };
  }
  const unread = unreadAs(answer);
  ports.log.warning(
    `The operation ended ${status}, but the stack cannot be read in that state: ${unread.reason}`,
  );
  return { kind: "ended", sight, after: { stack: undefined, unread } };
}

/** A stack in another state would tell another operation's outputs. */
function unreadAs(answer: Answer): Unread {
  if (answer.kind === "stack")
    return { reason: answer.stack === undefined ? "it is gone." : `it is told as ${answer.stack.status}.` };
  const { message: reason, hint } = answer.error;
  return hint === undefined ? { reason } : { reason, hint };
}

/** Whether all that began has ended: otherwise events are still to be listed. */
function isComplete({ stackArn, stacks, open }: Operation): boolean {
  const unfinished = [...stacks].some(
    ([arn, { status }]) => arn !== stackArn && status && !isTerminal(status),
  );
  return open.size === 0 && !unfinished;
}

/** The stack while it cleans up after an update that is done: its outputs are the new ones already. */
export async function stackInCleanup(request: WatchRequest, ports: WatchPorts): Promise<StackAfter> {
  const answer = await describe(request, ports);
  if (answer.kind === "stack" && answer.stack?.status.startsWith("UPDATE_COMPLETE"))
    return { stack: answer.stack };
  const unread = unreadAs(answer);
  ports.log.warning(`The update is done, but the stack cannot be read in that state: ${unread.reason}`);
  return { stack: undefined, unread };
}

export type Answer =
  | { readonly kind: "stack"; readonly stack: Stack | undefined }
  | { readonly kind: "error"; readonly error: ServiceError };

/** The stack as DescribeStacks tells it, whatever comes of asking. */
export async function describe(
  request: WatchRequest,
  ports: Pick<WatchPorts, "stacks" | "log">,
): Promise<Answer> {
  try {
    return { kind: "stack", stack: await ports.stacks.describe(request.stackArn) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    ports.log.debug(error.message);
    return { kind: "error", error };
  }
}

/** LastUpdatedTime is when the update was asked for; its first event comes a little later. */
const FIRST_EVENT_WITHIN_MS = 30_000;

/** Whether the stack is told as it is after the operation: an update before it can have ended in the same status. */
function isCurrent(stack: Stack | undefined, status: string, { begun }: Operation): boolean {
  if (!hasStatus(stack, status)) return false;
  if (stack?.updatedAt === undefined || begun?.status !== "UPDATE_IN_PROGRESS") return true;
  return stack.updatedAt >= begun.at - FIRST_EVENT_WITHIN_MS;
}

/**
 * Whether this operation left the stack settled, though in another state than its last event says, which was then not the
 * last. An operation after it would have changed the stack later.
 */
function isSettledByIt(stack: Stack, { begun, end }: Operation): boolean {
  if (begun === undefined || end === undefined || !isTerminal(stack.status)) return false;
  const { createdAt, updatedAt } = stack;
  const endedAt = begun.at + end.tookMs;
  // A stack that is made had been a shell before, perhaps for long.
  if (begun.status === "CREATE_IN_PROGRESS") return updatedAt === undefined && createdAt <= endedAt;
  return updatedAt !== undefined && updatedAt >= begun.at - FIRST_EVENT_WITHIN_MS && updatedAt <= endedAt;
}

function hasStatus(stack: Stack | undefined, status: string): boolean {
  return stack === undefined ? status === "DELETE_COMPLETE" : stack.status === status;
}

function isKept(status: string): boolean {
  return status === "CREATE_FAILED" || status === "UPDATE_FAILED";
}
