// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, test } from "vitest";
import type { Scope } from "../../../src/template/evaluate/evaluated.ts";
import { exchangeOf } from "../../../src/template/evaluate/exchange.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { renderTree } from "../../../src/template/tree/tree.ts";

const SCOPE: Scope = {
  parameters: { Env: "prod", Kept: undefined },
  pseudo: { "AWS::Region": "us-east-1", "AWS::StackName": "net", "AWS::AccountId": "<account>" },
};

const HEAD = `
Parameters:
  Env: {Type: String, Default: prod}
  Kept: {Type: String, Default: x}
Mappings:
  Names: {us-east-1: {Vpc: east-vpc}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  IsKept: !Equals [!Ref Kept, x]
`;

/** What a template exchanges that stands among these files; `scope` is of the stack. */
function exchanged(body: string, files: Readonly<Record<string, string>> = {}, head = HEAD, scope = SCOPE) {
  const read = (path: string) => files[path];
  return exchangeOf(renderTree(parseTemplate(`${head}${body}`, "t.yaml"), read as never), scope);
}

const TOPIC = "Type: AWS::SNS::Topic";
const output = (name: string, more = "") =>
  exchanged(`Resources: {T: {${TOPIC}}}\nOutputs:\n  O:\n    Value: x\n    Export: {Name: ${name}}\n${more}`)
    .exports;
const imported = (value: string, more = "") => {
  const body = `Resources:\n  T:\n    ${TOPIC}\n${more}    Properties:\n      DisplayName: ${value}\n`;
  const { imports, importsUnknown } = exchanged(body);
  return importsUnknown ? [...imports, "?"] : imports;
};

describe("an export under its evaluated name", () => {
  test.for<readonly [string, readonly string[]]>([
    ["net-vpc", ["net-vpc"]],
    ["!Sub '${AWS::StackName}-vpc'", ["net-vpc"]],
    ["!Sub '${AWS::StackName}-${Env}-${AWS::Region}'", ["net-prod-us-east-1"]],
    ["!Sub ['${a}-${b}', {a: !Ref Env, b: !Ref AWS::StackName}]", ["prod-net"]],
    ["!Sub '${AWS::AccountId}-vpc'", ["<account>-vpc"]],
    ["!Join ['-', [!Ref Env, !Select [1, [a, b]]]]", ["prod-b"]],
    ["!FindInMap [Names, !Ref AWS::Region, Vpc]", ["east-vpc"]],
    ["!If [IsProd, p, d]", ["p"]],
    ["!If [IsKept, same, same]", ["same"]],
    ["!If [IsKept, p, d]", []],
    ["12", ["12"]],
    ["!Sub '${Kept}-vpc'", []],
    ["!Sub '${T}-vpc'", []],
    ["!Sub '${AWS::StackId}-vpc'", []],
    ["!GetAtt T.TopicName", []],
  ])("%s", ([name, exports]) => expect(output(name)).toEqual(exports));

  test.for([
    ["IsProd", ["x"]],
    ["IsDev", []],
    ["IsKept", ["x"]],
  ] as const)("of an output with the condition %s", ([condition, exports]) =>
    expect(output("x", `    Condition: ${condition}\n`)).toEqual(exports),
  );

  test("of none without an export", () => {
    expect(exchanged(`Resources: {T: {${TOPIC}}}\nOutputs: {O: {Value: x}}\n`).exports).toEqual([]);
    expect(exchanged(`Resources: {T: {${TOPIC}}}\n`).exports).toEqual([]);
  });
});

describe("an import under its evaluated name, wherever it stands", () => {
  test.for<readonly [string, readonly string[]]>([
    ["!ImportValue net-vpc", ["net-vpc"]],
    ["{'Fn::ImportValue': !Sub '${Env}-vpc'}", ["prod-vpc"]],
    ["{'Fn::ImportValue': {'Fn::Join': ['-', [a, !Ref Env]]}}", ["a-prod"]],
    ["!Join [',', [!ImportValue one, !ImportValue two, !ImportValue one]]", ["one", "two"]],
    ["!Sub ['${v}', {v: !ImportValue one}]", ["one"]],
    ["!If [IsProd, !ImportValue p, !ImportValue d]", ["p"]],
    ["!If [IsDev, !ImportValue p, !ImportValue d]", ["d"]],
    ["!If [IsKept, !ImportValue p, !ImportValue d]", ["d", "p"]],
    ["!If [IsProd, {a: [{b: !ImportValue deep}]}, x]", ["deep"]],
    ["!If [IsProd, !If [IsDev, !ImportValue a, !ImportValue b], !ImportValue c]", ["b"]],
    ["{'Fn::ImportValue': !If [IsProd, p, d]}", ["p"]],
    ["{'Fn::ImportValue': !Sub '${Kept}-vpc'}", ["?"]],
    ["[{'Fn::ImportValue': !Ref Kept}, !ImportValue known]", ["known", "?"]],
    ["{'Fn::ImportValue': '<account>-vpc'}", ["<account>-vpc"]],
    ["{ImportValue: no}", []],
  ])("%s", ([value, imports]) => expect(imported(value)).toEqual(imports));

  test("not where a condition keeps it out", () => {
    expect(imported("!ImportValue x", "    Condition: IsDev\n")).toEqual([]);
    expect(imported("!ImportValue x", "    Condition: IsKept\n")).toEqual(["x"]);
  });

  test("in an output, its own export beside it", () => {
    const body = `Resources: {T: {${TOPIC}}}\nOutputs:\n  O: {Value: !ImportValue one, Export: {Name: two}}\n`;
    expect(exchanged(body)).toEqual({ exports: ["two"], imports: ["one"], reads: [], importsUnknown: false });
  });
});

