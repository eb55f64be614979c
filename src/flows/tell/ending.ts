import { acceptance } from "../../changes/acknowledgement.ts";
import { type DeltaEntry, deltaBetween } from "../../changes/delta.ts";
import { approvableDigest, type Decision } from "../../changes/review/decide.ts";
import type { RecordedPull } from "../../changes/review/history.ts";
import type { DeployMark } from "../../changes/review/mark.ts";
import type { CheckConclusion } from "../../ports/github.ts";
import type { Doing } from "../../report/doing.ts";
import { changeSummary } from "../../report/outputs.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { Failure, ReportView } from "../../report/view.ts";
import { changeSetUrl } from "../../stack/console.ts";
import type { Stack, StackOutput } from "../../stack/model.ts";
import { refusalOf } from "../../stack/refusals.ts";
import type { Finding } from "../../template/model.ts";
import { hasChangeSet, type Proposal } from "../change/proposalOf.ts";
import type { Proposed } from "../change/propose.ts";
import type { StackJob } from "../job.ts";
import type { RunResult } from "../result.ts";
import type { Progress } from "../watch/watch.ts";
import { reportView } from "./reportView.ts";

/** What a run came to: what is shown and what is put out. */
export interface Ending {
  readonly view: ReportView;
  readonly result: RunResult;
  readonly conclusion: CheckConclusion;
  /**
   * What a deploy leaves on its commit: `settled` once the stack is what it says, `begun` where it was decided that nothing is to
   * be done now and something still waits. Either way nothing older runs over it.
   */
  readonly mark?: DeployMark["state"];
}

/** AWS found nothing to change. */
export function emptyEnding(job: StackJob, proposal: Proposal, stack: Stack | undefined): Ending {
  return {
    view: reportView(job, { kind: "no-changes" }, { proposal }),
    result: {
      result: "no-changes",
      message: nothingText(job, proposal),
      ...proposalOutputs(proposal),
      ...stackOutputs(stack),
    },
    conclusion: "success",
    mark: markOf(proposal),
  };
}

/** The template may say more: CloudFormation takes some of it only together with another change. */
function nothingText({ inputs }: StackJob, { settled }: Pick<Proposal, "settled">): string {
  return settled
    ? `Stack ${inputs.stackName} is what the template says: nothing to change.`
    : `CloudFormation finds nothing to change in stack ${inputs.stackName}: what differs in the template or the stack's settings takes effect with its next change.`;
}

function protectedText({ inputs }: StackJob, { settled }: Pick<Proposal, "settled">): string {
  return settled
    ? `Nothing but the termination protection of stack ${inputs.stackName} was to change.`
    : `The termination protection of stack ${inputs.stackName} is all that could be changed now: CloudFormation finds nothing else to change, and what else differs takes effect with its next change.`;
}

/** Nothing but the stack's termination protection was to change. */
export function protectedEnding(job: StackJob, proposal: Proposal, stack: Stack | undefined): Ending {
  const outputs = shownOutputs(job, stack);
  return {
    view: reportView(
      job,
      { kind: "deployed", tookMs: 0, waits: waits(proposal), outputs, timeline: [] },
      { proposal },
    ),
    result: {
      result: "deployed",
      message: protectedText(job, proposal),
      ...proposalOutputs(proposal),
      ...stackOutputs(stack),
    },
    conclusion: "success",
    mark: markOf(proposal),
  };
}

/** Whether something differs that CloudFormation does not take now: it executes no change set for it. */
export function waits({ executable, settled }: Pick<Proposal, "executable" | "settled">): boolean {
  return !executable && !settled;
}

/** What CloudFormation takes only together with another change is not in effect yet: its review is still to be used. */
function markOf({ settled }: Pick<Proposal, "settled">): DeployMark["state"] {
  return settled ? "settled" : "begun";
}

type Blocked = Extract<Decision, { kind: "blocked" }>;

/**
 * The changes may not be executed. Nothing was.
 * @param hint what to do about it, where that is not what helps a deploy
 */
export function blockedEnding(
  job: StackJob,
  decision: Blocked,
  proposal: Proposal | undefined,
  hint = blockedHint(decision, proposal),
): Ending {
  const delta = proposal === undefined ? [] : deltaFrom(decision.compared ?? [], proposal);
  return {
    view: reportView(
      job,
      {
        kind: "blocked",
        reason: decision.reason,
        explanation: fullSentence(decision.explanation),
        delta,
        hint,
      },
      { proposal },
    ),
    result: {
      result: "blocked",
      reasonCode: decision.reason,
      message: `Nothing was executed: ${decision.explanation}.`,
      hint,
      ...(proposal ? proposalOutputs(proposal) : {}),
    },
    conclusion: "failure",
  };
}

