import { TRY_LIMITS } from "../../../src/aws/client.ts";
import type { awsRetries, TryLimit } from "../../../src/aws/retry.ts";
import type { Clock } from "../../../src/ports/local.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { type CallRate, callBudget } from "../../sandbox/aws/call-budget.ts";

type Retries = ReturnType<typeof awsRetries>;

/** One client's calls to an account, and how many there were. */
export interface SimulatedClient {
  /** Answers a call at the time at which it arrives; throws a `ServiceError` when its retries are used up. */
  readonly call: <T>(operation: string, answer: (now: number) => T) => Promise<T>;
  readonly counted: () => { readonly calls: number; readonly throttled: number };
}

/** A call that arrived at the account, `isAnswered` or throttled. */
export interface Arrival {
  readonly at: number;
  readonly isAnswered: boolean;
}

/** From a runner to AWS, one way. Milliseconds. */
const WAY_MS = 40;

/**
 * An account whose clients share one budget of calls. Each call goes through what the SDK's loop does around a retry
 * strategy: ask, sleep as long as the strategy says, ask again, until it says no more.
 */
export function simulatedAccount(clock: Clock, rate: CallRate | undefined) {
  const budget = rate && callBudget(rate);
  const arrivals: Arrival[] = [];
  const clientWith = (retries: Retries): SimulatedClient => {
    let [calls, throttled] = [0, 0];
    const call = async <T>(operation: string, answer: (now: number) => T): Promise<T> => {
      const most = throttledAtMost(operation);
      let token = await retries.acquireInitialRetryToken("");
      for (let refused = 1; ; refused++) {
        calls += 1;
        await clock.sleep(WAY_MS);
        const isAnswered = budget?.take(clock.now()) !== false;
        arrivals.push({ at: clock.now(), isAnswered });
        if (isAnswered) {
          const answered = answer(clock.now());
          await clock.sleep(WAY_MS);
          retries.recordSuccess(token);
          return answered;
        }
        throttled += 1;
        await clock.sleep(WAY_MS);
        token = await retries.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" }).catch(giveUp);
        if (refused >= most) giveUp();
        await clock.sleep(token.getRetryDelay());
      }
    };
    return { call, counted: () => ({ calls, throttled }) };
  };
  return { arrivals: arrivals as readonly Arrival[], clientWith };
}

function throttledAtMost(operation: string): number {
  const limits: Readonly<Record<string, TryLimit>> = TRY_LIMITS;
  const limit = limits[operation];
  return limit !== undefined && "throttled" in limit ? limit.throttled : Number.POSITIVE_INFINITY;
}

function giveUp(): never {
  throw new ServiceError("Rate exceeded.", { reasonCode: "error", trouble: "throttled" });
}
