import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StandingResource } from "../../src/changes/destroy/standing.ts";
import { estimateOfDeletion } from "../../src/estimate/deletion.ts";
import { estimateOf } from "../../src/estimate/estimate.ts";
import { NO_HISTORY } from "../../src/estimate/history.ts";
import { AFTER, BEFORE } from "../../src/estimate/published.data.ts";
import type { Span } from "../../src/estimate/span.ts";
import type { Verb } from "../../src/estimate/task.ts";
import { typicalDuration } from "../../src/estimate/typical.ts";
import type { Stack } from "../../src/stack/model.ts";
import { changeOf, type Example, estimated, pairOf, templateOf } from "./examples.ts";

const NAT = "AWS::EC2::NatGateway";
const CLUSTER = "AWS::RDS::DBCluster";
const INSTANCE = "AWS::RDS::DBInstance";
const TOPIC = "AWS::SNS::Topic";
const STACK = "AWS::CloudFormation::Stack";

/** Seconds that resources take, without what the stack itself does and without the second before each. */
function work({ typical }: Span, hops: number): number {
  return (typical - BEFORE.typical - AFTER.typical) / 1_000 - hops;
}

function seconds(type: string, verb: Verb): number {
  return typicalDuration(type, verb).span.typical / 1_000;
}

describe("an estimate", () => {
  test("goes along the longest chain, not along the sum", () => {
    const { total } = estimated({
      Cluster: { type: CLUSTER, action: "Add" },
      Writer: { type: INSTANCE, action: "Add", after: ["Cluster"] },
      Reader: { type: INSTANCE, action: "Add", after: ["Cluster"] },
      Nat: { type: NAT, action: "Add" },
    });
    expect(work(total, 2)).toBe(seconds(CLUSTER, "create") + seconds(INSTANCE, "create"));
  });

  test("waits for what hangs on a change through a resource that stays as it is", () => {
    const resources = {
      First: { type: NAT, action: "Add" },
      Between: { type: TOPIC, after: ["First"] },
      Last: { type: NAT, action: "Add", after: ["Between"] },
    } as const;
    expect(work(estimated(resources).total, 2)).toBe(2 * seconds(NAT, "create"));
  });

  test("makes the new one of a replaced resource, and deletes the old one at the end", () => {
    const replaced = { action: "Modify", more: { replacement: "True" } } as const;
    const { total, tasks } = estimated({ Database: { type: INSTANCE, ...replaced } });
    expect(work(total, 2)).toBe(seconds(INSTANCE, "create") + seconds(INSTANCE, "delete"));
    expect(tasks.map(({ verb }) => verb)).toEqual(["create", "delete"]);
    const kept = { ...replaced.more, policyAction: "ReplaceAndRetain" } as const;
    expect(estimated({ Database: { type: INSTANCE, action: "Modify", more: kept } }).tasks).toHaveLength(1);
  });

  test("deletes in the other order, after everything else", () => {
    const { total } = estimated({
      Cluster: { type: CLUSTER, action: "Remove" },
      Writer: { type: INSTANCE, action: "Remove", after: ["Cluster"] },
      New: { type: NAT, action: "Add" },
    });
    const deletions = seconds(INSTANCE, "delete") + seconds(CLUSTER, "delete");
    expect(work(total, 3)).toBe(seconds(NAT, "create") + deletions);
  });

  test("counts what may be replaced as an update that may take as long as a creation", () => {
    const maybe = { type: INSTANCE, action: "Modify", more: { replacement: "Conditional" } } as const;
    const sure = { type: INSTANCE, action: "Modify", more: { replacement: "False" } } as const;
    const [perhaps, not] = [estimated({ It: maybe }).total, estimated({ It: sure }).total];
    expect(perhaps.typical - not.typical).toBe(1_000); // the begin of a deletion that mostly is none
    expect(perhaps.high - not.high).toBeGreaterThan(seconds(INSTANCE, "create") * 1_000);
  });

  test("takes no time for what CloudFormation keeps for itself", () => {
    const policy = { type: INSTANCE, action: "Modify", more: { scope: ["DeletionPolicy"] } } as const;
    expect(work(estimated({ It: policy }).total, 1)).toBe(0);
  });

  test("goes into nested stacks, which are begun and end as one of the stack's resources", () => {
    const inner = {
      Nat: { type: NAT, action: "Add" },
      Topic: { type: TOPIC, action: "Add", after: ["Nat"] },
    } as const;
    const outer: Record<string, Example> = {
      Network: { type: STACK, action: "Add" },
      App: { type: NAT, action: "Add", after: ["Network"] },
    };
    const { total } = estimateOf({
      changes: [
        ...Object.entries(outer).map(([name, it]) => changeOf(name, it)),
        ...Object.entries(inner).map(([name, it]) => changeOf(name, it, ["Network"])),
      ],
      templates: [pairOf(templateOf(outer)), pairOf(templateOf(inner), ["Network"])],
      history: NO_HISTORY,
      areNestedListed: true,
    });
    const inside = seconds(NAT, "create") + seconds(TOPIC, "create");
    expect(work(total, 4)).toBe(inside + 4 + 8 + seconds(NAT, "create"));
  });

  test("takes a nested stack in which nothing changes for quick, where what changes in it would be listed", () => {
    const changes = [changeOf("Network", { type: STACK, action: "Modify" })];
    const known = { changes, templates: [], history: NO_HISTORY };
    const of = (areNestedListed: boolean) => work(estimateOf({ ...known, areNestedListed }).total, 1);
    expect([of(true), of(false)]).toEqual([3, seconds(STACK, "update")]);
  });

  test("adds the minutes for which alarms are watched", () => {
    const resources = { Topic: { type: TOPIC, action: "Add" } } as const;
    const [without, with5] = [estimated(resources).total, estimated(resources, NO_HISTORY, 5).total];
    expect(with5.typical - without.typical).toBe(300_000);
  });

  test("ends where resources wait for each other in a circle that no branch is taken of", () => {
    const { total } = estimated({
      A: { type: NAT, action: "Add", after: ["B"] },
      B: { type: NAT, action: "Add", after: ["A"] },
    });
    expect(work(total, 2)).toBe(2 * seconds(NAT, "create"));
  });

  test("follows chains of thousands", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i): [string, Example] => [
        `R${i}`,
        { type: TOPIC, action: "Add", after: i === 0 ? [] : [`R${i - 1}`] },
      ]).toReversed(),
    );
    expect(work(estimated(chain).total, 5_000)).toBe(5_000 * seconds(TOPIC, "create"));
  });
});

