import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Crowd, runCrowd } from "./crowd.ts";

const lagsOf = ({ deploys }: Crowd) => deploys.map(({ lag }) => lag ?? Number.POSITIVE_INFINITY);

describe("a deploy alone, of about a minute", () => {
  test.each([
    ["quiet", 30],
    ["busy", 30],
    // Their events are read, too.
    ["nested", 45],
  ] as const)("%s: at most %i calls, and seen to end within seconds", async (shape, most) => {
    for (let seed = 1; seed <= 60; seed++) {
      const { deploys } = await runCrowd({ deploys: 1, operation: { takes: 59 + seed / 60, shape }, seed });
      expect(deploys[0]?.calls).toBeLessThanOrEqual(most);
      expect(deploys[0]?.lag).toBeLessThanOrEqual(shape === "nested" ? 4_000 : 3_000);
      expect(deploys[0]?.told[0]).toBe(deploys[0]?.told[1]);
    }
  });

  test.each([5, 10, 20, 30])("of %i s: seen to end within three seconds", async (takes) => {
    for (let seed = 1; seed <= 30; seed++) {
      const operation = { takes: takes + seed / 30, shape: "quiet" } as const;
      expect(Math.max(...lagsOf(await runCrowd({ deploys: 1, operation, seed })))).toBeLessThanOrEqual(3_000);
    }
  });
});

describe("a crowd under one budget of calls", () => {
  const operation = { takes: 30, shape: "quiet" } as const;
  const rate = { perSecond: 4 };

  test("loses none, where one who tries three times and no more loses most", async () => {
    const ours = await runCrowd({ deploys: 12, operation, rate });
    expect(ours.deploys.filter(({ lag }) => lag === undefined)).toEqual([]);
    expect(ours.deploys.reduce((sum, { throttled }) => sum + throttled, 0)).toBeGreaterThan(12);
    const waiter = await runCrowd({ deploys: 12, operation, rate, poller: "waiter" });
    expect(waiter.deploys.filter(({ lag }) => lag === undefined).length).toBeGreaterThan(6);
  });

  test("all of any size finish, with every event told, at a rate that the budget nearly allows", async () => {
    const crowds = fc.record({
      deploys: fc.integer({ min: 2, max: 30 }),
      share: fc.double({ min: 0.2, max: 1, noNaN: true }),
      takes: fc.integer({ min: 10, max: 90 }),
      shape: fc.constantFrom("quiet", "busy", "nested"),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(crowds, async ({ deploys, share, takes, shape, seed }) => {
        const perSecond = Math.max(1, deploys * share);
        const crowd = await runCrowd({ deploys, operation: { takes, shape }, rate: { perSecond }, seed });
        expect(lagsOf(crowd).every(Number.isFinite)).toBe(true);
        for (const { told } of crowd.deploys) expect(told[0]).toBe(told[1]);
        const seconds = Math.max(...crowd.arrivals.map(({ at }) => at)) / 1_000 - firstOf(crowd);
        const answered = crowd.arrivals.filter(({ isAnswered }) => isAnswered).length;
        expect(answered).toBeLessThanOrEqual(perSecond * (seconds + 1) + 1);
      }),
      { numRuns: 40 },
    );
  });

  test("slows down together: once all watch, few calls are refused, and nobody has many more than others", async () => {
    const crowd = await runCrowd({ deploys: 12, operation: { takes: 300, shape: "quiet" }, rate });
    const from = firstOf(crowd) * 1_000 + 90_000;
    const watching = crowd.arrivals.filter(({ at }) => at > from && at < from + 180_000);
    const refused = watching.filter(({ isAnswered }) => !isAnswered);
    expect(watching.length / 180).toBeLessThan(1.3 * rate.perSecond);
    expect(refused.length / watching.length).toBeLessThan(0.25);
    const answered = crowd.deploys.map(({ calls, throttled }) => calls - throttled);
    expect(Math.max(...answered)).toBeLessThan(1.5 * Math.min(...answered));
  });

  test("grows no faster than its size: four times as many wait four times as long, more or less", async () => {
    const meanOf = async (deploys: number) => {
      const crowd = await runCrowd({ deploys, operation, rate });
      expect(lagsOf(crowd).every(Number.isFinite)).toBe(true);
      return crowd.deploys.reduce((sum, { lag = 0 }) => sum + lag, 0) / deploys;
    };
    expect(await meanOf(100)).toBeLessThan(8 * (await meanOf(25)));
  });
});

function firstOf({ arrivals }: Crowd): number {
  return (arrivals[0]?.at ?? 0) / 1_000;
}
