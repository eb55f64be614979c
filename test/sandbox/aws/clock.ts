/** Where the sandbox reads the time, in milliseconds since the epoch. */
export interface Clock {
  readonly now: () => number;
}

export interface VirtualClock extends Clock {
  /** Moves time on by this many milliseconds; nothing else moves it. */
  readonly advance: (milliseconds: number) => void;
}

/** A clock that tests drive. */
export function virtualClock(start = Date.UTC(2026, 0, 5, 9)): VirtualClock {
  let current = start;
  return {
    now: () => current,
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** Real time, running `speed` times as fast from now on (1 is real time). */
export function realClock(speed = 1): Clock {
  const start = Date.now();
  return { now: () => start + (Date.now() - start) * speed };
}