describe("the deletion of a stack", () => {
  const standing = (logicalId: string, type: string, more: Partial<StandingResource> = {}) => ({
    ...{
      stackPath: [],
      stackName: "app",
      logicalId,
      type,
      properties: {},
      policy: "Delete" as const,
      isGone: false,
    },
    ...more,
  });
  const template = templateOf({
    Cluster: { type: CLUSTER },
    Writer: { type: INSTANCE, after: ["Cluster"] },
    Nat: { type: NAT },
  });
  const stack = { stackPath: [], stack: {} as Stack, template, resources: [] };

  test("goes the other way round; what stays and what is gone takes no time", () => {
    const [cluster, writer] = [standing("Cluster", CLUSTER), standing("Writer", INSTANCE)];
    const nat = standing("Nat", NAT);
    const both = estimateOfDeletion([stack], [cluster, writer, nat]).total;
    expect(work(both, 2)).toBe(seconds(INSTANCE, "delete") + seconds(CLUSTER, "delete"));
    const gone = estimateOfDeletion([stack], [cluster, { ...writer, isGone: true }, nat]).total;
    expect(work(gone, 1)).toBe(seconds(CLUSTER, "delete"));
    const kept = estimateOfDeletion([stack], [{ ...cluster, policy: "Retain" }, nat]).total;
    expect(work(kept, 1)).toBe(seconds(NAT, "delete"));
  });
});

describe("of any changes", () => {
  const TYPES = [NAT, CLUSTER, INSTANCE, TOPIC, "Custom::Thing", "AWS::New::Thing", STACK, "AWS::SQS::Queue"];
  const anyExample = fc.record({
    type: fc.constantFrom(...TYPES),
    action: fc.constantFrom("Add" as const, "Modify" as const, "Remove" as const, "Import" as const),
    replacement: fc.constantFrom("True" as const, "False" as const, "Conditional" as const),
    after: fc.array(fc.nat(12), { maxLength: 3 }),
  });
  const anyStack = fc
    .array(anyExample, { minLength: 1, maxLength: 12 })
    .map((all) =>
      Object.fromEntries(
        all.map(({ type, action, replacement, after }, i): [string, Example] => [
          `R${i}`,
          { type, action, more: { replacement }, after: after.filter((j) => j < i).map((j) => `R${j}`) },
        ]),
      ),
    );

  test("the range contains the middle, and nothing is negative", () => {
    fc.assert(
      fc.property(anyStack, (stack) => {
        const { total, tasks } = estimated(stack);
        for (const { low, typical, high } of [total, ...tasks.map(({ span }) => span)]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(typical).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(typical);
        }
      }),
    );
  });

  test("more resources never make it shorter", () => {
    fc.assert(
      fc.property(anyStack, anyExample, ({ ...stack }, one) => {
        const before = estimated(stack).total;
        const { type, action, replacement } = one;
        const after = one.after.map((j) => `R${j}`).filter((name) => name in stack);
        const { total } = estimated({ ...stack, One: { type, action, more: { replacement }, after } });
        expect(total.low).toBeGreaterThanOrEqual(before.low);
        expect(total.typical).toBeGreaterThanOrEqual(before.typical);
        expect(total.high).toBeGreaterThanOrEqual(before.high);
      }),
    );
  });
});