/**
 * CloudFormation could not make the change set.
 * @param found what else is to be told
 */
export function refusedEnding(
  job: StackJob,
  { reason, hint, findings, stackArn }: Extract<Proposed, { kind: "failed" }>["failure"],
  doing: Doing,
  found: readonly Finding[] = [],
): Ending {
  const { reasonCode, hint: next = hint } = refusalOf(reason);
  const errors = findings.filter(({ level }) => level === "error");
  const message = `CloudFormation refused the change set: ${errors.length === 0 ? reason : untilAdvice(reason)}`;
  const failure: Failure = { message, reasonCode, ...(next === undefined ? {} : { hint: next }) };
  const known = { stackArn, findings: [...findings, ...found] };
  return {
    view: reportView(job, { kind: "failed", doing, failure }, known),
    // The log has no list of findings beside it.
    result: { result: "failed", ...failure, message: [message, ...errors.map(findingLine)].join("\n") },
    conclusion: "failure",
  };
}

/** CloudFormation's advice is to ask for what was asked for already. */
function untilAdvice(reason: string): string {
  return reason.replace(/ To troubleshoot Early Validation errors, use the DescribeEvents API.*$/, "");
}

function findingLine({ logicalId, message }: Finding): string {
  return `- ${logicalId === undefined ? "" : `${logicalId}: `}${message}`;
}

/** How far the deploy is, for its comments. */
export function deployingView(job: StackJob, proposal: Proposal | undefined, progress: Progress): ReportView {
  return reportView(job, { kind: "deploying", ...progress }, { proposal });
}

/** The outputs that tell what was proposed. */
export function proposalOutputs(proposal: Proposal): Partial<RunResult> {
  const url = changeSetUrl(proposal.stackArn, proposal.changeSetArn);
  return {
    hasChanges: !proposal.empty,
    ...(hasChangeSet(proposal)
      ? { changeSetArn: proposal.changeSetArn, ...(url === undefined ? {} : { changeSetUrl: url }) }
      : {}),
    changeDigest: proposal.digest.digest,
    changeSummary: changeSummary(proposal.shown, proposal.verdict),
    stackId: proposal.stackArn,
  };
}

/** The same ending once the change set that it was worked out from is deleted: nobody is sent to it. */
export function withoutChangeSet<T extends Pick<Ending, "view" | "result">>(ending: T): T {
  const { changeSetArn: _arn, changeSetUrl: _url, ...result } = ending.result;
  const { changeSet: _link, ...links } = ending.view.links;
  return { ...ending, result, view: { ...ending.view, links } };
}

/** The outputs that tell what the stack is. */
export function stackOutputs(stack: Stack | undefined): Partial<RunResult> {
  return stack === undefined
    ? {}
    : { stackId: stack.arn, stackStatus: stack.status, stackOutputs: stack.outputs };
}

/** A masked output is masked in what everybody can read, too. */
export function shownOutputs({ inputs }: StackJob, stack: Stack | undefined): readonly StackOutput[] {
  return (stack?.outputs ?? []).map((output) =>
    inputs.maskOutputs.includes(output.key) ? { ...output, value: "***" } : output,
  );
}

/** Against all of their records together, each item as the newest has it. */
function deltaFrom(compared: readonly RecordedPull[], proposal: Proposal): readonly DeltaEntry[] {
  if (compared.length === 0) return [];
  const records = compared.map(({ record }) => record).toReversed();
  const reviewed = {
    items: new Map(records.flatMap(({ items }) => [...(items ?? [])])),
    shown: new Map(records.flatMap(({ shown }) => [...shown])),
  };
  const inEffect = (name: string) =>
    !proposal.digest.items.has(name) && proposal.hashNow(name) === reviewed.items.get(name)?.after;
  const open = new Map([...reviewed.items].filter(([name]) => !inEffect(name)));
  return deltaBetween(
    { ...reviewed, items: open },
    { items: proposal.digest.items, shown: proposal.shownItems },
  );
}

function blockedHint({ reason, remedy }: Blocked, proposal: Proposal | undefined): string {
  const deliberate =
    proposal === undefined
      ? ""
      : ` To execute exactly these changes anyway, a maintainer runs the workflow with mode: deploy and approved-digest: ${approvableDigest(proposal)}`;
  switch (reason) {
    case "destructive":
      return `To accept the loss, set ${acceptance(proposal?.verdict.unacknowledged ?? [])}, and run this job again.`;
    case "not-approved":
      return `GitHub's page takes no approval of a merged pull request: open a new one.${deliberate}`;
    case "unreviewed":
      return `${remedy ?? "Open a pull request on top of this commit: its preview shows all that is not deployed yet, and its merge deploys that."}${deliberate}`;
    default:
      return remedy ?? `Open a pull request to review the changes as they are now.${deliberate}`;
  }
}
