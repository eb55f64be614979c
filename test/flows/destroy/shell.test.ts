import { expect, test } from "vitest";
import { deleteStack } from "../../../src/flows/destroy/deletion.ts";
import type { DestroyJob, DestroyPorts } from "../../../src/flows/destroy/job.ts";
import type { Stack } from "../../../src/stack/model.ts";
import { ROOT } from "../../stack/story.ts";
import { freePace } from "../watch/freePace.ts";
import { silent } from "../world.ts";

const REASON = "Role arn:aws:iam::123456789012:role/gone is invalid or cannot be assumed";
const shell = { arn: ROOT, name: "app", status: "REVIEW_IN_PROGRESS" } as Stack;

/** The end of the deletion of an empty shell that is told in these states, one a look. */
async function endOf(states: readonly (Stack | undefined)[], deadline = 3_600_000) {
  let now = 0;
  let looks = 0;
  const ports = {
    stacks: {
      delete: async () => undefined,
      describe: async () => states[Math.min(looks++, states.length - 1)],
    },
    clock: {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms;
      },
    },
    ...{ pace: freePace, log: silent },
  } as unknown as DestroyPorts;
  const cancel = new AbortController().signal;
  const job = { run: { id: "1", attempt: 1 }, cancel, deadline } as unknown as DestroyJob;
  const doomed = { stack: shell, total: 0 } as unknown as Parameters<typeof deleteStack>[1];
  return (await deleteStack(job, doomed, ports)).end;
}

const going = { ...shell, status: "DELETE_IN_PROGRESS" };
const stuck = { ...shell, status: "DELETE_FAILED" };

test("an empty shell that cannot be deleted has failed at once, with what the stack says", async () => {
  expect(await endOf([going, { ...stuck, statusReason: REASON }])).toMatchObject({
    ...{ kind: "failed", status: "DELETE_FAILED" },
    cause: { logicalId: "app", status: "DELETE_FAILED", reason: REASON },
  });
  expect(await endOf([going, stuck])).toMatchObject({ kind: "failed", cause: undefined });
});

test("one that is being deleted is gone in the end, or not in time", async () => {
  expect(await endOf([going, undefined])).toMatchObject({ kind: "succeeded", status: "DELETE_COMPLETE" });
  expect(await endOf([going], 60_000)).toMatchObject({ kind: "timed-out", status: "DELETE_IN_PROGRESS" });
});
