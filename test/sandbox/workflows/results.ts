import type { RunResult } from "../runner/run-action.ts";

export type Conclusion = "success" | "failure" | "cancelled" | "skipped";

/** What became of a step. */
export interface StepEnd {
  /** As the log page heads it. */
  readonly name: string;
  readonly id?: string;
  readonly uses?: string;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** Its log. */
  readonly text: string;
  /** What this repository's action did, where the step is one of it. */
  readonly action?: RunResult;
  /** What it was given in `with`, expressions evaluated. */
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface JobEnd {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** Of all its legs, one after the other, where it has a matrix. */
  readonly steps: readonly StepEnd[];
  /** Why it failed before a step began, in GitHub's words. */
  readonly error?: string;
  /** What a matrix has made of it, in the order of the matrix. */
  readonly legs?: readonly LegEnd[];
}

export interface LegEnd extends Omit<JobEnd, "legs"> {
  /** As the page of the run calls it. */
  readonly name: string;
  readonly matrix: Readonly<Record<string, unknown>>;
}

export interface RunEnd {
  readonly conclusion: Conclusion;
  readonly jobs: Readonly<Record<string, JobEnd>>;
}

/** What several jobs come to together: https://docs.github.com/rest/checks/runs, the worst one says. */
export function together(conclusions: readonly Conclusion[]): Conclusion {
  const worst = (["failure", "cancelled", "success"] as const).find((each) => conclusions.includes(each));
  return worst ?? "skipped";
}

/** A job of which no step began. */
export function unplayed(conclusion: Exclude<Conclusion, "success">, error?: string): JobEnd {
  return { conclusion, outputs: {}, steps: [], ...(error === undefined ? {} : { error }) };
}
