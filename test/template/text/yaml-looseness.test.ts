import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { cpuTime } from "../../cpuTime.ts";

const read = (text: string) => parseTemplate(text, "t.yaml").value;

/** The expected values are SnakeYAML's, which CloudFormation reads YAML with. */
describe("brackets and quotes are not bound to indentation", () => {
  it.each<[string, string, unknown]>([
    ["a text in double quotes", 'A:\n  B: "one\ntwo"\n', { A: { B: "one two" } }],
    ["its blank line, its own quotes", 'A:\n  B: "one \\"x\\"\n\n two"\n', { A: { B: 'one "x"\ntwo' } }],
    ["a line break that is escaped", 'A:\n  B: "one\\\ntwo"\n', { A: { B: "onetwo" } }],
    ["a text in single quotes", "A:\n  B: 'it''s\none'\n  C: 1\n", { A: { B: "it's one", C: 1 } }],
    ["Windows line ends", 'A:\r\n  B: "one\r\ntwo"\r\n  C: [\r\n1]\r\n', { A: { B: "one two", C: [1] } }],
    ["after a tag", "A:\n  B: !Sub '{\n  \"x\": 1\n  }'\n", { A: { B: { "Fn::Sub": '{ "x": 1 }' } } }],
    ["a list", "A:\n  B: [\n  1,\n2\n]\n  C: 3\n", { A: { B: [1, 2], C: 3 } }],
    ["a mapping", "A:\n  B: {\nx: 1,\n y: 2\n}\n", { A: { B: { x: 1, y: 2 } } }],
    [
      "both, and quotes in them",
      "A:\n  B: [{x: 'a\nb'},\n[c,\nd]]\n",
      { A: { B: [{ x: "a b" }, ["c", "d"]] } },
    ],
    [
      "text over several lines in them",
      "A:\n  B: [one\ntwo, it's\nthree]\n",
      { A: { B: ["one two", "it's three"] } },
    ],
    ["comments", "A:\n  B: [ # it's\n1, #[\n2, a#b]\n", { A: { B: [1, 2, "a#b"] } }],
    [
      "tags",
      "A:\n  B: !Join [ '',\n[!Ref 'x\ny', !Sub z]]\n",
      { A: { B: { "Fn::Join": ["", [{ Ref: "x y" }, { "Fn::Sub": "z" }]] } } },
    ],
    [
      "several, one after the other",
      "A:\n  B: \"1\n2\"\n  C: [\n3]\n  D: '4\n5'\n",
      { A: { B: "1 2", C: [3], D: "4 5" } },
    ],
    [
      "quotes and brackets in a block of text stay text",
      'A:\n  B: |\n    "x\n    [y\n  C: [\nz]\n',
      { A: { B: '"x\n[y\n', C: ["z"] } },
    ],
    [
      "quotes and brackets in plain text stay text",
      "A:\n  B: it's [x\n    \"y\n  C: [\nz]\n",
      { A: { B: "it's [x \"y", C: ["z"] } },
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    [
      "a quote without an end",
      'A:\n  B: "one\nC: 2\n',
      '2:6: This text is never closed: a closing " is missing.',
    ],
    ["a document in between", 'A:\n  B: "one\n--- \ntwo"\n', "3:1: A second YAML document starts here"],
    [
      "a bracket without an end",
      "A:\n  B: [1,\nC: 2\n",
      "3:1: A list or mapping in brackets is still open here",
    ],
  ])("%s is still refused", (_, text, message) => {
    // Of what is no template nothing is told but that.
    expect(() => read(`${text}Resources: {}\n`)).toThrow(`t.yaml:${message}`);
  });

  it("keeps the place of everything", () => {
    const { locate } = parseTemplate('A:\n  B: "one\ntwo"\n  C: [ # x\n1,\n{y: z}]\n', "t.yaml");
    expect(locate(["A", "C", 1, "y"])).toEqual({ file: "t.yaml", line: 6, column: 2 });
  });

  it("takes thousands of them in a time that grows with their number", () => {
    const entries = Array.from({ length: 4_000 }, (_, index) => `  K${index}: "a\nb"\n  L${index}: [\n1]\n`);
    const time = cpuTime(() => {
      expect(Object.keys(read(`A:\n${entries.join("")}`).A ?? {})).toHaveLength(8_000);
    });
    expect(time).toBeLessThan(10_000);
  });
});

describe("other points in which SnakeYAML is looser", () => {
  it.each<[string, string, unknown]>([
    ["a comment right after a value in quotes", 'A: "x"# y\nB: 1\n', { A: "x", B: 1 }],
    ["a comment right after brackets", "A: [1]# y\nB: 1\n", { A: [1], B: 1 }],
    ["a block of text at the end of a file without a line break", "A: |\n  x\n  y", { A: "x\ny" }],
    ["the same, folded", "A: >\n  x\n  y", { A: "x y" }],
    ["the same, kept", "A: |+\n  x", { A: "x" }],
    ["with one", "A: |\n  x\n", { A: "x\n" }],
    ["white space is no last line", "A: |\n  x\n  ", { A: "x\n" }],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
