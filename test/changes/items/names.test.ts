import { describe, expect, test } from "vitest";
import { listedItems, listedText } from "../../../src/changes/items/listedItems.ts";
import { keyText, nameText } from "../../../src/changes/items/model.ts";
import { templateItems, textIn } from "../../../src/changes/items/templateItems.ts";
import type { PropertyChange } from "../../../src/changes/model.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";

describe("a name inside an item's name", () => {
  test.each([
    ["Queue", "Queue"],
    ["a/b~c d", "a~1b~0c~2d"],
    ["50%", "50%25"],
    ["a\tb", "a%09b"],
  ])("%j is %s", (name, text) => {
    expect(nameText(name)).toBe(text);
  });

  test("has the stacks that lead to it before it", () => {
    expect(keyText(["Net", "a/b"], "Queue")).toBe("Net/a~1b/Queue");
    expect(keyText([], "Queue")).toBe("Queue");
  });
});

describe("the place of a change that CloudFormation lists", () => {
  const { path: _, name: __, ...nowhere } = queue.details[0] as PropertyChange;
  const placeOf = (more: Partial<PropertyChange>) =>
    [...listedItems([{ ...queue, details: [{ ...nowhere, ...more }] }]).keys()][1];

  test.each<[Partial<PropertyChange>, string]>([
    [{ path: "/Properties/A/0", name: "A" }, "property Queue /Properties/A/0"],
    [{ name: "A" }, "property Queue /Properties/A"],
    [{}, "property Queue /Properties"],
    [{ path: "" }, "property Queue /Properties"],
    [{ attribute: "Tags", path: "/Tags/0" }, "property Queue Tags /Tags/0"],
    [{ attribute: "Tags", name: "team" }, "property Queue Tags /Tags/team"],
    [{ attribute: "DeletionPolicy" }, "property Queue DeletionPolicy"],
  ])("%j", (more, place) => {
    expect(placeOf(more)).toBe(place);
  });
});

describe("the values that CloudFormation lists", () => {
  const [detail] = queue.details as [PropertyChange];
  const listed = (...details: readonly Partial<PropertyChange>[]) =>
    listedItems([{ ...queue, details: details.map((it) => ({ ...detail, ...it })) }]).get(
      "property Queue /Properties/VisibilityTimeout",
    );

  test("of one property more than one are all told, in one order", () => {
    const two = item('"30"', '["\\"60\\"","\\"61\\""]', listed({})?.how);
    expect(listed({ after: "60" }, { after: "61" })).toEqual(two);
    expect(listed({ after: "61" }, { after: "60" })).toEqual(two);
  });

  test("that are not there are told as such", () => {
    const { before: _, after: __, ...rest } = detail;
    const items = listedItems([{ ...queue, details: [rest] }]);
    expect(items.get("property Queue /Properties/VisibilityTimeout")).toMatchObject({
      before: null,
      after: null,
    });
  });

  test("the policy action says what becomes of the resource", () => {
    const how = listedItems([{ ...queue, policyAction: "Retain" }]).get("resource Queue")?.how;
    expect(JSON.parse(how ?? "")).toMatchObject({ policyAction: "Retain" });
  });

  test("that only name a template of ours differently are the same, also at an endpoint without TLS", () => {
    const url = (start: string, digit: string) => `${start}/aurora-deploy-action/${digit.repeat(64)}.json`;
    const aws = "https://b.s3.amazonaws.com/x";
    for (const [start, place] of [
      [aws, "s3://b/x"],
      ["http://127.0.0.1:9000/b", "http://127.0.0.1:9000/b"],
    ] as const)
      expect(listedText(url(start, "a"))).toBe(`"(uploaded template in ${place})"`);
    const to = (after: string) => listed({ before: url(aws, "a"), after });
    expect(to(url(aws, "b"))).toBeUndefined();
    expect(to(url("https://s3.us-east-1.amazonaws.com/b/x", "b"))).toBeUndefined();
    expect(to(`${url(aws, "b")}?x`)).toBeDefined();
  });

  test("that name another bucket or prefix for a template of ours are told", () => {
    const url = (start: string) => `https://${start}/aurora-deploy-action/${"a".repeat(64)}.json`;
    const text = (place: string) => `"(uploaded template in s3://${place})"`;
    for (const [start, place] of [
      ["c.s3.amazonaws.com/x", "c/x"],
      ["b.s3.amazonaws.com/y", "b/y"],
      ["b.s3.amazonaws.com", "b"],
    ] as const) {
      const item = listed({ before: url("b.s3.amazonaws.com/x"), after: url(start) });
      expect(item).toMatchObject({ before: text("b/x"), after: text(place) });
    }
  });
});

describe("the entries of a template", () => {
  const names = (before: JsonObject, after: JsonObject) => [
    ...templateItems({ stackPath: [], before: { value: before }, after: { value: after } }).keys(),
  ];

  test("are told whole, and only a definition by its parts", () => {
    const mapping = (max: number) => ({ Mappings: { Sizes: { small: { max } } } });
    expect(names(mapping(1), mapping(2))).toEqual(["mapping Sizes"]);
    const definition = (A: number) => ({ Resources: { Queue: { Properties: { A } } } });
    expect(names(definition(1), definition(2))).toEqual(["definition Queue /Properties/A"]);
    expect(names({ Resources: {} }, definition(2))).toEqual(["definition Queue"]);
    expect(names(definition(1), {})).toEqual(["definition Queue"]);
  });

  test("a section that is no set of entries is one", () => {
    expect(names({ Transform: "a" }, { Transform: "b" })).toEqual(["section Transform"]);
    expect(names({ Transform: { Name: "a" } }, { Transform: { Name: "b" } })).toEqual(["section Transform"]);
    const macro = (Name: string) => ({ Resources: { "Fn::Transform": { Name } } });
    expect(names(macro("a"), macro("b"))).toEqual(["section Resources"]);
  });

  test("are read by their names, spaces and slashes included", () => {
    const value = { Resources: { Queue: { Properties: { "A B": { "c/d": [1] } } } }, Transform: "a" };
    const textAt = (name: string) => textIn({ value }, [], name);
    expect(textAt("definition Queue /Properties/A B/c~1d")).toBe("[1]");
    expect(textAt("definition Queue")).toBe('{"Properties":{"A B":{"c/d":[1]}}}');
    expect(textAt("definition Queue /Properties/Missing/Deeper")).toBeNull();
    expect(textAt("definition Missing /Properties")).toBeNull();
    expect(textAt("section Transform")).toBe('"a"');
    expect(textAt("section Missing")).toBeNull();
  });
});
