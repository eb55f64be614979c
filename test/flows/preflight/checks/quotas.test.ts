import { expect, test } from "vitest";
import type { QuotaKind } from "../../../../src/ports/preflight.ts";
import { type Change, denied, judged } from "../fixture.ts";

const quotas = (asked: string[] = []) => ({
  find: async (kind: QuotaKind) => {
    asked.push(kind);
    return kind === "gateways" ? undefined : { used: 4, max: 5 };
  },
});

const vpc = { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } };

test.for<[string, object, readonly string[]]>([
  ["room for one", { Vpc: vpc }, []],
  [
    "none for two",
    { Vpc: vpc, Other: vpc },
    [
      "warning Vpc The account has 4 of 5 in us-east-1 (quota VPCs per Region), and 2 more are to be made. Have the quota raised before the deploy.",
    ],
  ],
  ["a region without the quota", { Gateway: { Type: "AWS::EC2::InternetGateway" } }, []],
])("quotas: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { quotas: quotas() })).toEqual(expected);
});

test.for<[string, Change, readonly string[]]>([
  ["added", { logicalId: "Vpc", action: "Add" }, ["vpcs"]],
  ["replaced", { logicalId: "Vpc", action: "Modify", replacement: "True" }, []],
])("of a VPC that is %s", async ([, change, expected]) => {
  const asked: string[] = [];
  await judged({ Vpc: vpc }, { quotas: quotas(asked) }, { changes: [change] });
  expect(asked).toEqual(expected);
});

test("without the permission it is said", async () => {
  expect(await judged({ Vpc: vpc }, { quotas: { find: () => Promise.reject(denied()) } })).toEqual([
    "notice Not checked before the deploy: whether the quota VPCs per Region leaves room (the role lacks servicequotas:GetServiceQuota or ec2:DescribeVpcs).",
  ]);
});
