import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item, Items } from "../../../src/changes/items/model.ts";
import { type RedactionOptions, redactItems } from "../../../src/changes/redaction/redaction.ts";
import { anyItems, item, items } from "../examples.ts";

const NOTHING: RedactionOptions = { noEcho: [], patterns: [] };
const one = (name: string, given: Item, options = NOTHING) =>
  redactItems(new Map([[name, given]]), options).get(name);

test.for<readonly [string, Item]>([
  ["property Db /Properties/MasterUserPassword", item("hunter2", "hunter3")],
  ["definition Db /Properties/MasterUserPassword", item('"hunter2"', '"hunter3"')],
  ["property Fn /Properties/Environment/Variables/API_TOKEN", item("hunter2", "hunter3")],
  ["tag ApiKey", item('"hunter2"', '"hunter3"')],
  ["tag Api Key", item('"hunter2"', '"hunter3"')],
  ["parameter DatabasePassword", item('"hunter2"', '"hunter3"')],
  [
    "definition Fn",
    item('{"Environment":{"DB_PASSWORD":"hunter2"}}', '{"Environment":{"DB_PASSWORD":"hunter3"}}'),
  ],
  [
    "property Task /Properties/Environment",
    item('[{"Name":"DB_PASSWORD","Value":"hunter2"}]', '[{"Name":"DB_PASSWORD","Value":"hunter3"}]'),
  ],
  ["property Fn /Properties/Url", item("postgres://app:hunter2@db/x", "postgres://app:hunter3@db/x")],
])("%s shows no secret on either side, and that it changes", ([name, given]) => {
  const shown = one(name, given);
  expect(JSON.stringify(shown)).not.toMatch(/hunter/);
  expect(shown?.before).not.toBeNull();
  expect(shown?.after).not.toBeNull();
});

test("NoEcho parameters and the user's own names", () => {
  const declared = item(null, '{"Default":"hunter2","NoEcho":true,"Type":"String"}');
  expect(JSON.stringify(one("declaration Hidden", declared, { ...NOTHING, noEcho: ["Hidden"] }))).not.toMatch(
    /hunter/,
  );
  const listed = { ...NOTHING, patterns: ["Hid*"] };
  expect(JSON.stringify(one("tag Hidden", item('"hunter2"', null), listed))).not.toMatch(/hunter/);
  expect(JSON.stringify(one("property Q /Properties/Hidden", item("hunter2", null), listed))).not.toMatch(
    /hunter/,
  );
});

// Docs of the input: names of properties and parameters, with `*` and `?`. A way is one as well, and so is a whole tag.
test.each([
  ["/Properties/Environment/*", "property Fn /Properties/Environment/Variables/LEVEL"],
  ["/Properties/Environment/*", "definition Fn /Properties/Environment/Variables/LEVEL"],
  ["cost center", "tag cost center"],
  ["team/*", "tag team/lead"],
  ["log level", "definition Fn /Properties/Environment/Variables/log level"],
  ["log/level", "definition Fn /Properties/Environment/Variables/log~1level"],
  ["log~level", "definition Fn /Properties/Environment/Variables/log~0level"],
  ["log level", "mapping log~2level"],
  ["Sizes", "mapping Sizes"],
  ["Fn", "definition Fn /Properties/Handler"],
  ["Fn", "property Net/Fn /Properties/Handler"],
])("the input's name %j hides %s", (glob, name) => {
  const shown = one(name, item('"shown-before"', '"shown-after"'), { ...NOTHING, patterns: [glob] });
  expect(shown).toEqual({ before: '"(redacted)"', after: '"(redacted)"', how: null });
});

test.each([
  ["parameter", "parameter Size"],
  ["tag", "tag team"],
  ["level", "definition Fn /Properties/Environment/Variables/log~1level"],
])("the input's name %j says nothing of %s", (glob, name) => {
  const given = item('"shown-before"', '"shown-after"');
  expect(one(name, given, { ...NOTHING, patterns: [glob] })).toEqual(given);
});

test("a value that was hidden in one item is hidden wherever else it stands", () => {
  const shown = redactItems(
    new Map([
      ["parameter DatabasePassword", item(null, '"correct-horse-9"')],
      ["property Fn /Properties/Args", item(null, '"run with correct-horse-9 now"')],
    ]),
    NOTHING,
  );
  expect(shown.get("property Fn /Properties/Args")?.after).toBe('"run with (redacted) now"');
});

test("what is no secret stays as it is, names and ways included", () => {
  expect(redactItems(items, NOTHING)).toEqual(items);
});

test("what is no JSON is shown as the text that it is, and the text null is one", () => {
  expect(one("property Q /Properties/A", item("plain", "null"))).toEqual(item('"plain"', '"null"'));
});

test("every item is still there, and what is not there stays so", () => {
  const sides = (given: Items) =>
    [...given].map(([name, { before, after, how }]) => [name, before === null, after === null, how === null]);
  fc.assert(
    fc.property(anyItems, (given) => {
      expect(sides(redactItems(given, { noEcho: ["Size"], patterns: ["A*"] }))).toEqual(sides(given));
    }),
  );
});
