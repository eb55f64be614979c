import { describe, expect, test } from "vitest";
import { passingValues } from "../../../src/changes/items/passing.ts";
import { isObject } from "../../../src/template/canonical.ts";
import { item } from "../examples.ts";
import { ofTemplate, TEMPLATE } from "./examples.ts";

const SHA = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
const run = { commits: ["f".repeat(40), SHA], runId: "1234567890", runNumber: "42" };

function heldBy(name: string, after: string | null, given = run): readonly string[] {
  return passingValues(new Map([[name, item(null, after)]]), given).map(({ holds }) => holds);
}

describe("a part of the commit's SHA", () => {
  test.each([
    ['"1a2b3c4"', ["the short SHA 1a2b3c4"]],
    ['"app:1a2b3c4d"', ["the short SHA 1a2b3c4d"]],
    ['"app:1a2b3c4d-arm"', ["the short SHA 1a2b3c4d"]],
    ['"1a2b3c"', []],
    ['"01a2b3c4d"', []],
    ['"1a2b3c4e"', []],
    [`"${SHA}"`, []],
  ])("in %s", (after, holds) => {
    expect(heldBy("parameter ImageTag", after)).toEqual(holds);
  });

  test.each([
    "parameter Tag",
    "tag version",
    "definition Task /Properties/Image",
    "output Version",
    "declaration Tag",
    "mapping App",
    "mapping Net/App",
    "condition IsThis",
    "rule OnlyThis",
    "hook Blue",
    "metadata Build",
    "section Description",
    "section Net/Description",
    "section Future Thing",
  ])("is looked for in %s", (name) => {
    expect(passingValues(new Map([[name, item(null, '{"tag":"v 1a2b3c4d"}')]]), run)).toEqual([
      { name, holds: "the short SHA 1a2b3c4d" },
    ]);
  });

  test.each(Object.entries(TEMPLATE))("is looked for in a template's %s", (section, value) => {
    const written = isObject(value) ? { ...value, New: { Text: "1a2b3c4d" } } : "v 1a2b3c4d";
    const { items } = ofTemplate({ ...TEMPLATE, [section]: written });
    expect(passingValues(items, run).map(({ holds }) => holds)).toEqual(["the short SHA 1a2b3c4d"]);
  });

  test.each(["property Task /Properties/Image", "made Task", "values Task"])(
    "is not looked for in %s, which repeats what others say",
    (name) => {
      expect(heldBy(name, '"1a2b3c4d"')).toEqual([]);
    },
  );

  test("is not looked for in what goes", () => {
    expect(heldBy("parameter Tag", null)).toEqual([]);
  });
});

describe("the run's id", () => {
  test.each([
    ['"build-1234567890"', ["the run's id 1234567890"]],
    ['"91234567890"', []],
    ['"12345678901"', []],
  ])("in %s", (after, holds) => {
    expect(heldBy("definition Task", after)).toEqual(holds);
  });

  test("is no sign where it is short, or no number", () => {
    expect(heldBy("parameter Size", '"12345"', { ...run, runId: "12345" })).toEqual([]);
    expect(heldBy("parameter Size", '"123456"', { ...run, runId: "123456" })).toHaveLength(1);
    expect(heldBy("parameter Size", '"local-run"', { ...run, runId: "local-run" })).toEqual([]);
    expect(heldBy("parameter Size", '"local-1"', { ...run, runId: "local-1" })).toEqual([]);
    expect(heldBy("parameter Size", '"1-local"', { ...run, runId: "1-local" })).toEqual([]);
  });
});

describe("the run's number", () => {
  const said = ["the run's number 42"];

  test.each([
    ['"42"', said],
    ['"v42"', said],
    ['"build-42"', said],
    ['"r.42"', said],
    ['"10.42"', []],
    ['"42 GB"', []],
    ['"build--42"', []],
    ['x"42"', []],
    ['"42"x', []],
  ])("in %s", (after, holds) => {
    expect(heldBy("parameter Build", after)).toEqual(holds);
    expect(heldBy("tag build", after)).toEqual(holds);
  });

  test("is no sign in a template, or where it has one digit", () => {
    expect(heldBy("definition Queue /Properties/DelaySeconds", '"42"')).toEqual([]);
    expect(heldBy("output my tag ", '"42"')).toEqual([]);
    expect(heldBy("parameter Count", '"4"', { ...run, runNumber: "4" })).toEqual([]);
  });
});
