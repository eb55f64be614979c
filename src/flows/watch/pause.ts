import { isInProgress } from "../../stack/eventKinds.ts";
import type { ResourceProgress } from "../../stack/model.ts";
import { decidedEnd, isTerminal, type Operation } from "../../stack/operation.ts";
import { shortestMs } from "./shortest.data.ts";

/** What a pause depends on. Times are the clock's, milliseconds since the epoch. */
export interface Moment {
  readonly operation: Operation;
  readonly now: number;
  /** When the watch began. */
  readonly startedAt: number;
  /** When something new was last seen. */
  readonly newsAt: number;
  /** Resources that are expected to change; 0 when unknown. */
  readonly total: number;
}

export const SOON_MS = 1_000;
const LONGEST_MS = 5_000;

/** While something is in progress that can be done at any time. */
const USUAL_MS = { from: 2_500, to: 3_400 } as const;

/**
 * Milliseconds until the next look, from what is known of how long things take. Soon where the operation's end is next;
 * seldom while it cannot come: something is in progress that takes longer, whatever happens, or nothing has moved for long.
 * Between those every two to three and a half seconds: an operation of a minute is looked at some twenty times.
 */
export function wantedPause(moment: Moment): number {
  const { operation, now, startedAt, newsAt } = moment;
  const quiet = now - newsAt;
  if (operation.begun === undefined || isEndNext(moment)) return between(SOON_MS, quiet / 6, LONGEST_MS);
  const usual = between(USUAL_MS.from, (now - startedAt) / 3, USUAL_MS.to);
  return between(usual, Math.max(quiet / 16, untilFirstEnd(operation, now)), LONGEST_MS);
}

/** Whether all that is to be done has been done, as far as is known: the stack's own last event comes within seconds. */
function isEndNext({ operation, total }: Moment): boolean {
  if (decidedEnd(operation) !== undefined || hasEndedInside(operation)) return true;
  return operation.open.size === 0 && operation.finished.size >= total;
}

/** Whether a nested stack was seen to end of which the root stack's events, which may have its own end, do not tell yet. */
function hasEndedInside({ open, stacks }: Operation): boolean {
  return [...open.values()].some(({ stackPath, physicalId = "" }) => {
    const status = stacks.get(physicalId)?.status;
    return stackPath.length === 0 && status !== undefined && isTerminal(status);
  });
}

/** How long all that is in progress goes on at least. Milliseconds; 0 when any of it may be done now. */
function untilFirstEnd({ open, rollingBack }: Operation, now: number): number {
  if (open.size === 0 || rollingBack) return 0;
  return Math.min(...[...open.values()].map((resource) => goesOnFor(resource, now)));
}

function goesOnFor({ type, status, startedAt }: ResourceProgress, now: number): number {
  return isInProgress(status) ? Math.max(0, startedAt + shortestMs(type, status) - now) : 0;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
