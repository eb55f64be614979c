import { describe, expect, test } from "vitest";
import { basisText } from "../../src/estimate/words.ts";
import { OPERATIONS, UNUSUAL } from "./operations.ts";
import { errorOf, type Played, play } from "./recorded.ts";

/** Each draws other durations for all twenty. */
describe.each([1, 2, 3])("of twenty operations, durations drawn with seed %i,", (seed) => {
  const all: Played[] = [];

  test("half are estimated within 30 %, and none is off by more than three times", async () => {
    for (const operation of OPERATIONS) all.push(await play(operation, seed));
    expect(OPERATIONS).toHaveLength(20);
    expect(median(all.map(errorOf))).toBeLessThanOrEqual(0.3);
    expect(Math.max(...all.map(errorOf))).toBeLessThanOrEqual(2);
  });

  test("four of five take a time within the range", () => {
    const within = all.filter(
      ({ estimate: { total }, tookMs }) => tookMs >= total.low && tookMs <= total.high,
    );
    expect(within.length).toBeGreaterThanOrEqual(16);
  });

  test("the progress never says a negative time, and half of what it says is within a quarter of the whole", () => {
    const looks = all.flatMap(({ looks, tookMs }) => looks.map((look) => ({ ...look, tookMs })));
    expect(looks.length).toBeGreaterThan(100);
    for (const { said } of looks) {
      expect(said.low).toBeGreaterThanOrEqual(0);
      expect(said.typical).toBeGreaterThanOrEqual(said.low);
      expect(said.high).toBeGreaterThanOrEqual(said.typical);
    }
    const errors = looks.map(({ said, wasMs, tookMs }) => Math.abs(said.typical - wasMs) / tookMs);
    expect(median(errors)).toBeLessThanOrEqual(0.25);
  });
});

test.each([1, 2, 3, 4, 5])(
  "resources that take another time than most are known by what they took before (seed %i)",
  async (seed) => {
    const { estimate, guess, tookMs } = await play(UNUSUAL, seed);
    expect(errorOf({ estimate, tookMs })).toBeLessThanOrEqual(0.4);
    expect(errorOf({ estimate: guess, tookMs })).toBeGreaterThan(0.6);
    expect(basisText(estimate)).toBe("from this stack's own history");
  },
);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
