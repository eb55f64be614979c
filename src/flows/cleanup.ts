import { type ChangeSetSummary, DESCRIPTION_PREFIX } from "../changes/request.ts";
import { ActionError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import { poll } from "../poll.ts";
import type { ChangeSets, Pace, Stacks } from "../ports/aws.ts";
import type { Clock, Log } from "../ports/local.ts";
import type { Stack } from "../stack/model.ts";
import type { RunResult } from "./result.ts";

interface CleanupPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * After a pull request was closed without a merge: deletes its change sets, and the stack only if it is the empty
 * REVIEW_IN_PROGRESS shell that a change set of ours made and that no other change set needs. Fails where one of its own
 * change sets stays.
 */
export async function cleanup(inputs: Inputs, pullRequest: number, ports: CleanupPorts): Promise<RunResult> {
  const stack = await ports.stacks.describe(inputs.stackName);
  if (stack === undefined) return cleaned(inputs, 0, false);
  const all = await settledChangeSets(inputs, pullRequest, ports);
  const own = all.filter((set) => isOf(set, pullRequest));
  const left: Left[] = [];
  for (const set of own) left.push(...(await deleteChangeSet(set, stack, ports)));
  const deleted = own.length - left.length;
  // One that was executed is past deleting, and AWS's to take away.
  const usable = left.filter(({ set }) => !set.executionStatus.startsWith("EXECUTE_"));
  const [first] = usable;
  if (first !== undefined) throw stays(usable, first, deleted);
  const isLeft = deleted > 0 && deleted === all.length && (await isShell(stack, ports));
  return cleaned(inputs, deleted, isLeft && (await removed(stack, `cleanup-pr-${pullRequest}`, ports)));
}

/** A change set that could not be deleted. */
interface Left {
  readonly set: ChangeSetSummary;
  readonly error: ActionError;
}

const NAMED_AT_MOST = 5;

/** Nothing that was wanted may look done: what stays counts against the stack's limit, and can still be executed. */
function stays(left: readonly Left[], { error }: Left, deleted: number): ActionError {
  const names = left.slice(0, NAMED_AT_MOST).map(({ set }) => set.name);
  const more = left.length > names.length ? ` and ${left.length - names.length} more` : "";
  const verb = left.length === 1 ? "stays" : "stay";
  return new ActionError(
    `${sets(left.length)} of the pull request ${verb} (${names.join(", ")}${more}), ${deleted} deleted: ${error.message}`,
    {
      reasonCode: error.reasonCode,
      hint: error.hint ?? "Run this job again, or delete what stays in the console.",
      cause: error,
    },
  );
}

/**
 * Who may delete an empty shell may delete the database (IAM knows no condition on a stack's status), so that the right
 * may well be missing: then the shell stays, which costs nothing and is used by the next change set.
 */
async function removed(stack: Stack, token: string, { stacks, log }: CleanupPorts): Promise<boolean> {
  try {
    await stacks.delete(stack.arn, token);
    return true;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.notice(
      `The empty stack ${stack.name} (REVIEW_IN_PROGRESS) stays, the next change set uses it: ${error.message}`,
    );
    return false;
  }
}

const SETTLES_WITHIN_MS = 60_000;
const POLL_MS = 2_000;

/** A change set that is still being made, by a preview that the closing overtook, cannot be deleted yet. */
async function settledChangeSets(
  { stackName }: Inputs,
  pullRequest: number,
  { changeSets, pace, clock }: CleanupPorts,
): Promise<readonly ChangeSetSummary[]> {
  const deadline = clock.now() + SETTLES_WITHIN_MS;
  let all: readonly ChangeSetSummary[] = [];
  await poll({ clock, delays: () => pace.pause(POLL_MS), deadline }, async () => {
    all = await changeSets.list(stackName);
    const pending = all.some((set) => isOf(set, pullRequest) && /_(PENDING|IN_PROGRESS)$/.test(set.status));
    return pending ? undefined : "settled";
  });
  return all;
}

function isOf({ name, description }: ChangeSetSummary, pullRequest: number): boolean {
  return name.startsWith(`pr-${pullRequest}-`) && description.startsWith(DESCRIPTION_PREFIX);
}

/** One that cannot be deleted does not keep the others. */
async function deleteChangeSet(
  set: ChangeSetSummary,
  stack: Stack,
  { changeSets, log }: CleanupPorts,
): Promise<readonly Left[]> {
  try {
    log.info(`Deleting change set ${set.name}.`);
    await changeSets.delete(set.arn, stack.arn);
    return [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`Change set ${set.name} stays: ${error.message}`);
    return [{ set, error }];
  }
}

async function isShell(stack: Stack, { stacks }: CleanupPorts): Promise<boolean> {
  return stack.status === "REVIEW_IN_PROGRESS" && (await stacks.resources(stack.arn)).length === 0;
}

function cleaned({ stackName }: Inputs, count: number, shell: boolean): RunResult {
  return {
    result: "cleaned-up",
    message: `Deleted ${sets(count)} of the pull request${shell ? ` and the empty stack ${stackName}` : ""}.`,
  };
}

function sets(count: number): string {
  return `${count} change set${count === 1 ? "" : "s"}`;
}
