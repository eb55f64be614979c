import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, digestOfItems, type ItemHashes } from "../../../src/changes/digest.ts";
import type { Item, Items } from "../../../src/changes/items/model.ts";
import {
  claimHash,
  decodeRecord,
  factsIn,
  fittingClaims,
  RECORD_LIMIT,
  type RecordOrigin,
  recordText,
} from "../../../src/changes/review/record.ts";
import type { Json } from "../../../src/template/model.ts";
import { anyItems, digest, item, items, target } from "../examples.ts";
import { origin } from "./examples.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

function written(given: Items = items, from: RecordOrigin = origin, limit?: number): string {
  return recordText(
    fittingClaims({ digest: digestOf(from.target, given), origin: from, shown: given }, limit),
    undefined,
  );
}

function read(text: string, externalId: string = digest.digest) {
  const decoded = decodeRecord(text, externalId);
  return decoded.kind === "record" ? decoded.record : undefined;
}

test("is read back as it was written, whatever is in it", () => {
  fc.assert(
    fc.property(anyItems, fc.boolean(), (given, isEmpty) => {
      const made = digestOf(target, given);
      const { changeSetArn, ...without } = origin;
      const from = isEmpty ? without : origin;
      const record = read(written(given, from), made.digest);
      expect(record).toEqual({ ...from, digest: made.digest, items: made.items, shown: given });
      expect(record !== undefined && "changeSetArn" in record).toBe(!isEmpty);
    }),
  );
});

const HOSTILE = [
  "```",
  "\n```\n",
  "```json\n{}\n```",
  "</details>",
  "\u0000",
  "\ud800",
  "\u2028",
  "`".repeat(99),
  "\r\n```",
];

