import type { Audience } from "../../audience.ts";
import { ActionError } from "../../errors.ts";
import type { StickyComment } from "../../ports/github.ts";
import { endingText, headline } from "../../report/headline.ts";
import { renderSummary } from "../../report/summary.ts";
import type { ReportView } from "../../report/view.ts";
import type { Stack } from "../../stack/model.ts";
import { discardChangeSet, sweepChangeSets } from "../change/leftovers.ts";
import { liveStack } from "../change/propose.ts";
import type { StackJob } from "../job.ts";
import { logFindings, type Preflight, preflight, warningsOf } from "../preflight/preflight.ts";
import type { RunResult } from "../result.ts";
import type { StackPorts } from "../stackPorts.ts";
import { withoutChangeSet } from "../tell/ending.ts";
import { errorEnding, logFailure } from "../tell/errorEnding.ts";
import { closeCheck } from "../tell/ownCheck.ts";
import { publishComment } from "../tell/publish.ts";
import { logStack } from "../unexpected.ts";
import { idleStack } from "../watch/idle.ts";
import { unlessBusy } from "../watch/unlessBusy.ts";
import { awaitedBy, awaitingEnding } from "./awaiting.ts";
import { type Costs, whileAsked, withCosts } from "./costs.ts";
import { groupEnding } from "./groupEnding.ts";
import { type MergeGroupAudience, openMergeGroupCheck } from "./mergeGroup.ts";
import { baseDeployed, type PreviewBase, previewBase } from "./previewBase.ts";
import { type PreviewEnding, previewEnding } from "./previewEnding.ts";
import { previewProposal } from "./previewProposal.ts";
import { type Previewed, recordPreview } from "./previewRecord.ts";

/** Makes a change set and shows it to whoever is to read it: a pull request, the merge queue, or the job summary. */
export async function preview(job: StackJob, audience: Audience, ports: StackPorts): Promise<RunResult> {
  switch (audience.kind) {
    case "pull-request": {
      const [base, labels] = await Promise.all([
        previewBase(job, audience, ports),
        presentLabels(audience, ports),
      ]);
      const { stack, ending } = await onIdleStack(job, { ...audience, labels }, base, ports);
      logFailure(ending.result, ports.log);
      return resultOf(stack, ...(await tellPullRequest(job, { ...audience, base }, ending, ports)));
    }
    case "merge-group":
      return previewMergeGroup(job, audience, ports);
    case "summary": {
      const { stack, ending } = await onIdleStack(job, audience, undefined, ports);
      return resultOf(stack, ending.result, ending.view);
    }
  }
}

/** The labels that the pull request has now: those of the event are of its day, and the job can be run again later. */
async function presentLabels(
  { number, labels }: Extract<Audience, { kind: "pull-request" }>,
  { pulls, log }: Pick<StackPorts, "pulls" | "log">,
): Promise<readonly string[]> {
  if (pulls === undefined) return labels;
  try {
    return (await pulls.get(number)).labels;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`The labels of #${number} are those of the event: ${error.message}`);
    return labels;
  }
}

/** Whatever becomes of it, the check run that the queue waits for is completed. */
async function previewMergeGroup(
  job: StackJob,
  audience: MergeGroupAudience,
  ports: StackPorts,
): Promise<RunResult> {
  const check = await openMergeGroupCheck(job, audience, ports);
  try {
    const { stack, ending } = await onIdleStack(job, audience, undefined, ports);
    const judged = await groupEnding(job, { audience, check }, ending, ports);
    logFailure(judged.result, ports.log);
    // Nobody executes what a queue was shown.
    const isGone = await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports);
    const left = isGone ? withoutChangeSet(judged) : judged;
    await closeCheck(job, check, left, ports);
    return resultOf(stack, left.result, left.view);
  } catch (error) {
    const ending = errorEnding(job, error, "preview");
    logFailure(ending.result, ports.log);
    logStack(error, ports.log);
    await closeCheck(job, check, ending, ports);
    return resultOf(undefined, ending.result, ending.view);
  }
}

/** The stack when nothing runs on it, and what would happen to it. */
function onIdleStack(
  job: StackJob,
  audience: Audience,
  base: PreviewBase | undefined,
  ports: StackPorts,
): Promise<{ readonly stack: Stack | undefined; readonly ending: PreviewEnding }> {
  return unlessBusy(job, ports, async () => {
    if (base !== undefined) await baseDeployed(job, base, ports);
    const stack = await idleStack(job, ports);
    const ending = await whileAsked(job, liveStack(stack), ports, (costs) =>
      workedOut(job, audience, { stack, costs }, ports),
    );
    return { stack, ending };
  });
}

/**
 * What would happen, by CloudFormation's account and by our own checks. Those of a new stack run at the same time; for
 * one that is there, what is worth a question is known from the change set only, and mostly nothing is.
 */
