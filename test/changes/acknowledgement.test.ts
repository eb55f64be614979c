import fc from "fast-check";
import { expect, test } from "vitest";
import { lossLabel, meansResource, namedInLabel } from "../../src/changes/acknowledgement.ts";

const logicalId = fc.stringMatching(/^[A-Za-z0-9]{1,255}$/);
const key = fc.array(logicalId, { minLength: 1, maxLength: 3 }).map((ids) => ids.join("/"));

test("a label is one that GitHub takes, and means its own resource", () => {
  fc.assert(
    fc.property(key, (resource) => {
      const label = lossLabel(resource);
      expect(label.length).toBeLessThanOrEqual(50);
      expect(meansResource(namedInLabel(label) ?? "", resource)).toBe(true);
    }),
  );
});

test("it means no other resource, however alike", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9]{40}$/), logicalId, logicalId, (start, one, other) => {
      fc.pre(one !== other);
      const named = namedInLabel(lossLabel(`${start}${one}`.slice(0, 255))) ?? "";
      const different = `${start}${other}`.slice(0, 255);
      expect(meansResource(named, different)).toBe(different === `${start}${one}`.slice(0, 255));
    }),
  );
});

test("a short id is its own label", () => {
  expect(lossLabel("Nested/Table")).toBe("allow-destructive:Table");
  expect(lossLabel("A".repeat(32))).toBe(`allow-destructive:${"A".repeat(32)}`);
  expect(lossLabel("A".repeat(33))).toMatch(/^allow-destructive:A{19}-[0-9a-f]{12}$/);
});

test("other labels name nothing", () => {
  for (const label of [
    "bug",
    "allow-destructive",
    "allow-destructive:",
    "allow-destructive:*",
    "allow-destructive-x:Table",
  ])
    expect(namedInLabel(label)).toBeUndefined();
});
