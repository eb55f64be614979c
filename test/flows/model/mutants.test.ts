import { expect, test } from "vitest";
import { MUTANTS } from "./mutants.ts";
import { play, Violation } from "./story.ts";
import { TRAPS } from "./traps.ts";

test.for(Object.entries(MUTANTS))("a deploy where %s is caught", async ([, mutation]) => {
  const outcomes = await Promise.all(
    TRAPS.map((story) => play(story, new Map(), mutation).then(ended, failed)),
  );
  expect(outcomes.filter((outcome) => outcome instanceof Violation)).not.toEqual([]);
  expect(outcomes.filter((outcome) => outcome !== undefined && !(outcome instanceof Violation))).toEqual([]);
});

test.for(TRAPS.map((story) => [story.happenings.map(({ text }) => text).join(" · "), story] as const))(
  "%s",
  async ([, story]) => {
    await play(story);
  },
);

const ended = () => undefined;
const failed = (error: unknown) => error;
