import type { Pace } from "../ports/aws.ts";

/** A pace that is told how AWS answers. */
export interface AnswerPace extends Pace {
  /** A call was refused as one too many, be it that a retry makes it good. */
  readonly throttled: () => void;
  readonly answered: () => void;
  /** Milliseconds between calls that fit into the account's budget, as far as is known; 0 where any do. */
  readonly apart: () => number;
}

/** Who is throttled slows down by this factor. */
const SLOWER = 0.7;

/** Calls a second that each answer brings back. */
const FASTER = 0.02;

/** Calls a second at which a pace begins that was free until now, and is free again: about what a poller wants. */
const FREE = 1 / 3;

const SLOWEST = 1 / 30;

/** Calls so far apart are a wait that wants to be explained. Milliseconds. */
const TOLD_FROM_MS = 10_000;

/** Several calls can be under way at once: refusals so close to each other are one. Milliseconds. */
const AT_ONCE_MS = 1_000;

/**
 * An account has one budget of calls for all that runs in it, and nobody knows how large it is. So it is found as TCP finds
 * its share of a line, by additive increase and multiplicative decrease: whoever is throttled slows down, all of them
 * together, and comes to an equal share. One pace for everything in this process that polls.
 * @param random jitter, in [0, 1): what was throttled together must not come back together
 * @param tell is called once, when it has become slow
 */
export function openPace(now: () => number, random: () => number, tell?: () => void): AnswerPace {
  let isTold = false;
  let rate = Number.POSITIVE_INFINITY;
  let slowedAt = Number.NEGATIVE_INFINITY;
  const apart = () => 1_000 / rate;
  return {
    throttled: () => {
      // Once for as long as calls are apart: the retries of one call would otherwise bring it to a halt by themselves.
      if (now() - slowedAt < Math.max(AT_ONCE_MS, apart())) return;
      slowedAt = now();
      rate = Math.max(SLOWEST, Math.min(rate, FREE) * SLOWER);
      if (isTold || apart() < TOLD_FROM_MS) return;
      isTold = true;
      tell?.();
    },
    answered: () => {
      rate += FASTER;
      if (rate >= FREE) rate = Number.POSITIVE_INFINITY;
    },
    apart,
    pause: (wanted) => Math.max(wanted, apart() * (0.75 + random() / 2)),
  };
}
