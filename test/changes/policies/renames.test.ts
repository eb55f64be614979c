import { describe, expect, test } from "vitest";
import type { Changes, ResourceChange } from "../../../src/changes/model.ts";
import { judge } from "../../../src/changes/verdict/verdict.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const OWN = "111122223333";
const target = { stack: "app", region: "eu-central-1", account: OWN, type: "UPDATE" } as const;

function changeOf(
  type: string,
  before: JsonObject,
  after: JsonObject,
  more: Partial<ResourceChange> = {},
): ResourceChange {
  return {
    ...{
      stackPath: [],
      action: "Modify",
      logicalId: type,
      type,
      replacement: "False",
      scope: ["Properties"],
    },
    ...{ details: [], before: { Properties: before }, after: { Properties: after } },
    ...more,
  };
}

/** A resource that is replaced under another name. */
function replaced(type: string, property: string, more: Partial<ResourceChange> = {}): ResourceChange {
  return changeOf(
    type,
    { [property]: "old" },
    { [property]: "new" },
    {
      ...{ replacement: "True", policyAction: "ReplaceAndDelete" },
      ...more,
    },
  );
}

const BUCKET = replaced("AWS::S3::Bucket", "BucketName");

/** What is said of policies beside the resources that are replaced. */
function told(before: JsonObject[], after: JsonObject[], ...others: readonly ResourceChange[]) {
  const document = (Statement: JsonObject[]): JsonObject => ({ PolicyDocument: { Statement } });
  const policy = changeOf("AWS::Any::Policy", document(before), document(after));
  const changes: Changes = {
    ...{ target, resources: [policy, ...others], parameters: [], keptParameters: [], tags: [] },
    ...{ outputs: [], settings: [], template: [], capabilities: [] },
  };
  return judge(changes, [])
    .risks.filter(({ kind, type }) => kind === "weaker-guard" && type === "AWS::Any::Policy")
    .map(({ message }) => message.replace("IAM is widened: ", ""));
}

const allow = (Resource: Json, more: JsonObject = {}): JsonObject => ({
  ...{ Effect: "Allow", Action: "s3:*", Resource },
  ...more,
});
const deny = (Resource: Json): JsonObject => ({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource });
const both = (arn: string) => [arn, `${arn}/*`];

describe("a policy that speaks of the stack's own resource under its new name", () => {
  test.each<[string, JsonObject, JsonObject, ResourceChange]>([
    ["grants", allow(both("arn:aws:s3:::old")), allow(both("arn:aws:s3:::new")), BUCKET],
    [
      "opens",
      allow("arn:aws:s3:::old/a/*", { Principal: "*" }),
      allow("arn:aws:s3:::new/a/*", { Principal: "*" }),
      BUCKET,
    ],
    [
      "grants on a table",
      allow(both(`arn:aws:dynamodb:eu-central-1:${OWN}:table/old`), { Action: "dynamodb:*" }),
      allow(both(`arn:aws:dynamodb:eu-central-1:${OWN}:table/new`), { Action: "dynamodb:*" }),
      replaced("AWS::DynamoDB::Table", "TableName"),
    ],
    [
      "denies on a function",
      deny(`arn:aws:lambda:eu-central-1:${OWN}:function:old:live`),
      deny(`arn:aws:lambda:eu-central-1:${OWN}:function:new:live`),
      replaced("AWS::Lambda::Function", "FunctionName"),
    ],
    [
      "lets in a topic",
      allow("*", {
        Principal: "*",
        Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-central-1:${OWN}:old` } },
      }),
      allow("*", {
        Principal: "*",
        Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-central-1:${OWN}:new` } },
      }),
      replaced("AWS::SNS::Topic", "TopicName"),
    ],
  ])("%s as before", (_, before, after, resource) => {
    expect(told([before], [after], resource)).toEqual([]);
    expect(told([before], [after])).toHaveLength(1);
    expect(told([before], [before], resource)).toEqual([]);
    const wider = { ...after, Effect: "Allow", Principal: "*", Condition: {}, Action: "sqs:SendMessage" };
    expect(told([before], [after, wider], resource)).toHaveLength(1);
  });

  test("had a generated name before: a name, an ARN or a URL", () => {
    for (const physicalId of [
      "app-bucket-1x",
      "arn:aws:s3:::app-bucket-1x",
      "https://host/1/app-bucket-1x",
    ]) {
      const bucket = { ...BUCKET, before: { Properties: {} }, physicalId };
      expect(told([allow("arn:aws:s3:::app-bucket-1x/*")], [allow("arn:aws:s3:::new/*")], bucket)).toEqual(
        [],
      );
    }
  });

  test("as JSON in a text", () => {
    const text = (name: string) => ({
      PolicyDocument: JSON.stringify({ Statement: [allow(`arn:aws:s3:::${name}/*`)] }),
    });
    const policy = changeOf("AWS::Any::Policy", text("old"), text("new"));
    const changes = { target, parameters: [], keptParameters: [], tags: [], outputs: [], settings: [] };
    const verdict = (...resources: readonly ResourceChange[]) =>
      judge({ ...changes, template: [], capabilities: [], resources }, []).risks;
    expect(verdict(policy)).toHaveLength(1);
    expect(verdict(policy, BUCKET).filter(({ type }) => type === "AWS::Any::Policy")).toEqual([]);
  });
});

