// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import { exportsOf, type Reference } from "../../../src/template/evaluate/exports.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const scope = {
  parameters: { Env: "prod", Names: "a,b", Kept: undefined },
  pseudo: { "AWS::StackName": "shop", "AWS::Region": undefined },
};

const AROUND: JsonObject = {
  Parameters: {
    Env: { Type: "String" },
    Names: { Type: "CommaDelimitedList" },
    Kept: { Type: "String" },
  },
  Conditions: {
    IsProd: { "Fn::Equals": [{ Ref: "Env" }, "prod"] },
    IsDev: { "Fn::Not": [{ Condition: "IsProd" }] },
    IsKept: { "Fn::Equals": [{ Ref: "Kept" }, "yes"] },
    Circle: { "Fn::Not": [{ Condition: "Circle" }] },
  },
};

const of = (more: JsonObject) => exportsOf({ value: { ...AROUND, ...more } }, scope);
const outputs = (Outputs: JsonObject, Transform?: Json) =>
  of({ Outputs, ...(Transform === undefined ? {} : { Transform }) });
const made = (output: JsonObject) => outputs({ Out: output }).exports;
const named = (Name: Json) => made({ Value: "v", Export: { Name } });

describe("the name of an export", () => {
  it.each<[string, Json, string | undefined]>([
    ["a text", "vpc-id", "vpc-id"],
    ["a number", 7, "7"],
    ["a parameter", { Ref: "Env" }, "prod"],
    ["a pseudo parameter in a text", { "Fn::Sub": "${AWS::StackName}-${Env}" }, "shop-prod"],
    ["joined", { "Fn::Join": ["-", [{ Ref: "AWS::StackName" }, "vpc"]] }, "shop-vpc"],
    ["by a condition", { "Fn::If": ["IsProd", "one", "other"] }, "one"],
    ["a parameter that is kept", { "Fn::Sub": "x-${Kept}" }, undefined],
    ["a pseudo parameter that is not known", { "Fn::Sub": "x-${AWS::Region}" }, undefined],
    ["another stack's", { "Fn::ImportValue": "other" }, undefined],
    ["another stack's in a text", { "Fn::Join": ["-", ["a", { "Fn::ImportValue": "other" }]] }, undefined],
    ["by a condition that is not known", { "Fn::If": ["IsKept", "one", "other"] }, undefined],
    ["what AWS puts in", "{{resolve:ssm:/name}}", undefined],
    ["a list", ["a"], undefined],
  ])("%s", (_, written, name) => {
    expect(named(written)).toEqual([{ output: "Out", name, value: "v", isCertain: true, references: [] }]);
  });

  it("is not known where none is written", () => {
    expect(made({ Value: "v", Export: {} })).toEqual([
      { output: "Out", name: undefined, value: "v", isCertain: true, references: [] },
    ]);
  });
});

describe("outputs that make no export", () => {
  it.each<[string, JsonObject]>([
    ["no Export", { Value: "v" }],
    ["an Export that is no object", { Value: "v", Export: "name" }],
    ["a condition that does not hold", { Value: "v", Export: { Name: "n" }, Condition: "IsDev" }],
  ])("%s", (_, output) => {
    expect(outputs({ Out: output })).toEqual({ exports: [], isComplete: true });
  });

  it.each<[string, JsonObject]>([
    ["no section", {}],
    ["an empty section", { Outputs: {} }],
    ["an output that is a text", { Outputs: { Out: "text" } }],
  ])("%s", (_, template) => {
    expect(of(template)).toEqual({ exports: [], isComplete: true });
  });
});

describe("whether an export is there", () => {
  it.each<[string, Json, boolean]>([
    ["its condition holds", "IsProd", true],
    ["its condition is not known", "IsKept", false],
    ["its condition is not declared", "Nowhere", false],
  ])("%s", (_, Condition, isCertain) => {
    const [found] = made({ Value: "v", Export: { Name: "n" }, Condition });
    expect(found?.isCertain).toBe(isCertain);
  });
});

