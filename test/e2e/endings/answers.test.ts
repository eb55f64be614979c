import { describe, expect, test } from "vitest";
import {
  calls,
  deploy,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  statusOf,
} from "../stack.ts";

describe("answers that are legal and seldom seen", () => {
  test.concurrent("a page of HTML is told as what it is", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "page", operation: "CreateChangeSet", status: 503 });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
    expect(step.annotations.at(-1)?.message).toContain("HTTP 503 from CloudFormation, no AWS error in it");
    expect(step.text).not.toMatch(/\$response|Deserialization|not expected/);
  });

  test.concurrent("findings are asked for twice at most, and what is not implemented once", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "unavailable", operation: "DescribeEvents" });
    stage.aws.faults.add({ scenario: "page", operation: "ListHookResults", status: 501 });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    expect(calls(stage, "DescribeEvents")).toHaveLength(2);
    expect(calls(stage, "ListHookResults")).toHaveLength(1);
  });

  test.concurrent.for([
    ["ListChangeSets", "CreationTime"],
    ["ListChangeSets", "ChangeSetId"],
    ["ListChangeSets", "ExecutionStatus"],
    ["DescribeChangeSet", "CreationTime"],
    ["DescribeChangeSet", "ExecutionStatus"],
    ["DescribeChangeSet", "ChangeSetName"],
    ["GetTemplate", "TemplateBody"],
    ["DescribeStacks", "LastUpdatedTime"],
    ["DescribeStackEvents", "OperationId"],
  ] as const)(
    "%s without %s: previewed, deployed and cleaned up all the same",
    async ([operation, field]) => {
      await using stage = await openSmallStage();
      putStack(stage);
      const fault = stage.aws.faults.add({ scenario: "left-out", operation, field });
      const { number, step } = await propose(stage, "topic", { timeout: 60 });
      expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
      await stage.repository.merge(number);
      expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
      const other = await propose(stage, "other", { timeout: 70 });
      await stage.repository.close(other.number);
      expect(outcome(await preview(stage, other.number, "closed"))).toEqual({
        exitCode: 0,
        result: "cleaned-up",
      });
      expect(stage.aws.faults.used(fault)).toBeGreaterThan(0);
      const left = stage.aws.call("cloudformation", "ListChangeSets", { StackName: STACK });
      expect(JSON.stringify(left)).not.toContain(`/pr-${other.number}-`);
    },
  );

  test.concurrent("the template of the reviewed change set is refused: a fresh one is made", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    stage.aws.forgetRequests();
    stage.aws.faults.add({ scenario: "refused", operation: "GetTemplate", times: 1 });
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    const [refused] = calls(stage, "GetTemplate");
    expect(refused).toMatchObject({
      outcome: "ValidationError",
      params: { ChangeSetName: expect.any(String) },
    });
    expect(calls(stage, "CreateChangeSet")).toHaveLength(1);
  });

  test.concurrent("a token that is taken: the operation that it started is followed", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    // As an earlier attempt did whose options were others.
    stage.aws.on({ operation: "ExecuteChangeSet", nth: 1, when: "before" }, () => {
      const [asked] = calls(stage, "ExecuteChangeSet");
      stage.aws.call("cloudformation", "ExecuteChangeSet", asked?.params as never);
    });
    const fault = stage.aws.faults.add({ scenario: "token-taken", operation: "ExecuteChangeSet", times: 1 });
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    expect(stage.aws.faults.used(fault)).toBe(1);
    expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  });

  test.concurrent("every change set's ARN goes with its stack", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({
      exitCode: 0,
      result: "deployed",
    });
    for (const operation of ["DescribeChangeSet", "ExecuteChangeSet", "GetTemplate"]) {
      const named = calls(stage, operation).map(({ params }) => params as Readonly<Record<string, string>>);
      const sets = named.filter(({ ChangeSetName: name }) => name !== undefined);
      expect(sets.length, operation).toBeGreaterThan(0);
      for (const { StackName: stack } of sets) expect(stack, operation).toMatch(/^app$|stack\/app\//);
    }
  });
});
