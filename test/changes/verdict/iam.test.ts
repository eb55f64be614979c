import { describe, expect, test } from "vitest";
import { wideGrants } from "../../../src/changes/verdict/iam.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const ROLE = "AWS::IAM::Role";

function widened(type: string, after: JsonObject, before?: JsonObject): readonly string[] {
  return wideGrants(type, { before, after, complete: true }).map(
    ({ property, message }) => `${property}: ${message.replace("IAM is widened: ", "")}`,
  );
}

const allowing = (...statements: readonly JsonObject[]): JsonObject => ({
  Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
});
const policy = (...statements: readonly JsonObject[]) =>
  widened("AWS::IAM::Policy", { PolicyDocument: allowing(...statements) }).map((it) =>
    it.replace("PolicyDocument: ", ""),
  );

describe("what a statement allows", () => {
  test.each<[JsonObject, readonly string[]]>([
    [{ Action: "*", Resource: "arn:x" }, ["action *"]],
    [{ Action: ["s3:*", "sqs:SendMessage"], Resource: ["arn:x", "*"] }, ["action s3:* on every resource"]],
    [{ Action: "s3:Put*", Resource: "arn:x" }, []],
    [{ Action: "s3:*Tagging", Resource: "arn:x" }, []],
    [{ Action: "odd s3:*", Resource: "arn:x" }, []],
    [{ Action: "sqs:SendMessage", Resource: "*" }, ["sqs:SendMessage on every resource"]],
    [
      { Action: ["a:A", "b:Describe", "c:C", "d:D", "e:E"], Resource: "*" },
      ["a:A, c:C, d:D on every resource"],
    ],
    [{ Action: ["b:DescribeX", "b:ListX", "b:GetX", "logs:PutLogEvents"], Resource: "*" }, []],
    [{ Action: ["b:GetX", "b:PutX"], Resource: "*" }, ["b:PutX on every resource"]],
    [{ NotAction: "iam:*", Resource: "arn:x" }, ["an Allow with NotAction"]],
    [{ NotAction: "iam:*", Resource: "*" }, ["an Allow with NotAction"]],
    [{ Action: "s3:GetObject", NotResource: "arn:x" }, ["an Allow with NotResource"]],
    [{ Effect: "Deny", Action: "*", Resource: "*" }, []],
    [{}, []],
  ])("%j", (statement, grants) => {
    expect(policy(statement)).toEqual(grants);
  });

  test("is told once, and only what was not allowed before", () => {
    const [everything, s3] = [
      { Action: "*", Resource: "*" },
      { Action: "s3:*", Resource: "*" },
    ];
    expect(policy(everything, everything)).toEqual(["action * on every resource"]);
    const grown = widened(
      "AWS::IAM::Policy",
      { PolicyDocument: allowing(s3, everything) },
      { PolicyDocument: allowing(s3) },
    );
    expect(grown).toEqual(["PolicyDocument: action * on every resource"]);
  });

  test("is nothing where there is no statement", () => {
    for (const Statement of [undefined, null, "Allow", ["Allow", null]] as const)
      expect(
        widened("AWS::IAM::Policy", { PolicyDocument: { ...(Statement !== undefined && { Statement }) } }),
      ).toEqual([]);
    expect(widened("AWS::IAM::Policy", { PolicyDocument: "text" })).toEqual([]);
    expect(wideGrants(ROLE, { before: undefined, after: undefined, complete: true })).toEqual([]);
  });
});

