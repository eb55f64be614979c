import { describe, expect, test } from "vitest";
import { requestItems, textsOf } from "../../../src/changes/items/requestItems.ts";
import type { StackRequest } from "../../../src/changes/request.ts";
import { item } from "../examples.ts";
import { compositeAlarm, metricAlarm, request, stack } from "./examples.ts";

/** The items of a request that differs from the stack in what is given. */
function asked(more: Partial<StackRequest>) {
  return Object.fromEntries(requestItems({ ...request, ...more }, [], stack.parameters, stack));
}

const ALARMS = `["AWS::CloudWatch::CompositeAlarm ${compositeAlarm("a").arn}","${metricAlarm("b").arn}"]`;

const left = {
  tags: undefined,
  roleArn: undefined,
  notificationArns: undefined,
  rollback: undefined,
  terminationProtection: undefined,
};

describe("a request", () => {
  test("for what the stack has already asks for nothing", () => {
    expect(asked({})).toEqual({});
  });

  test("that leaves everything out leaves everything as it is", () => {
    expect(asked({ ...left, capabilities: [] })).toEqual({});
  });

  test.each<[string, Partial<StackRequest>, object]>([
    ["another role", { roleArn: "arn:other" }, { "setting role": item(`"${stack.roleArn}"`, '"arn:other"') }],
    [
      "no topics",
      { notificationArns: [] },
      { "setting notification-arns": item(JSON.stringify(stack.notificationArns), null) },
    ],
    [
      "other alarms, in any order",
      { rollback: { alarms: [metricAlarm("c"), metricAlarm("b")], minutes: 10 } },
      { "setting rollback-alarms": item(ALARMS, `["${metricAlarm("b").arn}","${metricAlarm("c").arn}"]`) },
    ],
    [
      "no alarms",
      { rollback: { alarms: [], minutes: 0 } },
      { "setting rollback-alarms": item(ALARMS, null), "setting monitoring-minutes": item("10", null) },
    ],
    [
      "a longer look",
      { rollback: { alarms: [metricAlarm("b"), compositeAlarm("a")], minutes: 30 } },
      { "setting monitoring-minutes": item("10", "30") },
    ],
    [
      "no protection",
      { terminationProtection: false },
      { "setting termination-protection": item('"on"', '"off"') },
    ],
    ["other tags", { tags: { cost: "7" } }, { "tag team": item('"a"', null), "tag cost": item(null, '"7"') }],
    [
      "a capability more",
      { capabilities: ["CAPABILITY_NAMED_IAM"] },
      { "capability CAPABILITY_NAMED_IAM": item(null, '"granted"') },
    ],
    [
      "options",
      { onFailure: "delete", deploymentMode: "revert-drift" },
      {
        "option on-failure": item(null, '"delete"'),
        "option deployment-mode": item(null, '"revert-drift"'),
      },
    ],
    [
      "nested stacks left out",
      { includeNestedStacks: false },
      { "option include-nested-stacks": item(null, "false") },
    ],
    [
      "an import",
      { importExistingResources: true },
      { "option import-existing-resources": item(null, "true") },
    ],
  ])("for %s", (_, more, items) => {
    expect(asked(more)).toEqual(items);
  });

  test("differs by no name, place or spelling of the same", () => {
    const more = {
      name: "pr-8",
      description: "x",
      templateUrl: "https://x",
      templateBody: "{ }",
      type: "CREATE",
    } as const;
    expect(asked({ ...more, parameters: [{ name: "Size", value: "1" }] })).toEqual({});
  });

  test("for an option that nobody here knows is bound as it is, unless it is not there", () => {
    expect(asked({ somethingNew: [1] } as never)).toEqual({ "option something-new": item(null, "[1]") });
    expect(asked({ somethingNew: undefined } as never)).toEqual({});
    expect(asked({ onFailure: undefined } as never)).toEqual({});
  });
});

test("a stack that is not there has no more than no protection", () => {
  expect(Object.fromEntries(textsOf(undefined))).toEqual({ "setting termination-protection": '"off"' });
  const first = { ...request, ...left, capabilities: [], terminationProtection: true };
  const items = requestItems(first, [], stack.parameters, undefined);
  expect([...items.keys()]).toEqual([
    "setting termination-protection",
    "parameter Size",
    "parameter Password",
  ]);
});

test("a new stack that nobody asks to protect is not protected", () => {
  const items = requestItems({ ...request, ...left, capabilities: [] }, [], [], undefined);
  expect(items).toEqual(new Map());
});

test("AWS's own tags are in no request, and stay", () => {
  const tagged = { ...stack, tags: { ...stack.tags, "aws:servicecatalog:productArn": "arn:product" } };
  const itemsOf = (tags: StackRequest["tags"]) =>
    requestItems({ ...request, tags }, [], stack.parameters, tagged);
  expect(itemsOf(stack.tags)).toEqual(new Map());
  expect([...itemsOf({ awsApplication: "x" }).keys()]).toEqual(["tag team", "tag awsApplication"]);
});

test("the values of parameters are compared with what they stand for", () => {
  const values = [{ name: "Size", value: "/size", resolved: "3" }];
  expect(requestItems(request, [], values, stack).get("parameter Size")).toEqual(
    item('"1"', '{"resolved":"3","value":"/size"}'),
  );
});

test("a secret is known to be given, not to change", () => {
  const given = (source: "given" | "previous" | "default", noEcho: boolean) =>
    requestItems(request, [{ name: "Password", noEcho, source }], stack.parameters, stack).get(
      "parameter Password",
    );
  expect(given("given", true)).toEqual(item(null, null, '"set, NoEcho"'));
  expect(given("default", true)).toEqual(item(null, null, '"set, NoEcho"'));
  expect(given("previous", true)).toBeUndefined();
  expect(given("given", false)).toBeUndefined();
});
