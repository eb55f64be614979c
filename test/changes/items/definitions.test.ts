import { describe, expect, test } from "vitest";
import { writtenAs } from "../../../src/changes/items/definitions.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const TASK = "AWS::Serverless::Function";
const definition = (Type: string, properties: JsonObject): JsonObject => ({ Type, Properties: properties });

test("a resource is what is written of it, and else nothing", () => {
  const queue = definition("AWS::SQS::Queue", { Name: "q" });
  const Globals = { Function: { Timeout: 3 } };
  expect(writtenAs("Queue", { Globals, Resources: { Queue: queue } })).toEqual(queue);
  expect(writtenAs("QueueA", { Resources: { Queue: queue } })).toBeNull();
  expect(writtenAs("Queue", undefined)).toBeNull();
  expect(writtenAs("Queue", {})).toBeNull();
  expect(writtenAs("toString", { Resources: { Odd: "odd" } })).toBeNull();
});

test.each<[string, Json, Json | undefined, Json]>([
  ["what only one of them has", { Timeout: 3 }, { Handler: "x" }, { Timeout: 3, Handler: "x" }],
  ["its own value before theirs", { Timeout: 3 }, { Timeout: 5 }, { Timeout: 5 }],
  ["mappings as one", { Env: { V: { A: 1 } } }, { Env: { V: { B: 2 } } }, { Env: { V: { A: 1, B: 2 } } }],
  ["lists one after the other", { Layers: [1] }, { Layers: [2] }, { Layers: [1, 2] }],
  ["functions as they are", { Env: { A: 1 } }, { Env: { Ref: "X" } }, { Env: { Ref: "X" } }],
  ["only theirs where it has none", { Timeout: 3 }, undefined, { Timeout: 3 }],
])("SAM's globals give a resource %s", (_, Function_, Properties, expected) => {
  const task = Properties === undefined ? { Type: TASK } : { Type: TASK, Properties };
  const template = { Globals: { Function: Function_, Api: { Name: "x" } }, Resources: { Task: task } };
  expect(writtenAs("Task", template)).toEqual({ Type: TASK, Properties: expected });
});

test("what SAM makes beside a resource may be of each whose name it begins with, and what all share of any", () => {
  const [task, other] = [definition(TASK, { A: 1 }), definition(TASK, { B: 1 })];
  const Resources = { Task: task, TaskOther: other, Queue: definition("AWS::SQS::Queue", {}) };
  expect(writtenAs("TaskRole", { Resources })).toEqual([task]);
  expect(writtenAs("TaskOtherRole", { Resources })).toEqual([task, other]);
  expect(writtenAs("ServerlessRestApi", { Resources })).toEqual([task, other]);
  expect(writtenAs("QueuePolicy", { Resources })).toBeNull();
});

describe("in what all share (an implicit API, CodeDeploy's application)", () => {
  const shared = (properties: JsonObject, more: JsonObject = {}, Type = TASK) => {
    const template = { Resources: { Task: { Type, ...more, Properties: properties } } };
    return writtenAs("ServerlessRestApi", template);
  };

  test("what stays in a function and its role is left out", () => {
    const plain = { CodeUri: "a", Handler: "b", Environment: { Variables: {} }, Policies: [], Timeout: 3 };
    expect(shared(plain)).toEqual(shared({}));
    const Globals = { Function: plain };
    expect(writtenAs("ServerlessRestApi", { Globals, Resources: { Task: { Type: TASK } } })).toEqual(
      shared({}),
    );
    // Of what is the function's own all counts.
    expect(writtenAs("TaskRole", { Resources: { Task: definition(TASK, plain) } })).toEqual([
      definition(TASK, plain),
    ]);
    expect(writtenAs("ServerlessRole", { Resources: { Serverless: definition(TASK, plain) } })).toEqual([
      definition(TASK, plain),
    ]);
  });

  test.each<[string, JsonObject]>([
    ["its events", { Events: { Get: { Type: "Api", Properties: { Path: { Ref: "Path" } } } } }],
    ["its alias, which an API calls", { AutoPublishAlias: { Ref: "Alias" } }],
    ["how it is deployed", { DeploymentPreference: { Enabled: { Ref: "On" } } }],
    ["its tags, which can go on", { Tags: { A: { Ref: "Team" } }, PropagateTags: true }],
    ["what nobody has thought of", { PropertyOfTomorrow: { Ref: "Size" } }],
    ["a function in place of a property", { Environment: {}, "Fn::Transform": { Name: "AWS::Include" } }],
  ])("%s counts", (_, properties) => {
    expect(shared({ Timeout: 3, ...properties })).not.toEqual(shared({}));
  });

  test("and what is no property of a function", () => {
    expect(shared({}, { Condition: "IsProd" })).not.toEqual(shared({}));
    expect(shared({}, { DeletionPolicy: "Retain" })).not.toEqual(shared({}));
    const api = definition("AWS::Serverless::Api", { Timeout: 3 });
    expect(writtenAs("ServerlessUsagePlan", { Resources: { Api: api } })).toEqual([api]);
  });

  test("and all of what one function makes", () => {
    const made = { "Fn::If": ["On", { Timeout: 3 }, { Timeout: 5 }] };
    expect(shared(made)).toEqual([{ Type: TASK, Properties: made }]);
  });
});
