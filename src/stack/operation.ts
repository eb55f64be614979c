import { chronological, isInProgress, isStackItself, nestedStackArn, resourceOf } from "./eventKinds.ts";
import { append, emptyLedger, has, type Ledger } from "./ledger.ts";
import {
  ABOUT_TO_START,
  NOT_STARTED,
  type OperationEnd,
  type ResourceProgress,
  type StackEvent,
} from "./model.ts";
import { openPhase } from "./timeline.ts";

/** One stack operation as its events tell it: a value, folded by `observe`. Times are AWS's, ms since the epoch. */
export interface Operation {
  readonly stackArn: string;
  /** The ClientRequestToken by which its events are known; without one, the first operation since `since` is followed. */
  readonly token: string | undefined;
  /** No event of the operation is older. */
  readonly since: number;
  /** Whether it deletes the stack. */
  readonly isDeletion: boolean;
  /** Set once the operation's first event of the root stack itself is there. */
  readonly begun: { readonly at: number; readonly status: string } | undefined;
  /** The operation's own id, and its rollback's. */
  readonly operationIds: ReadonlySet<string>;
  /** The operation's events, each once, in the order in which they were observed. */
  readonly events: Ledger<StackEvent>;
  /** The newest event's time. */
  readonly newestAt: number;
  /** The operation's stacks by ARN, the root stack first: the logical ids that lead there and the stack's own status. */
  readonly stacks: ReadonlyMap<string, FollowedStack>;
  /** What is in progress, by `resourceOf`; the root stack itself is not in it. */
  readonly open: ReadonlyMap<string, ResourceProgress>;
  /** Resources that came to an end on the way forward, each once. */
  readonly finished: Ledger<true>;
  readonly rollingBack: boolean;
  /** The operation's end, once the root stack's terminal event is there. */
  readonly end: { readonly status: string; readonly succeeded: boolean; readonly tookMs: number } | undefined;
}

export interface FollowedStack {
  readonly path: readonly string[];
  /** The stack's own newest status in this operation. */
  readonly status: string | undefined;
  readonly at: number;
}

/** An operation of which nothing was seen yet. */
export function startOperation(request: {
  readonly stackArn: string;
  readonly token?: string | undefined;
  readonly since: number;
  readonly isDeletion?: boolean;
}): Operation {
  return {
    stackArn: request.stackArn,
    token: request.token,
    since: request.since,
    isDeletion: request.isDeletion ?? false,
    begun: undefined,
    operationIds: new Set(),
    events: emptyLedger(),
    newestAt: 0,
    stacks: new Map([[request.stackArn, { path: [], status: undefined, at: 0 }]]),
    open: new Map(),
    finished: emptyLedger(),
    rollingBack: false,
    end: undefined,
  };
}

/**
 * The operation after more events of one stack, newest first as AWS lists them. Events that were seen before and those
 * of other operations change nothing.
 */
export function observe(operation: Operation, newestFirst: readonly StackEvent[]): Operation {
  return chronological(newestFirst).reduce(observeEvent, operation);
}

/** The operation after one more event; the very same value if the event is known or another operation's. */
export function observeEvent(operation: Operation, event: StackEvent): Operation {
  if (has(operation.events, event.id) || !belongs(operation, event)) return operation;
  const next = {
    ...operation,
    events: append(operation.events, event.id, event),
    newestAt: Math.max(operation.newestAt, event.at),
    operationIds: withOperationId(operation, event),
    stacks: withNestedStack(operation.stacks, event),
  };
  if (event.hook !== undefined) return next;
  return isStackItself(event) ? afterStackEvent(next, event) : afterResourceEvent(next, event);
}

