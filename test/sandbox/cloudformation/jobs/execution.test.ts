import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  DescribeStackResourcesCommand,
  ExecuteChangeSetCommand,
  RollbackStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { startBench, templateOf, topic } from "../fixture.ts";

const named = (name: string, more: object = {}) => topic({ TopicName: name, ...more });

test("creates resources in dependency order, independent ones at the same time", async () => {
  const bench = await startBench();
  const template = templateOf({
    Last: { ...topic({ DisplayName: { "Fn::GetAtt": ["First", "TopicName"] } }), DependsOn: "Beside" },
    First: named("first"),
    Beside: topic(),
  });
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: template });

  const events = await bench.events();
  const at = (id: string, status: string) =>
    events
      .find((event) => event.LogicalResourceId === id && event.ResourceStatus === status)
      ?.Timestamp?.getTime() ?? 0;
  expect(at("First", "CREATE_IN_PROGRESS")).toBe(at("Beside", "CREATE_IN_PROGRESS"));
  expect(at("Last", "CREATE_IN_PROGRESS")).toBe(at("First", "CREATE_COMPLETE"));
  expect(await bench.story()).toEqual([
    "app REVIEW_IN_PROGRESS - User Initiated",
    "app CREATE_IN_PROGRESS - User Initiated",
    "First CREATE_IN_PROGRESS",
    "Beside CREATE_IN_PROGRESS",
    "First CREATE_IN_PROGRESS - Resource creation Initiated",
    "Beside CREATE_IN_PROGRESS - Resource creation Initiated",
    "First CREATE_COMPLETE",
    "Beside CREATE_COMPLETE",
    "Last CREATE_IN_PROGRESS",
    "Last CREATE_IN_PROGRESS - Resource creation Initiated",
    "Last CREATE_COMPLETE",
    "app CREATE_COMPLETE",
  ]);
});

test("events carry the token and the operation; the physical id comes with the creation", async () => {
  const bench = await startBench();
  const { ChangeSetId = "" } = await bench.propose({
    ChangeSetType: "CREATE",
    TemplateBody: templateOf({ A: topic() }),
  });
  await bench.execute(ChangeSetId, { ClientRequestToken: "my-token" });
  const [, ...events] = await bench.events();
  expect(new Set(events.map(({ ClientRequestToken }) => ClientRequestToken))).toEqual(new Set(["my-token"]));
  const { LastOperations, StackStatus } = await bench.stack();
  expect(StackStatus).toBe("CREATE_COMPLETE");
  expect(LastOperations).toEqual([{ OperationType: "CREATE_STACK", OperationId: events[0]?.OperationId }]);
  const own = events.filter(({ LogicalResourceId }) => LogicalResourceId === "A");
  expect(
    own.map(({ PhysicalResourceId }) => PhysicalResourceId !== undefined && PhysicalResourceId !== ""),
  ).toEqual([false, true, true]);
});

test("an update replaces, cleans up what was replaced and removed, and only then is complete", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({ A: named("one"), Gone: topic(), Kept: { ...topic(), DeletionPolicy: "Retain" } }),
  });
  const before = (await bench.events()).length;
  await bench.deploy({ TemplateBody: templateOf({ A: named("two") }) });
  const story = (await bench.story()).slice(before);
  const statuses = story.filter((line) => line.startsWith("app "));
  expect(statuses).toEqual([
    "app UPDATE_IN_PROGRESS - User Initiated",
    "app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_COMPLETE",
  ]);
  expect(story.at(-1)).toBe("app UPDATE_COMPLETE");
  expect(story).toContain(
    "A UPDATE_IN_PROGRESS - Requested update requires the creation of a new physical resource; hence creating one.",
  );
  expect(story.slice(story.indexOf(statuses[1] ?? "")).filter((line) => line.includes("DELETE"))).toEqual([
    "A DELETE_IN_PROGRESS",
    "Gone DELETE_IN_PROGRESS",
    "Kept DELETE_SKIPPED",
    "A DELETE_COMPLETE",
    "Gone DELETE_COMPLETE",
  ]);
  const { StackResources = [] } = await bench.client.send(
    new DescribeStackResourcesCommand({ StackName: "app" }),
  );
  expect(
    StackResources.map(({ LogicalResourceId, ResourceStatus }) => [LogicalResourceId, ResourceStatus]),
  ).toContainEqual(["A", "UPDATE_COMPLETE"]);
});

