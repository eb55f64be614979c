import { describe, expect, test } from "vitest";
import { withCondition } from "../../../src/changes/items/definitions.ts";
import { placeOf, reachedText, reachOf } from "../../../src/changes/items/reach.ts";
import { definitionOf, surroundings, wantedTemplates } from "../../../src/changes/items/references.ts";
import type { Json, JsonObject, ReadTemplate } from "../../../src/template/model.ts";

const VALUES = ["Size", "Stage", "Zone", "Password"].map((name) => ({ name, value: `the ${name}` }));
const CONDITIONS = {
  IsLarge: { "Fn::Equals": [{ Ref: "Size" }, "9"] },
  IsLargeHere: { "Fn::And": [{ Condition: "IsLarge" }, { "Fn::Equals": [{ Ref: "Zone" }, "a"] }] },
  IsMapped: { "Fn::Equals": [{ "Fn::FindInMap": ["Sizes", "small", "max"] }, 2] },
  Round: { "Fn::Not": [{ Condition: "Round" }] },
};
const SIZES = { small: { max: 2, min: 1 }, large: { max: 9, min: 5 } };
const MAPPINGS = { Sizes: SIZES, Zones: { "us-east-1": { name: "a" }, "us-west-2": { name: "b" } } };

/** A list that only CloudFormation can tell. */
const UNKNOWN = { "Fn::ImportValue": "list" };
const target = { region: "us-east-1", account: "123456789012" };
const property = (value: Json): JsonObject => ({ Properties: { A: value } });
const pair = (stackPath: readonly string[], value: JsonObject, more: Partial<ReadTemplate> = {}) => ({
  ...{ stackPath, before: undefined },
  after: { value, ...more },
});

type Pairs = readonly ReturnType<typeof pair>[];

/** What is behind a resource, by the paths of the stacks. */
function behind(pairs: Pairs, path: readonly string[], values: readonly object[] = VALUES): JsonObject {
  const templates = wantedTemplates(pairs);
  const place = placeOf({ stackPath: path.slice(0, -1), logicalId: path.at(-1) ?? "" }, templates);
  if (place === undefined) return {};
  const start = { ...place, value: withCondition(place.value) };
  const around = surroundings(templates, values as typeof VALUES, target);
  return JSON.parse(reachedText(reachOf(start, around)) ?? "{}") as JsonObject;
}

const ROOT: JsonObject = {
  Parameters: { Size: { NoEcho: false }, Password: { NoEcho: "TRUE" }, Zone: "odd" },
  Conditions: CONDITIONS,
  Mappings: MAPPINGS,
};

/** What of the root's template is behind a resource of it. */
function reached(definition: JsonObject, template: JsonObject = ROOT, values: readonly object[] = VALUES) {
  const Resources = { Queue: definition, Other: property({ Ref: "Stage" }) };
  return (behind([pair([], { ...template, Resources })], ["Queue"], values)[""] ?? {}) as JsonObject;
}

const names = (definition: JsonObject, section = "Parameters") =>
  Object.keys((reached(definition)[section] ?? {}) as JsonObject).sort();

