import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/template/model.ts";
import { isNoEcho, readParameters } from "../../../src/template/parameters/declarations.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";

/** What is wrong with a section of parameters, in the order in which it is said. */
function problems(Parameters: Json): readonly string[] {
  const { findings } = readParameters(parseTemplate(JSON.stringify({ Parameters, Resources: {} }), "t.json"));
  return findings.map(({ message }) => message);
}

describe("a declaration hides its value", () => {
  test.each<Json>([true, "true", "True", "TRUE"])("by NoEcho: %j", (NoEcho) => {
    expect(isNoEcho({ Type: "String", NoEcho })).toBe(true);
  });

  test.each<Json>([false, "false", "", "yes", "untrue", 1, null, ["true"]])(
    "and not by NoEcho: %j",
    (NoEcho) => {
      expect(isNoEcho({ Type: "String", NoEcho })).toBe(false);
    },
  );

  test.each<Json>([{ Type: "String" }, null, "NoEcho", [{ NoEcho: true }]])(
    "and not as %j",
    (declaration) => {
      expect(isNoEcho(declaration)).toBe(false);
    },
  );
});

describe("a number is the text that CloudFormation makes of it, as a default and as an allowed value", () => {
  const texts = (file: string, text: string) => {
    const { parameters } = readParameters(parseTemplate(text, file));
    return parameters.map(({ default: value, allowedValues }) => [value, allowedValues]);
  };

  test.each([
    ["8.0", "8.0"],
    ["5.6", "5.6"],
    ["15.10", "15.10"],
    [".5", "0.5"],
    ["1e3", "1000.0"],
    ["1_000", "1000"],
    ["0x10", "16"],
    ["010", "8"],
    ["012345678901", "1.2345678901E10"],
    ["12345678901234567890", "12345678901234567890"],
    ["yes", "true"],
    ["true", "true"],
    ["'08'", "08"],
  ])("in YAML: %s", (written, text) => {
    const template = `Parameters: {V: {Type: String, Default: ${written}, AllowedValues: [x, ${written}]}}\nResources: {}\n`;
    expect(texts("t.yaml", template)).toEqual([[text, ["x", text]]]);
  });

  test.each(["8.0", "15.10", "1E2", "12345678901234567890", "0.5", "true"])("in JSON: %s", (written) => {
    const declaration = `{"Type": "String", "Default": ${written}, "AllowedValues": ["x", ${written}]}`;
    const template = `{"Parameters": {"V": ${declaration}}, "Resources": {}}`;
    expect(texts("t.json", template)).toEqual([[written, ["x", written]]]);
  });
});

describe("what is wrong with a declaration is said", () => {
  test.each<[Json, readonly string[]]>([
    [["Size"], ["Parameters must be a mapping of names to declarations."]],
    ["Size", ["Parameters must be a mapping of names to declarations."]],
    [null, []],
    [
      { "db-size": { Type: "String" } },
      ['Parameter name "db-size": a name has letters and digits only, at most 255.'],
    ],
    [{ Size: "String" }, ["Parameter Size must be a mapping with a Type."]],
    [{ Size: {} }, ['Parameter Size has no Type; write for example "Type": "String".']],
    [
      { Size: { Type: 1 } },
      ['Parameter Size has a Type that is not text; write for example "Type": "String".'],
    ],
    [{ Size: { Type: "String" } }, []],
  ])("%j", (section, expected) => {
    expect(problems(section)).toEqual(expected);
  });
});
