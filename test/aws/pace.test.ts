import fc from "fast-check";
import { expect, test } from "vitest";
import { openPace } from "../../src/aws/pace.ts";

/** A pace, and the time that it goes by. */
function pacedAt(random = 0.5) {
  let now = 0;
  const pace = openPace(
    () => now,
    () => random,
  );
  const wait = (ms: number) => {
    now += ms;
  };
  return { ...pace, wait };
}

test("is what is wanted while nothing is throttled", () => {
  const { pause, apart, answered } = pacedAt();
  answered();
  expect([pause(0), pause(1_000), apart()]).toEqual([0, 1_000, 0]);
});

test("slows down by a factor with each refusal, and comes back step by step with the answers", () => {
  const { pause, throttled, answered, wait } = pacedAt();
  throttled();
  const first = pause(1_000);
  expect(first).toBeGreaterThan(3_000);
  wait(60_000);
  throttled();
  expect(pause(1_000) / first).toBeCloseTo(1 / 0.7);
  const on = [0, 1, 2].map(() => {
    answered();
    return 1_000 / pause(0);
  });
  expect((on[1] ?? 0) - (on[0] ?? 0)).toBeCloseTo((on[2] ?? 0) - (on[1] ?? 0));
  for (let times = 0; times < 20; times++) answered();
  expect(pause(0)).toBe(0);
});

test("takes the refusals of one burst, and those of one call's retries, for one", () => {
  const { pause, throttled, wait } = pacedAt();
  for (const _ of [1, 2, 3]) throttled();
  const once = pause(0);
  wait(1_500);
  throttled();
  expect(pause(0)).toBe(once);
  wait(10_000);
  throttled();
  expect(pause(0)).toBeGreaterThan(once);
});

test("tells once that it has become slow", () => {
  let now = 0;
  const told: number[] = [];
  const pace = openPace(
    () => now,
    () => 0,
    () => told.push(pace.apart()),
  );
  for (const step of Array(60).keys()) {
    now += 60_000;
    if (step % 20 < 10) pace.throttled();
    else for (let times = 0; times < 30; times++) pace.answered();
  }
  expect(told).toHaveLength(1);
  expect(told[0]).toBeGreaterThan(10_000);
});

test("has jitter, so that what was throttled together does not come back together", () => {
  const pauses = [0, 0.5, 0.99].map((random) => {
    const { pause, throttled } = pacedAt(random);
    throttled();
    return pause(0);
  });
  expect(new Set(pauses).size).toBe(3);
  expect(Math.max(...pauses) / Math.min(...pauses)).toBeLessThan(2);
});

test("is never shorter than wanted, and never longer than some forty seconds, whatever AWS answers", () => {
  const happening = fc.oneof(
    fc.constant("throttled" as const),
    fc.constant("answered" as const),
    fc.nat(100_000),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 200 }), fc.nat(10_000), (happenings, wanted) => {
      const pace = pacedAt(0.99);
      for (const one of happenings) {
        if (typeof one === "number") pace.wait(one);
        else pace[one]();
        expect(pace.pause(wanted)).toBeGreaterThanOrEqual(wanted);
        expect(pace.pause(0)).toBeLessThan(40_000);
      }
    }),
  );
});
