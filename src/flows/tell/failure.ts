import { ActionError } from "../../errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Plan } from "../../plan.ts";
import type { CheckConclusion, Checks, Comments, PullRequest, Pulls } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { renderCheck } from "../../report/check.ts";
import { endingText } from "../../report/headline.ts";
import { renderSummary } from "../../report/summary.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { ReportView } from "../../report/view.ts";
import type { Secrets } from "../../secrets/secrets.ts";
import type { Finding } from "../../template/model.ts";
import { findingsOf } from "../../template/problems.ts";
import { checkName, deployCheckName, type WorkflowRun } from "../job.ts";
import type { RunResult } from "../result.ts";
import { logStack } from "../unexpected.ts";
import { errorEnding, logFailure } from "./errorEnding.ts";
import { type Message, publishComment } from "./publish.ts";
import { reportView } from "./reportView.ts";

interface FailurePorts {
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly pulls: Pulls | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a run can be doing when an error ends it. */
export type DoingPlan = Exclude<Plan, { kind: "skip" | "refuse" }>;

interface FailedRun {
  readonly plan: DoingPlan;
  readonly inputs: Inputs;
  readonly run: WorkflowRun;
  /** Of the event. */
  readonly commit: string;
  readonly secrets: Secrets;
  readonly cancel: AbortSignal;
}

/**
 * A run that an error ended before its flow could tell of it, whatever the error is: the log says so at once, then
 * comment, check run and summary do, so that nobody decides from an older preview or waits for a deploy. Never throws.
 * @param connect GitHub's side, asked for when the log has it
 */
export async function reportFailure(
  error: unknown,
  failed: FailedRun,
  log: Log,
  connect: () => Promise<FailurePorts>,
): Promise<RunResult> {
  const { plan, inputs, run, secrets, cancel } = failed;
  const about = { ...named(inputs), run, commit: commitOf(failed), secrets };
  const { view, result, conclusion } = errorEnding(about, error, plan.kind);
  logFailure(result, log);
  logStack(error, log);
  const told = { ...result, summary: renderSummary(view) };
  // Without a name there is no comment and no check run that could be the stack's.
  if (inputs.stackName === "" || (plan.kind !== "preview" && plan.kind !== "deploy")) return told;
  try {
    const url = await tell(
      plan,
      inputs,
      { view, conclusion, findings: findingsOf(error), run, cancel },
      await connect(),
    );
    return { ...told, ...(url === undefined ? {} : { commentUrl: url }) };
  } catch (other) {
    logStack(other, log);
    log.warning(`GitHub could not be told: ${other instanceof Error ? other.message : String(other)}`);
    return told;
  }
}

type ToldPlan = Extract<Plan, { kind: "preview" | "deploy" }>;

interface Failed {
  readonly view: ReportView;
  readonly conclusion: CheckConclusion;
  readonly findings: readonly Finding[];
  readonly run: WorkflowRun;
  readonly cancel: AbortSignal;
}

async function tell(
  plan: ToldPlan,
  inputs: Inputs,
  failed: Failed,
  ports: FailurePorts,
): Promise<string | undefined> {
  const { view, run, cancel } = failed;
  const entry = { at: ports.clock.now(), commit: view.commit, text: endingText(view), runUrl: run.url };
  const [comments] = await Promise.all([
    pullsOf(plan, inputs, ports).then((pulls) =>
      Promise.all(pulls.map((pull) => publishComment({ inputs, cancel }, { ...pull, view, entry }, ports))),
    ),
    recordFailure(plan, inputs, failed, ports),
  ]);
  return comments.find((comment) => comment !== undefined)?.url;
}

function commitOf({ plan, commit }: FailedRun): string {
  if (plan.kind === "deploy") return plan.commit;
  return plan.kind === "preview" ? plan.audience.headSha : commit;
}

/** Whose comment tells of it. */
type ToldPull = Pick<Message, "pullRequest" | "only">;

/**
 * The previewed pull request, or those of which the deployed commit is the merge. One whose merged head was never
 * previewed for this stack is told where an earlier head was; otherwise it has nothing to do with it.
 */
async function pullsOf(plan: ToldPlan, inputs: Inputs, ports: FailurePorts): Promise<readonly ToldPull[]> {
  if (plan.kind === "preview")
    return plan.audience.kind === "pull-request" ? [{ pullRequest: plan.audience.number }] : [];
  const { pulls, checks, log } = ports;
  if (pulls === undefined || checks === undefined) return [];
  try {
    const brought = await broughtBy(plan, pulls);
    const previewed = await Promise.all(brought.map((pull) => wasPreviewed(pull, inputs, checks)));
    return brought.map(({ number }, index) => ({
      pullRequest: number,
      ...(previewed[index] ? {} : { only: "where there is one" as const }),
    }));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`The pull request of ${plan.commit.slice(0, 8)} could not be found: ${error.message}`);
    return [];
  }
}

async function broughtBy(
  { pullRequest, branch, commit }: Extract<ToldPlan, { kind: "deploy" }>,
  pulls: Pulls,
): Promise<readonly PullRequest[]> {
  if (pullRequest !== undefined) return [await pulls.get(pullRequest)];
  return (await pulls.mergedInto(branch)).filter((pull) => pull.mergeCommitSha === commit);
}

/** A preview that failed has left a check run too, and a comment that must not stay as it is. */
async function wasPreviewed({ headSha }: PullRequest, inputs: Inputs, checks: Checks): Promise<boolean> {
  return (await checks.list(headSha, checkName(inputs))).length > 0;
}

async function recordFailure(
  plan: ToldPlan,
  inputs: Inputs,
  { view, conclusion, findings }: Failed,
  { checks, log }: FailurePorts,
): Promise<void> {
  if (checks === undefined || (plan.kind === "preview" && plan.audience.kind === "summary")) return;
  const name = plan.kind === "deploy" ? deployCheckName(inputs) : checkName(inputs);
  try {
    await checks.create(view.commit, name, {
      externalId: "",
      status: "completed",
      conclusion,
      ...renderCheck(view),
      annotations: findings,
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`The check run could not be written: ${error.message} ${error.hint ?? ""}`);
  }
}

/** A run that does nothing says why where people look: in the job summary, too. */
export function notDone(
  plan: Extract<Plan, { kind: "skip" | "refuse" }>,
  { inputs, run, commit, secrets }: Omit<FailedRun, "plan" | "cancel">,
): RunResult {
  const { reason } = plan;
  const explanation = fullSentence(plan.explanation);
  const about = { ...named(inputs), run, commit, secrets };
  if (plan.kind === "skip") {
    const summary = renderSummary(reportView(about, { kind: "skipped", reason, explanation }));
    return { result: "skipped", reasonCode: reason, message: `Skipped: ${plan.explanation}.`, summary };
  }
  const { hint } = plan;
  return {
    result: "blocked",
    reasonCode: reason,
    message: `Refused: ${plan.explanation}.`,
    hint,
    summary: renderSummary(reportView(about, { kind: "blocked", reason, explanation, delta: [], hint })),
  };
}

/** Where no name is known the action's own stands. */
function named(inputs: Inputs): { readonly inputs: Inputs } {
  return { inputs: inputs.stackName === "" ? { ...inputs, stackName: "aurora-deploy" } : inputs };
}
