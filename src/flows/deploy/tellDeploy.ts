import { ownCommit } from "../../changes/review/history.ts";
import type { ChangeSets } from "../../ports/aws.ts";
import type { CheckRun, Checks, Comments, Pulls } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { endingText } from "../../report/headline.ts";
import { deltaLines } from "../../report/sections/deltaLines.ts";
import { shownDelta } from "../../report/shownView.ts";
import { renderSummary } from "../../report/summary.ts";
import type { ReportView } from "../../report/view.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import type { RunResult } from "../result.ts";
import type { OwnMark } from "../review/deployMark.ts";
import type { Review } from "../review/review.ts";
import type { Ending } from "../tell/ending.ts";
import { logFailure } from "../tell/errorEnding.ts";
import { markNeighboursOutOfDate } from "../tell/neighbours.ts";
import { closeCheck } from "../tell/ownCheck.ts";
import { type Message, publishComment } from "../tell/publish.ts";
import type { Followed } from "./followed.ts";

interface TellPorts {
  readonly changeSets: ChangeSets;
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** What was known of a deploy when it ended. */
export interface Told {
  readonly check: CheckRun | undefined;
  readonly mark: OwnMark;
  readonly review: Review;
  /** `undefined` where it did not come to one. */
  readonly proposal: Proposal | undefined;
  /** An execution of an earlier attempt that this one has seen succeed. */
  readonly followed: Followed | undefined;
}

/** Says what a deploy came to: on the pull requests, in the check run and in the summary. */
export async function tellDeploy(
  job: StackJob,
  ending: Ending,
  { check, mark, review, proposal, followed }: Told,
  ports: TellPorts,
): Promise<RunResult> {
  const { view, result } = ending;
  tellDelta(view, ports.log);
  logFailure(result, ports.log);
  const entry = { at: ports.clock.now(), commit: job.commit, text: endingText(view), runUrl: job.run.url };
  const { pulls } = review;
  const [comments] = await Promise.all([
    Promise.all(toldOf(review).map((pull) => publishComment(job, { ...pull, view, entry }, ports))),
    closeCheck(job, check, { ...ending, externalId: mark.ended(proposal ?? followed, ending.mark) }, ports),
  ]);
  const isExecuted = followed !== undefined || outdates(view.state);
  if ((isExecuted || isInTheWay(view, review)) && !job.cancel.aborted) {
    const isUnreviewed = isInTheWay(view, review);
    const executed = { isUnreviewed, pullRequests: pulls.map((pull) => pull.number), check };
    await markNeighboursOutOfDate(job, executed, ports);
  }
  const url = comments.find((comment) => comment !== undefined)?.url;
  return { ...result, summary: renderSummary(view), ...(url === undefined ? {} : { commentUrl: url }) };
}

/**
 * Everybody with a record. And who brought the commit without one: merged with a push after the last preview, its comment
 * shows an earlier head; where there is none, it has nothing to do with this stack.
 */
function toldOf({ pulls, own }: Review): readonly Pick<Message, "pullRequest" | "only">[] {
  const recorded = pulls.map(({ number }) => number);
  const unrecorded = own.map(({ number }) => number).filter((number) => !recorded.includes(number));
  return [
    ...recorded.map((pullRequest) => ({ pullRequest })),
    ...unrecorded.map((pullRequest) => ({ pullRequest, only: "where there is one" as const })),
  ];
}

/** An execution deletes the stack's other change sets, however it ends. */
function outdates(state: ReportView["state"]): boolean {
  return state.kind === "deployed" || (state.kind === "deploy-failed" && state.end.kind !== "cancelled");
}

/**
 * While a commit is not settled that nobody reviewed, no pull request that was previewed before it deploys: a commit of the
 * branch, of which that is known.
 */
function isInTheWay({ state }: ReportView, { history }: Review): boolean {
  return state.kind === "blocked" && state.reason === "unreviewed" && ownCommit(history) !== undefined;
}

function tellDelta({ state, secrets }: ReportView, log: Log): void {
  if (state.kind !== "blocked" || state.delta.length === 0) return;
  log.info("What differs (- what was reviewed, + what would happen now):");
  const shown = state.delta.map((entry) => shownDelta(entry, secrets.hide));
  for (const line of deltaLines(shown)) log.info(line);
}
