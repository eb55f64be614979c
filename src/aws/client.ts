import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { defined } from "./decode.ts";
import { asking } from "./errors.ts";
import { awsRetries, type RetryPolicy, type TryLimit, triedAtMost } from "./retry.ts";

export interface ClientOptions {
  readonly region: string;
  /** Where the SDK should not find it itself (it reads AWS_ENDPOINT_URL). */
  readonly endpoint?: string;
  /** The environment, of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY (also in lower case) are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The action's version, for the user agent that CloudTrail shows. */
  readonly version: string;
  readonly maxAttempts?: number;
  readonly maxThrottled?: number;
  /** How long one attempt may take, milliseconds. */
  readonly requestTimeoutMs?: number;
  /** Jitter of the retries, in [0, 1). */
  readonly random?: () => number;
  /** Is told how AWS answers, and how far apart retries are. */
  readonly pace?: RetryPolicy["pace"];
}

/** Long enough for CreateChangeSet with a large template, short enough that a dead connection is not a hanging job. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/**
 * Where many deploys share the account's budget of calls, a single call can wait for minutes until it is its turn, and one
 * that is given up is a deploy that is lost.
 */
export const THROTTLED_AT_MOST = 40;

/** What is not tried as often as others. */
export const TRY_LIMITS = {
  // Findings are shown where they can be had: a preview does not wait for them.
  DescribeEvents: { attempts: 2 },
  ListHookResults: { attempts: 2 },
  GetHookResult: { attempts: 2 },
  // A watch that cannot look goes on all the same, and says what holds it up.
  DescribeStackEvents: { throttled: 6 },
  // What follows on a last look must not come long after it.
  ExecuteChangeSet: { throttled: 6 },
  DeleteStack: { throttled: 6 },
  UpdateTerminationProtection: { throttled: 10 },
} as const satisfies Readonly<Record<string, TryLimit>>;

/** A client for CloudFormation in one region and its partition. Nothing is asked here. */
export function createCloudFormationClient(options: ClientOptions): CloudFormationClient {
  const client = new CloudFormationClient(
    clientSettings({ ...options, maxThrottled: options.maxAttempts ?? THROTTLED_AT_MOST }),
  );
  triedAtMost(TRY_LIMITS, client);
  return client;
}

/**
 * What every client of this action is made with. Credentials are looked for with the first call. The SDK itself
 * ignores proxy variables; Node's agents take them as `proxyEnv` (Node 24).
 */
export function clientSettings(options: ClientOptions) {
  const requestTimeout = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const agent = { keepAlive: true, maxSockets: 50, proxyEnv: options.env };
  return {
    region: options.region,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    customUserAgent: [["aurora-deploy-action", options.version]] satisfies [string, string][],
    retryStrategy: awsRetries({
      maxAttempts: options.maxAttempts ?? 8,
      ...defined({ maxThrottled: options.maxThrottled }),
      random: options.random ?? Math.random,
      pace: options.pace,
    }),
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout,
      // Without it the SDK only warns.
      throwOnRequestTimeout: true,
      // requestTimeout ends with the headers: a body that stops half-way is caught by the idle socket.
      socketTimeout: requestTimeout,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

/**
 * Asks a service whose part of the SDK is loaded, and whose client is made, with the first question.
 * Throws `ServiceError`s.
 * @param service who is asked, in the words of a message
 */
export function lazily<T>(service: string, open: () => Promise<T>) {
  let opened: Promise<T> | undefined;
  return <R>(doing: string, work: (opened: T) => Promise<R>): Promise<R> =>
    asking(
      doing,
      async () => {
        opened ??= open();
        return work(await opened);
      },
      service,
    );
}
