import { describe, expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { losses } from "../../../src/changes/verdict/losses.ts";
import type { ReplacementCertainty } from "../../../src/changes/verdict/replacement.ts";

const FOREIGN = "MongoDB::Atlas::Cluster";
const MACHINE = "AWS::EC2::Instance";
const UNJUDGED = "what it serves or holds cannot be judged, for its type is not known here";

/** What is lost by a change of a resource, each as `kind: message`. */
function lost(
  type: string,
  more: Partial<ResourceChange>,
  replacement: ReplacementCertainty = "none",
): readonly string[] {
  const change: ResourceChange = {
    ...{ stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details: [] },
    ...more,
  };
  return losses(change, replacement).map(({ kind, message }) => `${kind}: ${message}`);
}

const removed = (type: string, more: Partial<ResourceChange> = { policyAction: "Delete" }) =>
  lost(type, { action: "Remove", ...more });

describe("a removal", () => {
  test.each([
    "APS::Workspace",
    "Timestream::InfluxDBCluster",
    "OpenSearchServerless::Index",
    "MSK::Topic",
    "CloudFront::KeyValueStore",
    "Omics::SequenceStore",
    "CustomerProfiles::Domain",
    "Connect::Instance",
    "Rekognition::Collection",
    "SES::MailManagerArchive",
    "SageMaker::MlflowTrackingServer",
    "BedrockAgentCore::Memory",
    "Lightsail::Instance",
    "EKS::Cluster",
    "PaymentCryptography::Key",
    "RDS::DBSnapshot",
    "RedshiftServerless::Snapshot",
    "Glue::Database",
    "CloudFormation::StackSet",
  ])("of an %s loses data", (type) => {
    expect(removed(`AWS::${type}`)).toEqual(["data-loss: is deleted without a snapshot: its data is lost"]);
    expect(removed(`AWS::${type}`, { policyAction: "Retain" })).toEqual([]);
  });

  test.each([
    "ECS::Service",
    "Lambda::Function",
    "ElasticLoadBalancingV2::LoadBalancer",
    "Route53::RecordSet",
    "ApiGateway::RestApi",
    "DocDB::DBInstance",
  ])("of an %s ends a service", (type) => {
    expect(removed(`AWS::${type}`)).toEqual(["interruption: is removed: what it serves ends"]);
    expect(removed(`AWS::${type}`, {})).toEqual(["interruption: is removed: what it serves ends"]);
    expect(removed(`AWS::${type}`, { policyAction: "Retain" })).toEqual([]);
    expect(removed(`AWS::${type}`, { policyAction: "ReplaceAndRetain" })).toEqual([]);
  });

  test("of an instance in a cluster ends a service, and of one alone loses data", () => {
    const instance = (properties: Record<string, string>) =>
      removed("AWS::RDS::DBInstance", { before: { Properties: properties } });
    expect(instance({ DBClusterIdentifier: "c" })).toEqual(["interruption: is removed: what it serves ends"]);
    expect(instance({ Engine: "postgres" })).toEqual([
      "data-loss: is deleted without a snapshot: its data is lost",
    ]);
  });

  test("of a machine ends its disks too", () => {
    expect(removed(MACHINE)).toEqual([
      "interruption: is removed: what it serves ends, and what only its own disks hold is lost",
    ]);
    expect(removed(MACHINE, { policyAction: "Retain" })).toEqual([]);
  });

  test("of a type of others cannot be judged; of a custom resource the reader's own code decides", () => {
    expect(removed(FOREIGN)).toEqual([`interruption: is removed: ${UNJUDGED}`]);
    expect(removed(FOREIGN, { policyAction: "Retain" })).toEqual([]);
    expect(removed("Custom::Thing")).toEqual([]);
    // Newer than the schema: the name alone tells.
    expect(removed("AWS::New::Database")).toEqual([`interruption: is removed: ${UNJUDGED}`]);
    expect(removed("AWS::New::Policy")).toEqual([]);
  });

  test.each(["AWS::IAM::Role", "AWS::CloudWatch::Alarm", "AWS::EC2::Subnet", "AWS::Lambda::Permission"])(
    "of an %s takes nothing away",
    (type) => expect(removed(type)).toEqual([]),
  );
});

describe("a replacement", () => {
  const replaced = (type: string, more: Partial<ResourceChange> = {}) => lost(type, more, "certain");

  test("of a machine is a new one with new disks", () => {
    expect(replaced(MACHINE)).toEqual([
      "replacement: is replaced: what only the old one's own disks hold is lost",
    ]);
    expect(replaced(MACHINE, { policyAction: "ReplaceAndRetain" })).toEqual(["replacement: is replaced"]);
  });

  test("of a type of others cannot be judged", () => {
    expect(replaced(FOREIGN)).toEqual([`replacement: is replaced: ${UNJUDGED}`]);
    expect(replaced(FOREIGN, { policyAction: "Retain" })).toEqual(["replacement: is replaced"]);
    expect(lost(FOREIGN, {}, "possible")).toEqual(["possible-replacement: may be replaced"]);
    expect(lost(FOREIGN, { action: "Dynamic" })).toEqual([
      "possible-replacement: is changed in a way that only the execution decides: its data may be lost",
    ]);
  });

  test("of what serves ends nothing: there is a new one first", () => {
    expect(replaced("AWS::ECS::Service")).toEqual(["replacement: is replaced"]);
  });
});
