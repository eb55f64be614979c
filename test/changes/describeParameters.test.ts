import { describe, expect, test } from "vitest";
import type { KeptParameter, ParameterChange } from "../../src/changes/model.ts";
import type { StackParameter } from "../../src/stack/model.ts";
import type { ResolvedParameter } from "../../src/template/model.ts";
import { base, described, rendered, stack } from "./described.ts";

interface Case {
  /** The declaration of `It`, as it is wanted. */
  readonly declared?: object;
  readonly asked?: Partial<ResolvedParameter>;
  /** What the stack has and what the change set tells. */
  readonly had?: Omit<StackParameter, "name">;
  readonly told?: Omit<StackParameter, "name">;
}

/** What is told of the one parameter `It`. */
function toldOf({ declared = { Type: "String" }, asked, had, told }: Case) {
  const parameter: ResolvedParameter = { name: "It", noEcho: false, source: "previous", ...asked };
  const { parameters, keptParameters } = described({
    ...base,
    template: rendered({ Parameters: { It: declared }, Resources: { Queue: { Type: "AWS::SQS::Queue" } } }),
    parameters: [parameter],
    stack: { ...stack, parameters: had === undefined ? [] : [{ name: "It", ...had }] },
    changeSet: told && { resources: [], parameters: [{ name: "It", ...told }] },
    deployedTemplate: {},
  });
  return { parameters, keptParameters };
}

describe("a parameter that changes", () => {
  test.each<[string, Case, Omit<ParameterChange, "name" | "noEcho">]>([
    ["given anew", { asked: { source: "given", value: "1" } }, { after: "1" }],
    [
      "given another value",
      { asked: { source: "given", value: "2" }, had: { value: "1" } },
      { before: "1", after: "2" },
    ],
    [
      "which AWS tells otherwise",
      { asked: { source: "given", value: "2" }, told: { value: "02" } },
      { after: "02" },
    ],
    [
      "whose name stands for another value",
      { had: { value: "/a", resolved: "x" }, told: { value: "/a", resolved: "y" } },
      { before: "/a (x)", after: "/a (y)" },
    ],
    [
      "that stands for itself",
      { had: { value: "x" }, told: { value: "/a", resolved: "/a" } },
      { before: "x", after: "/a" },
    ],
    [
      "that nobody gave",
      { asked: { source: "given", value: "a", zoneOf: "Subnet" } },
      { after: "a", zoneOf: "Subnet" },
    ],
  ])("%s", (_, given, expected) => {
    expect(toldOf(given)).toStrictEqual({
      parameters: [{ name: "It", noEcho: false, ...expected }],
      keptParameters: [],
    });
  });

  test("and is a secret is named, if it is given anew", () => {
    const secret = { declared: { Type: "String", NoEcho: true }, had: { value: "****" } };
    expect(toldOf({ ...secret, asked: { noEcho: true, source: "given", value: "hunter2" } })).toStrictEqual({
      parameters: [{ name: "It", noEcho: true }],
      keptParameters: [],
    });
  });
});

describe("a parameter that is kept", () => {
  test.each<[string, Case, Omit<KeptParameter, "name">]>([
    ["with its value", { had: { value: "1" } }, { value: "1" }],
    [
      "with the template's default",
      { declared: { Type: "String", Default: "2" }, had: { value: "1" } },
      { value: "1", default: "2" },
    ],
    [
      "with what its name stood for, where nobody tells it now",
      { declared: { Type: "String", Default: "/b" }, had: { value: "/a", resolved: "x" } },
      { value: "/a (x)", default: "/b" },
    ],
    [
      "with what its name stands for, which is the default's, too",
      {
        declared: { Type: "String", Default: "/a" },
        had: { value: "/a", resolved: "x" },
        told: { value: "/a", resolved: "x" },
      },
      { value: "/a (x)", default: "/a (x)" },
    ],
    [
      "and is a secret",
      { declared: { Type: "String", NoEcho: true }, asked: { noEcho: true }, had: { value: "****" } },
      { value: "****" },
    ],
    [
      "and becomes a secret, without the value that the stack still tells",
      {
        declared: { Type: "String", NoEcho: true, Default: "hunter1" },
        asked: { noEcho: true },
        had: { value: "hunter2" },
      },
      { value: "****" },
    ],
  ])("%s", (_, given, expected) => {
    expect(toldOf(given)).toStrictEqual({ parameters: [], keptParameters: [{ name: "It", ...expected }] });
  });
});
