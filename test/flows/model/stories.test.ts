import { expect, test } from "vitest";
import { checkStories } from "./story.ts";

test("in 2,000 random stories nothing is executed that was not reviewed, and green means deployed", async () => {
  const seen = new Map<string, number>();
  await checkStories({ numRuns: 2_000, seed: 20_261_122 }, seen);
  expect(seen.get("stories")).toBe(2_000);
  // The stories reach every outcome that a deploy can have here, often enough to mean something.
  const least = {
    "deploy deployed": 500,
    "deploy no-changes": 300,
    "deploy blocked unreviewed": 100,
    "deploy blocked stale-review": 100,
    "deploy blocked not-approved": 50,
    "deploy blocked destructive": 20,
    "deploy failed rolled-back": 3,
    "cleanup cleaned-up": 50,
  };
  for (const [what, times] of Object.entries(least))
    expect([what, seen.get(what)]).toSatisfy(([, n]) => n >= times);
});
