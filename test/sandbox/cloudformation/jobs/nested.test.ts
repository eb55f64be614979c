import { DescribeChangeSetCommand } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench, templateOf, topic } from "../fixture.ts";

const URL = "https://templates.s3.us-east-1.amazonaws.com/child.json";
const child = (display: string) =>
  templateOf(
    { T: topic({ TopicName: { Ref: "Name" }, DisplayName: display }) },
    { Parameters: { Name: { Type: "String" } }, Outputs: { Arn: { Value: { Ref: "T" } } } },
  );
const parent = (more: object = {}) =>
  templateOf({
    Child: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: URL, Parameters: { Name: "inner" } },
    },
    After: topic({ DisplayName: { "Fn::GetAtt": ["Child", "Outputs.Arn"] } }),
    ...more,
  });

async function created(): Promise<{ readonly bench: Bench; readonly childId: string }> {
  const bench = await startBench();
  bench.aws.objects.put("templates", "child.json", child("one"));
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: parent(), IncludeNestedStacks: true });
  const event = (await bench.events()).find(
    ({ LogicalResourceId, PhysicalResourceId }) => LogicalResourceId === "Child" && PhysicalResourceId,
  );
  return { bench, childId: event?.PhysicalResourceId ?? "" };
}

test("a nested stack is created with events of its own, and its outputs reach the parent", async () => {
  const { bench, childId } = await created();
  const own = await bench.stack(childId);
  expect(own).toMatchObject({
    StackStatus: "CREATE_COMPLETE",
    ParentId: (await bench.stack()).StackId,
    RootId: (await bench.stack()).StackId,
  });
  expect((await bench.story(childId)).at(-1)).toBe(`${own.StackName} CREATE_COMPLETE`);
  const properties = (await bench.events()).find(
    ({ LogicalResourceId }) => LogicalResourceId === "After",
  )?.ResourceProperties;
  expect(JSON.parse(properties ?? "")).toEqual({ DisplayName: "arn:aws:sns:us-east-1:123456789012:inner" });
});

test("its changes are a change set of its own, listed only when something changes", async () => {
  const { bench } = await created();
  const same = await bench.propose({ TemplateBody: parent(), IncludeNestedStacks: true });
  expect(same.Status).toBe("FAILED");
  bench.aws.objects.put("templates", "child.json", child("two"));
  const set = await bench.propose({ TemplateBody: parent(), IncludeNestedStacks: true });
  const nested = set.Changes?.[0]?.ResourceChange;
  expect([nested?.LogicalResourceId, nested?.Action]).toEqual(["Child", "Modify"]);
  const inner = await bench.client.send(
    new DescribeChangeSetCommand({ ChangeSetName: nested?.ChangeSetId, IncludePropertyValues: true }),
  );
  expect(inner).toMatchObject({ ParentChangeSetId: set.ChangeSetId, RootChangeSetId: set.ChangeSetId });
  expect(
    inner.Changes?.map(({ ResourceChange }) => ResourceChange?.Details?.[0]?.Target?.AfterValue),
  ).toEqual(["two"]);
  const blind = await bench.propose({ TemplateBody: parent() });
  expect(blind.Changes?.[0]?.ResourceChange?.Details?.[0]).toMatchObject({
    ChangeSource: "Automatic",
    Evaluation: "Dynamic",
  });
});

test("nested stacks wait for the root's clean-up and end with it", async () => {
  const { bench, childId } = await created();
  bench.aws.objects.put("templates", "child.json", child("two"));
  await bench.deploy({ TemplateBody: parent(), IncludeNestedStacks: true });
  const name = (await bench.stack(childId)).StackName;
  expect((await bench.story(childId)).slice(-5)).toEqual([
    `${name} UPDATE_IN_PROGRESS - User Initiated`,
    "T UPDATE_IN_PROGRESS",
    "T UPDATE_COMPLETE",
    `${name} UPDATE_COMPLETE_CLEANUP_IN_PROGRESS`,
    `${name} UPDATE_COMPLETE`,
  ]);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_COMPLETE");
});

test("a failure inside fails the parent, and both go back", async () => {
  const { bench, childId } = await created();
  bench.aws.objects.put("templates", "child.json", child("two"));
  bench.aws.faults.add({ scenario: "resource-fails", resource: "T", reason: "deep down" });
  await bench.deploy({ TemplateBody: parent(), IncludeNestedStacks: true });
  expect(await bench.story(childId)).toContain("T UPDATE_FAILED - deep down");
  expect(await bench.story()).toContain(
    `Child UPDATE_FAILED - Embedded stack ${childId} was not successfully updated: The following resource(s) failed to update: [T]. `,
  );
  expect((await bench.stack(childId)).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("a nested creation that fails is deleted with its parent's rollback", async () => {
  const bench = await startBench();
  bench.aws.objects.put("templates", "child.json", child("one"));
  bench.aws.faults.add({ scenario: "resource-fails", resource: "T", reason: "deep down" });
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: parent() });
  const event = (await bench.events()).find(
    ({ ResourceStatus, LogicalResourceId }) =>
      LogicalResourceId === "Child" && ResourceStatus === "CREATE_FAILED",
  );
  expect((await bench.stack()).StackStatus).toBe("ROLLBACK_COMPLETE");
  expect((await bench.stack(event?.PhysicalResourceId ?? "")).StackStatus).toBe("DELETE_COMPLETE");
});