describe("the value of an export", () => {
  it.each<[string, Json, string | undefined]>([
    ["a text", "v", "v"],
    ["a number", 7, "7"],
    ["a truth", false, "false"],
    ["a parameter", { Ref: "Env" }, "prod"],
    ["a list as one text", { "Fn::Join": [",", { Ref: "Names" }] }, "a,b"],
    ["a parameter that is kept", { Ref: "Kept" }, undefined],
    ["a resource", { Ref: "Vpc" }, undefined],
    ["an attribute", { "Fn::GetAtt": ["Vpc", "VpcId"] }, undefined],
    ["what AWS puts in", "{{resolve:ssm:/vpc:3}}", undefined],
    ["what AWS puts into a text", { "Fn::Sub": "x-{{resolve:ssm:/${Env}}}-y" }, undefined],
    ["two braces that are no reference", "{{name}}", "{{name}}"],
  ])("%s", (_, Value, value) => {
    const [found] = made({ Value, Export: { Name: "n" } });
    expect(found).toMatchObject({ value, name: "n", isCertain: true });
  });

  it("is not known where none is written", () => {
    const [found] = made({ Export: { Name: "n" } });
    expect(found).toEqual({ output: "Out", name: "n", value: undefined, isCertain: true, references: [] });
  });
});

describe("what an export hangs on", () => {
  it.each<[string, Json, readonly Reference[]]>([
    ["nothing", "v", []],
    ["a resource", { Ref: "Vpc" }, [{ name: "Vpc" }]],
    ["an attribute", { "Fn::GetAtt": ["Db", "Arn"] }, [{ name: "Db", attribute: "Arn" }]],
    [
      "an attribute with a dot",
      { "Fn::GetAtt": ["Db", "Endpoint.Port"] },
      [{ name: "Db", attribute: "Endpoint.Port" }],
    ],
    [
      "an attribute as one text",
      { "Fn::GetAtt": "Db.Endpoint.Port" },
      [{ name: "Db", attribute: "Endpoint.Port" }],
    ],
    [
      "an attribute that is computed",
      { "Fn::GetAtt": ["Db", { Ref: "Env" }] },
      [{ name: "Db" }, { name: "Env" }],
    ],
    ["a resource that is computed", { "Fn::GetAtt": [{ Ref: "Env" }, "Arn"] }, [{ name: "Env" }]],
    ["an attribute that names nothing", { "Fn::GetAtt": "Db" }, []],
    [
      "a text",
      { "Fn::Sub": "${Vpc}/${Db.Endpoint.Port}/${!Literal}" },
      [{ name: "Vpc" }, { name: "Db", attribute: "Endpoint.Port" }],
    ],
    ["a text with its own variables", { "Fn::Sub": ["${Vpc}", {}] }, [{ name: "Vpc" }]],
    [
      "the own variables of a text",
      { "Fn::Sub": ["${Host}:${Db.Port}", { Host: { Ref: "Cluster" } }] },
      [{ name: "Db", attribute: "Port" }, { name: "Cluster" }],
    ],
    ["own variables called like an attribute", { "Fn::Sub": ["${Db.Port}", { "Db.Port": "1" }] }, []],
    [
      "a variable called like what every object has",
      { "Fn::Sub": ["${toString}", {}] },
      [{ name: "toString" }],
    ],
    ["a text of another function", { "Fn::Base64": "${Vpc}" }, []],
    ["a resource called like a condition", { Ref: "IsKept" }, [{ name: "IsKept" }]],
    ["a text that is none", { "Fn::Sub": [{ Ref: "Env" }] }, [{ name: "Env" }]],
    [
      "functions in functions",
      { "Fn::Join": [":", [{ Ref: "A" }, { "Fn::Select": [0, { "Fn::GetAtt": ["B", "Names"] }] }]] },
      [{ name: "A" }, { name: "B", attribute: "Names" }],
    ],
    ["another stack's", { "Fn::ImportValue": { "Fn::Sub": "${Env}-x" } }, [{ name: "Env" }]],
    [
      "both branches and the condition",
      { "Fn::If": ["IsProd", { Ref: "A" }, { Ref: "B" }] },
      [{ name: "Env" }, { name: "A" }, { name: "B" }],
    ],
    [
      "a condition of conditions",
      { "Fn::If": ["IsDev", "x", { "Fn::If": ["IsKept", "y", "z"] }] },
      [{ name: "Env" }, { name: "Kept" }],
    ],
    [
      "a condition, once",
      { "Fn::Join": ["", [{ "Fn::If": ["IsProd", "x", "y"] }, { "Fn::If": ["IsDev", "x", "y"] }]] },
      [{ name: "Env" }],
    ],
    ["a condition that hangs on itself", { "Fn::If": ["Circle", "x", "y"] }, []],
    ["a condition that is not declared", { "Fn::If": ["Nowhere", "x", "y"] }, []],
    ["a condition that is no name", { "Fn::If": [{ Ref: "Env" }, "x", "y"] }, [{ name: "Env" }]],
    ["a list that is none of conditions", { "Fn::Join": ["IsProd", ["a", "b"]] }, []],
  ])("%s", (_, Value, references) => {
    expect(made({ Value, Export: { Name: "n" } })[0]?.references).toEqual(references);
  });

  it("its own condition too, and not its name", () => {
    const output = { Value: { Ref: "Vpc" }, Export: { Name: { Ref: "Env" } } };
    expect(made(output)[0]?.references).toEqual([{ name: "Vpc" }]);
    expect(made({ ...output, Condition: "IsKept" })[0]?.references).toEqual([
      { name: "Vpc" },
      { name: "Kept" },
    ]);
  });

  it("a template without conditions", () => {
    const Value = { "Fn::If": ["IsProd", { Ref: "A" }, "b"] };
    const { exports } = exportsOf({ value: { Outputs: { Out: { Value, Export: { Name: "n" } } } } }, scope);
    expect(exports[0]?.references).toEqual([{ name: "A" }]);
  });
});