/** Whether a status of a stack can be an operation's last. */
export function isTerminal(status: string): boolean {
  return /^(CREATE|UPDATE|DELETE|IMPORT|ROLLBACK|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_(COMPLETE|FAILED)$/.test(
    status,
  );
}

/** The root stack's own newest status in the operation. */
export function rootStatus(operation: Operation): string | undefined {
  return operation.stacks.get(operation.stackArn)?.status;
}

/**
 * The stack's status as an operation left it, for others to go by: CloudFormation's word for it, or `unknown` where something
 * was begun, or may have been, and it is not known what became of it.
 * @param before the status where nothing was begun, as far as it is known
 */
export function statusAfter<Before extends string | undefined>(
  end: OperationEnd,
  before: Before,
): string | Before {
  if (end.kind === "lost-sight" || end.status === ABOUT_TO_START) return "unknown";
  return end.status === NOT_STARTED ? before : end.status;
}

/**
 * What the operation's outcome will be, once nothing can change it any more: CloudFormation only cleans up what was
 * replaced. The stack is still busy then, and its terminal event still to come.
 */
export function decidedEnd(operation: Operation): "succeeded" | "failed" | undefined {
  const status = rootStatus(operation);
  if (status === "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS") return "succeeded";
  if (status === "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS") return "failed";
  return undefined;
}

/** Whether nothing is in progress although the operation goes on, and forward. */
export function isAtRest(operation: Operation): boolean {
  const { begun, open, rollingBack, end } = operation;
  if (begun === undefined || rollingBack || end !== undefined || open.size > 0) return false;
  return /^(CREATE|UPDATE|IMPORT)_IN_PROGRESS$/.test(rootStatus(operation) ?? "");
}

/** The operation with another end than its last event tells: the stack itself is in that status. */
export function endedAs(operation: Operation, status: string): Operation {
  const { begun, end } = operation;
  if (begun === undefined || end === undefined) return operation;
  return { ...operation, end: { ...end, status, succeeded: isSuccess(begun, status) } };
}

function belongs(operation: Operation, event: StackEvent): boolean {
  const { begun } = operation;
  if (event.stackArn !== operation.stackArn) {
    // A nested stack is locked while its root's operation runs: whatever happens to it then is part of that.
    return begun !== undefined && event.at >= begun.at && operation.stacks.has(event.stackArn);
  }
  if (operation.token !== undefined && event.token === operation.token) return true;
  if (event.operationId !== undefined && operation.operationIds.has(event.operationId)) return true;
  if (begun === undefined) return begins(operation, event);
  // Operations on a stack exclude each other: until our own has ended, every event is its or its rollback's (which has
  // an operation id of its own). After the end, an event of another operation is somebody else's.
  return event.at >= begun.at && operation.end === undefined;
}

/** Whether the event starts the operation although no token says so: none is known, or the service tells none. */
function begins(operation: Operation, event: StackEvent): boolean {
  // CloudFormation marks every event with its operation, and a call's token where one was sent: an event without ours
  // is of another call, made after our change set and before its execution. Emulators mark nothing.
  const isMarked = event.token !== undefined || event.operationId !== undefined;
  if (operation.token !== undefined && isMarked) return false;
  const start = isStackItself(event) && isInProgress(event.status) && event.status !== "REVIEW_IN_PROGRESS";
  // Since a stack was last updated, which is as far as is known of a deletion, that update itself was begun, too.
  const isOfItsKind = (event.status === "DELETE_IN_PROGRESS") === operation.isDeletion;
  return start && isOfItsKind && event.at >= operation.since;
}

function withOperationId(operation: Operation, { operationId, stackArn }: StackEvent): ReadonlySet<string> {
  const known = operationId === undefined || operation.operationIds.has(operationId);
  // A nested stack's operations have ids of their own, which say nothing about the root stack's.
  if (known || stackArn !== operation.stackArn) return operation.operationIds;
  return new Set([...operation.operationIds, operationId]);
}

function withNestedStack(stacks: Operation["stacks"], event: StackEvent): Operation["stacks"] {
  const nested = nestedStackArn(event);
  if (nested === undefined) return stacks;
  const known = stacks.get(nested);
  if (known !== undefined && !isReopened(known, event)) return stacks;
  const path = known?.path ?? [...(stacks.get(event.stackArn)?.path ?? []), event.logicalId];
  // A deletion always tells of itself in the nested stack, too; an update that changes nothing there does not.
  const isDeleted = event.status === "DELETE_IN_PROGRESS" && event.hook === undefined;
  const status = isDeleted ? event.status : undefined;
  return new Map([...stacks, [nested, { path, status, at: known?.at ?? 0 }]]);
}

/**
 * Whether a nested stack that had ended is at work again, as the stack around it tells: a deletion that failed is tried again, and
 * a rollback takes back what was done.
 */
function isReopened({ status, at }: FollowedStack, event: StackEvent): boolean {
  if (event.hook !== undefined || !isInProgress(event.status) || event.at <= at) return false;
  return status === undefined || isTerminal(status);
}

function afterStackEvent(operation: Operation, event: StackEvent): Operation {
  const before = operation.stacks.get(event.stackArn);
  // An event that is told late must not take a stack back to an earlier state.
  if (before === undefined || event.at < before.at) return operation;
  const stacks = new Map(operation.stacks).set(event.stackArn, {
    path: before.path,
    status: event.status,
    at: event.at,
  });
  if (event.stackArn !== operation.stackArn) return { ...operation, stacks };
  const begun = operation.begun ?? { at: event.at, status: event.status };
  const turnedBack =
    event.status.includes("ROLLBACK") || (event.status.startsWith("DELETE") && !isDelete(begun));
  const rollingBack = operation.rollingBack || turnedBack;
  return { ...operation, stacks, begun, rollingBack, end: endOf(begun, event) };
}

function afterResourceEvent(operation: Operation, event: StackEvent): Operation {
  const key = resourceOf(event);
  const open = new Map(operation.open);
  if (isInProgress(event.status)) {
    open.set(key, openPhase(open.get(key), event, operation.stacks.get(event.stackArn)?.path ?? []));
    return { ...operation, open };
  }
  open.delete(key);
  const finished = operation.rollingBack ? operation.finished : append(operation.finished, key, true);
  return { ...operation, open, finished };
}

type Begun = NonNullable<Operation["begun"]>;

function endOf(begun: Begun, { status, at }: StackEvent): Operation["end"] {
  if (!isTerminal(status)) return undefined;
  return { status, succeeded: isSuccess(begun, status), tookMs: Math.max(0, at - begun.at) };
}

/** Whether the stack is then what was asked for. */
function isSuccess(begun: Begun, status: string): boolean {
  if (status === "DELETE_COMPLETE" || isDelete(begun)) return status === "DELETE_COMPLETE" && isDelete(begun);
  return status === "CREATE_COMPLETE" || status === "UPDATE_COMPLETE" || status === "IMPORT_COMPLETE";
}

function isDelete(begun: Begun): boolean {
  return begun.status === "DELETE_IN_PROGRESS";
}
