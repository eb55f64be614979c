import { ActionError } from "../../errors.ts";
import type { CheckConclusion, CheckRun, CheckRunContent, Checks } from "../../ports/github.ts";
import type { Log } from "../../ports/local.ts";
import { renderCheck } from "../../report/check.ts";
import { headline } from "../../report/headline.ts";
import type { ReportView } from "../../report/view.ts";
import { deployCheckName, type StackJob } from "../job.ts";
import { annotationsOf } from "./annotations.ts";

interface CheckPorts {
  readonly checks: Checks | undefined;
  readonly log: Log;
}

/** A check run of our own, to be opened. */
interface OwnCheck {
  readonly sha: string;
  readonly name: string;
  readonly title: string;
  /** What it is for, in a sentence: `this deploy`. */
  readonly about: string;
}

/**
 * Opens the deploy's own check run on the commit; the next deploy finds the last deployed commit by it.
 * @param needed whether a review is needed: if not, GitHub need not be there at all
 */
export function openDeployCheck(
  job: StackJob,
  ports: CheckPorts,
  needed: boolean,
): Promise<CheckRun | undefined> {
  const name = deployCheckName(job.inputs);
  return openCheck(job, { sha: job.commit, name, title: "Deploying", about: "this deploy" }, ports, needed);
}

/**
 * Opens a check run. It tells which app is ours, whose records are to be trusted. `undefined` where the token may not
 * write check runs, or, where it is not needed, where GitHub cannot be asked.
 */
export async function openCheck(
  job: StackJob,
  { sha, name, title, about }: OwnCheck,
  { checks, log }: CheckPorts,
  needed: boolean,
): Promise<CheckRun | undefined> {
  if (checks === undefined) return undefined;
  try {
    return await checks.create(sha, name, {
      externalId: "",
      status: "in_progress",
      title,
      summary: `[The run](${job.run.url})`,
      annotations: [],
    });
  } catch (error) {
    if (!(error instanceof ActionError) || (needed && error.reasonCode !== "access-denied")) throw error;
    log.warning(
      `No check run could be made for ${about}, so that no review can be trusted: ${error.message} ${error.hint ?? ""}`,
    );
    return undefined;
  }
}

/** How a check run ends. */
export interface CheckEnd {
  readonly view: ReportView;
  readonly conclusion: CheckConclusion;
  /** A deploy's mark; the digest where the check run is no deploy's. */
  readonly externalId?: string;
}

/** Closes a check run with what came of it. What cannot be written is said in the log and fails nothing. */
export async function closeCheck(
  job: StackJob,
  check: CheckRun | undefined,
  { view, conclusion, externalId = view.digest ?? "" }: CheckEnd,
  ports: CheckPorts,
): Promise<void> {
  if (check === undefined || ports.checks === undefined) return;
  const { checks, log } = ports;
  const complete = (content: Pick<CheckRunContent, "title" | "summary" | "annotations">) =>
    checks.update(check.id, { externalId, status: "completed", conclusion, ...content });
  try {
    await complete({ ...renderCheck(view), annotations: annotationsOf(job, view) });
  } catch (error) {
    log.warning(`The check run could not be completed: ${messageOf(error)}`);
    // GitHub may take the result without the report, or the report was the trouble: it must not go on for ever.
    const title = headline(view);
    const plain = { title, summary: `[The run](${job.run.url}) has the report.`, annotations: [] };
    await complete(plain).catch((again: unknown) => log.debug(messageOf(again)));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
