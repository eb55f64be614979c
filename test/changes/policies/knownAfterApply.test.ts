import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wideGrants } from "../../../src/changes/policies/wideGrants.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const K = "{{changeSet:KNOWN_AFTER_APPLY}}";
const B = "arn:aws:s3:::site";

const tls = (Resource: Json, more: JsonObject = {}): JsonObject => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...more,
});
const served = (Resource: Json, name = "cloudfront"): JsonObject => ({
  Effect: "Allow",
  Principal: { Service: `${name}.amazonaws.com` },
  Action: "s3:GetObject",
  Resource,
});

function told(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  isText = false,
): readonly string[] {
  const state = (Statement: readonly JsonObject[]): JsonObject => ({
    PolicyDocument: isText ? JSON.stringify({ Statement }) : { Statement },
  });
  const states = { before: state(before), after: state(after) };
  return wideGrants("AWS::S3::BucketPolicy", states, { account: "111122223333" }).map(
    ({ message }) => message,
  );
}

const LESS = ["IAM is widened: less is denied"];

describe.each([false, true])("a denial whose ARN only the execution tells (as JSON text: %s)", (isText) => {
  test.each<[string, JsonObject[], JsonObject[]]>([
    ["an Allow before it", [tls([B, `${B}/*`])], [served(`${K}/*`), tls([K, `${K}/*`])]],
    ["one less before it", [served(`${B}/*`), tls([B, `${B}/*`])], [tls([K, `${K}/*`])]],
    ["another order", [tls([`${B}/*`, B])], [tls([K, `${K}/*`])]],
    ["a list of more", [tls(`${B}/*`)], [tls([K, `${K}/*`])]],
    ["one and no list", [tls([`${B}/*`])], [tls(`${K}/*`)]],
    ["an Allow before it, and more", [tls(B)], [served(K), tls(K, { Action: "*" })]],
    ["its name, and more", [tls(B, { Sid: "A" })], [served(K), tls(K, { Sid: "A", Action: "*" })]],
  ])("stays with %s", (_, before, after) => {
    expect(told(before, after, isText)).toEqual([]);
  });

  test.each<[string, JsonObject[], JsonObject[]]>([
    ["it", [served(B), tls(B)], [served(K)]],
    ["a resource of it", [tls([B, `${B}/*`])], [served(K), tls(`${K}/*`)]],
    ["one of two", [tls(B), tls(`${B}/*`)], [tls(K)]],
    ["more by a condition", [tls(B)], [tls(K, { Condition: { Bool: { "aws:ViaAWSService": "false" } } })]],
  ])("is told where there goes %s", (_, before, after) => {
    expect(told(before, after, isText)).toEqual(LESS);
  });
});

test("a wildcard is not what only the execution tells", () => {
  const all = (Resource: string) => ({ Effect: "Allow", Action: "s3:*", Resource });
  expect(told([all(`${B}/abc`)], [all(`${K}/a*`)])).toEqual([
    "IAM is widened: action s3:* (other resources)",
  ]);
});

test("what moves, or is known after the execution only, denies no less; a denial that goes does", () => {
  const resources = fc.subarray([B, `${B}/*`, `${B}/a/*`], { minLength: 1 });
  const denial = fc
    .tuple(resources, fc.constantFrom("s3:*", "s3:Put*", "s3:DeleteObject"))
    .map(([Resource, Action]) => tls(Resource, { Action }));
  const denials = fc.uniqueArray(denial, { minLength: 1, maxLength: 3, selector: ({ Action }) => Action });
  const unknown = (statement: JsonObject): JsonObject =>
    JSON.parse(JSON.stringify(statement).replaceAll(B, K)) as JsonObject;
  const cases = denials.chain((before) =>
    fc.tuple(
      fc.constant(before),
      fc.shuffledSubarray([...before.map(unknown), served(K), served(`${K}/*`, "sns")], {
        minLength: before.length + 2,
      }),
    ),
  );
  fc.assert(
    fc.property(cases, ([before, after]) => {
      expect(told(before, after)).toEqual([]);
      const gone = after.filter(({ Action }) => Action !== before[0]?.Action);
      const isCovered = before.length > 1 && before.some(({ Action }, at) => at > 0 && Action === "s3:*");
      if (!isCovered) expect(told(before, gone)).toEqual(LESS);
    }),
  );
});
