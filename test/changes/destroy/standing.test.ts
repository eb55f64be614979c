import { describe, expect, test } from "vitest";
import { fateOf } from "../../../src/changes/destroy/fate.ts";
import { type StandingStack, standingResources } from "../../../src/changes/destroy/standing.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const ARN = "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1";

/** A stack whose template and resources are these: what AWS lists has each resource's own name as its physical one. */
function standing(
  resources: JsonObject,
  more: Partial<StandingStack> & { readonly statuses?: Readonly<Record<string, string>> } = {},
): StandingStack {
  const { statuses = {}, ...rest } = more;
  return {
    stackPath: [],
    stack: {
      ...{ arn: ARN, name: "app", status: "CREATE_COMPLETE", tags: {}, outputs: [], capabilities: [] },
      ...{ notificationArns: [], terminationProtection: false, createdAt: 0 },
      parameters: [
        { name: "Protect", value: "true" },
        { name: "Secret", value: "****" },
      ],
    },
    template: {
      Parameters: { Protect: { Type: "String" }, Secret: { Type: "String", NoEcho: true } },
      Resources: resources,
    },
    resources: Object.entries(resources).map(([logicalId, definition]) => ({
      ...{ logicalId, type: String((definition as JsonObject).Type), physicalId: logicalId.toLowerCase() },
      status: statuses[logicalId] ?? "CREATE_COMPLETE",
    })),
    ...rest,
  };
}

const keys = (resources: readonly { readonly key: string }[]) => resources.map(({ key }) => key);

describe("what becomes of what", () => {
  const cluster = { Type: "AWS::RDS::DBCluster" };
  const AURORA = { Properties: { Engine: "aurora-postgresql" } };
  test.each<[string, JsonObject, "lost" | "kept" | "saved" | "nothing"]>([
    ["a bucket", { Type: "AWS::S3::Bucket" }, "lost"],
    ["a queue that is retained", { Type: "AWS::SQS::Queue", DeletionPolicy: "Retain" }, "kept"],
    ["retained but on creation", { Type: "AWS::SQS::Queue", DeletionPolicy: "RetainExceptOnCreate" }, "kept"],
    ["a role", { Type: "AWS::IAM::Role" }, "nothing"],
    ["a cluster, nothing said", cluster, "saved"],
    ["a cluster that goes", { ...cluster, DeletionPolicy: "Delete" }, "lost"],
    ["an Aurora cluster that goes", { ...cluster, ...AURORA, DeletionPolicy: "Delete" }, "lost"],
    ["a database alone", { Type: "AWS::RDS::DBInstance" }, "saved"],
    ["a database alone that goes", { Type: "AWS::RDS::DBInstance", DeletionPolicy: "Delete" }, "lost"],
    ["an instance of an engine that has clusters", { Type: "AWS::RDS::DBInstance", ...AURORA }, "nothing"],
    [
      "an instance of another engine",
      { Type: "AWS::RDS::DBInstance", Properties: { Engine: "custom-aurora" } },
      "saved",
    ],
    [
      "an instance whose engine nobody knows",
      { Type: "AWS::RDS::DBInstance", Properties: { Engine: { Ref: "Secret" } } },
      "saved",
    ],
    [
      "another service's instance with a snapshot",
      {
        ...{ Type: "AWS::Neptune::DBInstance", DeletionPolicy: "Snapshot" },
        Properties: { DBClusterIdentifier: "c" },
      },
      "saved",
    ],
    [
      "an instance of a cluster, whatever is said",
      { Type: "AWS::RDS::DBInstance", DeletionPolicy: "Snapshot", Properties: { DBClusterIdentifier: "c" } },
      "nothing",
    ],
    ["a volume with a snapshot", { Type: "AWS::EC2::Volume", DeletionPolicy: "Snapshot" }, "saved"],
    ["a volume", { Type: "AWS::EC2::Volume" }, "lost"],
    ["a nested stack itself", { Type: "AWS::CloudFormation::Stack" }, "nothing"],
  ])("%s: %s", (_, definition, fate) => {
    const found = fateOf(standingResources([standing({ Thing: definition })]));
    expect([keys(found.lost), keys(found.kept), keys(found.saved)]).toEqual([
      fate === "lost" ? ["Thing"] : [],
      fate === "kept" ? ["Thing"] : [],
      fate === "saved" ? ["Thing"] : [],
    ]);
    expect(found.deleted).toBe(fate === "kept" ? 0 : 1);
  });
});

test("what is in a nested stack that is retained is retained, and beside it not", () => {
  const root = standing({
    Kept: { Type: "AWS::CloudFormation::Stack", DeletionPolicy: "Retain" },
    Gone: { Type: "AWS::CloudFormation::Stack" },
  });
  const kept = standing({ Table: { Type: "AWS::DynamoDB::Table" } }, { stackPath: ["Kept"] });
  const deeper = standing({ Table: { Type: "AWS::DynamoDB::Table" } }, { stackPath: ["Kept", "Inner"] });
  const gone = standing({ Table: { Type: "AWS::DynamoDB::Table" } }, { stackPath: ["Gone"] });
  const fate = fateOf(standingResources([root, kept, deeper, gone]));
  expect(keys(fate.kept)).toEqual(["Kept", "Kept/Table", "Kept/Inner/Table"]);
  expect(keys(fate.lost)).toEqual(["Gone/Table"]);
});

