import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Fault } from "../sandbox/github/faults.ts";
import { type Fixture, openFixture, rejection } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.github.faults.clear());
afterAll(() => fixture[Symbol.asyncDispose]());

const PULL = "/repos/*/*/pulls/*";

async function onePull() {
  const repository = await fixture.repository();
  const number = await repository.openPullRequest({ head: "topic", files: { "a.txt": "1" } });
  return { number, ...fixture.connect(repository) };
}

type Failure = Fault["failure"];

describe("passes", () => {
  test.for<readonly [string, Failure, number, readonly number[]]>([
    ["502", { kind: "status", status: 502 }, 1, [500]],
    ["500, three times", { kind: "status", status: 500 }, 3, [500, 1_000, 2_000]],
    ["503, four times", { kind: "status", status: 503 }, 4, [500, 1_000, 2_000, 4_000]],
    ["a reset", { kind: "reset" }, 2, [500, 1_000]],
    ["429 that says how long", { kind: "status", status: 429 }, 1, [500]],
    [
      "a secondary rate limit that says how long",
      { kind: "secondary-rate-limit", retryAfterSeconds: 7 },
      1,
      [7_000],
    ],
  ])("%s", async ([, failure, times, waited]) => {
    const { number, pulls, waits } = await onePull();
    fixture.github.faults.add({ path: PULL, times, failure });
    expect(await pulls.get(number)).toMatchObject({ number });
    expect(waits).toEqual(waited);
  });

  test("a rate limit that ends soon", async () => {
    const { number, pulls, waits } = await onePull();
    fixture.github.faults.add({ path: PULL, times: 1, failure: { kind: "rate-limit", resetInSeconds: 20 } });
    await pulls.get(number);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(15_000);
    expect(waits[0]).toBeLessThanOrEqual(21_000);
  });
});

describe("is told", () => {
  test.for<readonly [string, Failure, object, number]>([
    ["5xx that stays", { kind: "status", status: 502 }, { reasonCode: "error" }, 4],
    ["resets that stay", { kind: "reset" }, { reasonCode: "error" }, 4],
    [
      "a rate limit that lasts an hour, at once and not as a missing permission",
      { kind: "rate-limit", resetInSeconds: 3_600 },
      { reasonCode: "error", hint: expect.stringContaining("rate limit") },
      0,
    ],
    [
      "a secondary rate limit without a time",
      { kind: "secondary-rate-limit" },
      { reasonCode: "error", hint: expect.stringContaining("rate limit") },
      0,
    ],
    [
      "a revoked token",
      { kind: "bad-credentials" },
      { reasonCode: "access-denied", hint: expect.stringContaining("github-token") },
      0,
    ],
    [
      "a missing permission",
      { kind: "status", status: 403, message: "Resource not accessible by integration" },
      { reasonCode: "access-denied", hint: expect.stringContaining("pull-requests: read") },
      0,
    ],
    ["422, which no repetition makes right", { kind: "status", status: 422 }, { reasonCode: "error" }, 0],
  ])("%s", async ([, failure, expected, retries]) => {
    const { number, pulls, waits } = await onePull();
    fixture.github.faults.add({ path: PULL, failure });
    expect(await rejection(pulls.get(number))).toMatchObject({
      name: "ActionError",
      message: expect.stringContaining("GET /repos/{owner}/{repo}/pulls/{pull_number}"),
      ...expected,
    });
    expect(waits).toHaveLength(retries);
  });

  test("no answer to a cancelled job, which has no time to ask again, is its cancellation", async () => {
    const repository = await fixture.repository();
    const number = await repository.openPullRequest({ head: "topic", files: { "a.txt": "1" } });
    const { pulls, waits } = fixture.connect(repository, undefined, AbortSignal.abort());
    expect(await pulls.get(number)).toMatchObject({ number });
    fixture.github.faults.add({ path: PULL, times: 1, failure: { kind: "reset" } });
    expect(await rejection(pulls.get(number))).toMatchObject({ reasonCode: "cancelled" });
    fixture.github.faults.add({ path: PULL, failure: { kind: "status", status: 403 } });
    expect(await rejection(pulls.get(number))).toMatchObject({ reasonCode: "access-denied" });
    expect(waits).toEqual([]);
  });

  test("a list is never taken for complete when a page of it failed", async () => {
    const { pulls } = await onePull();
    fixture.github.faults.add({ path: "/repos/*/*/compare/*", failure: { kind: "status", status: 404 } });
    fixture.github.faults.add({ path: "/repos/*/*/commits", failure: { kind: "status", status: 500 } });
    await rejection(pulls.commitsBetween("main", "topic"));
    await rejection(pulls.ancestors("a".repeat(40), 3));
  });
});