test("a resource that fails cancels what is under way, and the creation is rolled back", async () => {
  const bench = await startBench({ durations: { create: 6_000, types: { "AWS::SQS::Queue": 3_000 } } });
  bench.aws.faults.add({ scenario: "resource-fails", resource: "Broken", reason: "No such zone" });
  const template = templateOf({
    Slow: topic(),
    Broken: { Type: "AWS::SQS::Queue" },
    Never: { ...topic(), DependsOn: "Broken" },
  });
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: template });
  const story = await bench.story();
  expect(story.slice(6)).toEqual([
    "Broken CREATE_FAILED - No such zone",
    "Slow CREATE_FAILED - Resource creation cancelled",
    "app ROLLBACK_IN_PROGRESS - The following resource(s) failed to create: [Slow, Broken]. Rollback requested by user.",
    "Slow DELETE_IN_PROGRESS",
    "Broken DELETE_IN_PROGRESS",
    "Broken DELETE_COMPLETE",
    "Slow DELETE_COMPLETE",
    "app ROLLBACK_COMPLETE",
  ]);
  const { LastOperations, Outputs } = await bench.stack();
  expect(LastOperations?.map(({ OperationType }) => OperationType)).toEqual(["ROLLBACK", "CREATE_STACK"]);
  expect(Outputs).toEqual([]);
});

test("an update that fails goes back to what was, properties, outputs and template", async () => {
  const bench = await startBench();
  const template = (display: string, name: string) =>
    templateOf(
      { A: named("a", { DisplayName: display }), B: { ...named(name), DependsOn: "A" } },
      { Outputs: { Name: { Value: { "Fn::GetAtt": ["B", "TopicName"] } } } },
    );
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one", "b1") });
  const before = await bench.stack();
  bench.aws.faults.add({ scenario: "resource-fails", resource: "B", reason: "quota" });
  const { ChangeSetId = "" } = await bench.propose({ TemplateBody: template("two", "b2") });
  await bench.execute(ChangeSetId);
  const story = await bench.story();
  expect(story.slice(story.indexOf("B UPDATE_FAILED - quota"))).toEqual([
    "B UPDATE_FAILED - quota",
    "app UPDATE_ROLLBACK_IN_PROGRESS - The following resource(s) failed to update: [B]. ",
    "B UPDATE_IN_PROGRESS",
    "A UPDATE_IN_PROGRESS",
    "B UPDATE_COMPLETE",
    "A UPDATE_COMPLETE",
    "app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_ROLLBACK_COMPLETE",
  ]);
  const after = await bench.stack();
  expect(after.StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(after.Outputs).toEqual(before.Outputs);
  bench.aws.faults.clear();
  const again = await bench.propose({ TemplateBody: template("one", "b1") });
  expect(again.Status).toBe("FAILED");
});

test("a custom-named resource cannot be replaced under its name", async () => {
  const bench = await startBench();
  const template = (fifo: boolean) => templateOf({ A: named("a", fifo ? { FifoTopic: true } : {}) });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template(false) });
  const { Changes } = await bench.propose({ TemplateBody: template(true) });
  expect(Changes?.[0]?.ResourceChange?.Replacement).toBe("True");
  await bench.deploy({ TemplateBody: template(true) });
  expect(await bench.story()).toContain(
    "A UPDATE_FAILED - CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename a and update the stack again.",
  );
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("a name that another stack has cannot be taken", async () => {
  const bench = await startBench();
  const other = bench.aws.cloudFormation.putStack({
    stackName: "other",
    template: templateOf({ A: named("a") }),
  });
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: templateOf({ B: named("a") }) });
  expect(await bench.story()).toContain(
    `B CREATE_FAILED - arn:aws:sns:us-east-1:123456789012:a already exists in stack ${other.id}`,
  );
});

