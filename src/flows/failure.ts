import type { Secrets } from "../changes/secrets.ts";
import { ActionError, type ReasonCode } from "../errors.ts";
import type { Plan } from "../event.ts";
import type { Inputs } from "../inputs.ts";
import { renderCheck } from "../report/check.ts";
import { renderSummary } from "../report/summary.ts";
import type { ReportView } from "../report/view.ts";
import type { Finding } from "../template/model.ts";
import { findingsOf } from "../template/problems.ts";
import { checkName, deployCheckName, type WorkflowRun } from "./job.ts";
import type { Checks, Clock, Comments, Log, Pulls } from "./ports.ts";
import { publishComment } from "./publish.ts";
import { viewBase } from "./reporting.ts";
import { failedResult, type RunResult } from "./result.ts";

interface FailurePorts {
  readonly secrets: Secrets;
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly pulls: Pulls | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

type FailedPlan = Extract<Plan, { kind: "preview" | "deploy" }>;

/**
 * A preview or a deploy that an error ended before its flow could tell of it: comment, check run and summary say so, so
 * that nobody decides from an older preview or waits for a deploy. Throws again what is not an expected error.
 */
export async function reportFailure(
  error: unknown,
  inputs: Inputs,
  run: WorkflowRun,
  plan: FailedPlan,
  ports: FailurePorts,
): Promise<RunResult> {
  if (!(error instanceof ActionError)) throw error;
  const commit = plan.kind === "deploy" ? plan.commit : plan.audience.headSha;
  const view = failureView(error, { inputs, run, commit, secrets: ports.secrets });
  const result = { ...failedResult(error), summary: renderSummary(view) };
  // Without a name there is no comment and no check run that could be the stack's.
  if (inputs.stackName === "") return result;
  const entry = { at: ports.clock.now(), commit, text: "failed", runUrl: run.url };
  const pulls = await pullsOf(plan, ports);
  const [comments] = await Promise.all([
    Promise.all(pulls.map((number) => publishComment(inputs, number, view, ports, entry))),
    recordFailure(plan, inputs, view, findingsOf(error), ports),
  ]);
  const url = comments.find((comment) => comment !== undefined)?.url;
  return { ...result, ...(url === undefined ? {} : { commentUrl: url }) };
}

/** Whose comment tells of it: the previewed pull request's, or those of which the deployed commit is the merge. */
async function pullsOf(plan: FailedPlan, { pulls, log }: FailurePorts): Promise<readonly number[]> {
  if (plan.kind === "preview") return plan.audience.kind === "pull-request" ? [plan.audience.number] : [];
  if (plan.pullRequest !== undefined) return [plan.pullRequest];
  if (pulls === undefined) return [];
  try {
    const merged = await pulls.mergedInto(plan.branch);
    return merged.filter((pull) => pull.mergeCommitSha === plan.commit).map((pull) => pull.number);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`The pull request of ${plan.commit.slice(0, 8)} could not be found: ${error.message}`);
    return [];
  }
}

function failureView(error: ActionError, reported: Parameters<typeof viewBase>[0]): ReportView {
  const failure = {
    message: error.message,
    reasonCode: error.reasonCode,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
  return { ...viewBase(reported), state: { kind: "preview-failed", failure } };
}

async function recordFailure(
  plan: FailedPlan,
  inputs: Inputs,
  view: ReportView,
  findings: readonly Finding[],
  { checks, log }: FailurePorts,
): Promise<void> {
  if (checks === undefined || (plan.kind === "preview" && plan.audience.kind === "summary")) return;
  const name = plan.kind === "deploy" ? deployCheckName(inputs) : checkName(inputs);
  try {
    await checks.create(view.commit, name, {
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

/** A run that has nothing to do says why where people look: in the job summary, too. */
export function skippedSummary(
  inputs: Inputs,
  run: WorkflowRun,
  commit: string,
  secrets: Secrets,
  { reason, explanation }: { readonly reason: ReasonCode; readonly explanation: string },
): string {
  const stackName = inputs.stackName === "" ? "aurora-deploy" : inputs.stackName;
  const base = viewBase({ inputs: { ...inputs, stackName }, run, commit, secrets });
  return renderSummary({ ...base, state: { kind: "skipped", reason, explanation } });
}
