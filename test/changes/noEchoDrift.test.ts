import { describe, expect, test } from "vitest";
import { takesNoEcho, withoutNoEcho } from "../../src/changes/noEchoDrift.ts";
import type { ResourceDrift } from "../../src/stack/model.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";

const PARAMETERS = { Password: { Type: "String", NoEcho: true }, Size: { Type: "String" } };
const cluster: ResourceDrift = {
  logicalId: "Cluster",
  type: "AWS::RDS::DBCluster",
  status: "MODIFIED",
  differences: [],
};

/** Whether a place of the cluster's properties takes the password. */
function takes(properties: Json, path: string, more: JsonObject = { Parameters: PARAMETERS }): boolean {
  return takesNoEcho({ ...more, Resources: { Cluster: { Properties: properties } } })(cluster, path);
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
    ["its neighbour's in a list", { A: [{ Ref: "Password" }, 1] }, "/A/1"],
    ["what only has that name", { A: { Ref: ["Password"] } }, "/A"],
  ])("not %s", (_, properties, path) => {
    expect(takes(properties, path)).toBe(false);
  });

  test("perhaps, where the deployed template cannot be read", () => {
    expect(takesNoEcho(undefined)(cluster, "/A")).toBe(true);
  });

  test("not where the template has no such parameter, section or resource", () => {
    const reference = { A: { Ref: "Password" } };
    expect(takes(reference, "/A", {})).toBe(false);
    expect(takes(reference, "/A", { Parameters: { Password: { Type: "String" } } })).toBe(false);
    expect(takesNoEcho({ Parameters: PARAMETERS })(cluster, "/A")).toBe(false);
    const other = { Parameters: PARAMETERS, Resources: { Cluster: "odd", Empty: {} } };
    for (const logicalId of ["Cluster", "Empty", "Gone", "toString"])
      expect(takesNoEcho(other)({ ...cluster, logicalId }, "/A")).toBe(false);
  });
});

test("what may not be shown is told as AWS tells it, and all the rest as it is", () => {
  const difference = (path: string, expected: string, actual: string) =>
    ({ path, kind: "NOT_EQUAL", expected, actual }) as const;
  const drift = (...differences: ReturnType<typeof difference>[]) => ({
    resources: [{ ...cluster, differences }],
    incomplete: "one could not be checked",
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