test.for(HOSTILE)("hostile text stays inside: %j", (text) => {
  const given: Items = new Map([
    ...items,
    [`tag ${text}`, item(text, JSON.stringify(`${text}${text}`))],
    [`property Queue /Properties/${text}`, item(null, text)],
  ]);
  const made = digestOf(target, given);
  const record = written(given);
  expect(record.match(/```/g)).toHaveLength(2);
  expect(read(record, made.digest)?.items).toEqual(made.items);
  // What GitHub might do to the text around the record does not matter.
  expect(read(`\r\n${record.trimEnd()}\n\n`, made.digest)?.digest).toBe(made.digest);
});

describe("what does not agree with itself is no record", () => {
  const record = written();
  type Fields = Record<string, unknown>;
  const json = /```json\n(.*)\n```/s.exec(record)?.[1] ?? "";
  const edited = (change: (it: Fields) => unknown) => {
    return record.replace(json, () => JSON.stringify(change(JSON.parse(json) as Fields)));
  };
  const hash = "0".repeat(64);
  const hashes = Object.fromEntries(
    [...digest.items].map(([name, { whole, after }]) => [name, [whole, after]]),
  );
  const withItems = (given: unknown) => edited((it) => ({ ...it, items: given }));
  const aimed = (given: Fields) =>
    edited((it) => ({ ...it, target: { ...(it.target as Fields), ...given } }));
  test.for<readonly [string, string, string]>([
    ["another external id", record, hash],
    ["no external id", record, ""],
    ["no text", "", digest.digest],
    ["text without a fence", "hello", digest.digest],
    ["no JSON", "```json\n{nope\n```\n", digest.digest],
    ["a list", "```json\n[]\n```\n", digest.digest],
    ["null", "```json\nnull\n```\n", digest.digest],
    ["a fence that does not end", "```json\n{}", digest.digest],
    ["a fence that does not end, whatever is in it", `\`\`\`json\n${json}x`, digest.digest],
    ["another fence", `~~~json\n${json}\n\`\`\`\n`, digest.digest],
    ["no version", edited((it) => without(it, "version")), digest.digest],
    ["a version that is no number", edited((it) => ({ ...it, version: "2" })), digest.digest],
    ["an item's hash changed", withItems({ ...hashes, "tag team": [hash, null] }), digest.digest],
    ["an item added", withItems({ ...hashes, "resource X": [hash, null] }), digest.digest],
    ["an item left out", withItems(without(hashes, "tag team")), digest.digest],
    ["items that are no hashes", withItems({ role: 1 }), digest.digest],
    ["an item with one hash only", withItems({ ...hashes, "tag team": [hash] }), digest.digest],
    ["items that are a list", withItems([]), digest.digest],
    ["items that are nothing", withItems(null), digest.digest],
    ["another stack", aimed({ stack: "other" }), digest.digest],
    ["another account", aimed({ account: "210987654321" }), digest.digest],
    ["another region", aimed({ region: "eu-west-1" }), digest.digest],
    ["no stack", aimed({ stack: undefined }), digest.digest],
    ["no target", edited((it) => without(it, "target")), digest.digest],
    ...["repository", "pullRequest", "base", "baseCommit", "head", "madeAt", "input"].flatMap(
      (name): [string, string, string][] => [
        [`no ${name}`, edited((it) => without(it, name)), digest.digest],
        [`${name} of another kind`, edited((it) => ({ ...it, [name]: [it[name]] })), digest.digest],
      ],
    ),
    ["a digest that is not text", edited((it) => ({ ...it, digest: 1 })), "1"],
    ["a digest of its own, with the old items", edited((it) => ({ ...it, digest: hash })), hash],
  ])("%s", ([, text, externalId]) => {
    expect(decodeRecord(text, externalId)).toEqual({ kind: "none" });
  });

  // Its digest is right: only the kind of what is hashed says that no preview wrote it.
  test.for<readonly [string, unknown, unknown]>([
    ["a hash that is a number", 1, null],
    ["a hash of what comes after that is a number", hash, 1],
    ["no hash at all", undefined, undefined],
  ])("%s, whatever the digest says", ([, whole, after]) => {
    const odd = new Map([["role", { whole, after }]]) as unknown as ItemHashes;
    const its = digestOfItems(target, odd);
    const text = edited((it) => ({ ...it, digest: its, items: { role: [whole, after] } }));
    expect(decodeRecord(text, its)).toEqual({ kind: "none" });
  });

  test("of another version is one that says nothing here, whatever else is in it", () => {
    for (const version of [1, 3]) {
      expect(
        decodeRecord(
          edited((it) => ({ ...it, version })),
          hash,
        ),
      ).toEqual({ kind: "other-version" });
    }
    const first = '```json\n{"changeSetArn":"arn","digest":"d","input":"i","items":{},"version":1}\n```\n';
    expect(decodeRecord(first, "d")).toEqual({ kind: "other-version" });
  });

  test("what is only shown may be anything", () => {
    for (const shown of [undefined, null, 3, [], "x"]) {
      expect(read(edited((it) => ({ ...it, shown })))?.shown).toEqual(new Map());
    }
    const odd = { a: 1, b: [1, "x"], c: ["y"], d: null };
    const none: Item = item(null, null);
    expect(read(edited((it) => ({ ...it, shown: odd })))?.shown).toEqual(
      new Map([
        ["a", none],
        ["b", item(null, "x")],
        ["c", item("y", null)],
        ["d", none],
      ]),
    );
  });

  test("no byte of it can be changed unnoticed in what decides", () => {
    fc.assert(
      fc.property(
        fc.nat(record.length - 1),
        fc.constantFrom("0", "a", '"', "}", "`", "\n"),
        (at, character) => {
          const damaged = record.slice(0, at) + character + record.slice(at + 1);
          const found = read(damaged);
          if (found === undefined) return;
          expect(found.digest).toBe(digest.digest);
          if (found.items !== undefined) expect(digestOfItems(found.target, found.items)).toBe(digest.digest);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("what is signed", () => {
  const claims = fittingClaims({ digest, origin, shown: items }) as Readonly<Record<string, Json>>;

  test("is the hash of all that the record claims, and is found again without its MAC", () => {
    const decoded = decodeRecord(recordText(claims, "bWFj"), digest.digest);
    expect(decoded).toMatchObject({ kind: "record", claimHash: claimHash(claims), record: { mac: "bWFj" } });
    expect(decodeRecord(recordText(claims, undefined), digest.digest)).toMatchObject({
      claimHash: claimHash(claims),
    });
    expect(read(recordText(claims, undefined))).not.toHaveProperty("mac");
  });

  test.for(Object.keys(claims))("%s cannot be another one", (name) => {
    const other: Json = { ...claims, [name]: [claims[name] ?? null] };
    expect(claimHash(other)).not.toBe(claimHash(claims));
  });

  test("all that a record says of its origin is claimed", () => {
    const { target: where, ...rest } = origin;
    expect(claims).toMatchObject({ ...rest, target: where });
  });

  test("a claim that this version does not know is signed as well", () => {
    const more: Json = { ...claims, more: true };
    expect(decodeRecord(recordText(more, "bWFj"), digest.digest)).toMatchObject({
      claimHash: claimHash(more),
    });
  });
});

describe("limits, in bytes", () => {
  const many = (count: number, value: string): Items =>
    new Map(
      Array.from({ length: count }, (_, index) => [
        `property Queue${index} /Properties/VisibilityTimeout`,
        item("30", JSON.stringify(value), '{"change":"Modify","recreation":"Never"}'),
      ]),
    );

  test.for<readonly [string, Items, boolean, boolean]>([
    ["a small set has everything", many(3, "x"), true, true],
    ["values over the limit: the items stay", many(3, "ü".repeat(40_000)), true, false],
    ["400 properties: the items stay", many(400, "ä".repeat(200)), true, false],
    ["2,000 properties: only the digest", many(2_000, "x"), false, false],
  ])("%s", ([, given, hasItems, isShown]) => {
    const made = digestOf(target, given);
    const text = written(given);
    expect(bytes(text)).toBeLessThanOrEqual(RECORD_LIMIT);
    const record = read(text, made.digest);
    expect(record).toMatchObject({ ...origin, digest: made.digest });
    expect(record?.items !== undefined).toBe(hasItems);
    expect((record?.shown.size ?? 0) > 0).toBe(isShown);
  });

  test("items that are none are not left out: nothing was to change", () => {
    const none: Items = new Map();
    expect(read(written(none), digestOf(target, none).digest)?.items).toEqual(new Map());
  });

  test("never over the limit with room for a MAC, and then readable", () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 900, max: 4_000 }), (given, limit) => {
        const made = digestOf(target, given);
        const claims = fittingClaims({ digest: made, origin, shown: given }, limit);
        const text = recordText(claims, "m".repeat(44));
        expect(bytes(text)).toBeLessThanOrEqual(limit);
        expect(read(text, made.digest)?.digest).toBe(made.digest);
      }),
    );
  });
});

function without(record: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

describe("the facts in a record", () => {
  const text = recordText(fittingClaims({ digest, origin, shown: items }), undefined);

  test("are names, places and hashes, those of the items among them, and nothing that is shown", () => {
    const facts = factsIn(text, digest.digest);
    for (const fact of ["4711", "app", "us-east-1", "main", origin.head, digest.digest])
      expect(facts.has(fact), fact).toBe(true);
    for (const [name, { whole, after }] of digest.items) {
      expect(facts.has(name), name).toBe(true);
      expect(facts.has(whole), name).toBe(true);
      expect(after === null || facts.has(after), name).toBe(true);
    }
    for (const { before, after } of items.values())
      for (const shown of [before, after])
        expect(shown !== null && facts.has(shown), String(shown)).toBe(false);
  });

  test("are none of a text that is no record of this digest", () => {
    expect(factsIn(text, "0".repeat(64)).size).toBe(0);
    expect(factsIn("no record", digest.digest).size).toBe(0);
  });
});
