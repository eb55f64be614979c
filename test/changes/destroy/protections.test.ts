import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateProtections } from "../../../scripts/generate-protections.ts";
import { canBeProtected, isProtectionPath, protectionOf } from "../../../src/changes/destroy/protections.ts";
import { type EvaluatedObject, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";

test("the table is what the script makes of the installed schema: run node scripts/generate-protections.ts", () => {
  const file = new URL("../../../src/changes/destroy/protections.data.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(generateProtections());
});

const attribute = (value: string) => [
  { Key: "idle_timeout.timeout_seconds", Value: "true" },
  { Key: "deletion_protection.enabled", Value: value },
];

describe("what a resource says of its protection", () => {
  test.each<[string, EvaluatedObject, string | undefined, string | undefined]>([
    ["RDS::DBCluster", { DeletionProtection: true }, "DeletionProtection", "on"],
    ["RDS::DBCluster", { DeletionProtection: "true" }, "DeletionProtection", "on"],
    ["RDS::DBCluster", { DeletionProtection: "False" }, "DeletionProtection", "off"],
    ["RDS::DBCluster", {}, "DeletionProtection", "off"],
    ["RDS::DBCluster", { DeletionProtection: UNKNOWN }, "DeletionProtection", "unknown"],
    ["RDS::DBCluster", { DeletionProtection: "perhaps" }, "DeletionProtection", "unknown"],
    ["RDS::DBCluster", { DeletionProtection: null }, "DeletionProtection", "off"],
    ["RDS::DBCluster", { DeletionProtection: ["false"] }, "DeletionProtection", "unknown"],
    ["EMR::Cluster", { Instances: null }, "Instances", "off"],
    ["EMR::Cluster", { Instances: "true" }, "Instances", "off"],
    ["DynamoDB::Table", { DeletionProtectionEnabled: true }, "DeletionProtectionEnabled", "on"],
    ["Cognito::UserPool", { DeletionProtection: "ACTIVE" }, "DeletionProtection", "on"],
    ["Cognito::UserPool", { DeletionProtection: "INACTIVE" }, "DeletionProtection", "off"],
    ["OpenSearchServerless::Collection", { DeletionProtection: "ENABLED" }, "DeletionProtection", "on"],
    [
      "VerifiedPermissions::PolicyStore",
      { DeletionProtection: { Mode: "ENABLED" } },
      "DeletionProtection",
      "on",
    ],
    [
      "VerifiedPermissions::PolicyStore",
      { DeletionProtection: { Mode: "DISABLED" } },
      "DeletionProtection",
      "off",
    ],
    ["AutoScaling::AutoScalingGroup", { DeletionProtection: "none" }, "DeletionProtection", "off"],
    [
      "AutoScaling::AutoScalingGroup",
      { DeletionProtection: "prevent-all-deletion" },
      "DeletionProtection",
      "on",
    ],
    ["EC2::Instance", { DisableApiTermination: true }, "DisableApiTermination", "on"],
    ["EMR::Cluster", { Instances: { TerminationProtected: true } }, "Instances", "on"],
    ["EMR::Cluster", { Instances: UNKNOWN }, "Instances", "unknown"],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: attribute("true") },
      "LoadBalancerAttributes",
      "on",
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: attribute("false") },
      "LoadBalancerAttributes",
      "off",
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: [UNKNOWN] },
      "LoadBalancerAttributes",
      "unknown",
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: [{ Key: "a", Value: "true" }, UNKNOWN] },
      "LoadBalancerAttributes",
      "unknown",
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: [{ Key: UNKNOWN, Value: "true" }] },
      "LoadBalancerAttributes",
      "unknown",
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      { LoadBalancerAttributes: [{ Key: "a", Value: "true" }] },
      "LoadBalancerAttributes",
      "off",
    ],
    ["ElasticLoadBalancingV2::LoadBalancer", {}, "LoadBalancerAttributes", "off"],
    ["DynamoDB::GlobalTable", { Replicas: [{}, { DeletionProtectionEnabled: true }] }, "Replicas", "on"],
    ["DynamoDB::GlobalTable", { Replicas: [{ DeletionProtectionEnabled: false }] }, "Replicas", "off"],
    // On where nobody says anything.
    ["CloudTrail::EventDataStore", {}, "TerminationProtectionEnabled", "on"],
    ["QLDB::Ledger", {}, "DeletionProtection", "on"],
    ["AppConfig::Environment", { DeletionProtectionCheck: "BYPASS" }, "DeletionProtectionCheck", "off"],
    ["AppConfig::Environment", { DeletionProtectionCheck: "APPLY" }, "DeletionProtectionCheck", "on"],
    ["SQS::Queue", { DeletionProtection: true }, undefined, undefined],
    // It protects the instances that are started from it.
    ["EC2::LaunchTemplate", { LaunchTemplateData: { DisableApiTermination: true } }, undefined, undefined],
  ])("%s %j: %s %s", (type, properties, property, state) => {
    const found = protectionOf(`AWS::${type}`, properties);
    expect([found?.property, found?.state]).toEqual([property, state]);
    expect(canBeProtected(`AWS::${type}`)).toBe(property !== undefined);
  });
});

test.each([
  ["AWS::RDS::DBCluster", "/Properties/DeletionProtection", true],
  ["AWS::RDS::DBCluster", "/Properties/BackupRetentionPeriod", false],
  ["AWS::RDS::DBCluster", "/Properties/Tags/0/DeletionProtection", false],
  ["AWS::RDS::DBCluster", "/Metadata/DeletionProtection", false],
  ["AWS::SQS::Queue", "/Properties/DeletionProtection", false],
  ["AWS::DynamoDB::GlobalTable", "/Properties/Replicas/0/DeletionProtectionEnabled", true],
  ["AWS::DynamoDB::GlobalTable", "/Properties/Replicas/10/DeletionProtectionEnabled", true],
  ["AWS::DynamoDB::GlobalTable", "/Properties/Replicas/1x/DeletionProtectionEnabled", false],
  ["AWS::DynamoDB::GlobalTable", "/Properties/Replicas/x1/DeletionProtectionEnabled", false],
  ["AWS::DynamoDB::GlobalTable", "/Properties/Replicas", false],
  ["AWS::RDS::DBCluster", "/Properties/DeletionProtection/More", false],
  ["AWS::VerifiedPermissions::PolicyStore", "/Properties/DeletionProtection/Mode", true],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", "/Properties/LoadBalancerAttributes/0", false],
])("%s %s is the protection: %s", (type, pointer, is) => expect(isProtectionPath(type, pointer)).toBe(is));
