import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { templateItems } from "../../../src/changes/items/templateItems.ts";
import { isObject } from "../../../src/template/canonical.ts";
import type { Json, JsonObject, JsonPath, ReadTemplate } from "../../../src/template/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { bound, ofTemplate, TEMPLATE } from "./examples.ts";

/** Every place of a value, the root's left out. */
function places(value: Json, path: JsonPath = []): readonly JsonPath[] {
  const below = Array.isArray(value)
    ? (value as readonly Json[]).flatMap((it, index) => places(it, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, it]) => places(it, [...path, key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

/** The same value with another one at a place; `undefined` takes it away. */
function replaced(value: Json, [step, ...rest]: JsonPath, other: (it: Json) => Json | undefined): Json {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.flatMap((it, index) => {
      if (index !== step) return [it];
      const made = rest.length === 0 ? other(it) : replaced(it, rest, other);
      return made === undefined ? [] : [made];
    });
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, it]): [string, Json][] => {
      if (key !== step) return [[key, it]];
      const made = rest.length === 0 ? other(it) : replaced(it, rest, other);
      return made === undefined ? [] : [[key, made]];
    }),
  );
}

/** A section without entries says nothing. */
function withoutEmpty(template: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(template).filter(([, it]) => JSON.stringify(it) !== "{}"));
}

const MUTATIONS: Readonly<Record<string, (it: Json) => Json | undefined>> = {
  "taken away": () => undefined,
  "another text": (it) => (it === "other" ? "another" : "other"),
  "another number": (it) => (it === 77 ? 78 : 77),
  "the same as text": (it) => (typeof it === "string" ? [it] : JSON.stringify(it)),
  null: (it) => (it === null ? "null" : null),
  "an empty object": (it) => (isObject(it) && Object.keys(it).length === 0 ? [] : {}),
};

describe("every section, entry and scalar of a template is bound:", () => {
  test.each(Object.entries(MUTATIONS))("%s", (_, other) => {
    const digests = new Map<string, string>();
    for (const path of places(TEMPLATE)) {
      const wanted = replaced(TEMPLATE, path, other) as JsonObject;
      const text = JSON.stringify(withoutEmpty(wanted));
      if (text === JSON.stringify(TEMPLATE)) continue;
      const made = ofTemplate(wanted);
      expect(made.items.size, path.join("/")).toBeGreaterThan(0);
      // One digest for each template, and one template for each digest.
      expect(digests.get(made.digest.digest) ?? text).toBe(text);
      digests.set(made.digest.digest, text);
    }
    expect(digests.size).toBeGreaterThan(60);
    expect(digests.has(bound().digest.digest)).toBe(false);
  });

  test("a further entry of each section, and a further section", () => {
    const digests = Object.keys(TEMPLATE).flatMap((section) => {
      const entries = TEMPLATE[section] ?? null;
      const more: Json = isObject(entries) ? { ...entries, More: { Type: "x" } } : [entries, "more"];
      const { items, digest } = ofTemplate({ ...TEMPLATE, [section]: more });
      expect(items.size, section).toBe(1);
      return [digest.digest];
    });
    expect(ofTemplate({ ...TEMPLATE, Tomorrow: "x" }).items.size).toBe(1);
    expect(new Set(digests).size).toBe(Object.keys(TEMPLATE).length);
  });

  test("the order of keys never matters, of a list it does", () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
      if (!isObject(value)) return value;
      const entries = Object.entries(value).map(([key, it]): [string, Json] => [key, reversed(it)]);
      return Object.fromEntries(entries.reverse());
    };
    expect(ofTemplate(reversed(TEMPLATE) as JsonObject).items).toEqual(new Map());
    const list = { ...TEMPLATE, Transform: ["a", "b"] };
    expect(ofTemplate({ ...TEMPLATE, Transform: ["b", "a"] }, list).items.size).toBe(1);
  });
});

describe("numbers are told by their text", () => {
  const yaml = (version: string, of = "Resources") =>
    parseTemplate(
      of === "Resources"
        ? `Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      EngineVersion: ${version}\n      Tags: [{ Value: ${version} }]\n`
        : `Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n${of}:\n  Entry:\n    Value: ${version}\n`,
      "stack.yaml",
    );
  const between = (before: ReadTemplate, after: ReadTemplate) => [
    ...templateItems({ stackPath: [], before, after }).keys(),
  ];

  test.for(["Mappings", "Outputs", "Metadata", "Conditions", "Tomorrow"])("in %s", (section) => {
    expect(between(yaml("15.1", section), yaml("15.10", section))).toHaveLength(1);
    expect(between(yaml("15.10", section), yaml("15.10", section))).toEqual([]);
  });

  test("in a section that is one value", () => {
    const whole = (version: string) =>
      parseTemplate(`Resources: {}\nTomorrow: [{ A: ${version} }]\n`, "stack.yaml");
    expect(between(whole("15.1"), whole("15.10"))).toEqual(["section Tomorrow"]);
    expect(between(whole("15.10"), whole("15.10"))).toEqual([]);
  });

  test("15.1 is not 15.10, 8 is not 8.0, in a property and in a list", () => {
    const both = ["definition Db /Properties/EngineVersion", "definition Db /Properties/Tags"];
    expect(between(yaml("15.1"), yaml("15.10"))).toEqual(both);
    expect(between(yaml("8"), yaml("8.0"))).toEqual(both);
    expect(between(yaml("9007199254740993"), yaml("9007199254740992"))).toEqual(both);
    expect(between(yaml("15.10"), yaml("15.10"))).toEqual([]);
  });
});