describe("a resource reaches parameters", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["by Ref", property({ Ref: "Size" }), ["Size"]],
    ["by Fn::Sub", property({ "Fn::Sub": `\${Size}-\${Stage}` }), ["Size", "Stage"]],
    [
      "by Fn::Sub with variables, which are no parameters",
      property({ "Fn::Sub": [`\${Size}-\${Stage}`, { Size: { Ref: "Zone" } }] }),
      ["Stage", "Zone"],
    ],
    [
      "by Fn::If, and by what its condition refers to",
      property({ "Fn::If": ["IsLarge", { Ref: "Zone" }, 1] }),
      ["Size", "Zone"],
    ],
    ["by a condition of a condition", property({ "Fn::If": ["IsLargeHere", 1, 2] }), ["Size", "Zone"]],
    ["by the condition under which it is made", { Condition: "IsLarge" }, ["Size"]],
    [
      "by that beside all else that it has",
      { Type: "AWS::SQS::Queue", Condition: "IsLarge", ...property({ Ref: "Zone" }) },
      ["Size", "Zone"],
    ],
    [
      "by the names that it looks up",
      property({ "Fn::FindInMap": ["Sizes", { Ref: "Size" }, "max"] }),
      ["Size"],
    ],
    [
      "by the default of what is not there",
      property({ "Fn::FindInMap": ["Sizes", "none", "max", { DefaultValue: { Ref: "Zone" } }] }),
      ["Zone"],
    ],
    ["by a condition that refers to itself", { Condition: "Round" }, []],
    ["by none", property("Size"), []],
    ["by a name that is none", property({ Ref: "Nowhere" }), []],
    [
      "by functions that are written wrongly",
      {
        Condition: 1,
        Properties: {
          A: { Ref: ["Size"] },
          B: { "Fn::Sub": 1 },
          C: { "Fn::Sub": [] },
          D: { "Fn::If": "IsLarge" },
          E: { "Fn::If": [1, 2, 3] },
          F: { "Fn::FindInMap": "Size" },
          G: { "Fn::GetAtt": 1 },
        },
      },
      [],
    ],
    ["by a condition that is not there", { Condition: "toString" }, []],
    ["by other functions", property({ "Fn::ImportValue": "Size" }), []],
    ["by what is no variable", property({ "Fn::GetAZs": `\${Size}` }), []],
    ["by a list that is no condition", property({ "Fn::Join": ["IsLarge", []] }), []],
    ["by nothing at all", property({ "Fn::If": null }), []],
    ["by a property that is called Condition", property({ Condition: ["IsLarge"] }), []],
  ])("%s", (_, definition, expected) => {
    expect(names(definition)).toEqual(expected);
  });

  test("with their values, and with what an SSM parameter stands for; a secret by its name only", () => {
    const values = [
      { name: "Size", value: "1" },
      { name: "Zone", value: "/zone", resolved: "eu-west-1a" },
      { name: "Password", value: "****" },
    ];
    const definition = property([{ Ref: "Size" }, { Ref: "Zone" }, { Ref: "Password" }]);
    expect(reached(definition, ROOT, values).Parameters).toEqual({
      Size: { Value: ["1", null] },
      Zone: { Value: ["/zone", "eu-west-1a"] },
      Password: { Value: "NoEcho" },
    });
  });

  test("with their types where one text is something else by them", () => {
    const types = { Size: "CommaDelimitedList", Zone: "AWS::SSM::Parameter::Value<String>", Stage: "Number" };
    const declared = Object.entries(types).map(([name, Type]) => [name, { Type }]);
    const definition = property([{ Ref: "Size" }, { Ref: "Zone" }, { Ref: "Stage" }]);
    expect(reached(definition, { Parameters: Object.fromEntries(declared) }).Parameters).toEqual({
      Size: { Type: types.Size, Value: ["the Size", null] },
      Zone: { Type: types.Zone, Value: ["the Zone", null] },
      Stage: { Value: ["the Stage", null] },
    });
  });

  test("that are secrets by the word true alone", () => {
    const of = (NoEcho: Json) => reached(property({ Ref: "Size" }), { Parameters: { Size: { NoEcho } } });
    for (const yes of [true, "true", "True"])
      expect(of(yes)).toEqual({ Parameters: { Size: { Value: "NoEcho" } } });
    for (const no of [false, "untrue", "true?", null])
      expect(of(no)).toEqual({ Parameters: { Size: { Value: ["the Size", null] } } });
  });
});

