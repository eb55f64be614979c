import { expect, test } from "vitest";
import { type ChangeSet, KNOWN_AFTER_APPLY, type ResourceChange } from "../../../src/changes/model.ts";
import type { StackRequest } from "../../../src/changes/request.ts";
import { NO_HISTORY } from "../../../src/estimate/history.ts";
import { proposalOf } from "../../../src/flows/change/proposalOf.ts";
import { judged } from "../../../src/flows/change/verdictOf.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { request, stack } from "../../changes/items/examples.ts";
import { jobOf } from "../world.ts";

/** A bucket's policy as CloudFormation lists it where it leaves its values out. */
const listed: ResourceChange = {
  ...{ stackPath: [], action: "Modify", logicalId: "Policy", type: "AWS::S3::BucketPolicy" },
  ...{ replacement: "False", scope: ["Properties"], withoutValues: true },
  details: [
    {
      ...{ attribute: "Properties", name: "PolicyDocument" },
      ...{ requiresRecreation: "Never", evaluation: "Static" },
    },
  ],
};

const changeSet: ChangeSet = {
  ...{ arn: "arn:aws:cloudformation:us-east-1:123456789012:changeSet/pr-7/1", name: "pr-7" },
  ...{ stackArn: stack.arn, stackName: "app", status: "CREATE_COMPLETE", executionStatus: "AVAILABLE" },
  ...{ resources: [listed], parameters: [], tags: {}, capabilities: [], notificationArns: [], createdAt: 0 },
};

/** The default of a NoEcho parameter. */
const LOGIN = 'dog "house"';

function templateOf(...Statement: readonly JsonObject[]): JsonObject {
  const bucket = { Type: "AWS::S3::Bucket", Properties: {} };
  const policy = { Type: "AWS::S3::BucketPolicy", Properties: { PolicyDocument: { Statement } } };
  return { Parameters: { Who: { Type: "String" } }, Resources: { Bucket: bucket, Policy: policy } };
}

interface More {
  readonly resources?: readonly ResourceChange[];
  readonly asked?: Partial<StackRequest>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Nested stacks whose deployed template cannot be read. */
  readonly uncompared?: readonly string[];
}

function proposed(
  before: JsonObject,
  after: JsonObject,
  who: string,
  { resources = [listed], asked = {}, inputs, uncompared = [] }: More = {},
) {
  const job = jobOf(inputs ?? {});
  const parameters = [{ name: "Login", noEcho: true }];
  const proposal = proposalOf(
    { ...job, rendered: { ...job.rendered, template: { value: after, parameters } } as never },
    {
      ...{ live: { ...stack, parameters: [{ name: "Who", value: "123456789012" }] } },
      request: { ...request, ...asked },
      parameters: [
        { name: "Who", noEcho: false, source: "given", value: who },
        { name: "Login", noEcho: true, source: "default", value: LOGIN },
      ],
      compared: {
        templates: [{ stackPath: [], before: { value: before }, after: { value: after } }],
        ...{ contents: { has: new Map(), wants: new Map() }, unseen: [], uncompared },
      },
      resolved: { items: new Map(), findings: [] },
      found: {
        ...{ arn: changeSet.arn, stackArn: stack.arn, findings: [] },
        changeSet: { ...changeSet, resources },
      },
      earlier: { history: NO_HISTORY },
    },
    [],
  );
  expect(judged(job, proposal, []).verdict).toEqual(proposal.verdict);
  return proposal;
}

function told(before: JsonObject, after: JsonObject, who: string): readonly string[] {
  return proposed(before, after, who).verdict.risks.map(({ message }) => message);
}

