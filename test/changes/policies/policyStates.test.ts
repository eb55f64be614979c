import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import { policyStates } from "../../../src/changes/policies/policyStates.ts";
import type { WrittenSide } from "../../../src/changes/policies/written.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const BUCKET = "arn:aws:s3:::site";
const tls: JsonObject = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const served: JsonObject = {
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "s3:GetObject",
  Resource: `${BUCKET}/*`,
};
const open: JsonObject = { ...served, Principal: "*" };

const policy = (...Statement: readonly JsonObject[]): JsonObject => ({
  Bucket: "site",
  PolicyDocument: { Version: "2012-10-17", Statement },
});

const changed = (more: Partial<PropertyChange> = {}): PropertyChange => ({
  ...{ attribute: "Properties", name: "PolicyDocument", path: "/Properties/PolicyDocument" },
  ...{ requiresRecreation: "Never", evaluation: "Static", changeType: "Modify" },
  ...more,
});

function bucketPolicy(more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    ...{ stackPath: [], action: "Modify", logicalId: "Policy", type: "AWS::S3::BucketPolicy" },
    ...{ replacement: "False", scope: ["Properties"], details: [changed()] },
    ...more,
  };
}

const context = (properties: JsonObject): Pick<ResourceChange, "before"> => ({
  before: { Properties: properties },
});
const side = (known: JsonObject, raw = known): WrittenSide => ({ known, raw });

/** What is said of a change where the templates say this. */
function told(change: ResourceChange, before?: WrittenSide, after?: WrittenSide): readonly string[] {
  const states = { ...(before && { before }), ...(after && { after }) };
  const around = { account: "111122223333", written: new Map([["Policy", states]]) };
  return weakerGuards(change, around).map(({ property, message }) => `${property}: ${message}`);
}

const UNTOLD =
  "PolicyDocument: CloudFormation shows only a part of this policy: whether it allows more cannot be told";
const LESS = "PolicyDocument: IAM is widened: less is denied";
const EVERYBODY = "PolicyDocument: IAM is widened: everybody is allowed in";

const [had, has] = [policy(tls), policy(served, tls)];
const text = (properties: JsonObject) => JSON.stringify(properties.PolicyDocument);
const cut = (properties: JsonObject) => text(properties).slice(0, 90);

/** Every way in which CloudFormation may leave a policy out or cut it. */
const CUTS: readonly [string, ResourceChange][] = [
  ["no contexts, after cut", bucketPolicy({ details: [changed({ before: text(had), after: cut(has) })] })],
  ["no contexts, before cut", bucketPolicy({ details: [changed({ before: cut(had), after: text(has) })] })],
  [
    "no after context, and its value cut",
    bucketPolicy({ ...context(had), details: [changed({ before: text(had), after: cut(has) })] }),
  ],
  [
    "no before context, and its value cut",
    bucketPolicy({ after: { Properties: has }, details: [changed({ before: cut(had), after: text(has) })] }),
  ],
  [
    "no after context, and a part of the value",
    bucketPolicy({
      ...context(had),
      details: [changed({ path: "/Properties/PolicyDocument/Statement/0/Action", before: "a", after: "b" })],
    }),
  ],
  [
    "no before context, and two parts of the value",
    bucketPolicy({
      after: { Properties: has },
      details: [0, 1].map((at) =>
        changed({ path: `/Properties/PolicyDocument/Statement/${at}/Sid`, before: "a", after: "b" }),
      ),
    }),
  ],
  ["no values at all", bucketPolicy({ withoutValues: true, details: [changed()] })],
  [
    "a text cut in the context",
    bucketPolicy({
      before: { Properties: { PolicyDocument: text(had) } },
      after: { Properties: { PolicyDocument: cut(has) } },
    }),
  ],
  [
    "the whole known after the execution only",
    bucketPolicy({ ...context(had), after: { Properties: { PolicyDocument: KNOWN_AFTER_APPLY } } }),
  ],
  [
    "its statements known after the execution only",
    bucketPolicy({
      ...context(had),
      after: { Properties: { PolicyDocument: { Statement: [served, KNOWN_AFTER_APPLY] } } },
    }),
  ],
];

describe.each(CUTS)("a policy that is not shown whole (%s)", (_, change) => {
  test("is told as that, and as nothing else", () => {
    expect(told(change)).toEqual([UNTOLD]);
    expect(told(change, side(had))).toEqual([UNTOLD]);
    expect(told(change, side(had), side({}, has))).toEqual([UNTOLD]);
  });

  test("is as the templates have it", () => {
    expect(told(change, side(had), side(has))).toEqual([]);
    expect(told(change, side(had), side(policy(served)))).toEqual([LESS]);
    expect(told(change, side(had), side(policy(open, tls)))).toEqual([EVERYBODY]);
    expect(told(change, side(had), side({}))).toEqual([LESS]);
  });
});

test("what CloudFormation shows whole counts, whatever the templates say", () => {
  const details = [changed({ before: text(had), after: text(policy(served)) })];
  expect(told(bucketPolicy({ details }), side(had), side(had))).toEqual([LESS]);
  const whole = bucketPolicy({ ...context(had), after: { Properties: policy(open, tls) } });
  expect(told(whole, side(had), side(had))).toEqual([EVERYBODY]);
});

test("what is not listed stays as one side has it", () => {
  const details = [changed({ name: "Tags", path: "/Properties/Tags", before: '[{"Key":"a', after: '[{"K' })];
  for (const contexts of [context(had), { after: { Properties: had } }])
    expect(told(bucketPolicy({ ...contexts, details }))).toEqual([]);
  expect(policyStates(bucketPolicy({ ...context(had), details }))).toEqual({
    ...{ before: had, after: had },
    untold: [],
  });
});

