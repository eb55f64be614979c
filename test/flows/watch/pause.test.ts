import fc from "fast-check";
import { expect, test } from "vitest";
import { type Moment, wantedPause } from "../../../src/flows/watch/pause.ts";
import type { StackEvent } from "../../../src/stack/model.ts";
import { observe, startOperation } from "../../../src/stack/operation.ts";
import { CHILD, event, itself, nested, ROOT, START, story } from "../../stack/story.ts";

const begun = itself(0, "CREATE_IN_PROGRESS");

/** The pause `seconds` after nine o'clock, when these events were seen as they came. */
function pauseAt(seconds: number, events: readonly StackEvent[], more: Partial<Moment> = {}): number {
  const operation = observe(
    startOperation({ stackArn: ROOT, token: "ours", since: START }),
    story({ token: "ours" }, ...events).toReversed(),
  );
  const newsAt = Math.max(START, ...events.map(({ at }) => at));
  const moment = { operation, now: START + seconds * 1_000, startedAt: START, newsAt, total: 1 };
  return wantedPause({ ...moment, ...more });
}

const inProgress = (type: string, more: Partial<StackEvent> = {}) =>
  event(1, "One", "CREATE_IN_PROGRESS", { type, ...more });

test("is a second where the end is next: before the first event, when all is done, and in the clean-up", () => {
  expect(pauseAt(1, [])).toBe(1_000);
  expect(pauseAt(41, [begun, inProgress("AWS::SQS::Queue"), event(40, "One", "CREATE_COMPLETE")])).toBe(
    1_000,
  );
  const cleanUp = itself(40, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  expect(pauseAt(41, [begun, inProgress("AWS::SQS::Queue"), cleanUp], { total: 9 })).toBe(1_000);
});

test("is longer while something is in progress that may be done at any time, and grows with the silence", () => {
  const pauses = [2, 12, 60, 75, 600].map((at) => pauseAt(at, [begun, inProgress("AWS::SQS::Queue")]));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses[0]).toBeLessThan(3_000);
  expect(pauses[2]).toBeLessThan(4_000);
  expect(pauses.at(-1)).toBe(5_000);
});

test("is the longest at once where all that is in progress is known to take long, until it may be done", () => {
  const slow = [begun, inProgress("AWS::RDS::DBInstance")];
  expect(pauseAt(2, slow)).toBe(5_000);
  expect(pauseAt(2, [...slow, event(1, "Two", "CREATE_IN_PROGRESS")])).toBeLessThan(3_000);
  // An update of it, or a rollback, can be quick.
  const status = "UPDATE_IN_PROGRESS";
  expect(pauseAt(2, [begun, event(1, "One", status, { type: "AWS::RDS::DBInstance" })])).toBeLessThan(3_000);
  expect(pauseAt(2, [...slow, itself(2, "ROLLBACK_IN_PROGRESS")])).toBeLessThan(3_000);
  expect(pauseAt(125, slow, { newsAt: START + 124_000 })).toBeLessThan(4_000);
});

test("is a second when a nested stack has ended and the root stack has not told it", () => {
  const inside = story({ stackArn: CHILD }, itself(20, "CREATE_COMPLETE", { stackArn: CHILD }));
  expect(pauseAt(21, [begun, nested(1, "Child", "CREATE_IN_PROGRESS")])).toBeGreaterThan(2_000);
  expect(pauseAt(21, [begun, nested(1, "Child", "CREATE_IN_PROGRESS"), ...inside])).toBe(1_000);
});

test("is between one second and five, whatever is known", () => {
  const happened = fc.record({
    at: fc.integer({ min: 0, max: 500 }),
    status: fc.constantFrom("CREATE_IN_PROGRESS", "CREATE_COMPLETE", "DELETE_IN_PROGRESS", "CREATE_FAILED"),
    type: fc.constantFrom("AWS::RDS::DBInstance", "AWS::SQS::Queue", "AWS::EKS::Cluster"),
    name: fc.constantFrom("A", "B", "C"),
  });
  fc.assert(
    fc.property(fc.array(happened), fc.nat(900), fc.nat(5), (all, at, total) => {
      const events = all.map(({ name, status, type, at: seconds }) => event(seconds, name, status, { type }));
      const pause = pauseAt(at, [begun, ...events], { total });
      expect(pause).toBeGreaterThanOrEqual(1_000);
      expect(pause).toBeLessThanOrEqual(5_000);
    }),
  );
});
