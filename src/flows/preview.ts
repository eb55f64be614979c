import { encodeRecord, RECORD_LIMIT } from "../changes/record.ts";
import { ActionError } from "../errors.ts";
import type { Audience } from "../event.ts";
import { renderCheck } from "../report/check.ts";
import { headline } from "../report/headline.ts";
import { planLines } from "../report/plan.ts";
import { renderSummary } from "../report/summary.ts";
import type { Failure, OnMerge, ReportState, ReportView } from "../report/view.ts";
import { disposition } from "../stack/disposition.ts";
import type { Stack } from "../stack/model.ts";
import type { Finding } from "../template/model.ts";
import { proposalOutputs } from "./ending.ts";
import { idleStack } from "./idle.ts";
import { acknowledgements, changeSetName, checkName, type StackJob } from "./job.ts";
import { sweepChangeSets } from "./leftovers.ts";
import type {
  ChangeSets,
  CheckConclusion,
  CheckRunContent,
  Checks,
  Clock,
  Comments,
  Databases,
  Log,
  Stacks,
  Subnets,
  TemplateBucket,
} from "./ports.ts";
import { preflight } from "./preflight.ts";
import { isStopped, preflightEnding } from "./preflightReport.ts";
import { liveStack, type Proposal, type Proposed, propose } from "./proposal.ts";
import { publishComment } from "./publish.ts";
import { reportBase } from "./reporting.ts";
import type { RunResult } from "./result.ts";

export interface PreviewPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly templateBucket: TemplateBucket;
  readonly databases: Databases;
  readonly subnets: Subnets;
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

type PullRequestAudience = Extract<Audience, { kind: "pull-request" }>;

/** Makes a change set and shows it: check run (the record), comment, job summary, outputs. Executes nothing. */
export async function preview(job: StackJob, audience: Audience, ports: PreviewPorts): Promise<RunResult> {
  const stack = await idleStack(job, ports);
  const [proposed, checked] = await Promise.all([
    proposeFor(job, stack, audience, ports),
    preflight(job, { live: liveStack(stack), changes: undefined }, ports),
  ]);
  const found = checked.findings(proposed.kind === "failed" ? undefined : proposed.proposal.changes);
  const outcome =
    proposed.kind === "failed"
      ? failedOutcome(job, proposed, found)
      : readyOutcome(job, proposed.proposal, found);
  for (const line of outcome.lines) ports.log.info(line);
  const pull = audience.kind === "pull-request" ? audience : undefined;
  const onMerge = pull && (await record(job, pull, outcome, ports));
  const view =
    onMerge && outcome.view.state.kind === "previewed"
      ? { ...outcome.view, state: { ...outcome.view.state, onMerge } }
      : outcome.view;
  const comment = pull && (await commentOn(job, pull, view, ports));
  if (pull) await sweepChangeSets(job, pull.number, outcome.changeSetArn, ports);
  return {
    ...outcome.result,
    summary: renderSummary(view),
    ...(comment === undefined ? {} : { commentUrl: comment.url }),
    ...(stack === undefined ? {} : { stackId: stack.arn, stackStatus: stack.status }),
  };
}

/** What a preview came to, before anybody is told. */
interface Outcome {
  readonly view: ReportView;
  readonly result: RunResult;
  readonly proposal: Proposal | undefined;
  readonly changeSetArn: string;
  readonly conclusion: CheckConclusion;
  readonly lines: readonly string[];
}

/**
 * A stack whose creation failed and was rolled back takes no change set until it is deleted, which a preview never
 * does. The change set is then made for an empty stack of another name, which says the same: everything is added.
 */
async function proposeFor(
  job: StackJob,
  stack: Stack | undefined,
  audience: Audience,
  ports: PreviewPorts,
): Promise<Proposed> {
  const pull = audience.kind === "pull-request" ? audience : undefined;
  const origin = {
    name: changeSetName(
      pull ? `pr-${pull.number}` : audience.kind === "merge-group" ? "queue" : "manual",
      audience.headSha,
      job.run,
    ),
    description: `${pull ? `pull request #${pull.number}` : audience.kind} of ${job.run.repository} at ${audience.headSha}, ${job.run.url}`,
    stackName: job.inputs.stackName,
  };
  const acknowledged = acknowledgements(job.inputs, pull?.labels ?? []);
  if (disposition(stack?.status).kind !== "recreate") return propose(job, stack, origin, acknowledged, ports);
  const stackName = `${job.inputs.stackName.slice(0, 100)}-preview-${job.run.id}`;
  ports.log.info(
    `Stack ${job.inputs.stackName} is ${stack?.status}: previewing its creation as ${stackName}.`,
  );
  const proposed = await propose(job, undefined, { ...origin, stackName }, acknowledged, ports);
  const { changeSetArn, stackArn } =
    proposed.kind === "proposed"
      ? proposed.proposal
      : { changeSetArn: proposed.failure.arn, stackArn: proposed.failure.stackArn };
  await ports.changeSets.delete(changeSetArn);
  await ports.stacks.delete(stackArn, `preview-${job.run.id}`);
  return proposed;
}