describe("how items are cut", () => {
  const resource = (definition: JsonObject): JsonObject => ({ Resources: { Queue: definition } });
  const cut = (before: JsonObject, after: JsonObject) => [
    ...ofTemplate(resource(after), resource(before)).items.keys(),
  ];

  test.for<readonly [string, JsonObject, JsonObject, readonly string[]]>([
    ["a property", { P: { a: 1 } }, { P: { a: 2 } }, ["/P/a"]],
    ["two properties", { P: { a: 1, b: 1 } }, { P: { a: 2, b: 2 } }, ["/P/a", "/P/b"]],
    ["a further one", { P: { a: 1 } }, { P: { a: 1, b: 2 } }, ["/P/b"]],
    ["a list is one value", { P: [1, { a: 1 }] }, { P: [1, { a: 2 }] }, ["/P"]],
    ["a function in place of another", { P: { Ref: "A" } }, { P: { "Fn::Sub": "A" } }, ["/P"]],
    ["a function in place of a value", { P: { a: 1 } }, { P: { Ref: "A" } }, ["/P"]],
    ["all of an object's members", { P: { a: 1 } }, { P: {} }, ["/P"]],
    ["an object in place of a text", { P: "a" }, { P: { a: 1 } }, ["/P"]],
    [
      "names with slashes and tildes",
      { P: { "a/b": 1, "~": 1 } },
      { P: { "a/b": 2, "~": 2 } },
      ["/P/a~1b", "/P/~0"],
    ],
  ])("%s", ([, before, after, paths]) => {
    expect(cut(before, after)).toEqual(paths.map((path) => `definition Queue ${path}`));
  });

  test("a resource that comes or goes is one item", () => {
    expect([...ofTemplate({ Resources: {} }, resource({ Type: "x" })).items.keys()]).toEqual([
      "definition Queue",
    ]);
    expect([...ofTemplate(resource({ Type: "x" }), { Resources: {} }).items.keys()]).toEqual([
      "definition Queue",
    ]);
  });

  test("those of nested stacks have names of their own", () => {
    const [before, after] = [{ value: resource({ a: 1 }) }, { value: resource({ a: 2 }) }];
    const named = (stackPath: readonly string[]) => [...templateItems({ stackPath, before, after }).keys()];
    expect(named([])).toEqual(["definition Queue /a"]);
    expect(named(["Net", "Deep"])).toEqual(["definition Net/Deep/Queue /a"]);
  });
});

test("two pull requests that change different properties of one resource have no item in common", () => {
  const name = fc.constantFrom("VisibilityTimeout", "DelaySeconds", "Fifo", "KmsKey", "Tags");
  const value = fc.constantFrom<Json>(1, "x", { a: { b: 1 } }, [1]);
  fc.assert(
    fc.property(name, name, value, value, (one, other, a, b) => {
      fc.pre(one !== other);
      const set = (property: string, given: Json) =>
        ofTemplate(
          replaced(TEMPLATE, ["Resources", "Queue", "Properties"], (it) => ({
            ...(it as JsonObject),
            [property]: given,
          })) as JsonObject,
        );
      const [first, second] = [set(one, a).items, set(other, b).items];
      expect([...first.keys()].filter((item) => second.has(item))).toEqual([]);
    }),
  );
});

test("names that could be mistaken for one another are not", () => {
  const names = ["a b", "a/b", "a~2b", "a~1b", "a\nb", "a  b", "a%0Ab", "__proto__"];
  const metadata = Object.fromEntries(names.map((it) => [it, 1]));
  expect(ofTemplate({ ...TEMPLATE, Metadata: metadata }, { ...TEMPLATE, Metadata: {} }).items.size).toBe(
    names.length,
  );
  const sections = Object.fromEntries(names.map((it) => [it, { x: 1 }]));
  expect(ofTemplate({ ...TEMPLATE, ...sections }).items.size).toBe(names.length);
});