const deny: JsonObject = {
  ...{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: { "Fn::GetAtt": ["Bucket", "Arn"] } },
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const allow: JsonObject = {
  ...{ Effect: "Allow", Principal: { AWS: { Ref: "Who" } }, Action: "s3:GetObject" },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so.
  Resource: { "Fn::Sub": "arn:${AWS::Partition}:s3:::${Bucket}/${AWS::AccountId}/*" },
};

test("a policy that CloudFormation leaves out is judged by the templates, with what the parameters are", () => {
  expect(told(templateOf(deny), templateOf(allow, deny), "123456789012")).toEqual([]);
  expect(told(templateOf(deny), templateOf(allow, deny), "999999999999")).toEqual([
    "IAM is widened: another account is allowed in",
  ]);
  expect(told(templateOf(deny, allow), templateOf(deny, allow), "999999999999")).toEqual([
    "IAM is widened: another account is allowed in",
  ]);
  expect(told(templateOf(deny), templateOf(allow), "123456789012")).toEqual([
    "IAM is widened: less is denied",
  ]);
  const unknown = { ...allow, Principal: { AWS: { "Fn::GetAtt": ["Bucket", "Nothing", "at", "all"] } } };
  expect(told(templateOf(deny), templateOf(deny, { ...unknown, Action: { Ref: "Nobody" } }), "1")).toEqual([
    "CloudFormation shows only a part of this policy: whether it allows more cannot be told",
  ]);
});

test("a nested stack that changes unlisted, and whose deployed template cannot be read, is to be acknowledged", () => {
  const template = templateOf(deny);
  const shown = (inputs: Readonly<Record<string, string>>) => {
    const { verdict, shownItems } = proposed(template, template, "1", { inputs, uncompared: ["Net"] });
    return [verdict.unacknowledged, shownItems.has("unseen Net")];
  };
  expect(shown({})).toEqual([[], false]);
  expect(shown({ "include-nested-stacks": "false" })).toEqual([["Net"], true]);
  expect(shown({ "deployment-mode": "revert-drift" })).toEqual([["Net"], true]);
});

test("what is shown from the templates has no NoEcho value in it, and nothing that is named like a secret", () => {
  const script = (end: string) => `#!/bin/sh\nlogin '${LOGIN}'\nexport DB_PASS=hunter2\n${end}\n`;
  const host = (end: string): JsonObject => ({
    Type: "AWS::EC2::Instance",
    Metadata: { Run: { content: script(end) }, DbPassword: `hunter2 ${end}` },
    Properties: {
      UserData: { "Fn::Sub": script(end) },
      Tags: [{ Key: "ApiToken", Value: `hunter2 ${end}` }],
    },
  });
  const before = { Resources: { Old: host("yum update") } };
  const after = { Resources: { Old: host("curl it"), New: host("curl it"), Untold: host("curl it") } };
  const { details: _, ...one } = { ...listed, type: "AWS::EC2::Instance" };
  const detail = { requiresRecreation: "Never", evaluation: "Static" } as const;
  const { shown } = proposed(before, after, "1", {
    resources: [
      {
        ...{ ...one, logicalId: "Old" },
        details: [
          { ...detail, attribute: "Metadata" },
          { ...detail, attribute: "Properties", name: "UserData", after: KNOWN_AFTER_APPLY },
          { ...detail, attribute: "Properties", name: "Tags" },
        ],
      },
      {
        ...{ ...one, action: "Add", logicalId: "New", details: [] },
        after: { Properties: { UserData: KNOWN_AFTER_APPLY } },
      },
      { ...one, action: "Add", logicalId: "Untold", details: [] },
    ],
  });
  expect(shown.template.map(({ name }) => name)).toEqual([
    "definition Old /Metadata/Run/content",
    "definition Old /Metadata/DbPassword",
    "definition Old /Properties/UserData/Fn::Sub",
    "definition Old /Properties/Tags",
    "definition Untold",
  ]);
  const text = JSON.stringify(shown);
  expect(text.match(/curl it/g)?.length).toBeGreaterThanOrEqual(6);
  expect(text).not.toMatch(/hunter2|dog|house/);
});

test("role, topics and tags that stay are shown, and make no item", () => {
  const [before, after] = [templateOf(deny), templateOf(deny, allow)];
  const { roleArn, notificationArns, tags } = stack;
  const named = proposed(before, after, "1", { asked: { roleArn, notificationArns, tags } });
  const left = proposed(before, after, "1", {
    asked: { roleArn: undefined, notificationArns: undefined, tags: undefined },
  });
  expect(left.shown.kept).toEqual({
    ...{ roleArn, notificationArns },
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  });
  expect(named.shown).not.toHaveProperty("kept");
  expect(left.digest).toEqual(named.digest);
});
