import { describe, expect, test } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { type Gate, openTurnstile } from "../engine/turnstile.ts";
import { calls, openQuickStage, openSmallStage, outcome, putStack, STACK, statusOf } from "../stack.ts";
import { destroy, table } from "./stage.ts";

const UNPROTECTED = { inputs: { "termination-protection": "false" } };
const ON_AGAIN =
  "aws cloudformation update-termination-protection --enable-termination-protection --region us-east-1 --stack-name app";

async function openProtectedStack(): Promise<Stage> {
  const stage = await openSmallStage();
  putStack(stage);
  stage.aws.call("cloudformation", "UpdateTerminationProtection", {
    ...{ StackName: STACK, EnableTerminationProtection: "true" },
  });
  stage.aws.forgetRequests();
  return stage;
}

/** A destroy that is cancelled while a call of its is under way. */
async function cancelledDuring(stage: Stage, operation: string, when: Gate["when"]): Promise<Step> {
  await using turnstile = await openTurnstile(stage, {
    ...{ which: ({ what }) => what === operation, nth: 1, when },
  });
  return await destroy(stage, STACK, {
    ...{ ...turnstile.way, ...UNPROTECTED },
    stop: { with: "cancel", now: turnstile.closed, patience: 20 },
  });
}

describe("a destroy that is cancelled while a call is under way", () => {
  test.concurrent.for(["before", "after"] as const)(
    "DeleteStack, %s it took effect: nobody says that nothing was deleted",
    async (when) => {
      await using stage = await openProtectedStack();
      const hold = when === "after" ? stage.aws.cloudFormation.hold(STACK) : undefined;
      const step = await cancelledDuring(stage, "DeleteStack", when);
      expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
      expect(step.summary).toContain("whether the deletion has begun is not known");
      for (const text of [step.summary, step.text]) {
        expect(text).not.toMatch(/nothing was deleted/i);
        expect(text).not.toMatch(/goes on with the deletion/);
        expect(text).toContain(ON_AGAIN);
      }
      expect(statusOf(stage)).toBe(when === "after" ? "DELETE_IN_PROGRESS" : "CREATE_COMPLETE");
      hold?.letGo();
      const again = await destroy(stage, STACK, {
        ...{ ...UNPROTECTED, again: { runId: step.runId, attempt: 2 } },
      });
      expect(["destroyed", "no-changes"]).toContain(again.outputs["deploy-result"]);
      expect(statusOf(stage)).toBeUndefined();
    },
  );

  test.concurrent("DeleteStack, after a deletion protection was lifted: it says that it is off", async () => {
    await using stage = await openQuickStage({ repository: { files: { "stack.json": table(false) } } });
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: table(true) });
    await using turnstile = await openTurnstile(stage, {
      ...{ which: ({ what }) => what === "DeleteStack", nth: 1, when: "before" },
    });
    const step = await destroy(stage, STACK, {
      ...{ ...turnstile.way, inputs: { template: "stack.json", "termination-protection": "false" } },
      stop: { with: "cancel", now: turnstile.closed, patience: 20 },
    });
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
    for (const text of [step.summary, step.text])
      expect(text).toContain("The deletion protection of Orders is off now.");
  });

  test.concurrent("UpdateTerminationProtection: nothing was deleted, and the protection may be off", async () => {
    await using stage = await openProtectedStack();
    const step = await cancelledDuring(stage, "UpdateTerminationProtection", "after");
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(step.summary).toContain("the destroy was cancelled, nothing was deleted");
    for (const text of [step.summary, step.text]) {
      expect(text).toContain("Whether the termination protection of stack app is still on is not known");
      expect(text).toContain(ON_AGAIN);
    }
    expect(calls(stage, "DeleteStack")).toEqual([]);
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });

  test.concurrent("DeleteStack that is throttled: it is not tried again", async () => {
    await using stage = await openProtectedStack();
    stage.aws.faults.add({ scenario: "throttle", operation: "DeleteStack", times: 1 });
    const [asked, signalled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    stage.aws.on({ operation: "DeleteStack", nth: 1, when: "before" }, () => {
      asked.resolve();
      return signalled.promise;
    });
    const step = await destroy(stage, STACK, {
      ...UNPROTECTED,
      stop: { with: "cancel", now: asked.promise, arrived: signalled.resolve, patience: 20 },
    });
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(calls(stage, "DeleteStack").map((call) => call.outcome)).toEqual(["Throttling"]);
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });
});
