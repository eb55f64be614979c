import { describe, expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  lettingGo,
  openSmallStage,
  openUpdatedBefore,
  outcome,
  propose,
  putStack,
  STACK,
  STARTED,
  statusOf,
  template,
  timeIsOver,
} from "../stack.ts";
import { ask, openScene, queue, sent, topic } from "./scene.ts";

const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };
const rolledBack = { exitCode: 1, result: "failed", reason: "rolled-back" };

/** Bugs of aws-actions/aws-cloudformation-github-deploy v2, measured: each is a scenario that ends well here. */
describe("what goes wrong with the official action", () => {
  test.concurrent("the first DescribeStacks is stale: it is green while the update is rolled back", async () => {
    const { stage: opened } = await openUpdatedBefore({ timeout: 60 });
    await using stage = opened;
    const stale = stage.aws.faults.add({ scenario: "stale-describe", times: 2 });
    stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "update", reason: "No luck" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual(rolledBack);
    expect(step.outputs["stack-status"]).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(stage.aws.faults.used(stale)).toBe(2);
  });

  test.concurrent('it names "Resource update cancelled" as the cause', async () => {
    const all = (title: string, timeout: number) => ({
      Resources: { A: queue(timeout), B: queue(timeout), Failing: topic(title) },
    });
    await using scene = await openScene(all("second", 60), {
      before: all("first", 30),
      // An update takes a quarter of it: the queues are still in progress when the topic fails.
      // biome-ignore lint/plugin: no race with the run: it is planned at once that the topic fails before they are done
      aws: { durations: { types: { "AWS::SQS::Queue": 8_000 } } },
    });
    const { stage, number } = scene;
    await stage.repository.merge(number);
    stage.aws.faults.add({
      scenario: "resource-fails",
      resource: "Failing",
      on: "update",
      reason: "Quota reached",
    });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual(rolledBack);
    expect(step.text).toContain("Resource update cancelled");
    const [comment] = await botComments(stage, number);
    const cause = (text = "") => text.split("\n").filter((line) => /UPDATE_FAILED|cause/i.test(line));
    for (const text of [step.annotations.at(-1)?.message, ...cause(comment?.body), ...cause(step.summary)]) {
      expect(text).not.toContain("cancelled");
    }
    expect(step.annotations.at(-1)?.message).toContain("Quota reached");
    expect(comment?.body).toContain("Quota reached");
    expect(step.summary).toContain("Quota reached");
  });

  test.concurrent("it fails on a stack in REVIEW_IN_PROGRESS", async () => {
    const after = { Resources: { Queue: queue() } };
    await using scene = await openScene(after, { prepare: leaveShell });
    const { stage, number } = scene;
    expect(outcome(scene.preview)).toEqual(previewed);
    expect(statusOf(stage)).toBe("REVIEW_IN_PROGRESS");
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });

  test.concurrent.each([
    ["somebody else's, which stays", "made by hand", true],
    ["one of the same run in its words, which goes", "same", false],
  ] as const)("it fails on a change set of the same name: %s", async (_, description, stays) => {
    const before = { Resources: { Queue: queue() } };
    await using stage = await openSmallStage();
    putStack(stage);
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    const arn = step.outputs["change-set-arn"] ?? "";
    const name = arn.split("/")[1] ?? "";
    const made = ask(stage, "DescribeChangeSet", { ChangeSetName: arn });
    ask(stage, "DeleteChangeSet", { ChangeSetName: arn });
    ask(stage, "CreateChangeSet", {
      StackName: STACK,
      ChangeSetName: name,
      Description: description === "same" ? made.Description : description,
      TemplateBody: JSON.stringify(before),
    });
    const event = await stage.repository.event.pullRequest(number, "synchronize");
    const again = await stage.run(event, { again: { runId: 1, attempt: 1 } });
    expect(outcome(again)).toEqual(previewed);
    const names = listed(stage).map(({ ChangeSetName }) => ChangeSetName);
    expect(names).toEqual(stays ? expect.arrayContaining([name, `${name}-2`]) : [`${name}-2`]);
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
  });

  test.concurrent.each([
    ["keep", "true", "UPDATE_FAILED"],
    ["rollback", "false", "UPDATE_ROLLBACK_COMPLETE"],
  ] as const)(
    "it never sends disable-rollback: on-failure %s",
    async (onFailure, disableRollback, status) => {
      await using stage = await openSmallStage({ inputs: { "on-failure": onFailure } });
      putStack(stage);
      const { number } = await propose(stage, "topic", { timeout: 60 });
      await stage.repository.merge(number);
      stage.aws.faults.add({
        scenario: "resource-fails",
        resource: "Queue",
        on: "update",
        reason: "No luck",
      });
      const step = await deploy(stage);
      expect(step.exitCode).toBe(1);
      expect(sent(stage, "ExecuteChangeSet")).toEqual([
        expect.objectContaining({ DisableRollback: disableRollback }),
      ]);
      expect(statusOf(stage)).toBe(status);
      expect(step.outputs["stack-status"]).toBe(status);
      const nextStep =
        onFailure === "keep" ? "aws cloudformation rollback-stack" : "back in its previous state";
      expect(step.text).toContain(nextStep);
    },
  );

  test.concurrent.each(["true", "false"])("it never sends termination-protection: %s", async (wanted) => {
    await using stage = await openSmallStage({ inputs: { "termination-protection": wanted } });
    putStack(stage);
    ask(stage, "UpdateTerminationProtection", {
      StackName: STACK,
      EnableTerminationProtection: wanted === "true" ? "false" : "true",
    });
    const { number } = await propose(stage, "topic", { timeout: 60 });
    // A preview changes nothing of the stack.
    expect(stage.aws.cloudFormation.stack(STACK)?.terminationProtection).toBe(wanted === "false");
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)?.terminationProtection).toBe(wanted === "true");
  });

  test.concurrent("a change set of outputs only reads as no changes", async () => {
    const Resources = { Queue: queue() };
    const after = { Resources, Outputs: { Name: { Value: { Ref: "Queue" } } } };
    await using scene = await openScene(after, { before: { Resources } });
    const { stage, number } = scene;
    expect(outcome(scene.preview)).toEqual(previewed);
    expect(scene.preview.outputs["has-changes"]).toBe("true");
    expect((await botComments(stage, number))[0]?.body).toContain("Name");
    await stage.repository.merge(number);
    const step = await deploy(stage);
    expect(outcome(step)).toEqual(deployed);
    expect(step.outputs.Name).toMatch(/^https:\/\/sqs\./);
  });

  test.concurrent("a change set of an import only reads as no changes", async () => {
    const Orders = {
      Type: "AWS::SQS::Queue",
      DeletionPolicy: "Retain",
      Properties: { QueueName: "orders" },
    };
    const before = { Resources: { Queue: queue() } };
    await using scene = await openScene(
      { Resources: { ...before.Resources, Orders } },
      { before, prepare: ordersExist, inputs: { "import-existing-resources": "true" } },
    );
    const { stage, number } = scene;
    expect(outcome(scene.preview)).toEqual(previewed);
    expect(scene.preview.outputs["has-changes"]).toBe("true");
    expect((await botComments(stage, number))[0]?.body).toMatch(/import/i);
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)?.resources.get("Orders")?.physicalId).toBe("orders");
  });

  test.concurrent("a time-out is a warning, and passes", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await deploy(stage, timeIsOver(STARTED));
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
    expect(step.annotations.at(-1)).toMatchObject({ message: expect.stringContaining("Run this job again") });
    // The operation is left alone, and goes on.
    expect(calls(stage, "CancelUpdateStack")).toEqual([]);
    hold.letGo();
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  });

  test.concurrent("even a preview deletes a stack in ROLLBACK_COMPLETE", async () => {
    await using stage = await openSmallStage();
    leaveRolledBack(stage);
    const id = stage.aws.cloudFormation.stack(STACK)?.id;
    const { number, step } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
    expect(outcome(step)).toEqual(previewed);
    expect((await botComments(stage, number))[0]?.body).toContain("News");
    expect(stage.aws.cloudFormation.stack(STACK)).toMatchObject({ id, status: "ROLLBACK_COMPLETE" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(stage.aws.cloudFormation.stack(STACK)).toMatchObject({ status: "CREATE_COMPLETE" });
    // What the preview made to look at is gone, too.
    const { StackSummaries } = ask(stage, "ListStacks", {}) as {
      readonly StackSummaries: readonly { readonly StackName: string; readonly StackStatus: string }[];
    };
    const left = StackSummaries.filter(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
    expect(left.map(({ StackName }) => StackName)).toEqual([STACK]);
  });

  test.concurrent("it ends 17 to 37 seconds after AWS is done", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    const hold = stage.aws.cloudFormation.hold(STACK);
    expect(outcome(await deploy(stage, lettingGo(hold, STARTED)))).toEqual(deployed);
    // The look that sees the end and the one that makes sure of it; bench/overhead.ts has the seconds.
    const doneAt = stage.aws.cloudFormation.stack(STACK)?.events.at(-1)?.at ?? 0;
    const looks = calls(stage, "DescribeStackEvents").filter(({ at }) => at >= doneAt);
    expect([1, 2]).toContain(looks.length);
  });
});

function leaveShell(stage: Stage): void {
  ask(stage, "CreateChangeSet", {
    StackName: STACK,
    ChangeSetName: "somebodys",
    ChangeSetType: "CREATE",
    TemplateBody: JSON.stringify({ Resources: { Other: topic() } }),
  });
}

function ordersExist(stage: Stage): void {
  stage.aws.cloudFormation.existing.push({ type: "AWS::SQS::Queue", physicalId: "orders", properties: {} });
}

function leaveRolledBack(stage: Stage): void {
  const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", reason: "Not today" });
  ask(stage, "CreateStack", { StackName: STACK, TemplateBody: template() });
  stage.aws.cloudFormation.finish(STACK);
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  stage.aws.faults.remove(fault);
}

function listed(stage: Stage) {
  return ask(stage, "ListChangeSets", { StackName: STACK }).Summaries as readonly {
    readonly ChangeSetName: string;
  }[];
}
