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

/**
 * The branch that a text names: as it is called, or with `refs/heads/` in front, as `github.ref` has it.
 * @returns `undefined` where no branch can be called so: a pattern, the ref of a tag or of a pull request
 */
export function branchNamed(name: string): string | undefined {
  const branch = name.startsWith(HEADS) ? name.slice(HEADS.length) : name;
  return isBranchName(branch) ? branch : undefined;
}

const HEADS = "refs/heads/";

/** What git takes in no ref (git check-ref-format): white space and control characters, `~^:?*[\`, `..`, `@{`, `//`. */
const NEVER = /[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\//u;

/** GitHub takes no branch whose name begins with refs/ ("Dealing with special characters in branch and tag names"). */
function isBranchName(name: string): boolean {
  if (name === "" || name === "@" || /^(?:-|\/|refs\/)|[./]$/.test(name) || NEVER.test(name)) return false;
  return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
