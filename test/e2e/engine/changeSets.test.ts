import { describe, expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  operationsOf,
  outcome,
  propose,
  putStack,
  STACK,
  statusOf,
  template,
} from "../stack.ts";
import { openChangeSets } from "./killing.ts";
import { ask, openScene, queue, sent, topic } from "./scene.ts";

const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };

describe("what is asked for", () => {
  test.concurrent("role and topics reach the change set, and are kept to when nothing else changes", async () => {
    const role = "arn:aws:iam::123456789012:role/deployer";
    const topics = ["arn:aws:sns:us-east-1:123456789012:one", "arn:aws:sns:us-east-1:123456789012:two"];
    await using stage = await openSmallStage({
      inputs: { "role-arn": role, "notification-arns": topics.join("\n") },
    });
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    expect(sent(stage, "CreateChangeSet")).toEqual([
      expect.objectContaining({ RoleARN: role, NotificationARNs: topics }),
    ]);
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)).toMatchObject({ roleArn: role });
  });

  test.concurrent("revert-drift puts back what somebody changed by hand, and shows both", async () => {
    const before = { Resources: { News: topic("as reviewed"), Queue: queue() } };
    await using scene = await openScene(before, {
      before,
      inputs: { "deployment-mode": "revert-drift" },
      prepare: ({ aws }) =>
        aws.cloudFormation.changeResourceByHand(STACK, "News", { DisplayName: "by hand" }),
    });
    const { stage, number } = scene;
    expect(outcome(scene.preview)).toEqual(previewed);
    const [comment] = await botComments(stage, number);
    expect(comment?.body).toContain("by hand");
    expect(comment?.body).toContain("as reviewed");
    expect(sent(stage, "CreateChangeSet")[0]).toMatchObject({ DeploymentMode: "REVERT_DRIFT" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)?.resources.get("News")?.actual ?? {}).not.toMatchObject({
      DisplayName: "by hand",
    });
  });

  test.concurrent("on-failure delete: a new stack that fails is gone again, and that is said", async () => {
    await using stage = await openSmallStage({ inputs: { "on-failure": "delete" } });
    const { number } = await propose(stage, "topic", { topics: ["News"] });
    await stage.repository.merge(number);
    stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason: "Quota reached" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(sent(stage, "CreateChangeSet")[0]).toMatchObject({ OnStackFailure: "DELETE" });
    // Both together are refused by CloudFormation.
    expect(sent(stage, "ExecuteChangeSet")[0]).not.toHaveProperty("DisableRollback");
    expect(statusOf(stage)).toBeUndefined();
    expect(step.outputs["stack-status"]).toBe("DELETE_COMPLETE");
    expect(step.annotations.at(-1)?.message).toContain("Quota reached");
  });

  test.concurrent("on-failure keep: what was made stays, and the next deploy goes on from there", async () => {
    await using stage = await openSmallStage({ inputs: { "on-failure": "keep" } });
    const first = await propose(stage, "one", { topics: ["News"] });
    await stage.repository.merge(first.number);
    const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason: "Not today" });
    expect((await deploy(stage)).outputs["stack-status"]).toBe("CREATE_FAILED");
    expect(stage.aws.cloudFormation.stack(STACK)?.statuses.get("Queue")?.status).toBe("CREATE_COMPLETE");
    stage.aws.faults.remove(fault);
    const second = await propose(stage, "two", { topics: ["News"], timeout: 31 });
    expect(outcome(second.step)).toEqual(previewed);
    await stage.repository.merge(second.number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  });
});

