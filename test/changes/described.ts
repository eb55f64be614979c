import { type ChangeSources, describeChanges } from "../../src/changes/describe.ts";
import { bind } from "../../src/changes/items/bind.ts";
import type { StackRequest } from "../../src/changes/request.ts";
import type { Stack } from "../../src/stack/model.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { queue } from "./examples.ts";
import { request } from "./items/examples.ts";

const ARN = "arn:aws:cloudformation:us-east-1:123456789012:stack/app/11111111-2222-3333-4444-555555555555";
export const TEMPLATE = {
  Parameters: {
    Size: { Type: "String", Default: "1" },
    Kept: { Type: "String", Default: "10" },
    Password: { Type: "String", NoEcho: true },
  },
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: { Ref: "Kept" } } },
    Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Size" } } },
  },
  Outputs: { Url: { Value: { Ref: "Queue" } }, Name: { Value: { "Fn::GetAtt": ["Queue", "QueueName"] } } },
};

export function rendered(template: object = TEMPLATE) {
  return renderTemplate(parseTemplate(JSON.stringify(template), "stack.json"));
}

export const stack: Stack = {
  arn: ARN,
  name: "app",
  status: "UPDATE_COMPLETE",
  parameters: [
    { name: "Size", value: "1" },
    { name: "Kept", value: "30" },
    { name: "Password", value: "****" },
    { name: "Gone", value: "x" },
    { name: "GoneSecret", value: "****" },
  ],
  tags: { team: "a", cost: "1" },
  outputs: [],
  capabilities: [],
  notificationArns: [],
  terminationProtection: false,
  createdAt: 0,
};

export type Given = Omit<ChangeSources, "items"> & { readonly request?: Partial<StackRequest> };

/** What a reviewer is shown, of items that are made of the same sources. */
export function described({ request: asked = {}, ...given }: Given) {
  const { deployedTemplate, template } = given;
  const left = {
    tags: undefined,
    roleArn: undefined,
    notificationArns: undefined,
    rollback: undefined,
    capabilities: [],
  };
  const { items } = bind({
    ...given,
    request: { ...request, ...left, terminationProtection: undefined, ...asked },
    templates: [{ stackPath: [], before: deployedTemplate && { value: deployedTemplate }, after: template }],
    contents: { has: new Map(), wants: new Map() },
    others: new Map(),
    commits: [],
  });
  const { tags, notificationArns, roleArn = given.roleArn } = asked;
  return describeChanges({ ...given, tags, notificationArns, roleArn, items });
}

export const base: Given = {
  target: { stack: "app", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  changeSet: {
    resources: [queue],
    parameters: [
      { name: "Size", value: "2" },
      { name: "Kept", value: "30" },
      { name: "Password", value: "****" },
    ],
  },
  template: rendered(),
  parameters: [
    { name: "Size", noEcho: false, source: "given", value: "2" },
    { name: "Kept", noEcho: false, source: "previous" },
    { name: "Password", noEcho: true, source: "given", value: "hunter2" },
  ],
  stack,
  deployedTemplate: { Outputs: { Url: { Value: { Ref: "Queue" } }, Old: { Value: "x" } } },
  capabilities: [],
  roleArn: undefined,
};
