import { describe, expect, test } from "vitest";
import { hiddenParameters, hiddenValues } from "../../src/changes/hiddenParameters.ts";
import type { Stack, StackParameter } from "../../src/stack/model.ts";
import type { Json } from "../../src/template/model.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";

interface Given {
  /** Of the rendered template and of the deployed one, by the parameters' names. */
  readonly wants?: Readonly<Record<string, object>>;
  readonly had?: Readonly<Record<string, Json>>;
  readonly stack?: readonly StackParameter[];
  readonly changeSet?: readonly StackParameter[];
  readonly given?: Readonly<Record<string, string>>;
}

const HIDDEN = { Type: "String", NoEcho: true };
const SHOWN = { Type: "String" };

function sourcesOf({ wants = {}, had, stack, changeSet, given = {} }: Given) {
  const text = JSON.stringify({ Parameters: wants, Resources: { Q: { Type: "AWS::SQS::Queue" } } });
  return {
    template: renderTemplate(parseTemplate(text, "stack.json")),
    parameters: Object.entries(given).map(
      ([name, value]) => ({ name, noEcho: false, source: "given", value }) as const,
    ),
    stack: stack && ({ parameters: stack } as Stack),
    deployedTemplate: had && { Parameters: had },
    changeSet: changeSet && { resources: [], parameters: changeSet },
  };
}

describe("the parameters whose values nobody is to see", () => {
  test.each<[string, Given, readonly string[], readonly string[]]>([
    ["none, of a stack that is not there yet", { wants: { A: SHOWN } }, [], []],
    [
      "none, of one whose value is an asterisk",
      { wants: { A: SHOWN }, stack: [{ name: "A", value: "*" }] },
      [],
      [],
    ],
    ["hidden from now on", { wants: { A: HIDDEN, B: SHOWN } }, ["A"], []],
    ["hidden until now", { wants: { A: SHOWN, B: SHOWN }, had: { A: HIDDEN, B: SHOWN } }, ["A"], ["A"]],
    ["hidden before and after", { wants: { A: HIDDEN }, had: { A: HIDDEN } }, ["A"], []],
    ["hidden until now, and gone", { had: { A: HIDDEN, B: SHOWN } }, ["A"], []],
    [
      "hidden by AWS, whatever the deployed template says",
      {
        wants: { A: SHOWN, B: SHOWN },
        stack: [
          { name: "A", value: "****" },
          { name: "B", value: "*b*" },
        ],
      },
      ["A"],
      ["A"],
    ],
    ["of a deployed template with odd declarations", { had: { A: "NoEcho", B: null, C: [HIDDEN] } }, [], []],
  ])("%s", (_, given, names, exposed) => {
    const hidden = hiddenParameters(sourcesOf(given));
    expect([...hidden.names].sort()).toEqual(names);
    expect([...hidden.exposed].sort()).toEqual(exposed);
  });

  test("none of a deployed template without declarations", () => {
    const sources = sourcesOf({ wants: { A: SHOWN } });
    for (const deployedTemplate of [{}, { Parameters: null }, { Parameters: ["A"] }])
      expect(hiddenParameters({ ...sources, deployedTemplate }).names.size).toBe(0);
  });
});

describe("their values", () => {
  const wants = { A: HIDDEN, B: SHOWN };

  test.each<[string, Given, readonly string[]]>([
    ["given", { wants, given: { A: "a-1", B: "b-1" } }, ["a-1"]],
    [
      "of the stack",
      {
        wants,
        stack: [
          { name: "A", value: "a-1" },
          { name: "B", value: "b-1" },
        ],
      },
      ["a-1"],
    ],
    [
      "of the change set",
      {
        wants,
        changeSet: [
          { name: "A", value: "a-1" },
          { name: "B", value: "b" },
        ],
      },
      ["a-1"],
    ],
    [
      "what the names of an SSM type stand for",
      {
        wants,
        stack: [
          { name: "A", value: "/a", resolved: "a-1" },
          { name: "B", value: "/b", resolved: "b-1" },
        ],
      },
      ["/a", "a-1"],
    ],
    [
      "the deployed defaults",
      { wants, had: { A: { ...HIDDEN, Default: "a-1" }, B: { ...SHOWN, Default: "b-1" } } },
      ["a-1"],
    ],
    [
      "a default that is a number",
      { had: { A: { ...HIDDEN, Type: "Number", Default: 12345678 } } },
      ["12345678"],
    ],
    [
      "no default that is not text, and none that is missing",
      { wants, had: { A: { ...HIDDEN, Default: ["x"] } } },
      [],
    ],
    ["none of what has no default", { wants, had: { A: HIDDEN } }, []],
    ["none of odd declarations", { wants, had: { A: null, B: "odd" } }, []],
    [
      "not the asterisks that AWS shows for one",
      { wants, stack: [{ name: "A", value: "****" }], changeSet: [{ name: "A", value: "****" }] },
      [],
    ],
    [
      "what has an asterisk at an end",
      { wants, given: { A: "a*" }, stack: [{ name: "A", value: "*a" }] },
      ["*a", "a*"],
    ],
  ])("%s", (_, given, values) => {
    expect([...hiddenValues(sourcesOf(given))].sort()).toEqual(values);
  });
});
