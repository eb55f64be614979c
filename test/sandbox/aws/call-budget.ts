/** How many calls an account and region may make; AWS publishes no such figures for CloudFormation. */
export interface CallRate {
  readonly perSecond: number;
  /** Calls that a rested account may make at once; a second's worth by default. */
  readonly burst?: number;
}

/** A token bucket: what AWS describes for EC2's API, and what clients of CloudFormation see ("Rate exceeded"). */
export interface CallBudget {
  /** Takes one call out of the budget; false where none is left. A refused call costs nothing. */
  readonly take: (now: number) => boolean;
}

/** A budget that is full at first. Times are milliseconds. */
export function callBudget({ perSecond, burst = Math.max(1, perSecond) }: CallRate): CallBudget {
  let left = burst;
  let at: number | undefined;
  return {
    take: (now) => {
      left = Math.min(burst, left + (Math.max(0, now - (at ?? now)) * perSecond) / 1_000);
      at = now;
      // Sums of fractions come out a little short of the whole call that they make.
      if (left < 1 - 1e-9) return false;
      left -= 1;
      return true;
    },
  };
}
