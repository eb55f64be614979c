import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wideGrants } from "../../../src/changes/policies/wideGrants.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const OWN = "111122223333";
const OTHER = "999999999999";

type Tests = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Principal?: { readonly AWS: readonly string[] };
  readonly Condition?: Tests;
}

const ACTIONS = ["*", "s3:*", "s3:Get*", "s3:GetObject", "S3:PutObject", "sqs:SendMessage", "iam:PassRole"];
const RESOURCES = [
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::a/*",
  "arn:aws:s3:::a/b",
  "arn:aws:sqs:us-east-1:1:q",
];
const PRINCIPALS = ["*", OWN, OTHER, `arn:aws:iam::${OTHER}:root`, `arn:aws:iam::${OTHER}:role/a`];
const CONDITIONS: readonly Tests[] = [
  { StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } },
  { ArnLike: { "aws:SourceArn": [`arn:aws:sns:*:${OWN}:*`] }, Bool: { "aws:SecureTransport": ["true"] } },
  { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
  { "ForAllValues:StringNotLike": { "aws:TagKeys": ["a*"] } },
];

/** Resource types, with whether their policies name principals. */
const TYPES = [
  ["AWS::IAM::Policy", "PolicyDocument", false],
  ["AWS::S3::BucketPolicy", "PolicyDocument", true],
  ["AWS::IAM::Role", "AssumeRolePolicyDocument", true],
  ["AWS::EC2::VPCEndpoint", "PolicyDocument", true],
  ["AWS::Organizations::Policy", "Content", false],
] as const;

const someOf = (items: readonly string[]) => fc.subarray([...items], { minLength: 1 });
const statements = (isNamed: boolean): fc.Arbitrary<Statement> =>
  fc.record(
    {
      Action: someOf(ACTIONS),
      Resource: someOf(RESOURCES),
      ...(isNamed && { Principal: someOf(PRINCIPALS).map((AWS) => ({ AWS })) }),
      Condition: fc.constantFrom(...CONDITIONS),
    },
    { requiredKeys: ["Action", "Resource", ...(isNamed ? (["Principal"] as const) : [])] },
  );

/** The same statement with less of everything, or none. */
function narrower(statement: Statement): fc.Arbitrary<readonly Statement[]> {
  const { Action, Resource, Principal, Condition } = statement;
  const added = { StringEquals: { ...Condition?.StringEquals, "aws:RequestedRegion": ["us-east-1"] } };
  const part = fc.record({
    Action: someOf(Action),
    Resource: someOf(Resource),
    ...(Principal !== undefined && { Principal: someOf(Principal.AWS).map((AWS) => ({ AWS })) }),
    Condition: fc.constantFrom(Condition ?? {}, { ...Condition, ...added }),
  });
  return fc.array(part, { maxLength: 2 });
}

function told(type: string, property: string, before: readonly Statement[], after: readonly Statement[]) {
  const state = (entries: readonly Statement[]): JsonObject => ({
    [property]: {
      Statement: entries.map((entry) => ({ Effect: "Allow", ...entry })),
    } as unknown as JsonObject,
  });
  return wideGrants(type, { before: state(before), after: state(after) }, { account: OWN });
}

describe.each(TYPES)("a policy of %s", (type, property, isNamed) => {
  test("that only gets narrower is no alarm", () => {
    const both = fc
      .array(statements(isNamed), { minLength: 1, maxLength: 4 })
      .chain((before) =>
        fc.tuple(
          fc.constant(before),
          fc.tuple(...before.map(narrower)).map((parts) => parts.flat()),
        ),
      )
      .chain(([before, after]) =>
        fc.tuple(fc.constant(before), fc.shuffledSubarray(after, { minLength: after.length })),
      );
    fc.assert(
      fc.property(both, ([before, after]) => {
        expect(told(type, property, before, after)).toEqual([]);
      }),
    );
  });

  test("one of whose wide statements says more is one", () => {
    const narrow = (items: readonly string[]) => items.filter((item) => item !== "*");
    const wide: fc.Arbitrary<Statement> = fc.record({
      Action: someOf(narrow(ACTIONS)).map((actions) => ["s3:*", ...actions]),
      Resource: someOf(narrow(RESOURCES)),
      ...(isNamed && { Principal: fc.constantFrom("*", OTHER).map((AWS) => ({ AWS: [AWS, OWN] })) }),
    });
    const more: fc.Arbitrary<(statement: Statement) => Statement> = fc.constantFrom(
      (it) => ({ ...it, Action: [...it.Action, "new:Thing"] }),
      (it) => ({ ...it, Action: ["*"] }),
      (it) => ({ ...it, Resource: ["arn:aws:new:::thing", ...it.Resource] }),
      (it) => ({ ...it, Resource: ["*"] }),
    );
    fc.assert(
      fc.property(wide, more, fc.boolean(), (statement, grow, isAdded) => {
        const after = isAdded ? [statement, grow(statement)] : [grow(statement)];
        expect(told(type, property, [statement], after)).not.toEqual([]);
      }),
    );
  });
});

// An endpoint's policy is about who may pass, whoever that is elsewhere.
const LET_IN = TYPES.filter(([type, , isNamed]) => isNamed && type !== "AWS::EC2::VPCEndpoint");

test.each(LET_IN)("a policy of %s that lets in one more from outside is one", (type, property) => {
  const from = statements(true).map((it) => ({ ...it, Principal: { AWS: [OTHER, OWN] } }));
  fc.assert(
    fc.property(
      from,
      fc.constantFrom("888888888888", "arn:aws:iam::888888888888:role/a"),
      (statement, name) => {
        const grown = { ...statement, Principal: { AWS: [...statement.Principal.AWS, name] } };
        expect(told(type, property, [statement], [grown])).not.toEqual([]);
      },
    ),
  );
});