test("properties are what the stack's parameters make of them; a NoEcho one is not known", () => {
  const [table, other] = standingResources([
    standing({
      Table: { Type: "AWS::DynamoDB::Table", Properties: { DeletionProtectionEnabled: { Ref: "Protect" } } },
      Other: { Type: "AWS::DynamoDB::Table", Properties: { DeletionProtectionEnabled: { Ref: "Secret" } } },
    }),
  ]);
  expect(table?.properties.DeletionProtectionEnabled).toBe("true");
  expect(typeof other?.properties.DeletionProtectionEnabled).toBe("symbol");
});

test("what is named at all is named by its key, with its name in AWS where it has one", () => {
  const stack = standing({ Files: { Type: "AWS::S3::Bucket" } }, { stackPath: ["Inner"] });
  const { lost } = fateOf(standingResources([stack]));
  expect(lost).toStrictEqual([{ key: "Inner/Files", type: "AWS::S3::Bucket", physicalId: "files" }]);
  const [files] = stack.resources;
  for (const nameless of [
    { ...files, physicalId: "" },
    { ...files, physicalId: undefined },
  ]) {
    const resources = [nameless] as StandingStack["resources"];
    const [found] = standingResources([{ ...stack, resources }]);
    expect(found).not.toHaveProperty("physicalId");
    expect(fateOf(found ? [found] : []).lost).toStrictEqual([
      { key: "Inner/Files", type: "AWS::S3::Bucket" },
    ]);
  }
});

test("a nested stack that is retained deeper is so by its whole path", () => {
  const root = standing({ Gone: { Type: "AWS::CloudFormation::Stack" } });
  const middle = standing(
    { Kept: { Type: "AWS::CloudFormation::Stack", DeletionPolicy: "Retain" } },
    { stackPath: ["Gone"] },
  );
  const inner = standing({ Table: { Type: "AWS::DynamoDB::Table" } }, { stackPath: ["Gone", "Kept"] });
  expect(keys(fateOf(standingResources([root, middle, inner])).kept)).toEqual([
    "Gone/Kept",
    "Gone/Kept/Table",
  ]);
});

test("an instance of a cluster goes with it, whatever its policy says", () => {
  const instance = { Type: "AWS::RDS::DBInstance", DeletionPolicy: "Snapshot" };
  const found = standingResources([
    standing({ It: { ...instance, Properties: { DBClusterIdentifier: "c" } }, Alone: instance }),
  ]);
  expect(found.map(({ policy }) => policy)).toEqual(["Delete", "Snapshot"]);
});

test("properties may say where the stack is, and a value of asterisks and more is one", () => {
  const Properties = {
    Place: { "Fn::Sub": `\${AWS::AccountId} \${AWS::Region} \${AWS::StackName}` },
    Stack: { Ref: "AWS::StackId" },
    Stars: { Ref: "Stars" },
    More: { Ref: "More" },
  };
  const { stack, template, ...rest } = standing({ Queue: { Type: "AWS::SQS::Queue", Properties } });
  const parameters = [
    { name: "Stars", value: "**a" },
    { name: "More", value: "a**" },
  ];
  const declared = { Stars: { Type: "String" }, More: { Type: "String" } };
  const [queue] = standingResources([
    { ...rest, stack: { ...stack, parameters }, template: { ...template, Parameters: declared } },
  ]);
  expect(queue?.properties).toEqual({
    ...{ Place: "123456789012 us-east-1 app", Stack: ARN, Stars: "**a", More: "a**" },
  });
});

test("what is there is there, also where no template can be read", () => {
  const { resources, ...rest } = standing({ Files: { Type: "AWS::S3::Bucket" } });
  const found = standingResources([{ ...rest, template: undefined, resources }]);
  expect(fateOf(found).lost.map(({ key }) => key)).toEqual(["Files"]);
});

test("what failed to be made is there if it has a name", () => {
  const stack = standing({ Made: { Type: "AWS::S3::Bucket" }, Empty: { Type: "AWS::S3::Bucket" } });
  const resources = stack.resources.map((it) => ({
    ...{ ...it, status: "CREATE_FAILED" },
    physicalId: it.logicalId === "Empty" ? "" : "made",
  }));
  expect(standingResources([{ ...stack, resources }]).map(({ logicalId }) => logicalId)).toEqual(["Made"]);
});

test("what an earlier deletion took is gone but known, what an update took out is neither", () => {
  const stack = standing(
    { Cluster: { Type: "AWS::RDS::DBCluster" } },
    { statuses: { Cluster: "DELETE_COMPLETE" } },
  );
  const old = { logicalId: "Old", type: "AWS::RDS::DBCluster", physicalId: "old", status: "DELETE_COMPLETE" };
  const failed = { logicalId: "Failed", type: "AWS::SQS::Queue", status: "CREATE_FAILED" };
  const found = standingResources([{ ...stack, resources: [...stack.resources, old, failed] }]);
  expect(found.map(({ logicalId, isGone }) => [logicalId, isGone])).toEqual([["Cluster", true]]);
  expect(fateOf(found)).toEqual({ deleted: 0, lost: [], kept: [], saved: [] });
});