describe("exports of a loop", () => {
  const loop = (collection: Json, body: JsonObject) =>
    outputs({ "Fn::ForEach::Each": ["Zone", collection, body] }, "AWS::LanguageExtensions");
  const body = {
    "Out${Zone}": { Value: { Ref: "Zone" }, Export: { Name: { "Fn::Sub": "${Env}-${Zone}" } } },
  };

  it("are one for each of its values", () => {
    const one = { loop: "Fn::ForEach::Each", isCertain: true, references: [] };
    const expected = [
      { ...one, output: "Outa", name: "prod-a", value: "a" },
      { ...one, output: "Outb", name: "prod-b", value: "b" },
    ];
    expect(loop(["a", "b"], body)).toEqual({ exports: expected, isComplete: true });
    expect(loop({ Ref: "Names" }, body)).toEqual({ exports: expected, isComplete: true });
  });

  it.each<[string, Json]>([
    ["the list is not known", { Ref: "Kept" }],
    ["an item is not known", [{ Ref: "Kept" }]],
  ])("are not known where %s", (_, collection) => {
    expect(loop(collection, body)).toEqual({
      exports: [
        {
          output: "Out${Zone}",
          loop: "Fn::ForEach::Each",
          name: undefined,
          value: undefined,
          isCertain: false,
          references: [{ name: "Zone" }],
        },
      ],
      isComplete: false,
    });
  });

  it("have the item in names and in plain texts, and its letters and digits", () => {
    const Value = { "Fn::GetAtt": ["Q&{Zone}", "Arn"] };
    const one = { Value, Export: { Name: "app-&{Zone}-url" }, Condition: "Is&{Zone}" };
    const written = {
      "Url&{Zone}": one,
      "Zone&{Zone}": { Value: "at ${Zone}", Export: { Name: "${Zone}" } },
    };
    const Conditions = { "Fn::ForEach::C": ["Id", ["eu.a"], { "Is&{Id}": { "Fn::Equals": ["a", "a"] } }] };
    const Outputs = { "Fn::ForEach::Each": ["Zone", ["eu.a"], written] };
    const { exports } = of({ Conditions, Outputs });
    const made = { loop: "Fn::ForEach::Each", isCertain: true };
    expect(exports).toEqual([
      {
        ...{ ...made, output: "Urleua", name: "app-eua-url", value: undefined },
        references: [{ name: "Qeua", attribute: "Arn" }],
      },
      { ...made, output: "Zoneeua", name: "eu.a", value: "at eu.a", references: [] },
    ]);
  });

  it("have no name where the item in it is not known", () => {
    for (const Name of ["app-&{Zone}-url", "app-${Zone}-url", { "Fn::Sub": "${Env}-&{Zone}" }]) {
      const written = { "Url&{Zone}": { Value: "v", Export: { Name } } };
      const { exports, isComplete } = loop({ Ref: "Kept" }, written);
      expect(exports.map(({ name }) => name)).toEqual([undefined]);
      expect(isComplete).toBe(false);
    }
    const inner = {
      "Fn::ForEach::In": ["Of", ["1${Zone}"], { Url: { Value: "v", Export: { Name: "&{Of}" } } }],
    };
    expect(loop(["a", { Ref: "Kept" }], inner).exports.map(({ name }) => name)).toEqual(["1a", undefined]);
  });

  it("are certain only where the condition is", () => {
    const conditional = { Out: { Value: "v", Export: { Name: "n" }, Condition: "IsKept" } };
    expect(loop(["a"], conditional).exports.map(({ isCertain }) => isCertain)).toEqual([false]);
    const without = { Out: { Value: "v", Export: { Name: "n" }, Condition: "IsDev" } };
    expect(loop(["a"], without)).toEqual({ exports: [], isComplete: true });
  });

  it("may stand in one another and beside other outputs", () => {
    const inner = {
      "Fn::ForEach::Inner": [
        "Size",
        ["s", "l"],
        { Out: { Value: "v", Export: { Name: { "Fn::Sub": "${Zone}-${Size}" } } } },
      ],
    };
    const { exports, isComplete } = outputs({
      "Fn::ForEach::Each": ["Zone", ["a", "b"], inner],
      Out: { Value: "v", Export: { Name: "n" } },
    });
    expect(exports.map(({ name }) => name)).toEqual(["a-s", "a-l", "b-s", "b-l", "n"]);
    expect(isComplete).toBe(true);
  });

  it("are none where the loop is malformed", () => {
    expect(outputs({ "Fn::ForEach::Each": "text", Other: { Value: "v" } }).exports).toEqual([]);
    expect(outputs({ "Fn::ForEach::Each": [["Zone"], ["a"], body] }).exports).toEqual([]);
  });
});

