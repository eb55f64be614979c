import type { Audience } from "../../audience.ts";
import { mapStrings } from "../../changes/mapStrings.ts";
import { claimHash, decodeRecord, fittingClaims, recordText } from "../../changes/review/record.ts";
import { ActionError } from "../../errors.ts";
import type { Signer } from "../../ports/aws.ts";
import type { CheckRun, CheckRunContent, Checks, Pulls } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { renderCheck } from "../../report/check.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { OnMerge, ReportView } from "../../report/view.ts";
import { hasChangeSet, type Proposal } from "../change/proposalOf.ts";
import { checkName, type StackJob } from "../job.ts";
import { newerDeployOf } from "../review/deployMarks.ts";
import { isRecordOf } from "../review/recorded.ts";
import { annotationsOf } from "../tell/annotations.ts";
import type { PreviewBase } from "./previewBase.ts";
import type { PreviewEnding } from "./previewEnding.ts";

interface RecordPorts {
  readonly checks: Checks | undefined;
  readonly pulls: Pulls | undefined;
  readonly signer: Signer | undefined;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}

/** The pull request that was previewed, and the commit that its tree was made on. */
export type Previewed = Extract<Audience, { kind: "pull-request" }> & { readonly base: PreviewBase };

/**
 * Writes the check run that a deploy goes by; without it the preview still works, and says what that means. A preview
 * that cannot stand for a review writes its check run without a record, and where an earlier preview of this head has
 * left one, none: that one is left as it is.
 */
export async function recordPreview(
  job: StackJob,
  pull: Previewed,
  ending: PreviewEnding,
  ports: RecordPorts,
): Promise<OnMerge> {
  const { checks, log } = ports;
  if (checks === undefined) return unrecorded("there is no github-token");
  try {
    const record = await recordOf(job, pull, ending.proposal, { ...ports, checks });
    if (record.kind === "text") {
      const onMerge = onMergeOf(pull, ending, record.text);
      const content = contentOf(job, told(ending, onMerge), record.text);
      const run = await checks.create(pull.headSha, checkName(job.inputs), content);
      await refuseOtherAccounts(job, run, ending, { checks });
      return onMerge;
    }
    if (record.why !== undefined) log.warning(`This preview is not recorded: ${record.why}.`);
    const onMerge = record.why === undefined ? merged(pull) : unrecorded(record.why);
    if (record.why === undefined || !(await hasRecord(job, pull, checks))) {
      await checks.create(
        pull.headSha,
        checkName(job.inputs),
        contentOf(job, told(ending, onMerge), undefined),
      );
    }
    return onMerge;
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode === "invalid-input") throw error;
    const why = [error.message, error.hint].filter((part) => part !== undefined).join(" ");
    log.warning(
      `The check run that records this preview could not be written, so a deploy would be blocked as unreviewed. ${why}`,
    );
    return unrecorded(error.hint ?? error.message);
  }
}

/** Labels speak for what their record shows: where its items were left out, the deploy takes none for a loss of data. */
function onMergeOf(pull: Previewed, { proposal, view: { state } }: PreviewEnding, text: string): OnMerge {
  const decoded = decodeRecord(text, proposal?.digest.digest ?? "");
  const byLabel = (proposal?.verdict.risks ?? []).filter(({ acknowledgedBy }) =>
    acknowledgedBy?.startsWith("label "),
  );
  if (byLabel.length === 0 || decoded.kind !== "record" || decoded.record.items !== undefined) {
    return state.kind === "previewed" && state.onMerge.kind === "will-block" ? state.onMerge : merged(pull);
  }
  const keys = byLabel.map(({ resource }) => resource).join(", ");
  return {
    kind: "will-block",
    explanation: `These are too many changes to be recorded one by one, and then no label can speak for ${keys}: a deploy would be blocked as destructive. Name them in the input allow-destructive.`,
  };
}

/** What its merge does with what was recorded. */
function merged({ baseRef, deployBranch }: Previewed): OnMerge {
  if (baseRef === deployBranch) return { kind: "executes" };
  const explanation = `it goes into ${baseRef}, and deploys come from ${deployBranch}. The pull request that brings it there has a preview of its own.`;
  return { kind: "elsewhere", explanation };
}

type RecordText =
  | { readonly kind: "text"; readonly text: string }
  /** `why`: absent where there is nothing that could be recorded, and the ending says so itself. */
  | { readonly kind: "none"; readonly why?: string };

