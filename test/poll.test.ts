import { expect, test } from "vitest";
import { changeSetDelays, poll } from "../src/poll.ts";

function fakeClock(signal?: { abortAfter: number; controller: AbortController }) {
  let now = 1000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms: number) => {
      slept.push(ms);
      now += ms;
      if (signal !== undefined && slept.length >= signal.abortAfter) signal.controller.abort();
    },
  };
}

const answers = (...values: readonly (string | undefined)[]) => {
  let index = 0;
  return async () => values[index++];
};

test("a step that answers at once is not waited for", async () => {
  const clock = fakeClock();
  expect(await poll({ clock, delays: () => 100 }, answers("yes"))).toEqual({ kind: "done", value: "yes" });
  expect(clock.slept).toEqual([]);
});

test("waits as the delays say, until the step answers", async () => {
  const clock = fakeClock();
  const polled = await poll(
    { clock, delays: (attempt) => 100 * (attempt + 1) },
    answers(undefined, undefined, "yes"),
  );
  expect(polled).toEqual({ kind: "done", value: "yes" });
  expect(clock.slept).toEqual([100, 200]);
});

test("asks once more at the deadline, then gives up", async () => {
  const clock = fakeClock();
  const late = answers(undefined, undefined, "yes");
  expect(await poll({ clock, delays: () => 1000, deadline: 2500 }, late)).toEqual({
    kind: "done",
    value: "yes",
  });
  expect(clock.slept).toEqual([1000, 500]);
  expect(await poll({ clock, delays: () => 1000, deadline: 3000 }, answers())).toEqual({ kind: "timed-out" });
});

test("ends when it is aborted, without asking again", async () => {
  const controller = new AbortController();
  const clock = fakeClock({ abortAfter: 1, controller });
  const polled = await poll(
    { clock, delays: () => 100, signal: controller.signal },
    answers(undefined, "too late"),
  );
  expect(polled).toEqual({ kind: "aborted" });
});

test("throws what the step throws", async () => {
  const step = async () => Promise.reject(new Error("no"));
  await expect(poll({ clock: fakeClock(), delays: () => 100 }, step)).rejects.toThrow("no");
});

test("change sets are asked after 0.3 s first, then more and more slowly, and at least every 2 s", () => {
  const delays = Array.from({ length: 40 }, (_, attempt) => changeSetDelays(attempt));
  expect(delays[0]).toBe(300);
  expect(delays.at(-1)).toBe(2000);
  let passed = 0;
  for (const delay of delays) {
    expect(delay).toBeLessThanOrEqual(305 + passed / 16);
    passed += delay;
  }
});
