import type { Digest } from "../../../src/changes/digest.ts";
import { digestOf } from "../../../src/changes/digest.ts";
import { type Binding, type BindingSources, bind } from "../../../src/changes/items/bind.ts";
import type { StackRequest } from "../../../src/changes/request.ts";
import type { Stack } from "../../../src/stack/model.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { target } from "../examples.ts";

/** A template with every section that CloudFormation knows, and one that it does not. */
export const TEMPLATE: JsonObject = {
  AWSTemplateFormatVersion: "2010-09-09",
  Description: "A queue and a topic",
  Transform: ["AWS::LanguageExtensions"],
  Metadata: { Owner: { Team: "a", Level: 1 } },
  Parameters: {
    Size: { Type: "String", Default: "1", AllowedValues: ["1", "2"] },
    Password: { Type: "String", NoEcho: true },
  },
  Rules: {
    Small: { Assertions: [{ Assert: { "Fn::Equals": [{ Ref: "Size" }, "1"] }, AssertDescription: "x" }] },
  },
  Mappings: { Sizes: { small: { max: 2, min: 0.5 } } },
  Conditions: { IsSmall: { "Fn::Equals": [{ Ref: "Size" }, "1"] } },
  Hooks: { Blue: { Type: "AWS::CodeDeploy::BlueGreen", Properties: { Count: 1 } } },
  Resources: {
    Queue: {
      Type: "AWS::SQS::Queue",
      Condition: "IsSmall",
      DeletionPolicy: "Retain",
      DependsOn: ["Topic"],
      Properties: { VisibilityTimeout: 30, DelaySeconds: 5, Fifo: false, Tags: [{ Key: "a", Value: "b" }] },
    },
    Topic: {
      Type: "AWS::SNS::Topic",
      Properties: { DisplayName: { "Fn::Join": ["-", ["app", { Ref: "Size" }]] } },
    },
  },
  Outputs: { Url: { Value: { Ref: "Queue" }, Export: { Name: "url" } } },
  Future: { Thing: { On: true } },
};

export function metricAlarm(name: string) {
  return { arn: `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`, type: "AWS::CloudWatch::Alarm" };
}

export function compositeAlarm(name: string) {
  return { ...metricAlarm(name), type: "AWS::CloudWatch::CompositeAlarm" };
}

/** What asks for nothing new. */
export const request: StackRequest = {
  stackName: "app",
  name: "pr-7",
  type: "UPDATE",
  description: "aurora-deploy-action",
  templateBody: "{}",
  parameters: [],
  tags: { team: "a" },
  capabilities: ["CAPABILITY_IAM"],
  roleArn: "arn:aws:iam::123456789012:role/cfn",
  notificationArns: ["arn:aws:sns:us-east-1:123456789012:b", "arn:aws:sns:us-east-1:123456789012:a"],
  rollback: { alarms: [metricAlarm("b"), compositeAlarm("a")], minutes: 10 },
  includeNestedStacks: true,
  importExistingResources: false,
  deploymentMode: "standard",
  onFailure: "rollback",
  terminationProtection: true,
};

export const stack: Stack = {
  arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1",
  name: "app",
  status: "UPDATE_COMPLETE",
  parameters: [
    { name: "Size", value: "1" },
    { name: "Password", value: "****" },
  ],
  tags: { team: "a" },
  outputs: [],
  capabilities: ["CAPABILITY_IAM"],
  notificationArns: ["arn:aws:sns:us-east-1:123456789012:a", "arn:aws:sns:us-east-1:123456789012:b"],
  rollback: { alarms: [compositeAlarm("a"), metricAlarm("b")], minutes: 10 },
  roleArn: "arn:aws:iam::123456789012:role/cfn",
  terminationProtection: true,
  createdAt: 0,
};

/** A request of which nothing differs from the stack. */
export const sources: BindingSources = {
  target,
  request,
  parameters: [
    { name: "Size", noEcho: false, source: "given", value: "1" },
    { name: "Password", noEcho: true, source: "previous" },
  ],
  changeSet: undefined,
  stack,
  templates: [{ stackPath: [], before: { value: TEMPLATE }, after: { value: TEMPLATE } }],
  contents: { has: new Map(), wants: new Map() },
  others: new Map(),
  commits: [],
};

export function bound(given: Partial<BindingSources> = {}): Binding & { readonly digest: Digest } {
  const binding = bind({ ...sources, ...given });
  return { ...binding, digest: digestOf(target, binding.items) };
}

/** The template that is wanted, against the one that is deployed. */
export function ofTemplate(after: JsonObject, before: JsonObject = TEMPLATE) {
  return bound({ templates: [{ stackPath: [], before: { value: before }, after: { value: after } }] });
}
