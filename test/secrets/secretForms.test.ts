import { describe, expect, test } from "vitest";
import { formsOf } from "../../src/secrets/secretForms.ts";

/** The texts under which a value is looked for; those that are only hidden as words of their own in brackets. */
function formTexts(value: string): readonly string[] {
  return formsOf(value).map(({ text, anywhere }) => (anywhere ? text : `[${text}]`));
}

/** Without the spellings: how the pieces of a value are looked for. */
function pieces(value: string, ...of: readonly string[]): readonly string[] {
  const found = new Set(formTexts(value));
  return of.flatMap((it) => [it, `[${it}]`]).filter((it) => found.has(it));
}

describe("a value is looked for", () => {
  test.each([
    ["as it is, wherever it stands", "hunter-2-hunter", ["hunter-2-hunter"]],
    ["as a word of its own, if it has fewer than 8 characters", "hunter2", ["[hunter2]"]],
    ["wherever it stands from 8 characters on", "hunter-2", ["hunter-2"]],
    ["as a word of its own, if it is one", "production", ["[production]"]],
    ["if it is a name, too", "Production", ["[Production]"]],
    ["wherever it stands, if no word is so long", "abcdefghijklmno", ["abcdefghijklmno"]],
    ["not as a name that is longer than a word", "Xbcdefghijklmno", ["[Xbcdefghijklmno]"]],
    ["wherever it stands, if two letters are capital", "PRoduction", ["PRoduction"]],
  ])("%s", (_, value, expected) => {
    expect(pieces(value, value)).toEqual(expected);
  });

  test("without the white space around it, too", () => {
    for (const value of ["  hunter-2-hunter\n", " hunter-2-hunter "])
      expect(pieces(value, "hunter-2-hunter", value)).toEqual(["hunter-2-hunter", value]);
  });

  test("line by line, whatever ends a line, and not by what stands around a line", () => {
    for (const end of ["\n", "\r\n", "\r", "\n\n"])
      expect(pieces(`first-line${end}  second-line  `, "first-line", "second-line")).toEqual([
        "first-line",
        "second-line",
      ]);
    expect(pieces("first-line second-line", "first-line")).toEqual([]);
  });

  test("by the texts in the JSON that it is, deep and line by line", () => {
    const value = ` {"user":"service-7","n":5,"none":null,"list":["in-a-list",{"key":"one-line\\ntwo-line"}]}`;
    expect(pieces(value, "service-7", "in-a-list", "one-line", "two-line")).toEqual([
      ...["service-7", "in-a-list", "one-line", "two-line"],
    ]);
    expect(pieces(`x ${value}`, "service-7")).toEqual([]);
    expect(pieces('["service-7"]', "service-7")).toEqual([]);
    expect(pieces('{"user":"service-7"', "service-7")).toEqual([]);
  });
});

describe("it is spelled", () => {
  const value = `a"b c/d(ü)*'!~-12`;

  test.each([
    ["as in JSON", `a\\"b c/d(ü)*'!~-12`],
    ["as in JSON of JSON", `a\\\\\\"b c/d(ü)*'!~-12`],
    ["as in a URL", "a%22b%20c%2Fd(%C3%BC)*'!~-12"],
    ["with small letters in it", "a%22b%20c%2fd(%c3%bc)*'!~-12"],
    ["with all signs of RFC 3986", "a%22b%20c%2Fd%28%C3%BC%29%2A%27%21~-12"],
    ["as in a form", "a%22b+c%2Fd(%C3%BC)*'!~-12"],
  ])("%s", (_, spelling) => {
    expect(formTexts(value)).toContain(spelling);
  });

  test.each(["", "x", "xy", "xyz", "wxyz"])(
    "as in base64 behind %j, by what no neighbour changes",
    (before) => {
      for (const form of ["base64", "base64url"] as const) {
        const whole = Buffer.from(`${before}????>>>>~~~~${"y"}`).toString(form);
        const found = formTexts("????>>>>~~~~").filter((it) => whole.includes(it));
        expect(found).not.toEqual([]);
      }
    },
  );

  test("as in base64 only from 6 characters on: of fewer too little is sure", () => {
    expect(formTexts("ab-12")).toEqual(["[ab-12]"]);
    expect(formTexts("ab-123").length).toBeGreaterThan(1);
  });

  test("well-formed, whatever it is", () => {
    expect(formTexts("hunter-\ud800-hunter")).toContain("hunter-\ufffd-hunter");
  });
});

describe("a value that says nothing is not looked for:", () => {
  test.each([
    ...["", "a", "ab", "443", "TRUE", "False", "yes", "off", "none", "null", "nil", "undefined", "default"],
    ...["enabled", "Disabled", "****", "{}", "[ ]", " { } ", "-----BEGIN RSA PRIVATE KEY-----"],
    "-----END CERTIFICATE-----",
  ])("%j", (value) => {
    expect(formsOf(value)).toEqual([]);
  });

  test.each([
    ...["abc", "4433", "44a", "a443", "nobody", "trueish", "untrue", "x****", "{a}", "a{}"],
    "x-----BEGIN KEY-----",
    "-----BEGIN KEY-----x",
    "-----BEGIN key-----",
  ])("%j says something", (value) => {
    expect(formsOf(value)).not.toEqual([]);
  });
});

test("a value beyond ASCII is looked for as a template is sent, and as CloudFormation gives it back", () => {
  expect(formTexts("Pässwort-Köln1")).toEqual(
    expect.arrayContaining([String.raw`P\u00e4sswort-K\u00f6ln1`, "P?sswort-K?ln1"]),
  );
  expect(formTexts("日本語日本語日本")).not.toContain("????????");
});
