import { describe, expect, test } from "vitest";
import { endsWell, openStory, requestsOf, type Story, severalAtOnce, stopAt, stories } from "./killing.ts";
import type { Gate, Passage } from "./turnstile.ts";

/**
 * `E2E_KILLS=all`: every story, at every request, reads too. Otherwise two of the four, at those requests that change
 * something: between them nothing differs.
 */
const ALL = process.env.E2E_KILLS === "all";
const some = stories.filter(({ name }) => ALL || name === "UPDATE, recorded" || name === "CREATE, fresh");

/** Several wait for the sandbox's operations while one computes. */
const AT_ONCE = 6;

describe.each(some)("a deploy ($name) that is killed and run again", (story) => {
  test("ends as if nothing had happened, wherever it was", async () => {
    const passages = await requestsOf(story);
    const gates = gatesOf(passages);
    expect(gates.length).toBeGreaterThan(6);
    const ends = await severalAtOnce(gates, AT_ONCE, (gate) => killAndRunAgain(story, gate));
    expect(ends.flatMap(({ place, error }) => (error === undefined ? [] : [`${place}: ${error}`]))).toEqual(
      [],
    );
    const reached = ends.map(({ place }) => place);
    // The story has its turning point, and it was killed on both sides of it.
    expect(reached).toContain("before ExecuteChangeSet");
    expect(reached).toContain("after ExecuteChangeSet");
    // … while the operation was running, which the next attempt then found.
    expect(ends.find(({ place }) => place === "after ExecuteChangeSet")?.wasRunning).toBe(true);
  });
});

/** What is after one change is before the next, so only the last one's and the execution's other side are asked for. */
function gatesOf(passages: readonly Passage[]): readonly Gate[] {
  const which: Gate["which"] = ALL ? () => true : ({ mutates }) => mutates;
  return passages.filter(which).flatMap(({ what }, i, { length }) => {
    const both = ALL || i + 1 === length || what === "ExecuteChangeSet";
    const sides = both ? (["before", "after"] as const) : (["before"] as const);
    return sides.map((when) => ({ which, nth: i + 1, when }));
  });
}

interface Killed {
  readonly place: string;
  /** Whether the operation was under way when the next attempt started. */
  readonly wasRunning: boolean;
  readonly error: string | undefined;
}

async function killAndRunAgain(story: Story, gate: Gate): Promise<Killed> {
  await using opened = await openStory(story);
  const { step, passage } = await stopAt(opened.stage, gate, "SIGKILL");
  const wasRunning = opened.hold.isHolding();
  const place = `${gate.when} ${passage?.what ?? "its end"}`;
  try {
    expect(step.signal).toBe(passage === undefined ? null : "SIGKILL");
    await endsWell(opened, story, step);
    return { place, wasRunning, error: undefined };
  } catch (error) {
    // All of them are told, not the first one only.
    return { place: `${place} (request ${gate.nth})`, wasRunning, error: String(error) };
  }
}