describe("a resource reaches conditions", () => {
  test("by their texts, those within conditions too", () => {
    const { IsLarge, IsLargeHere, IsMapped } = CONDITIONS;
    expect(reached({ Condition: "IsLargeHere" }).Conditions).toEqual({ IsLarge, IsLargeHere });
    expect(reached(property({ "Fn::If": ["IsMapped", 1, 2] }))).toEqual({
      Conditions: { IsMapped },
      Mappings: { Sizes: { small: { max: 2 } } },
    });
  });

  test("the one that a loop makes, and all of them where what it makes is not known", () => {
    const known = {
      "Fn::ForEach::Each": ["Id", ["A", "B"], { "Is${Id}": { "Fn::Equals": ["1", `\${Id}`] } }],
    };
    expect(reached({ Condition: "IsB" }, { Conditions: known })).toEqual({
      Conditions: { IsB: { "Fn::Equals": ["1", "B"] } },
    });
    const Conditions = {
      "Fn::ForEach::Each": ["Id", UNKNOWN, { "Is${Id}": { "Fn::Equals": [{ Ref: "Size" }, 1] } }],
    };
    expect(reached({ Condition: "IsA" }, { Conditions })).toEqual({
      Conditions,
      Parameters: { Size: { Value: ["the Size", null] } },
    });
    expect(reached({ Condition: "IsA" }, { Conditions: { IsB: true } })).toEqual({});
  });
});

describe("a resource reaches of mappings", () => {
  const found = (...argument: readonly Json[]) => reached(property({ "Fn::FindInMap": argument })).Mappings;
  const values = [{ name: "Size", value: "small" }];

  test.each<[string, readonly Json[], Json | undefined]>([
    ["the entry that it names", ["Sizes", "small", "max"], { Sizes: { small: { max: 2 } } }],
    [
      "that of this region",
      ["Zones", { Ref: "AWS::Region" }, "name"],
      { Zones: { "us-east-1": { name: "a" } } },
    ],
    ["all entries where a function chooses", ["Sizes", { Ref: "Stage" }, "max"], { Sizes: SIZES }],
    [
      "all below where it chooses below",
      ["Sizes", "small", { Ref: "Stage" }],
      { Sizes: { small: SIZES.small } },
    ],
    ["all where what it names is not there", ["Sizes", "none", "max"], { Sizes: SIZES }],
    ["all of them where a function chooses the mapping", [{ Ref: "Stage" }, "small", "max"], MAPPINGS],
    ["all of them where a loop names it", [`Sizes\${Id}`, "small", "max"], MAPPINGS],
  ])("%s", (_, argument, expected) => {
    expect(found(...argument)).toEqual(expected);
  });

  test("the entry that a parameter names, whose value is bound with it", () => {
    const definition = property({ "Fn::FindInMap": ["Sizes", { Ref: "Size" }, "max"] });
    expect(reached(definition, ROOT, values)).toEqual({
      Mappings: { Sizes: { small: { max: 2 } } },
      Parameters: { Size: { Value: ["small", null] } },
    });
    const secret = { ...ROOT, Parameters: { Size: { NoEcho: true } } };
    expect(reached(definition, secret, values).Mappings).toEqual({ Sizes: SIZES });
    const stored = { ...ROOT, Parameters: { Size: { Type: "AWS::SSM::Parameter::Value<String>" } } };
    // The name under which Systems Manager has the value is not the value.
    expect(reached(definition, stored, values).Mappings).toEqual({ Sizes: SIZES });
    const resolved = [{ name: "Size", value: "small", resolved: "large" }];
    expect(reached(definition, stored, resolved).Mappings).toEqual({ Sizes: { large: { max: 9 } } });
  });

  test("what is named by what another mapping holds", () => {
    const inner = { "Fn::FindInMap": ["Zones", "us-west-2", "name"] };
    expect(found("Sizes", inner, "max")).toEqual({ Sizes: SIZES, Zones: { "us-west-2": { name: "b" } } });
  });

  test("by their SHA-256 where they are very long, so that hundreds of resources can refer to them", () => {
    const of = (last: string) => {
      const Long = { a: { b: "x".repeat(20_000), c: last } };
      const definition = property({ "Fn::FindInMap": ["Long", "a", { Ref: "Stage" }] });
      return (reached(definition, { Mappings: { Long } }).Mappings as JsonObject).Long as JsonObject;
    };
    expect(of("1")).toEqual({ a: expect.stringMatching(/^sha256 [0-9a-f]{64}$/) });
    expect(of("2")).not.toEqual(of("1"));
  });

  test("numbers as they are written", () => {
    const spelling = () => "2.0";
    const Resources = { Queue: property({ "Fn::FindInMap": ["Sizes", "small", "max"] }) };
    const templates = wantedTemplates([pair([], { ...ROOT, Resources }, { spelling })]);
    const place = { stackPath: [], value: Resources.Queue };
    expect(reachedText(reachOf(place, surroundings(templates, [], target)))).toBe(
      '{"":{"Mappings":{"Sizes":{"small":{"max":2.0}}}}}',
    );
  });
});

