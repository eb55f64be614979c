import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateResourceTypes } from "../../scripts/generate-resource-types.ts";
import { isStateful, nameProperty, uniqueNameProperty } from "../../src/changes/resourceTypes.ts";

test("the table is what the script makes of the installed schema: run node scripts/generate-resource-types.ts", () => {
  const file = new URL("../../src/changes/resourceTypes.data.ts", import.meta.url);
  const text = readFileSync(file, "utf8");
  expect(text).toBe(generateResourceTypes());
  // It is a part of the bundle, and is read at every start.
  expect(text.length).toBeLessThan(150_000);
});

describe("the naming property of", () => {
  test.each([
    ["AWS::RDS::DBCluster", "DBClusterIdentifier"],
    ["AWS::RDS::DBInstance", "DBInstanceIdentifier"],
    ["AWS::RDS::DBSubnetGroup", "DBSubnetGroupName"],
    ["AWS::RDS::DBClusterParameterGroup", "DBClusterParameterGroupName"],
    ["AWS::SecretsManager::Secret", "Name"],
    ["AWS::EC2::SecurityGroup", "GroupName"],
    ["AWS::IAM::Role", "RoleName"],
    ["AWS::Logs::LogGroup", "LogGroupName"],
    ["AWS::Logs::SubscriptionFilter", "FilterName"],
    ["AWS::CloudWatch::Alarm", "AlarmName"],
    ["AWS::CloudWatch::Dashboard", "DashboardName"],
    ["AWS::S3::Bucket", "BucketName"],
    ["AWS::ElastiCache::ReplicationGroup", "ReplicationGroupId"],
    ["AWS::Lambda::Permission", undefined],
    ["AWS::SecretsManager::SecretTargetAttachment", undefined],
    ["AWS::EC2::SecurityGroupEgress", undefined],
    ["Custom::Thing", undefined],
  ])("%s is %s", (type, property) => expect(nameProperty(type)).toBe(property));

  test("a REST API may be shared by two", () => {
    expect(nameProperty("AWS::ApiGateway::RestApi")).toBe("Name");
    expect(uniqueNameProperty("AWS::ApiGateway::RestApi")).toBeUndefined();
  });
});

test.each([
  ["AWS::RDS::DBCluster", true],
  ["AWS::S3::Bucket", true],
  ["AWS::ECR::Repository", true],
  ["AWS::Neptune::DBInstance", false],
  ["AWS::Lambda::Function", false],
  ["constructor", false],
])("%s holds data: %s", (type, holds) => expect(isStateful(type)).toBe(holds));
