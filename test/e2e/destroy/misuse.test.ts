import { describe, expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { openSmallStage, outcome, putStack, statusOf } from "../stack.ts";
import { changingCalls, destroy } from "./stage.ts";

const inputs = { mode: "destroy", confirm: "app" };

async function openStack(): Promise<Stage> {
  const stage = await openSmallStage();
  putStack(stage);
  stage.aws.forgetRequests();
  return stage;
}

function expectUntouched(stage: Stage): void {
  expect(changingCalls(stage)).toEqual([]);
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
}

describe("who may not destroy, and how not", () => {
  test.concurrent("a push, a pull request, a schedule, a dispatch by a program", async () => {
    await using stage = await openStack();
    const number = await stage.repository.openPullRequest({ head: "topic", files: { "a.txt": "a" } });
    const opened = await stage.repository.event.pullRequest(number, "opened");
    await stage.repository.merge(number);
    const events = [
      opened,
      await stage.repository.event.push("main"),
      await stage.repository.event.schedule(),
      await stage.repository.event.repositoryDispatch("destroy", {}),
    ];
    for (const event of events) {
      const step = await stage.run(event, { inputs });
      expect(outcome(step), event.name).toEqual({
        exitCode: 1,
        result: "blocked",
        reason: "unsupported-event",
      });
      expect(step.summary).toContain("workflow_dispatch");
    }
    expect(stage.aws.requests()).toEqual([]);
    expectUntouched(stage);
  });

  test.concurrent("another branch", async () => {
    await using stage = await openStack();
    await stage.repository.openPullRequest({ head: "topic", files: { "a.txt": "a" } });
    const step = await destroy(stage, "app", { branch: "topic" });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "wrong-branch" });
    expectUntouched(stage);
  });

  test.concurrent.for(["", "other", "APP", "app "] as const)("confirm: %j", async (confirm) => {
    await using stage = await openStack();
    const step = await destroy(stage, "app", { inputs: { confirm } });
    // Blanks around an input are nobody's wish.
    if (confirm.trim() === "app") return expect(outcome(step)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    expect(step.text).toContain("confirm");
    expect(stage.aws.requests()).toEqual([]);
    return expectUntouched(stage);
  });

  test.concurrent("no token", async () => {
    await using stage = await openStack();
    const step = await destroy(stage, "app", { inputs: { "github-token": "" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "not-approved" });
    expectUntouched(stage);
  });

  test.concurrent("a stranger, and a stranger who runs somebody else's run again", async () => {
    await using stage = await openStack();
    for (const env of [
      { GITHUB_ACTOR: "mallory", GITHUB_TRIGGERING_ACTOR: "mallory" },
      { GITHUB_ACTOR: "alice", GITHUB_TRIGGERING_ACTOR: "mallory", GITHUB_RUN_ATTEMPT: "2" },
      { GITHUB_ACTOR: "alice", GITHUB_TRIGGERING_ACTOR: "", GITHUB_RUN_ATTEMPT: "2" },
    ]) {
      const step = await destroy(stage, "app", { env });
      expect(outcome(step), JSON.stringify(env)).toEqual({
        exitCode: 1,
        result: "blocked",
        reason: "not-approved",
      });
      expect(step.summary).toContain(env.GITHUB_TRIGGERING_ACTOR === "" ? "does not say by whom" : "mallory");
    }
    expectUntouched(stage);
  });

  test.concurrent("one with write access who runs a stranger's run again may", async () => {
    await using stage = await openStack();
    const env = { GITHUB_ACTOR: "mallory", GITHUB_TRIGGERING_ACTOR: "alice", GITHUB_RUN_ATTEMPT: "2" };
    expect(outcome(await destroy(stage, "app", { env }))).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("GitHub that cannot be asked: nobody may", async () => {
    await using stage = await openStack();
    stage.github.faults.add({
      path: "/repos/*/*/collaborators/**",
      failure: { kind: "status", status: 403 },
    });
    const step = await destroy(stage, "app");
    expect(step.exitCode).toBe(1);
    expectUntouched(stage);
  });
});
