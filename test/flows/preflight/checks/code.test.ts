import { expect, test } from "vitest";
import type { CodeObject, CodeState } from "../../../../src/ports/preflight.ts";
import { ACCOUNT, type Change, denied, detail, judged } from "../fixture.ts";

const STATES: Readonly<Record<string, CodeState>> = {
  "code fn.zip": { kind: "there", bytes: 1_000 },
  "code fn.zip 3": { kind: "there" },
  "code fn.zip 9": { kind: "no-version" },
  "code large.zip": { kind: "there", bytes: 262_144_001 },
  "code limit.zip": { kind: "there", bytes: 262_144_000 },
  "away fn.zip": { kind: "elsewhere", region: "eu-west-1" },
};

/** The bucket `code` is there, and nobody may look into `closed`. */
function objects(asked: string[] = []) {
  const stateOf = ({ bucket, key, version }: CodeObject): CodeState => {
    const name = [bucket, key, version].filter((part) => part !== undefined).join(" ");
    asked.push(name);
    return STATES[name] ?? { kind: bucket === "code" ? "no-object" : "no-bucket" };
  };
  return {
    find: async (wanted: readonly CodeObject[]) => {
      if (wanted.some(({ bucket }) => bucket === "closed")) throw denied();
      return wanted.map(stateOf);
    },
  };
}

const fn = (S3Bucket: unknown, S3Key: unknown = "fn.zip", more: object = {}) => ({
  Fn: { Type: "AWS::Lambda::Function", Properties: { Code: { S3Bucket, S3Key, ...more } } },
});

test.for<[string, object, readonly string[]]>([
  ["code that is there", fn("code"), []],
  [
    "code that is not",
    fn("code", "other.zip"),
    ["error Fn There is no other.zip in bucket code. Put the code there before the deploy."],
  ],
  [
    "no bucket",
    fn("none"),
    ["error Fn There is no bucket none, where its code is to be. Put the code there before the deploy."],
  ],
  ["a version", fn("code", "fn.zip", { S3ObjectVersion: "3" }), []],
  [
    "a version that is not there",
    fn("code", "fn.zip", { S3ObjectVersion: "9" }),
    ["error Fn Of fn.zip in bucket code there is no version 9. Put the code there before the deploy."],
  ],
  [
    "a bucket of another region",
    fn("away"),
    [
      "error Fn Bucket away is in eu-west-1: Lambda takes code from buckets of its own region, us-east-1, only.",
    ],
  ],
  ["just small enough", fn("code", "limit.zip"), []],
  [
    "too large",
    fn("code", "large.zip"),
    ["warning Fn large.zip in bucket code has 251 MB: Lambda takes 250 MB, unzipped."],
  ],
  [
    "a layer",
    {
      Layer: { Type: "AWS::Lambda::LayerVersion", Properties: { Content: { S3Bucket: "code", S3Key: "x" } } },
    },
    ["error Layer There is no x in bucket code. Put the code there before the deploy."],
  ],
  [
    "a function of SAM's",
    {
      Text: { Type: "AWS::Serverless::Function", Properties: { CodeUri: "s3://code/a/b.zip" } },
      Object: {
        Type: "AWS::Serverless::Function",
        Properties: { CodeUri: { Bucket: "code", Key: "fn.zip", Version: 9 } },
      },
    },
    [
      "error Text There is no a/b.zip in bucket code. Put the code there before the deploy.",
      "error Object Of fn.zip in bucket code there is no version 9. Put the code there before the deploy.",
    ],
  ],
  ["a bucket that only AWS knows", fn("{{resolve:ssm:/app/db}}"), []],
  ["a key that only AWS knows", fn("code", { "Fn::ImportValue": "Key" }), []],
  [
    "a version that only AWS knows",
    fn("code", "fn.zip", { S3ObjectVersion: { "Fn::ImportValue": "V" } }),
    [],
  ],
  ["an image", { Fn: { Type: "AWS::Lambda::Function", Properties: { Code: { ImageUri: "x" } } } }, []],
  [
    "a bucket that the template makes",
    { ...fn("mine"), Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketName: "mine" } } },
    [],
  ],
  [
    "a bucket that the template may make",
    { ...fn("none"), Maker: { Type: "Custom::Maker" } },
    ["warning Fn There is no bucket none, where its code is to be. Put the code there before the deploy."],
  ],
  [
    "no permission for one of two buckets",
    { ...fn("closed"), Other: fn("code", "other.zip").Fn },
    [
      "error Other There is no other.zip in bucket code. Put the code there before the deploy.",
      "notice Not checked before the deploy: whether the code is in bucket closed (the role lacks s3:ListBucket).",
    ],
  ],
])("code: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { objects: objects() })).toEqual(expected);
});

test("a bucket of the CDK's has the account in its name", async () => {
  const bucket = { "Fn::Sub": "cdk-x-assets-$" + "{AWS::AccountId}-$" + "{AWS::Region}" };
  expect(await judged(fn(bucket), { objects: objects() })).toEqual([
    `error Fn There is no bucket cdk-x-assets-${ACCOUNT}-us-east-1, where its code is to be. Put the code there before the deploy.`,
  ]);
});

test("another code of a function of SAM's", async () => {
  const resources = { Fn: { Type: "AWS::Serverless::Function", Properties: { CodeUri: "s3://code/x" } } };
  const change = {
    logicalId: "Fn",
    action: "Modify",
    replacement: "False",
    details: [detail("Code")],
  } as const;
  expect(await judged(resources, { objects: objects() }, { changes: [change] })).toHaveLength(1);
});

test("a preview only warns: it may be put there before the deploy", async () => {
  const lines = await judged(fn("none"), { objects: objects() }, { isPreview: true });
  expect(lines).toEqual([expect.stringMatching(/^warning Fn There is no bucket none/)]);
  // But no bucket moves.
  expect(await judged(fn("away"), { objects: objects() }, { isPreview: true })).toEqual([
    expect.stringMatching(/^error Fn Bucket away is in eu-west-1/),
  ]);
});

test.for<[string, Change, number]>([
  ["a new function", { logicalId: "Fn", action: "Add" }, 1],
  ["another code", { logicalId: "Fn", action: "Modify", replacement: "False", details: [detail("Code")] }, 1],
  [
    "another memory",
    { logicalId: "Fn", action: "Modify", replacement: "False", details: [detail("MemorySize")] },
    0,
  ],
  ["no details", { logicalId: "Fn", action: "Modify", replacement: "False" }, 1],
  [
    "a replacement",
    { logicalId: "Fn", action: "Modify", replacement: "True", details: [detail("FunctionName")] },
    1,
  ],
  ["a removal", { logicalId: "Fn", action: "Remove" }, 0],
  ["another resource", { logicalId: "Topic", action: "Add" }, 0],
])("in a stack that is there it is asked for %s", async ([, change, times]) => {
  const asked: string[] = [];
  expect(await judged(fn("code", "x"), { objects: objects(asked) }, { changes: [change] })).toHaveLength(
    times,
  );
  expect(asked).toHaveLength(times);
});
