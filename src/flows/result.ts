import { ActionError, type ReasonCode } from "../errors.ts";
import type { StackOutput } from "../stack/model.ts";

export type DeployResult =
  | "rendered"
  | "previewed"
  | "no-changes"
  | "deployed"
  | "blocked"
  | "failed"
  | "skipped"
  | "destroyed"
  | "in-sync"
  | "drifted"
  | "cleaned-up"
  | "discovered";

/** What a run came to: the source of every output and of the exit code. */
export interface RunResult {
  readonly result: DeployResult;
  readonly reasonCode?: ReasonCode;
  /** One line for the end of the log: what happened. */
  readonly message: string;
  /** The next step, where there is one. */
  readonly hint?: string;
  /** Whether the step fails. */
  readonly failed?: boolean;
  /** Markdown for the job summary. */
  readonly summary?: string;
  readonly hasChanges?: boolean;
  readonly changeSetArn?: string;
  readonly changeSetUrl?: string;
  readonly changeDigest?: string;
  /** JSON, `"version": 1`. */
  readonly changeSummary?: string;
  readonly commentUrl?: string;
  readonly stackId?: string;
  readonly stackStatus?: string;
  readonly stackOutputs?: readonly StackOutput[];
  /** Keys of stack outputs that are to be masked. */
  readonly secretOutputs?: readonly string[];
  readonly renderedTemplate?: string;
  /** What is left of the data of a stack that was destroyed. */
  readonly finalSnapshots?: readonly string[];
  /** JSON for `strategy.matrix`: of all affected stacks, and of each wave. */
  readonly matrix?: string;
  readonly waves?: readonly string[];
}

/** Whether the step fails: nothing that was wanted may look done. */
export function isFailure(result: DeployResult, mode: string): boolean {
  return result === "failed" || result === "blocked" || (result === "drifted" && mode === "drift");
}

/** The result of a run that an error ended. */
export function failedResult(error: unknown): RunResult {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ActionError)) {
    return {
      result: "failed",
      reasonCode: "error",
      failed: true,
      message: `Unexpected error: ${message}`,
      hint: "This is a fault of the action. Run it again with debug logging (ACTIONS_STEP_DEBUG) to see where it happened.",
    };
  }
  return {
    result: BLOCKING.has(error.reasonCode) ? "blocked" : "failed",
    reasonCode: error.reasonCode,
    failed: true,
    message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
}

/** How a run ends in words, for the log: what happened and the next step. */
export function endText({ message, hint }: Pick<RunResult, "message" | "hint">): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}

/** Doubts about the review: nothing was executed, and that is the point. */
const BLOCKING: ReadonlySet<ReasonCode> = new Set([
  "unreviewed",
  "stale-review",
  "not-approved",
  "destructive",
]);

export interface StepOutput {
  readonly name: string;
  readonly value: string;
  /** To be masked before it is set. */
  readonly secret: boolean;
  /** Whether it is the stack's: exported as it is. */
  readonly isOfStack: boolean;
}

/**
 * Every step output. Ours have a hyphen in their names, which CloudFormation's output keys cannot have; `matrix` has none, and
 * is set by a discovery alone, which has no stack.
 */
export function stepOutputs(result: RunResult): readonly StepOutput[] {
  const stackOutputs = result.stackOutputs ?? [];
  const own: readonly (readonly [string, string | undefined])[] = [
    ["deploy-result", result.result],
    ["reason-code", result.reasonCode],
    ["has-changes", result.hasChanges?.toString()],
    ["change-set-arn", result.changeSetArn],
    ["change-set-url", result.changeSetUrl],
    ["change-digest", result.changeDigest],
    ["change-summary", result.changeSummary],
    ["comment-url", result.commentUrl],
    ["stack-id", result.stackId],
    ["stack-status", result.stackStatus],
    ["rendered-template", result.renderedTemplate],
    ["final-snapshot", result.finalSnapshots?.join("\n")],
    ["matrix", result.matrix],
    ...(result.waves ?? []).map((wave, index) => [`wave-${index + 1}`, wave] as const),
  ];
  const all = Object.fromEntries(stackOutputs.map((output) => [output.key, output.value]));
  return [
    // Masks first: the runner hides a value only in what is printed after its mask.
    ...stackOutputs.map(({ key, value }) => ({
      name: key,
      value,
      secret: result.secretOutputs?.includes(key) === true,
      isOfStack: true,
    })),
    ...own.flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value, secret: false, isOfStack: false }],
    ),
    ...(result.stackOutputs === undefined
      ? []
      : [{ name: "stack-outputs", value: JSON.stringify(all), secret: false, isOfStack: true }]),
  ];
}
