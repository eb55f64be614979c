import fc from "fast-check";
import { expect, test } from "vitest";
import { deltaBetween } from "../../src/changes/delta.ts";
import { canonicalItems, digestOf } from "../../src/changes/digest.ts";
import type { Changes } from "../../src/changes/model.ts";
import { decodeRecord, encodeRecord } from "../../src/changes/record.ts";
import { anyChanges, changes, queue } from "./examples.ts";

const side = (given: Changes) => ({ items: digestOf(given).items, shown: canonicalItems(given) });

test("equal changes differ in nothing", () => {
  fc.assert(
    fc.property(anyChanges, (given) => {
      expect(deltaBetween(side(given), side(given))).toEqual([]);
    }),
  );
});

test("every item that differs is named, in one order, and only those", () => {
  fc.assert(
    fc.property(anyChanges, anyChanges, (one, other) => {
      // The same resources and the same names, with other contents: near misses.
      const resources = one.resources.map((it, index) => ({
        ...it,
        ...other.resources[index],
        logicalId: it.logicalId,
        stackPath: it.stackPath,
      }));
      const [a, b] = [side(one), side({ ...one, resources, parameters: other.parameters, tags: other.tags })];
      const delta = deltaBetween(a, b);
      const differing = [...new Set([...Object.keys(a.items), ...Object.keys(b.items)])]
        .filter((name) => a.items[name] !== b.items[name])
        .sort();
      expect(delta.map(({ item }) => item)).toEqual(differing);
      // Whatever differs can be seen to differ.
      for (const entry of delta.filter(({ kind }) => kind === "differs")) {
        expect(entry.reviewed).not.toBe(entry.present);
        expect(entry.reviewed).not.toBe("a hidden value");
      }
    }),
    { numRuns: 500 },
  );
});

test("a difference in what is redacted is said, and not what it is", () => {
  const now = side({ ...changes, parameters: [{ name: "Size", noEcho: false, before: "1", after: "3" }] });
  expect(deltaBetween(side(changes), { ...now, shown: side(changes).shown })).toContainEqual({
    item: "parameter Size",
    kind: "differs",
    reviewed: "a hidden value",
    present: "a hidden value changes",
  });
});

test("two values of one property are two", () => {
  const [detail] = queue.details;
  const both = [
    { ...detail, after: "a" },
    { ...detail, after: "b" },
  ] as typeof queue.details;
  const [a, b] = [
    both,
    [
      { ...detail, after: "c" },
      { ...detail, after: "b" },
    ] as typeof queue.details,
  ].map((details) => side({ ...changes, resources: [{ ...queue, details }] }));
  const [entry] = deltaBetween(a ?? side(changes), b ?? side(changes));
  expect(entry?.reviewed).toContain("after: a");
  expect(entry?.present).toContain("after: c");
});

test("a property is told by its path, before and after, and nothing else of the resource", () => {
  const now = {
    ...changes,
    resources: [{ ...queue, details: queue.details.map((it) => ({ ...it, after: "90" })) }],
  };
  expect(deltaBetween(side(changes), side(now))).toEqual([
    {
      item: "resource Queue",
      kind: "differs",
      reviewed: "/Properties/VisibilityTimeout after: 60",
      present: "/Properties/VisibilityTimeout after: 90",
    },
  ]);
});

test("a resource that came, one that went, a parameter and a tag", () => {
  const now: Changes = {
    ...changes,
    resources: [{ ...queue, logicalId: "Spare", action: "Add", details: [] }],
    definitions: {},
    parameters: [{ name: "Size", noEcho: false, before: "1", after: "3" }],
    tags: [{ key: "team", before: "a", after: "c" }],
  };
  expect(deltaBetween(side(changes), side(now))).toEqual([
    { item: "parameter Password", kind: "only-reviewed", reviewed: "noEcho: true" },
    { item: "parameter Size", kind: "differs", reviewed: "after: 2", present: "after: 3" },
    { item: "resource Queue", kind: "only-reviewed", reviewed: expect.stringContaining("action: Modify") },
    { item: "resource Spare", kind: "only-present", present: expect.stringContaining("action: Add") },
    {
      item: "tags",
      kind: "differs",
      reviewed: 'team: {"after":"b","before":"a"}',
      present: 'team: {"after":"c","before":"a"}',
    },
  ]);
});

test("the definition is called a hash", () => {
  const now = { ...changes, definitions: { Queue: "b".repeat(64) } };
  expect(deltaBetween(side(changes), side(now))).toEqual([
    expect.objectContaining({
      reviewed: `definition (hash): ${"a".repeat(64)}`,
      present: `definition (hash): ${"b".repeat(64)}`,
    }),
  ]);
});

test("capabilities, role and target are told as they are", () => {
  const now: Changes = {
    ...changes,
    target: { ...changes.target, type: "CREATE" },
    capabilities: [],
    roleArn: "arn:aws:iam::123456789012:role/cfn",
  };
  expect(deltaBetween(side(changes), side(now))).toEqual([
    { item: "capabilities", kind: "differs", reviewed: 'value: ["CAPABILITY_IAM"]', present: "value: []" },
    { item: "role", kind: "differs", present: "value: arn:aws:iam::123456789012:role/cfn" },
    { item: "target", kind: "differs", reviewed: "type: UPDATE", present: "type: CREATE" },
  ]);
});

test("a record that was too large to show its items still tells which differ", () => {
  const [a, b] = [side(changes), side({ ...changes, tags: [] })];
  expect(deltaBetween({ ...a, shown: {} }, { ...b, shown: {} })).toEqual([
    { item: "tags", kind: "only-reviewed" },
  ]);
});

test("a resource that AWS lists twice is compared without an error", () => {
  const now = { ...changes, resources: [queue, { ...queue, action: "Remove" as const, details: [] }] };
  expect(deltaBetween(side(changes), side(now))).toEqual([
    expect.objectContaining({ item: "resource Queue", kind: "differs" }),
  ]);
});

test("whatever a record shows, a delta is made", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("resource Queue", "tags", "role"), fc.jsonValue()), (shown) => {
      const reviewed = { items: { "resource Queue": "x", tags: "y", role: "z" }, shown: shown as never };
      expect(deltaBetween(reviewed, side(changes)).length).toBeGreaterThan(0);
    }),
  );
});

test("through a record and back nothing of it is lost", () => {
  const made = digestOf(changes);
  const record = decodeRecord(encodeRecord(made, changes, { changeSetArn: "arn", input: "i" }), made.digest);
  const now = side({ ...changes, resources: [{ ...queue, replacement: "True" }] });
  expect(deltaBetween(record ?? { items: {}, shown: {} }, now)).toEqual([
    { item: "resource Queue", kind: "differs", reviewed: "replacement: False", present: "replacement: True" },
  ]);
});
