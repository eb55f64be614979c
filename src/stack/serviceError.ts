import { ActionError, type ReasonCode } from "../errors.ts";

/**
 * What kind of trouble a call to AWS met, for those who go on in spite of it:
 * `throttled` and `unavailable` may pass by themselves, `credentials` ended or are missing, `denied` is a permission,
 * `refused` is AWS's answer to this very request.
 */
export type Trouble = "throttled" | "unavailable" | "credentials" | "denied" | "refused";

interface ServiceErrorDetails {
  readonly reasonCode: ReasonCode;
  readonly trouble: Trouble;
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * Whether it is open what became of a call that was to change something: its answer is lost and AWS could not tell either, or a
 * cancelled job gave it up. Any other error says that it had no effect.
 */
export function isLeftOpen(error: unknown): error is ActionError {
  if (error instanceof ServiceError) return error.trouble === "unavailable";
  return error instanceof ActionError && error.reasonCode === "cancelled";
}

/** Whether AWS throttled a call to its end: it has done nothing, and may be made again. */
export function isThrottled(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.trouble === "throttled";
}

/** A call to AWS that failed for good: the retries within the call are over. */
export class ServiceError extends ActionError {
  readonly trouble: Trouble;

  constructor(message: string, details: ServiceErrorDetails) {
    super(message, details);
    this.name = "ServiceError";
    this.trouble = details.trouble;
  }

  /** Whether the same call may succeed later by itself. */
  get mayPass(): boolean {
    return this.trouble === "throttled" || this.trouble === "unavailable";
  }
}
