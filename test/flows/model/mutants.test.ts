import { expect, test } from "vitest";
import { MUTANTS } from "./mutants.ts";
import { play, Violation } from "./story.ts";
import { TRAPS } from "./traps.ts";

test.for(Object.entries(MUTANTS))("a deploy where %s is caught", async ([, mutation]) => {
  const caught: string[] = [];
  for (const trap of TRAPS) {
    try {
      await play(trap, new Map(), mutation);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      caught.push(trap.title);
      break;
    }
  }
  expect(caught).toHaveLength(1);
});

test.for(TRAPS.map((trap) => [trap.title, trap] as const))("%s", async ([, trap]) => {
  await play(trap);
});
