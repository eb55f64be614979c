import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateOf } from "../../src/estimate/estimate.ts";
import { NO_HISTORY } from "../../src/estimate/history.ts";
import { AFTER, AFTER_NESTED } from "../../src/estimate/published.data.ts";
import { remaining } from "../../src/estimate/remaining.ts";
import { typicalDuration } from "../../src/estimate/typical.ts";
import type { StackEvent } from "../../src/stack/model.ts";
import { observe, startOperation } from "../../src/stack/operation.ts";
import { CHILD, event, itself, nested, ROOT, START, story } from "../stack/story.ts";
import { changeOf, type Example, estimated, pairOf, templateOf } from "./examples.ts";

const NAT = "AWS::EC2::NatGateway";
const INSTANCE = "AWS::RDS::DBInstance";
const NAT_S = typicalDuration(NAT, "create").span.typical / 1_000;

function after(...events: readonly StackEvent[]) {
  const isDeletion = events[0]?.status === "DELETE_IN_PROGRESS";
  return observe(
    startOperation({ stackArn: ROOT, since: START, isDeletion }),
    story({}, ...events).toReversed(),
  );
}

/** What is typically left some seconds after nine, without the stack's own last seconds. */
function leftAt(seconds: number, estimate: ReturnType<typeof estimated>, ...events: readonly StackEvent[]) {
  const left = remaining(estimate, after(...events), START + seconds * 1_000);
  return left && (left.typical - AFTER.typical) / 1_000;
}

const two = estimated({
  First: { type: NAT, action: "Add" },
  Second: { type: NAT, action: "Add", after: ["First"] },
});

test("before anything is seen all is left", () => {
  expect(remaining(two, after(), START)).toBe(two.total);
});

test("what is done counts no more, and what is in progress as much as is left of it", () => {
  const begun = [itself(0, "CREATE_IN_PROGRESS"), event(4, "First", "CREATE_IN_PROGRESS")];
  expect(leftAt(44, two, ...begun)).toBe(NAT_S + 1 - 40 + NAT_S + 1);
  const done = [...begun, event(100, "First", "CREATE_COMPLETE")];
  expect(leftAt(101, two, ...done)).toBe(NAT_S + 1);
  expect(leftAt(110, two, ...done, event(102, "Second", "CREATE_IN_PROGRESS"))).toBe(NAT_S + 1 - 8);
});

test("what takes longer than usual goes on for a while", () => {
  const begun = [itself(0, "CREATE_IN_PROGRESS"), event(0, "Second", "CREATE_IN_PROGRESS")];
  const done = event(0, "First", "CREATE_COMPLETE");
  expect(leftAt(600, two, ...begun, done)).toBe(60);
});

test("the clean-up is to come until it has begun, and goes down with what is deleted", () => {
  const replaced = estimated({
    Database: { type: INSTANCE, action: "Modify", more: { replacement: "True" } },
  });
  const [make, remove] = (["create", "delete"] as const).map(
    (verb) => typicalDuration(INSTANCE, verb).span.typical / 1_000,
  ) as [number, number];
  const begun = [
    itself(0, "UPDATE_IN_PROGRESS"),
    event(4, "Database", "UPDATE_IN_PROGRESS", { physicalId: "old" }),
  ];
  expect(leftAt(104, replaced, ...begun)).toBe(make + 1 - 100 + remove + 1);
  const cleaning = [
    ...begun,
    event(600, "Database", "UPDATE_COMPLETE", { physicalId: "new" }),
    itself(601, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    event(602, "Database", "DELETE_IN_PROGRESS", { physicalId: "old" }),
  ];
  expect(leftAt(702, replaced, ...cleaning)).toBe(remove + 1 - 100);
  expect(leftAt(1_002, replaced, ...cleaning, event(1_001, "Database", "DELETE_COMPLETE"))).toBe(0);
});

test("a nested stack counts by what is in it", () => {
  const outer = { Network: { type: "AWS::CloudFormation::Stack", action: "Add" } } as const;
  const inner = { Nat: { type: NAT, action: "Add" } } as const;
  const estimate = estimateOf({
    changes: [changeOf("Network", outer.Network), changeOf("Nat", inner.Nat, ["Network"])],
    templates: [pairOf(templateOf(outer)), pairOf(templateOf(inner), ["Network"])],
    history: NO_HISTORY,
    areNestedListed: true,
  });
  const inside = { stackArn: CHILD };
  const begun = [
    itself(0, "CREATE_IN_PROGRESS"),
    nested(2, "Network", "CREATE_IN_PROGRESS"),
    itself(3, "CREATE_IN_PROGRESS", inside),
    event(6, "Nat", "CREATE_IN_PROGRESS", inside),
  ];
  const end = AFTER_NESTED.typical / 1_000;
  expect(leftAt(16, estimate, ...begun)).toBe(NAT_S + 1 - 10 + end);
  const done = [...begun, event(90, "Nat", "CREATE_COMPLETE", inside)];
  expect(leftAt(91, estimate, ...done)).toBe(end);
  expect(leftAt(99, estimate, ...done, nested(98, "Network", "CREATE_COMPLETE"))).toBe(0);
});

test("alarms are watched from the last resource's end on", () => {
  const watched = estimated({ Only: { type: NAT, action: "Add" } }, NO_HISTORY, 10);
  const done = [
    itself(0, "CREATE_IN_PROGRESS"),
    event(4, "Only", "CREATE_IN_PROGRESS"),
    event(100, "Only", "CREATE_COMPLETE"),
  ];
  expect(leftAt(160, watched, ...done)).toBe(600 - 60);
  expect(leftAt(900, watched, ...done)).toBe(0);
});

test("the deletion of a stack goes down with what is deleted", () => {
  const all = estimated({ Only: { type: NAT, action: "Remove" } });
  const takes = typicalDuration(NAT, "delete").span.typical / 1_000;
  const begun = [itself(0, "DELETE_IN_PROGRESS"), event(2, "Only", "DELETE_IN_PROGRESS")];
  expect(leftAt(22, all, ...begun)).toBe(takes + 1 - 20);
  expect(leftAt(60, all, ...begun, event(59, "Only", "DELETE_COMPLETE"))).toBe(0);
});

test("nobody can tell how long a rollback takes, and nothing is left after the end", () => {
  const failed = [
    itself(0, "UPDATE_IN_PROGRESS"),
    event(4, "First", "UPDATE_FAILED"),
    itself(5, "UPDATE_ROLLBACK_IN_PROGRESS"),
  ];
  expect(leftAt(6, two, ...failed)).toBeUndefined();
  expect(leftAt(6, two, itself(0, "UPDATE_IN_PROGRESS"), itself(5, "UPDATE_COMPLETE"))).toBeUndefined();
});

test("of any events at any time it is never negative and in order", () => {
  const names = ["A", "B", "C"];
  const resources = Object.fromEntries(
    names.map((name, i): [string, Example] => [
      name,
      { type: i === 1 ? INSTANCE : NAT, action: "Add", after: names.slice(0, i) },
    ]),
  );
  const estimate = estimated(resources);
  const anyEvent = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom("CREATE_IN_PROGRESS", "CREATE_COMPLETE"), fc.nat(4_000))
    .map(([name, status, at]) => event(at, name, status));
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 8 }),
      fc.integer({ min: -100, max: 9_000 }),
      (events, now) => {
        const operation = after(itself(0, "CREATE_IN_PROGRESS"), ...events.toSorted((a, b) => a.at - b.at));
        const { low, typical, high } = remaining(estimate, operation, START + now * 1_000) ?? estimate.total;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(typical).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(typical);
      },
    ),
  );
});
