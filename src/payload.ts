/** GitHub's JSON, of which only a few fields matter; whatever else it holds reads as empty. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function object(value: unknown): JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** What the runner says about the event that started the run. */
export interface GitHubEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** The webhook payload. */
  readonly payload: unknown;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** `GITHUB_REF`, e.g. `refs/heads/main`. */
  readonly ref: string;
  readonly actor: string;
  /** Whether the job has AWS credentials at all; Dependabot's runs get no secrets. */
  readonly hasAwsCredentials: boolean;
}
