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
