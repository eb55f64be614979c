import type { CloudFormationClient, CloudFormationClientConfig } from "@aws-sdk/client-cloudformation";

type RetryStrategy = Exclude<CloudFormationClientConfig["retryStrategy"], undefined>;
type RetryStrategyV2 = Extract<RetryStrategy, { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategyV2["acquireInitialRetryToken"]>>;
type RetryErrorInfo = Parameters<RetryStrategyV2["refreshRetryTokenForRetry"]>[1];

export interface RetryPolicy {
  /** Calls in all, the first one included. */
  readonly maxAttempts: number;
  /** In [0, 1): spreads the retries of many runs. */
  readonly random: () => number;
}

/**
 * The one retry policy for AWS, in the SDK's own retry loop: throttling, 5xx, resets and time-outs, at most
 * `maxAttempts` calls and about half a minute. The SDK's standard strategy is not used because its budget of tokens is
 * shared by all calls (a throttled poller could take it away from ExecuteChangeSet), it takes CloudFormation's
 * LimitExceededException (a quota) for throttling, and its jitter cannot be injected.
 *
 * It retries reading and mutating calls alike, which is safe because every mutating call that we make is idempotent:
 * CreateChangeSet has its ClientToken, ExecuteChangeSet and DeleteStack their ClientRequestToken, and DeleteChangeSet
 * and UpdateTerminationProtection only say which state is wanted. A new mutating call must be one of the two kinds.
 */
export function awsRetries({ maxAttempts, random }: RetryPolicy): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: async () => tokenOf(0, 0),
    refreshRetryTokenForRetry: async (token, info) => {
      const retries = token.getRetryCount() + 1;
      // What is thrown here is dropped by the SDK's loop, which then throws the call's own error.
      if (retries >= maxAttempts || !mayPass(info)) throw new Error("no further attempt");
      return tokenOf(retries, retryDelay(retries, info, random));
    },
    recordSuccess: () => undefined,
  };
}

const SLOWEST_MS = 5000;

/** Milliseconds before the retry number `retries` (from 1): half of it fixed, half jitter. */
export function retryDelay(retries: number, info: RetryErrorInfo, random: () => number): number {
  const first = info.errorType === "THROTTLING" ? 500 : 100;
  const ceiling = Math.min(SLOWEST_MS, first * 2 ** (retries - 1));
  const asked = info.retryAfterHint === undefined ? 0 : info.retryAfterHint.getTime() - Date.now();
  return Math.max(Math.min(asked, 4 * SLOWEST_MS), ceiling / 2 + (random() * ceiling) / 2);
}

const givenUp = new WeakSet<object>();

/**
 * Lets these calls be tried so often at most, whatever the client's policy: what is asked for comfort must not keep anybody
 * waiting.
 * @param calls names of operations
 */
export function triedAtMost(
  attempts: number,
  calls: readonly string[],
  client: Pick<CloudFormationClient, "middlewareStack">,
): void {
  client.middlewareStack.add(
    (next, { commandName = "" }) => {
      const isLimited = calls.includes(commandName.replace(/Command$/, ""));
      let tried = 0;
      return async (args) => {
        tried += 1;
        try {
          return await next(args);
        } catch (error) {
          if (isLimited && tried >= attempts && error instanceof Error) givenUp.add(error);
          throw error;
        }
      };
    },
    // Made once a call, and inside of the SDK's retries: asked once an attempt.
    { step: "finalizeRequest", priority: "low", name: "triedAtMost" },
  );
}

function mayPass({ error, errorType }: RetryErrorInfo): boolean {
  if (error?.name === "LimitExceededException") return false;
  if (error instanceof Error && givenUp.has(error)) return false;
  // What is not implemented is not implemented a moment later either.
  if ((error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode === 501)
    return false;
  return errorType !== "CLIENT_ERROR";
}

function tokenOf(count: number, delayMs: number): RetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => delayMs };
}
