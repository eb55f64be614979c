import { expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import { execute } from "../../../src/flows/watch/execution.ts";
import { notStarted } from "../../../src/flows/watch/unseen.ts";
import { ServiceError, type Trouble } from "../../../src/stack/serviceError.ts";

/** An execution whose call fails so, in a job that is cancelled meanwhile where `isCancelled`. */
function executed(error: Error, isCancelled: boolean) {
  const cancel = new AbortController();
  const job = { cancel: cancel.signal, inputs: { onFailure: "rollback" } } as unknown as StackJob;
  const request = { changeSetArn: "arn:set", stackArn: "arn:stack", total: 1, since: 0 };
  const changeSets = {
    execute: async () => {
      if (isCancelled) cancel.abort();
      throw error;
    },
  };
  const ports = { changeSets, clock: { now: () => 0, sleep: () => new Promise(() => undefined) } };
  return execute(job, request, ports as unknown as Parameters<typeof execute>[2]);
}

function trouble(kind: Trouble): ServiceError {
  return new ServiceError("No.", { reasonCode: "error", trouble: kind });
}

test("a lost answer leaves it open whether it has begun", async () => {
  expect((await executed(trouble("unavailable"), false)).end).toMatchObject({
    kind: "lost-sight",
    tookMs: 0,
  });
  const untold = { kind: "cancelled", status: "about to start" };
  expect((await executed(trouble("unavailable"), true)).end).toMatchObject(untold);
  const givenUp = new ActionError("The job was cancelled.", { reasonCode: "cancelled" });
  expect((await executed(givenUp, true)).end).toMatchObject(untold);
});

test("what was throttled each time has not begun, in a cancelled job too", async () => {
  await expect(executed(trouble("throttled"), false)).rejects.toMatchObject({ trouble: "throttled" });
  expect(await executed(trouble("throttled"), true)).toBe(notStarted);
});

test.each(["credentials", "denied", "refused"] as const)("%s: nothing has begun", async (kind) => {
  for (const isCancelled of [false, true])
    await expect(executed(trouble(kind), isCancelled)).rejects.toMatchObject({ trouble: kind });
});