function readyOutcome(job: StackJob, proposal: Proposal, found: readonly Finding[]): Outcome {
  const { verdict, shown, digest, changeSetArn, stackArn, empty } = proposal;
  const lines = [...planLines(shown, verdict), `digest ${digest.digest}`];
  if (isStopped(found)) return { ...preflightEnding(job, proposal, found), proposal, changeSetArn, lines };
  const stopped = verdict.unacknowledged.length > 0 && job.inputs.onDestructive === "fail" && !empty;
  const state: ReportState = empty
    ? { kind: "no-changes" }
    : { kind: "previewed", onMerge: { kind: "executes" } };
  const view: ReportView = {
    ...reportBase(job, stackArn, empty ? undefined : changeSetArn),
    state: stopped ? destructiveState(verdict.unacknowledged) : state,
    changes: shown,
    verdict,
    findings: [...job.rendered.findings, ...proposal.findings, ...found],
    digest: digest.digest,
  };
  const result: RunResult = {
    result: stopped ? "blocked" : empty ? "no-changes" : "previewed",
    ...(stopped ? { reasonCode: "destructive" as const } : {}),
    message: stopped ? destructiveMessage(verdict.unacknowledged) : headline(view),
    ...(stopped ? { hint: ACKNOWLEDGE } : {}),
    ...proposalOutputs(proposal),
  };
  return { view, result, proposal, changeSetArn, conclusion: stopped ? "failure" : "success", lines };
}

const ACKNOWLEDGE =
  "If that is wanted, a maintainer sets the label allow-destructive:<LogicalId> on the pull request, or the input allow-destructive.";

function destructiveMessage(resources: readonly string[]): string {
  return `Data would be lost in ${resources.join(", ")}, and nobody has acknowledged it.`;
}

function destructiveState(resources: readonly string[]): ReportState {
  return {
    kind: "blocked",
    reason: "destructive",
    explanation: destructiveMessage(resources),
    delta: [],
    hint: ACKNOWLEDGE,
  };
}

function failedOutcome(
  job: StackJob,
  { failure }: Extract<Proposed, { kind: "failed" }>,
  found: readonly Finding[],
): Outcome {
  const told: Failure = {
    message: `CloudFormation refused the change set: ${failure.reason}`,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    reasonCode: "error",
  };
  const view: ReportView = {
    ...reportBase(job, failure.stackArn, undefined),
    state: { kind: "preview-failed", failure: told },
    findings: [...job.rendered.findings, ...failure.findings, ...found],
  };
  const result: RunResult = { result: "failed", ...told, changeSetArn: failure.arn };
  const lines = failure.findings.map((finding) => finding.message);
  return { view, result, proposal: undefined, changeSetArn: failure.arn, conclusion: "failure", lines };
}

/** Writes the check run that a deploy goes by; without it the preview still works, and says what that means. */
async function record(
  job: StackJob,
  pull: PullRequestAudience,
  outcome: Outcome,
  ports: PreviewPorts,
): Promise<OnMerge> {
  const { proposal, view } = outcome;
  const origin = proposal && {
    changeSetArn: proposal.empty ? undefined : proposal.changeSetArn,
    input: proposal.input,
  };
  const content: CheckRunContent = {
    externalId: proposal?.digest.digest ?? "",
    status: "completed",
    conclusion: outcome.conclusion,
    ...renderCheck(view),
    ...(proposal && origin
      ? { text: encodeRecord(proposal.digest, proposal.shown, origin, RECORD_LIMIT) }
      : {}),
    annotations: view.findings,
  };
  if (ports.checks === undefined) return unrecorded("there is no github-token");
  try {
    await ports.checks.create(pull.headSha, checkName(job.inputs), content);
    return { kind: "executes" };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const why = [error.message, error.hint].filter((part) => part !== undefined).join(" ");
    ports.log.warning(
      `The check run that records this preview could not be written, so a deploy would be blocked as unreviewed. ${why}`,
    );
    return unrecorded(error.hint ?? error.message);
  }
}

function unrecorded(why: string): OnMerge {
  return {
    kind: "will-block",
    explanation: `This preview could not be recorded (${why}), so a deploy would be blocked as unreviewed.`,
  };
}

function commentOn(job: StackJob, pull: PullRequestAudience, view: ReportView, ports: PreviewPorts) {
  const entry = { at: ports.clock.now(), commit: pull.headSha, text: headline(view), runUrl: job.run.url };
  return publishComment(job.inputs, pull.number, view, ports, entry);
}
