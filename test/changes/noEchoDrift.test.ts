// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::ForEach.
import { describe, expect, test } from "vitest";
import type { ResourceDrift } from "../../src/changes/drift.ts";
import { noEchoUse as useOf, withoutNoEcho } from "../../src/changes/noEchoDrift.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";

const PARAMETERS = { Password: { Type: "String", NoEcho: true }, Size: { Type: "String" } };
/** Of a stack that nothing is passed to by one above, where nothing else is said. */
function noEchoUse(template: JsonObject | undefined, passed: ReadonlySet<string> = new Set()) {
  return useOf(template, passed);
}

const cluster: ResourceDrift = {
  stackPath: [],
  logicalId: "Cluster",
  type: "AWS::RDS::DBCluster",
  status: "MODIFIED",
  differences: [],
};

/** Whether a place of the cluster's properties takes the password. */
function takes(properties: Json, path: string, more: JsonObject = { Parameters: PARAMETERS }): boolean {
  return noEchoUse({ ...more, Resources: { Cluster: { Properties: properties } } }).takes(cluster, path);
}

describe("a drifted property takes a NoEcho value", () => {
  test.each<[string, Json, string]>([
    ["by Ref", { A: { Ref: "Password" } }, "/A"],
    ["by Fn::Sub", { A: { "Fn::Sub": `x-\${Password}` } }, "/A"],
    ["by Fn::Sub with spaces and variables", { A: { "Fn::Sub": [`\${ Password }`, {}] } }, "/A"],
    ["somewhere in a function", { A: { "Fn::Join": ["", ["a", { Ref: "Password" }]] } }, "/A"],
    ["below the place", { A: { B: [{ C: { Ref: "Password" } }] } }, "/A"],
    ["beside something else", { A: { B: "x", C: { Ref: "Password" } } }, "/A"],
    [
      "by the function at the place, whatever JavaScript finds in it",
      { A: { Ref: "Password" } },
      "/A/toString",
    ],
    ["in an item of a list", { A: ["x", { Ref: "Password" }] }, "/A/1"],
    ["in an item of a list that may have moved", { A: ["x", { Ref: "Password" }] }, "/A/0"],
    ["in an object of a list that may have moved", { A: [{ B: 1 }, { B: { Ref: "Password" } }] }, "/A/2/B"],
    [
      "behind an item of a list that a condition may leave out",
      { A: [{ "Fn::If": ["X", "x", { Ref: "AWS::NoValue" }] }, { B: { Ref: "Password" } }] },
      "/A/0/B",
    ],
    [
      "behind an item of a list that is no value",
      { A: [{ Ref: "AWS::NoValue" }, { Ref: "Password" }] },
      "/A/0",
    ],
    [
      "by the function that makes what is above the place",
      { A: { "Fn::If": ["X", { Ref: "Password" }, 1] } },
      "/A/B/C",
    ],
  ])("%s", (_, properties, path) => {
    expect(takes(properties, path)).toBe(true);
  });

  test.each<[string, Json, string]>([
    ["another parameter's", { A: { Ref: "Size" } }, "/A"],
    ["none", { A: "Password", B: 1, C: null }, "/A"],
    ["none of a number", { A: "Password", B: 1, C: null }, "/B"],
    ["none of what is null", { A: "Password", B: 1, C: null }, "/C"],
    ["that of what is beside a list's item", { A: { Ref: "Password" }, B: ["x"] }, "/B/0"],
    ["one that is not sent in", { A: { "Fn::Sub": `\${!Password} \${Passwords}` } }, "/A"],
    ["its neighbour's", { A: { Ref: "Password" }, B: 1 }, "/B"],
    ["its neighbour's in an item of a list", { A: [{ B: { Ref: "Password" }, C: 1 }] }, "/A/0/C"],
    ["what only has that name", { A: { Ref: ["Password"] } }, "/A"],
  ])("not %s", (_, properties, path) => {
    expect(takes(properties, path)).toBe(false);
  });

  test("perhaps, where the deployed template cannot be read", () => {
    expect(noEchoUse(undefined).takes(cluster, "/A")).toBe(true);
  });

  test("not where the template has no such parameter, section or resource", () => {
    const reference = { A: { Ref: "Password" } };
    expect(takes(reference, "/A", {})).toBe(false);
    expect(takes(reference, "/A", { Parameters: { Password: { Type: "String" } } })).toBe(false);
    expect(noEchoUse({ Parameters: PARAMETERS }).takes(cluster, "/A")).toBe(false);
    const other = { Parameters: PARAMETERS, Resources: { Cluster: "odd", Empty: {} } };
    for (const logicalId of ["Cluster", "Empty", "Gone", "toString"])
      expect(noEchoUse(other).takes({ ...cluster, logicalId }, "/A")).toBe(false);
  });
});