test("what comes or goes as a whole is there on one side", () => {
  const goes = bucketPolicy({ details: [changed({ changeType: "Remove", before: text(had) })] });
  expect(told(goes)).toEqual([LESS]);
  const comes = bucketPolicy({ details: [changed({ changeType: "Add", after: text(policy(open)) })] });
  expect(told(comes)).toEqual([EVERYBODY]);
});

test("whom another stack's export names is not known, where it named nobody before", () => {
  const given = (name: string) => ({ ...served, Principal: { AWS: `arn:aws:iam::{{import ${name}}}:root` } });
  const change = bucketPolicy({ withoutValues: true });
  const toldOf = (before: JsonObject, after: JsonObject) => told(change, side(before), side(after));
  expect(toldOf(policy(tls), policy(tls, given("Other")))).toEqual([UNTOLD]);
  expect(toldOf(policy(given("One")), policy(given("Other")))).toEqual([UNTOLD]);
  expect(toldOf(policy(given("One")), policy(given("One"), tls))).toEqual([]);
  const under = { ...open, Condition: { StringEquals: { "aws:PrincipalAccount": "{{import Other}}" } } };
  expect(toldOf(policy(tls), policy(tls, under))).toEqual([UNTOLD]);
  const permission = { action: "Add", type: "AWS::Lambda::Permission", details: [] } as const;
  const invoked = side({ FunctionName: "f", Principal: "{{import Other}}" });
  expect(told(bucketPolicy(permission), undefined, invoked)).toEqual([
    UNTOLD.replace("PolicyDocument", "Principal"),
  ]);
  const of = { ...served, Resource: "{{import Other}}/*" };
  expect(toldOf(policy(tls), policy(tls, of))).toEqual([]);
});

test("what drifted is not as the deployed template says", () => {
  const drift = { previous: "a", actual: "b" };
  const change = bucketPolicy({ details: [changed({ drift })] });
  expect(told(change, side(had), side(has))).toEqual([UNTOLD]);
});

test("a new policy without its values is as the template has it, or told as not known", () => {
  const added = bucketPolicy({ action: "Add", details: [] });
  expect(told(added, undefined, side(policy(open)))).toEqual([EVERYBODY]);
  expect(told(added, undefined, side(policy(tls, served)))).toEqual([]);
  expect(told(added, undefined, side({ Bucket: "site" }, policy(open)))).toEqual([UNTOLD]);
  expect(told(added)).toEqual([]);
  const nothing = [UNTOLD.replace("PolicyDocument", "undefined")];
  for (const more of [{ isCut: true }, { withoutValues: true }]) {
    expect(told({ ...added, ...more })).toEqual(nothing);
    expect(told({ ...added, ...more, type: "AWS::IAM::Role" })).toEqual(nothing);
    expect(told({ ...added, ...more, type: "AWS::S3::Bucket" })).toEqual([]);
    expect(told({ ...added, ...more }, undefined, side(policy(tls)))).toEqual([]);
  }
});

describe("where a policy is known by", () => {
  const partial = (more: Partial<PropertyChange>, type = "AWS::Any::Type") => {
    const path = `/Properties/${more.name}`;
    return policyStates(bucketPolicy({ type, details: [changed({ path, ...more })] })).untold;
  };

  test.each<[string, Partial<PropertyChange>, string?]>([
    ["its name", { name: "KeyPolicy" }],
    ["its name", { name: "ManagedPolicyArns" }],
    ["its name", { name: "AssumeRolePolicyDocument" }],
    ["its type", { name: "Policies" }, "AWS::IAM::Role"],
    ["its text", { name: "Document", after: '{"Statement":[{"Effect":"Deny","Acti' }],
    ["its text in a text", { name: "Document", before: '"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\"' }],
    ["its place", { name: "Document", path: "/Properties/Document/Statement/0", after: "x" }],
  ])("%s: %j", (_, detail, type) => {
    expect(partial(detail, type)).toEqual([{ property: detail.name }]);
  });

  test.each(["DeletionPolicy", "Policies", "Description", "RetentionPolicy"])(
    "nothing of that, it is none: %s",
    (name) => {
      expect(partial({ name, after: '{"a":"b' })).toEqual([]);
    },
  );
});

test("a text that is no JSON is whole: a subject in braces, a list in words, what stands for a secret", () => {
  for (const Resource of [
    "{c5c3ca0a}:*",
    "[a]",
    "{{resolve:ssm:/a}}",
    `${KNOWN_AFTER_APPLY}/*`,
    "{}",
  ] as const) {
    const states = policy({ ...served, Resource });
    const change = bucketPolicy({ ...context(states), after: { Properties: states } });
    expect(policyStates(change)).toEqual({ before: states, after: states, untold: [] });
  }
});

test("wherever it is cut, what stays is neither lost nor gained", () => {
  const statement = fc.constantFrom(tls, served, open, { ...tls, Action: "s3:Put*" });
  const cases = fc.record({
    statements: fc.array(statement, { minLength: 1, maxLength: 4 }),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    isBefore: fc.boolean(),
    hasContext: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ statements, at, isBefore, hasContext }) => {
      const state = policy(...statements);
      const part = text(state).slice(0, 2 + Math.floor((text(state).length - 2) * at));
      const [before, after] = isBefore ? [part, text(state)] : [text(state), part];
      const whole: Json = { Properties: state };
      const contexts = !hasContext ? {} : isBefore ? { after: whole } : { before: whole };
      const change = bucketPolicy({ ...contexts, details: [changed({ before, after })] });
      expect(told(change)).toEqual([UNTOLD]);
      expect(told(change, side(state), side(state))).toEqual([]);
    }),
  );
});
