import { describe, expect, onTestFinished, test } from "vitest";
import { createChangeSets } from "../../src/aws/changeSets/changeSets.ts";
import { createCloudFormationClient } from "../../src/aws/client.ts";
import { rejection, requestFor, startEdges, templateOf, topic } from "./fixture.ts";

describe("prepare", () => {
  test("a new stack's change set is described with its resources", async () => {
    const { changeSets } = await startEdges();
    const prepared = await changeSets.prepare(
      requestFor({ Topic: topic({ DisplayName: "one" }) }, { type: "CREATE", tags: { team: "data" } }),
    );
    expect(prepared).toMatchObject({
      kind: "ready",
      findings: [],
      changeSet: {
        name: "pr-1-abcdef12-100-1",
        stackName: "app",
        status: "CREATE_COMPLETE",
        executionStatus: "AVAILABLE",
        tags: { team: "data" },
        resources: [{ stackPath: [], action: "Add", logicalId: "Topic", type: "AWS::SNS::Topic" }],
      },
    });
  });

  test("an update has values before and after", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({
      stackName: "app",
      template: templateOf({ Topic: topic({ DisplayName: "one" }) }),
    });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "two" }) }));
    if (prepared.kind !== "ready") throw new Error(prepared.reason);
    const [change] = prepared.changeSet.resources;
    expect(change).toMatchObject({ action: "Modify", replacement: "False", scope: ["Properties"] });
    expect(change?.details).toContainEqual(
      expect.objectContaining({ name: "DisplayName", before: "one", after: "two", evaluation: "Static" }),
    );
    expect(change?.before).toMatchObject({ Properties: { DisplayName: "one" } });
    expect(change).not.toHaveProperty("withoutValues");
  });

  test("no changes is a result of its own", async () => {
    const { aws, changeSets } = await startEdges();
    const resources = { Topic: topic() };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    const prepared = await changeSets.prepare(requestFor(resources));
    expect(prepared).toMatchObject({
      kind: "no-changes",
      reason: expect.stringMatching(/^The submitted|^No updates/),
    });
  });

  test("every page is read, each change once", async () => {
    const { changeSets } = await startEdges({ pageSize: 7 });
    const names = Array.from({ length: 40 }, (_, i) => `Topic${i}`);
    const prepared = await changeSets.prepare(
      requestFor(Object.fromEntries(names.map((name) => [name, topic()])), { type: "CREATE" }),
    );
    if (prepared.kind !== "ready") throw new Error(prepared.reason);
    expect(prepared.changeSet.resources.map(({ logicalId }) => logicalId).sort()).toEqual(names.sort());
  });

  test("a change that the description with values drops is restored, marked as without values", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic(), B: topic() }) });
    aws.faults.add({ scenario: "dropped-changes", resource: "B" });
    const prepared = await changeSets.prepare(
      requestFor({ A: topic({ DisplayName: "a" }), B: topic({ DisplayName: "b" }) }),
    );
    if (prepared.kind !== "ready") throw new Error(prepared.reason);
    const byId = new Map(prepared.changeSet.resources.map((change) => [change.logicalId, change]));
    expect(byId.get("A")).not.toHaveProperty("withoutValues");
    expect(byId.get("B")).toMatchObject({ action: "Modify", withoutValues: true });
  });

  test("a job that is cancelled stops waiting, and leaves AWS's own work alone", async () => {
    const { aws, client, clock, pace, changeSets } = await startEdges();
    const controller = new AbortController();
    const sleep = async (ms: number) => {
      await clock.sleep(ms);
      controller.abort();
    };
    const log = { debug: () => undefined, notice: () => undefined };
    const edge = { client, clock: { ...clock, sleep }, pace, log, cancel: controller.signal };
    const cancelled = createChangeSets(edge);
    const error = await rejection(cancelled.prepare(requestFor({ Topic: topic() }, { type: "CREATE" })));
    expect(error).toMatchObject({
      reasonCode: "cancelled",
      message: expect.stringContaining("nothing was executed"),
    });
    expect(aws.requests().filter(({ operation }) => /^(Delete|Execute)/.test(operation))).toEqual([]);
    expect(await changeSets.list("app")).toHaveLength(1);
  });

  test("only outputs change: ready, with no resources", async () => {
    const { aws, changeSets } = await startEdges();
    const resources = { Topic: topic() };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    const templateBody = JSON.stringify({ Resources: resources, Outputs: { Name: { Value: "x" } } });
    const prepared = await changeSets.prepare(requestFor({}, { templateBody }));
    expect(prepared).toMatchObject({
      kind: "ready",
      changeSet: { resources: [], executionStatus: "AVAILABLE" },
    });
  });

  test("a real failure says why, even where the reason comes late", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    aws.faults.add({ scenario: "change-set-fails", reason: "Transform AWS::Serverless failed with: no" });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) }));
    expect(prepared).toMatchObject({ kind: "failed", reason: "Transform AWS::Serverless failed with: no" });
  });

  test("a change set that cannot be found yet is waited for", async () => {
    const { aws, changeSets } = await startEdges();
    aws.faults.add({ scenario: "stale-change-set", times: 3 });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    expect(prepared.kind).toBe("ready");
  });

  test.each([
    ["validation-warn", "ready", "warning"],
    ["hook-warn", "ready", "warning"],
    ["validation-fail", "failed", "error"],
    ["hook-fail", "failed", "error"],
  ] as const)("%s: %s, with a finding", async (scenario, kind, level) => {
    const { aws, changeSets } = await startEdges();
    aws.faults.add({ scenario, resource: "Topic" });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    expect(prepared.kind).toBe(kind);
    if (prepared.kind === "no-changes") throw new Error("unreachable");
    expect(prepared.findings).toContainEqual(expect.objectContaining({ level }));
    expect(prepared.findings.map(({ message }) => message).join()).toContain("Topic");
  });

  test("without the permission for findings there is one line, and the change set is ready", async () => {
    const { aws, changeSets, lines } = await startEdges();
    aws.faults.add({ scenario: "access-denied", operation: "DescribeEvents" });
    aws.faults.add({ scenario: "access-denied", operation: "ListHookResults" });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    expect(prepared).toMatchObject({ kind: "ready", findings: [] });
    expect(lines).toEqual([
      "No validation findings are shown: the role lacks cloudformation:DescribeEvents",
      expect.stringContaining("cloudformation:ListHookResults"),
    ]);
  });
});