describe("whether these are all", () => {
  const Outputs = { Out: { Value: "v", Export: { Name: "n" } } };
  it.each<[string, Json, boolean]>([
    ["AWS::Serverless-2016-10-31", "AWS::Serverless-2016-10-31", true],
    ["AWS::LanguageExtensions", "AWS::LanguageExtensions", true],
    ["both", ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"], true],
    ["an empty list", [], true],
    ["a macro of one's own", "Mine", false],
    ["one among harmless ones", ["AWS::LanguageExtensions", "Mine"], false],
    ["an include", { Name: "AWS::Include", Parameters: { Location: "s3://b/k" } }, false],
  ])("with the transform %s", (_, transform, isComplete) => {
    const found = outputs(Outputs, transform);
    expect(found.isComplete).toBe(isComplete);
    expect(found.exports.map(({ name }) => name)).toEqual(["n"]);
  });

  const include = { Name: "AWS::Include", Parameters: { Location: "s3://b/k" } };
  it("not where a macro makes the section", () => {
    expect(outputs({ "Fn::Transform": include })).toEqual({ exports: [], isComplete: false });
  });

  it("not where a macro adds to the section", () => {
    const found = outputs({ ...Outputs, "Fn::Transform": include });
    expect(found.exports.map(({ name }) => name)).toEqual(["n"]);
    expect(found.isComplete).toBe(false);
  });

  it("not where one name is not known", () => {
    const unknown = { Value: "v", Export: { Name: { Ref: "Kept" } } };
    expect(outputs({ ...Outputs, Other: unknown }).isComplete).toBe(false);
    expect(outputs({ Other: unknown, ...Outputs }).isComplete).toBe(false);
    expect(outputs({ ...Outputs, Other: { Value: "v" } }).isComplete).toBe(true);
  });
});
