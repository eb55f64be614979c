import { ActionError } from "../errors.ts";
import { renderCheck } from "../report/check.ts";
import type { ReportView } from "../report/view.ts";
import { annotationsOf } from "./annotations.ts";
import { deployCheckName, type StackJob } from "./job.ts";
import type { CheckConclusion, CheckRun, Checks, Log } from "./ports.ts";

interface DeployCheckPorts {
  readonly checks: Checks | undefined;
  readonly log: Log;
}

/**
 * Opens the deploy's own check run on the commit. It tells which app is ours, whose records are to be trusted, and the
 * next deploy finds the last deployed commit by it. `undefined` where the token may not write check runs, or, where
 * no review is needed, where GitHub cannot be asked at all.
 */
export async function openDeployCheck(
  job: StackJob,
  ports: DeployCheckPorts,
  needed: boolean,
): Promise<CheckRun | undefined> {
  if (ports.checks === undefined) return undefined;
  try {
    return await ports.checks.create(job.commit, deployCheckName(job.inputs), {
      externalId: "",
      status: "in_progress",
      title: "Deploying",
      summary: `[The run](${job.run.url})`,
      annotations: [],
    });
  } catch (error) {
    if (!(error instanceof ActionError) || (needed && error.reasonCode !== "access-denied")) throw error;
    ports.log.warning(
      `No check run could be made for this deploy, so that no review can be trusted: ${error.message} ${error.hint ?? ""}`,
    );
    return undefined;
  }
}

/** Closes a check run with what came of it. What cannot be written is said in the log and fails nothing. */
export async function closeCheck(
  job: StackJob,
  check: CheckRun | undefined,
  { view, conclusion }: { readonly view: ReportView; readonly conclusion: CheckConclusion },
  ports: DeployCheckPorts,
): Promise<void> {
  if (check === undefined || ports.checks === undefined) return;
  try {
    await ports.checks.update(check.id, {
      externalId: view.digest ?? "",
      status: "completed",
      conclusion,
      ...renderCheck(view),
      annotations: annotationsOf(job, view),
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    ports.log.warning(`The check run could not be completed: ${error.message}`);
  }
}
