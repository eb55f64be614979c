/** Where the sandbox reads the time, in milliseconds since the epoch. */
export interface Clock {
  readonly now: () => number;
}

export interface VirtualClock extends Clock {
  /** Moves time on by this many milliseconds. */
  readonly advance: (milliseconds: number) => void;
}

/** A clock that tests drive: nothing else moves it. */
export function virtualClock(start = Date.UTC(2026, 0, 5, 9)): VirtualClock {
  let current = start;
  return {
    now: () => current,
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** Real time that a test can move on. */
export function movableClock(): VirtualClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** Real time, running `speed` times as fast from now on (1 is real time). */
export function realClock(speed = 1): Clock {
  const start = Date.now();
  return { now: () => start + (Date.now() - start) * speed };
}
