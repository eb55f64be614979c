import { chronological, isFailed, isStackItself, nestedStackArn, resourceOf } from "./eventKinds.ts";
import { helpFor } from "./knownCauses.ts";
import type { RootCause, StackEvent } from "./model.ts";
import { stackPaths } from "./stackPaths.ts";

type Paths = ReadonlyMap<string, readonly string[]>;

/**
 * Why an operation failed: the earliest failure that is no consequence of another, in the root stack or a nested one,
 * with what hooks said about it. `undefined` when nothing failed. Takes an operation's events in any order.
 * A consequence is what CloudFormation stops because something else failed ("Resource creation cancelled"), and a nested
 * stack that fails for a resource of its own.
 */
export function rootCause(events: readonly StackEvent[]): RootCause | undefined {
  const paths = stackPaths(events);
  const { forward, rollback } = split(events, paths);
  return firstFailure(forward, paths) ?? stackReason(events, paths) ?? firstFailure(rollback, paths);
}

/** Why the rollback of a failed operation failed in its turn, where it did. */
export function rollbackCause(events: readonly StackEvent[]): RootCause | undefined {
  const paths = stackPaths(events);
  return firstFailure(split(events, paths).rollback, paths);
}

/**
 * All that stopped the way back, or a deletion, with each one's last failure: what is to be skipped or retained. What was only
 * cancelled is not ("You can't specify resources that are in the UPDATE_FAILED state for other reasons", ContinueUpdateRollback).
 */
export function stuckResources(events: readonly StackEvent[]): readonly RootCause[] {
  const paths = stackPaths(events);
  const { forward, rollback } = split(events, paths);
  return lastOf(rollback.length > 0 ? rollback : forward)
    .filter(({ status, reason }) => isFailed(status) && !isCancellation(reason))
    .map((event) => cause(event, paths, event.reason ?? ""));
}

/**
 * Whether a person turned the operation back (CancelUpdateStack, RollbackStack): the rollback's own event says "User
 * Initiated", as every operation's first one does, and nothing had failed by then.
 */
export function isCalledOff(events: readonly StackEvent[]): boolean {
  const paths = stackPaths(events);
  const { forward, rollback } = split(events, paths);
  return rollback[0]?.reason === USER_INITIATED && firstFailure(forward, paths) === undefined;
}

const USER_INITIATED = "User Initiated";

/**
 * What an operation that came to its end was to delete and could not, each once, in the order in which it was given up.
 * CloudFormation tries three times while it cleans up, then removes the resource from the stack and ends as if nothing were
 * ("Update successful. One or more resources could not be deleted."): it stays, nothing looks after it, and it is billed.
 * Source: "Troubleshooting CloudFormation", "Resource removed from stack but not deleted"; serverless#9144 shows the events.
 * What holds a nested stack back is still in that one, which stays as a whole: its reason is told with the nested stack's.
 */
export function leftBehind(events: readonly StackEvent[]): readonly RootCause[] {
  const paths = stackPaths(events);
  const left = lastlyIn("DELETE_FAILED", events);
  const stacks = new Set(left.map((event) => nestedStackArn(event)));
  return left
    .filter(({ stackArn }) => !stacks.has(stackArn))
    .map((event) => cause(event, paths, withInner(event, left)));
}

/** "The following resource(s) failed to delete" names what is within only: why, each one's own reason says. */
function withInner(event: StackEvent, left: readonly StackEvent[]): string {
  const arn = nestedStackArn(event);
  const inner = left.filter(({ stackArn }) => stackArn === arn);
  const reasons = inner.map((one) => `${one.logicalId}: ${withInner(one, left)}`);
  return [event.reason ?? "", ...reasons].filter((text) => text !== "").join(" ");
}

/**
 * What an operation made and did not delete again when it turned back, for its DeletionPolicy keeps it (a DELETE_SKIPPED, the last
 * of its events): it stays, in no stack.
 */
export function retained(events: readonly StackEvent[]): readonly RootCause[] {
  const paths = stackPaths(events);
  return lastlyIn("DELETE_SKIPPED", events).map((event) => cause(event, paths, event.reason ?? ""));
}

function lastlyIn(status: string, events: readonly StackEvent[]): readonly StackEvent[] {
  return lastOf(chronological(events.toReversed())).filter((event) => event.status === status);
}

