import {
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListChangeSetsCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { startBench, templateOf, topic } from "../fixture.ts";

const template = (display: string) => templateOf({ A: topic({ TopicName: "a", DisplayName: display }) });
const putApp = { stackName: "app", template: template("one") };

test("a change set becomes complete by and by", async () => {
  const { client, clock } = await startBench({ durations: { changeSet: 5_000 } });
  const created = await client.send(
    new CreateChangeSetCommand({
      StackName: "app",
      ChangeSetName: "s",
      ChangeSetType: "CREATE",
      TemplateBody: template("x"),
    }),
  );
  const seen = [];
  for (const wait of [0, 1_000, 3_999, 1]) {
    clock.advance(wait);
    const set = await client.send(new DescribeChangeSetCommand({ ChangeSetName: created.Id }));
    seen.push([set.Status, set.ExecutionStatus, set.Changes?.length]);
  }
  expect(seen).toEqual([
    ["CREATE_PENDING", "UNAVAILABLE", 0],
    ["CREATE_IN_PROGRESS", "UNAVAILABLE", 0],
    ["CREATE_IN_PROGRESS", "UNAVAILABLE", 0],
    ["CREATE_COMPLETE", "AVAILABLE", 1],
  ]);
});

test("CREATE makes a shell that another CREATE may use and an UPDATE does not see", async () => {
  const bench = await startBench();
  await bench.propose({ ChangeSetType: "CREATE", TemplateBody: template("x") });
  expect((await bench.stack()).StackStatus).toBe("REVIEW_IN_PROGRESS");
  await bench.propose({ ChangeSetType: "CREATE", TemplateBody: template("y") });
  await expect(bench.propose({ TemplateBody: template("x") })).rejects.toMatchObject({
    name: "ValidationError",
    message: "Stack [app] does not exist",
  });
  await expect(bench.propose({ StackName: "none", TemplateBody: template("x") })).rejects.toThrow(
    "Stack [none] does not exist",
  );
});

test("CREATE is refused for a stack that exists, UPDATE for one that is busy", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  await expect(
    bench.propose({ ChangeSetType: "CREATE", ChangeSetName: "s", TemplateBody: template("x") }),
  ).rejects.toThrow("Stack [app] already exists and cannot be created again with the changeSet [s].");
  const { ChangeSetId } = await bench.propose({ TemplateBody: template("x") });
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  await expect(bench.propose({ TemplateBody: template("y") })).rejects.toThrow(
    /^Stack:arn:aws:cloudformation:.* is in UPDATE_IN_PROGRESS state and can not be updated\.$/,
  );
});

test("no changes is a failure with a known text, and the other text for a template with a transform", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const same = await bench.propose({ TemplateBody: template("one") });
  expect([same.Status, same.ExecutionStatus, same.StatusReason, same.Changes]).toEqual([
    "FAILED",
    "UNAVAILABLE",
    "The submitted information didn't contain changes. Submit different information to create a change set.",
    [],
  ]);
  const transform = JSON.stringify({ ...JSON.parse(template("one")), Transform: "AWS::LanguageExtensions" });
  bench.aws.cloudFormation.putStack({ stackName: "sam", template: transform.replace('"a"', '"b"') });
  const macro = await bench.propose({
    StackName: "sam",
    TemplateBody: transform.replace('"a"', '"b"'),
    Capabilities: ["CAPABILITY_AUTO_EXPAND"],
  });
  expect(macro.StatusReason).toBe("No updates are to be performed.");
});

test("outputs alone make a complete set without changes, which can be executed", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const body = JSON.stringify({ ...JSON.parse(template("one")), Outputs: { Arn: { Value: { Ref: "A" } } } });
  const set = await bench.deploy({ TemplateBody: body });
  expect([set.Status, set.ExecutionStatus, set.Changes]).toEqual(["CREATE_COMPLETE", "AVAILABLE", []]);
  expect((await bench.stack()).Outputs).toEqual([
    { OutputKey: "Arn", OutputValue: "arn:aws:sns:us-east-1:123456789012:a" },
  ]);
});

test("a name is taken until its set is deleted, failed sets too; the same request again is the same set", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const failed = await bench.propose({ ChangeSetName: "s", TemplateBody: template("one") });
  const again = await bench.propose({ ChangeSetName: "s", TemplateBody: template("one") });
  expect(again.ChangeSetId).toBe(failed.ChangeSetId);
  await expect(bench.propose({ ChangeSetName: "s", TemplateBody: template("two") })).rejects.toMatchObject({
    name: "AlreadyExistsException",
    message: "ChangeSet s cannot be created due to a mismatch with existing attribute Template",
  });
  await bench.client.send(new DeleteChangeSetCommand({ StackName: "app", ChangeSetName: "s" }));
  const { Status } = await bench.propose({ ChangeSetName: "s", TemplateBody: template("two") });
  expect(Status).toBe("CREATE_COMPLETE");
});

test("a stack holds so many change sets and no more", async () => {
  const bench = await startBench({ changeSetLimit: 2 });
  bench.aws.cloudFormation.putStack(putApp);
  await bench.propose({ TemplateBody: template("2") });
  await bench.propose({ TemplateBody: template("one") });
  await expect(bench.propose({ TemplateBody: template("3") })).rejects.toMatchObject({
    name: "LimitExceededException",
  });
});

