// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import { decodeTemplate, parseTemplate } from "../../../src/template/text/parse.ts";

const yaml = (text: string) => parseTemplate(text, "t.yaml").value;

describe("YAML scalars are read as CloudFormation reads them", () => {
  it.each([
    ["true", true],
    ["True", true],
    ["yes", true],
    ["On", true],
    ["no", false],
    ["OFF", false],
    ["y", "y"],
    ["N", "N"],
    ["~", null],
    ["null", null],
    ["", null],
    ["2010-09-09", "2010-09-09"],
    ["2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    ["0755", 493],
    ["0899", 899],
    ["012345678901", 12345678901],
    ["012345670123", 1402433619],
    ["0x1F", 31],
    ["0b101", 5],
    ["1_000", 1000],
    ["-17", -17],
    ["+17", 17],
    ["1:30", 90],
    ["22:22:22", 80542],
    ["07:30", "07:30"],
    ["1.5", 1.5],
    [".5", 0.5],
    ["1.", 1],
    ["1.5e3", 1500],
    ["1e3", 1000],
    ["-1_2e1", -120],
    ["1e999", "1e999"],
    ["12:30:45.5", 45045.5],
    ["a1e3", "a1e3"],
    ["1e", "1e"],
    [".inf", ".inf"],
    [".NaN", ".NaN"],
    ["'yes'", "yes"],
    ['"0755"', "0755"],
    ["!!str 0755", "0755"],
    ['!!int "5"', 5],
    ["! yes", "yes"],
    ["1.2.3", "1.2.3"],
    ["arn:aws:s3:::b", "arn:aws:s3:::b"],
    ["=", "="],
    ["<<", "<<"],
  ])("%s", (text, expected) => {
    expect(yaml(`V: ${text}\n`)).toEqual({ V: expected });
  });

  it("keeps keys as they are written", () => {
    expect(yaml("012345670123: a\non: b\n1.10: c\nnull: d\n2020-01-01: e\n")).toEqual({
      "012345670123": "a",
      on: "b",
      "1.10": "c",
      null: "d",
      "2020-01-01": "e",
    });
  });

  it("says where a value is not what it looks like", () => {
    const { findings = [] } = parseTemplate(
      "A: yes\nB: 0755\nC: 1:30\nD: 15.10\nE: 8.0\nF: true\nG: 2.5\nH: 012345678901\n",
      "t.yaml",
    );
    expect(
      findings.map(({ message, location }) => `${location?.line}:${location?.column} ${message}`),
    ).toEqual([
      "1:4 yes without quotes is read as true. Put it in quotes if text is meant.",
      "2:4 0755 without quotes is an octal number in YAML and read as 493. Put it in quotes if text is meant.",
      "3:4 1:30 without quotes is a base-60 number in YAML and read as 90. Put it in quotes if text is meant.",
      "4:4 15.10 without quotes is the number 15.1. Put it in quotes if it is a version or other text.",
      "8:4 012345678901 without quotes is the number 1.2345678901E10 to CloudFormation. Put it in quotes if text is meant.",
    ]);
  });
});

describe("short forms become long ones", () => {
  it.each([
    ["!Ref A", { Ref: "A" }],
    ["!Ref 123", { Ref: "123" }],
    ["!Condition C", { Condition: "C" }],
    ["!Sub '${A}-b'", { "Fn::Sub": "${A}-b" }],
    ["!Sub 1.10", { "Fn::Sub": "1.10" }],
    ["!Sub ['${x}', {x: 1}]", { "Fn::Sub": ["${x}", { x: 1 }] }],
    ["!GetAtt A.Arn", { "Fn::GetAtt": ["A", "Arn"] }],
    ["!GetAtt A.Endpoint.Port", { "Fn::GetAtt": ["A", "Endpoint.Port"] }],
    ["!GetAtt [A, Arn]", { "Fn::GetAtt": ["A", "Arn"] }],
    ["!If [C, a, !Ref AWS::NoValue]", { "Fn::If": ["C", "a", { Ref: "AWS::NoValue" }] }],
    ["!Equals [a, yes]", { "Fn::Equals": ["a", true] }],
    ["!Not [!Condition C]", { "Fn::Not": [{ Condition: "C" }] }],
    ["!Cidr [10.0.0.0/16, 2, 8]", { "Fn::Cidr": ["10.0.0.0/16", 2, 8] }],
    ["!GetAZs ''", { "Fn::GetAZs": "" }],
    ["!GetAZs", { "Fn::GetAZs": "" }],
    ["!Base64 a", { "Fn::Base64": "a" }],
    ["!ImportValue a-b", { "Fn::ImportValue": "a-b" }],
    ["!Join ['', [a, !Ref B]]", { "Fn::Join": ["", ["a", { Ref: "B" }]] }],
    ["!Select [0, !GetAZs us-east-1]", { "Fn::Select": [0, { "Fn::GetAZs": "us-east-1" }] }],
    ["!Transform {Name: M, Parameters: {A: 1}}", { "Fn::Transform": { Name: "M", Parameters: { A: 1 } } }],
    ["!Length [a]", { "Fn::Length": ["a"] }],
    ["!ToJsonString {a: 1}", { "Fn::ToJsonString": { a: 1 } }],
    ["!FindInMap [M, a, b]", { "Fn::FindInMap": ["M", "a", "b"] }],
  ])("%s", (text, expected) => {
    expect(yaml(`V: ${text}\n`)).toEqual({ V: expected });
  });

  it("keeps Fn::ForEach, which has no short form", () => {
    expect(
      yaml("Resources:\n  Fn::ForEach::Topics:\n    - Name\n    - [a, b]\n    - 'Topic${Name}': {}\n"),
    ).toEqual({
      Resources: { "Fn::ForEach::Topics": ["Name", ["a", "b"], { "Topic${Name}": {} }] },
    });
  });
});

describe("anchors, aliases and merge keys are expanded", () => {
  it("copies what an alias names", () => {
    expect(yaml("A: &a {x: 1}\nB: *a\nC: [*a, *a]\n")).toEqual({
      A: { x: 1 },
      B: { x: 1 },
      C: [{ x: 1 }, { x: 1 }],
    });
  });
  it("takes the latest anchor of a name", () => {
    expect(yaml("A: &a 1\nB: *a\nC: &a 2\nD: *a\n")).toEqual({ A: 1, B: 1, C: 2, D: 2 });
  });
  it("merges mappings, own keys first, then earlier sources", () => {
    expect(yaml("A: &a {x: 1, y: 1}\nB: &b {y: 2, z: 2}\nC:\n  <<: [*a, *b]\n  x: 3\n")).toMatchObject({
      C: { x: 3, y: 1, z: 2 },
    });
  });
  it("keeps a quoted << as a key", () => {
    expect(yaml("'<<': 1\n")).toEqual({ "<<": 1 });
  });
});

describe("every node has its place", () => {
  const text =
    '{\n  "Resources": {\n    "A": {\n      "Type": "T",\n      "L": [1,\n        2]\n    }\n  }\n}';
  const source = parseTemplate(text, "t.json");
  it.each([
    [[], 1, 1],
    [["Resources"], 2, 3],
    [["Resources", "A"], 3, 5],
    [["Resources", "A", "Type"], 4, 7],
    [["Resources", "A", "L", 1], 6, 9],
    [["Resources", "A", "Missing", "Deep"], 3, 5],
  ])("%j", (path, line, column) => {
    expect(source.locate(path)).toEqual({ file: "t.json", line, column });
  });
  it("in YAML too, short forms included", () => {
    const { locate } = parseTemplate(
      "Resources:\r\n  A:\r\n    P: !Join\r\n      - ''\r\n      - - !Ref X\r\n",
      "t.yaml",
    );
    expect(locate(["Resources", "A", "P", "Fn::Join", 1, 0, "Ref"])).toEqual({
      file: "t.yaml",
      line: 5,
      column: 16,
    });
  });
});

describe("numbers keep their spelling where JavaScript has another", () => {
  it.each([
    ["t.json", '{"V": 15.10}', "15.10"],
    ["t.json", '{"V": 8.0}', "8.0"],
    ["t.json", '{"V": 1E2}', "1E2"],
    ["t.json", '{"V": 12345678901234567890}', "12345678901234567890"],
    ["t.json", '{"V": -0}', "-0"],
    ["t.json", '{"V": 8}', undefined],
    ["t.yaml", "V: 8.0", "8.0"],
    ["t.yaml", "V: +.50", "0.50"],
    ["t.yaml", "V: 12345678901234567890", "12345678901234567890"],
    ["t.yaml", "V: '8.0'", undefined],
    ["t.yaml", "V: 012345678901", "1.2345678901E10"],
    ["t.yaml", "V: 0899", "899.0"],
    ["t.yaml", "V: 1e7", "1.0E7"],
    ["t.yaml", "V: -5e-4", "-5.0E-4"],
  ])("%s %s", (file, text, spelling) => {
    expect(parseTemplate(text, file).spelling?.(["V"])).toBe(spelling);
  });
});

describe("of a key that is given twice the last value counts, and each place says so", () => {
  const told = (text: string, file: string) => {
    const { value, findings = [] } = parseTemplate(text, file);
    return [
      value,
      ...findings.map(({ level, message, location }) => `${location?.line} ${level} ${message}`),
    ];
  };
  it.each([
    ["t.yaml", "A:\n  x: 1\n  y: 2\n  x: 3\n"],
    ["t.json", '{"A":\n  {"x": 1,\n  "y": 2,\n  "x": 3}}'],
  ])("in %s", (file, text) => {
    expect(told(text, file)).toEqual([
      { A: { x: 3, y: 2 } },
      `2 warning The key "x" is given twice; this one does not count, the last one does (${file}:4:3). Keep one of them.`,
      `4 warning The key "x" is given twice; this one counts, as the last of them (the other: ${file}:2:${file === "t.json" ? 4 : 3}). Keep one of them.`,
    ]);
  });
  it("three times", () => {
    expect(told("A: 1\nA: 2\n'A': 3\n", "t.yaml")).toEqual([
      { A: 3 },
      '1 warning The key "A" is given 3 times; this one does not count, the last one does (t.yaml:3:1). Keep one of them.',
      '2 warning The key "A" is given 3 times; this one does not count, the last one does (t.yaml:3:1). Keep one of them.',
      '3 warning The key "A" is given 3 times; this one counts, as the last of them (the others: t.yaml:1:1, t.yaml:2:1). Keep one of them.',
    ]);
  });
  it("a key that overrides a merged one is given once", () => {
    expect(told("A: &a {x: 1}\nB:\n  <<: *a\n  x: 2\n", "t.yaml")).toEqual([{ A: { x: 1 }, B: { x: 2 } }]);
  });
});

describe("JSON is strict and complete", () => {
  it("reads every kind of value and escape", () => {
    const text = String.raw`{"a":[null,true,false,-1.5e-3,"\u00e9\n\"\\\/\b\f\r\t",{},[]],"__proto__":{"x":1},"":0}`;
    expect(JSON.stringify(parseTemplate(text, "t.json").value)).toBe(JSON.stringify(JSON.parse(text)));
  });
  it("is chosen by the text's first character, whatever the file is called", () => {
    expect(parseTemplate(' \n {"A": 1}', "x.template").value).toEqual({ A: 1 });
    expect(() => parseTemplate('{A: {"Resources": 1}}', "x.yaml")).toThrow("where a key in double quotes");
  });
  it("keeps the order of the keys", () => {
    expect(Object.keys(parseTemplate('{"b":1,"a":2,"C":3}', "t.json").value)).toEqual(["b", "a", "C"]);
  });
});

describe("decodeTemplate", () => {
  const utf16 = (text: string, big: boolean, mark: boolean) => {
    const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
    return big ? bytes.swap16() : bytes;
  };
  it.each([
    ["UTF-8", Buffer.from("A: é")],
    ["UTF-8 with a mark", Buffer.from("\ufeffA: é")],
    ["UTF-16 LE with a mark", utf16("A: é", false, true)],
    ["UTF-16 BE with a mark", utf16("A: é", true, true)],
    ["UTF-16 LE", utf16("A: é", false, false)],
    ["UTF-16 BE", utf16("A: é", true, false)],
  ])("%s", (_, bytes) => {
    expect(decodeTemplate(bytes, "t.yaml")).toBe("A: é");
  });
});