describe("it is no new name", () => {
  const LESS = ["less is denied"];
  const LAMBDA = `arn:aws:lambda:eu-central-1:${OWN}:function`;
  const FUNCTION = replaced("AWS::Lambda::Function", "FunctionName");
  const [before, after] = [[deny(`${LAMBDA}:old`)], [deny(`${LAMBDA}:new`)]];

  test("of what holds data, in a denial: the deletion of the old one can fail", () => {
    expect(told([deny("arn:aws:s3:::old/*")], [deny("arn:aws:s3:::new/*")], BUCKET)).toEqual(LESS);
  });

  test("of another kind of the same service", () => {
    const role = replaced("AWS::IAM::Role", "RoleName");
    const of = (kind: string) =>
      told([deny(`arn:aws:iam::${OWN}:${kind}/old`)], [deny(`arn:aws:iam::${OWN}:${kind}/new`)], role);
    expect(of("role")).toEqual([]);
    expect(of("user")).toEqual(LESS);
  });

  test.each<[string, ResourceChange]>([
    ["where the old one stays in the account", { ...FUNCTION, policyAction: "ReplaceAndRetain" }],
    ["where nothing is replaced", { ...FUNCTION, replacement: "False" }],
    [
      "where only the execution tells it",
      {
        ...FUNCTION,
        after: { Properties: { FunctionName: "{{changeSet:KNOWN_AFTER_APPLY}}" } },
      },
    ],
    ["of another service", replaced("AWS::SNS::Topic", "TopicName")],
    ["of a type whose names are not known", replaced("AWS::Any::Thing", "Name")],
  ])("%s", (_, resource) => {
    expect(told(before, after, resource)).toEqual(LESS);
  });

  test.each([
    ["arn:aws:s3:::old*", "arn:aws:s3:::new*"],
    ["arn:aws:s3:::older/*", "arn:aws:s3:::newer/*"],
    ["arn:aws:s3:::other/old/*", "arn:aws:s3:::other/new/*"],
    ["arn:aws:s3:us-east-1::old", "arn:aws:s3:us-east-1::new"],
    ["arn:aws:s3::999999999999:old", "arn:aws:s3::999999999999:new"],
    ["old", "new"],
  ])("of what may be another's: %s", (old, name) => {
    expect(told([allow(old)], [allow(name)], BUCKET)).toEqual(["action s3:* (other resources)"]);
    expect(told([deny(old)], [deny(name)], BUCKET)).toEqual(LESS);
  });
});
