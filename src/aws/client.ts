import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { awsRetries, triedAtMost } from "./retry.ts";

export interface ClientOptions {
  readonly region: string;
  /** Where the SDK should not find it itself (it reads AWS_ENDPOINT_URL). */
  readonly endpoint?: string;
  /** The environment, of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY (also in lower case) are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The action's version, for the user agent that CloudTrail shows. */
  readonly version: string;
  readonly maxAttempts?: number;
  /** How long one attempt may take, milliseconds. */
  readonly requestTimeoutMs?: number;
  /** Jitter of the retries, in [0, 1). */
  readonly random?: () => number;
}

/** Long enough for CreateChangeSet with a large template, short enough that a dead connection is not a hanging job. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/** Findings are shown where they can be had: a preview does not wait for them. */
const FINDINGS_ATTEMPTS = 2;

/** A client for CloudFormation in one region and its partition. Nothing is asked here. */
export function createCloudFormationClient(options: ClientOptions): CloudFormationClient {
  const client = new CloudFormationClient(clientSettings(options));
  triedAtMost(FINDINGS_ATTEMPTS, ["DescribeEvents", "ListHookResults", "GetHookResult"], client);
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
      random: options.random ?? Math.random,
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