describe("names", () => {
  test("an answer that got lost makes no second change set", async () => {
    const { aws, changeSets } = await startEdges();
    aws.faults.add({ scenario: "lost-response", operation: "CreateChangeSet", times: 1 });
    const prepared = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    expect(prepared).toMatchObject({ kind: "ready", changeSet: { name: "pr-1-abcdef12-100-1" } });
    expect(await changeSets.list("app")).toHaveLength(1);
  });

  test("a failed leftover of this run is replaced", async () => {
    const { aws, changeSets } = await startEdges();
    const resources = { Topic: topic() };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    expect((await changeSets.prepare(requestFor(resources))).kind).toBe("no-changes");
    const prepared = await changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) }));
    expect(prepared).toMatchObject({ kind: "ready", changeSet: { name: "pr-1-abcdef12-100-1" } });
    expect(await changeSets.list("app")).toHaveLength(1);
  });

  test("somebody else's change set of that name is left alone", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const other = requestFor({ Topic: topic({ DisplayName: "other" }) }, { description: "made by hand" });
    await changeSets.prepare(other);
    const prepared = await changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) }));
    expect(prepared).toMatchObject({ kind: "ready", changeSet: { name: "pr-1-abcdef12-100-1-2" } });
    expect((await changeSets.list("app")).map(({ description }) => description)).toContainEqual(
      expect.stringMatching(/^made by hand/),
    );
  });

  test("one that somebody made under our name and in our words is not taken for ours", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const request = requestFor({ Topic: topic({ DisplayName: "x" }) });
    aws.call("cloudformation", "CreateChangeSet", {
      StackName: request.stackName,
      ChangeSetName: request.name,
      ChangeSetType: "UPDATE",
      Description: request.description,
      TemplateBody: request.templateBody,
      "NotificationARNs.member.1": "arn:aws:sns:us-east-1:123456789012:theirs",
    });
    const prepared = await changeSets.prepare(request);
    expect(prepared).toMatchObject({ kind: "ready", changeSet: { name: "pr-1-abcdef12-100-1-2" } });
    expect(await changeSets.list("app")).toHaveLength(2);
  });

  test("a full stack is cleared of this action's failed change sets only", async () => {
    const { aws, changeSets } = await startEdges({ changeSetLimit: 3 });
    const resources = { Topic: topic() };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    await changeSets.prepare(requestFor(resources, { name: "by-hand", description: "made by hand" }));
    await changeSets.prepare(requestFor(resources, { name: "pr-1-a" }));
    await changeSets.prepare(requestFor(resources, { name: "pr-1-b" }));
    const prepared = await changeSets.prepare(
      requestFor({ Topic: topic({ DisplayName: "x" }) }, { name: "pr-1-c" }),
    );
    expect(prepared.kind).toBe("ready");
    expect((await changeSets.list("app")).map(({ name }) => name).sort()).toEqual(["by-hand", "pr-1-c"]);
  });

  test("a stack full of other people's change sets is a clear error", async () => {
    const { aws, changeSets } = await startEdges({ changeSetLimit: 1 });
    const resources = { Topic: topic() };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    await changeSets.prepare(requestFor(resources, { name: "by-hand", description: "made by hand" }));
    const error = await rejection(changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) })));
    expect(error).toMatchObject({ message: expect.stringContaining("as many change sets as it can hold") });
  });
});

