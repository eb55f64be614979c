import { ActionError } from "../errors.ts";

/** The permission that a call needs, by the path it goes to: what a workflow's `permissions:` must hold. */
const PERMISSIONS: readonly (readonly [RegExp, string])[] = [
  [/\/check-runs/, "checks: write"],
  [/\/issues\/.*comments/, "pull-requests: write"],
  [/\/pulls/, "pull-requests: read"],
  [/\/(commits|compare|contents|git)/, "contents: read"],
];

/** Puts GitHub's refusal into words: what was asked, what it said, which permission is missing. */
export function accessError(error: unknown, request: string): ActionError {
  const status = (error as { readonly status?: unknown }).status;
  const said = error instanceof Error ? error.message : String(error);
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