test("perhaps, in a resource that a loop or another macro makes", () => {
  const body = { "Db${N}": { Type: "T", Properties: { A: { Ref: "Password" } } } };
  const looped = {
    Transform: "AWS::LanguageExtensions",
    Resources: { "Fn::ForEach::N": ["N", ["a"], body] },
  };
  const made = { ...cluster, logicalId: "Dba" };
  expect(noEchoUse({ ...looped, Parameters: PARAMETERS }).takes(made, "/A")).toBe(true);
  expect(noEchoUse(looped).takes(made, "/A")).toBe(false);
  expect(noEchoUse(looped, new Set(["Secret"])).takes(made, "/A")).toBe(true);
  const plain = { ...looped, Parameters: PARAMETERS, Resources: { Cluster: { Properties: { A: "x" } } } };
  expect(noEchoUse(plain).takes(cluster, "/A")).toBe(false);
});

describe("a nested stack's property takes a NoEcho value", () => {
  /** What the stack above passes to which parameters of the nested one. */
  function passed(nested: Json, more: JsonObject = { Parameters: PARAMETERS }) {
    return noEchoUse({ ...more, Resources: { Nested: { Properties: nested } } }).passes("Nested");
  }

  test("that is passed to a parameter which is none there", () => {
    const names = passed({ Parameters: { Secret: { "Fn::Sub": `x\${Password}` }, Plain: { Ref: "Size" } } });
    expect(names).toEqual(new Set(["Secret"]));
    const child = { Parameters: { Secret: {}, Plain: {} }, Resources: { Cluster: { Properties: {} } } };
    const withProperties = (properties: Json) =>
      noEchoUse({ ...child, Resources: { Cluster: { Properties: properties } } }, names);
    expect(withProperties({ A: { Ref: "Secret" } }).takes(cluster, "/A")).toBe(true);
    expect(withProperties({ A: { Ref: "Plain" } }).takes(cluster, "/A")).toBe(false);
  });

  test("through two stacks", () => {
    const middle = { Resources: { Deeper: { Properties: { Parameters: { Key: { Ref: "Secret" } } } } } };
    expect(noEchoUse(middle, new Set(["Secret"])).passes("Deeper")).toEqual(new Set(["Key"]));
    expect(noEchoUse(middle, new Set()).passes("Deeper")).toEqual(new Set());
  });

  test("perhaps, where it cannot be told what is passed", () => {
    expect(passed({ Parameters: { "Fn::If": ["X", { Secret: { Ref: "Password" } }, {}] } })).toBeUndefined();
    expect(passed("odd")).toBeUndefined();
    expect(noEchoUse({ Parameters: PARAMETERS }).passes("MadeByAMacro")).toBeUndefined();
    expect(noEchoUse(undefined).passes("Nested")).toBeUndefined();
    const child = useOf(
      { Parameters: { Any: {} }, Resources: { Cluster: { Properties: { A: { Ref: "Any" }, B: 1 } } } },
      undefined,
    );
    expect([child.takes(cluster, "/A"), child.takes(cluster, "/B")]).toEqual([true, false]);
  });

  test("not where there is none, or none is passed", () => {
    expect(passed({ Parameters: { "Fn::If": ["X", { Secret: { Ref: "Size" } }, {}] } })).toEqual(new Set());
    expect(passed("odd", {})).toEqual(new Set());
    expect(passed({})).toEqual(new Set());
  });
});

test("what may not be shown is told as AWS tells it, and all the rest as it is", () => {
  const difference = (path: string, expected: string, actual: string) =>
    ({ path, kind: "NOT_EQUAL", expected, actual }) as const;
  const drift = (...differences: ReturnType<typeof difference>[]) => ({
    resources: [{ ...cluster, differences }],
    unchecked: [{ stackPath: [], logicalId: "Other", reason: "one could not be checked" }],
    coverage: { checked: 1, leftOut: [], untold: [] },
  });
  const given = drift(
    difference("/A", "old", "new"),
    difference("/B", "old", "new"),
    difference("/A", "", "new"),
  );
  expect(withoutNoEcho(given, ({ logicalId }, path) => logicalId === "Cluster" && path === "/A")).toEqual(
    drift(difference("/A", "****", "****"), difference("/B", "old", "new"), difference("/A", "", "****")),
  );
});

test("a function that makes a nested stack's parameters may pass any of them, if it takes a NoEcho value", () => {
  const passed = (Parameters: Json) =>
    noEchoUse({
      Parameters: PARAMETERS,
      Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: { Parameters } } },
    }).passes("Net");
  const secret = { Ref: "Password" };
  expect(passed({ A: secret, B: "x" })).toEqual(new Set(["A"]));
  expect(passed({ "Fn::If": ["X", { A: secret }, {}] })).toBeUndefined();
  expect(passed({ "Fn::Transform": { Name: "M" }, A: secret })).toBeUndefined();
  expect(passed({ "Fn::If": ["X", { A: "x" }, {}] })).toEqual(new Set());
  expect(passed(secret)).toBeUndefined();
  expect(passed({ Ref: "Size" })).toEqual(new Set());
});
