import { ActionError, type ReasonCode } from "../../errors.ts";
import type { Finding } from "../../template/model.ts";
import { findingsOf, findingText } from "../../template/problems.ts";

/** What a file was, or what is wrong with it. */
export interface Attempt<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** A problem's text, with what kind of thing is wrong and the findings that belong on a file's lines. */
export interface Problem {
  readonly message: string;
  readonly reasonCode?: ReasonCode;
  readonly findings?: readonly Finding[];
}

/** A file that cannot be used is one problem among others, not the end. */
export async function attempt<T>(load: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await load(), problems: [] };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    // Behind the caret of a syntax error, or a list, the advice has a line of its own.
    const gap = error.message.includes("\n") ? "\n" : " ";
    const message = error.hint === undefined ? error.message : `${error.message}${gap}${error.hint}`;
    return { problems: [{ message, reasonCode: error.reasonCode, findings: findingsOf(error) }] };
  }
}

/** The errors among findings, each as a line with its place. */
export function errorsOf(findings: readonly Finding[]): readonly Problem[] {
  return findings
    .filter((finding) => finding.level === "error")
    .map((finding) => ({ message: findingText(finding), findings: [finding] }));
}

/** Everything that is wrong, as one error. */
export function inputError(
  problems: readonly (Problem | Finding)[],
  undecided: readonly string[],
): ActionError {
  const messages = problems.map((problem) => ("level" in problem ? findingText(problem) : problem.message));
  const unsure = undecided.map(
    (name) =>
      `Parameter ${name} has no value, unless the stack keeps one. Name it in parameters or parameters-file.`,
  );
  const all = [...messages, ...unsure];
  const onlyTemplate = problems.every(
    (problem) => "reasonCode" in problem && problem.reasonCode === "invalid-template",
  );
  return new ActionError(
    all.length === 1
      ? (all[0] ?? "")
      : `${all.length} problems:\n${all.map((message) => `- ${message}`).join("\n")}`,
    {
      reasonCode: onlyTemplate ? "invalid-template" : "invalid-input",
      // For the lines that they are about.
      cause: problems.flatMap((problem) => ("level" in problem ? [problem] : (problem.findings ?? []))),
    },
  );
}
