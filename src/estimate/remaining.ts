import { isStackItself, resourceOf } from "../stack/eventKinds.ts";
import { entries, has } from "../stack/ledger.ts";
import { decidedEnd, type Operation } from "../stack/operation.ts";
import { criticalPath } from "./criticalPath.ts";
import type { Estimate } from "./estimate.ts";
import { AFTER, BEFORE } from "./published.data.ts";
import { inTurn, leftOf, NOTHING, type Span } from "./span.ts";
import { beginOf } from "./steps.ts";
import type { Step } from "./task.ts";

/**
 * How much longer an operation takes; `undefined` where nobody can tell: it is being rolled back, or has ended.
 * @param now AWS's time, milliseconds since the epoch
 */
export function remaining(estimate: Estimate, operation: Operation, now: number): Span | undefined {
  if (operation.rollingBack || operation.end !== undefined) return undefined;
  if (operation.begun === undefined) return estimate.total;
  const { forward, cleanup, monitoring } = estimate;
  const cleaned = cleanup.length === 0 ? NOTHING : criticalPath(left(cleanup, deletedState(operation), now));
  if (decidedEnd(operation) !== undefined) return inTurn(cleaned, AFTER);
  const onward = criticalPath(left(forward, forwardState(forward, operation), now));
  // Nothing tells when the watching began but that nothing else happens any more.
  const isWatching = operation.open.size === 0 && operation.finished.size > 0 && onward.typical === 0;
  const watched = Math.max(0, monitoring - (isWatching ? now - operation.newestAt : 0));
  const isFresh = operation.open.size === 0 && operation.finished.size === 0;
  const before = isFresh ? leftOf(BEFORE, now - operation.begun.at) : NOTHING;
  return inTurn(before, onward, { low: watched, typical: watched, high: watched }, AFTER, cleaned);
}

/** A step that is through, one that began at a time, or one that is still to come. */
type State = "done" | "to come" | { readonly since: number };

function left(steps: readonly Step[], stateOf: (key: string) => State, now: number): readonly Step[] {
  return steps.map((step) => {
    const state = stateOf(step.key);
    if (state === "to come" || step.span === NOTHING) return step;
    return { ...step, span: state === "done" ? NOTHING : leftOf(step.span, now - state.since) };
  });
}

function forwardState(steps: readonly Step[], operation: Operation): (key: string) => State {
  const arns = arnsByKey(operation);
  const keys = new Set(steps.map(({ key }) => key));
  const opened = new Set([...operation.open.values()].map(({ stackPath }) => stackPath.join("/")));
  return (key) => {
    if (key.endsWith("/")) return beginState(key.slice(0, -1), operation, arns, opened);
    const id = idOf(key, arns);
    if (id === undefined) return "to come";
    if (has(operation.finished, id)) return "done";
    const open = operation.open.get(id);
    // What is left of a nested stack after all that is in it is its end alone.
    return open === undefined || keys.has(beginOf(key)) ? "to come" : { since: open.startedAt };
  };
}

/** A nested stack has begun once something in it has. */
function beginState(
  stackKey: string,
  operation: Operation,
  arns: ReadonlyMap<string, string>,
  opened: ReadonlySet<string>,
): State {
  const arn = arns.get(stackKey);
  const id = idOf(stackKey, arns);
  if (id !== undefined && has(operation.finished, id)) return "done";
  if (arn === undefined) return "to come";
  const isBegun =
    opened.has(stackKey) || entries(operation.events).some((it) => it.stackArn === arn && !isStackItself(it));
  if (isBegun) return "done";
  const open = id === undefined ? undefined : operation.open.get(id);
  return open === undefined ? "to come" : { since: open.startedAt };
}

function deletedState(operation: Operation): (key: string) => State {
  const arns = arnsByKey(operation);
  const gone = new Set(
    entries(operation.events)
      .filter(({ status }) => status === "DELETE_COMPLETE" || status === "DELETE_SKIPPED")
      .map(resourceOf),
  );
  return (key) => {
    const id = idOf(key.endsWith("/") ? key.slice(0, -1) : key, arns);
    if (id === undefined) return "to come";
    if (gone.has(id)) return "done";
    const open = operation.open.get(id);
    return open === undefined || !open.status.startsWith("DELETE") ? "to come" : { since: open.startedAt };
  };
}

/** The operation's stacks by their keys; the root's is empty. */
function arnsByKey({ stacks }: Operation): ReadonlyMap<string, string> {
  return new Map([...stacks].map(([arn, { path }]) => [path.join("/"), arn]));
}

/** What the operation calls a resource. */
function idOf(key: string, arns: ReadonlyMap<string, string>): string | undefined {
  const slash = key.lastIndexOf("/");
  const arn = arns.get(slash === -1 ? "" : key.slice(0, slash));
  return arn === undefined ? undefined : `${arn} ${key.slice(slash + 1)}`;
}
