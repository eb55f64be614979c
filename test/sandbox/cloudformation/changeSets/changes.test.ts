import type { ResourceChange } from "@aws-sdk/client-cloudformation";
import { DescribeChangeSetCommand } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench, templateOf, topic } from "../fixture.ts";

async function changed(
  bench: Bench,
  before: object,
  after: object,
  input: object = {},
): Promise<ResourceChange[]> {
  bench.aws.cloudFormation.putStack({ stackName: "app", template: templateOf(before) });
  const { Changes } = await bench.propose({ TemplateBody: templateOf(after), ...input });
  return (Changes ?? []).map(({ ResourceChange: change }) => change as ResourceChange);
}

const cluster = (properties: object) => ({
  Type: "AWS::RDS::DBCluster",
  Properties: { Engine: "aurora-postgresql", ...properties },
});

test("a change names its path, both values, and what AWS's schema says of recreation", async () => {
  const bench = await startBench();
  const [change] = await changed(
    bench,
    {
      C: cluster({
        DatabaseName: "app",
        BackupRetentionPeriod: 7,
        ServerlessV2ScalingConfiguration: { MaxCapacity: 1 },
      }),
    },
    {
      C: cluster({
        DatabaseName: "app2",
        BackupRetentionPeriod: 7,
        ServerlessV2ScalingConfiguration: { MaxCapacity: 2 },
      }),
    },
  );
  expect(change).toMatchObject({
    Action: "Modify",
    Replacement: "True",
    PolicyAction: "ReplaceAndSnapshot",
    Scope: ["Properties"],
  });
  expect(
    change?.Details?.map(({ Target }) => [
      Target?.Path,
      Target?.BeforeValue,
      Target?.AfterValue,
      Target?.RequiresRecreation,
    ]),
  ).toEqual([
    ["/Properties/DatabaseName", "app", "app2", "Always"],
    ["/Properties/ServerlessV2ScalingConfiguration/MaxCapacity", "1", "2", "Never"],
  ]);
  expect(JSON.parse(change?.BeforeContext ?? "").Properties).toMatchObject({ BackupRetentionPeriod: "7" });
});

test("without property values there are no paths, values or contexts", async () => {
  const bench = await startBench();
  await changed(bench, { A: topic({ DisplayName: "1" }) }, { A: topic({ DisplayName: "2" }) });
  const { Changes } = await bench.client.send(
    new DescribeChangeSetCommand({ StackName: "app", ChangeSetName: "set-1" }),
  );
  expect(Changes?.[0]?.ResourceChange).toEqual({
    Action: "Modify",
    LogicalResourceId: "A",
    PhysicalResourceId: expect.stringMatching(/^arn:aws:sns:/),
    ResourceType: "AWS::SNS::Topic",
    Replacement: "False",
    Scope: ["Properties"],
    Details: [
      {
        Target: { Attribute: "Properties", Name: "DisplayName", RequiresRecreation: "Never" },
        Evaluation: "Static",
        ChangeSource: "DirectModification",
      },
    ],
  });
});

test("a maybe in the schema is Conditional", async () => {
  const bench = await startBench();
  const instance = (type: string) => ({ Type: "AWS::RDS::DBInstance", Properties: { StorageType: type } });
  const [change] = await changed(bench, { I: instance("gp2") }, { I: instance("gp3") });
  expect(change).toMatchObject({
    Replacement: "Conditional",
    Details: [{ Target: { RequiresRecreation: "Conditionally" } }],
  });
});

test("a replacement spreads through references, less certain with each step", async () => {
  const bench = await startBench();
  const resources = (name: string) => ({
    T: topic({ TopicName: name }),
    Subscription: { Type: "AWS::SNS::Subscription", Properties: { TopicArn: { Ref: "T" }, Protocol: "sqs" } },
    Alarm: {
      Type: "AWS::CloudWatch::Alarm",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so.
      Properties: { AlarmDescription: { "Fn::Sub": "for ${T.TopicName}" }, AlarmActions: [{ Ref: "T" }] },
    },
    Other: topic({ DisplayName: { "Fn::Join": ["-", ["x", { Ref: "AWS::Region" }]] } }),
  });
  const changes = await changed(bench, resources("a"), resources("b"));
  expect(changes.map(({ LogicalResourceId, Replacement }) => [LogicalResourceId, Replacement])).toEqual([
    ["T", "True"],
    ["Subscription", "Conditional"],
    ["Alarm", "False"],
  ]);
  expect(changes[1]?.Details).toEqual([
    {
      Target: {
        Attribute: "Properties",
        Name: "TopicArn",
        RequiresRecreation: "Always",
        Path: "/Properties/TopicArn",
        BeforeValue: "arn:aws:sns:us-east-1:123456789012:a",
        AfterValue: "{{changeSet:KNOWN_AFTER_APPLY}}",
        AttributeChangeType: "Modify",
      },
      Evaluation: "Dynamic",
      ChangeSource: "ResourceReference",
      CausingEntity: "T",
    },
  ]);
  expect(changes[2]?.Details?.[0]).toMatchObject({
    ChangeSource: "ResourceAttribute",
    CausingEntity: "T.TopicName",
  });
});

