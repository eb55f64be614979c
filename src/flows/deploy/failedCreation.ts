import { ActionError } from "../../errors.ts";
import { poll } from "../../poll.ts";
import type { Pace, Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { liftCommand, waysOut, waysText } from "../../stack/recovery.ts";
import { leftInShell, notEmpty, obstructed } from "../change/standIn.ts";
import type { StackJob } from "../job.ts";

interface ShellPorts {
  readonly stacks: Pick<Stacks, "describe" | "resources" | "delete" | "setTerminationProtection">;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

const POLL_MS = 1_000;

/**
 * Deletes the shell of a stack whose creation was rolled back, so that it can be created again. A stack that still has
 * a resource (one that is retained, say) is never deleted.
 */
export async function removeShell(job: StackJob, stack: Stack, ports: ShellPorts): Promise<void> {
  const left = await leftInShell(stack, ports);
  if (left.length > 0) throw obstructed(notEmpty(job, stack, left));
  await unprotect(job, stack, ports);
  ports.log.info(
    `Stack ${stack.name} is an empty shell (${stack.status}): deleting it so that it can be created again.`,
  );
  await ports.stacks.delete(stack.arn, `shell-${job.run.id}-${job.run.attempt}`);
  await deleted(job, stack, ports);
}

/** Termination protection refuses the deletion: it is lifted where the run was told that the stack is to have none. */
async function unprotect({ inputs }: StackJob, stack: Stack, { stacks, log }: ShellPorts): Promise<void> {
  if (!stack.terminationProtection) return;
  if (inputs.terminationProtection !== false) {
    throw new ActionError(
      `Stack ${stack.name} is an empty shell (${stack.status}) that its termination protection keeps.`,
      {
        reasonCode: "stack-unrecoverable",
        hint: `Nothing is in it. Lift the protection and run this job again:\n${liftCommand(stack.name, inputs.region)}`,
      },
    );
  }
  await stacks.setTerminationProtection(stack.name, false);
  log.info(`Termination protection of stack ${stack.name} is off now, as termination-protection asks.`);
}

async function deleted(job: StackJob, stack: Stack, ports: ShellPorts): Promise<void> {
  const { inputs, cancel, deadline } = job;
  let last = stack;
  const polled = await poll(
    { clock: ports.clock, delays: () => ports.pace.pause(POLL_MS), signal: cancel, deadline },
    async () => {
      const now = await ports.stacks.describe(stack.arn);
      if (now === undefined || now.status === "DELETE_COMPLETE") return "gone";
      last = now;
      return disposition(now.status).kind === "unrecoverable" ? "stuck" : undefined;
    },
  );
  if (polled.kind === "done" && polled.value === "gone") return;
  const { status, statusReason } = last;
  const ways = waysOut({ stack: stack.name, region: inputs.region, status, stuck: [] });
  const state = statusReason === undefined ? status : `${status}: ${statusReason}`;
  throw new ActionError(`The empty shell of stack ${stack.name} was not deleted (${state}).`, {
    reasonCode: STAYS[polled.kind],
    hint: ways.length === 0 ? "Run this job again when it is gone." : waysText(ways),
  });
}

const STAYS = { done: "stack-unrecoverable", aborted: "cancelled", "timed-out": "timeout" } as const;
