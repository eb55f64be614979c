/** Why a run's result is not the plain success. The names are part of the action's contract (README). */
export type ReasonCode =
  | "unreviewed"
  | "stale-review"
  | "not-approved"
  | "destructive"
  | "fork"
  | "wrong-branch"
  | "draft"
  | "invalid-input"
  | "invalid-template"
  | "preflight"
  | "protected"
  | "access-denied"
  | "rolled-back"
  | "timeout"
  | "cancelled"
  | "stack-busy"
  | "stack-unrecoverable"
  | "unsupported-event"
  | "irrelevant-event"
  | "error";

interface ActionErrorDetails {
  readonly reasonCode: ReasonCode;
  /** What to do now, in one sentence or a command to paste. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An expected failure. `message` says what is wrong and where, `hint` the next step.
 * It is thrown anywhere and caught once, at the entry.
 */
export class ActionError extends Error {
  readonly reasonCode: ReasonCode;
  readonly hint: string | undefined;

  constructor(message: string, details: ActionErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "ActionError";
    this.reasonCode = details.reasonCode;
    this.hint = details.hint;
  }
}
