import { describe, expect, test } from "vitest";
import { startEngine } from "./engine.ts";
import { requestFor, templateOf, topic } from "./fixture.ts";

const role = {
  Type: "AWS::IAM::Role",
  Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] } },
};

function statuses(events: readonly { logicalId: string; status: string }[]): string[] {
  return events.map(({ logicalId, status }) => `${logicalId} ${status}`);
}

describe("a deploy", () => {
  test("that creates a stack ends with all its resources and outputs", async () => {
    const { deploy } = await startEngine();
    const templateBody = JSON.stringify({
      Resources: { Topic: topic(), Role: role },
      Outputs: { Arn: { Value: { Ref: "Topic" } } },
    });
    const { end, events, stack, timeline } = await deploy(
      requestFor({}, { templateBody, type: "CREATE", capabilities: ["CAPABILITY_IAM"] }),
    );
    expect(end).toMatchObject({ kind: "succeeded", status: "CREATE_COMPLETE" });
    expect(stack?.outputs).toMatchObject([{ key: "Arn", value: expect.stringContaining("arn:aws:sns:") }]);
    expect(timeline.map(({ logicalId, status }) => `${logicalId} ${status}`).sort()).toEqual([
      "Role CREATE_COMPLETE",
      "Topic CREATE_COMPLETE",
    ]);
    expect(statuses(events)[0]).toBe("app CREATE_IN_PROGRESS");
    expect(statuses(events).at(-1)).toBe("app CREATE_COMPLETE");
  });

  test("whose first DescribeStacks are stale waits for the real end", async () => {
    const { aws, deploy } = await startEngine();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const stale = aws.faults.add({ scenario: "stale-describe", times: 2 });
    aws.faults.add({ scenario: "resource-fails", resource: "Topic", on: "update", reason: "Rate exceeded" });
    const { end } = await deploy(requestFor({ Topic: topic({ DisplayName: "x" }) }));
    expect(end).toMatchObject({
      kind: "failed",
      status: "UPDATE_ROLLBACK_COMPLETE",
      cause: {
        logicalId: "Topic",
        reason: expect.stringContaining("Rate exceeded"),
        hint: expect.anything(),
      },
    });
    expect(aws.faults.used(stale)).toBe(2);
  });

  test("that fails names the cause, not what was cancelled for it", async () => {
    const { aws, deploy } = await startEngine();
    aws.faults.add({ scenario: "resource-fails", resource: "Bad", reason: "no such engine" });
    const { end } = await deploy(
      requestFor(
        { Bad: topic(), Slow: role, Other: topic() },
        { type: "CREATE", capabilities: ["CAPABILITY_IAM"] },
      ),
    );
    expect(end).toMatchObject({
      status: "ROLLBACK_COMPLETE",
      cause: { logicalId: "Bad", reason: expect.stringContaining("no such engine") },
    });
  });

  test("whose rollback fails has both causes", async () => {
    const { aws, deploy } = await startEngine();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic(), B: topic() }) });
    aws.faults.add({ scenario: "resource-fails", resource: "B", on: "update", reason: "first" });
    aws.faults.add({ scenario: "rollback-fails", resource: "A", reason: "second" });
    const b = { Type: "AWS::SNS::Topic", DependsOn: "A", Properties: { DisplayName: "b" } };
    const { end } = await deploy(requestFor({ A: topic({ DisplayName: "a" }), B: b }));
    expect(end).toMatchObject({
      kind: "failed",
      status: "UPDATE_ROLLBACK_FAILED",
      cause: { logicalId: "B", reason: expect.stringContaining("first") },
      rollbackCause: { logicalId: "A", reason: expect.stringContaining("second") },
    });
  });

  test.each([
    ["rollback", "ROLLBACK_COMPLETE"],
    ["keep", "CREATE_FAILED"],
    ["delete", "DELETE_COMPLETE"],
  ] as const)("on-failure %s ends %s", async (onFailure, status) => {
    const { aws, deploy } = await startEngine();
    aws.faults.add({ scenario: "resource-fails", resource: "Bad", reason: "broken" });
    const { end } = await deploy(requestFor({ Good: topic(), Bad: topic() }, { type: "CREATE", onFailure }));
    expect(end).toMatchObject({ kind: "failed", status, cause: { logicalId: "Bad" } });
  });

  test("that a hook stops says what the hook says", async () => {
    const { aws, deploy } = await startEngine();
    aws.faults.add({ scenario: "resource-hook-fail", resource: "Topic" });
    const { end } = await deploy(requestFor({ Topic: topic() }, { type: "CREATE" }));
    expect(end).toMatchObject({
      kind: "failed",
      cause: { logicalId: "Topic", reason: expect.stringContaining("deletion_protection") },
    });
  });

  test("of nested stacks has every event of them, and the cause deep inside", async () => {
    const { aws, deploy, log } = await startEngine();
    const stackOf = (key: string) => ({
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: `https://templates.s3.us-east-1.amazonaws.com/${key}` },
    });
    aws.objects.put("templates", "inner.json", templateOf({ Deep: topic() }));
    aws.objects.put("templates", "outer.json", templateOf({ Inner: stackOf("inner.json") }));
    aws.faults.add({ scenario: "resource-fails", resource: "Deep", reason: "deep trouble" });
    const { end } = await deploy(requestFor({ Outer: stackOf("outer.json") }, { type: "CREATE" }));
    expect(end).toMatchObject({
      kind: "failed",
      cause: {
        stackPath: ["Outer", "Inner"],
        logicalId: "Deep",
        reason: expect.stringContaining("deep trouble"),
      },
    });
    expect(log.join("\n")).toContain("Outer/Inner/Deep");
  });

  test("in which the credentials expire has lost sight, and has not failed", async () => {
    const { aws, deploy } = await startEngine();
    aws.faults.add({ scenario: "expired-token", operation: "DescribeStackEvents", after: 3 });
    const { end } = await deploy(
      requestFor({ Role: role }, { type: "CREATE", capabilities: ["CAPABILITY_IAM"] }),
    );
    expect(end).toMatchObject({ kind: "lost-sight", reason: expect.stringContaining("expired") });
  });
});
