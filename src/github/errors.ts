import { ActionError } from "../errors.ts";

/** The permission that a call needs, by the path it goes to: what a workflow's `permissions:` must hold. */
const PERMISSIONS: readonly (readonly [RegExp, string])[] = [
  [/\/check-runs/, "checks: write"],
  [/\/issues\/.*comments/, "pull-requests: write"],
  [/\/pulls/, "pull-requests: read"],
  [/\/(commits|compare|contents|git)/, "contents: read"],
];

/**
 * Puts GitHub's refusal into words: what was asked, what it said, which permission is missing.
 * @param proxy on the way to GitHub, without its credentials
 */
export function accessError(error: unknown, request: string, proxy?: string): ActionError {
  const tunnel = tunnelStatus(error);
  if (tunnel !== undefined) return proxyError(tunnel, { error, request, proxy });
  const status = (error as { readonly status?: unknown }).status;
  const said = sentenceOf(error);
  const message = `GitHub refused ${request}: ${said}`;
  switch (status) {
    case 401:
      return new ActionError(message, {
        reasonCode: "access-denied",
        hint: "The github-token is not valid (any more).",
        cause: error,
      });
    case 403:
    case 404:
      // A limit is no missing permission: what goes on without a permission must not go on without an answer.
      if (/rate limit/i.test(said)) {
        return new ActionError(message, {
          reasonCode: "error",
          hint: "The token's rate limit is used up: run this job again later.",
          cause: error,
        });
      }
      return new ActionError(message, {
        reasonCode: "access-denied",
        hint: permissionHint(request),
        cause: error,
      });
    default:
      return new ActionError(`GitHub could not answer ${request}: ${said}`, {
        reasonCode: "error",
        cause: error,
      });
  }
}

/**
 * What a proxy answered instead of letting a request through, as an HTTP status. Octokit says "Request was cancelled";
 * undici, which asked the proxy, is deep among its causes.
 */
export function tunnelStatus(error: unknown): number | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const status = /^Proxy response \((\d+)\) !== 200/.exec(cause.message)?.[1];
    if (status !== undefined) return Number(status);
  }
  return undefined;
}

function proxyError(
  status: number,
  {
    error,
    request,
    proxy,
  }: { readonly error: unknown; readonly request: string; readonly proxy?: string | undefined },
): ActionError {
  const hint =
    status === 407
      ? "It wants credentials, or other ones: they belong into the URL in HTTPS_PROXY on this runner."
      : "Let the proxy pass what goes to GitHub, or name GitHub's host in NO_PROXY where this runner reaches it without.";
  return new ActionError(
    `GitHub could not be asked ${request}: the proxy ${proxy ?? "on the way"} refused with HTTP ${status}.`,
    { reasonCode: "error", hint, cause: error },
  );
}

/** The job was cancelled while GitHub was asked. */
export function cancelledError(request: string): ActionError {
  return new ActionError(`The job was cancelled while GitHub was asked (${request}).`, {
    reasonCode: "cancelled",
  });
}

/** Whether GitHub said that the thing does not exist. */
export function isNotFound(error: unknown): boolean {
  const cause = error instanceof ActionError ? error.cause : error;
  return (cause as { readonly status?: unknown } | undefined)?.status === 404;
}

/** GitHub's words, without the address of its documentation that Octokit puts behind them. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

function permissionHint(request: string): string {
  const permission = PERMISSIONS.find(([path]) => path.test(request))?.[1];
  return permission === undefined
    ? "Check the token's permissions."
    : `The job needs "permissions: ${permission}" for its token.`;
}

/** What is not there has nothing in it. */
export function emptyIfNotFound<T>(error: unknown): T[] {
  if (isNotFound(error)) return [];
  throw error;
}
