import { ActionError } from "../errors.ts";
import type { Plan } from "../event.ts";
import type { Inputs } from "../inputs.ts";
import { renderCheck } from "../report/check.ts";
import { renderSummary } from "../report/summary.ts";
import type { ReportView } from "../report/view.ts";
import type { Finding } from "../template/model.ts";
import { findingsOf } from "../template/problems.ts";
import { checkName, type WorkflowRun } from "./job.ts";
import type { Checks, Clock, Comments, Log } from "./ports.ts";
import { publishComment } from "./publish.ts";
import { failedResult, type RunResult } from "./result.ts";

interface FailurePorts {
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A preview that an error ended: the comment and the check run say so, so that nobody decides from an older preview.
 * Throws again what is not an expected error.
 */
export async function reportFailedPreview(
  error: unknown,
  inputs: Inputs,
  run: WorkflowRun,
  audience: Extract<Plan, { kind: "preview" }>["audience"],
  ports: FailurePorts,
): Promise<RunResult> {
  if (!(error instanceof ActionError)) throw error;
  const view = failureView(error, inputs, run, audience.headSha);
  const result = { ...failedResult(error), summary: renderSummary(view) };
  // Without a name there is no comment and no check run that could be the stack's.
  if (audience.kind === "summary" || inputs.stackName === "") return result;
  const entry = { at: ports.clock.now(), commit: audience.headSha, text: "failed", runUrl: run.url };
  const [comment] = await Promise.all([
    audience.kind === "pull-request"
      ? publishComment(inputs, audience.number, view, ports, entry)
      : undefined,
    recordFailure(inputs, audience.headSha, view, findingsOf(error), ports),
  ]);
  return { ...result, ...(comment === undefined ? {} : { commentUrl: comment.url }) };
}

function failureView(error: ActionError, inputs: Inputs, run: WorkflowRun, commit: string): ReportView {
  const failure = {
    message: error.message,
    reasonCode: error.reasonCode,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
  return {
    stack: inputs.stackName,
    region: inputs.region,
    state: { kind: "preview-failed", failure },
    findings: [],
    links: { run: run.url },
    commit,
    history: [],
  };
}

async function recordFailure(
  inputs: Inputs,
  sha: string,
  view: ReportView,
  findings: readonly Finding[],
  { checks, log }: FailurePorts,
): Promise<void> {
  if (checks === undefined) return;
  try {
    await checks.create(sha, checkName(inputs), {
      externalId: "",
      status: "completed",
      conclusion: "failure",
      ...renderCheck(view),
      annotations: findings,
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`The check run could not be written: ${error.message} ${error.hint ?? ""}`);
  }
}