test("what another resource says of itself under the same name is reached", () => {
  const definition = property([{ "Fn::GetAtt": ["Net", "CidrBlock"] }, { "Fn::Sub": `\${Net.Id}` }]);
  const Resources = { Queue: definition, Net: { Properties: { CidrBlock: { Ref: "Zone" }, Other: 1 } } };
  expect(behind([pair([], { Resources })], ["Queue"])).toEqual({
    "": {
      Parameters: { Zone: { Value: ["the Zone", null] } },
      Resources: { Net: { Properties: { CidrBlock: { Ref: "Zone" } } } },
    },
  });
});

test("a resource that is not there reaches nothing, nor does one of a template without sections", () => {
  expect(behind([pair([], { Resources: {} })], ["Queue"])).toEqual({});
  expect(behind([pair([], {})], ["Queue"])).toEqual({});
  expect(behind([], ["Queue"])).toEqual({});
});

test("a resource is looked for in its own stack's template", () => {
  const templates = wantedTemplates(
    [["A", "BC"], ["AB"]].map((stackPath) => pair(stackPath, { Resources: { C: stackPath } })),
  );
  expect(definitionOf({ stackPath: ["AB"], logicalId: "C" }, templates)).toEqual(["AB"]);
  expect(definitionOf({ stackPath: ["A", "BC"], logicalId: "C" }, templates)).toEqual(["A", "BC"]);
  expect(definitionOf({ stackPath: ["AB", "C"], logicalId: "C" }, templates)).toBeUndefined();
  expect(definitionOf({ stackPath: ["AB"], logicalId: "toString" }, templates)).toBeUndefined();
});