describe("nested stacks", () => {
  /** `levels` stacks, each in the one before; the innermost holds a topic. */
  function nest(stage: Stage, levels: number, title: string): object {
    const inner = levels === 1 ? { Topic: topic(title) } : { Inner: nest(stage, levels - 1, title) };
    const key = `${levels}-${title}.json`;
    stage.aws.objects.put("templates", key, JSON.stringify({ Resources: inner }));
    return {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: `${stage.aws.url}/templates/${key}` },
    };
  }

  async function openNested(title: string) {
    const stage = await openSmallStage({ aws: { pageSize: 2 } });
    const before = { Resources: { Outer: nest(stage, 3, "first"), Queue: queue() } };
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(before) });
    const after = { Resources: { Outer: nest(stage, 3, title), Queue: queue() } };
    const number = await stage.repository.openPullRequest({
      head: "nested",
      files: { "stack.json": JSON.stringify(after) },
    });
    const step = await stage.run(await stage.repository.event.pullRequest(number, "opened"));
    return { stage, number, step };
  }

  test.concurrent("three levels: every change is described, every event followed", async () => {
    const { stage: opened, number, step } = await openNested("second");
    await using stage = opened;
    expect(outcome(step)).toEqual(previewed);
    const [comment] = await botComments(stage, number);
    expect(comment?.body).toContain("Outer/Inner/Inner/Topic");
    expect(comment?.body).toContain("second");
    await stage.repository.merge(number);
    const run = await deploy(stage);
    expect(outcome(run)).toEqual(deployed);
    expect(run.text).toMatch(/✔ {2}Outer\/Inner\/Inner\/Topic .*UPDATE_COMPLETE/);
    expect(new Set(eventLines(run.text)).size).toBe(eventLines(run.text).length);
  });

  test.concurrent("the cause is found in the innermost stack", async () => {
    const { stage: opened, number } = await openNested("second");
    await using stage = opened;
    await stage.repository.merge(number);
    stage.aws.faults.add({
      scenario: "resource-fails",
      resource: "Topic",
      on: "update",
      reason: "Deep down",
    });
    const run = await deploy(stage);
    expect(outcome(run)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(run.annotations.at(-1)?.message).toContain("Outer/Inner/Inner/Topic");
    expect(run.annotations.at(-1)?.message).toContain("Deep down");
    expect((await botComments(stage, number))[0]?.body).toContain("Deep down");
  });
});

describe("what AWS finds", () => {
  test.concurrent.each(["validation-warn", "hook-warn"] as const)(
    "%s: shown, and goes on",
    async (scenario) => {
      await using stage = await openSmallStage();
      putStack(stage);
      stage.aws.faults.add({ scenario, resource: "Queue", reason: "Looks odd to me" });
      const { number, step } = await propose(stage, "topic", { timeout: 60 });
      expect(outcome(step)).toEqual(previewed);
      const [comment] = await botComments(stage, number);
      for (const text of [comment?.body, step.summary, step.annotations.at(0)?.message])
        expect(text).toContain("Looks odd to me");
      await stage.repository.merge(number);
      expect(outcome(await deploy(stage))).toEqual(deployed);
    },
  );

  test.concurrent.each(["validation-fail", "hook-fail"] as const)(
    "%s: fails, says why, leaves nothing",
    async (scenario) => {
      await using stage = await openSmallStage();
      putStack(stage);
      stage.aws.faults.add({ scenario, resource: "Queue", reason: "Not in my account" });
      const { number, step } = await propose(stage, "topic", { timeout: 60 });
      expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
      const [comment] = await botComments(stage, number);
      for (const text of [comment?.body, step.summary, step.annotations.at(-1)?.message])
        expect(text).toContain("Not in my account");
      // What is left of a run is its last error: it has the cause and what to do, and no errand that was run already.
      const own =
        scenario === "validation-fail" ? "CloudFormation's own validation" : "whoever runs the hook";
      expect(step.annotations.at(-1)?.message).toContain(own);
      expect(step.text).not.toContain("DescribeEvents API");
      await stage.repository.merge(number);
      const deployed = await deploy(stage);
      expect(outcome(deployed)).toMatchObject({ exitCode: 1, result: "failed" });
      expect(deployed.annotations.at(-1)?.message).toContain("Not in my account");
      expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
    },
  );

  test.concurrent("a hook that stops a resource: what the hook says is the cause", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.faults.add({ scenario: "resource-hook-fail", resource: "Queue" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(step.annotations.at(-1)?.message).toMatch(/hook.*Private::Guard::Policy/);
  });

  test.concurrent("changes that the description with values drops are restored and executed", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "dropped-changes", resource: "News" });
    const { number, step } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
    expect((await botComments(stage, number))[0]?.body).toContain("News");
    expect(JSON.parse(step.outputs["change-summary"] ?? "{}").resources).toHaveLength(2);
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)?.resources.has("News")).toBe(true);
  });

  test.concurrent("a change set that fails without a reason is asked again", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "missing-reason" });
    stage.aws.faults.add({ scenario: "change-set-fails", reason: "The account is suspended" });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
    expect(step.annotations.at(-1)?.message).toContain("The account is suspended");
  });
});

