import { ActionError } from "../../errors.ts";
import { estimateText } from "../../estimate/words.ts";
import type { ParsedInputs } from "../../inputs.ts";
import { fateLines } from "../../report/sections/destroy.ts";
import type { Stack } from "../../stack/model.ts";
import { waysText } from "../../stack/recovery.ts";
import { unlessCancelled } from "../../unlessCancelled.ts";
import { inputError } from "../render/problems.ts";
import type { RunResult } from "../result.ts";
import { logStack } from "../unexpected.ts";
import { idleStack } from "../watch/idle.ts";
import { unlessBusy } from "../watch/unlessBusy.ts";
import { outOfSight } from "../watch/unseen.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import { stuckAfter, told } from "./aftermath.ts";
import { deleteStack, followDeletion, runningDeletion } from "./deletion.ts";
import { absentEnding, liftFailedEnding, notAllowedEnding, protectedEnding } from "./endings.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import { lift, protectedOnes } from "./lifting.ts";
import { confirmProblems, refusal } from "./permission.ts";
import { remains, type Survey, survey, unread } from "./survey.ts";

/**
 * Deletes a stack, or nothing at all: it finds out first whether everything in it can be deleted, for a deletion that
 * fails half-way leaves an outage that takes no update any more. Whoever starts it must be able to push.
 */
export async function destroy(
  job: DestroyJob,
  problems: ParsedInputs["problems"],
  ports: DestroyPorts,
): Promise<RunResult> {
  const all = [...problems, ...confirmProblems(job)];
  if (all.length > 0) throw inputError(all, []);
  const refused = await refusal(job, ports);
  if (refused !== undefined) return notAllowedEnding(job, refused);
  const followed = await earlierDeletion(job, ports);
  if (followed !== undefined) return followed;
  return unlessBusy(job, ports, async () => {
    const stack = await idleStack(job, ports, { mayBeStuck: true });
    return stack === undefined ? absentEnding(job) : destroyed(job, stack, ports);
  });
}

/** A deletion that an earlier attempt of this run began. What goes wrong from then on says nothing against it. */
async function earlierDeletion(job: DestroyJob, ports: DestroyPorts): Promise<RunResult | undefined> {
  const stack = await ports.stacks.describe(job.inputs.stackName);
  if (stack?.status !== "DELETE_IN_PROGRESS") return undefined;
  let token: string | undefined;
  try {
    token = await runningDeletion(job, stack, ports);
  } catch (error) {
    logStack(error, ports.log);
    const end = { kind: "cancelled", status: stack.status, tookMs: 1 } as const;
    const unseen = outOfSight(error, true);
    return told(job, unread(stack), job.cancel.aborted ? { ...unseen, end } : unseen, ports);
  }
  if (token === undefined) return undefined;
  const left = await remains(job, stack, ports).catch((error: unknown) => {
    logStack(error, ports.log);
    const note = `What is in the stack could not be read: ${error instanceof Error ? error.message : String(error)}`;
    ports.log.notice(note);
    return unread(stack, note);
  });
  const doomed = { stack, total: 0, estimate: left.estimate };
  const watched = await followDeletion(job, doomed, token, ports);
  return told(job, left, watched, ports);
}

async function destroyed(job: DestroyJob, stack: Stack, ports: DestroyPorts): Promise<RunResult> {
  const first = await surveyed(job, stack, ports);
  const verdict = await cleared(job, first, ports);
  if (verdict.kind === "ended") return verdict.result;
  const found = verdict.survey;
  for (const line of fateLines(found.fate)) ports.log.info(job.secrets.hide(line));
  ports.log.info(`It takes ${estimateText(found.estimate)}.`);
  const doomed = { stack: found.root, total: found.fate.deleted, estimate: found.estimate };
  const watched = await saying(found.lifted, async () => {
    await lastLook(job, found, ports);
    return deleteStack(job, doomed, ports);
  });
  return told(job, found, watched, ports);
}