describe("another stack's output, read by the stack's name", () => {
  const readBy = (argument: string, more = "") => {
    const value = `{'Fn::GetStackOutput': {OutputName: O, ${argument}}}`;
    const { reads, importsUnknown } = exchanged(
      `Resources:\n  T:\n    ${TOPIC}\n${more}    Properties:\n      DisplayName: ${value}\n`,
    );
    return [
      ...reads.map(({ stackName, region }) => `${stackName} ${region}`),
      ...(importsUnknown ? ["?"] : []),
    ];
  };

  test.for<readonly [string, readonly string[]]>([
    ["StackName: data", ["data us-east-1"]],
    ["StackName: !Sub '${Env}-data', Region: eu-west-1", ["prod-data eu-west-1"]],
    ["StackName: data, RoleArn: 'arn:aws:iam::1:role/r'", ["data us-east-1"]],
    ["StackName: !Ref Kept", ["?"]],
    ["StackName: data, Region: !Ref Kept", ["?"]],
    ["Region: eu-west-1", ["?"]],
  ])("%s", ([argument, reads]) => expect(readBy(argument)).toEqual(reads));

  test("not where a condition keeps it out", () =>
    expect(readBy("StackName: data", "    Condition: IsDev\n")).toEqual([]));
});

describe("Fn::ForEach", () => {
  const loop = (value: string, collection = "[a, b]", outputs = "") =>
    exchanged(
      [
        "Transform: AWS::LanguageExtensions",
        "Resources:",
        "  Fn::ForEach::Topics:",
        "    - Name",
        `    - ${collection}`,
        `    - T\${Name}: {${TOPIC}, Properties: {DisplayName: ${value}}}`,
        outputs,
        "",
      ].join("\n"),
    );
  const exported = (collection: string, name = "!Sub 'net-${Name}'") =>
    loop(
      "x",
      collection,
      `Outputs:\n  Fn::ForEach::Out: [Name, ${collection}, {'O\${Name}': {Value: x, Export: {Name: ${name}}}}]`,
    ).exports;

  test.for<readonly [string, string, readonly string[]]>([
    ["a name that does not hang on it", "!ImportValue net-vpc", ["net-vpc"]],
    ["a name that does", "{'Fn::ImportValue': !Sub 'net-${Name}'}", ["net-a", "net-b"]],
    ["its value", "{'Fn::ImportValue': !Ref Name}", ["a", "b"]],
    ["its value in a plain text", "{'Fn::ImportValue': 'net-${Name}'}", ["net-a", "net-b"]],
    ["its letters and digits", "{'Fn::ImportValue': 'net-&{Name}-vpc'}", ["net-a-vpc", "net-b-vpc"]],
  ])("an import in it by %s", ([, value, imports]) =>
    expect(loop(value)).toMatchObject({ imports, importsUnknown: false }),
  );

  test.for(["!Ref Name", "'net-&{Name}'", "!Sub 'net-&{Name}'"])(
    "over what is not known before AWS is asked: %s",
    (name) =>
      expect(loop(`{'Fn::ImportValue': ${name}}`, "!Split [',', !Ref Kept]")).toMatchObject({
        imports: [],
        importsUnknown: true,
      }),
  );

  test("exports", () => {
    expect(exported("[a, b]")).toEqual(["net-a", "net-b"]);
    expect(exported("[a, !Ref Env]")).toEqual(["net-a", "net-prod"]);
    expect(exported("!Split [',', !Ref Kept]")).toEqual([]);
    for (const name of ["'net-${Name}'", "'net-&{Name}'"]) {
      expect(exported("[a, b]", name)).toEqual(["net-a", "net-b"]);
      expect(exported("[a, !Ref Env]", name)).toEqual(["net-a", "net-prod"]);
      expect(exported("[a, !Ref Kept]", name)).toEqual(["net-a"]);
      expect(exported("!Split [',', !Ref Kept]", name)).toEqual([]);
    }
    expect(exported("[a.b]", "'net-&{Name}'")).toEqual(["net-ab"]);
  });

  test("under a condition that a loop makes", () => {
    const made = [
      "Transform: AWS::LanguageExtensions",
      "Conditions:",
      "  Fn::ForEach::Has: [Id, [a, b], {'Has${Id}': !Equals [!Ref Id, a]}]",
      "Resources:",
      `  Fn::ForEach::T: [Id, [a, b], {'T\${Id}': {${TOPIC}, Condition: 'Has\${Id}', Properties: {DisplayName: !ImportValue 'in-\${Id}'}}}]`,
      "",
    ].join("\n");
    expect(exchanged(made, {}, "").imports).toEqual(["in-a"]);
  });

  test("in each other: as many as there are, and no end of them is made", () => {
    const outer = (body: string, times: number): string =>
      times === 0
        ? body
        : outer(
            `{'Fn::ForEach::L${times}': [N${times}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ${body}]}`,
            times - 1,
          );
    const of = (times: number) =>
      exchanged(
        `Transform: AWS::LanguageExtensions\nResources: ${outer(`{'T\${N1}x\${N${times}}': {${TOPIC}, Properties: {DisplayName: {'Fn::ImportValue': !Sub '\${N1}-\${N${times}}'}}}}`, times)}\n`,
      ).imports.length;
    expect(of(2)).toBe(100);
    expect(of(8)).toBeGreaterThan(0);
  });

  test("over what is not known, in one that is known", () => {
    const inner = `{'Fn::ForEach::In': [Size, !Split [',', !Ref Kept], {'T\${Id}\${Size}': {${TOPIC}, Properties: {DisplayName: !ImportValue 'in-\${Id}'}}}]}`;
    const body = `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::T: [Id, [a, b], ${inner}]\n`;
    expect(exchanged(body)).toMatchObject({ imports: ["in-a", "in-b"], importsUnknown: false });
  });

  test("among a resource's properties", () => {
    const of = (list: string, name: string) =>
      exchanged(
        [
          "Transform: AWS::LanguageExtensions",
          "Resources:",
          "  Plain:",
          `    ${TOPIC}`,
          "    Properties:",
          `      Fn::ForEach::P: [Name, ${list}, {'K\${Name}': !ImportValue '${name}'}]`,
          "",
        ].join("\n"),
      );
    expect(of("[a, b]", "net-vpc").imports).toEqual(["net-vpc"]);
    expect(of("[a, b]", "net-&{Name}").imports).toEqual(["net-a", "net-b"]);
    const unknown = of("!Split [',', !Ref Kept]", "net-&{Name}");
    expect(unknown).toMatchObject({ imports: [], importsUnknown: true });
  });
});

