import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries } from "../../src/stack/ledger.ts";
import { ABOUT_TO_START, NOT_STARTED, type OperationEnd, type StackEvent } from "../../src/stack/model.ts";
import {
  decidedEnd,
  endedAs,
  isAtRest,
  isTerminal,
  observe,
  rootStatus,
  startOperation,
  statusAfter,
} from "../../src/stack/operation.ts";
import { CHILD, event, GRANDCHILD, itself, nested, ROOT, START, story } from "./story.ts";

const before = story(
  { token: "before", operationId: "op-0" },
  itself(-500, "UPDATE_IN_PROGRESS"),
  event(-490, "Topic", "UPDATE_IN_PROGRESS"),
  event(-480, "Topic", "UPDATE_COMPLETE"),
  itself(-470, "UPDATE_COMPLETE"),
);
const update = story(
  { token: "ours", operationId: "op-1" },
  itself(0, "UPDATE_IN_PROGRESS", { reason: "User Initiated" }),
  event(1, "Topic", "UPDATE_IN_PROGRESS"),
  event(3, "Topic", "UPDATE_COMPLETE"),
  itself(5, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
  itself(6, "UPDATE_COMPLETE"),
);
const rollback = [
  ...story(
    { token: "ours", operationId: "op-1" },
    itself(0, "UPDATE_IN_PROGRESS"),
    event(1, "Topic", "UPDATE_IN_PROGRESS"),
    event(3, "Topic", "UPDATE_FAILED", { reason: "no" }),
  ),
  // A rollback is an operation of its own.
  ...story(
    { operationId: "op-2" },
    itself(4, "UPDATE_ROLLBACK_IN_PROGRESS"),
    event(5, "Topic", "UPDATE_IN_PROGRESS"),
    event(7, "Topic", "UPDATE_COMPLETE"),
    itself(8, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"),
    itself(9, "UPDATE_ROLLBACK_COMPLETE"),
  ),
];

function observed(
  events: readonly StackEvent[],
  request: { token?: string; since?: number; isDeletion?: boolean } = { token: "ours" },
) {
  return observe(
    startOperation({ stackArn: ROOT, since: START - 1_000_000, ...request }),
    events.toReversed(),
  );
}

describe("the end", () => {
  test("is the root stack's terminal event of this operation", () => {
    expect(observed(before).end).toBeUndefined();
    expect(observed([...before, ...update.slice(0, 4)]).end).toBeUndefined();
    expect(observed([...before, ...update]).end).toEqual({
      status: "UPDATE_COMPLETE",
      succeeded: true,
      tookMs: 6000,
    });
  });

  test("comes after the clean-up, whose outcome is certain", () => {
    expect(decidedEnd(observed(update.slice(0, 4)))).toBe("succeeded");
    expect(decidedEnd(observed(rollback.slice(0, -1)))).toBe("failed");
    expect(decidedEnd(observed(update))).toBeUndefined();
  });

  test("of a rollback belongs to the operation, although it has another id", () => {
    const operation = observed([...before, ...rollback]);
    expect(operation.end).toMatchObject({ status: "UPDATE_ROLLBACK_COMPLETE", succeeded: false });
    expect([...operation.operationIds]).toEqual(["op-1", "op-2"]);
    expect(operation.rollingBack).toBe(true);
  });

  test.each([
    ["CREATE_IN_PROGRESS", "CREATE_COMPLETE", true],
    ["CREATE_IN_PROGRESS", "CREATE_FAILED", false],
    ["CREATE_IN_PROGRESS", "ROLLBACK_COMPLETE", false],
    ["CREATE_IN_PROGRESS", "ROLLBACK_FAILED", false],
    ["CREATE_IN_PROGRESS", "DELETE_COMPLETE", false],
    ["UPDATE_IN_PROGRESS", "UPDATE_FAILED", false],
    ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED", false],
    ["IMPORT_IN_PROGRESS", "IMPORT_COMPLETE", true],
    ["IMPORT_IN_PROGRESS", "IMPORT_ROLLBACK_COMPLETE", false],
    ["DELETE_IN_PROGRESS", "DELETE_COMPLETE", true],
    ["DELETE_IN_PROGRESS", "DELETE_FAILED", false],
  ])("%s … %s: succeeded %s", (first, last, succeeded) => {
    expect(observed(story({ token: "ours" }, itself(0, first), itself(9, last))).end).toMatchObject({
      status: last,
      succeeded,
    });
  });

  test("is taken back when the operation goes on", () => {
    const failed = story({ token: "ours" }, itself(0, "CREATE_IN_PROGRESS"), itself(2, "CREATE_FAILED"));
    const deleting = story({ token: "ours" }, itself(3, "DELETE_IN_PROGRESS"));
    expect(observed(failed).end).toBeDefined();
    expect(observe(observed(failed), deleting).end).toBeUndefined();
  });

  test("is not moved by somebody else's next operation", () => {
    const next = story({ token: "theirs", operationId: "op-9" }, itself(20, "UPDATE_IN_PROGRESS"));
    const operation = observed([...update, ...next]);
    expect(operation.end).toMatchObject({ status: "UPDATE_COMPLETE" });
    expect(entries(operation.events)).toHaveLength(update.length);
  });
});

describe("an end that the stack itself knows better", () => {
  test("takes its place, with its time", () => {
    const operation = endedAs(observed(update), "UPDATE_ROLLBACK_COMPLETE");
    expect(operation.end).toEqual({ status: "UPDATE_ROLLBACK_COMPLETE", succeeded: false, tookMs: 6000 });
    expect(endedAs(operation, "UPDATE_COMPLETE").end).toMatchObject({ succeeded: true, tookMs: 6000 });
    expect(entries(operation.events)).toHaveLength(update.length);
  });

  test("is none while the operation goes on, or before it began", () => {
    const running = observed(update.slice(0, 3));
    expect(endedAs(running, "UPDATE_COMPLETE")).toBe(running);
    const awaited = observed([]);
    expect(endedAs(awaited, "UPDATE_COMPLETE")).toBe(awaited);
  });
});

test.each([
  ["UPDATE_COMPLETE", true],
  ["UPDATE_ROLLBACK_FAILED", true],
  ["IMPORT_ROLLBACK_COMPLETE", true],
  ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", false],
  ["REVIEW_IN_PROGRESS", false],
  ["HOOK_COMPLETE_FAILED", false],
  ["RE_UPDATE_COMPLETE", false],
])("%s can be a stack's last status: %s", (status, terminal) => {
  expect(isTerminal(status)).toBe(terminal);
});

describe("what belongs to it", () => {
  test("nothing of the operation before, whose events carry another token", () => {
    expect(entries(observed([...before, ...update]).events)).toEqual(update);
  });

  test("without a token: the first operation since then", () => {
    const operation = observed([...before, ...update], { since: START });
    expect(entries(operation.events)).toEqual(update);
    expect(operation.end).toMatchObject({ status: "UPDATE_COMPLETE" });
  });

  test("where the service tells no tokens: the first operation since then", () => {
    const plain = [...before, ...update].map(({ token: _, operationId: __, ...one }) => one);
    expect(observed(plain, { token: "ours", since: START }).end).toMatchObject({ status: "UPDATE_COMPLETE" });
  });

  test("without a token, where the service tells none either: nothing older and nothing after its end", () => {
    const next = story({}, itself(20, "UPDATE_IN_PROGRESS"), itself(21, "UPDATE_FAILED"));
    const plain = [...before, ...update, ...next].map(({ token: _, operationId: __, ...one }) => one);
    const operation = observed(plain, { since: START });
    expect(entries(operation.events)).toHaveLength(update.length);
    expect(operation.end).toMatchObject({ status: "UPDATE_COMPLETE" });
  });

  test("where the service tells no tokens: a deletion is not the update before it, nor an update a deletion", () => {
    const deletion = [itself(20, "DELETE_IN_PROGRESS"), itself(21, "DELETE_COMPLETE")];
    const plain = [...before, ...update, ...deletion].map(
      ({ token: _, operationId: __, ...one }): StackEvent => one,
    );
    const deleting = observed(plain, { token: "ours", since: START, isDeletion: true });
    expect(entries(deleting.events).map(({ status }) => status)).toEqual([
      "DELETE_IN_PROGRESS",
      "DELETE_COMPLETE",
    ]);
    expect(deleting.end).toMatchObject({ status: "DELETE_COMPLETE", succeeded: true });
    expect(observed(deletion, { token: "ours" }).begun).toBeUndefined();
  });

  test("but never one that was started by a call without a token", () => {
    const byHand = before.map(({ token: _, ...one }) => one);
    expect(observed(byHand, { token: "ours" }).begun).toBeUndefined();
    expect(entries(observed([...byHand, ...update], { token: "ours" }).events)).toEqual(update);
  });

  test("nor one that carries another token", () => {
    expect(observed(before, { token: "ours" }).begun).toBeUndefined();
  });

  test("where the service tells no tokens, only what a stack itself starts, and no review", () => {
    const none = [
      itself(-3, "REVIEW_IN_PROGRESS"),
      event(-2, "Topic", "UPDATE_IN_PROGRESS"),
      itself(-1, "UPDATE_COMPLETE"),
    ];
    expect(observed(none).begun).toBeUndefined();
    expect(entries(observed([...none, itself(0, "CREATE_IN_PROGRESS")]).events)).toHaveLength(1);
  });

  test("nothing that the service does not mark, where it marks the rest", () => {
    const ids = update.map(({ token: _, ...one }) => one);
    expect(observed(ids).begun).toBeUndefined();
    const tokens = before.map(({ operationId: _, ...one }) => one);
    expect(observed(tokens).begun).toBeUndefined();
  });

  test("by its id what is told after the end, and nobody else's", () => {
    const late = event(2, "Late", "UPDATE_COMPLETE", { operationId: "op-1" });
    const unmarked = event(7, "Late", "UPDATE_COMPLETE");
    expect(entries(observe(observed(update), [late]).events)).toHaveLength(update.length + 1);
    expect(entries(observe(observed(update), [unmarked]).events)).toHaveLength(update.length);
  });

  test("what happens in the very moment in which it starts", () => {
    const plain = [itself(0, "UPDATE_IN_PROGRESS"), event(0, "Topic", "UPDATE_IN_PROGRESS")];
    expect(entries(observed(plain).events)).toHaveLength(2);
    const earlier = [itself(0, "UPDATE_IN_PROGRESS"), event(-1, "Topic", "UPDATE_COMPLETE")];
    expect(entries(observed(earlier).events)).toHaveLength(1);
  });

  test("a hook's event, which is neither a resource's progress nor its end", () => {
    const hook = { type: "Private::Guard::Hook", status: "HOOK_IN_PROGRESS" };
    const operation = observed([
      ...update.slice(0, 1),
      event(1, "Topic", "CREATE_COMPLETE", { token: "ours", hook }),
    ]);
    expect(entries(operation.events)).toHaveLength(2);
    expect([operation.open.size, operation.finished.size]).toEqual([0, 0]);
  });

  test("a nested stack's operation ids say nothing of the root's", () => {
    const parent = story(
      { token: "ours", operationId: "op-1" },
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(1, "Child", "UPDATE_IN_PROGRESS"),
    );
    const child = story({ stackArn: CHILD, operationId: "op-7" }, event(2, "Inner", "UPDATE_IN_PROGRESS"));
    const operation = observe(observed(parent), child);
    expect([...operation.operationIds]).toEqual(["op-1"]);
  });

  test("nothing of a stack that is none of its own, but a nested one's from the very first moment", () => {
    const parent = story(
      { token: "ours" },
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(0, "Child", "UPDATE_IN_PROGRESS"),
    );
    const inner = event(0, "Inner", "UPDATE_IN_PROGRESS", { stackArn: CHILD });
    const foreign = event(1, "Inner", "UPDATE_IN_PROGRESS", { stackArn: GRANDCHILD });
    expect(entries(observe(observed(parent), [inner, foreign]).events)).toEqual([...parent, inner]);
  });

  test("nothing of a nested stack before the operation has begun", () => {
    const child = story({ stackArn: CHILD }, event(2, "Inner", "UPDATE_IN_PROGRESS"));
    expect(entries(observed(child).events)).toEqual([]);
  });

  test("the events of nested stacks, from the operation's start on", () => {
    const parent = story(
      { token: "ours" },
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(1, "Child", "UPDATE_IN_PROGRESS"),
    );
    const child = story(
      { stackArn: CHILD },
      event(-300, "Inner", "CREATE_COMPLETE"),
      itself(2, "UPDATE_IN_PROGRESS", { stackArn: CHILD }),
      event(3, "Inner", "UPDATE_IN_PROGRESS"),
    );
    const operation = observe(observed(parent), child.toReversed());
    expect(entries(operation.events)).toEqual([...parent, ...child.slice(1)]);
    expect([...operation.open.values()].map(({ stackPath, logicalId }) => [...stackPath, logicalId])).toEqual(
      [["Child"], ["Child", "Inner"]],
    );
    expect(operation.stacks.get(CHILD)).toMatchObject({ path: ["Child"], status: "UPDATE_IN_PROGRESS" });
    expect(rootStatus(operation)).toBe("UPDATE_IN_PROGRESS");
  });
});

describe("at rest, and going on", () => {
  test.each([
    ["CREATE_IN_PROGRESS", true],
    ["UPDATE_IN_PROGRESS", true],
    ["IMPORT_IN_PROGRESS", true],
    ["DELETE_IN_PROGRESS", false],
    ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", false],
    ["UPDATE_ROLLBACK_IN_PROGRESS", false],
    ["UPDATE_FAILED", false],
    ["RE_UPDATE_IN_PROGRESS", false],
    ["UPDATE_IN_PROGRESS_OR_NOT", false],
  ])("%s: %s", (status, atRest) => {
    expect(isAtRest(observed(story({ token: "ours" }, itself(0, status))))).toBe(atRest);
  });

  test("once all that was in progress is done, until the clean-up and the end", () => {
    const steps = update.map((_, index) => isAtRest(observed(update.slice(0, index + 1))));
    expect(steps).toEqual([true, false, true, false, false]);
  });

  test("not before it has begun", () => {
    expect(isAtRest(observed([]))).toBe(false);
    expect(isAtRest(observed(before))).toBe(false);
  });

  test("not where it has turned back, also where that is told before its beginning of the same moment", () => {
    const steps = rollback.map((_, index) => isAtRest(observed(rollback.slice(0, index + 1))));
    expect(steps).toEqual([true, false, true, ...Array(5).fill(false)]);
    const reversed = [itself(0, "UPDATE_ROLLBACK_IN_PROGRESS"), itself(0, "UPDATE_IN_PROGRESS")];
    expect(isAtRest(observed(story({ token: "ours" }, ...reversed)))).toBe(false);
  });
});

test("a nested stack's end is not the operation's, and its rollback not the operation's either", () => {
  const parent = story(
    { token: "ours" },
    itself(0, "UPDATE_IN_PROGRESS"),
    nested(1, "Child", "UPDATE_IN_PROGRESS"),
  );
  const child = story(
    { stackArn: CHILD },
    itself(1, "UPDATE_ROLLBACK_IN_PROGRESS", { stackArn: CHILD }),
    itself(2, "UPDATE_ROLLBACK_COMPLETE", { stackArn: CHILD }),
  );
  const operation = observe(observed(parent), child.toReversed());
  expect(operation).toMatchObject({ rollingBack: false, end: undefined });
  expect(operation.stacks.get(CHILD)).toMatchObject({ path: ["Child"], status: "UPDATE_ROLLBACK_COMPLETE" });
});

test("a nested stack keeps its place when it is told of again", () => {
  const operation = observed(
    story(
      { token: "ours" },
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(1, "Child", "UPDATE_IN_PROGRESS"),
      nested(2, "Child", "UPDATE_COMPLETE"),
    ),
  );
  expect([...operation.stacks.keys()]).toEqual([ROOT, CHILD]);
  expect(operation.newestAt).toBe(START + 2000);
});

describe("a nested stack that has ended", () => {
  const status = (at: number, again: string, more: Partial<StackEvent> = {}) =>
    observed([
      ...story({ token: "ours" }, itself(0, "UPDATE_IN_PROGRESS"), nested(1, "Child", "UPDATE_IN_PROGRESS")),
      itself(5, "UPDATE_COMPLETE", { stackArn: CHILD }),
      nested(at, "Child", again, more),
    ]).stacks.get(CHILD);

  test("is open again once the stack around it says so: as being deleted, or in a state that is not known", () => {
    const place = { path: ["Child"], at: START + 5000 };
    expect(status(6, "DELETE_IN_PROGRESS")).toEqual({ ...place, status: "DELETE_IN_PROGRESS" });
    expect(status(6, "UPDATE_IN_PROGRESS")).toEqual({ ...place, status: undefined });
  });

  test("stays so by what was told before its end, by an end, and by a hook", () => {
    const hook = { name: "Guard::Delete", mode: "WARN", status: "HOOK_IN_PROGRESS" } as never;
    const told = [status(5, "DELETE_IN_PROGRESS"), status(6, "UPDATE_COMPLETE")];
    for (const one of [...told, status(6, "DELETE_IN_PROGRESS", { hook })])
      expect(one).toMatchObject({ status: "UPDATE_COMPLETE" });
  });

  test("is being deleted as soon as that is said, though it never told of itself", () => {
    const first = story({ token: "ours" }, itself(0, "UPDATE_IN_PROGRESS"));
    for (const before of [[], [nested(1, "Child", "UPDATE_IN_PROGRESS")]]) {
      const operation = observed([...first, ...before, nested(2, "Child", "DELETE_IN_PROGRESS")]);
      expect(operation.stacks.get(CHILD)).toEqual({ path: ["Child"], status: "DELETE_IN_PROGRESS", at: 0 });
    }
    const hook = { name: "Guard::Delete", mode: "WARN", status: "HOOK_IN_PROGRESS" } as never;
    const asked = observed([...first, nested(2, "Child", "DELETE_IN_PROGRESS", { hook })]);
    expect(asked.stacks.get(CHILD)?.status).toBeUndefined();
  });

  test("is in the state that it told itself, where it has not ended", () => {
    const events = [
      ...story({ token: "ours" }, itself(0, "UPDATE_IN_PROGRESS"), nested(1, "Child", "UPDATE_IN_PROGRESS")),
      itself(2, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", { stackArn: CHILD }),
      nested(3, "Child", "UPDATE_IN_PROGRESS"),
    ];
    expect(observed(events).stacks.get(CHILD)?.status).toBe("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  });
});

test("a stack within a nested stack has the whole way as its path", () => {
  const parent = story(
    { token: "ours" },
    itself(0, "UPDATE_IN_PROGRESS"),
    nested(1, "Child", "UPDATE_IN_PROGRESS"),
  );
  const child = nested(2, "Grand", "UPDATE_IN_PROGRESS", { stackArn: CHILD, physicalId: GRANDCHILD });
  const operation = observe(observed(parent), [child]);
  expect(operation.stacks.get(GRANDCHILD)?.path).toEqual(["Child", "Grand"]);
});

describe("a deletion", () => {
  const ending = (first: string) =>
    observed(
      story(
        { token: "ours" },
        itself(0, first),
        itself(1, "DELETE_IN_PROGRESS"),
        itself(2, "DELETE_COMPLETE"),
      ),
    );

  test("that was asked for is a way forward", () => {
    const asked = observed(
      story({ token: "ours" }, itself(1, "DELETE_IN_PROGRESS"), itself(2, "DELETE_COMPLETE")),
    );
    expect(asked).toMatchObject({ rollingBack: false, end: { succeeded: true } });
  });

  test("of what could not be created is the way back", () => {
    expect(ending("CREATE_IN_PROGRESS")).toMatchObject({ rollingBack: true, end: { succeeded: false } });
  });
});

describe("progress", () => {
  test("of one moment is told as it came", () => {
    const both = [itself(0, "UPDATE_IN_PROGRESS"), itself(0, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")];
    expect(rootStatus(observed(both))).toBe("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  });

  test("counts each resource once, and only on the way forward", () => {
    expect(observed(update).finished.size).toBe(1);
    const operation = observed(rollback);
    expect(operation.finished.size).toBe(1);
    expect(operation.open.size).toBe(0);
  });

  test("what is in progress is told with its start", () => {
    const operation = observed(update.slice(0, 2));
    expect([...operation.open.values()]).toEqual([
      expect.objectContaining({ logicalId: "Topic", status: "UPDATE_IN_PROGRESS", startedAt: START + 1000 }),
    ]);
  });
});

test("however the events are cut into answers, repeated and overlapping, the operation is the same", () => {
  const all = [...before, ...rollback];
  const whole = observed(all);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(all.length), fc.nat(6)), { maxLength: 30 }), (windows) => {
      let operation = startOperation({ stackArn: ROOT, token: "ours", since: START - 1_000_000 });
      let seen = 0;
      for (const [end, overlap] of windows) {
        const upTo = Math.max(seen, end);
        operation = observe(operation, all.slice(Math.max(0, seen - overlap), upTo).toReversed());
        seen = upTo;
      }
      operation = observe(operation, all.slice(seen).toReversed());
      expect(entries(operation.events)).toEqual(entries(whole.events));
      expect(operation.end).toEqual(whole.end);
      expect(operation.finished.size).toEqual(whole.finished.size);
    }),
  );
});

test("an event that is listed late is not lost, and changes no end", () => {
  for (const [index, late] of update.entries()) {
    if (index === 0) continue;
    const operation = observe(observed(update.filter((one) => one !== late)), [late]);
    expect(entries(operation.events)).toHaveLength(update.length);
    expect(operation.end).toMatchObject({ status: "UPDATE_COMPLETE" });
  }
});

test.each<[string, OperationEnd, string]>([
  ["CloudFormation's", { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 1 }, "UPDATE_COMPLETE"],
  [
    "CloudFormation's, of what goes on",
    { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs: 1 },
    "UPDATE_IN_PROGRESS",
  ],
  [
    "the one before, where nothing was begun",
    { kind: "cancelled", status: NOT_STARTED, tookMs: 1 },
    "BEFORE",
  ],
  [
    "unknown, where nothing was seen of what was begun",
    { kind: "timed-out", status: ABOUT_TO_START, tookMs: 1 },
    "unknown",
  ],
  ["unknown, out of sight", { kind: "lost-sight", reason: "reset", tookMs: 1 }, "unknown"],
])("the stack's status is %s", (_, end, status) => {
  expect(statusAfter(end, "BEFORE")).toBe(status);
});

test("the stack's status is not told where nothing was begun and it was not known before", () => {
  expect(statusAfter({ kind: "cancelled", status: NOT_STARTED, tookMs: 1 }, undefined)).toBeUndefined();
});
