import { describe, expect, test } from "vitest";
import { type Alarm, isHonest } from "./model/alarm.ts";
import { ENDINGS, RULE } from "./model/deploy.ts";
import { exhaust, type Findings } from "./model/explore.ts";
import type { Scope } from "./model/moves.ts";
import { MUTANTS } from "./model/mutants.ts";
import { APART, REMOVABLE, TOGETHER } from "./model/scheme.ts";
import { walk } from "./model/walk.ts";
import { opened, pushed, start } from "./model/world.ts";

// EXPLORE=1 and 2 go one and two moves deeper (minutes) and walk thirty and sixty times as far; EXPLORE_SEED elsewhere.
const EFFORT = Number(process.env.EXPLORE ?? "0");
const SEED = Number(process.env.EXPLORE_SEED ?? "1");

/** Two values in each of two places and one more, three pull requests, one push: nothing that is not needed. */
const SMALL: Scope = {
  values: 3,
  pulls: 3,
  pushes: 1,
  hands: 0,
  docs: false,
  endings: ENDINGS,
  slow: false,
};

const WIDE: Scope = { ...SMALL, values: 4, pulls: 8, pushes: 3, hands: 2, docs: true, slow: true };

/** What a rule that goes by records cannot tell from what nobody reviewed. */
const KNOWN: readonly Alarm[] = [
  "two touch one value",
  "what is left is done another way",
  "another resource takes a value",
];

test.each([APART, TOGETHER, REMOVABLE])(
  "$title: nothing unreviewed is executed, whatever happens",
  (scheme) => {
    const found = exhaust(scheme, SMALL, 5 + Math.min(EFFORT, 2), RULE);
    report(`${scheme.title}, all histories`, found);
    expect(found.violations).toEqual([]);
    expect(found.byTwo).toEqual([]);
    expect([...found.alarms.keys()].filter((kind) => !KNOWN.includes(kind))).toEqual([]);
    // The world is no smaller than it was when this was written.
    expect(found.states).toBeGreaterThan(30_000);
    expect(found.executed).toBeGreaterThan(20_000);
  },
  1_200_000,
);

test("nothing unreviewed is executed in long histories at random", () => {
  const histories = EFFORT === 0 ? 3_000 : 100_000 * EFFORT;
  const found = walk(WIDE, RULE, SEED, (count) => count >= histories);
  report(`${histories} histories at random`, found);
  expect(found.violations).toEqual([]);
  expect([...found.alarms].filter(([kind]) => !KNOWN.includes(kind))).toEqual([]);
  expect(found.executed).toBeGreaterThan(histories);
  // A value whose new text the reviewers of one saw, and its change those of another: rare, and not unreviewed.
  expect(found.byTwo.length).toBeLessThan(found.executed / 1_000);
  // Honest histories execute: what is blocked is mostly two who want different things.
  const blocked = [...found.alarms.values()].reduce((sum, { count }) => sum + count, 0);
  expect(blocked / found.honest).toBeLessThan(0.25);
}, 1_200_000);

describe("a wrong rule is found out:", () => {
  test.each(Object.entries(MUTANTS))("%s", (_, rule) => {
    const found = walk(WIDE, rule, SEED, (count, { violations }) => violations.length > 0 || count >= 20_000);
    expect(found.violations).not.toEqual([]);
  });
});

test("a history is honest as long as nobody pushed, and only of the newest commit", () => {
  const world = opened(start(APART), [1, 0]);
  expect(isHonest(world, 0)).toBe(true);
  expect(isHonest(pushed(world, 0, 1), 1)).toBe(false);
  expect(isHonest(pushed(world, 0, 1), 0)).toBe(false);
});

function report(title: string, { states, deploys, executed, honest, byTwo, alarms }: Findings): void {
  if (EFFORT === 0) return;
  const kinds = [...alarms].map(([kind, { count, history }]) => `  ${count} ${kind}: ${history.join("; ")}`);
  const numbers = { states, deploys, executed, honest, byTwo: byTwo.length };
  console.log([`${title}: ${JSON.stringify(numbers)}`, ...kinds].join("\n"));
}