test("executing one set deletes all others; it stays complete and cannot be executed again", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const other = await bench.propose({ TemplateBody: template("2") });
  const chosen = await bench.propose({ TemplateBody: template("3") });
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: chosen.ChangeSetId }));
  const describe = (id: string | undefined) =>
    bench.client.send(new DescribeChangeSetCommand({ ChangeSetName: id }));
  await expect(describe(other.ChangeSetId)).rejects.toMatchObject({ name: "ChangeSetNotFoundException" });
  expect(await describe(chosen.ChangeSetId)).toMatchObject({
    Status: "CREATE_COMPLETE",
    ExecutionStatus: "EXECUTE_IN_PROGRESS",
  });
  bench.clock.advance(1_000_000);
  expect(await describe(chosen.ChangeSetId)).toMatchObject({
    Status: "CREATE_COMPLETE",
    ExecutionStatus: "EXECUTE_COMPLETE",
  });
  await expect(bench.execute(chosen.ChangeSetId ?? "")).rejects.toMatchObject({
    name: "InvalidChangeSetStatusException",
  });
});

test("the same token makes a repeated execution the same one", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const { ChangeSetId } = await bench.propose({ TemplateBody: template("2") });
  const execute = new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId, ClientRequestToken: "t" });
  await bench.client.send(execute);
  await bench.client.send(execute);
  bench.clock.advance(1_000_000);
  expect((await bench.story()).filter((line) => line.startsWith("app UPDATE_IN_PROGRESS"))).toHaveLength(1);
});

test("a failed execution shows on the set, an update by hand makes sets obsolete", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const obsolete = await bench.propose({ TemplateBody: template("2") });
  await bench.client.send(new UpdateStackCommand({ StackName: "app", TemplateBody: template("hand") }));
  bench.clock.advance(1_000_000);
  const status = async (id: string | undefined) =>
    (await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName: id }))).ExecutionStatus;
  expect(await status(obsolete.ChangeSetId)).toBe("OBSOLETE");
  await expect(bench.execute(obsolete.ChangeSetId ?? "")).rejects.toMatchObject({
    name: "InvalidChangeSetStatusException",
  });
  bench.aws.faults.add({ scenario: "resource-fails", resource: "A" });
  const failing = await bench.deploy({ TemplateBody: template("3") });
  expect(await status(failing.ChangeSetId)).toBe("EXECUTE_FAILED");
});

test("changes and sets come in pages", async () => {
  const bench = await startBench({ pageSize: 2 });
  const ids = ["A", "B", "C", "D", "E"];
  const body = templateOf(Object.fromEntries(ids.map((id) => [id, topic()])));
  const { ChangeSetId, Changes, NextToken } = await bench.propose({
    ChangeSetType: "CREATE",
    TemplateBody: body,
  });
  const found = [...(Changes ?? [])];
  for (let token = NextToken; token; ) {
    const next = await bench.client.send(
      new DescribeChangeSetCommand({ ChangeSetName: ChangeSetId, NextToken: token }),
    );
    found.push(...(next.Changes ?? []));
    token = next.NextToken;
  }
  expect(found.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).toEqual(ids);
  for (const display of ["2", "3"])
    await bench.propose({ ChangeSetType: "CREATE", TemplateBody: template(display) });
  const list = await bench.client.send(new ListChangeSetsCommand({ StackName: "app" }));
  expect([list.Summaries?.length, list.NextToken !== undefined]).toEqual([2, true]);
});

test("templates of a stack and of a set can be read back as they were given", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack(putApp);
  const { ChangeSetId } = await bench.propose({ TemplateBody: template("2") });
  const ofSet = await bench.client.send(
    new GetTemplateCommand({ ChangeSetName: ChangeSetId, TemplateStage: "Original" }),
  );
  const ofStack = await bench.client.send(new GetTemplateCommand({ StackName: "app" }));
  expect([ofSet.TemplateBody, ofStack.TemplateBody]).toEqual([template("2"), template("one")]);
});

test("existing resources are imported, asked for by name or found", async () => {
  const bench = await startBench();
  const bucket = (name: string) => ({
    Type: "AWS::S3::Bucket",
    DeletionPolicy: "Retain",
    Properties: { BucketName: name },
  });
  bench.aws.cloudFormation.existing.push({ type: "AWS::S3::Bucket", physicalId: "found", properties: {} });
  bench.aws.cloudFormation.putStack(putApp);
  const resources = JSON.parse(template("one")).Resources;
  const imported = await bench.deploy({
    ChangeSetType: "IMPORT",
    TemplateBody: templateOf({ ...resources, Asked: bucket("asked") }),
    ResourcesToImport: [
      {
        LogicalResourceId: "Asked",
        ResourceType: "AWS::S3::Bucket",
        ResourceIdentifier: { BucketName: "asked" },
      },
    ],
  });
  expect(
    imported.Changes?.map(({ ResourceChange }) => [
      ResourceChange?.Action,
      ResourceChange?.PhysicalResourceId,
    ]),
  ).toEqual([["Import", "asked"]]);
  expect((await bench.story()).slice(-4)).toEqual([
    "app IMPORT_IN_PROGRESS - User Initiated",
    "Asked IMPORT_IN_PROGRESS - Resource import started.",
    "Asked IMPORT_COMPLETE - Resource import completed.",
    "app IMPORT_COMPLETE",
  ]);
  const body = templateOf({ ...resources, Asked: bucket("asked"), Found: bucket("found") });
  const found = await bench.deploy({ TemplateBody: body, ImportExistingResources: true });
  expect(found.Changes?.[0]?.ResourceChange).toMatchObject({ Action: "Import", PhysicalResourceId: "found" });
  expect((await bench.stack()).StackStatus).toBe("UPDATE_COMPLETE");
});
