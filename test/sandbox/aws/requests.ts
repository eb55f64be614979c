/** One call as it arrived, for tests that ask what was called. */
export interface RecordedRequest {
  readonly service: string;
  readonly operation: string;
  /** On the sandbox's clock, in milliseconds. */
  readonly at: number;
  readonly params: unknown;
  /** Whose call it was, where it came over HTTP and was signed. */
  readonly accessKeyId?: string;
  /** How it was answered: `ok`, an error's code, or `reset`, `lost-response`, `hang`. */
  outcome: string;
}
