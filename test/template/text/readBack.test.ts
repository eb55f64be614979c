import fc from "fast-check";
import { expect, test } from "vitest";
import { asReadBack } from "../../../src/secrets/ascii.ts";
import { sentText } from "../../../src/template/canonical.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { restored } from "../../../src/template/text/readBack.ts";

test.for([
  ["ASCII", "Koeln?", "Koeln?"],
  ["a letter", "Köln", "K?ln"],
  ["one outside of the first plane is one", "go 🚀", "go ?"],
] as const)("asReadBack: %s", ([, text, read]) => {
  expect(asReadBack(text)).toBe(read);
});

test.for<readonly [string, unknown, unknown, unknown]>([
  ["a text", "K?ln", "Köln", "Köln"],
  ["a text that was another", "K?ln!", "Köln", "K?ln!"],
  ["a question mark that was one", "why?", "why?", "why?"],
  ["in a list, and what is only there", ["K?ln", "a?"], ["Köln"], ["Köln", "a?"]],
  ["a key", { "Gr??e": "gro?" }, { Größe: "groß" }, { Größe: "groß" }],
  ["a key that is there", { "a?": "1" }, { "a?": "1", aü: "2" }, { "a?": "1" }],
  ["a key beside the one it would be", { "?": "1", "a?": "2" }, { aü: "2" }, { "?": "1", aü: "2" }],
  ["what was sent with its letters", ["ä", "why?"], ["ä", "whyü"], ["ä", "why?"]],
  ["another shape", { a: ["?"] }, { a: "ü" }, { a: ["?"] }],
  ["nothing to go by", "K?ln", null, "K?ln"],
])("restored: %s", ([, had, wanted, expected]) => {
  expect(restored(had as JsonObject, wanted as JsonObject)).toEqual(expected);
});

test("a key of the language's own is one like any other", () => {
  const had = JSON.parse('{"__proto__":{"toString":"?"}}');
  expect(JSON.stringify(restored(had, JSON.parse('{"__proto__":{"toString":"ü"}}')))).toBe(
    '{"__proto__":{"toString":"ü"}}',
  );
});

test("what is too large only by its escapes is sent as it is written", () => {
  const value = { Description: "日".repeat(12_000) };
  expect(sentText(value)).toBe(JSON.stringify(value));
});

test("what is sent is read back as it was sent, whatever it holds", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = sentText(value as JsonObject);
      expect(asReadBack(text)).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
