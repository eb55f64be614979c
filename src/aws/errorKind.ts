import type { ReasonCode } from "../errors.ts";
import { DECODE_IT, denialHint, denialIn, encodedDenial } from "../stack/denials.ts";
import { capabilityHint, refusalOf } from "../stack/refusals.ts";
import type { Trouble } from "../stack/serviceError.ts";
import { DENIED, isMissingStack, isNamed, messageOf } from "./errorName.ts";

const NAMES = {
  expired: ["ExpiredToken", "RequestExpired", "TokenRefreshRequired"],
  credentials: [
    "InvalidClientTokenId",
    "UnrecognizedClient",
    "SignatureDoesNotMatch",
    "IncompleteSignature",
    "InvalidSignature",
    "InvalidAccessKeyId",
    "AuthFailure",
    "MissingAuthenticationToken",
    "OptInRequired",
  ],
  noCredentials: ["CredentialsProviderError", "ProviderError"],
  throttled: [
    "Throttling",
    "Throttled",
    "RequestLimitExceeded",
    "TooManyRequests",
    "SlowDown",
    "RequestThrottled",
  ],
  timedOut: ["TimeoutError", "RequestTimeout"],
} as const;

/** What an error of AWS's means for us. */
export interface ErrorKind {
  readonly trouble: Trouble;
  readonly reasonCode: ReasonCode;
  readonly message?: string;
  readonly hint?: string;
}

/** Whose trouble it is, and the next step. `message` is there where AWS's own words help nobody. */
export function errorKind(error: Error, service: string, region?: string): ErrorKind {
  return accessKind(error) ?? passingKind(error, service) ?? requestKind(error, region);
}

function accessKind(error: Error): ErrorKind | undefined {
  if (isNamed(error, ...DENIED)) {
    return { trouble: "denied", reasonCode: "access-denied", hint: deniedHint(error.message) };
  }
  if (isNamed(error, ...NAMES.expired)) {
    const hint =
      "Sessions from OIDC last an hour by default: set role-duration-seconds of aws-actions/configure-aws-credentials, then run the job again.";
    return {
      trouble: "credentials",
      reasonCode: "access-denied",
      message: "the AWS credentials expired.",
      hint,
    };
  }
  if (isNamed(error, ...NAMES.credentials)) {
    const hint = "Check the step that gets the AWS credentials: keys, role and account.";
    return { trouble: "credentials", reasonCode: "access-denied", hint };
  }
  if (isNamed(error, ...NAMES.noCredentials)) {
    const hint =
      "Run aws-actions/configure-aws-credentials before this action, in a job with `permissions: id-token: write`.";
    return {
      trouble: "credentials",
      reasonCode: "access-denied",
      message: "there are no AWS credentials.",
      hint,
    };
  }
  return undefined;
}

function passingKind(error: Error, service: string): ErrorKind | undefined {
  const status = statusOf(error);
  if (isNoAnswer(error)) return noAnswer(status, service);
  if (status === 501) return { trouble: "refused", reasonCode: "error", hint: NOT_IMPLEMENTED };
  if (isNamed(error, ...NAMES.throttled) || status === 429) {
    const hint = "Too many calls in this account and region at the same time: run the job again in a minute.";
    return { trouble: "throttled", reasonCode: "error", hint };
  }
  if (isRefusedByProxy(error)) return { trouble: "unavailable", reasonCode: "error", hint: REFUSED_BY_PROXY };
  const code = networkCode(error);
  if (code === "ENOTFOUND") {
    const hint = "Check `region` (and AWS_ENDPOINT_URL, HTTPS_PROXY): there is no such host.";
    return { trouble: "unavailable", reasonCode: "error", hint };
  }
  if (code !== undefined || isNamed(error, ...NAMES.timedOut)) {
    const hint = "The network between this runner and AWS failed (a proxy, a firewall, AWS_ENDPOINT_URL?).";
    return { trouble: "unavailable", reasonCode: "error", hint };
  }
  if (status !== undefined && status >= 500) {
    const hint = "AWS has a problem of its own: see https://health.aws.amazon.com, and run the job again.";
    return { trouble: "unavailable", reasonCode: "error", hint };
  }
  return undefined;
}

function requestKind(error: Error, region: string | undefined): ErrorKind {
  if (isMissingStack(error)) {
    const hint = "Check `stack-name` and `region`, and that these credentials are of the right account.";
    return { trouble: "refused", reasonCode: "error", hint };
  }
  const refusal = refusalOf(messageOf(error), region);
  // Whatever its words are.
  const isCapability = isNamed(error, "InsufficientCapabilities") && refusal.reasonCode === "error";
  return isCapability
    ? { trouble: "refused", reasonCode: "invalid-input", hint: capabilityHint("") }
    : { trouble: "refused", ...refusal };
}

/** "User: arn:… is not authorized to perform: cloudformation:CreateChangeSet …", after a sentence more from EC2. */
const DENIAL = /^(?:You are not authorized to perform this operation\. )?User: /;

function deniedHint(message: string): string {
  const denial = DENIAL.test(message) ? denialIn(message) : undefined;
  if (denial !== undefined) return denialHint(denial, "the role that this job assumes");
  return encodedDenial(message) === undefined
    ? "Allow the call to the role that this job assumes."
    : DECODE_IT;
}

/** Node's code of a connection that failed, wherever the SDK put it. */
function networkCode(error: Error): string | undefined {
  const known =
    /^(ECONN(RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth++
  ) {
    if ("code" in cause && typeof cause.code === "string" && known.test(cause.code)) return cause.code;
  }
  return /^socket hang up/.test(error.message) ? "ECONNRESET" : undefined;
}

/** Node's words name the host, the proxy without its credentials, and what it answered. */
function isRefusedByProxy(error: Error): boolean {
  return "code" in error && error.code === "ERR_PROXY_TUNNEL";
}

const REFUSED_BY_PROXY =
  "The proxy did not let this pass. At 407 it wants other credentials, in the URL in HTTPS_PROXY on this runner; otherwise allow the host there, or name it in NO_PROXY where it is reached without.";

const NOT_IMPLEMENTED = "Whatever answers at AWS_ENDPOINT_URL does not know this call.";

/**
 * The SDK could not read the body: the page of a proxy or load balancer, say. What it throws then is its parser's error
 * with this sentence, which helps nobody who only has the log.
 */
export function isNoAnswer(error: Error): boolean {
  return error.message.includes("Deserialization error: to see the raw response");
}

function noAnswer(status: number | undefined, service: string): ErrorKind {
  const isError = status !== undefined && status >= 400;
  const message = `HTTP ${status ?? "answer"} from ${service}, no AWS ${isError ? "error" : "answer"} in it.`;
  if (status === 501) return { trouble: "refused", reasonCode: "error", message, hint: NOT_IMPLEMENTED };
  const trouble = status === 429 ? "throttled" : "unavailable";
  const hint =
    "Something between this runner and AWS answered (a proxy, AWS_ENDPOINT_URL?), or AWS has a problem of its own: run the job again.";
  return { trouble, reasonCode: "error", message, hint };
}

/** The HTTP status of the answer, where there was one. */
export function statusOf(error: Error): number | undefined {
  return numberIn("$metadata" in error ? error.$metadata : undefined, "httpStatusCode");
}

function numberIn(holder: unknown, name: string): number | undefined {
  const value: unknown = new Map(Object.entries(Object(holder))).get(name);
  return typeof value === "number" ? value : undefined;
}
