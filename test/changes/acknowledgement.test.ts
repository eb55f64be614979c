import fc from "fast-check";
import { expect, test } from "vitest";
import {
  acceptance,
  acknowledgements,
  isLossLabel,
  labelsFor,
  lossLabel,
  meansResource,
  namedInLabel,
} from "../../src/changes/acknowledgement.ts";

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

test("a name means a resource by its key, its logical id or its short name", () => {
  const long = "A".repeat(40);
  for (const name of ["Net/Table", "Table"]) expect(meansResource(name, "Net/Table")).toBe(true);
  for (const name of ["Net", "able", "Net/Table/X", ""]) expect(meansResource(name, "Net/Table")).toBe(false);
  expect(meansResource(namedInLabel(lossLabel(long)) ?? "", `Net/${long}`)).toBe(true);
  expect(meansResource(long, `Net/${long}`)).toBe(true);
  for (const name of ["Net/Deep/Table", "Table"]) expect(meansResource(name, "Net/Deep/Table")).toBe(true);
  for (const name of ["Deep", "Deep/Table"]) expect(meansResource(name, "Net/Deep/Table")).toBe(false);
});

test("space around the name in a label does not matter", () => {
  expect(namedInLabel("allow-destructive: Table ")).toBe("Table");
  expect(namedInLabel("allow-destructive:  ")).toBeUndefined();
});

const LABELS = [
  "bug",
  "allow-destructive",
  "allow-destructive:Table",
  "allow-destructive:",
  "allow-destructives",
];

test("labels of this kind are told from others", () => {
  expect(LABELS.filter(isLossLabel)).toEqual([
    "allow-destructive",
    "allow-destructive:Table",
    "allow-destructive:",
  ]);
});

test("who allows what is told with where it was said: the input first, then the labels", () => {
  expect(acknowledgements({ allowDestructive: ["Queue"] }, LABELS)).toEqual([
    { resource: "Queue", by: "input allow-destructive" },
    { resource: "*", by: "label allow-destructive" },
    { resource: "Table", by: "label allow-destructive:Table" },
  ]);
});

test("labels that speak for some resources name each of them, and no other", () => {
  expect(labelsFor(["Net/Table", "Queue"], LABELS)).toEqual([
    "allow-destructive:Net/Table",
    "allow-destructive:Queue",
    "allow-destructive:Table",
  ]);
  expect(labelsFor(["Queue"], LABELS.slice(2))).toEqual([]);
});

test.each([
  [["Table"], "the label allow-destructive:Table on the pull request, or the input allow-destructive"],
  [
    ["Net/Table", "Table"],
    "the label allow-destructive:Table on the pull request, or the input allow-destructive",
  ],
  [
    ["A", "B", "C"],
    "the labels allow-destructive:A, allow-destructive:B, allow-destructive:C on the pull request, or the input allow-destructive",
  ],
  [
    ["A", "B", "C", "D"],
    "the labels allow-destructive:A, allow-destructive:B, allow-destructive:C, … (4 in all) on the pull request, or the input allow-destructive",
  ],
])("what accepts the loss of %j", (keys, text) => {
  expect(acceptance(keys)).toBe(text);
});
