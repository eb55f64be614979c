import { ActionError } from "../../errors.ts";
import type { Clock } from "../../ports/local.ts";
import { ABOUT_TO_START, NOT_STARTED, type OperationEnd } from "../../stack/model.ts";
import { isLeftOpen } from "../../stack/serviceError.ts";
import { unlessCancelled } from "../../unlessCancelled.ts";
import type { WatchedOperation } from "./watch.ts";

/** Of the 7.5 s that a cancelled job has. */
const GRACE_MS = 3_000;

/** What a call that begins an operation answers; a cancelled job waits for it only a little. */
export async function answered<T>(
  { cancel }: { readonly cancel: AbortSignal },
  { clock }: { readonly clock: Clock },
  call: () => Promise<T>,
): Promise<T | "cancelled"> {
  const answer = call();
  const early = await unlessCancelled(cancel, () => answer);
  if (early !== "cancelled") return early;
  const over = new AbortController();
  const late = await Promise.race([answer, clock.sleep(GRACE_MS, over.signal)]);
  over.abort();
  return late ?? "cancelled";
}

/** What is known of an operation whose call has failed; `undefined` where it has not begun for certain. */
export function afterLostCall(
  error: unknown,
  { cancel }: { readonly cancel: AbortSignal },
): WatchedOperation | undefined {
  if (!isLeftOpen(error)) return undefined;
  return cancel.aborted || error.reasonCode === "cancelled" ? neverAnswered : outOfSight(error);
}

/**
 * An operation of which only an error is known.
 * @param hasBegun whether it has begun is known; otherwise it may have, and has taken no time
 */
export function outOfSight(error: unknown, hasBegun = false): WatchedOperation {
  const reason = error instanceof Error ? error.message : String(error);
  const hint = error instanceof ActionError ? error.hint : undefined;
  return {
    ...notStarted,
    end: { kind: "lost-sight", reason, tookMs: hasBegun ? 1 : 0, ...(hint === undefined ? {} : { hint }) },
  };
}

/** Nothing was begun, as the job was cancelled. */
export const notStarted: WatchedOperation = {
  end: { kind: "cancelled", status: NOT_STARTED, tookMs: 0 } satisfies OperationEnd,
  events: [],
  timeline: [],
  stack: undefined,
};

/** CloudFormation may have begun or not: the next attempt sees it. */
export const neverAnswered: WatchedOperation = {
  ...notStarted,
  end: { kind: "cancelled", status: ABOUT_TO_START, tookMs: 0 } satisfies OperationEnd,
};