describe("nested stacks", () => {
  const child = [
    "Parameters: {Name: {Type: String, Default: own}}",
    "Resources:",
    `  T: {${TOPIC}, Properties: {DisplayName: {'Fn::ImportValue': !Sub '\${Name}-in'}}}`,
    "Outputs:",
    "  O: {Value: x, Export: {Name: !Sub '${Name}-out'}}",
    "  Own: {Value: x, Export: {Name: !Sub '${AWS::StackName}-own'}}",
    "",
  ].join("\n");
  const nested = (id: string, more = "") =>
    `  ${id}:\n    Type: AWS::CloudFormation::Stack\n${more}    Properties:\n      TemplateURL: child.yaml\n`;
  const files = { "child.yaml": child };

  test("by what they are given; their own stack's name is not known", () => {
    const given = nested("Given").concat("      Parameters: {Name: !Ref Env}\n");
    expect(exchanged(`Resources:\n${given}${nested("Default")}`, files)).toEqual({
      exports: ["own-out", "prod-out"],
      imports: ["own-in", "prod-in"],
      importsUnknown: false,
      reads: [],
    });
  });

  test("what they are given is not always known", () => {
    const given = nested("Given").concat("      Parameters: {Name: !Ref Kept}\n");
    expect(exchanged(`Resources:\n${given}`, files)).toEqual({
      exports: [],
      imports: [],
      importsUnknown: true,
      reads: [],
    });
  });

  test("what they are given may be imported itself", () => {
    const given = nested("Given").concat("      Parameters: {Name: !ImportValue other}\n");
    expect(exchanged(`Resources:\n${given}`, files)).toMatchObject({
      imports: ["other"],
      importsUnknown: true,
    });
  });

  test("none that a condition keeps out", () => {
    const out = nested("Out", "    Condition: IsDev\n");
    expect(exchanged(`Resources:\n${out}  T: {${TOPIC}}\n`, files).exports).toEqual([]);
  });
});