/** @param said notes that the log has already */
async function surveyed(
  job: DestroyJob,
  stack: Stack,
  ports: DestroyPorts,
  said: readonly string[] = [],
): Promise<Survey> {
  ports.log.info(`Looking whether everything in stack ${stack.name} (${stack.status}) can be deleted.`);
  const found = await unlessCancelled(job.cancel, () => survey(job, stack, ports));
  if (found === "cancelled") {
    throw new ActionError("The job was cancelled while the stack was looked at: nothing was deleted.", {
      reasonCode: "cancelled",
    });
  }
  for (const note of found.notes) if (!said.includes(note)) ports.log.notice(note);
  return found;
}

type Cleared =
  | { readonly kind: "clear"; readonly survey: Survey }
  | { readonly kind: "ended"; readonly result: RunResult };

/** Nothing stands in the way, or what does was told to go. Only when all of that can go, it is made to. */
async function cleared(job: DestroyJob, found: Survey, ports: DestroyPorts): Promise<Cleared> {
  const isTold = job.inputs.terminationProtection === false;
  const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection" || !isTold);
  if (left.length === 0) return { kind: "clear", survey: found };
  const isLiftable = isTold && left.every(({ kind }) => kind === "deletion-protection");
  if (!isLiftable) return stop(job, { ...found, obstacles: left }, NOT_ALL, ports);
  const lifting = await lift(job, found, ports);
  if (lifting.kind === "stopped") {
    const { explanation, ways = [] } = lifting;
    const lines = [`${NOT_ALL} And ${explanation}.`, ...(ways.length === 0 ? [] : [waysText(ways)])];
    return stop(job, { ...found, obstacles: left }, lines.join("\n"), ports);
  }
  const { watched } = lifting;
  if (watched.end.kind !== "succeeded") {
    const stuck = await stuckAfter(found.root, watched.end, ports);
    return { kind: "ended", result: liftFailedEnding(job, found, watched, stuck) };
  }
  return afterLift(job, found, watched, ports);
}

const NOT_ALL = "Not everything in the stack can be deleted, so that nothing was.";

/** The protections are off: that, and what else may have come in the way meanwhile, is looked at anew. */
async function afterLift(
  job: DestroyJob,
  before: Survey,
  { stack }: WatchedOperation,
  ports: DestroyPorts,
): Promise<Cleared> {
  const lifted = protectedOnes(before.obstacles)
    .map(({ key }) => key)
    .join(", ");
  const off = `The deletion protection of ${lifted} is off now.`;
  const found = await saying(off, () => surveyed(job, stack ?? before.root, ports, before.notes));
  const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection");
  if (left.length === 0) return { kind: "clear", survey: { ...found, lifted: off } };
  return stop(job, { ...found, obstacles: left }, `${NOT_ALL} ${off}`, ports);
}

/** Adds to an error what has been changed by then: nothing is deleted, but not all is as it was. */
async function saying<T>(words: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || words === undefined) throw error;
    const { message, reasonCode, hint } = error;
    const more = hint === undefined ? {} : { hint };
    throw new ActionError(`${message} ${words}`, { reasonCode, ...more, cause: error });
  }
}

async function stop(
  job: DestroyJob,
  found: Survey,
  explanation: string,
  { log }: DestroyPorts,
): Promise<Cleared> {
  const { result, lines } = protectedEnding(job, found, found.obstacles, explanation);
  for (const line of lines) log.info(line);
  return { kind: "ended", result };
}

/** What takes time is over: the stack must still be the one that was looked at, and the run have time to watch. */
async function lastLook(job: DestroyJob, { root }: Survey, { stacks, clock }: DestroyPorts): Promise<void> {
  const now = await stacks.describe(root.arn);
  if (clock.now() >= job.deadline) {
    throw new ActionError(`${job.inputs.timeoutMinutes} minutes were over before anything was deleted.`, {
      reasonCode: "timeout",
      hint: "Run this job again, or raise timeout-minutes.",
    });
  }
  const isSame =
    now?.status === root.status &&
    now.updatedAt === root.updatedAt &&
    now.terminationProtection === root.terminationProtection;
  if (isSame) return;
  throw new ActionError(`Stack ${root.name} was changed while it was looked at: nothing was deleted.`, {
    // Busy or not any more: it is looked at anew.
    reasonCode: "stack-busy",
    hint: "Run this job again: it looks at the stack anew.",
  });
}
