import { describe, expect, test } from "vitest";
import type { Hold } from "../../sandbox/cloudformation/holds.ts";
import type { Fault } from "../../sandbox/cloudformation/scenarios.ts";
import type { Stage } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  lettingGo,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  statusOf,
  TEMPLATE_PATH,
  template,
  timeIsOver,
  WAITING,
  type Wanted,
} from "../stack.ts";
import { ask } from "./scene.ts";

const fails = { scenario: "resource-fails", resource: "Queue", reason: "Broken by hand" } as const;
const rollbackFails = { scenario: "rollback-fails", resource: "Queue" } as const;

interface Stuck {
  readonly status: string;
  readonly commands: readonly string[];
  readonly faults: readonly Fault[];
  readonly bringAbout: (stage: Stage) => void;
}

const stuck: readonly Stuck[] = [
  {
    status: "UPDATE_ROLLBACK_FAILED",
    commands: [
      "aws cloudformation continue-update-rollback --region us-east-1 --stack-name app",
      "aws cloudformation continue-update-rollback --region us-east-1 --stack-name app --resources-to-skip ",
    ],
    faults: [{ ...fails, on: "update" }, rollbackFails],
    bringAbout: (stage) => {
      putStack(stage);
      ask(stage, "UpdateStack", { StackName: STACK, TemplateBody: template({ timeout: 99 }) });
    },
  },
  {
    status: "DELETE_FAILED",
    commands: [
      "aws cloudformation delete-stack --region us-east-1 --stack-name app --retain-resources ",
      "aws cloudformation delete-stack --region us-east-1 --stack-name app --deletion-mode FORCE_DELETE_STACK",
    ],
    faults: [{ ...fails, on: "delete" }],
    bringAbout: (stage) => {
      putStack(stage);
      ask(stage, "DeleteStack", { StackName: STACK });
    },
  },
  {
    status: "ROLLBACK_FAILED",
    commands: ["aws cloudformation delete-stack --region us-east-1 --stack-name app"],
    faults: [
      { ...fails, resource: "News" },
      { ...rollbackFails, resource: "Queue" },
    ],
    bringAbout: (stage) => {
      ask(stage, "CreateStack", { StackName: STACK, TemplateBody: template({ topics: ["News"] }) });
    },
  },
];

describe("a stack that only a person can repair", () => {
  test.concurrent.each(stuck)("$status: the exact commands, from preview and deploy", async (state) => {
    await using stage = await openSmallStage();
    const faults = state.faults.map((fault) => stage.aws.faults.add(fault));
    state.bringAbout(stage);
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe(state.status);
    for (const fault of faults) stage.aws.faults.remove(fault);
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    const stopped = { exitCode: 1, result: "failed", reason: "stack-unrecoverable" };
    expect(outcome(step)).toEqual(stopped);
    const [comment] = await botComments(stage, number);
    for (const command of state.commands) {
      expect(step.annotations.at(-1)?.message).toContain(command);
      expect(comment?.body.replaceAll("`", "")).toContain(command);
    }
    await stage.repository.merge(number);
    stage.aws.forgetRequests();
    expect((await deploy(stage)).exitCode).toBe(1);
    expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
    expect(calls(stage, "DeleteStack")).toEqual([]);
    expect(statusOf(stage)).toBe(state.status);
  });
});

/** Somebody else's update, which does not end before it is let go. */
function startUpdate(stage: Stage, wanted: Wanted): Hold {
  const hold = stage.aws.cloudFormation.hold(STACK);
  ask(stage, "UpdateStack", { StackName: STACK, TemplateBody: template(wanted) });
  return hold;
}

describe("a stack that is busy with somebody else's operation", () => {
  test.concurrent("is waited for, by a preview and by a deploy", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const first = startUpdate(stage, { timeout: 31 });
    const { number, step } = await propose(stage, "topic", { timeout: 60 }, lettingGo(first, WAITING));
    expect(step.text).toMatch(WAITING);
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    const second = startUpdate(stage, { timeout: 31, topics: ["News"] });
    const run = await deploy(stage, lettingGo(second, WAITING));
    expect(run.text).toMatch(WAITING);
    // What is there now is not what was reviewed: it would take the topic away again.
    expect(outcome(run)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  });

  test.concurrent("is given up when the time is over, and nothing was started", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const others = startUpdate(stage, { timeout: 31 });
    const { step } = await propose(stage, "topic", { timeout: 60 }, timeIsOver(WAITING));
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-busy" });
    expect(others.isHolding()).toBe(true);
    expect(step.annotations.at(-1)?.message).toContain("nothing was started");
    expect(calls(stage, "CreateChangeSet")).toEqual([]);
  });

  test.concurrent("a job that is cancelled while it waits starts nothing", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    const others = startUpdate(stage, { timeout: 31 });
    const step = await deploy(stage, { stop: { with: "cancel", whenLog: WAITING } });
    expect(others.isHolding()).toBe(true);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
    const [run] = await stage.repository.checkRuns("main");
    expect(run).toMatchObject({ status: "completed", conclusion: "cancelled" });
  });
});