async function workedOut(
  job: StackJob,
  audience: Audience,
  { stack, costs }: { readonly stack: Stack | undefined; readonly costs: Costs },
  ports: StackPorts,
): Promise<PreviewEnding> {
  const live = liveStack(stack);
  const [proposed, early] = await Promise.all([
    previewProposal(job, { stack, onTemplates: costs.begin }, audience, ports),
    live === undefined ? earlyPreflight(job, ports) : undefined,
  ]);
  const awaited = await awaitedBy(proposed, audience, ports);
  if (awaited !== undefined && proposed.kind === "failed") return awaitingEnding(job, proposed, awaited);
  const changes = proposed.kind === "failed" ? undefined : proposed.proposal.changes;
  const [checked, cost] = await Promise.all([
    early ?? preflight(job, { live, changes, isPreview: true }, ports),
    costs.of(changes),
  ]);
  const found = checked(changes);
  // A notice says what could not be asked: that is for the log.
  const ending = withCosts(
    previewEnding(
      job,
      proposed,
      found.filter(({ level }) => level !== "notice"),
    ),
    cost,
  );
  for (const line of ending.lines) ports.log.info(line);
  logFindings([...warningsOf(ending.proposal), ...found], ports.log);
  return ending;
}

/** Reading the code of two more clients takes the thread for 0.2 s: CreateChangeSet is to be on its way before that. */
const HEAD_START_MS = 100;

async function earlyPreflight(job: StackJob, ports: StackPorts): Promise<Preflight> {
  if (job.inputs.preflight) await ports.clock.sleep(HEAD_START_MS, job.cancel);
  return preflight(job, { live: undefined, changes: undefined, isPreview: true }, ports);
}

async function tellPullRequest(
  job: StackJob,
  pull: Previewed,
  ending: PreviewEnding,
  ports: StackPorts,
): Promise<readonly [RunResult, ReportView, StickyComment | undefined]> {
  // Right before it is recorded: what is merged by now was merged without it.
  const still = await standing(pull, ports);
  // A merged head's change set may be the one that its deploy executes: it is not ours to delete any more.
  const isUseless = still === "pushed on" || still === "closed";
  const isGone = isUseless && (await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports));
  if (still !== "open") {
    const left = isGone ? withoutChangeSet(ending) : ending;
    const view = goneView(left.view, pull, still);
    // The deploy of a merge without a record says nothing on its pull request: this is all that its readers get.
    const first = { pullRequest: pull.number, view, only: "where there is none" } as const;
    const comment = still === "merged" ? await publishComment(job, first, ports) : undefined;
    return [left.result, view, comment];
  }
  const onMerge = await recordPreview(job, pull, ending, ports);
  const { state } = ending.view;
  const view = state.kind === "previewed" ? { ...ending.view, state: { ...state, onMerge } } : ending.view;
  const entry = { at: ports.clock.now(), commit: pull.headSha, text: endingText(view), runUrl: job.run.url };
  const comment = await publishComment(job, { pullRequest: pull.number, view, entry }, ports);
  const gone = await sweepChangeSets(job, pull.number, ending.changeSetArn, ports);
  // One that CloudFormation refused is swept with the others.
  const left = gone.includes(ending.changeSetArn)
    ? withoutChangeSet({ ...ending, view })
    : { ...ending, view };
  // The log's last line is the headline, too.
  const result = state.kind === "previewed" ? { ...left.result, message: headline(view) } : left.result;
  return [result, left.view, comment];
}

type Gone = "pushed on" | "merged" | "closed";

const GONE: Readonly<Record<Gone, string>> = {
  "pushed on": "its head has moved on since",
  merged: "it is merged already, and nothing is reviewed after the merge",
  closed: "it is closed",
};

/** What the summary says of a preview that came too late: it stands for no review. */
function goneView(view: ReportView, { number }: Previewed, gone: Gone): ReportView {
  const explanation = `This preview is not recorded: #${number} has changed while it was made (${GONE[gone]}).`;
  return view.state.kind === "previewed"
    ? { ...view, state: { ...view.state, onMerge: { kind: "will-block", explanation } } }
    : view;
}

/**
 * Where the pull request stands after what may have been a slow preview, which must not write over what a newer push
 * or the deploy has said since.
 */
async function standing(
  { number, headSha }: Previewed,
  { pulls, log }: Pick<StackPorts, "pulls" | "log">,
): Promise<"open" | Gone> {
  if (pulls === undefined) return "open";
  try {
    const now = await pulls.get(number);
    const gone = now.merged
      ? "merged"
      : !now.open
        ? "closed"
        : now.headSha !== headSha
          ? "pushed on"
          : undefined;
    if (gone === undefined) return "open";
    log.warning(`This preview of #${number} at ${headSha.slice(0, 8)} is not recorded: ${GONE[gone]}.`);
    return gone;
  } catch (error) {
    // A record that comes after the merge does not count anyway.
    if (!(error instanceof ActionError)) throw error;
    return "open";
  }
}

function resultOf(
  stack: Stack | undefined,
  result: RunResult,
  view: ReportView,
  comment?: StickyComment,
): RunResult {
  return {
    ...result,
    summary: renderSummary(view),
    ...(comment === undefined ? {} : { commentUrl: comment.url }),
    ...(stack === undefined ? {} : { stackId: stack.arn, stackStatus: stack.status }),
  };
}
