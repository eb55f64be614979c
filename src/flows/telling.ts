import { ActionError } from "../errors.ts";
import { deltaLines } from "../report/deltaLines.ts";
import { outcome } from "../report/headline.ts";
import { shownDelta } from "../report/shownView.ts";
import { renderSummary } from "../report/summary.ts";
import type { ReportView } from "../report/view.ts";
import type { Ending } from "./ending.ts";
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

/** Says what a deploy came to: on the pull requests, in the check run and in the summary. */
export async function tellDeploy(
  job: StackJob,
  ending: Ending,
  check: CheckRun | undefined,
  review: Review,
  ports: TellPorts,
): Promise<RunResult> {
  const { view, result } = ending;
  tellDelta(view, ports.log);
  const entry = { at: ports.clock.now(), commit: job.commit, text: outcome(view), runUrl: job.run.url };
  const merged = review.pulls.filter((pull) => pull.merged);
  const [comments] = await Promise.all([
    Promise.all(merged.map((pull) => publishComment(job.inputs, pull.number, view, ports, entry))),
    closeCheck(job, check, ending, ports),
  ]);
  if (wasExecuted(view) && !job.cancel.aborted) {
    const executed = { pullRequests: merged.map((pull) => pull.number), check };
    await markNeighboursOutOfDate(job, executed, ports);
  }
  const url = comments.find((comment) => comment !== undefined)?.url;
  return { ...result, summary: renderSummary(view), ...(url === undefined ? {} : { commentUrl: url }) };
}

/** An execution deletes the stack's other change sets, however it ends. */
function wasExecuted({ state }: ReportView): boolean {
  return state.kind === "deployed" || (state.kind === "deploy-failed" && state.end.kind !== "cancelled");
}

function tellDelta({ state, secrets }: ReportView, log: Log): void {
  if (state.kind !== "blocked" || state.delta.length === 0) return;
  log.info("What differs from what was reviewed:");
  const shown = state.delta.map((entry) => shownDelta(entry, secrets.hide));
  for (const line of deltaLines(shown)) log.info(line);
}

/** Brings the termination protection of a stack that is as wanted to the state that was asked for. */
export async function protectStack(
  job: StackJob,
  ending: Ending,
  ports: { readonly stacks: Pick<Stacks, "setTerminationProtection">; readonly log: Log },
): Promise<Ending> {
  const { terminationProtection, stackName } = job.inputs;
  const isThere = ending.result.result === "deployed" || ending.result.result === "no-changes";
  if (terminationProtection === undefined || !isThere) return ending;
  try {
    await ports.stacks.setTerminationProtection(stackName, terminationProtection);
    return ending;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const message = `${ending.result.message} But its termination protection could not be set to ${terminationProtection}: ${error.message}`;
    const result: RunResult = {
      ...ending.result,
      result: "failed",
      reasonCode: error.reasonCode,
      message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    };
    return { ...ending, result, conclusion: "failure" };
  }
}
