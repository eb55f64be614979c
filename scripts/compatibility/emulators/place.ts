import { outcome, TEMPLATE_PATH } from "../../../test/e2e/stack.ts";
import type { WorkflowEvent } from "../../../test/sandbox/github/happenings/payloads.ts";
import type { Stage, Step } from "../../../test/sandbox/stage.ts";
import type { Wanted } from "./stack.ts";

type Inputs = Readonly<Record<string, string>>;

/** Where the way is gone: a repository of the local GitHub, and somebody else's AWS. */
export interface Place {
  readonly stage: Stage;
  /** The emulator's. */
  readonly url: string;
  /** The stack of the way, as wanted. */
  readonly template: (wanted: Wanted) => string;
  readonly run: (event: WorkflowEvent, inputs?: Inputs) => Promise<Step>;
}

/** Opens a pull request that makes the template be as wanted, and previews it. */
export async function propose(
  place: Place,
  head: string,
  wanted: Wanted | string,
  inputs?: Inputs,
): Promise<{ readonly number: number; readonly step: Step }> {
  const text = typeof wanted === "string" ? wanted : place.template(wanted);
  const { repository } = place.stage;
  const number = await repository.openPullRequest({ head, files: { [TEMPLATE_PATH]: text } });
  return { number, step: await place.run(await repository.event.pullRequest(number, "opened"), inputs) };
}

/** Merges a pull request, and runs the push that comes of it. */
export async function merge({ stage, run }: Place, number: number, inputs?: Inputs): Promise<Step> {
  await stage.repository.merge(number);
  return run(await stage.repository.event.push("main"), inputs);
}

/** Throws with what was found where a run did not come to this. */
export function expectResult(step: Step, result: string, reason?: string): void {
  const found = outcome(step);
  if (found.result === result && found.reason === reason) return;
  const error = step.annotations.findLast(({ level }) => level === "error");
  const told = (error?.message ?? step.text.trim().split("\n").at(-1) ?? "").replaceAll(/\s+/g, " ");
  const why = found.reason === undefined ? "" : ` (${found.reason})`;
  throw new Error(`${found.result ?? "no result"}${why}: ${told.slice(0, 300)}`);
}

/** Throws with what is missing in a text that somebody reads. */
export function expectText(text: string, ...wanted: readonly string[]): void {
  const missing = wanted.filter((part) => !text.includes(part));
  if (missing.length > 0) throw new Error(`does not show ${missing.join(", ")}`);
}

/** What is written to a pull request. */
export async function commentsOf({ stage }: Place, number: number): Promise<string> {
  return (await stage.repository.comments(number)).map(({ body }) => body).join("\n");
}