describe("a permission that is missing", () => {
  /** What a preview and a deploy can do without: one line says so, and nothing else is different. */
  test.concurrent.each([
    ["DescribeEvents", "cloudformation:DescribeEvents"],
    ["ListHookResults", "cloudformation:ListHookResults"],
    ["GetHookResult", "cloudformation:GetHookResult"],
  ])("%s: one line", async (operation, named) => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "hook-warn", resource: "Queue" });
    stage.aws.faults.add({ scenario: "access-denied", operation });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual(previewed);
    expect(step.text.split("\n").filter((line) => line.includes(named))).toHaveLength(1);
  });

  test.concurrent.each(["ListChangeSets", "DeleteChangeSet"])(
    "%s: what is left over is said, and nothing fails",
    async (operation) => {
      await using stage = await openSmallStage();
      putStack(stage);
      const { number } = await propose(stage, "topic", { timeout: 60 });
      stage.aws.faults.add({ scenario: "access-denied", operation });
      await stage.repository.pushToPullRequest(number, { "stack.json": template({ timeout: 61 }) }, "More");
      const step = await stage.run(await stage.repository.event.pullRequest(number, "synchronize"));
      expect(outcome(step)).toEqual(previewed);
      expect(
        step.text.split("\n").filter((line) => line.includes(`cloudformation:${operation}`)),
      ).toHaveLength(1);
      await stage.repository.merge(number);
      expect(outcome(await deploy(stage))).toEqual(deployed);
    },
  );

  test.concurrent.each(["DescribeStacks", "CreateChangeSet", "DescribeChangeSet", "ExecuteChangeSet"])(
    "%s: the run fails and names it",
    async (operation) => {
      await using stage = await openSmallStage();
      putStack(stage);
      const { number } = await propose(stage, "topic", { timeout: 60 });
      await stage.repository.merge(number);
      if (operation === "CreateChangeSet") discardAll(stage);
      stage.aws.faults.add({ scenario: "access-denied", operation });
      const step = await deploy(stage);
      expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
      expect(step.annotations.at(-1)?.message).toContain(`Allow cloudformation:${operation}`);
      expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
    },
  );

  test.concurrent("UpdateTerminationProtection: deployed, but not as asked, so it fails and says both", async () => {
    await using stage = await openSmallStage({ inputs: { "termination-protection": "true" } });
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.faults.add({ scenario: "access-denied", operation: "UpdateTerminationProtection" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
    expect(step.annotations.at(-1)?.message).toMatch(/UPDATE_COMPLETE.*termination protection/s);
    expect(step.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  });

  test.concurrent("DescribeStackEvents: the operation goes on unseen, which is said", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeStackEvents" });
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await deploy(stage);
    expect(step.exitCode).toBe(1);
    expect(step.annotations.at(-1)?.message).toMatch(/could not be watched.*DescribeStackEvents/s);
    expect(hold.isHolding()).toBe(true);
    hold.letGo();
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  });
});

describe("the limit of change sets", () => {
  test.concurrent("our own failed ones make room", async () => {
    await using stage = await openSmallStage({ aws: { changeSetLimit: 3 } });
    putStack(stage);
    const Description = "aurora-deploy-action: pull request #7 of acme/app";
    const off = stage.aws.faults.add({ scenario: "change-set-fails", reason: "no" });
    for (const ChangeSetName of ["pr-7-a", "pr-7-b", "pr-7-c"]) {
      ask(stage, "CreateChangeSet", {
        StackName: STACK,
        ChangeSetName,
        Description,
        TemplateBody: template(),
      });
    }
    stage.aws.faults.remove(off);
    stage.aws.cloudFormation.finish(STACK);
    expect(openStatuses(stage)).toEqual(["FAILED", "FAILED", "FAILED"]);
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual(previewed);
    expect(openChangeSets(stage)).toEqual([expect.stringMatching(/^pr-1-/)]);
  });

  test.concurrent("other people's stay, and the error says what to do", async () => {
    await using stage = await openSmallStage({ aws: { changeSetLimit: 1 } });
    putStack(stage);
    ask(stage, "CreateChangeSet", {
      StackName: STACK,
      ChangeSetName: "by-hand",
      TemplateBody: template({ timeout: 40 }),
    });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
    expect(step.annotations.at(-1)?.message).toMatch(/as many change sets as it can hold/);
    expect(step.annotations.at(-1)?.message).toContain("list-change-sets");
    expect(openChangeSets(stage)).toEqual(["by-hand"]);
    expect(calls(stage, "DeleteChangeSet")).toEqual([]);
  });
});

function eventLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^\d\d:\d\d:\d\d /.test(line));
}

function discardAll(stage: Stage): void {
  for (const name of openChangeSets(stage)) {
    ask(stage, "DeleteChangeSet", { StackName: STACK, ChangeSetName: name });
  }
}

function openStatuses(stage: Stage): readonly string[] {
  const { Summaries } = ask(stage, "ListChangeSets", { StackName: STACK });
  return (Summaries as readonly { readonly Status: string }[]).map(({ Status }) => Status);
}
