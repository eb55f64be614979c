/** What ends a run, a job or one leg of it from outside. */
export interface Interruption {
  readonly isCancelled: () => boolean;
  /** Resolves when it is cancelled. */
  readonly cancelled: Promise<void>;
}

export function interruption(): Interruption & { readonly interrupt: () => void } {
  const { promise: cancelled, resolve } = Promise.withResolvers<void>();
  let isCancelled = false;
  const interrupt = (): void => {
    isCancelled = true;
    resolve();
  };
  return { isCancelled: () => isCancelled, cancelled, interrupt };
}

/** Ends when either of two does. */
export function either(one: Interruption, other: Interruption): Interruption {
  return {
    isCancelled: () => one.isCancelled() || other.isCancelled(),
    cancelled: Promise.race([one.cancelled, other.cancelled]),
  };
}
