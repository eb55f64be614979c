import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { botComments, calls } from "../stack.ts";
import {
  endsWell,
  openStory,
  requestsOf,
  type Stopped,
  type Story,
  severalAtOnce,
  stopAt,
  stories,
} from "./killing.ts";
import type { Gate } from "./turnstile.ts";

/** `E2E_KILLS=all`: at every request. Otherwise at those that change something. */
const ALL = process.env.E2E_KILLS === "all";
const AT_ONCE = 6;

const cases = stories.flatMap((story) =>
  (["cancel", "SIGTERM"] as const).map((signal) => ({ story, signal, name: `${story.name}: ${signal}` })),
);
const some = cases.filter(
  ({ name }) => ALL || name === "UPDATE, recorded: cancel" || name === "CREATE, fresh: SIGTERM",
);

test.each(some)(
  "a deploy that is cancelled says so everywhere and leaves AWS alone, wherever it was ($name)",
  async ({ story, signal }) => {
    const passages = await requestsOf(story);
    const which: Gate["which"] = ALL ? () => true : ({ mutates }) => mutates;
    const gates = passages
      .filter(which)
      .map((_, i) => ({ which, nth: i + 1, when: "before", answers: true }) as const);
    const ends = await severalAtOnce(gates, AT_ONCE, (gate) => cancelled(story, gate, signal));
    expect(ends.filter((end) => end.includes(": "))).toEqual([]);
    expect(ends).toContain("ExecuteChangeSet");
  },
);

/** A cancelled run gives up what takes longer: nothing does here, but on a busy machine. */
const LAST_WORDS_MS = 2_000;

/** A request that hangs in each phase of a deploy. */
const hanging = [
  "POST /repos/acme/app/check-runs",
  "DescribeStacks",
  "CreateChangeSet",
  "DescribeChangeSet",
  "ExecuteChangeSet",
  "DescribeStackEvents",
  "PATCH /repos/acme/app/issues/comments/1",
];

test("a request that never gets its answer does not hold up a cancelled job", async () => {
  const ends = await Promise.all(hanging.map(cancelledWhileHanging));
  expect(ends.filter((end) => end.includes(": "))).toEqual([]);
});

async function cancelledWhileHanging(what: string): Promise<string> {
  const story = { name: "", type: "UPDATE", changeSet: "fresh" } as const;
  await using opened = await openStory(story);
  const { stage } = opened;
  const gate: Gate = { which: (passage) => passage.what === what, nth: 1, when: "before" };
  const stopped = await stopAt(stage, gate, "cancel");
  try {
    expect(stopped.passage?.what).toBe(what);
    expect(stopped.step).toMatchObject({ signal: null, exitCode: 1 });
    expect(stopped.step.outputs["reason-code"]).toBe("cancelled");
    expect(stopped.tookMs).toBeLessThan(stopped.allowedMs);
    await endsWell(opened, story, stopped.step);
    return what;
  } catch (error) {
    return `${what}: ${error}\n${stopped.tookMs} ms\n${stopped.step.text}`;
  }
}

async function cancelled(story: Story, gate: Gate, signal: "cancel" | "SIGTERM"): Promise<string> {
  await using opened = await openStory(story);
  const { stage, number } = opened;
  const stopped = await stopAt(stage, gate, signal, { patientAtMs: LAST_WORDS_MS });
  const place = stopped.passage?.what ?? "its end";
  try {
    await saysSo(stage, number, stopped);
    const isDone = stopped.step.outputs["deploy-result"] === "deployed";
    await endsWell(opened, story, stopped.step);
    return isDone ? `${place}, with nothing left to cancel` : place;
  } catch (error) {
    return `${place} (request ${gate.nth}): ${error}\n${stopped.step.text}`;
  }
}

/** The run's own words, unless its work was done when the signal came. */
async function saysSo(stage: Stage, number: number, { step, tookMs, allowedMs }: Stopped): Promise<void> {
  expect(step.signal).toBeNull();
  expect(tookMs).toBeLessThan(allowedMs);
  for (const operation of ["CancelUpdateStack", "DeleteStack", "RollbackStack"]) {
    expect(calls(stage, operation)).toEqual([]);
  }
  if (step.outputs["deploy-result"] === "deployed") return;
  expect(step.exitCode).toBe(1);
  expect(step.outputs["reason-code"]).toBe("cancelled");
  const [run] = await stage.repository.checkRuns("main");
  expect(run).toMatchObject({ status: "completed", conclusion: "cancelled" });
  for (const text of [step.summary, step.annotations.at(-1)?.message, run?.output.summary]) {
    expect(text).toMatch(/cancelled/);
  }
  // Before the pull request is found its comment is the preview's still; it never goes on saying that it is deployed.
  const [comment] = await botComments(stage, number);
  const isFound = step.text.includes(` was brought by #${number}, head `);
  expect(comment?.body).toMatch(isFound ? /cancelled/ : /merge/i);
  expect(comment?.body).not.toMatch(/deploying/i);
}