test("a changed parameter is named as the cause", async () => {
  const bench = await startBench();
  const template = templateOf(
    { A: topic({ DisplayName: { Ref: "Name" } }) },
    { Parameters: { Name: { Type: "String" } } },
  );
  bench.aws.cloudFormation.putStack({ stackName: "app", template, parameters: { Name: "one" } });
  const { Changes } = await bench.propose({
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: "Name", ParameterValue: "two" }],
  });
  expect(
    Changes?.[0]?.ResourceChange?.Details?.map(({ Evaluation, ChangeSource, CausingEntity }) => [
      Evaluation,
      ChangeSource,
      CausingEntity,
    ]),
  ).toEqual([
    ["Static", "ParameterReference", "Name"],
    ["Dynamic", "DirectModification", undefined],
  ]);
  const same = await bench.propose({
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: "Name", UsePreviousValue: true }],
  });
  expect(same.Status).toBe("FAILED");
});

test("NoEcho values are never shown, though a change of them is", async () => {
  const bench = await startBench();
  const template = templateOf(
    { A: topic({ DisplayName: { Ref: "Secret" } }) },
    { Parameters: { Secret: { Type: "String", NoEcho: true } } },
  );
  bench.aws.cloudFormation.putStack({ stackName: "app", template, parameters: { Secret: "hunter1" } });
  const set = await bench.deploy({
    TemplateBody: template,
    Parameters: [{ ParameterKey: "Secret", ParameterValue: "hunter2" }],
  });
  expect(set.Changes?.[0]?.ResourceChange?.Details?.[0]?.Target).toMatchObject({
    BeforeValue: "****",
    AfterValue: "****",
  });
  const everything = JSON.stringify([set, await bench.stack(), await bench.events()]);
  expect(everything).not.toContain("hunter");
});

test("removals follow their policy", async () => {
  const bench = await startBench();
  const changes = await changed(
    bench,
    { A: topic(), D: topic(), R: { ...topic(), DeletionPolicy: "Retain" }, C: cluster({}) },
    { A: topic() },
  );
  expect(
    changes.map(({ Action, LogicalResourceId, PolicyAction }) => [Action, LogicalResourceId, PolicyAction]),
  ).toEqual([
    ["Remove", "D", "Delete"],
    ["Remove", "R", "Retain"],
    ["Remove", "C", "Snapshot"],
  ]);
});

test("tags are a scope of their own, and stack tags reach every resource that can have some", async () => {
  const bench = await startBench();
  const tagged = (value: string) => ({ A: topic({ Tags: [{ Key: "team", Value: value }] }) });
  const [own] = await changed(bench, tagged("x"), tagged("y"));
  expect(own).toMatchObject({
    Scope: ["Tags"],
    Details: [
      { Target: { Attribute: "Tags", Path: "/Properties/Tags/0/Value", BeforeValue: "x", AfterValue: "y" } },
    ],
  });
  const untagged = {
    Type: "AWS::SNS::Subscription",
    Properties: { Protocol: "sqs", TopicArn: { Ref: "A" } },
  };
  bench.aws.cloudFormation.putStack({
    stackName: "two",
    template: templateOf({ A: topic(), Untagged: untagged }),
  });
  const { Changes } = await bench.propose({
    StackName: "two",
    UsePreviousTemplate: true,
    Tags: [{ Key: "env", Value: "prod" }],
  });
  expect(Changes?.map(({ ResourceChange: change }) => [change?.LogicalResourceId, change?.Scope])).toEqual([
    ["A", ["Tags"]],
  ]);
});

test("policies and metadata are changes too", async () => {
  const bench = await startBench();
  const [change] = await changed(
    bench,
    { A: topic() },
    { A: { ...topic(), DeletionPolicy: "Retain", Metadata: { a: 1 } } },
  );
  expect(change).toMatchObject({ Replacement: "False", Scope: ["Metadata", "DeletionPolicy"] });
});

test("attributes of a changed resource spread only when asked to", async () => {
  const bench = await startBench();
  const resources = (display: string) => ({
    A: topic({ TopicName: "a", DisplayName: display }),
    B: topic({ DisplayName: { "Fn::GetAtt": ["A", "TopicName"] } }),
  });
  expect(await changed(bench, resources("1"), resources("2"))).toHaveLength(1);
  bench.aws.faults.add({ scenario: "uncertain-attributes" });
  const { Changes } = await bench.propose({ TemplateBody: templateOf(resources("2")) });
  expect(Changes).toHaveLength(2);
});