describe("a resource of a nested stack reaches", () => {
  const stackWith = (given: Json): JsonObject => ({
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "x", Parameters: given },
  });
  const inner = {
    Parameters: {
      Title: { Type: "String", Default: "untitled" },
      Flag: { Type: "String" },
      Other: { Type: "String" },
      Secret: { Type: "String", NoEcho: true },
    },
    Conditions: { IsOn: { "Fn::Equals": [{ Ref: "Flag" }, "on"] } },
    Mappings: MAPPINGS,
    Resources: { Queue: { Condition: "IsOn", ...property({ Ref: "Title" }) } } as JsonObject,
  };
  const root = (given: Json): JsonObject => ({ ...ROOT, Resources: { Net: stackWith(given) } });
  const inNet = (given: Json, queue: JsonObject = inner.Resources.Queue as JsonObject) =>
    behind(
      [pair([], root(given)), pair(["Net"], { ...inner, Resources: { Queue: queue } })],
      ["Net", "Queue"],
    );
  const given = (Parameters: Json) => ({ Resources: { Net: { Properties: { Parameters } } } });

  test("what its stack is given for what it refers to, and what that refers to", () => {
    const Title = { "Fn::If": ["IsLarge", { Ref: "Stage" }, "x"] };
    expect(inNet({ Title, Flag: "on", Other: { Ref: "Zone" } })).toEqual({
      "": {
        Conditions: { IsLarge: CONDITIONS.IsLarge },
        Parameters: { Size: { Value: ["the Size", null] }, Stage: { Value: ["the Stage", null] } },
        ...given({ Flag: "on", Title }),
      },
      Net: { Conditions: inner.Conditions },
    });
  });

  test("the default of what its stack is not given", () => {
    const defaults = { Conditions: inner.Conditions, Parameters: { Title: { Default: "untitled" } } };
    expect(inNet({ Flag: "on" })).toEqual({ "": given({ Flag: "on" }), Net: defaults });
    expect(inNet(null)).toEqual({ Net: defaults });
  });

  test("the default too where it may be given nothing", () => {
    const Title = { "Fn::If": ["Round", "x", { Ref: "AWS::NoValue" }] };
    const found = inNet({ Title }, property({ Ref: "Title" }));
    expect(found.Net).toEqual({ Parameters: { Title: { Default: "untitled" } } });
    expect(found[""]).toEqual({ Conditions: { Round: CONDITIONS.Round }, ...given({ Title }) });
  });

  test("mappings of its own stack", () => {
    const queue = property({ "Fn::FindInMap": ["Sizes", { Ref: "Title" }, "max"] });
    expect(inNet({ Title: "small" }, queue)).toEqual({
      "": given({ Title: "small" }),
      Net: { Mappings: { Sizes: { small: { max: SIZES.small.max } } } },
    });
    // What it is given is not known before CloudFormation is asked.
    const unknown = { Title: { "Fn::GetAtt": ["Made", "Size"] } };
    expect(inNet(unknown, queue).Net).toEqual({ Mappings: { Sizes: SIZES } });
  });

  test("all that a function gives, and the default of what it may leave out", () => {
    const all = { "Fn::If": ["Round", { Title: { Ref: "Zone" } }, {}] };
    expect(inNet(all, property([{ Ref: "Secret" }, { Ref: "Title" }]))).toEqual({
      "": {
        Conditions: { Round: CONDITIONS.Round },
        Parameters: { Zone: { Value: ["the Zone", null] } },
        ...given(all),
      },
      Net: { Parameters: { Title: { Default: "untitled" } } },
    });
  });

  test("what a loop may give it, beside the default, where that is not written out", () => {
    const loop = { "Fn::ForEach::P": ["Id", UNKNOWN, { "Tit${Id}": { Ref: "Zone" } }] };
    const title = property({ Ref: "Title" });
    expect(inNet({ Flag: "on", ...loop }, title)).toEqual({
      "": { Parameters: { Zone: { Value: ["the Zone", null] } }, ...given(loop) },
      Net: { Parameters: { Title: { Default: "untitled" } } },
    });
    expect(inNet({ Title: "x", ...loop }, title)).toEqual({ "": given({ Title: "x" }) });
  });

  test("the loop that may make its stack, with the conditions under which it does", () => {
    const loop = { "Net${Id}": { Condition: "Round", ...stackWith({ Title: { Ref: "Zone" } }) } };
    const Resources = {
      "Fn::ForEach::N": ["Id", UNKNOWN, loop],
      "Fn::ForEach::Q": ["Id", ["A"], { "Q${Id}": {} }],
    };
    const queue = { Resources: { Queue: property({ Ref: "Title" }) } };
    const pairs = [pair([], { ...ROOT, Resources }), pair(["NetA"], { ...inner, ...queue })];
    expect(behind(pairs, ["NetA", "Queue"])).toEqual({
      "": {
        Conditions: { Round: CONDITIONS.Round },
        Parameters: { Zone: { Value: ["the Zone", null] } },
        Resources: { "Fn::ForEach::N": Resources["Fn::ForEach::N"] },
      },
      NetA: { Parameters: { Title: { Default: "untitled" } } },
    });
  });

  test("a secret by its name, and by what that refers to", () => {
    const queue = property({ Ref: "Secret" });
    expect(inNet({ Secret: "geheim" }, queue)).toEqual({ "": given({ Secret: "NoEcho" }) });
    expect(inNet({ Secret: { Ref: "Password" } }, queue)).toEqual({
      "": { Parameters: { Password: { Value: "NoEcho" } }, ...given({ Secret: "NoEcho" }) },
    });
  });

  test("a secret that is called like the section by its name as well", () => {
    const Parameters = { Parameters: { Type: "String", NoEcho: true } };
    const own = { ...inner, Parameters, Resources: { Queue: property({ Ref: "Parameters" }) } };
    const pairs = [pair([], root({ Parameters: "geheim" })), pair(["Net"], own)];
    expect(behind(pairs, ["Net", "Queue"])).toEqual({ "": given({ Parameters: "NoEcho" }) });
  });

  test("all that its stack is given where its template cannot be read", () => {
    const all = { Title: { Ref: "Size" }, Other: { Ref: "Zone" } };
    const found = behind([pair([], root(all))], ["Net", "Queue"]);
    expect(Object.keys((found[""] as JsonObject).Parameters as JsonObject)).toEqual(["Size", "Zone"]);
  });

  test("through every stack on the way", () => {
    const middle = {
      Parameters: { Passed: {}, Ignored: {} },
      Resources: { Deep: stackWith({ Title: { Ref: "Passed" }, Flag: { Ref: "Ignored" } }) },
    };
    const deep = { ...inner, Resources: { Queue: property({ Ref: "Title" }) } };
    const pairs = [
      pair([], root({ Passed: { Ref: "Stage" }, Ignored: { Ref: "Size" } })),
      ...[pair(["Net"], middle), pair(["Net", "Deep"], deep)],
    ];
    expect(behind(pairs, ["Net", "Deep", "Queue"])).toEqual({
      "": { Parameters: { Stage: { Value: ["the Stage", null] } }, ...given({ Passed: { Ref: "Stage" } }) },
      Net: { Resources: { Deep: { Properties: { Parameters: { Title: { Ref: "Passed" } } } } } },
    });
  });
});

