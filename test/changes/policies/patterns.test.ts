import fc from "fast-check";
import { expect, test } from "vitest";
import { contains, holdsAddresses, mayOverlap } from "../../../src/changes/policies/patterns.ts";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 7 });
const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });

/** What a pattern means, told by the machine's own regular expressions. */
function means(wild: string, plain: string): boolean {
  const source = wild.replaceAll("?", ".").replaceAll("*", ".*");
  return new RegExp(`^${source}$`).test(plain);
}

test("a pattern contains a text as a regular expression matches it", () => {
  fc.assert(fc.property(pattern, text, (wild, plain) => contains(wild, plain) === means(wild, plain)));
});

test("what a contained pattern means, the one that contains it means too", () => {
  fc.assert(
    fc.property(pattern, pattern, text, (wide, narrow, plain) => {
      fc.pre(contains(wide, narrow) && means(narrow, plain));
      expect(means(wide, plain)).toBe(true);
    }),
  );
});

test("two patterns that mean the same text may overlap", () => {
  fc.assert(
    fc.property(pattern, pattern, text, (one, other, plain) => {
      fc.pre(means(one, plain) && means(other, plain));
      expect(mayOverlap(one, other)).toBe(true);
    }),
  );
  expect(mayOverlap("s3:*", "iam:*")).toBe(false);
  expect(mayOverlap("s3:GetObject", "s3:PutObject")).toBe(false);
});

test("patterns made to be slow are not", () => {
  const started = performance.now();
  expect(contains(`${"*a".repeat(2_000)}b`, "a".repeat(4_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test.each([
  ["10.0.0.0/8", "10.255.0.0/16", true],
  ["10.0.0.0/8", "10.1.2.3", true],
  ["0.0.0.0/0", "203.0.113.0/24", true],
  ["10.0.0.0/16", "10.0.0.0/8", false],
  ["10.0.0.0/8", "11.0.0.0/16", false],
  ["2001:db8::/32", "2001:db8::/32", true],
  ["2001:db8::/32", "2001:db8::/48", false],
  ["anywhere", "10.0.0.0/8", false],
  ["10.0.0.0/8", "anywhere", false],
])("%s holds %s: %s", (wide, narrow, expected) => {
  expect(holdsAddresses(wide, narrow)).toBe(expected);
});
