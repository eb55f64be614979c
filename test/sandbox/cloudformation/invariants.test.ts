import fc from "fast-check";
import { expect, test } from "vitest";
import { type Aws, createAws } from "../aws/aws.ts";
import { type VirtualClock, virtualClock } from "../aws/clock.ts";
import { AwsError } from "../aws/errors.ts";
import type { Params } from "../aws/query.ts";
import { templateOf, topic } from "./fixture.ts";
import type { Stack } from "./model.ts";

/** Anything that people and processes do to a stack, in any order and at any time. */
type Deed =
  | { readonly do: "deploy"; readonly template: string; readonly keep: boolean }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "call"; readonly operation: string }
  | {
      readonly do: "break";
      readonly resource: string;
      readonly on: "create" | "update" | "delete" | "rollback";
    }
  | { readonly do: "mend" };

const CHILD = "https://b.s3.amazonaws.com/child";

const resources = fc
  .record({
    A: fc.constantFrom("a1", "a2", undefined),
    B: fc.constantFrom("b1", "b2", undefined),
    chained: fc.boolean(),
    child: fc.boolean(),
    display: fc.constantFrom("x", "y"),
  })
  .map(({ A, B, chained, child, display }) =>
    templateOf({
      Always: topic({ DisplayName: display }),
      ...(A ? { A: topic({ TopicName: A, DisplayName: { Ref: "Always" } }) } : {}),
      ...(B ? { B: topic({ TopicName: B, ...(chained && A ? { DisplayName: { Ref: "A" } } : {}) }) } : {}),
      ...(child ? { Child: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: CHILD } } } : {}),
    }),
  );

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("deploy" as const), template: resources, keep: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 700, 5_000, 90_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      operation: fc.constantFrom(
        "DeleteStack",
        "CancelUpdateStack",
        "ContinueUpdateRollback",
        "RollbackStack",
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("break" as const),
      resource: fc.constantFrom("Always", "A", "B", "Inner", "Child"),
      on: fc.constantFrom("create" as const, "update" as const, "delete" as const, "rollback" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("mend" as const) }) },
);

test("whatever is done in whatever order, every operation ends, and the books are right", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const clock = virtualClock();
      const aws = createAws({ clock });
      aws.objects.put("b", "child", templateOf({ Inner: topic() }));
      for (const [index, each] of deeds.entries()) perform(aws, clock, each, index);
      clock.advance(10_000_000);
      const { StackSummaries } = aws.call("cloudformation", "ListStacks", {});
      const all = StackSummaries as readonly { readonly StackId: string }[];
      for (const { StackId } of all) checkBooks(aws.cloudFormation.stack(StackId));
      expect(aws.cloudFormation.nextAt()).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

function perform(aws: Aws, clock: VirtualClock, deed: Deed, index: number): void {
  switch (deed.do) {
    case "deploy":
      deploy(aws, clock, deed, `s${index}`);
      return;
    case "wait":
      clock.advance(deed.ms);
      return;
    case "call":
      attempt(aws, deed.operation, { StackName: "app" });
      return;
    case "break": {
      const { resource, on } = deed;
      const scenario = on === "rollback" ? "rollback-fails" : "resource-fails";
      aws.faults.add({ scenario, resource, ...(on === "rollback" ? {} : { on }) });
      return;
    }
    case "mend":
      aws.faults.clear();
      return;
  }
}

function deploy(aws: Aws, clock: VirtualClock, deed: Deed & { do: "deploy" }, name: string): void {
  const isNew = ["REVIEW_IN_PROGRESS", undefined].includes(aws.cloudFormation.stack("app")?.status);
  const set = attempt(aws, "CreateChangeSet", {
    StackName: "app",
    ChangeSetName: name,
    ChangeSetType: isNew ? "CREATE" : "UPDATE",
    TemplateBody: deed.template,
    IncludeNestedStacks: "true",
  });
  if (!set) return;
  clock.advance(4_000);
  attempt(aws, "ExecuteChangeSet", { ChangeSetName: String(set.Id), DisableRollback: String(deed.keep) });
}

/** A call that may be refused, but only ever as AWS refuses. */
function attempt(aws: Aws, operation: string, params: Params) {
  try {
    return aws.call("cloudformation", operation, params);
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

function checkBooks(stack: Stack | undefined): void {
  if (!stack) throw new Error("a stack that was there is gone without a trace");
  if (stack.status !== "REVIEW_IN_PROGRESS") expect(stack.status).not.toMatch(/_IN_PROGRESS$/);
  const times = stack.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(stack.events.map(({ id }) => id)).size).toBe(stack.events.length);
  const open = [...stack.statuses.values()].filter(({ status }) => status.endsWith("_IN_PROGRESS"));
  expect(stack.status === "REVIEW_IN_PROGRESS" ? [] : open).toEqual([]);
  if (/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.status)) checkDeployed(stack);
  if (/^(DELETE|ROLLBACK)_COMPLETE$/.test(stack.status)) expect([...stack.resources.keys()]).toEqual([]);
}

/** A stack at rest holds exactly what its template has, each as the last event of it says. */
function checkDeployed(stack: Stack): void {
  const template = JSON.parse(stack.definition?.body ?? "{}") as { Resources: object };
  expect([...stack.resources.keys()].sort()).toEqual(Object.keys(template.Resources).sort());
  for (const { logicalId, physicalId } of stack.resources.values()) {
    const last = stack.events.findLast(
      (event) => event.logicalId === logicalId && event.physicalId === physicalId,
    );
    expect(last?.status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
  }
}
