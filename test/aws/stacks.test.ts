import { describe, expect, test } from "vitest";
import { createStacks } from "../../src/aws/stacks.ts";
import { rejection, requestFor, startEdges, templateOf, topic } from "./fixture.ts";

test("a stack that is not there is no error", async () => {
  const { stacks } = await startEdges();
  expect(await stacks.describe("nothing")).toBeUndefined();
  expect(await stacks.template("nothing")).toBeUndefined();
});

test("a stack is told with outputs, parameters, tags and protection", async () => {
  const { aws, stacks } = await startEdges();
  const template = JSON.stringify({
    Parameters: { Secret: { Type: "String", NoEcho: true }, Size: { Type: "Number", Default: 3 } },
    Resources: { Topic: topic() },
    Outputs: { Size: { Value: { Ref: "Size" }, Description: "how large", Export: { Name: "app-size" } } },
  });
  aws.cloudFormation.putStack({
    stackName: "app",
    template,
    parameters: { Secret: "hush" },
    tags: { team: "data" },
  });
  await stacks.setTerminationProtection("app", true);
  const stack = await stacks.describe("app");
  expect(stack).toMatchObject({
    name: "app",
    status: "CREATE_COMPLETE",
    tags: { team: "data" },
    terminationProtection: true,
    outputs: [{ key: "Size", value: "3", description: "how large", exportName: "app-size" }],
  });
  expect(stack?.parameters).toContainEqual({ name: "Secret", value: "****" });
  expect(await stacks.template("app")).toBe(template);
});

test("an empty shell has no template", async () => {
  const { changeSets, stacks } = await startEdges();
  await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
  expect(await stacks.describe("app")).toMatchObject({ status: "REVIEW_IN_PROGRESS" });
  expect(await stacks.template("app")).toBeUndefined();
});

test("events come newest first, through all pages, up to a known one", async () => {
  const { aws, stacks } = await startEdges({ pageSize: 3 });
  aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({ A: topic(), B: topic(), C: topic() }),
  });
  const { arn } = (await stacks.describe("app")) ?? { arn: "" };
  const all = await stacks.events(arn, () => false);
  expect(all.length).toBeGreaterThan(6);
  expect(all[0]).toMatchObject({ logicalId: "app", status: "CREATE_COMPLETE" });
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a));
  const known = all[4];
  expect(await stacks.events(arn, ({ id }) => id === known?.id)).toEqual(all.slice(0, 4));
});

test("the newest events are one call, whose failures nobody puts into words", async () => {
  const { aws, client, clock, pace, stacks } = await startEdges({ pageSize: 3 });
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic(), B: topic() }) });
  const { arn } = (await stacks.describe("app")) ?? { arn: "" };
  const explained: string[] = [];
  const explaining = createStacks({ client, clock, pace, cancel: undefined }, async (text) => {
    explained.push(text);
    return text;
  });
  const all = await explaining.events(arn, () => false);
  aws.forgetRequests();
  explained.splice(0);
  expect(await explaining.newestEvents(arn)).toEqual(all.slice(0, 3));
  expect(aws.requests().map(({ operation }) => operation)).toEqual(["DescribeStackEvents"]);
  expect(explained).toEqual([]);
});

test("resources are listed through all pages", async () => {
  const { aws, stacks } = await startEdges({ pageSize: 2 });
  const names = ["A", "B", "C", "D", "E"];
  aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf(Object.fromEntries(names.map((name) => [name, topic()]))),
  });
  const resources = await stacks.resources("app");
  expect(resources.map(({ logicalId }) => logicalId).sort()).toEqual(names);
  expect(resources[0]).toMatchObject({ type: "AWS::SNS::Topic", status: "CREATE_COMPLETE" });
});

test("a deletion is marked with its token, and the stack is then found by ARN only", async () => {
  const { advance, aws, stacks } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  const { arn } = (await stacks.describe("app")) ?? { arn: "" };
  await stacks.delete(arn, "delete-1");
  advance(600_000);
  expect(await stacks.describe("app")).toBeUndefined();
  expect(await stacks.describe(arn)).toMatchObject({ status: "DELETE_COMPLETE" });
  const [last] = await stacks.events(arn, () => false);
  expect(last).toMatchObject({ status: "DELETE_COMPLETE", token: "delete-1" });
});

