import { expect, test } from "vitest";
import { KEY_PROPERTY, REFUSING } from "../../../../src/flows/preflight/facts/keyProperties.data.ts";
import { ACCOUNT, denied, detail, judged } from "../fixture.ts";
import { leafPaths } from "../leafPaths.ts";

const ID = "1a2b3c4d-1111-2222-3333-444455556666";
const arn = (rest: string, region = "us-east-1", account = ACCOUNT) =>
  `arn:aws:kms:${region}:${account}:${rest}`;

const STATES: Readonly<Record<string, string>> = {
  "alias/app": "Enabled",
  [arn("alias/app")]: "Enabled",
  "alias/off": "Disabled",
  [arn("key/old")]: "PendingDeletion",
};

const keys = (asked: string[] = []) => ({
  find: async (names: readonly string[]) => {
    asked.push(...names);
    return names.flatMap((name) => {
      const state = STATES[name];
      return state === undefined ? [] : [{ name, state }];
    });
  },
});

const logs = (KmsKeyId: unknown) => ({ Logs: { Type: "AWS::Logs::LogGroup", Properties: { KmsKeyId } } });

test.for<[string, object, readonly string[]]>([
  ["an alias", logs("alias/app"), []],
  ["an alias by its ARN", logs(arn("alias/app")), []],
  [
    "an alias that is not there",
    logs("alias/none"),
    [
      "error Logs alias/none: there is no such KMS key in this account and region. Create it before the deploy.",
    ],
  ],
  [
    "an id that is not there",
    logs(ID),
    [`error Logs ${ID}: there is no such KMS key in this account and region.`],
  ],
  [
    "a key that is off",
    logs("alias/off"),
    [
      "error Logs alias/off: the KMS key is Disabled. See that it is enabled before the deploy, or name another one.",
    ],
  ],
  [
    "a key that is about to go",
    logs(arn("key/old")),
    [
      `error Logs ${arn("key/old")}: the KMS key is PendingDeletion. Cancel its deletion and enable it before the deploy, or name another one.`,
    ],
  ],
  ["AWS's own", logs("alias/aws/logs"), []],
  ["AWS's own, by its ARN", logs(arn("alias/aws/logs")), []],
  ["another region's", logs(arn("key/none", "eu-west-1")), []],
  ["another account's", logs(arn("key/none", "us-east-1", "999999999999")), []],
  ["what is no key", logs("none"), []],
  [
    "an alias that the template makes",
    { ...logs("alias/mine"), Alias: { Type: "AWS::KMS::Alias", Properties: { AliasName: "alias/mine" } } },
    [],
  ],
  [
    "an alias that the template may make",
    {
      ...logs("alias/none"),
      Maker: { Type: "AWS::CloudFormation::CustomResource", Properties: { ServiceToken: "x" } },
    },
    [
      "warning Logs alias/none: there is no such KMS key in this account and region. Create it before the deploy.",
    ],
  ],
  [
    "of a service that takes any, at whatever depth",
    {
      Bucket: {
        Type: "AWS::S3::Bucket",
        Properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: ID } }],
          },
        },
      },
    },
    [`warning Bucket ${ID}: there is no such KMS key in this account and region.`],
  ],
  [
    "a replica's, which is another region's",
    {
      Secret: {
        Type: "AWS::SecretsManager::Secret",
        Properties: { ReplicaRegions: [{ Region: "eu-west-1", KmsKeyId: "alias/none" }] },
      },
    },
    [],
  ],
])("keys: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { keys: keys() })).toEqual(expected);
});

test("a preview only warns of what may be made or enabled until the deploy", async () => {
  const levels = async (key: string) =>
    (await judged(logs(key), { keys: keys() }, { isPreview: true })).map((line) => line.split(" ")[0]);
  expect(await levels("alias/none")).toEqual(["warning"]);
  expect(await levels("alias/off")).toEqual(["warning"]);
  expect(await levels(ID)).toEqual(["error"]);
});

test("without the permission it is said", async () => {
  expect(await judged(logs(ID), { keys: { find: () => Promise.reject(denied()) } })).toEqual([
    "notice Not checked before the deploy: whether the KMS keys are there and enabled (the role lacks kms:DescribeKey).",
  ]);
});

test("a key that stays is not asked about", async () => {
  const asked: string[] = [];
  const details = [detail("RetentionInDays")];
  const change = { logicalId: "Logs", action: "Modify", replacement: "False", details } as const;
  expect([await judged(logs(ID), { keys: keys(asked) }, { changes: [change] }), asked]).toEqual([[], []]);
});

test("the types that refuse a key have one", () => {
  expect(REFUSING.filter((type) => !leafPaths(type).some((path) => KEY_PROPERTY.test(path)))).toEqual([]);
});
