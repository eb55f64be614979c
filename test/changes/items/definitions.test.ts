import { describe, expect, test } from "vitest";
import { writtenAs } from "../../../src/changes/items/definitions.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const queue = (Name: Json): JsonObject => ({ Type: "AWS::SQS::Queue", Properties: { Name } });
const loop = (list: Json, body: JsonObject): Json => ["X", list, body];

describe("a resource is written", () => {
  test.each<[string, string, boolean]>([
    [`Queue\${X}`, "QueueA", true],
    [`Queue\${X}`, "Queue", true],
    [`Queue\${X}`, "queueA", false],
    [`\${X}Queue`, "AQueue", true],
    [`\${X}Queue`, "AQueueB", false],
    ["Queue&{X}End", "QueueAEnd", true],
    // The names may overlap, what is between them not.
    [`Aa\${X}aA`, "AaA", false],
    [`A\${X}B\${Y}C`, "AxByC", true],
    [`A\${X}B\${Y}B`, "AxB", false],
    [`A\${X}B\${Y}C`, "AxC", false],
    ["Queue", "Queue", true],
    ["Queue", "QueueA", false],
  ])("as the loop's %s: %s is %s", (written, logicalId, isWritten) => {
    const body = queue("q");
    const Resources = { "Fn::ForEach::Q": loop(["A"], { [written]: body }) };
    expect(writtenAs(logicalId, { Resources }).value).toEqual(isWritten ? body : null);
  });

  test("under its own name, and as no loop has it", () => {
    const Resources = {
      QueueA: queue("own"),
      "Fn::ForEach::Q": loop(["A"], { "Queue${X}": queue("made") }),
    };
    expect(writtenAs("QueueA", { Resources })).toEqual({ value: queue("own"), beside: [] });
  });

  test("with the lists of the loops on the way", () => {
    const inner = { "Fn::ForEach::R": loop({ Ref: "Zones" }, { "Queue${X}${Y}": queue("q") }) };
    const Resources = { "Fn::ForEach::Q": loop({ Ref: "Stages" }, inner) };
    expect(writtenAs("QueueAB", { Resources })).toEqual({
      value: queue("q"),
      beside: [{ Ref: "Stages" }, { Ref: "Zones" }],
    });
  });

  test("as either where several loops may make it", () => {
    const Resources = {
      "Fn::ForEach::Q": loop(["A"], { "Queue${X}": queue("q") }),
      "Fn::ForEach::R": loop(["B"], { "${X}": queue("r") }),
    };
    expect(writtenAs("QueueA", { Resources }).value).toEqual([queue("q"), queue("r")]);
  });

  test("with what SAM gives to all of its kind, in loops too", () => {
    const task = { Type: "AWS::Serverless::Function" };
    const Globals = { Function: { Timeout: { Ref: "Size" } } };
    const Resources = { Task: task, Queue: queue("q"), "Fn::ForEach::T": loop(["A"], { "T${X}": task }) };
    expect(writtenAs("Task", { Globals, Resources }).beside).toEqual([Globals]);
    expect(writtenAs("Queue", { Globals, Resources }).beside).toEqual([]);
    expect(writtenAs("TA", { Globals, Resources }).beside).toEqual([["A"], Globals]);
    expect(writtenAs("Task", { Resources }).beside).toEqual([]);
  });

  test("nowhere", () => {
    const none = { value: null, beside: [] };
    expect(writtenAs("Queue", undefined)).toEqual(none);
    expect(writtenAs("Queue", {})).toEqual(none);
    expect(writtenAs("toString", { Resources: { "Fn::ForEach::Q": "odd", Odd: "odd" } })).toEqual(none);
  });
});
