import { describe, expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import type { WrittenSide } from "../../../src/changes/policies/written.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const DENIALS = ["is removed: its denials no longer hold"];
const UNKNOWN = ["is removed: whether it denied anything cannot be told"];

const policy = (...effects: readonly ("Allow" | "Deny")[]): JsonObject => ({
  PolicyDocument: {
    Statement: effects.map((Effect) => ({ Effect, Principal: "*", Action: "s3:*", Resource: "arn:x" })),
  },
});

/** What is said of a policy that is removed. */
function told(
  before: JsonObject | undefined,
  more: Partial<ResourceChange> = {},
  written?: WrittenSide,
): readonly string[] {
  const change: ResourceChange = {
    ...{ stackPath: [], action: "Remove", logicalId: "Policy", type: "AWS::S3::BucketPolicy" },
    ...{ policyAction: "Delete", scope: [], details: [] },
    ...(before && { before: { Properties: before } }),
    ...more,
  };
  const around = { written: new Map([["Policy", written === undefined ? {} : { before: written }]]) };
  return weakerGuards(change, around).map(({ message }) => message);
}

describe("a policy that is removed", () => {
  test("takes its denials with it, where it has some", () => {
    expect(told(policy("Allow", "Deny"))).toEqual(DENIALS);
    expect(told(policy("Allow"))).toEqual([]);
    expect(told({})).toEqual([]);
    expect(told(policy("Deny"), { policyAction: "Retain" })).toEqual([]);
  });

  test("is as its template has it, where CloudFormation does not show it", () => {
    const side = (known: JsonObject, raw = known) => ({ known, raw });
    expect(told(undefined, {}, side(policy("Deny")))).toEqual(DENIALS);
    expect(told(undefined, {}, side(policy("Allow")))).toEqual([]);
    expect(told(undefined, {}, side({}, policy("Allow")))).toEqual(UNKNOWN);
    expect(told(undefined)).toEqual(UNKNOWN);
    const cut = { PolicyDocument: JSON.stringify(policy("Allow").PolicyDocument).slice(0, 40) };
    expect(told(cut)).toEqual(UNKNOWN);
  });

  test.each([
    ...["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy", "AWS::SQS::QueuePolicy"],
    ...["AWS::SNS::TopicPolicy", "AWS::SecretsManager::ResourcePolicy", "AWS::S3Express::BucketPolicy"],
  ])("whatever it is of: %s", (type) => {
    expect(told(policy("Deny"), { type })).toEqual(DENIALS);
    expect(told(undefined, { type })).toEqual(UNKNOWN);
  });

  test.each(["AWS::IAM::Role", "AWS::S3::Bucket", "AWS::CloudFront::CachePolicy", "Custom::Policy"])(
    "is none that goes with what it was of: %s",
    (type) => {
      expect(told(policy("Deny"), { type })).toEqual([]);
      expect(told(undefined, { type })).toEqual([]);
    },
  );
});
