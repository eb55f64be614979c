import type { RecordedRequest } from "./requests.ts";

/** A request at which a test wants to do something. */
export interface Moment {
  readonly operation: string;
  /** Only the n-th from now on (from 1); without it each one. */
  readonly nth?: number;
  /** When it has arrived and nothing came of it yet, or when it has taken effect and is about to be answered. */
  readonly when: "before" | "after";
}

/** What is done at a moment. The request goes on when this is over: a promise holds it. */
export type Act = (request: RecordedRequest) => unknown;

export interface Occasion {
  /** How often the moment has come. A test that acts on it asserts that it did. */
  readonly times: () => number;
  readonly off: () => void;
}

export interface Moments {
  readonly on: (moment: Moment, act: Act) => Occasion;
  /** Does what is to be done when this request has come so far, one thing after the other. */
  readonly come: (when: Moment["when"], request: RecordedRequest) => Promise<void>;
  /** What went wrong in what tests do: told when the sandbox closes, for a client may retry its request. */
  readonly errors: readonly unknown[];
}

export function createMoments(): Moments {
  const active = new Set<Active>();
  const errors: unknown[] = [];
  const perform = async ({ act }: Active, request: RecordedRequest): Promise<void> => {
    try {
      await act(request);
    } catch (error) {
      errors.push(error);
    }
  };
  return {
    errors,
    on: (moment, act) => {
      const entry: Active = { moment, act, seen: 0, times: 0 };
      active.add(entry);
      return { times: () => entry.times, off: () => void active.delete(entry) };
    },
    come: async (when, request) => {
      for (const entry of active) {
        const { moment } = entry;
        if (moment.when !== when || moment.operation !== request.operation) continue;
        entry.seen += 1;
        if (moment.nth !== undefined && moment.nth !== entry.seen) continue;
        entry.times += 1;
        await perform(entry, request);
      }
    },
  };
}

interface Active {
  readonly moment: Moment;
  readonly act: Act;
  seen: number;
  times: number;
}