/** The last event of each resource, by its physical id: the logical one may be its successor's by now. */
function lastOf(ordered: readonly StackEvent[]): readonly StackEvent[] {
  const last = new Map<string, StackEvent>();
  for (const event of ordered) {
    if (isStackItself(event) || event.hook !== undefined) continue;
    const key = `${resourceOf(event)} ${event.physicalId ?? ""}`;
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()];
}

/** Whether a reason says no more than that another resource failed first. */
export function isCancellation(reason: string | undefined): boolean {
  return /^Resource (creation|update|deletion|import) (was )?cancell?ed/i.test(reason ?? "");
}

/**
 * The events before the root stack turned back and those from then on, oldest first. Once it is back it only cleans up: what
 * cannot be deleted then is left behind, and no failure of the rollback.
 */
function split(
  events: readonly StackEvent[],
  paths: Paths,
): { forward: StackEvent[]; rollback: StackEvent[] } {
  const ordered = chronological(events.toReversed());
  const root = ordered.filter((event) => isStackItself(event) && !paths.has(event.stackArn));
  const wasDelete = root[0]?.status.startsWith("DELETE") === true;
  // With `on-failure: delete` the way back of a creation is the stack's deletion.
  const turn = root.find(
    ({ status }) => status.includes("ROLLBACK_") || (status.startsWith("DELETE") && !wasDelete),
  );
  const back = root.find(({ status }) => status === "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
  const at = turn === undefined ? ordered.length : ordered.indexOf(turn);
  const until = back === undefined ? ordered.length : ordered.indexOf(back);
  return { forward: ordered.slice(0, at), rollback: ordered.slice(at, until) };
}

function firstFailure(ordered: readonly StackEvent[], paths: Paths): RootCause | undefined {
  const failures = ordered.filter(
    (event) => isFailed(event.status) && !isStackItself(event) && !isCancellation(event.reason),
  );
  const failedStacks = new Set(failures.map((event) => event.stackArn));
  // A nested stack fails because something in it did: that is the cause, where it is known.
  const inner = failures.find((event) => !failedStacks.has(nestedStackArn(event) ?? ""));
  return inner && cause(inner, paths, withHooks(inner, ordered));
}

/** What the root stack says of itself when no resource failed, e.g. an export's name that is taken. */
function stackReason(events: readonly StackEvent[], paths: Paths): RootCause | undefined {
  const told = chronological(events.toReversed()).filter(
    (event) =>
      isStackItself(event) &&
      !paths.has(event.stackArn) &&
      (isFailed(event.status) || event.status.endsWith("ROLLBACK_IN_PROGRESS")) &&
      event.reason !== undefined &&
      event.reason !== USER_INITIATED,
  );
  const own = told.find((event) => !/^The following resource\(s\) failed/.test(event.reason ?? ""));
  const event = own ?? told[0];
  return event && cause(event, paths, withHooks(event, events));
}

/**
 * "The following hook(s) failed" names the hook only: its own reason is in an event of its own, of the same resource or stack; of a
 * nested stack also in that stack's.
 */
function withHooks(failure: StackEvent, events: readonly StackEvent[]): string {
  const nested = nestedStackArn(failure);
  const said = chronological(events.toReversed())
    .filter(
      (event) => isHookFailure(event) && (resourceOf(event) === resourceOf(failure) || isOf(nested, event)),
    )
    .map((event) => `${event.hook?.type}: ${event.hook?.reason ?? event.hook?.status}`)
    .filter((text) => !failure.reason?.includes(text));
  return [failure.reason ?? "", ...new Set(said)].filter((text) => text !== "").join(" ");
}

function isOf(stackArn: string | undefined, event: StackEvent): boolean {
  return event.stackArn === stackArn && isStackItself(event);
}

function isHookFailure(event: StackEvent): boolean {
  return event.hook?.status.endsWith("FAILED") === true && event.hook.failureMode !== "WARN";
}

function cause(event: StackEvent, paths: Paths, reason: string): RootCause {
  const help = helpFor(event.type, reason);
  return {
    stackPath: paths.get(event.stackArn) ?? [],
    ...(paths.has(event.stackArn) ? { stackName: event.stackName } : {}),
    logicalId: event.logicalId,
    type: event.type,
    ...(event.physicalId === undefined || event.physicalId === "" ? {} : { physicalId: event.physicalId }),
    status: event.status,
    reason,
    at: event.at,
    ...help,
  };
}
