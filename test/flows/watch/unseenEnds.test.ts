import { describe, expect, test } from "vitest";
import { type WatchRequest, watchOperation } from "../../../src/flows/watch/watch.ts";
import type { StackEvent } from "../../../src/stack/model.ts";
import type { Trouble } from "../../../src/stack/serviceError.ts";
import { CHILD, event, itself, nested, ROOT, START, story } from "../../stack/story.ts";
import { type Script, scripted } from "./stackService.ts";

const OURS = { token: "ours", operationId: "op-1" };
const WHY = "Cannot find upgrade target from 15.4 with requested version 13.9.";
const begun = [itself(2, "UPDATE_IN_PROGRESS"), event(3, "Database", "UPDATE_IN_PROGRESS")];
const failing = [...begun, event(8, "Database", "UPDATE_FAILED", { reason: WHY })];
const back = [
  ...failing,
  itself(9, "UPDATE_ROLLBACK_IN_PROGRESS", {
    reason: "The following resource(s) failed to update: [Database].",
  }),
  event(10, "Database", "UPDATE_IN_PROGRESS"),
];
const cleaning = [
  ...back,
  event(20, "Database", "UPDATE_COMPLETE"),
  itself(21, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"),
];
const cause = { logicalId: "Database", status: "UPDATE_FAILED", reason: WHY };

type Service = ReturnType<typeof scripted>;

/** What ends a watch a minute after its operation began. */
type Way = readonly [kind: string, how: (stop: AbortController, service: Service) => object];

const late: Way = ["timed-out", () => ({ deadline: START + 60_000 })];
const cancelled: Way = [
  "cancelled",
  (stop, { at }) => {
    at(60_000, () => stop.abort());
    return { cancel: stop.signal };
  },
];
const blind: Way = ["lost-sight", () => ({})];

async function watch([kind, how]: Way, events: readonly StackEvent[], more: Partial<WatchRequest> = {}) {
  const ends: Script["trouble"] = (ms) => (kind === "lost-sight" && ms > 50_000 ? "credentials" : undefined);
  const service = scripted({ events: story(OURS, ...events), trouble: ends });
  const request: WatchRequest = {
    ...{ stackArn: ROOT, stackName: "app", token: "ours", since: START - 3_600_000, total: 1 },
    ...{ deadline: START + 3_600_000, cancel: new AbortController().signal, ...more },
    ...how(new AbortController(), service),
  };
  return (await watchOperation(request, service.ports)).end;
}

test.each(["timed-out", "cancelled", "lost-sight"] as const)(
  "an operation that has begun has taken some time, if it is %s at once",
  async (kind) => {
    const trouble: Script["trouble"] = () => (kind === "lost-sight" ? "credentials" : undefined);
    const service = scripted({ events: story(OURS, ...begun), trouble });
    const deadline = kind === "timed-out" ? START : START + 3_600_000;
    const cancel = kind === "cancelled" ? AbortSignal.abort() : new AbortController().signal;
    const request: WatchRequest = {
      ...{ stackArn: ROOT, stackName: "app", token: "ours", since: START, total: 1, deadline, cancel },
    };
    const { end } = await watchOperation(request, service.ports);
    expect(end.kind).toBe(kind);
    // No time is what one has taken whose call was never answered.
    expect(end.tookMs).toBeGreaterThan(0);
  },
);

describe.each([late, cancelled, blind])("%s", (...way) => {
  const [kind] = way;
  /** What it says of the failure; `undefined` where it says that there is none. */
  const told = async (events: readonly StackEvent[], more?: Partial<WatchRequest>) => {
    const seen = await watch(way, events, more);
    expect(seen).toMatchObject({ kind });
    return seen.kind === "succeeded" || seen.kind === "failed" ? seen : seen.failing;
  };

  test("while it is rolled back: the cause", async () => {
    const status = "UPDATE_ROLLBACK_IN_PROGRESS";
    expect(await told(back)).toMatchObject({ status, isRollingBack: true, cause });
  });

  test("while a failed creation is deleted again (on-failure: delete): the cause", async () => {
    const creation = [
      itself(2, "CREATE_IN_PROGRESS"),
      event(3, "Database", "CREATE_IN_PROGRESS"),
      event(8, "Database", "CREATE_FAILED", { reason: "Too large" }),
      itself(9, "DELETE_IN_PROGRESS"),
    ];
    const known = { status: "DELETE_IN_PROGRESS", isRollingBack: true, cause: { reason: "Too large" } };
    expect(await told(creation)).toMatchObject(known);
  });

  test("when a resource has failed, and the stack has not turned back: the cause", async () => {
    const known = { status: "UPDATE_IN_PROGRESS", isRollingBack: false, cause };
    expect(await told(failing)).toMatchObject(known);
  });

  test("of a failure in a nested stack: the resource in it", async () => {
    const inner = [
      itself(2, "UPDATE_IN_PROGRESS"),
      nested(3, "Child", "UPDATE_IN_PROGRESS"),
      itself(3, "UPDATE_IN_PROGRESS", { stackArn: CHILD }),
      event(4, "Database", "UPDATE_FAILED", { stackArn: CHILD, reason: WHY }),
      nested(6, "Child", "UPDATE_FAILED", { reason: "Embedded stack was not successfully updated." }),
      itself(7, "UPDATE_ROLLBACK_IN_PROGRESS"),
    ];
    expect(await told(inner)).toMatchObject({ cause: { ...cause, stackPath: ["Child"] } });
  });

  test("when somebody called it off: that, and no cause", async () => {
    const off = [...begun, itself(9, "UPDATE_ROLLBACK_IN_PROGRESS", { reason: "User Initiated" })];
    expect(await told(off)).toEqual({
      ...{ status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true },
      ...{ cause: undefined, isCalledOff: true },
    });
  });

  test("when nothing has failed, or only been cancelled: no failure", async () => {
    expect(await told(begun)).toBeUndefined();
    const reason = "Resource update cancelled";
    expect(await told([...begun, event(8, "Database", "UPDATE_FAILED", { reason })])).toBeUndefined();
  });

  const deleting = [itself(2, "DELETE_IN_PROGRESS"), event(3, "Bucket", "DELETE_IN_PROGRESS")];
  const stuck = event(8, "Bucket", "DELETE_FAILED", { reason: "The bucket is not empty" });

  test("of a deletion: what it cannot delete", async () => {
    const inside = [
      ...deleting,
      nested(4, "Child", "DELETE_IN_PROGRESS"),
      nested(5, "Child", "DELETE_FAILED", { reason: "[Bucket] failed to delete" }),
      stuck,
    ];
    expect(await told(inside, { isDeletion: true })).toMatchObject({
      ...{ status: "DELETE_IN_PROGRESS", isRollingBack: false },
      cause: { logicalId: "Bucket", reason: "The bucket is not empty" },
    });
  });

  test.each(["DELETE_IN_PROGRESS", "DELETE_COMPLETE"])(
    "of a deletion: nothing that failed once and is %s now",
    async (status) => {
      expect(
        await told([...deleting, stuck, event(9, "Bucket", status)], { isDeletion: true }),
      ).toBeUndefined();
    },
  );
});

describe("an outcome that is certain, while CloudFormation still cleans up", () => {
  const done = [
    ...begun,
    event(8, "Database", "UPDATE_COMPLETE"),
    itself(10, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    event(12, "Old", "DELETE_FAILED", { reason: "in use" }),
  ];

  test.for([late, blind])("a failure, %s: told as one, with its cause", async (way, { expect }) => {
    const end = await watch(way, cleaning);
    const status = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";
    expect(end).toMatchObject({ kind: "failed", status, cause });
  });

  test("a cancelled job stays one, and knows of the failure", async () => {
    expect(await watch(cancelled, cleaning)).toMatchObject({ kind: "cancelled", failing: { cause } });
  });

  test("a success is no failure for what cannot be deleted then", async () => {
    const end = await watch(cancelled, done);
    expect(end).toMatchObject({ kind: "cancelled", status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" });
    expect(end).not.toHaveProperty("failing");
  });

  test.each([
    ["the stack can be read", (_: number, call: string) => call === "events", { outputs: [{}] }, undefined],
    [
      "nothing can be read",
      () => true,
      undefined,
      { reason: "Cannot ask: denied.", hint: "Allow what is asked." },
    ],
  ] as const)("a success, of which no event is told any more and %s", async (_, isMet, stack, unread) => {
    const trouble = (ms: number, call: string): Trouble | undefined =>
      ms > 20_000 && isMet(ms, call) ? "denied" : undefined;
    const service = scripted({ events: story(OURS, ...done), trouble, hint: "Allow what is asked." });
    const request = { stackArn: ROOT, stackName: "app", token: "ours", since: START - 3_600_000, total: 1 };
    const until = { deadline: START + 3_600_000, cancel: new AbortController().signal };
    const watched = await watchOperation({ ...request, ...until }, service.ports);
    expect(watched.end).toMatchObject({
      ...{ kind: "succeeded", status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" },
    });
    expect(service.ms()).toBeLessThan(30_000);
    if (stack === undefined) expect(watched.stack).toBeUndefined();
    else expect(watched.stack).toMatchObject(stack);
    expect(watched.unread).toEqual(unread);
  });
});

describe("a success after which the stack cannot be read says why", () => {
  const done = story(OURS, ...begun, event(8, "Database", "UPDATE_COMPLETE"), itself(10, "UPDATE_COMPLETE"));

  async function read(script: Omit<Script, "events">, describe?: Service["ports"]["stacks"]["describe"]) {
    const { ports, lines } = scripted({ events: done, ...script });
    const request = { stackArn: ROOT, stackName: "app", token: "ours", since: START - 3_600_000, total: 1 };
    const until = { deadline: START + 3_600_000, cancel: new AbortController().signal };
    const stacks = describe === undefined ? ports.stacks : { ...ports.stacks, describe };
    const watched = await watchOperation({ ...request, ...until }, { ...ports, stacks });
    expect(watched).toMatchObject({
      end: { kind: "succeeded", status: "UPDATE_COMPLETE" },
      stack: undefined,
    });
    return { unread: watched.unread, last: lines.at(-1) };
  }

  test.each(["denied", "credentials", "unavailable"] as const)(
    "%s: AWS's error and its hint",
    async (what) => {
      const hint = "Set role-duration-seconds.";
      const { unread, last } = await read({
        trouble: (_, call) => (call === "describe" ? what : undefined),
        hint,
      });
      expect(unread).toEqual({ reason: `Cannot ask: ${what}.`, hint });
      expect(last).toContain(`Cannot ask: ${what}.`);
    },
  );

  test("another operation that begins at once: the state that it is told in", async () => {
    const { ports } = scripted({ events: done });
    const stack = await ports.stacks.describe();
    const next = async () => stack && { ...stack, status: "UPDATE_IN_PROGRESS", updatedAt: START + 11_000 };
    expect((await read({}, next)).unread).toEqual({ reason: "it is told as UPDATE_IN_PROGRESS." });
  });

  test("somebody who deletes it at once: that it is gone", async () => {
    expect((await read({}, async () => undefined)).unread).toEqual({ reason: "it is gone." });
  });
});

test("what somebody called off and whose rollback fails has the rollback's failure as its cause, not the stack's own words", async () => {
  const why = "Access denied to sqs:SetQueueAttributes";
  const events = [
    ...begun,
    itself(9, "UPDATE_ROLLBACK_IN_PROGRESS", { reason: "User Initiated" }),
    event(10, "Database", "UPDATE_IN_PROGRESS"),
    event(11, "Database", "UPDATE_FAILED", { reason: why }),
    itself(12, "UPDATE_ROLLBACK_FAILED", {
      reason: "The following resource(s) failed to update: [Database].",
    }),
  ];
  const end = await watch(late, events, {});
  expect(end).toMatchObject({
    kind: "failed",
    isCalledOff: true,
    cause: { logicalId: "Database", reason: why },
  });
});
