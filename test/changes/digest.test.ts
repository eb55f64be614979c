import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, digestOfItems, textHash } from "../../src/changes/digest.ts";
import type { Item, Items } from "../../src/changes/items/model.ts";
import type { ChangeTarget } from "../../src/changes/model.ts";
import { canonicalJson } from "../../src/template/canonical.ts";
import { anyItem, anyItems, digest, item, items, target } from "./examples.ts";

const of = (given: Items, to: ChangeTarget = target) => digestOf(to, given).digest;
const withItem = (name: string, given: Item): Items => new Map([...items, [name, given]]);
const PROPERTY = "property Queue /Properties/VisibilityTimeout";

describe("changes the digest:", () => {
  test.for<readonly [string, string]>([
    ["stack", of(items, { ...target, stack: "other" })],
    ["region", of(items, { ...target, region: "eu-west-1" })],
    ["account", of(items, { ...target, account: "210987654321" })],
    ["a further item", of(withItem("tag owner", item(null, null)))],
    ["an item less", of(new Map([...items].slice(1)))],
    ["no items", of(new Map())],
    ["another name", of(new Map([...items].map(([name, it]) => [`${name}x`, it])))],
    ["the value before", of(withItem(PROPERTY, item("31", "60", "x")))],
    ["the value after", of(withItem(PROPERTY, item("30", "61", "x")))],
    ["how it is done", of(withItem(PROPERTY, item("30", "60", null)))],
    ["sides that change places", of(withItem(PROPERTY, item("60", "30", "x")))],
  ])("%s", ([, after]) => {
    expect(after).not.toBe(digest.digest);
    expect(after).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a text that is not there is none of the texts that look like it", () => {
    const texts = ["", "null", '"null"', '""', "undefined"];
    const all = [null, ...texts].map((after) => of(new Map([["tag x", item(null, after)]])));
    expect(new Set(all).size).toBe(texts.length + 1);
  });
});

test("order never matters", () => {
  fc.assert(
    fc.property(anyItems, (given) => {
      expect(of(new Map([...given].reverse()))).toBe(of(given));
    }),
  );
});

test("two sets of items have one digest exactly when they are the same", () => {
  fc.assert(
    fc.property(anyItems, anyItems, fc.nat(), (one, other, part) => {
      // Mixed from both, so that equal pairs and near misses are common.
      const mixed = new Map(
        [...one].map(([name, it], index) => [name, (part >> index) & 1 ? (other.get(name) ?? it) : it]),
      );
      if (part % 3 === 0) for (const [name, it] of other) mixed.set(name, it);
      expect(of(mixed) === of(one)).toBe(seen(mixed) === seen(one));
    }),
    { numRuns: 300 },
  );
});

/** The items as sorted lines. */
function seen(given: Items): string {
  const lines = [...given].map(([name, { before, after, how }]) =>
    JSON.stringify([name, before, after, how]),
  );
  return lines.sort().join("\n");
}

test("an item's two hashes: of the whole, and of what the stack will have", () => {
  fc.assert(
    fc.property(anyItem, (given) => {
      const hash = digestOf(target, new Map([["tag x", given]])).items.get("tag x");
      expect(hash).toEqual({
        whole: textHash(canonicalJson([given.before, given.after, given.how])),
        after: given.after === null ? null : textHash(given.after),
      });
    }),
  );
});

test("the digest does not need the items, their hashes are enough", () => {
  expect(digestOfItems(target, digest.items)).toBe(digest.digest);
  const other = new Map([...digest.items].map(([name, { whole }]) => [name, { whole, after: null }]));
  // The hash after is there to compare with the stack: the whole has it in it.
  expect(digestOfItems(target, other)).toBe(digest.digest);
});

test("names that every JavaScript object has are names like any other", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const made = of(withItem(name, item(null, "x")));
    expect(made).not.toBe(digest.digest);
    expect(made).not.toBe(of(withItem(name, item(null, "y"))));
  }
});

describe("vectors (docs/digest.md)", () => {
  const folder = new URL("../golden/digest/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  test("there are some", () => expect(files.length).toBeGreaterThan(4));

  interface Vector {
    readonly target: ChangeTarget;
    readonly items: Readonly<Record<string, Item>>;
    /** The canonical text of `[before, after, how]`. */
    readonly canonical: Readonly<Record<string, string>>;
    readonly hashes: Readonly<Record<string, readonly [whole: string, after: string | null]>>;
    /** What the digest is the SHA-256 of. */
    readonly digested: string;
    readonly digest: string;
  }

  test.for(files)("%s", (file) => {
    const vector = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector;
    const made = digestOf(vector.target, new Map(Object.entries(vector.items)));
    const hashes = [...made.items].map(([name, { whole, after }]) => [name, [whole, after]]);
    expect({ digest: made.digest, hashes: Object.fromEntries(hashes) }).toEqual({
      digest: vector.digest,
      hashes: vector.hashes,
    });
    expect(second(vector)).toEqual({
      canonical: vector.canonical,
      hashes: vector.hashes,
      digested: vector.digested,
      digest: vector.digest,
    });
  });

  /** Made once more without a line of ours: JSON.stringify and SHA-256 only. */
  function second({ target: to, items: given }: Vector) {
    const sha = (text: string) => createHash("sha256").update(text, "utf8");
    const canonical = Object.fromEntries(
      Object.entries(given).map(([name, { before, after, how }]) => [
        name,
        JSON.stringify([before, after, how]),
      ]),
    );
    const hashes = Object.fromEntries(
      Object.entries(given).map(([name, { after }]) => [
        name,
        [
          sha(canonical[name] ?? "").digest("base64url"),
          after === null ? null : sha(after).digest("base64url"),
        ] as const,
      ]),
    );
    const members = Object.keys(given)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(hashes[name]?.[0])}`);
    const where = `{"account":${JSON.stringify(to.account)},"region":${JSON.stringify(to.region)},"stack":${JSON.stringify(to.stack)}}`;
    const digested = `["aurora-deploy-action/changes/2",${where},{${members.join(",")}}]`;
    return { canonical, hashes, digested, digest: sha(digested).digest("hex") };
  }
});
