import { expect, test } from "vitest";
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
