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