describe("a resource reaches of a nested stack that it takes something from", () => {
  const Outputs = {
    Cidr: { Value: { "Fn::FindInMap": ["Sizes", "small", "max"] }, Condition: "IsMapped" },
    Other: { Value: { Ref: "Any" } },
  };
  const stack = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: { A: { Ref: "Zone" } } } };
  const takes =
    (...more: Pairs) =>
    (value: Json) =>
      behind([pair([], { ...ROOT, Resources: { Net: stack, Queue: property(value) } }), ...more], ["Queue"]);
  const expected = {
    Net: {
      Conditions: { IsMapped: CONDITIONS.IsMapped },
      Mappings: { Sizes: { small: { max: 2 } } },
      Outputs: { Cidr: { Value: Outputs.Cidr.Value } },
    },
  };

  test("the output, however it is written", () => {
    const of = takes(pair(["Net"], { ...ROOT, Outputs }));
    expect(of({ "Fn::GetAtt": ["Net", "Outputs.Cidr"] })).toEqual(expected);
    expect(of({ "Fn::GetAtt": "Net.Outputs.Cidr" })).toEqual(expected);
    expect(of({ "Fn::Sub": `\${Net.Outputs.Cidr}` })).toEqual(expected);
    expect(of({ "Fn::GetAtt": ["Net", "Outputs.None"] })).toEqual({});
  });

  test("all outputs where a function names the one, with what names it", () => {
    const of = takes(pair(["Net"], { ...ROOT, Outputs }));
    const all = {
      "": { Parameters: { Stage: { Value: ["the Stage", null] } } },
      Net: { ...expected.Net, Outputs: { ...expected.Net.Outputs, Other: { Value: Outputs.Other.Value } } },
    };
    expect(of({ "Fn::GetAtt": ["Net", { Ref: "Stage" }] })).toEqual(all);
    expect(of({ "Fn::GetAtt": [{ Ref: "Stage" }, { Ref: "Stage" }] })).toMatchObject(all);
    const { Cidr } = expected.Net.Outputs;
    const named = of({ "Fn::GetAtt": [{ Ref: "Stage" }, "Outputs.Cidr"] });
    expect(named).toEqual({ ...all, Net: { ...expected.Net, Outputs: { Cidr } } });
  });

  test("the output that a loop makes, or the loops that may make it, with their conditions", () => {
    const Value = { "Fn::FindInMap": ["Zones", "a", "b"] };
    const reachedBy = (list: Json) => {
      const loop = ["Id", list, { "Url${Id}": { Condition: "Round", Value } }];
      const of = takes(pair(["Net"], { ...ROOT, Outputs: { ...Outputs, "Fn::ForEach::Urls": loop } }));
      expect(of({ "Fn::GetAtt": ["Net", "Outputs.Cidr"] })).toEqual(expected);
      const { Net } = of({ "Fn::GetAtt": ["Net", "Outputs.UrlA"] }) as { Net: JsonObject };
      const conditions = { Conditions: { Round: CONDITIONS.Round }, Mappings: { Zones: MAPPINGS.Zones } };
      expect(Net).toEqual({ ...conditions, Outputs: Net.Outputs });
      return [Net.Outputs, loop];
    };
    expect(reachedBy(["A", "B"])[0]).toEqual({ UrlA: { Value } });
    const [told, loop] = reachedBy(UNKNOWN);
    expect(told).toEqual({ "Fn::ForEach::Urls": loop });
  });

  test("what a loop makes like what is written, and of a list that is not known the loop", () => {
    const takenBy = (value: Json, list: Json = ["A", "B"]) => {
      const Resources = {
        "Fn::ForEach::Nets": ["Id", list, { "Net${Id}": stack }],
        "Fn::ForEach::Subnets": ["Id", list, { "Subnet${Id}": property({ CidrBlock: "10.0.0.0/8" }) }],
        Queue: { Properties: { A: value } },
      };
      const found = behind([pair([], { ...ROOT, Resources })], ["Queue"])[""] as JsonObject | undefined;
      return Object.keys((found?.Resources ?? {}) as JsonObject);
    };
    expect(takenBy({ "Fn::GetAtt": ["NetA", "Outputs.Url"] })).toEqual(["NetA"]);
    expect(takenBy({ "Fn::GetAtt": ["SubnetB", "A"] })).toEqual(["SubnetB"]);
    expect(takenBy({ "Fn::GetAtt": ["SubnetA", "Id"] })).toEqual([]);
    expect(takenBy({ "Fn::GetAtt": ["SubnetA", { Ref: "Stage" }] })).toEqual([]);
    const loops = ["Fn::ForEach::Nets", "Fn::ForEach::Subnets"];
    expect(takenBy({ "Fn::GetAtt": ["NetA", "Outputs.Url"] }, UNKNOWN)).toEqual(loops);
  });

  test("where its template is, where that cannot be read", () => {
    const takenOf = (Net: JsonObject) => {
      const Queue = property({ "Fn::GetAtt": ["Net", "Outputs.Url"] });
      return behind([pair([], { ...ROOT, Resources: { Net, Queue } })], ["Queue"]);
    };
    const Location = { ApplicationId: "a", SemanticVersion: { Ref: "Stage" } };
    expect(takenOf({ Type: "AWS::Serverless::Application", Properties: { Location } })).toEqual({
      "": {
        Parameters: { Stage: { Value: ["the Stage", null] } },
        Resources: { Net: { Properties: { Location } } },
      },
    });
    const properties = { Properties: { TemplateURL: "https://a" } };
    expect(takenOf({ ...stack, ...properties })).toEqual({ "": { Resources: { Net: properties } } });
  });

  test("all that it is given where its template cannot be read", () => {
    expect(takes()({ "Fn::GetAtt": ["Net", "Outputs.Cidr"] })).toEqual({
      "": {
        Parameters: { Zone: { Value: ["the Zone", null] } },
        Resources: { Net: { Properties: { Parameters: { A: { Ref: "Zone" } } } } },
      },
    });
  });
});
