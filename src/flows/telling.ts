import { ActionError } from "../errors.ts";
import { deltaLines } from "../report/deltaLines.ts";
import { endingText } from "../report/headline.ts";
import { shownDelta } from "../report/shownView.ts";
import { renderSummary } from "../report/summary.ts";
import type { ReportView } from "../report/view.ts";
import type { Proposal } from "./bound.ts";
import type { OwnMark } from "./deployMark.ts";
import type { Ending } from "./ending.ts";
import { logFailure } from "./errorEnd.ts";
import type { StackJob } from "./job.ts";
import { markNeighboursOutOfDate } from "./neighbours.ts";
import { closeCheck } from "./ownCheck.ts";
import type { ChangeSets, CheckRun, Checks, Clock, Comments, Log, Pulls, Stacks } from "./ports.ts";
import { publishComment } from "./publish.ts";
import type { RunResult } from "./result.ts";
import type { Review } from "./review.ts";

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
}

/** Says what a deploy came to: on the pull requests, in the check run and in the summary. */
export async function tellDeploy(
  job: StackJob,
  ending: Ending,
  { check, mark, review, proposal }: Told,
  ports: TellPorts,
): Promise<RunResult> {
  const { view, result } = ending;
  tellDelta(view, ports.log);
  logFailure(result, ports.log);
  const entry = { at: ports.clock.now(), commit: job.commit, text: endingText(view), runUrl: job.run.url };
  const { pulls } = review;
  const [comments] = await Promise.all([
    Promise.all(
      pulls.map((pull) => publishComment(job.inputs, { pullRequest: pull.number, view, entry }, ports)),
    ),
    closeCheck(job, check, { ...ending, externalId: mark.ended(proposal, ending.mark) }, ports),
  ]);
  if (outdatesNeighbours(view) && !job.cancel.aborted) {
    const isUnreviewed = view.state.kind === "blocked";
    const executed = { isUnreviewed, pullRequests: pulls.map((pull) => pull.number), check };
    await markNeighboursOutOfDate(job, executed, ports);
  }
  const url = comments.find((comment) => comment !== undefined)?.url;
  return { ...result, summary: renderSummary(view), ...(url === undefined ? {} : { commentUrl: url }) };
}

/**
 * An execution deletes the stack's other change sets, however it ends. And while a commit is not settled that nobody
 * reviewed, no pull request that was previewed before it deploys.
 */
function outdatesNeighbours({ state }: ReportView): boolean {
  if (state.kind === "blocked") return state.reason === "unreviewed";
  return state.kind === "deployed" || (state.kind === "deploy-failed" && state.end.kind !== "cancelled");
}

function tellDelta({ state, secrets }: ReportView, log: Log): void {
  if (state.kind !== "blocked" || state.delta.length === 0) return;
  log.info("What differs from what was reviewed:");
  const shown = state.delta.map((entry) => shownDelta(entry, secrets.hide));
  for (const line of deltaLines(shown)) log.info(line);
}

/**
 * Brings the termination protection of a stack that was deployed to the state that was decided on: it has a call of its
 * own, which takes effect at once.
 */
export async function protectStack(
  job: StackJob,
  ending: Ending,
  protection: boolean | undefined,
  ports: { readonly stacks: Pick<Stacks, "setTerminationProtection">; readonly log: Log },
): Promise<Ending> {
  const { stackName } = job.inputs;
  if (protection === undefined || ending.result.result !== "deployed") return ending;
  try {
    await ports.stacks.setTerminationProtection(stackName, protection);
    ports.log.info(`Termination protection of stack ${stackName} is ${protection ? "on" : "off"} now.`);
    return ending;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return unprotected(ending, protection, error);
  }
}

/** The operation is done and the run is not: neither a success nor an operation that failed. */
function unprotected(ending: Ending, protection: boolean, error: ActionError): Ending {
  const failed = `its termination protection could not be turned ${protection ? "on" : "off"}: ${error.message}`;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  const { state } = ending.view;
  const result: RunResult = {
    ...ending.result,
    result: "failed",
    reasonCode: error.reasonCode,
    message: `${ending.result.message} But ${failed}`,
    ...hint,
  };
  if (state.kind !== "deployed") return { ...ending, result, conclusion: "failure", mark: "begun" };
  const end = { kind: "succeeded", status: ending.result.stackStatus ?? "", tookMs: state.tookMs } as const;
  const nextStep = [`All is deployed, but ${failed}`, ...Object.values(hint)].join("\n");
  return {
    ...ending,
    view: { ...ending.view, state: { kind: "deploy-failed", end, nextStep, timeline: state.timeline } },
    result,
    conclusion: "failure",
    mark: "begun",
  };
}
