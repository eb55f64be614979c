import { isFailed, isNestedStack } from "../../stack/eventKinds.ts";
import { entries } from "../../stack/ledger.ts";
import { ABOUT_TO_START, type Failing, type OperationEnd, type RootCause } from "../../stack/model.ts";
import { decidedEnd, isTerminal, type Operation, rootStatus } from "../../stack/operation.ts";
import {
  isCalledOff,
  leftBehind,
  retained,
  rollbackCause,
  rootCause,
  stuckResources,
} from "../../stack/rootCause.ts";
import type { Sight } from "./look.ts";

/** How the operation ended by its own terminal event. */
export function ended({ operation }: Sight): OperationEnd {
  const { status, succeeded, tookMs } = operation.end ?? { status: "", succeeded: false, tookMs: 0 };
  if (!succeeded) return failed(operation.events, status, tookMs);
  return { kind: "succeeded", status, tookMs, ...leftIn(operation.events) };
}

/** A success whose outputs a cancelled job could not read any more is none; a failure stays one. */
export function endedUnread(sight: Sight, now: number): OperationEnd {
  const end = ended(sight);
  return end.kind === "succeeded" ? stopped("cancelled", sight, now) : end;
}

/** The end of a deletion of which no event told. */
export function goneUnseen({ startedAt }: Sight, now: number): OperationEnd {
  return { kind: "succeeded", status: "DELETE_COMPLETE", tookMs: now - startedAt };
}

/**
 * Why watching ends before the operation does, if it does: the deadline, or AWS that cannot be asked any more. An outcome that
 * is certain by then is told as it is.
 */
export function gaveUp(sight: Sight, deadline: number, now: number): OperationEnd | undefined {
  const { trouble, operation } = sight;
  const isLate = now >= deadline;
  const isBlind = trouble !== undefined && (isLate || !trouble.error.mayPass);
  if (!isLate && !isBlind) return undefined;
  const tookMs = timeOf(sight, now);
  const status = rootStatus(operation) ?? "";
  const decided = decidedEnd(operation);
  if (decided === "succeeded") return { kind: "succeeded", status, tookMs };
  if (decided === "failed") return failed(operation.events, status, tookMs);
  if (!isBlind) return stopped("timed-out", sight, now);
  const { message: reason, hint } = trouble.error;
  return {
    kind: "lost-sight",
    reason,
    tookMs,
    ...(hint === undefined ? {} : { hint }),
    ...failingIn(operation),
  };
}

/** The run stops watching; the operation goes on. */
export function stopped(kind: "timed-out" | "cancelled", sight: Sight, now: number): OperationEnd {
  const { operation } = sight;
  return {
    kind,
    status: rootStatus(operation) ?? ABOUT_TO_START,
    tookMs: timeOf(sight, now),
    ...failingIn(operation),
  };
}

/** Milliseconds, and some: none is what an operation took whose call was never answered (`unseen.ts`). */
function timeOf({ startedAt }: Sight, now: number): number {
  return Math.max(1, now - startedAt);
}

/**
 * What has gone wrong with an operation that is not at its end: it is being rolled back, which can take hours, or something in
 * it has failed. `undefined` where nothing has, and once its success is certain: what cannot be deleted then is left behind.
 */
function failing(operation: Operation): Failing | undefined {
  if (operation.end?.succeeded === true || decidedEnd(operation) === "succeeded") return undefined;
  const events = entries(operation.events);
  const cause = operation.isDeletion ? stuckNow(operation) : rootCause(events);
  if (cause === undefined && !operation.rollingBack) return undefined;
  return {
    status: rootStatus(operation) ?? "",
    isRollingBack: operation.rollingBack,
    cause,
    ...(isCalledOff(events) ? { isCalledOff: true } : {}),
  };
}

/** What a deletion cannot delete. What has failed once and is tried again, or is gone by now, is none of it. */
function stuckNow({ events }: Operation): RootCause | undefined {
  const stuck = stuckResources(entries(events));
  return stuck.find((one) => !isNestedStack(one)) ?? stuck[0];
}

function failingIn(operation: Operation): { readonly failing?: Failing } {
  const known = failing(operation);
  return known === undefined ? {} : { failing: known };
}

/** While CloudFormation still cleans up, it tries again: only an end says what is left. */
function leftIn(events: Operation["events"]): { readonly leftBehind?: readonly RootCause[] } {
  const left = leftBehind(entries(events));
  return left.length === 0 ? {} : { leftBehind: left };
}

function retainedIn(events: Operation["events"]): { readonly retained?: readonly RootCause[] } {
  const kept = retained(entries(events));
  return kept.length === 0 ? {} : { retained: kept };
}

function failed(events: Operation["events"], status: string, tookMs: number): OperationEnd {
  const all = entries(events);
  // Back where it was, it has not failed: what could not be deleted then is left behind.
  const isStuck = isFailed(status);
  const rollback = isStuck ? rollbackCause(all) : undefined;
  const stuck = isStuck ? stuckResources(all) : [];
  const isOff = isCalledOff(all);
  // What a person called off has no cause but in its rollback, which the stack's own reason only names.
  const cause = (isOff ? rollback : undefined) ?? rootCause(all);
  return {
    kind: "failed",
    status,
    tookMs,
    cause,
    ...(rollback === undefined ? {} : { rollbackCause: rollback }),
    ...(stuck.length === 0 ? {} : { stuck }),
    ...(isTerminal(status) && !isStuck ? { ...leftIn(events), ...retainedIn(events) } : {}),
    ...(isOff ? { isCalledOff: true } : {}),
  };
}