describe("execute", () => {
  async function prepared() {
    const edges = await startEdges();
    const made = await edges.changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    if (made.kind !== "ready") throw new Error(made.reason);
    const { arn, stackArn } = made.changeSet;
    const request = { changeSetArn: arn, stackArn, token: "token-1", disableRollback: false };
    return { ...edges, request };
  }

  test("starts it once, however often it is asked", async () => {
    const { changeSets, request, stacks } = await prepared();
    expect(await changeSets.execute(request)).toBe("started");
    expect(await changeSets.execute({ ...request, token: "token-2" })).toBe("already-started");
    const events = await stacks.events(request.stackArn, () => false);
    expect(new Set(events.map(({ token }) => token).filter((token) => token !== undefined))).not.toContain(
      "token-2",
    );
  });

  test("an answer that got lost starts no second operation", async () => {
    const { aws, changeSets, request, stacks, advance } = await prepared();
    aws.faults.add({ scenario: "lost-response", operation: "ExecuteChangeSet", times: 1 });
    expect(["started", "already-started"]).toContain(await changeSets.execute(request));
    advance(600_000);
    const events = await stacks.events(request.stackArn, () => false);
    expect(
      events.filter(
        ({ status, physicalId }) => status === "CREATE_COMPLETE" && physicalId === request.stackArn,
      ),
    ).toHaveLength(1);
  });

  test("one that is throttled to the end has not begun, and may be asked for again", async () => {
    const { aws, clock, pace, request, changeSets } = await prepared();
    const client = createCloudFormationClient({
      ...{ region: "us-east-1", endpoint: aws.url, env: {}, version: "0", maxAttempts: 2, random: () => 0 },
      pace: undefined,
    });
    onTestFinished(() => client.destroy());
    const log = { debug: () => undefined, notice: () => undefined };
    const impatient = createChangeSets({ client, clock, pace, log, cancel: undefined });
    const throttle = aws.faults.add({ scenario: "throttle", operation: "ExecuteChangeSet", times: 2 });
    expect(await rejection(impatient.execute(request))).toMatchObject({ trouble: "throttled" });
    expect(aws.faults.used(throttle)).toBe(2);
    expect(await changeSets.execute(request)).toBe("started");
  });

  test.each(["denied", "unavailable"] as const)(
    "whether it has begun is left open where its state is refused, and asking is %s",
    async (asking) => {
      const { aws, changeSets, request } = await prepared();
      expect(await changeSets.execute(request)).toBe("started");
      const scenario = asking === "denied" ? "access-denied" : "unavailable";
      aws.faults.add({ scenario, operation: "DescribeChangeSet" });
      expect(await rejection(changeSets.execute({ ...request, token: "token-2" }))).toMatchObject({
        trouble: "unavailable",
        message: expect.stringContaining("Whether it is being executed could not be asked either."),
      });
    },
  );

  test("one that is gone says that the stack was changed", async () => {
    const { changeSets, request } = await prepared();
    await changeSets.delete(request.changeSetArn, request.stackArn);
    expect(await changeSets.describe(request.changeSetArn, request.stackArn)).toBeUndefined();
    expect(await changeSets.template(request.changeSetArn, request.stackArn)).toBeUndefined();
    const error = await rejection(changeSets.execute(request));
    expect(error).toMatchObject({ name: "ActionError", reasonCode: "stale-review" });
  });

  test("deleting one twice is no error", async () => {
    const { changeSets, request } = await prepared();
    await changeSets.delete(request.changeSetArn, request.stackArn);
    await changeSets.delete(request.changeSetArn, request.stackArn);
  });

  test("the template is read back as it was sent", async () => {
    const { changeSets, request } = await prepared();
    expect(await changeSets.template(request.changeSetArn, request.stackArn)).toBe(
      templateOf({ Topic: topic() }),
    );
  });
});

test("nested stacks' changes carry the way that leads to them", async () => {
  const { aws, changeSets } = await startEdges();
  aws.objects.put("templates", "child.json", templateOf({ Inner: topic() }));
  const child = {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "https://templates.s3.us-east-1.amazonaws.com/child.json" },
  };
  const prepared = await changeSets.prepare(requestFor({ Child: child, Outer: topic() }, { type: "CREATE" }));
  if (prepared.kind !== "ready") throw new Error(prepared.reason);
  const keys = prepared.changeSet.resources.map(({ stackPath, logicalId }) =>
    [...stackPath, logicalId].join("/"),
  );
  expect(keys.sort()).toEqual(["Child", "Child/Inner", "Outer"]);
});

