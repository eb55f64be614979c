import { readFileSync } from "node:fs";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { describe, expect, test } from "vitest";
import { generateResourceTypes, typesOf } from "../../scripts/generate-resource-types.ts";
import { HOLDS_NOTHING, ON_DISKS } from "../../scripts/resource-types/data.ts";
import { SERVES_NOTHING, SERVING, SERVING_NAMES } from "../../scripts/resource-types/serving.ts";
import {
  isOnDisks,
  isServing,
  isStateful,
  isUnjudged,
  nameProperty,
  uniqueNameProperty,
} from "../../src/changes/resourceTypes.ts";

const TYPES = [...loadAwsServiceSpecSync().all("resource")].map((resource) => resource.cloudFormationType);

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

describe("a type that is named like one with data", () => {
  const nothing = typesOf(HOLDS_NOTHING);

  test("is judged: it holds some, has disks of its own, or is listed with the reason why it holds nothing", () => {
    expect(TYPES.filter(isUnjudged)).toEqual([]);
  });

  test("is in one list, and in no list without need", () => {
    expect(nothing.filter((type) => isStateful(type) || isOnDisks(type))).toEqual([]);
    expect(ON_DISKS.filter(isStateful)).toEqual([]);
    // By its name alone, as of a service that nobody knows yet, it would be taken for one with data.
    const newer = (type: string) => `AWS::New::${type.split("::").at(-1)}`;
    expect(nothing.filter((type) => !isUnjudged(newer(type)))).toEqual([]);
    expect(new Set(nothing).size).toBe(nothing.length);
  });
});

describe("a type that is named like one that serves", () => {
  const [serving, nothing] = [typesOf(SERVING), typesOf(SERVES_NOTHING)];

  test("is judged: it serves, holds data, or is listed with the reason why nobody misses it", () => {
    const judged = (type: string) => isServing(type) || isStateful(type) || nothing.includes(type);
    expect(TYPES.filter((type) => SERVING_NAMES.test(type) && !judged(type))).toEqual([]);
  });

  test("is in one list, and in no list without need", () => {
    expect(nothing.filter((type) => isServing(type) || isStateful(type))).toEqual([]);
    // Of one with data the loss is told; an instance in an Aurora cluster has none.
    expect(serving.filter(isStateful)).toEqual(["AWS::RDS::DBInstance"]);
    expect(nothing.filter((type) => !SERVING_NAMES.test(type) || !TYPES.includes(type))).toEqual([]);
    expect(new Set([...serving, ...nothing]).size).toBe(serving.length + nothing.length);
    expect(ON_DISKS.filter((type) => !isServing(type))).toEqual([]);
  });

  test.each([
    "IAM::Policy",
    "Lambda::Permission",
    "Lambda::Version",
    "ApiGateway::Deployment",
    "ECS::TaskDefinition",
    "CloudWatch::Alarm",
    "RDS::DBParameterGroup",
    "EC2::Subnet",
    "EC2::SecurityGroup",
    "ElasticLoadBalancingV2::TargetGroup",
  ])("%s is wiring", (type) => expect(isServing(`AWS::${type}`)).toBe(false));
});

test.each([
  ["MongoDB::Atlas::Cluster", true],
  ["Initech::TPS::Report", true],
  ["AWSQS::EKS::Cluster", true],
  ["AWS::New::Bucket", true],
  ["AWS::New::Policy", false],
  ["AWS::S3::Bucket", false],
  ["AWS::EC2::Instance", false],
  ["AWS::SNS::Topic", false],
  ["Alexa::ASK::Skill", false],
  ["Custom::Database", false],
])("nobody knows whether %s holds data: %s", (type, isUnknown) => expect(isUnjudged(type)).toBe(isUnknown));
