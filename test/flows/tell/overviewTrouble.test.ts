import { describe, expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { progressComments, publishComment } from "../../../src/flows/tell/publish.ts";
import type { Comments } from "../../../src/ports/github.ts";
import type { Log } from "../../../src/ports/local.ts";
import type { ReportView } from "../../../src/report/view.ts";
import { jobOf, silent } from "../world.ts";
import { deployed, guarded, OVERVIEW, openWorld, overview, play, said, viewOf } from "./overviewWorld.ts";

describe("trouble", () => {
  const message = { pullRequest: 1, view: viewOf("app", deployed(1)) };

  async function withTwo(
    change: (comments: Comments) => Partial<Comments>,
    cancel = new AbortController().signal,
  ) {
    const world = openWorld(() => 50);
    await play(world, [{ stack: "one", tells: [1] }]);
    const before = world.talk.requests.length;
    const own = guarded(world.talk.connect(world.time), undefined);
    const log: Log = { ...silent, warning: (line) => void world.warnings.push(line) };
    const ports = { comments: { ...own, ...change(own) }, clock: world.time.clock, log };
    const work = publishComment({ inputs: jobOf({}).inputs, cancel }, message, ports);
    const begun = world.time.clock.now();
    await world.time.play(work);
    return {
      ...{ world, comment: await work, took: world.time.clock.now() - begun },
      requests: world.talk.requests.slice(before),
    };
  }

  test.for(["list", "write"] as const)("a %s that fails is one warning and never an error", async (call) => {
    const { world, comment } = await withTwo(() => ({
      [call]: async () => {
        throw new Error("GitHub is down");
      },
    }));
    expect(comment?.body).toContain("deployed in 1 s");
    expect(world.warnings).toEqual([
      "The overview on #1 could not be brought up to date: GitHub is down Each stack's own comment says what is so.",
    ]);
  });

  test("writes that never take effect come to an end, which is said", async () => {
    const { world, took } = await withTwo(() => ({ write: async () => undefined }));
    expect(world.warnings).toEqual([expect.stringMatching(/^The overview on #1 may be behind/)]);
    expect(took).toBeLessThan(60_000);
  });

  test("a cancelled job says its last words without a pause, and gives up soon", async () => {
    const { world, took, requests } = await withTwo(() => ({}), AbortSignal.abort());
    expect(overview(world)).toEqual(said(world));
    expect(took).toBe(requests.filter((what) => what !== "viewer").length * 100);
    const stubborn = await withTwo(() => ({ write: async () => undefined }), AbortSignal.abort());
    expect(stubborn.took).toBeLessThan(2_500);
  });

  test("what the cancellation interrupts is asked once more", async () => {
    let times = 0;
    const { world } = await withTwo(({ list }) => ({
      list: async (pullRequest) => {
        times += 1;
        if (times > 1) return list(pullRequest);
        throw new ActionError("The job was cancelled.", { reasonCode: "cancelled" });
      },
    }));
    expect(overview(world)).toEqual(said(world));
    expect(world.warnings).toEqual([]);
  });
});

describe("while a deploy runs", () => {
  const deploying = (now: number): ReportView =>
    viewOf("app", { kind: "deploying", startedAt: 0, now, done: now / 1_000, total: 900, inProgress: [] });

  test("the overview is told that it has begun, and not how far it is", async () => {
    const world = openWorld(() => 50);
    await play(world, [{ stack: "one", tells: [1] }]);
    await play(world, [{ stack: "app", tells: [2] }]);
    const comments = guarded(world.talk.connect(world.time), undefined);
    const progress = progressComments(jobOf({}), { comments, clock: world.time.clock, log: silent });
    const before = world.talk.requests.length;
    const tell = async () => {
      for (let at = 0; at < 10; at++) {
        await progress.tell([1], deploying(world.time.clock.now()));
        await world.time.clock.sleep(15_000);
      }
      await progress.settled();
    };
    await world.time.play(tell());
    const requests = world.talk.requests.slice(before).filter((what) => what !== "viewer");
    expect(requests.filter((what) => what === "edit")).toHaveLength(10 + 1);
    expect(requests.filter((what) => what === "list")).toHaveLength(10 + 2);
    const [made] = world.talk.comments.filter(({ body }) => body.startsWith(OVERVIEW));
    expect(made?.body).toMatch(/app · us-east-1\].*🚀 deploying \|$/m);
  });

  test("its end does not wait for the overview's sake", async () => {
    const world = openWorld(() => 50);
    await play(world, [{ stack: "one", tells: [1] }]);
    const comments = guarded(world.talk.connect(world.time), undefined);
    // As where many jobs write: what is written is gone at once.
    const ports = {
      comments: { ...comments, write: async () => undefined },
      clock: world.time.clock,
      log: silent,
    };
    const progress = progressComments(jobOf({}), ports);
    const begun = world.time.clock.now();
    const tell = async () => {
      await progress.tell([1], deploying(1_000));
      await progress.settled();
    };
    await world.time.play(tell());
    expect(world.time.clock.now() - begun).toBeLessThan(600);
  });
});