test("without rollback the failed stack is kept, other paths go on, and it can be rolled back later", async () => {
  const bench = await startBench();
  const template = (name: string) =>
    templateOf({ A: named("a", { DisplayName: name }), B: named(`b-${name}`) });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one") });
  const fault = bench.aws.faults.add({ scenario: "resource-fails", resource: "B", reason: "no" });
  const { ChangeSetId = "" } = await bench.propose({ TemplateBody: template("two") });
  await bench.execute(ChangeSetId, { DisableRollback: true });
  const kept = await bench.stack();
  expect([kept.StackStatus, kept.StackStatusReason]).toEqual([
    "UPDATE_FAILED",
    "The following resource(s) failed to update: [B]. ",
  ]);
  expect(await bench.story()).toContain("A UPDATE_COMPLETE");
  bench.aws.faults.remove(fault);
  const again = await bench.propose({ TemplateBody: template("three") });
  await expect(bench.execute(again.ChangeSetId ?? "", { DisableRollback: false })).rejects.toThrow(
    "This stack is currently in a non-terminal [UPDATE_FAILED] state.",
  );
  await bench.execute(again.ChangeSetId ?? "", { DisableRollback: true });
  // B has another name: a replacement.
  expect(await bench.story()).toContain(
    "B UPDATE_FAILED - Replacement type updates not supported on stack with disable-rollback.",
  );
  await bench.client.send(new RollbackStackCommand({ StackName: "app" }));
  bench.clock.advance(1_000_000);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("OnStackFailure DELETE removes a new stack that fails", async () => {
  const bench = await startBench();
  bench.aws.faults.add({ scenario: "resource-fails", resource: "B" });
  const template = templateOf({ A: topic(), B: { ...topic(), DependsOn: "A" } });
  const { StackId = "" } = await bench.deploy({
    ChangeSetType: "CREATE",
    OnStackFailure: "DELETE",
    TemplateBody: template,
  });
  expect((await bench.stack(StackId)).StackStatus).toBe("DELETE_COMPLETE");
  await expect(bench.stack()).rejects.toThrow("Stack with id app does not exist");
});

test("a rollback that fails stays failed until it is continued", async () => {
  const bench = await startBench();
  const template = (name: string) =>
    templateOf({ A: named("a", { DisplayName: name }), B: { ...named(`b-${name}`), DependsOn: "A" } });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one") });
  bench.aws.faults.add({ scenario: "resource-fails", resource: "B" });
  bench.aws.faults.add({ scenario: "rollback-fails", resource: "A", reason: "stuck" });
  await bench.deploy({ TemplateBody: template("two") });
  const stuck = await bench.stack();
  expect([stuck.StackStatus, stuck.StackStatusReason]).toEqual([
    "UPDATE_ROLLBACK_FAILED",
    "The following resource(s) failed to update: [A]. ",
  ]);
  await bench.client.send(new ContinueUpdateRollbackCommand({ StackName: "app", ResourcesToSkip: ["A"] }));
  bench.clock.advance(1_000_000);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("a new stack whose rollback fails is ROLLBACK_FAILED", async () => {
  const bench = await startBench();
  bench.aws.faults.add({ scenario: "resource-fails", resource: "B" });
  bench.aws.faults.add({ scenario: "rollback-fails", resource: "A", reason: "in use" });
  await bench.deploy({
    ChangeSetType: "CREATE",
    TemplateBody: templateOf({ A: topic(), B: { ...topic(), DependsOn: "A" } }),
  });
  expect(await bench.story()).toContain("A DELETE_FAILED - in use");
  expect(await bench.stack()).toMatchObject({
    StackStatus: "ROLLBACK_FAILED",
    StackStatusReason: "The following resource(s) failed to delete: [A]. ",
  });
});

test("an update can be cancelled while it runs", async () => {
  const bench = await startBench();
  const template = (name: string) => templateOf({ A: named("a", { DisplayName: name }) });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one") });
  const { ChangeSetId = "" } = await bench.propose({ TemplateBody: template("two") });
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  bench.clock.advance(2_000);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_IN_PROGRESS");
  await bench.client.send(new CancelUpdateStackCommand({ StackName: "app" }));
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_IN_PROGRESS");
  bench.clock.advance(1_000_000);
  expect(await bench.story()).toContain("A UPDATE_FAILED - Resource update cancelled");
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("an operation lasts as long as it is told to", async () => {
  const bench = await startBench({ durations: { operation: 20_000, step: 500 } });
  const span = async () => {
    const events = (await bench.events()).filter(({ ClientRequestToken }) => ClientRequestToken === "timed");
    return (events.at(-1)?.Timestamp?.getTime() ?? 0) - (events[0]?.Timestamp?.getTime() ?? 0);
  };
  const created = await bench.propose({
    ChangeSetType: "CREATE",
    TemplateBody: templateOf({ A: named("a") }),
  });
  await bench.execute(created.ChangeSetId ?? "", { ClientRequestToken: "timed" });
  expect(await span()).toBe(20_000);
});

const exporting = (value: string, more: object = {}) =>
  JSON.stringify({
    Resources: { A: named("a") },
    Outputs: { Url: { Value: value, Export: { Name: "url" } }, ...more },
  });

test.for<[string, string, string]>([
  ["another value", exporting("two"), "Cannot update export url as it is in use by b and c."],
  [
    "taken away",
    JSON.stringify({ Resources: { A: named("a") }, Outputs: { Other: { Value: "x" } } }),
    "Cannot delete export url as it is in use by b and c.",
  ],
])("an update fails at its end over an export that others import: %s", async ([, next, reason]) => {
  const bench = await startBench();
  const importing = templateOf({ B: topic({ DisplayName: { "Fn::ImportValue": "url" } }) });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: exporting("one") });
  for (const stackName of ["b", "c"]) bench.aws.cloudFormation.putStack({ stackName, template: importing });
  await bench.deploy({ TemplateBody: exporting("one", { More: { Value: "x" } }) });
  expect((await bench.stack()).StackStatus).toBe("UPDATE_COMPLETE");

  await bench.deploy({ TemplateBody: next });
  expect((await bench.story()).slice(-4)).toEqual([
    "app UPDATE_IN_PROGRESS - User Initiated",
    `app UPDATE_ROLLBACK_IN_PROGRESS - Update canceled. ${reason}`,
    "app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_ROLLBACK_COMPLETE",
  ]);
  const { Outputs } = await bench.stack();
  expect(Outputs).toMatchObject([{ OutputKey: "Url", OutputValue: "one" }, { OutputKey: "More" }]);
});