test.each([
  ["throttle", 2],
  ["server-error", 4],
  ["unavailable", 4],
  ["reset", 4],
] as const)("%s is survived", async (scenario, times) => {
  const { aws, stacks } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  aws.faults.add({ scenario, times });
  expect(await stacks.describe("app")).toMatchObject({ name: "app" });
});

test("a missing permission is named", async () => {
  const { aws, stacks } = await startEdges();
  aws.faults.add({ scenario: "access-denied" });
  expect(await rejection(stacks.describe("app"))).toMatchObject({
    name: "ServiceError",
    reasonCode: "access-denied",
    trouble: "denied",
    message: expect.stringMatching(/^Cannot describe stack app: User: /),
    hint: expect.stringMatching(/^Allow cloudformation:DescribeStacks to role deploy: /),
  });
});

test("expired credentials are told as such", async () => {
  const { aws, stacks } = await startEdges();
  aws.faults.add({ scenario: "expired-token" });
  expect(await rejection(stacks.describe("app"))).toMatchObject({
    reasonCode: "access-denied",
    trouble: "credentials",
    message: "Cannot describe stack app: the AWS credentials expired.",
    hint: expect.stringContaining("role-duration-seconds"),
  });
});

test("every mutating call carries a token or only says which state is wanted", async () => {
  const { advance, aws, changeSets, stacks } = await startEdges();
  const made = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
  if (made.kind !== "ready") throw new Error(made.reason);
  const { arn, stackArn } = made.changeSet;
  await changeSets.execute({ changeSetArn: arn, stackArn, token: "run-1", disableRollback: true });
  advance(600_000);
  await stacks.setTerminationProtection("app", false);
  await changeSets.delete(arn, stackArn);
  await stacks.delete(stackArn, "run-2");
  const mutating = aws.requests().filter(({ operation }) => !/^(Describe|List|Get)/.test(operation));
  const tokens = mutating.map(({ operation, params }) => {
    const { ClientToken, ClientRequestToken } = params as {
      ClientToken?: string;
      ClientRequestToken?: string;
    };
    return [operation, ClientToken ?? ClientRequestToken];
  });
  expect(tokens).toEqual([
    ["CreateChangeSet", expect.stringMatching(/^[0-9a-f]{64}$/)],
    ["ExecuteChangeSet", "run-1"],
    ["UpdateTerminationProtection", undefined],
    ["DeleteChangeSet", undefined],
    ["DeleteStack", "run-2"],
  ]);
});

describe("a deletion whose first answer is lost, and whose second one is a refusal", () => {
  /** What comes of it. `mayAsk`: whether the role may look at the stack. */
  async function deleted(first: "lost-response" | "unavailable", mayAsk = true): Promise<unknown> {
    const { aws, stacks } = await startEdges();
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const { arn = "" } = (await stacks.describe("app")) ?? {};
    aws.faults.add({ scenario: first, operation: "DeleteStack", times: 1 });
    aws.on({ operation: "DeleteStack", nth: 1, when: "before" }, () => {
      aws.faults.add({ scenario: "access-denied", operation: "DeleteStack" });
      if (!mayAsk) aws.faults.add({ scenario: "access-denied", operation: "DescribeStacks" });
    });
    return stacks.delete(arn, "token").then(
      () => "begun",
      (error: unknown) => error,
    );
  }

  test("has begun where the stack is on its way out", async () => {
    expect(await deleted("lost-response")).toBe("begun");
  });

  test("has not begun where the stack is as it was", async () => {
    expect(await deleted("unavailable")).toMatchObject({ trouble: "denied" });
  });

  test.each(["lost-response", "unavailable"] as const)(
    "may have begun where nobody may ask (%s)",
    async (first) => {
      expect(await deleted(first, false)).toMatchObject({
        trouble: "unavailable",
        message: expect.stringContaining("Whether it is being deleted could not be asked either."),
      });
    },
  );
});

test("a termination protection that refuses a deletion is lifted by a command with its region", async () => {
  const { aws, stacks } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  await stacks.setTerminationProtection("app", true);
  const { arn = "" } = (await stacks.describe("app")) ?? {};
  expect(await rejection(stacks.delete(arn, "token"))).toMatchObject({
    hint: expect.stringContaining(
      "update-termination-protection --no-enable-termination-protection --region us-east-1 --stack-name app",
    ),
  });
});
