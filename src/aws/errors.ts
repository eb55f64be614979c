import { ActionError } from "../errors.ts";
import { ServiceError } from "../stack/serviceError.ts";
import { errorKind, isNoAnswer } from "./errorKind.ts";
import { DENIED, isNamed, messageOf } from "./errorName.ts";

export { isMissingStack } from "./errorName.ts";

/** Whether AWS says that the change set is not there (executing one deletes the stack's others). */
export function isMissingChangeSet(error: unknown): boolean {
  return isNamed(error, "ChangeSetNotFound");
}

/** Whether AWS has no results of hooks: none ran. */
export function isMissingHookResult(error: unknown): boolean {
  return isNamed(error, "HookResultNotFound");
}

/** Whether AWS says of an export that nobody imports it, which it tells as an error. */
export function isNotImported(error: unknown): boolean {
  return (
    isNamed(error, "ValidationError") && /^Export .+ is not imported by any stack/.test(messageOf(error))
  );
}

/** Whether the change set's state allows no (further) execution or deletion. */
export function isWrongChangeSetState(error: unknown): boolean {
  return isNamed(error, "InvalidChangeSetStatus");
}

/** Whether a change set of this name is there already. */
export function isNameTaken(error: unknown): boolean {
  return isNamed(error, "AlreadyExists");
}

/** Whether a call with this token was made before, with other options. */
export function isTokenTaken(error: unknown): boolean {
  return isNamed(error, "TokenAlreadyExists");
}

/** Whether a quota is reached, e.g. that of a stack's change sets. */
export function isLimitReached(error: unknown): boolean {
  return isNamed(error, "LimitExceeded");
}

/** Whether a permission is missing. */
export function isDenied(error: unknown): boolean {
  return isNamed(error, ...DENIED);
}

/** Whether AWS does not take the request as it is; the message alone says why. */
export function isRefused(error: unknown): boolean {
  return isNamed(error, "ValidationError");
}

/** Whether another drift detection of the stack is under way. */
export function isDetecting(error: unknown): boolean {
  return isRefused(error) && /^Drift detection is already in progress/.test(messageOf(error));
}

/** Whether AWS throttled the call, its retries included: it has done nothing. */
export function isThrottled(error: unknown): boolean {
  return error instanceof Error && errorKind(error, "").trouble === "throttled";
}

/**
 * Runs calls to AWS and turns what they throw into a `ServiceError`. `doing` completes "Cannot …":
 * "create change set pr-1 of stack x". An `ActionError` passes as it is.
 * @param service who is asked
 * @param region for the commands to paste, where it is known
 */
export async function asking<T>(
  doing: string,
  calls: () => Promise<T>,
  service = "CloudFormation",
  region?: string,
): Promise<T> {
  try {
    return await calls();
  } catch (error) {
    throw toActionError(error, doing, service, region);
  }
}

/** The failure of a call as a person should read it: what was not possible, AWS's words, and the next step. */
export function toActionError(
  error: unknown,
  doing: string,
  service = "CloudFormation",
  region?: string,
): ActionError {
  if (error instanceof ActionError) return error;
  // A mistake of ours (TypeError, …) is no trouble of AWS's: it must not be taken for one.
  if (!(error instanceof Error) || isOwnMistake(error)) {
    return new ActionError(`Cannot ${doing}: ${messageOf(error)}`, { reasonCode: "error", cause: error });
  }
  const kind = errorKind(error, service, region);
  return new ServiceError(`Cannot ${doing}: ${kind.message ?? sentence(error)}`, {
    reasonCode: kind.reasonCode,
    trouble: kind.trouble,
    ...(kind.hint === undefined ? {} : { hint: kind.hint }),
    cause: error,
  });
}

function isOwnMistake(error: Error): boolean {
  if (isNoAnswer(error)) return false;
  return ["TypeError", "RangeError", "ReferenceError", "SyntaxError"].includes(error.name);
}

/** AWS's message, with its name where the message alone says little. */
function sentence(error: Error): string {
  const text = error.message === "" || error.message === "UnknownError" ? error.name : error.message;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
