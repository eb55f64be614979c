import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deltaBetween } from "../../src/changes/delta.ts";
import { digestOf } from "../../src/changes/digest.ts";
import type { Item, Items } from "../../src/changes/items/model.ts";
import { decodeRecord, fittingClaims, recordText } from "../../src/changes/review/record.ts";
import { anyItem, anyItems, item, items, target } from "./examples.ts";
import { origin } from "./review/examples.ts";

const side = (given: Items) => ({ items: digestOf(target, given).items, shown: given });
const withItem = (name: string, given: Item): Items => new Map([...items, [name, given]]);
const without = (name: string): Items => new Map([...items].filter(([other]) => other !== name));

test("equal changes differ in nothing", () => {
  fc.assert(
    fc.property(anyItems, (given) => {
      expect(deltaBetween(side(given), side(given))).toEqual([]);
    }),
  );
});

test("every item that differs is named, in one order, and only those", () => {
  fc.assert(
    fc.property(anyItems, anyItems, fc.array(anyItem, { maxLength: 8 }), (one, other, news) => {
      // The same names with other contents: near misses.
      const near = [...one].map(([name, it], index): [string, Item] => [name, news[index] ?? it]);
      const [a, b] = [side(one), side(new Map([...near, ...other]))];
      const delta = deltaBetween(a, b);
      const differing = [...new Set([...a.items.keys(), ...b.items.keys()])]
        .filter((name) => a.items.get(name)?.whole !== b.items.get(name)?.whole)
        .sort();
      expect(delta.map((entry) => entry.item)).toEqual(differing);
      // Whatever differs can be seen to differ.
      for (const entry of delta.filter(({ kind }) => kind === "differs")) {
        expect(entry.reviewed).not.toBe(entry.present);
        expect(entry.reviewed).not.toBe("a hidden value");
      }
    }),
    { numRuns: 500 },
  );
});

describe("what is said", () => {
  test.for<readonly [string, Items, object]>([
    [
      "an item that came",
      withItem("tag owner", item(null, '"me"')),
      { kind: "only-present", item: "tag owner", present: "after: me" },
    ],
    [
      "one that went",
      without("tag team"),
      { kind: "only-reviewed", item: "tag team", reviewed: "before: a\nafter: b" },
    ],
    [
      "another value after",
      withItem("tag team", item('"a"', '"c"')),
      { kind: "differs", item: "tag team", reviewed: "after: b", present: "after: c" },
    ],
    [
      "another value before",
      withItem("tag team", item('"x"', '"b"')),
      { kind: "differs", item: "tag team", reviewed: "before: a", present: "before: x" },
    ],
    [
      "no value before any more",
      withItem("tag team", item(null, '"b"')),
      { kind: "differs", item: "tag team", reviewed: "before: a" },
    ],
    [
      "inside a value, by its path",
      withItem("output Url", item(null, '{"Value":{"Ref":"Spare"}}')),
      { kind: "differs", reviewed: "after Value/Ref: Queue", present: "after Value/Ref: Spare" },
    ],
    [
      "how a resource is changed, by what is said of it",
      withItem(
        "resource Queue",
        item(
          null,
          null,
          '{"action":"Modify","policyAction":null,"replacement":"True","type":"AWS::SQS::Queue"}',
        ),
      ),
      { kind: "differs", reviewed: "replacement: False", present: "replacement: True" },
    ],
    [
      "how a resource is changed, and not what nobody says of it",
      without("resource Queue"),
      { kind: "only-reviewed", reviewed: "action: Modify\nreplacement: False\ntype: AWS::SQS::Queue" },
    ],
    [
      "a list, and what is empty",
      withItem("output Url", item("{}", '["a",{"b":1}]')),
      {
        kind: "differs",
        reviewed: "after Value/Ref: Queue",
        present: 'before: {}\nafter: ["a",{"b":1}]',
      },
    ],
    [
      "how a value is set, in one word",
      withItem("parameter Password", item(null, null, '"set"')),
      { kind: "differs", reviewed: "how: set, NoEcho", present: "how: set" },
    ],
  ])("%s", ([, now, expected]) => {
    const found = deltaBetween(side(items), side(now));
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual({ ...found[0], ...expected });
  });

  test("a difference in what is redacted, and not what it is", () => {
    const now = side(withItem("tag team", item('"a"', '"c"')));
    expect(deltaBetween(side(items), { ...now, shown: items })).toEqual([
      {
        item: "tag team",
        kind: "differs",
        reviewed: "a hidden value",
        present: "a hidden value changes",
      },
    ]);
  });

  test("nothing of an item on one side of which there is nothing to say", () => {
    const silent = withItem("unseen Net", item(null, null));
    expect(deltaBetween(side(items), side(silent))).toEqual([{ item: "unseen Net", kind: "only-present" }]);
    expect(deltaBetween(side(silent), side(items))).toEqual([{ item: "unseen Net", kind: "only-reviewed" }]);
    const both = { ...side(withItem("unseen Net", item(null, '"a"'))), shown: items };
    expect(deltaBetween(side(silent), both)).toEqual([{ item: "unseen Net", kind: "differs" }]);
    expect(deltaBetween(both, side(silent))).toEqual([{ item: "unseen Net", kind: "differs" }]);
  });

  test("which items differ, where a record was too large to show them", () => {
    const found = deltaBetween({ ...side(items), shown: new Map() }, side(without("tag team")));
    expect(found).toEqual([{ item: "tag team", kind: "only-reviewed" }]);
  });

  test("what a record shows that is no JSON, as it is", () => {
    const odd: Items = new Map([["tag team", item("{", "nope")]]);
    expect(deltaBetween(side(odd), side(new Map()))).toMatchObject([{ reviewed: "before: {\nafter: nope" }]);
  });
});

test("through a record and back nothing of it is lost", () => {
  const made = digestOf(target, items);
  const text = recordText(fittingClaims({ digest: made, origin, shown: items }), undefined);
  const decoded = decodeRecord(text, made.digest);
  if (decoded.kind !== "record") throw new Error("the record cannot be read back");
  const { items: reviewed = new Map(), shown } = decoded.record;
  const now = side(withItem("tag team", item('"a"', '"c"')));
  expect(deltaBetween({ items: reviewed, shown }, now)).toEqual(deltaBetween(side(items), now));
});