describe("a stack in another state", () => {
  test.concurrent("UPDATE_ROLLBACK_COMPLETE is as good as any", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const fault = stage.aws.faults.add({ ...fails, on: "update" });
    ask(stage, "UpdateStack", { StackName: STACK, TemplateBody: template({ timeout: 31 }) });
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
    stage.aws.faults.remove(fault);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  });

  test.concurrent("a stack that was deleted is created again", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    ask(stage, "DeleteStack", { StackName: STACK });
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBeUndefined();
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });
});

test.concurrent("a failed creation that leaves what is retained: told at its end, and by the next preview", async () => {
  await using stage = await openSmallStage();
  const wanted = JSON.parse(template({ timeout: 60, topics: ["News"] })) as { Resources: { Queue: object } };
  Object.assign(wanted.Resources.Queue, { DeletionPolicy: "Retain" });
  Object.assign(wanted.Resources, { News: { Type: "AWS::SNS::Topic", DependsOn: "Queue" } });
  const files = { [TEMPLATE_PATH]: JSON.stringify(wanted) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "News", on: "create" });
  const failed = await deploy(stage);
  stage.aws.faults.remove(fault);
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  const byHand = "aws cloudformation delete-stack --region us-east-1 --stack-name app";
  expect(failed.annotations.at(-1)?.message).toMatch(/DeletionPolicy keeps: Queue \(AWS::SQS::Queue, https:/);
  expect(failed.annotations.at(-1)?.message).toContain(byHand);
  expect(failed.text).not.toContain("the next deploy deletes it");
  // The same is refused by a deploy, and said before it is merged.
  const again = await deploy(stage);
  expect(outcome(again)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
  expect(again.annotations.at(-1)?.message).toContain("still has Queue = https:");
  const next = await propose(stage, "next", { timeout: 90 });
  expect(outcome(next.step)).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, next.number);
  expect(comment?.body).toContain("**A merge would not deploy this.** Stack app is in");
  expect(comment?.body).toContain(byHand);
  ask(stage, "DeleteStack", { StackName: STACK });
  stage.aws.cloudFormation.finish(STACK);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

describe("a stack that was kept as it failed", () => {
  const ROLL_BACK = "aws cloudformation rollback-stack --region us-east-1 --stack-name app";

  /** Somebody's update with rollback disabled has failed. */
  async function openKept(inputs: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const stage = await openSmallStage({ inputs });
    putStack(stage);
    const fault = stage.aws.faults.add({ ...fails, on: "update" });
    const update = { StackName: STACK, TemplateBody: template({ timeout: 31 }), DisableRollback: "true" };
    ask(stage, "UpdateStack", update);
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe("UPDATE_FAILED");
    stage.aws.faults.remove(fault);
    return stage;
  }

  test.concurrent("takes a deploy only once it is rolled back: said by the preview already", async () => {
    await using stage = await openKept();
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    const [comment] = await botComments(stage, number);
    for (const told of [step.annotations.at(-1)?.message, comment?.body]) expect(told).toContain(ROLL_BACK);
    ask(stage, "RollbackStack", { StackName: STACK });
    stage.aws.cloudFormation.finish(STACK);
    expect(outcome(await preview(stage, number))).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  });

  test.concurrent("that happens after the preview: the deploy says it, and executes nothing", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.faults.add({ ...fails, on: "update", times: 1 });
    ask(stage, "UpdateStack", {
      ...{ StackName: STACK, TemplateBody: template({ timeout: 31 }), DisableRollback: "true" },
    });
    stage.aws.cloudFormation.finish(STACK);
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    expect(step.annotations.at(-1)?.message).toContain(ROLL_BACK);
    expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  });

  test.concurrent("goes on from there with on-failure: keep", async () => {
    await using stage = await openKept({ "on-failure": "keep" });
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  });
});

describe("what AWS cannot delete after an update", () => {
  const inUse = {
    scenario: "resource-fails",
    resource: "News",
    on: "delete",
    reason: "It is in use",
  } as const;
  const LEFT = /News \(AWS::SNS::Topic, arn:aws:sns:[^)]*\): It is in use/;

  test.concurrent("is named everywhere, and the deploy has succeeded all the same", async () => {
    await using stage = await openSmallStage();
    putStack(stage, { topics: ["News"] });
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.faults.add(inUse);
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
    expect(step.annotations).toMatchObject([{ level: "warning", message: expect.stringMatching(LEFT) }]);
    expect(step.text.split("\n").slice(-6).join("\n")).toMatch(LEFT);
    const [comment] = await botComments(stage, number);
    const [check] = await stage.repository.checkRuns("main");
    expect(check?.conclusion).toBe("success");
    expect(check?.output.title).toContain("1 resource left behind");
    for (const told of [comment?.body, step.summary, check?.output.summary]) {
      expect(told).toMatch(/1 resource was left behind.*`News`.*It is in use/s);
    }
  });

  test.concurrent("and after its rollback: that has not failed", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News", "Late"] });
    await stage.repository.merge(number);
    stage.aws.faults.add(inUse);
    stage.aws.faults.add({ ...fails, on: "update" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(step.annotations.at(-1)?.message).toMatch(LEFT);
    expect(step.text + step.summary).not.toContain("The rollback failed as well");
  });
});
