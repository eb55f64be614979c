/**
 * AWS's errors are told apart by `name`, and by a message only from its start on. A name may come with or without
 * "Exception": the wire's code has none for many of them.
 */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name.replace(/Exception$/, ""));
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether AWS says that the stack is not there. */
export function isMissingStack(error: unknown): boolean {
  if (isNamed(error, "StackNotFound")) return true;
  return (
    isNamed(error, "ValidationError") && /^Stack( with id|:)? ?\[?.+\]? does not exist/.test(messageOf(error))
  );
}

/** What the services call a missing permission. */
export const DENIED = ["AccessDenied", "UnauthorizedOperation", "Unauthorized"] as const;
