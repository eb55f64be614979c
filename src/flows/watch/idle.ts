import { ActionError } from "../../errors.ts";
import { poll } from "../../poll.ts";
import type { Pace, Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { rollBackFirst, type StuckResource, waysOut, waysText } from "../../stack/recovery.ts";
import type { StackJob } from "../job.ts";
import { stuckIn } from "./stuck.ts";

/** How long a job waits, and for what. */
type WaitingJob = Pick<StackJob, "inputs" | "deadline" | "cancel">;

interface IdlePorts {
  readonly stacks: Pick<Stacks, "describe" | "resources">;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

interface IdleOptions {
  /** Whether it is taken in a state that only a person can leave, too: for a deletion, which is a way out of all of them. */
  readonly mayBeStuck?: boolean;
  /** Whether it is taken as it was kept when it failed, whatever `on-failure` says: nothing is to be updated. */
  readonly mayBeKept?: boolean;
  /** The stack as it was read just now: it need not be asked about again at once. */
  readonly justSeen?: { readonly stack: Stack | undefined } | undefined;
}

/**
 * The stack once no operation runs on it; `undefined` when there is none. An operation of somebody else is waited for.
 * Throws `stack-busy` when it does not end in time and `stack-unrecoverable` for a state that only a person can leave, or only
 * with another `on-failure`.
 */
export async function idleStack(
  job: WaitingJob,
  ports: IdlePorts,
  { mayBeStuck = false, mayBeKept = mayBeStuck, justSeen }: IdleOptions = {},
): Promise<Stack | undefined> {
  const since = ports.clock.now();
  let seen: Stack | undefined;
  let first = justSeen;
  const look = async (): Promise<{ readonly stack: Stack | undefined } | undefined> => {
    const { stack } = first ?? { stack: await ports.stacks.describe(job.inputs.stackName) };
    first = undefined;
    const state = disposition(stack?.status);
    if (mayBeStuck && state.kind === "unrecoverable") return { stack };
    if (stack !== undefined && state.kind === "update" && state.kept && !mayBeKept) refuseKept(stack, job);
    if (stack === undefined || (state.kind !== "busy" && state.kind !== "unrecoverable")) return { stack };
    if (state.kind === "unrecoverable") throw unrecoverable(stack, job, await stuckIn(stack.arn, ports));
    if (seen?.status !== stack.status)
      ports.log.info(`Stack ${stack.name} is ${stack.status}: waiting until that is over.`);
    seen = stack;
    return undefined;
  };
  const delays = () => ports.pace.pause(untilNextLook(ports.clock.now() - since));
  const polled = await poll({ ...job, clock: ports.clock, delays, signal: job.cancel }, look);
  if (polled.kind === "done") return polled.value.stack;
  throw polled.kind === "aborted" ? cancelledWaiting(job, seen) : stillBusy(job, seen);
}

/** Most operations that are met are short ones; a long one is not asked about every second. Milliseconds. */
function untilNextLook(waited: number): number {
  return Math.min(5_000, Math.max(1_000, waited / 7));
}

/** CloudFormation would say so only when the change set is executed, after the review. */
function refuseKept({ name, status }: Stack, { inputs }: WaitingJob): void {
  if (inputs.onFailure === "keep") return;
  throw new ActionError(
    `Stack ${name} is in ${status}: its last operation failed and was kept as it was, and CloudFormation updates it only with on-failure: keep.`,
    { reasonCode: "stack-unrecoverable", hint: rollBackFirst(name, inputs.region) },
  );
}

function unrecoverable(stack: Stack, job: WaitingJob, stuck: readonly StuckResource[]): ActionError {
  const { name, status, terminationProtection } = stack;
  const ways = waysOut({ stack: name, region: job.inputs.region, status, terminationProtection, stuck });
  const because = stack.statusReason === undefined ? "" : ` (${stack.statusReason})`;
  return new ActionError(
    `Stack ${stack.name} is in ${stack.status}${because}: nothing can be changed until a person repairs it.`,
    {
      reasonCode: "stack-unrecoverable",
      hint: ways.length === 0 ? "See the stack's events in the console." : waysText(ways),
    },
  );
}

function stillBusy({ inputs }: WaitingJob, stack: Stack | undefined): ActionError {
  return new ActionError(
    `Stack ${inputs.stackName} is still ${stack?.status} after ${inputs.timeoutMinutes} minutes: nothing was started.`,
    {
      reasonCode: "stack-busy",
      hint: "Run this job again when that operation is over, or raise timeout-minutes.",
    },
  );
}

function cancelledWaiting({ inputs }: WaitingJob, stack: Stack | undefined): ActionError {
  const state = stack === undefined ? "" : ` (${stack.status})`;
  return new ActionError(
    `The job was cancelled while it waited for stack ${inputs.stackName}${state}: nothing was started.`,
    { reasonCode: "cancelled" },
  );
}
