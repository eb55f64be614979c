import type { Log } from "../../ports/local.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { ReportState } from "../../report/view.ts";
import { duration } from "../../stack/eventLine.ts";
import { NOT_STARTED, type Stack } from "../../stack/model.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import { type Ending, stackOutputs } from "../tell/ending.ts";
import { executedEnding } from "../tell/executedEnding.ts";
import type { WatchedOperation } from "../watch/watch.ts";

/** An execution that this deploy has not started itself, and that it has followed. */
export interface Followed {
  /**
   * Whether an earlier attempt of this deploy has started it, for certain. Otherwise it may be the deploy of the commit below that
   * brought what this one has: its success is none of this commit's.
   */
  readonly isOwn: boolean;
  readonly changeSetArn: string;
  readonly stackArn: string;
  /** Of the record that it was reviewed by, where the change set is the reviewed one itself. */
  readonly digest: { readonly digest: string } | undefined;
  readonly operation: WatchedOperation;
}

/** What was seen after it. */
export interface SeenAfter {
  /** What this attempt would do; `undefined` where it did not come to that. */
  readonly proposal: Proposal | undefined;
  /** The stack that it would be done to. */
  readonly stack: Stack | undefined;
}

/** With the stack as it was read later, where it could not be read at the operation's end and nothing was done to it since. */
export function withStack(followed: Followed, stack: Stack | undefined): Followed {
  const { operation } = followed;
  if (operation.stack !== undefined || !isAsLeft(followed, stack)) return followed;
  return { ...followed, operation: { ...operation, stack } };
}

/** Whether nothing was done to the stack since that operation. */
export function isAsLeft({ changeSetArn, operation }: Followed, stack: Stack | undefined): boolean {
  const { end } = operation;
  return (
    end.kind === "succeeded" &&
    stack?.changeSetArn === changeSetArn &&
    (operation.stack === undefined
      ? stack.status === end.status
      : stack.updatedAt === operation.stack.updatedAt)
  );
}

/**
 * What a deploy came to that followed an earlier attempt's operation to its success, before this attempt ended: no error, no
 * refusal and no cancellation after it makes it undone. `deployed`, unless what this attempt still asks for is known and was not done,
 * on a stack that nobody has touched since: then it is both that is told, and the run fails. So it does where the operation may be
 * another deploy's. The commit is settled only where it was seen that nothing is left.
 */
export function afterFollowed(
  job: StackJob,
  ending: Ending,
  { followed, proposal, stack }: SeenAfter & { readonly followed: Followed },
  log: Log,
): Ending {
  const { state } = ending.view;
  if (state.kind === "deployed" || (state.kind === "deploy-failed" && !isNotStarted(ending))) return ending;
  if (state.kind === "no-changes") return nothingLeft(job, followed, { proposal, stack });
  const isRest = proposal !== undefined && isAsLeft(followed, stack);
  const lead = isRest
    ? "What is to change beside it was not executed"
    : proposal === undefined
      ? "Whether anything else is left to change could not be found out"
      : "The stack was changed again since, and what differs from this commit now was not executed";
  const beside = fullSentence(`${lead}: ${whyNot(ending)}`);
  if (isRest || !followed.isOwn) return withRest(job, ending, followed, beside);
  log.warning([beside, ...hintOf(ending)].join(" "));
  return besideIt(executedEnding(job, followed.operation, undefined), beside);
}

/** The operation is done and nothing is left: told with the stack as it is now, which somebody may have changed since. */
function nothingLeft(job: StackJob, { operation }: Followed, { proposal, stack }: SeenAfter): Ending {
  const ending = executedEnding(job, { ...operation, stack: stack ?? operation.stack }, proposal);
  return { ...ending, result: { ...ending.result, ...stackOutputs(stack) } };
}

function isNotStarted({ view: { state } }: Ending): boolean {
  return state.kind === "deploy-failed" && state.end.kind === "cancelled" && state.end.status === NOT_STARTED;
}

/** The operation is done, and what came after it is said beside. */
function besideIt(ending: Ending, beside: string): Ending {
  const { view, result } = ending;
  return {
    ...ending,
    view: view.state.kind === "deployed" ? { ...view, state: { ...view.state, beside } } : view,
    result: { ...result, message: `${result.message} ${beside}` },
    mark: "begun",
  };
}

/**
 * The operation is done, and this attempt has failed all the same.
 * @param rest what was not done, and why
 */
function withRest(job: StackJob, ending: Ending, { isOwn, operation }: Followed, rest: string): Ending {
  const { view, result } = ending;
  const { end, stack, timeline } = operation;
  if (end.kind !== "succeeded") return ending;
  const what = isOwn
    ? "What an earlier attempt of this deploy executed is done"
    : "What another deploy executed, or an earlier attempt of this one, is done";
  const done = `${what}: stack ${job.inputs.stackName} was ${end.status} after ${duration(end.tookMs)}.`;
  const nextStep = [`${done} ${rest}`, ...hintOf(ending)].join("\n");
  const state: ReportState =
    view.state.kind === "blocked"
      ? { ...view.state, done }
      : { kind: "deploy-failed", end, nextStep, timeline };
  return {
    ...ending,
    view: { ...view, state },
    result: { ...result, message: `${done} ${rest}`, ...stackOutputs(stack), stackStatus: end.status },
    // On a commit that has executed nothing it would refuse the deploy that did, as an older one, when that is run again.
    ...(isOwn ? { mark: "begun" as const } : {}),
  };
}

/** In the words of what ended the attempt, without what they say of the run as a whole. */
function whyNot({ view: { state }, result }: Ending): string {
  return state.kind === "blocked" && state.reason !== "preflight" ? state.explanation : result.message;
}

function hintOf({ result: { hint } }: Ending): readonly string[] {
  return hint === undefined ? [] : [hint];
}
