import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Progress, type WatchRequest, watchOperation } from "../../../src/flows/watch/watch.ts";
import type { Stack, StackEvent } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { CHILD, event, itself, nested, ROOT, START, story } from "../../stack/story.ts";
import { type Script, scripted } from "./stackService.ts";

const before = story({ token: "before" }, itself(-60, "UPDATE_IN_PROGRESS"), itself(-50, "UPDATE_COMPLETE"));
const update = [
  ...before,
  ...story(
    { token: "ours", operationId: "op-1" },
    itself(2, "UPDATE_IN_PROGRESS"),
    event(3, "Topic", "UPDATE_IN_PROGRESS"),
    event(8, "Topic", "UPDATE_COMPLETE"),
    itself(10, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    itself(11, "UPDATE_COMPLETE"),
  ),
];
const rolledBack = [
  ...before,
  ...story(
    { token: "ours", operationId: "op-1" },
    itself(2, "UPDATE_IN_PROGRESS"),
    event(3, "Topic", "UPDATE_IN_PROGRESS"),
    event(8, "Topic", "UPDATE_FAILED", { reason: "Rate exceeded" }),
    itself(9, "UPDATE_ROLLBACK_IN_PROGRESS"),
    event(10, "Topic", "UPDATE_IN_PROGRESS"),
    event(12, "Topic", "UPDATE_COMPLETE"),
    itself(14, "UPDATE_ROLLBACK_COMPLETE"),
  ),
];

function watch(script: Script, more: Partial<WatchRequest> = {}) {
  const service = scripted(script);
  const request: WatchRequest = {
    stackArn: ROOT,
    stackName: "app",
    token: "ours",
    since: START - 3_600_000,
    deadline: START + 3_600_000,
    total: 1,
    cancel: new AbortController().signal,
    ...more,
  };
  return { ...service, watched: watchOperation(request, service.ports) };
}

describe("the end", () => {
  test("is the operation's own, and the stack is read after it", async () => {
    const { watched, ms } = watch({ events: update });
    expect(await watched).toMatchObject({
      end: { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 9000 },
      stack: { status: "UPDATE_COMPLETE" },
    });
    expect(ms()).toBeLessThan(13_000);
  });

  test.each([
    ["UPDATE_COMPLETE", update.slice(0, -2)],
    ["UPDATE_ROLLBACK_COMPLETE", rolledBack.slice(0, -1)],
  ])("%s names what the clean-up could not delete", async (status, events) => {
    const cleanup = story(
      { token: "ours", operationId: "op-1" },
      itself(14, `${status}_CLEANUP_IN_PROGRESS`),
      event(15, "Bucket", "DELETE_FAILED", { reason: "not empty" }),
    );
    const end = itself(16, status, { token: "ours" });
    const { end: seen } = await watch({ events: [...events, ...cleanup, end] }).watched;
    expect(seen).toMatchObject({ status, leftBehind: [{ logicalId: "Bucket", reason: "not empty" }] });
    expect(seen).not.toHaveProperty("rollbackCause");
    // AWS tries again: until it has ended nothing is left.
    const early = watch({ events: [...events, ...cleanup] }, { deadline: START + 60_000 });
    expect((await early.watched).end).not.toHaveProperty("leftBehind");
  });

  describe("of a nested stack that had ended before in the same operation", () => {
    const own = (seconds: number, status: string) => itself(seconds, status, { stackArn: CHILD });
    const inner = (seconds: number, status: string) => event(seconds, "Inner", status, { stackArn: CHILD });
    const retried = [
      itself(0, "UPDATE_IN_PROGRESS", { token: "ours" }),
      itself(2, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
      nested(3, "Child", "DELETE_IN_PROGRESS"),
      ...[own(3.1, "DELETE_IN_PROGRESS"), inner(4, "DELETE_IN_PROGRESS"), inner(60, "DELETE_FAILED")],
      ...[own(60.1, "DELETE_FAILED"), nested(60.2, "Child", "DELETE_FAILED")],
      nested(70, "Child", "DELETE_IN_PROGRESS"),
      ...[own(70.1, "DELETE_IN_PROGRESS"), inner(70.2, "DELETE_IN_PROGRESS"), inner(120, "DELETE_COMPLETE")],
      ...[own(120.1, "DELETE_COMPLETE"), nested(120.2, "Child", "DELETE_COMPLETE")],
      itself(121, "UPDATE_COMPLETE"),
    ];
    const takenBack = [
      itself(0, "CREATE_IN_PROGRESS", { token: "ours" }),
      ...[nested(3, "Child", "CREATE_IN_PROGRESS"), own(3.1, "CREATE_IN_PROGRESS")],
      ...[inner(4, "CREATE_IN_PROGRESS"), inner(60, "CREATE_COMPLETE"), own(60.1, "CREATE_COMPLETE")],
      nested(60.2, "Child", "CREATE_COMPLETE"),
      event(70, "Queue", "CREATE_FAILED", { reason: "No" }),
      itself(70.1, "ROLLBACK_IN_PROGRESS"),
      ...[nested(71, "Child", "DELETE_IN_PROGRESS"), own(71.1, "DELETE_IN_PROGRESS")],
      ...[
        inner(72, "DELETE_SKIPPED"),
        own(72.1, "DELETE_COMPLETE"),
        nested(72.2, "Child", "DELETE_COMPLETE"),
      ],
      itself(73, "ROLLBACK_COMPLETE"),
    ];

    // What is listed late is waited for: a deletion always tells of itself.
    test.each([0, 4000])("what a later try deletes is not left behind, listed %i ms late", async (late) => {
      const listedLate = (one: StackEvent) => (one.stackArn === CHILD && one.at > START + 71_000 ? late : 0);
      const { end, events } = await watch({ events: retried, listedLate }).watched;
      expect(end).toMatchObject({ kind: "succeeded", status: "UPDATE_COMPLETE" });
      expect(end).not.toHaveProperty("leftBehind");
      expect(events).toHaveLength(retried.length);
    });

    test.each([0, 4000])("what the way back retains in it is told, listed %i ms late", async (late) => {
      const listedLate = (one: StackEvent) => (one.stackArn === CHILD && one.at > START + 71_000 ? late : 0);
      const { end, events } = await watch({ events: takenBack, listedLate }).watched;
      const kept = { stackPath: ["Child"], logicalId: "Inner", status: "DELETE_SKIPPED" };
      expect(end).toMatchObject({ kind: "failed", status: "ROLLBACK_COMPLETE", retained: [kept] });
      expect(events).toHaveLength(takenBack.length);
    });
  });

  test("is not a DescribeStacks that still tells the operation before", async () => {
    const { watched } = watch({ events: rolledBack, describeLag: 1500 });
    expect((await watched).end).toMatchObject({ kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE" });
  });

  test("waits for the stack to be told in that state: its outputs would be the old ones", async () => {
    const { watched } = watch({ events: update, describeLag: 2500 });
    expect(await watched).toMatchObject({ stack: { outputs: [{ value: "UPDATE_COMPLETE 2" }] } });
  });

  test("is not taken from the operation before, which ended in the same status", async () => {
    // The stack is told as it was before the operation began, for three seconds after its end.
    const quick = [
      ...before,
      ...story({ token: "ours" }, itself(2, "UPDATE_IN_PROGRESS"), itself(3, "UPDATE_COMPLETE")),
    ];
    const { watched } = watch({ events: quick, describeLag: 3000 });
    expect(await watched).toMatchObject({ stack: { outputs: [{ value: "UPDATE_COMPLETE 2" }] } });
  });

  test("gives no stack that is told in another state: its outputs would be another operation's", async () => {
    const first = update.slice(before.length);
    const { watched, lines } = watch({ events: first, describeLag: 60_000 });
    expect(await watched).toMatchObject({ end: { kind: "succeeded" }, stack: undefined });
    expect(lines.at(-1)).toMatch(/^warning: .*cannot be read in that state/);
  });

  test("of a failure has its cause and the whole story", async () => {
    const { watched } = watch({ events: rolledBack });
    const { end, events, timeline } = await watched;
    expect(end).toMatchObject({
      cause: { logicalId: "Topic", reason: "Rate exceeded", hint: expect.anything() },
    });
    expect(events).toEqual(rolledBack.slice(before.length));
    expect(timeline.map(({ status }) => status)).toEqual(["UPDATE_FAILED", "UPDATE_COMPLETE"]);
  });

  test("of a deletion: the stack is gone", async () => {
    const deletion = story(
      { token: "ours" },
      itself(1, "DELETE_IN_PROGRESS"),
      event(2, "Topic", "DELETE_IN_PROGRESS"),
      event(4, "Topic", "DELETE_COMPLETE"),
      itself(5, "DELETE_COMPLETE"),
    );
    expect((await watch({ events: deletion }).watched).end).toMatchObject({
      kind: "succeeded",
      status: "DELETE_COMPLETE",
    });
  });

  test("CREATE_FAILED is none where a rollback follows on it", async () => {
    const creation = story(
      { token: "ours" },
      itself(1, "CREATE_IN_PROGRESS"),
      event(2, "Topic", "CREATE_FAILED", { reason: "no" }),
      itself(3, "CREATE_FAILED"),
      itself(5, "DELETE_IN_PROGRESS"),
      itself(7, "DELETE_COMPLETE"),
    );
    const { watched } = watch({ events: creation, listedLate: () => 100 });
    expect((await watched).end.kind).toBe("failed");
  });

  test("CREATE_FAILED is one where what was made is kept", async () => {
    const creation = story({ token: "ours" }, itself(1, "CREATE_IN_PROGRESS"), itself(3, "CREATE_FAILED"));
    expect((await watch({ events: creation }).watched).end).toMatchObject({
      kind: "failed",
      status: "CREATE_FAILED",
    });
  });
});

describe("an end whose last event was not listed", () => {
  const kept = [...rolledBack.slice(0, -4), ...story({ token: "ours" }, itself(9, "UPDATE_FAILED"))];

  test.each([
    [
      "the stack that this operation left is believed",
      2,
      { kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE" },
    ],
    ["one that was changed before it is not", -60, { kind: "failed", status: "UPDATE_FAILED" }],
    ["nor one that was changed after it", 12, { kind: "failed", status: "UPDATE_FAILED" }],
  ])("%s", async (_, seconds, end) => {
    const { ports } = scripted({ events: kept });
    const stack = { ...(await ports.stacks.describe()), updatedAt: START + seconds * 1_000 };
    const describe = async () => ({ ...stack, status: "UPDATE_ROLLBACK_COMPLETE" }) as Stack;
    const request = {
      ...{ stackArn: ROOT, stackName: "app", token: "ours", since: 0, total: 1 },
      deadline: START + 3_600_000,
    };
    const cancel = new AbortController().signal;
    const watched = await watchOperation(
      { ...request, cancel },
      { ...ports, stacks: { ...ports.stacks, describe } },
    );
    expect(watched.end).toMatchObject(end);
  });
});

describe("what ends the watch before the operation", () => {
  const endless = update.slice(0, -2);

  test("the deadline: timed out", async () => {
    const { watched, ms } = watch({ events: endless }, { deadline: START + 60_000 });
    expect((await watched).end).toMatchObject({ kind: "timed-out", status: "UPDATE_IN_PROGRESS" });
    expect(ms()).toBe(60_000);
  });

  test("the deadline during the clean-up: succeeded all the same", async () => {
    const { watched } = watch({ events: update.slice(0, -1) }, { deadline: START + 60_000 });
    expect(await watched).toMatchObject({
      end: { kind: "succeeded", status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" },
      stack: { outputs: [{ value: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS 2" }] },
    });
  });

  test("a cancelled job, at once", async () => {
    const controller = new AbortController();
    const { watched, at, ms } = watch({ events: endless }, { cancel: controller.signal });
    at(20_300, () => controller.abort());
    expect((await watched).end).toMatchObject({ kind: "cancelled", status: "UPDATE_IN_PROGRESS" });
    expect(ms()).toBe(20_300);
  });

  test("a job that is cancelled before the stack could be read: no success, for its outputs are missing", async () => {
    const controller = new AbortController();
    const service = scripted({ events: update });
    const describe = () => new Promise<never>(() => controller.abort());
    const stacks = { ...service.ports.stacks, describe };
    const request = {
      stackArn: ROOT,
      stackName: "app",
      token: "ours",
      since: START - 3_600_000,
      deadline: START + 3_600_000,
      total: 1,
      cancel: controller.signal,
    };
    const { end } = await watchOperation(request, { ...service.ports, stacks });
    expect(end).toMatchObject({ kind: "cancelled", status: "UPDATE_COMPLETE" });
  });

  test("a call that does not come back does not hold up a cancelled job", async () => {
    const controller = new AbortController();
    const service = scripted({ events: [] });
    const stacks = { ...service.ports.stacks, events: () => new Promise<never>(() => controller.abort()) };
    const request = {
      stackArn: ROOT,
      stackName: "app",
      token: "ours",
      since: 0,
      deadline: START + 1000,
      total: 0,
      cancel: controller.signal,
    };
    const { end } = await watchOperation(request, { ...service.ports, stacks });
    expect(end.kind).toBe("cancelled");
  });

  test.each(["credentials", "denied", "refused"] as const)("%s: lost sight of it", async (trouble) => {
    const { watched, ms } = watch({ events: update, trouble: (at) => (at > 5000 ? trouble : undefined) });
    expect((await watched).end).toMatchObject({ kind: "lost-sight", reason: `Cannot ask: ${trouble}.` });
    expect(ms()).toBeLessThan(10_000);
  });

  test("trouble that never passes, at the deadline: lost sight, not timed out", async () => {
    const { watched } = watch(
      { events: update, trouble: (at) => (at > 5000 ? "unavailable" : undefined) },
      { deadline: START + 90_000 },
    );
    expect((await watched).end.kind).toBe("lost-sight");
  });

  test("an error that is not AWS's is thrown", async () => {
    const service = scripted({ events: [] });
    const stacks = { ...service.ports.stacks, events: () => Promise.reject(new TypeError("a mistake")) };
    const request = {
      stackArn: ROOT,
      stackName: "app",
      token: "ours",
      since: 0,
      deadline: START + 1000,
      total: 0,
      cancel: new AbortController().signal,
    };
    await expect(watchOperation(request, { ...service.ports, stacks })).rejects.toThrow("a mistake");
  });
});

describe("trouble that passes", () => {
  test("is said once, and nothing is lost", async () => {
    const { watched, lines } = watch({
      events: update,
      trouble: (at, call) => (call === "events" && at > 2500 && at < 30_000 ? "throttled" : undefined),
    });
    const { end, events } = await watched;
    expect(end).toMatchObject({ kind: "succeeded", tookMs: 9000 });
    expect(events).toEqual(update.slice(before.length));
    expect(lines.filter((line) => line.startsWith("warning:"))).toEqual([
      "warning: Cannot ask: throttled. Still trying.",
    ]);
  });

  test("asks more and more slowly", async () => {
    const { watched, calls } = watch({
      events: update,
      trouble: (at) => (at < 60_000 ? "throttled" : undefined),
    });
    await watched;
    expect(calls.filter(({ at }) => at < 60_000).length).toBeLessThan(12);
  });

  test("of the last read of the stack leaves the outcome what it is", async () => {
    const { watched, lines } = watch({
      events: update,
      trouble: (_, call) => (call === "describe" ? "denied" : undefined),
    });
    expect(await watched).toMatchObject({ end: { kind: "succeeded" }, stack: undefined });
    expect(lines.at(-1)).toMatch(/^warning: The operation ended UPDATE_COMPLETE/);
  });
});

test("events that are listed behind newer ones are not lost", async () => {
  const events = story(
    { token: "ours" },
    itself(1, "UPDATE_IN_PROGRESS"),
    event(3, "Late", "UPDATE_IN_PROGRESS"),
    event(4, "Late", "UPDATE_COMPLETE"),
    event(5, "Early", "UPDATE_IN_PROGRESS"),
    event(20, "Early", "UPDATE_COMPLETE"),
    itself(21, "UPDATE_COMPLETE"),
  );
  const { watched } = watch({ events, listedLate: ({ logicalId }) => (logicalId === "Late" ? 4000 : 0) });
  const told = (await watched).events.map(({ id }) => id);
  expect(told.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
});

test("events that could not be read after the end are read once more", async () => {
  // Begun and ended when they are listed, so that nothing says that they are missing.
  const late = story(
    { token: "ours" },
    event(9, "Late", "UPDATE_IN_PROGRESS"),
    event(9.5, "Late", "UPDATE_COMPLETE"),
  );
  const service = scripted({ events: [...update, ...late] });
  const { ports } = service;
  let [hasEnded, isRefused] = [false, false];
  const events: typeof ports.stacks.events = async (stackArn, isKnown) => {
    if (hasEnded && !isRefused) {
      isRefused = true;
      throw new ServiceError("Rate exceeded.", { reasonCode: "error", trouble: "throttled" });
    }
    const listed = await ports.stacks.events(stackArn, isKnown);
    hasEnded ||= listed.some(({ id }) => id === update.at(-1)?.id);
    return isRefused ? listed : listed.filter(({ logicalId }) => logicalId !== "Late");
  };
  const request = { stackArn: ROOT, stackName: "app", token: "ours", since: START - 3_600_000, total: 1 };
  const until = { deadline: START + 3_600_000, cancel: new AbortController().signal };
  const stacks = { ...ports.stacks, events };
  const { end, events: told } = await watchOperation({ ...request, ...until }, { ...ports, stacks });
  expect([end.kind, isRefused]).toEqual(["succeeded", true]);
  const ids = told.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(late.map(({ id }) => id)));
});

test("every nested stack is looked at in turn, and the root stack more often than each, with one call a look", async () => {
  const names = Array.from({ length: 12 }, (_, i) => `N${i}`);
  const arnOf = (name: string) => ROOT.replace("stack/app/", `stack/app-${name}/`);
  const parent = story(
    { token: "ours" },
    itself(1, "UPDATE_IN_PROGRESS"),
    ...names.map((name) => nested(2, name, "UPDATE_IN_PROGRESS", { physicalId: arnOf(name) })),
  );
  const children = names.flatMap((name) =>
    story(
      { stackArn: arnOf(name), stackName: `app-${name}` },
      itself(2, "UPDATE_IN_PROGRESS", { stackArn: arnOf(name) }),
      // Some are busier than others.
      ...[...Array(name === "N0" ? 300 : 5).keys()].map((i) => event(3 + i, `R${i}`, "UPDATE_IN_PROGRESS")),
    ),
  );
  const service = scripted({ events: [...parent, ...children] });
  const asked: { readonly arn: string; readonly at: number }[] = [];
  const eventsOf: typeof service.ports.stacks.events = (arn, isKnown) => {
    asked.push({ arn, at: service.ms() });
    return service.ports.stacks.events(arn, isKnown);
  };
  const request = { stackArn: ROOT, stackName: "app", token: "ours", since: START, total: 0 };
  const stacks = { ...service.ports.stacks, events: eventsOf };
  const deadline = START + 900_000;
  const cancel = new AbortController().signal;
  await watchOperation({ ...request, deadline, cancel }, { ...service.ports, stacks });
  expect(new Set(asked.map(({ at }) => at)).size).toBe(asked.length);
  const timesOf = (arn: string) => asked.filter((one) => one.arn === arn).map(({ at }) => at);
  const gaps = (arn: string) => timesOf(arn).map((at, i, all) => at - (all[i - 1] ?? 0));
  expect(Math.max(...gaps(ROOT))).toBeLessThanOrEqual(5_000);
  for (const name of names) expect(Math.max(...gaps(arnOf(name)))).toBeLessThanOrEqual(12 * 10_000);
});

describe("the log", () => {
  test("has a line for every event, once", async () => {
    const { watched, lines } = watch({ events: update });
    await watched;
    expect(lines).toEqual([
      "09:00:02  …  app  AWS::CloudFormation::Stack  UPDATE_IN_PROGRESS",
      "09:00:03  …  Topic  AWS::SNS::Topic  UPDATE_IN_PROGRESS",
      "09:00:08  ✔  Topic  AWS::SNS::Topic  UPDATE_COMPLETE  5 s  1/1",
      "09:00:10  …  app  AWS::CloudFormation::Stack  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
      "09:00:11  ✔  app  AWS::CloudFormation::Stack  UPDATE_COMPLETE  9 s",
    ]);
  });

  test("has nested stacks' events with the way that leads there", async () => {
    const parent = story(
      { token: "ours" },
      itself(1, "CREATE_IN_PROGRESS"),
      nested(2, "Child", "CREATE_IN_PROGRESS", { physicalId: "" }),
      nested(3, "Child", "CREATE_IN_PROGRESS"),
      nested(12, "Child", "CREATE_COMPLETE"),
      itself(13, "CREATE_COMPLETE"),
    );
    const child = story(
      { stackArn: CHILD, stackName: "app-Child-X" },
      itself(3, "CREATE_IN_PROGRESS", { stackArn: CHILD }),
      event(4, "Inner", "CREATE_IN_PROGRESS"),
      event(9, "Inner", "CREATE_COMPLETE"),
      itself(11, "CREATE_COMPLETE", { stackArn: CHILD }),
    );
    // The child's last events are listed only after the root stack's end.
    const listedLate = (one: StackEvent) => (one.stackArn === CHILD && one.at > START + 8000 ? 5000 : 0);
    const { watched, lines } = watch({ events: [...parent, ...child], listedLate }, { total: 2 });
    const { events } = await watched;
    expect(lines.join("\n")).toContain("✔  Child/Inner  AWS::SNS::Topic  CREATE_COMPLETE  5 s");
    expect(new Set(events.map(({ id }) => id)).size).toBe(parent.length + child.length);
  });

  test("says what is in progress after half a minute of silence, and for how long", async () => {
    const slow = story(
      { token: "ours" },
      itself(1, "UPDATE_IN_PROGRESS"),
      ...["A", "B", "C", "D", "E", "F", "G"].map((name, i) => event(2 + i / 10, name, "UPDATE_IN_PROGRESS")),
      itself(100, "UPDATE_COMPLETE"),
    );
    const { watched, lines } = watch({ events: slow });
    await watched;
    const beats = lines.filter((line) => line.includes(" for "));
    expect(beats.length).toBeGreaterThanOrEqual(2);
    expect(beats.length).toBeLessThanOrEqual(3);
    expect(beats[0]).toMatch(/^… \d+ s: A \(AWS::SNS::Topic\) UPDATE_IN_PROGRESS for 3\d s, .*, and 2 more$/);
  });

  test("says that nothing began", async () => {
    const { watched, lines } = watch({ events: before }, { deadline: START + 40_000 });
    expect((await watched).end).toMatchObject({ kind: "timed-out", status: "about to start" });
    expect(lines).toEqual([expect.stringContaining("no event of the operation yet (stack app)")]);
  });
});

describe("a deletion of which no event tells", () => {
  const HOUR = 3_600_000;
  const deletion = [
    itself(-50, "CREATE_COMPLETE"),
    itself(1, "DELETE_IN_PROGRESS"),
    itself(20, "DELETE_COMPLETE"),
  ];
  /** DescribeStacks tells the story as it goes, the list of events an hour later. */
  const unseen: Script = { events: deletion, listedLate: () => HOUR, describeLag: -HOUR };

  test("ends when the stack is told to be gone, and not before", async () => {
    const { watched, lines, ms } = watch(unseen, { isDeletion: true });
    expect(await watched).toMatchObject({
      end: { kind: "succeeded", status: "DELETE_COMPLETE" },
      events: [],
    });
    expect(ms()).toBeGreaterThanOrEqual(20_000);
    expect(ms()).toBeLessThan(30_000);
    expect(lines).toEqual(["warning: The stack is deleted, and no event told of it."]);
  });

  test("costs nothing where events tell", async () => {
    const { watched, calls } = watch({ events: deletion }, { isDeletion: true });
    expect((await watched).end).toMatchObject({ kind: "succeeded", status: "DELETE_COMPLETE" });
    expect(calls.filter(({ call, at }) => call === "describe" && at < 20_000)).toEqual([]);
  });

  test("waits on while the stack cannot be asked", async () => {
    const trouble: Script["trouble"] = (ms, call) =>
      call === "describe" && ms < 40_000 ? "unavailable" : undefined;
    const { watched, ms } = watch({ ...unseen, trouble }, { isDeletion: true });
    expect((await watched).end).toMatchObject({ kind: "succeeded" });
    expect(ms()).toBeGreaterThanOrEqual(40_000);
  });

  test("is no end of anything else", async () => {
    const { watched } = watch(unseen, { deadline: START + 60_000 });
    expect((await watched).end).toMatchObject({ kind: "timed-out" });
  });
});

describe("asking", () => {
  test("moves between one and five seconds, with one call a look", async () => {
    const slow = story(
      { token: "ours" },
      itself(1, "UPDATE_IN_PROGRESS"),
      event(2, "A", "UPDATE_IN_PROGRESS"),
      event(300, "A", "UPDATE_COMPLETE"),
      itself(301, "UPDATE_COMPLETE"),
    );
    const { watched, calls, ms } = watch({ events: slow });
    await watched;
    const gaps = calls.slice(1).map(({ at }, i) => at - (calls[i]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5000);
    expect(Math.min(...gaps.filter((gap) => gap > 0))).toBeGreaterThanOrEqual(1000);
    expect(calls.length).toBeLessThan(90);
    expect(ms()).toBeLessThanOrEqual(306_000);
  });
});

describe("progress", () => {
  test("is told while the operation runs, never twice at once, and may fail", async () => {
    const told: Progress[] = [];
    let underWay = 0;
    const onProgress = async (progress: Progress) => {
      underWay += 1;
      expect(underWay).toBe(1);
      told.push(progress);
      await Promise.resolve();
      underWay -= 1;
      throw new Error("the comment could not be written");
    };
    const { watched } = watch({ events: update }, { onProgress });
    expect((await watched).end.kind).toBe("succeeded");
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.at(-1)).toMatchObject({ done: 1, total: 1, inProgress: [], startedAt: START + 2000 });
  });

  test("that is under way when the job is cancelled has been told before the watch ends", async () => {
    const controller = new AbortController();
    const { promise: written, resolve: write } = Promise.withResolvers<void>();
    let told = false;
    const onProgress = async () => {
      await written;
      told = true;
    };
    const script = { events: update.slice(0, -2) };
    const { watched, at } = watch(script, { cancel: controller.signal, onProgress });
    at(15_000, () => {
      controller.abort();
      write();
    });
    expect((await watched).end.kind).toBe("cancelled");
    expect(told).toBe(true);
  });

  test("that hangs does not hold up a cancelled job", async () => {
    const controller = new AbortController();
    const { watched, at } = watch(
      { events: update.slice(0, -2) },
      { cancel: controller.signal, onProgress: () => new Promise(() => undefined) },
    );
    at(15_000, () => controller.abort());
    expect((await watched).end.kind).toBe("cancelled");
  });
});

test("events that are listed late and out of order are each told once, and the end is right", async () => {
  const lateness = fc.array(fc.nat(6000), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lateness, fc.nat(3000), fc.boolean(), async (late, describeLag, good) => {
      const events = good ? update : rolledBack;
      const listedLate = (one: StackEvent) => (one.at < START ? 0 : (late[events.indexOf(one)] ?? 0));
      const { watched, lines } = watch({ events, listedLate, describeLag });
      const result = await watched;
      expect(result.end.kind).toBe(good ? "succeeded" : "failed");
      const ids = result.events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(lines.filter((line) => /^\d\d:/.test(line))).toHaveLength(ids.length);
    }),
    { numRuns: 300 },
  );
});

describe("while the stack is monitored", () => {
  const metric = (name: string) => ({
    arn: `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`,
    type: "AWS::CloudWatch::Alarm",
  });
  const rollback = { alarms: [metric("errors"), metric("latency")], minutes: 2 };
  const monitored = [
    ...before,
    ...story(
      { token: "ours", operationId: "op-1" },
      itself(2, "UPDATE_IN_PROGRESS"),
      event(3, "Topic", "UPDATE_IN_PROGRESS"),
      event(8, "Topic", "UPDATE_COMPLETE"),
      itself(128, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
      itself(129, "UPDATE_COMPLETE"),
    ),
  ];
  const told = (lines: readonly string[]) => lines.filter((line) => line.startsWith("…"));

  test("it is said at once, then every half minute, and to who follows", async () => {
    const seen: Progress[] = [];
    const { watched, lines } = watch(
      { events: monitored },
      { rollback, onProgress: (progress) => void seen.push(progress) },
    );
    expect((await watched).end).toMatchObject({ kind: "succeeded" });
    const [first, ...others] = told(lines);
    expect(first).toBe("… all resources are done, monitoring for 2 min: alarms errors, latency");
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const line of others)
      expect(line).toMatch(/^… .*: monitoring for 2 min: alarms errors, latency, since /);
    expect(seen.filter(({ monitoring }) => monitoring === rollback).length).toBeGreaterThanOrEqual(2);
    expect(seen.at(-1)?.monitoring).toBeUndefined();
  });

  test("without a time, nothing of it is said: the stack is only slow", async () => {
    const { watched, lines } = watch({ events: monitored }, { rollback: { ...rollback, minutes: 0 } });
    await watched;
    for (const line of told(lines)) expect(line).toContain("stack app is UPDATE_IN_PROGRESS");
  });

  test("where more is to come, a short silence is none of it", async () => {
    const slow = [
      ...monitored.slice(0, -2),
      ...story(
        { token: "ours", operationId: "op-1" },
        event(18, "Queue", "UPDATE_IN_PROGRESS"),
        event(20, "Queue", "UPDATE_COMPLETE"),
        itself(50, "UPDATE_COMPLETE"),
      ),
    ];
    const { watched, lines } = watch({ events: slow }, { rollback, total: 2 });
    await watched;
    const at = lines.findIndex((line) => line.includes("monitoring"));
    expect(lines.findIndex((line) => line.includes("Queue") && line.includes("2/2"))).toBeLessThan(at);
  });

  test("an operation of which nothing is listed but its own events is monitored, too", async () => {
    const bare = monitored.filter(({ logicalId }) => logicalId !== "Topic");
    const { watched, lines } = watch({ events: bare }, { rollback: { alarms: [], minutes: 2 }, total: 0 });
    await watched;
    expect(told(lines)[0]).toBe("… all resources are done, monitoring for 2 min: no alarm");
  });

  test("where nobody knows how many there are, a short silence is none either", async () => {
    const slow = [
      ...monitored.slice(0, -2),
      ...story(
        { token: "ours", operationId: "op-1" },
        event(18, "Queue", "UPDATE_IN_PROGRESS"),
        event(20, "Queue", "UPDATE_COMPLETE"),
        itself(21, "UPDATE_COMPLETE"),
      ),
    ];
    const { watched, lines } = watch({ events: slow }, { rollback, total: 0 });
    await watched;
    expect(lines.join("\n")).not.toContain("monitoring");
  });

  test("not on the way back", async () => {
    const back = [
      ...monitored.slice(0, -2),
      ...story(
        { token: "ours", operationId: "op-2" },
        itself(9, "UPDATE_ROLLBACK_IN_PROGRESS"),
        itself(120, "UPDATE_ROLLBACK_COMPLETE"),
      ),
    ];
    const { watched, lines } = watch({ events: back }, { rollback });
    await watched;
    expect(lines.join("\n")).not.toContain("monitoring");
  });
});