describe("where policies are", () => {
  const wide = allowing({ Action: "*", Resource: "*" });

  test("a role's own", () => {
    const Policies = [{ PolicyName: "a", PolicyDocument: wide }, "odd", { PolicyDocument: "odd" }, {}];
    expect(widened(ROLE, { Policies })).toEqual(["Policies: action * on every resource"]);
    expect(widened(ROLE, { Policies: wide })).toEqual([]);
  });

  test("who may assume a role is a matter of principals", () => {
    const trust = allowing({ Action: "*", Principal: { AWS: "arn:x" } });
    expect(widened(ROLE, { AssumeRolePolicyDocument: trust })).toEqual([]);
    expect(widened(ROLE, { AssumeRolePolicyDocument: allowing({ Action: "*", Principal: "*" }) })).toEqual([
      "AssumeRolePolicyDocument: everybody is allowed in",
    ]);
  });

  test.each(["KeyPolicy", "ResourcePolicy", "RepositoryPolicyText", "PolicyText", "Policy"])(
    "%s speaks of its resource: only who is let in is wide",
    (property) => {
      expect(widened("AWS::Any::Type", { [property]: wide })).toEqual([]);
      expect(
        widened("AWS::Any::Type", { [property]: allowing({ Principal: { AWS: ["arn:x", "*"] } }) }),
      ).toEqual([`${property}: everybody is allowed in`]);
    },
  );

  test("a bucket's: with a principal it is no identity's", () => {
    const statement = { Principal: { AWS: "arn:x" }, Action: "s3:*", Resource: "*" };
    expect(policy(statement)).toEqual([]);
  });

  test("nowhere else", () => {
    expect(widened(ROLE, { Description: wide, PolicyNames: wide, Tags: [wide] })).toEqual([]);
    const open = { PolicyDocument: allowing({ Principal: "*", Action: "*", Resource: "*" }) };
    expect(widened(ROLE, { Entries: [open] })).toEqual([]);
  });
});

describe("who is let in", () => {
  const into = (statement: JsonObject) =>
    widened("AWS::SQS::QueuePolicy", { PolicyDocument: allowing(statement) });
  const everybody = "PolicyDocument: everybody is allowed in";

  test.each<[Json, readonly string[]]>([
    ["*", [everybody]],
    [{ AWS: "*" }, [everybody]],
    [{ Service: "*" }, []],
    ["arn:aws:iam::1:root", []],
    [{ AWS: ["arn:aws:iam::1:root"] }, []],
  ])("by the principal %j", (Principal, grants) => {
    expect(into({ Principal })).toEqual(grants);
  });

  test("a condition may narrow it, which is said", () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
    expect(into({ Principal: "*", Condition })).toEqual([`${everybody}, under a condition`]);
  });

  test("everybody but some is nearly everybody", () => {
    expect(into({ NotPrincipal: { AWS: "arn:x" } })).toContain("PolicyDocument: an Allow with NotPrincipal");
  });
});

describe("a managed policy", () => {
  const managed = (...ManagedPolicyArns: readonly Json[]) => widened(ROLE, { ManagedPolicyArns });
  const arn = (name: string) => `arn:aws:iam::aws:policy/${name}`;

  test.each(["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "AmazonS3FullAccess"])(
    "%s is wide",
    (name) => {
      expect(managed(arn("ReadOnlyAccess"), arn(name))).toEqual([
        `ManagedPolicyArns: managed policy ${name}`,
      ]);
    },
  );

  test("that reads, or whose name only begins so, is not", () => {
    expect(managed(arn("ReadOnlyAccess"), arn("AdministratorAccessLike"), { Ref: "Policy" })).toEqual([]);
    expect(widened(ROLE, {})).toEqual([]);
  });
});

describe("a function", () => {
  const URL_GRANT = ["AuthType: everybody may call the function's URL"];
  const INVOKE = ["Principal: everybody may invoke the function"];
  const permission = (more: JsonObject) => widened("AWS::Lambda::Permission", { Principal: "*", ...more });

  test("whose URL needs no signature may be called by everybody", () => {
    expect(widened("AWS::Lambda::Url", { AuthType: "NONE" })).toEqual(URL_GRANT);
    expect(widened("AWS::Lambda::Url", { AuthType: "AWS_IAM" })).toEqual([]);
    expect(widened("AWS::ApiGateway::Method", { AuthType: "NONE" })).toEqual([]);
  });

  test("that everybody may invoke, unless something narrows it", () => {
    expect(permission({})).toEqual(INVOKE);
    for (const key of ["SourceArn", "SourceAccount", "PrincipalOrgID"])
      expect(permission({ [key]: "x" })).toEqual([]);
    expect(permission({ Principal: "s3.amazonaws.com" })).toEqual([]);
    expect(widened("AWS::Any::Type", { Principal: "*" })).toEqual([]);
  });
});