describe("what is asked for", () => {
  const sent = (aws: { requests: () => readonly { operation: string; params: unknown }[] }) =>
    aws.requests().find(({ operation }) => operation === "CreateChangeSet")?.params;

  test("only an import: ready, and the import is shown", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const properties = { QueueName: "orders" };
    const existing = { type: "AWS::SQS::Queue", properties };
    aws.cloudFormation.existing.push({ ...existing, physicalId: "orders" });
    const queue = { Type: "AWS::SQS::Queue", DeletionPolicy: "Retain", Properties: properties };
    const prepared = await changeSets.prepare(
      requestFor({ Topic: topic(), Queue: queue }, { importExistingResources: true }),
    );
    expect(prepared).toMatchObject({
      kind: "ready",
      changeSet: { resources: [{ action: "Import", logicalId: "Queue" }] },
    });
  });

  test("revert-drift has the live value beside the template's, and never names nested stacks", async () => {
    const { aws, changeSets } = await startEdges();
    const resources = { Topic: topic({ DisplayName: "as deployed" }) };
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resources) });
    aws.cloudFormation.changeResourceByHand("app", "Topic", { DisplayName: "by hand" });
    const prepared = await changeSets.prepare(requestFor(resources, { deploymentMode: "revert-drift" }));
    if (prepared.kind !== "ready") throw new Error(prepared.reason);
    expect(prepared.changeSet.resources[0]?.details).toContainEqual(
      expect.objectContaining({ drift: { previous: "as deployed", actual: "by hand" } }),
    );
    expect(sent(aws)).toMatchObject({ DeploymentMode: "REVERT_DRIFT" });
    expect(sent(aws)).not.toHaveProperty("IncludeNestedStacks");
  });

  test("a parameter without a value keeps its previous one", async () => {
    const { aws, changeSets } = await startEdges();
    const template = {
      Parameters: { Name: { Type: "String", Default: "default" }, Other: { Type: "String" } },
    };
    const body = (label: string) =>
      JSON.stringify({
        ...template,
        Resources: { Topic: topic({ DisplayName: { Ref: "Name" }, TopicName: label }) },
      });
    const parameters = { Name: "chosen", Other: "a" };
    aws.cloudFormation.putStack({ stackName: "app", template: body("one"), parameters });
    const prepared = await changeSets.prepare(
      requestFor(
        {},
        { templateBody: body("two"), parameters: [{ name: "Name" }, { name: "Other", value: "b,c=d" }] },
      ),
    );
    expect(prepared).toMatchObject({
      kind: "ready",
      changeSet: {
        parameters: [
          { name: "Name", value: "chosen" },
          { name: "Other", value: "b,c=d" },
        ],
      },
    });
  });

  test("no tags keep the stack's, an empty set takes them away", async () => {
    const { aws, changeSets } = await startEdges();
    aws.cloudFormation.putStack({
      stackName: "app",
      template: templateOf({ Topic: topic() }),
      tags: { team: "data" },
    });
    const next = { Topic: topic({ DisplayName: "x" }) };
    const kept = await changeSets.prepare(requestFor(next, { name: "kept", tags: undefined }));
    const cleared = await changeSets.prepare(requestFor(next, { name: "cleared", tags: {} }));
    expect(kept).toMatchObject({ changeSet: { tags: { team: "data" } } });
    if (cleared.kind !== "ready") throw new Error(cleared.reason);
    expect(cleared.changeSet.tags).toEqual({});
  });

  test.each([
    ["CREATE", "delete", "DELETE"],
    ["CREATE", "keep", undefined],
    ["CREATE", "rollback", undefined],
    ["UPDATE", "delete", undefined],
  ] as const)("%s, on-failure %s: OnStackFailure %s", async (type, onFailure, expected) => {
    const { aws, changeSets } = await startEdges();
    if (type === "UPDATE")
      aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic() }) });
    await changeSets.prepare(requestFor({ Topic: topic() }, { type, onFailure }));
    expect((sent(aws) as { OnStackFailure?: string }).OnStackFailure).toBe(expected);
  });

  test("role, topics and capabilities are passed on", async () => {
    const { aws, changeSets } = await startEdges();
    const notificationArns = ["arn:aws:sns:us-east-1:123456789012:told"];
    const roleArn = "arn:aws:iam::123456789012:role/cloudformation";
    const capabilities = ["CAPABILITY_NAMED_IAM"];
    const prepared = await changeSets.prepare(
      requestFor({ Topic: topic() }, { type: "CREATE", notificationArns, roleArn, capabilities }),
    );
    expect(prepared).toMatchObject({ kind: "ready", changeSet: { capabilities, notificationArns } });
    expect(sent(aws)).toMatchObject({ RoleARN: roleArn });
  });
});
