import { describe, expect, test } from "vitest";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import { causingResource, recreating, replacements } from "../../../src/changes/verdict/replacement.ts";

const TYPE = "AWS::DynamoDB::Table";

function detail(more: Partial<PropertyChange> = {}): PropertyChange {
  return { attribute: "Properties", name: "P", requiresRecreation: "Always", evaluation: "Static", ...more };
}

function change(logicalId: string, more: Partial<ResourceChange> = {}): ResourceChange {
  const fixed = { stackPath: [], action: "Modify", type: TYPE, replacement: "True", scope: [] } as const;
  return { ...fixed, logicalId, details: [detail()], ...more };
}

const from = (causingEntity: string, more: Partial<PropertyChange> = {}) =>
  detail({ source: "ResourceReference", causingEntity, evaluation: "Dynamic", ...more });
const certainty = (...changes: readonly ResourceChange[]) => [...replacements(changes).values()];

describe("a replacement", () => {
  test.each<[string, Partial<ResourceChange>, string]>([
    ["that AWS is sure of", {}, "certain"],
    ["that AWS says is none", { replacement: "False" }, "none"],
    ["that AWS is not sure of", { replacement: "Conditional" }, "possible"],
    ["of which AWS says nothing", { replacement: undefined as never }, "possible"],
    ["of which nothing is said at all", { replacement: undefined as never, details: [] }, "possible"],
    [
      "of which only the properties say that there is none",
      { replacement: undefined as never, details: [detail({ requiresRecreation: "Never" })] },
      "none",
    ],
    [
      "of which only the tags change, and nothing else is said",
      { replacement: undefined as never, details: [], scope: ["Tags"] },
      "none",
    ],
    [
      "of which only is said that properties change",
      { replacement: undefined as never, details: [], scope: ["Tags", "Properties"] },
      "possible",
    ],
    [
      "of which one property says that there is none, and another one that there is",
      { replacement: undefined as never, details: [detail({ requiresRecreation: "Never" }), detail()] },
      "possible",
    ],
    ["of what is new", { action: "Add" }, "none"],
    ["for no property that is told", { details: [] }, "certain"],
    ["for a value that nobody knows", { details: [detail({ after: KNOWN_AFTER_APPLY })] }, "possible"],
    [
      "for one that is known and one that is not",
      { details: [detail(), detail({ evaluation: "Dynamic" })] },
      "certain",
    ],
    [
      "for one that nobody knows, beside one that needs none",
      { details: [detail({ evaluation: "Dynamic" }), detail({ requiresRecreation: "Never" })] },
      "possible",
    ],
  ])("%s", (_, more, expected) => {
    expect(certainty(change("R", more))).toEqual([expected]);
  });
});

describe("a replacement spreads", () => {
  const certain = change("A");
  const unsure = (logicalId: string, ...details: readonly PropertyChange[]) =>
    change(logicalId, { replacement: "Conditional", details });

  test("to what refers to it, by any of its properties, and on, in any order", () => {
    const b = unsure("B", detail({ requiresRecreation: "Never" }), from("A"));
    const c = unsure("C", from("B.Endpoint.Address", { source: "ResourceAttribute" }));
    expect(certainty(certain, b, c)).toEqual(["certain", "certain", "certain"]);
    expect(certainty(c, b, certain)).toEqual(["certain", "certain", "certain"]);
  });

  test.each<[string, PropertyChange]>([
    ["by a property that needs no recreation", from("A", { requiresRecreation: "Never" })],
    ["by a parameter of that name", from("A", { source: "ParameterReference" })],
    ["by nothing that is told", detail({ source: "ResourceReference", evaluation: "Dynamic" })],
    ["by another resource", from("Ab")],
  ])("not %s", (_, cause) => {
    expect(certainty(certain, unsure("B", cause))).toEqual(["certain", "possible"]);
  });

  test("not to what is not replaced at all", () => {
    expect(certainty(certain, change("B", { replacement: "False", details: [from("A")] }))).toEqual([
      "certain",
      "none",
    ]);
  });

  test("within a nested stack only", () => {
    const inside = { stackPath: ["Net", "Deep"] };
    const outer = { ...unsure("B", from("A")), ...inside };
    expect(certainty({ ...certain, ...inside }, outer)).toEqual(["certain", "certain"]);
    expect(certainty(certain, outer)).toEqual(["certain", "possible"]);
  });
});

test("the properties that make AWS replace it are told with the certain ones first", () => {
  const [sure, open, perhaps] = [
    detail({ name: "Sure" }),
    detail({ name: "Open", evaluation: "Dynamic" }),
    detail({ name: "Perhaps", requiresRecreation: "Conditionally" }),
  ];
  const never = detail({ name: "Never", requiresRecreation: "Never" });
  expect(recreating(change("R", { details: [never, perhaps, open, sure] }))).toEqual([sure, open, perhaps]);
});

test("a cause is a resource only where AWS says so", () => {
  expect(causingResource(from("Cluster.Endpoint.Address", { source: "ResourceAttribute" }))).toBe("Cluster");
  expect(causingResource(from("Cluster"))).toBe("Cluster");
  expect(causingResource(from("Size", { source: "ParameterReference" }))).toBeUndefined();
  expect(causingResource(detail({ source: "ResourceReference" }))).toBeUndefined();
});
