import { describe, expect, test } from "vitest";
import { openReferences } from "../../../src/changes/items/dynamicReferences.ts";
import type { Json } from "../../../src/template/model.ts";
import { queue } from "../examples.ts";

const NONE = { names: [], unknown: [] };

function openIn(value: Json, more: object = {}) {
  const template = { Resources: { Queue: { Properties: { Name: value } } } };
  return openReferences(template, [{ ...queue, ...more }]);
}

describe("a reference to an SSM parameter without a version", () => {
  test.each<[Json, readonly string[]]>([
    ["{{resolve:ssm:/app/size}}", ["/app/size"]],
    ["a {{resolve:ssm:one}} and {{resolve:ssm:two.three_4-5}}", ["one", "two.three_4-5"]],
    [
      [{ Deep: ["{{resolve:ssm:x}}"] }, { Other: "{{resolve:ssm:a}}" }],
      ["a", "x"],
    ],
  ])("in %j is one to look up", (value, names) => {
    expect(openIn(value)).toEqual({ names, unknown: [] });
  });

  test.each([
    `{{resolve:ssm:/app/\${Stage}}}`,
    `{{resolve:ssm:/app/\${Stage}/\${AWS::Region}/size}}`,
    "{{resolve:ssm:/app/size plus}}",
  ])("in %j has a name that only CloudFormation knows", (value) => {
    expect(openIn({ "Fn::Sub": value })).toEqual({ names: [], unknown: ["Queue"] });
  });

  test.each<Json>([
    "{{resolve:ssm:/app/size:3}}",
    "{{resolve:ssm-secure:/app/password}}",
    "{{resolve:secretsmanager:app:SecretString:password}}",
    "resolve:ssm:x",
    7,
    null,
    true,
  ])("is not in %j", (value) => {
    expect(openIn(value)).toEqual(NONE);
  });
});

describe("of a resource that", () => {
  const OPEN = "{{resolve:ssm:x}}";

  test("goes, is in a nested stack, or is not in the template, none is read", () => {
    expect(openIn(OPEN, { action: "Remove" })).toEqual(NONE);
    expect(openIn(OPEN, { stackPath: ["Nested"] })).toEqual(NONE);
    expect(openIn(OPEN, { logicalId: "toString" })).toEqual(NONE);
    expect(openReferences({}, [queue])).toEqual(NONE);
  });

  test("does not change, none is read", () => {
    const template = { Resources: { Queue: {}, Topic: { Properties: { Name: OPEN } } } };
    expect(openReferences(template, [queue])).toEqual(NONE);
  });

  test("has references that only CloudFormation knows is named, in one order", () => {
    const unread = { Properties: { Name: `{{resolve:ssm:\${Stage}}}` } };
    const template = { Resources: { B: unread, A: unread } };
    const changes = ["B", "A"].map((logicalId) => ({ ...queue, logicalId }));
    expect(openReferences(template, changes)).toEqual({ names: [], unknown: ["A", "B"] });
  });

  test("is made, it is read", () => {
    expect(openIn(OPEN, { action: "Add" })).toEqual({ names: ["x"], unknown: [] });
  });
});
