import type { CloudFormationClient, CloudFormationClientConfig } from "@aws-sdk/client-cloudformation";
import { errorKind } from "./errorKind.ts";
import { noteLost } from "./lostAnswer.ts";
import type { AnswerPace } from "./pace.ts";

type RetryStrategy = Exclude<CloudFormationClientConfig["retryStrategy"], undefined>;
type RetryStrategyV2 = Extract<RetryStrategy, { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategyV2["acquireInitialRetryToken"]>>;
type RetryErrorInfo = Parameters<RetryStrategyV2["refreshRetryTokenForRetry"]>[1];

export interface RetryPolicy {
  /** Calls in all, the first one included. */
  readonly maxAttempts: number;
  /** How often a call is throttled before it is given up; `maxAttempts` where this is left out. */
  readonly maxThrottled?: number;
  /** In [0, 1): spreads the retries of many runs. */
  readonly random: () => number;
  /** Is told of every answer and of every refusal, of which callers see only those that no retry makes good. */
  readonly pace?: Pick<AnswerPace, "answered" | "throttled" | "apart"> | undefined;
}

/**
 * The one retry policy for AWS, in the SDK's own retry loop: 5xx, resets and time-outs, at most `maxAttempts` calls and
 * about half a minute; and throttling, longer and at the pace that AWS's answers allow, for that passes. The SDK's
 * standard strategy is not used because its budget of tokens is shared by all calls (a throttled poller could take it away
 * from ExecuteChangeSet), it takes CloudFormation's LimitExceededException (a quota) for throttling, and its jitter cannot
 * be injected.
 *
 * It retries reading and mutating calls alike, which is safe because every mutating call that we make is idempotent:
 * CreateChangeSet has its ClientToken, ExecuteChangeSet and DeleteStack their ClientRequestToken, and DeleteChangeSet
 * and UpdateTerminationProtection only say which state is wanted; a second DetectStackDrift is refused while the first
 * runs, and waits for it. A new mutating call must be one of the two kinds.
 */
export function awsRetries(policy: RetryPolicy): RetryStrategyV2 {
  const { maxAttempts, maxThrottled = maxAttempts, random, pace } = policy;
  const refusals = new WeakMap<RetryToken, number>();
  const lost = new WeakSet<RetryToken>();
  return {
    acquireInitialRetryToken: async () => tokenOf(0, 0),
    refreshRetryTokenForRetry: async (token, info) => {
      const isLost = noteLost(info.error, lost.has(token));
      const isThrottled = info.errorType === "THROTTLING";
      if (isThrottled) pace?.throttled();
      const throttled = (refusals.get(token) ?? 0) + (isThrottled ? 1 : 0);
      const retries = token.getRetryCount() + 1;
      // Of its own kind: a reset after ten refusals is the first one.
      const same = isThrottled ? throttled : retries - throttled;
      // What is thrown here is dropped by the SDK's loop, which then throws the call's own error.
      if (same >= (isThrottled ? maxThrottled : maxAttempts) || !mayPass(info))
        throw new Error("no further attempt");
      const next = tokenOf(retries, retryDelay(same, info, random, pace?.apart()));
      refusals.set(next, throttled);
      if (isLost) lost.add(next);
      return next;
    },
    recordSuccess: () => pace?.answered(),
  };
}

const SLOWEST_MS = 5000;

/**
 * Milliseconds before the retry number `retries` (from 1): half of it fixed, half jitter.
 * @param apart how far apart calls are to be while AWS throttles, as the pace knows it
 */
export function retryDelay(retries: number, info: RetryErrorInfo, random: () => number, apart = 0): number {
  const isThrottled = info.errorType === "THROTTLING";
  const slowest = isThrottled ? Math.max(SLOWEST_MS, apart) : SLOWEST_MS;
  const ceiling = Math.min(slowest, (isThrottled ? 500 : 100) * 2 ** (retries - 1));
  const asked = info.retryAfterHint === undefined ? 0 : info.retryAfterHint.getTime() - Date.now();
  return Math.max(Math.min(asked, 4 * SLOWEST_MS), ceiling / 2 + (random() * ceiling) / 2);
}

const givenUp = new WeakSet<object>();

/** The error of an attempt, after which there is none any more. */
export function giveUp(error: unknown): unknown {
  if (error instanceof Error) givenUp.add(error);
  return error;
}

/** How often a call is tried at most; with `throttled`, how often AWS may throttle it. */
export type TryLimit = { readonly attempts: number } | { readonly throttled: number };

/**
 * Lets calls be tried less often than the client's policy has it: what is asked for comfort must not keep anybody waiting.
 * @param limits by names of operations
 */
export function triedAtMost(
  limits: Readonly<Record<string, TryLimit>>,
  client: Pick<CloudFormationClient, "middlewareStack">,
): void {
  client.middlewareStack.add(
    (next, { commandName = "" }) => {
      const limit = limits[commandName.replace(/Command$/, "")] ?? { attempts: Number.POSITIVE_INFINITY };
      const most = "attempts" in limit ? limit.attempts : limit.throttled;
      let counted = 0;
      return async (args) => {
        try {
          return await next(args);
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          if ("attempts" in limit || errorKind(error, "").trouble === "throttled") counted += 1;
          throw counted >= most ? giveUp(error) : error;
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