async function recordOf(
  job: StackJob,
  pull: Previewed,
  proposal: Proposal | undefined,
  ports: RecordPorts & { readonly checks: Checks },
): Promise<RecordText> {
  const { base } = pull;
  if (proposal === undefined) return { kind: "none" };
  if (base.kind === "unknown") return { kind: "none", why: base.why };
  const newer = await newerThanBase(job, { commit: base.commit, branch: pull.baseRef }, proposal, ports);
  if (newer !== undefined) {
    const why = `${newer.slice(0, 8)} was deployed after ${base.commit.slice(0, 8)}, on which this preview was made, so that it shows the changes of others being taken back: update the branch`;
    return { kind: "none", why };
  }
  const { digest, shownItems, changeSetArn, input, target } = proposal;
  const { secrets } = job;
  const origin = {
    repository: job.run.repositoryId,
    target,
    pullRequest: pull.number,
    base: pull.baseRef,
    baseCommit: base.commit,
    head: pull.headSha,
    madeAt: ports.clock.now(),
    input,
    ...(hasChangeSet(proposal) ? { changeSetArn } : {}),
  };
  // Hidden before it is signed: what the exit still hid would break the signature.
  const shown = new Map(
    [...shownItems].map(([name, item]) => [name, mapStrings(item, secrets.hideInDocument)]),
  );
  const claims = fittingClaims({ digest, origin, shown });
  const mac = await ports.signer?.sign(claimHash(claims));
  return { kind: "text", text: recordText(claims, mac) };
}

/** A commit of the base branch after the base commit whose deploy has begun or is done. */
async function newerThanBase(
  job: StackJob,
  base: { readonly commit: string; readonly branch: string },
  { target }: Proposal,
  { pulls, checks }: RecordPorts & { readonly checks: Checks },
): Promise<string | undefined> {
  if (pulls === undefined) return undefined;
  return newerDeployOf(job, base, { account: target.account }, { pulls, checks });
}

function contentOf(
  job: StackJob,
  { proposal, view, conclusion }: PreviewEnding,
  text: string | undefined,
): CheckRunContent {
  return {
    externalId: text === undefined ? "" : (proposal?.digest.digest ?? ""),
    status: "completed",
    conclusion,
    ...renderCheck(view),
    ...(text === undefined ? {} : { text }),
    annotations: annotationsOf(job, view),
  };
}

/** A preview that stands for no review is no success: whoever waits for the check run waits for a review. */
function told(ending: PreviewEnding, onMerge: OnMerge): PreviewEnding {
  const { state } = ending.view;
  const view: ReportView = {
    ...ending.view,
    state: state.kind === "previewed" ? { ...state, onMerge } : state,
  };
  // What the preview warns of by itself is recorded all the same.
  const isKnown = state.kind === "previewed" && state.onMerge === onMerge;
  const isRecorded = isKnown || onMerge.kind !== "will-block";
  return { ...ending, view, conclusion: isRecorded ? ending.conclusion : "failure" };
}

async function hasRecord(job: StackJob, pull: Previewed, checks: Checks): Promise<boolean> {
  const runs = await checks.list(pull.headSha, checkName(job.inputs));
  return runs.some((run) => isRecordOf(run, pull));
}

/** One name for the deploys of two accounts: the records of each would hide the other's. */
async function refuseOtherAccounts(
  job: StackJob,
  own: CheckRun,
  ending: PreviewEnding,
  { checks }: { readonly checks: Checks },
): Promise<void> {
  const account = ending.proposal?.target.account;
  const runs = await checks.list(own.headSha, checkName(job.inputs));
  const other = runs
    .filter((run) => run.appId === own.appId && run.id !== own.id)
    .map((run) => decodeRecord(run.text, run.externalId))
    .find((decoded) => decoded.kind === "record" && decoded.record.target.account !== account);
  if (other?.kind !== "record") return;
  const error = new ActionError(
    `Account ${other.record.target.account} has a deploy of the same name, ${checkName(job.inputs)}, on this commit; this one goes to ${account}.`,
    {
      reasonCode: "invalid-input",
      hint: "Give each of the two a label of its own (input label), such as prod.",
    },
  );
  await checks.update(own.id, {
    ...contentOf(job, ending, undefined),
    conclusion: "failure",
    title: error.message.slice(0, 255),
    summary: `${error.message}\n\n${error.hint ?? ""}`,
    text: "",
    annotations: [],
  });
  throw error;
}

function unrecorded(why: string): OnMerge {
  return {
    kind: "will-block",
    explanation: `This preview could not be recorded, so a deploy would be blocked as unreviewed. ${fullSentence(why)}`,
  };
}
