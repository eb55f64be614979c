import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, digestOfItems } from "../../src/changes/digest.ts";
import type { Changes } from "../../src/changes/model.ts";
import { decodeRecord, encodeRecord, RECORD_LIMIT } from "../../src/changes/record.ts";
import { anyChanges, changes, digest, queue } from "./examples.ts";

const origin = {
  changeSetArn: "arn:aws:cloudformation:us-east-1:123456789012:changeSet/pr-1/x",
  input: "f".repeat(64),
};
const bytes = (text: string) => new TextEncoder().encode(text).length;

test("is read back as it was written, whatever is in it", () => {
  fc.assert(
    fc.property(anyChanges, fc.boolean(), (given, isEmpty) => {
      const made = digestOf(given);
      const from = isEmpty ? { ...origin, changeSetArn: undefined } : origin;
      const record = decodeRecord(encodeRecord(made, given, from), made.digest);
      expect(record).toMatchObject({ digest: made.digest, items: made.items, input: origin.input });
      expect(record?.changeSetArn).toBe(from.changeSetArn);
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
  const given: Changes = {
    ...changes,
    tags: [{ key: text, before: text, after: `${text}${text}` }],
    resources: [{ ...queue, details: queue.details.map((it) => ({ ...it, after: text })) }],
  };
  const made = digestOf(given);
  const written = encodeRecord(made, given, origin);
  expect(written.match(/```/g)).toHaveLength(2);
  expect(decodeRecord(written, made.digest)?.items).toEqual(made.items);
  // What GitHub might do to the text around the record does not matter.
  expect(decodeRecord(`\r\n${written.trimEnd()}\n\n`, made.digest)?.digest).toBe(made.digest);
});

describe("what does not agree with itself is no record", () => {
  const written = encodeRecord(digest, changes, origin);
  const edited = (change: (record: Record<string, unknown>) => unknown) => {
    const json = /```json\n(.*)\n```/s.exec(written)?.[1] ?? "";
    return written.replace(json, () => JSON.stringify(change(JSON.parse(json))));
  };
  const hash = "0".repeat(64);
  test.for<readonly [string, string, string]>([
    ["another external id", written, hash],
    ["no external id", written, ""],
    ["no text", "", digest.digest],
    ["text without a fence", "hello", digest.digest],
    ["no JSON", "```json\n{nope\n```\n", digest.digest],
    ["a list", "```json\n[]\n```\n", digest.digest],
    ["null", "```json\nnull\n```\n", digest.digest],
    ["a fence that does not end", "```json\n{}", digest.digest],
    ["another version", edited((it) => ({ ...it, version: 2 })), digest.digest],
    [
      "an item's hash changed",
      edited((it) => ({ ...it, items: { ...digest.items, role: hash } })),
      digest.digest,
    ],
    [
      "an item added",
      edited((it) => ({ ...it, items: { ...digest.items, "resource X": hash } })),
      digest.digest,
    ],
    ["an item left out", edited((it) => ({ ...it, items: without(digest.items, "role") })), digest.digest],
    ["items that are no hashes", edited((it) => ({ ...it, items: { role: 1 } })), digest.digest],
    ["items that are a list", edited((it) => ({ ...it, items: [] })), digest.digest],
    ["no items at all", edited((it) => without(it, "items")), digest.digest],
    ["no input", edited((it) => without(it, "input")), digest.digest],
    ["a digest that is no text", edited((it) => ({ ...it, digest: 1 })), "1"],
    ["a digest of its own, with the old items", edited((it) => ({ ...it, digest: hash })), hash],
  ])("%s", ([, text, externalId]) => {
    expect(decodeRecord(text, externalId)).toBeUndefined();
  });

  test("what is only shown may be anything", () => {
    for (const shown of [undefined, null, 3, [], "x"]) {
      expect(
        decodeRecord(
          edited((it) => ({ ...it, shown })),
          digest.digest,
        )?.shown,
      ).toEqual({});
    }
  });

  test("no byte of it can be changed unnoticed in what decides", () => {
    fc.assert(
      fc.property(
        fc.nat(written.length - 1),
        fc.constantFrom("0", "a", '"', "}", "`", "\n"),
        (at, character) => {
          const damaged = written.slice(0, at) + character + written.slice(at + 1);
          const record = decodeRecord(damaged, digest.digest);
          if (record === undefined) return;
          expect(record.digest).toBe(digest.digest);
          const itemsAgree =
            Object.keys(record.items).length === 0 || digestOfItems(record.items) === digest.digest;
          expect(itemsAgree).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("limits, in bytes", () => {
  const many = (count: number, value: string): Changes => ({
    ...changes,
    resources: Array.from({ length: count }, (_, index) => ({
      ...queue,
      logicalId: `Queue${index}`,
      details: queue.details.map((it) => ({ ...it, after: value })),
    })),
    definitions: {},
  });

  test.for<readonly [string, Changes, boolean, boolean]>([
    ["a small set has everything", many(3, "x"), true, true],
    ["values over the limit: the items stay", many(3, "ü".repeat(40_000)), true, false],
    ["500 resources: the items stay", many(500, "ä".repeat(200)), true, false],
    ["2,000 nested resources: only the digest", many(2_000, "x"), false, false],
  ])("%s", ([, given, hasItems, isShown]) => {
    const made = digestOf(given);
    const text = encodeRecord(made, given, origin);
    expect(bytes(text)).toBeLessThanOrEqual(RECORD_LIMIT);
    const record = decodeRecord(text, made.digest);
    expect(record).toMatchObject({ digest: made.digest, changeSetArn: origin.changeSetArn });
    expect(Object.keys(record?.items ?? {}).length > 0).toBe(hasItems);
    expect(Object.keys(record?.shown ?? {}).length > 0).toBe(isShown);
  });

  test("where not even the digest fits there is no record", () => {
    expect(encodeRecord(digest, changes, origin, 50)).toBe("");
    expect(decodeRecord("", digest.digest)).toBeUndefined();
  });

  test("never over the limit, and then readable", () => {
    fc.assert(
      fc.property(anyChanges, fc.integer({ min: 300, max: 3_000 }), (given, limit) => {
        const made = digestOf(given);
        const text = encodeRecord(made, given, origin, limit);
        expect(bytes(text)).toBeLessThanOrEqual(limit);
        if (text !== "") expect(decodeRecord(text, made.digest)?.digest).toBe(made.digest);
      }),
    );
  });
});

function without(record: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
