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
  test.each<[string, JsonObject, "lost" | "kept" | "saved" | "nothing"]>([
    ["a bucket", { Type: "AWS::S3::Bucket" }, "lost"],
    ["a queue that is retained", { Type: "AWS::SQS::Queue", DeletionPolicy: "Retain" }, "kept"],
    ["retained but on creation", { Type: "AWS::SQS::Queue", DeletionPolicy: "RetainExceptOnCreate" }, "kept"],
    ["a role", { Type: "AWS::IAM::Role" }, "nothing"],
    ["a cluster, nothing said", cluster, "saved"],
    ["a cluster that goes", { ...cluster, DeletionPolicy: "Delete" }, "lost"],
    ["a database alone", { Type: "AWS::RDS::DBInstance" }, "saved"],
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
