import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishComment } from "../../../src/flows/tell/publish.ts";
import { commentMarker } from "../../../src/report/comment.ts";
import { jobOf, silent } from "../world.ts";
import {
  BOT,
  delays,
  deployed,
  guarded,
  type Job,
  OVERVIEW,
  openWorld,
  overview,
  play,
  random,
  said,
  tellAll,
  viewOf,
  type World,
} from "./overviewWorld.ts";

describe("many jobs at once", () => {
  const anyJobs = fc.array(
    fc.record({
      n: fc.nat(5),
      tells: fc.array(fc.integer({ min: 1, max: 59 }), { minLength: 1, maxLength: 3 }),
      at: fc.nat(1_000),
    }),
    { minLength: 2, maxLength: 8 },
  );

  test("whatever the order of their requests, the overview says in the end what the comments say", async () => {
    await fc.assert(
      fc.asyncProperty(anyJobs, fc.integer(), async (jobs, seed) => {
        const world = openWorld(delays(seed));
        // Two jobs of one stack are two runs: both write its one comment.
        await play(
          world,
          jobs.map(({ n, ...job }) => ({ ...job, stack: `app-${n}` })),
        );
        const comments = said(world);
        expect(comments.size).toBe(new Set(jobs.map(({ n }) => n)).size);
        expect(overview(world)).toEqual(comments.size < 2 ? new Map() : comments);
        expect(world.warnings).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("a matrix of 40: no line is lost, and not every job writes", async () => {
    for (const [seed, within] of [
      [1, 0],
      [2, 1_000],
      [3, 10_000],
    ] as const) {
      const world = openWorld(delays(seed));
      const next = random(seed);
      await play(
        world,
        Array.from({ length: 40 }, (_, n) => ({ stack: `app-${n}`, tells: [n + 1], at: within * next() })),
      );
      expect(said(world).size).toBe(40);
      expect(overview(world)).toEqual(said(world));
      expect(world.warnings).toEqual([]);
      const count = (what: string) => world.talk.requests.filter((request) => request === what).length;
      // Each job reads twice around its own comment without an overview, and writes that once.
      expect(count("create") + count("edit") - 40).toBeLessThan(40);
      expect(count("list") - 80).toBeLessThan(40 * 3);
    }
  });

  test("jobs that die at any request leave nothing that the next one does not put right", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyJobs,
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 }),
        fc.integer(),
        async (jobs, deaths, seed) => {
          const world = openWorld(delays(seed));
          await play(
            world,
            jobs.map(({ n, ...job }, index) => ({
              ...{ ...job, stack: `app-${n}` },
              ...(index < deaths.length ? { dies: deaths[index] ?? 1 } : {}),
            })),
          );
          await play(world, [{ stack: "last", tells: [60] }]);
          // A double of a stack's comment stays until the next run of that stack.
          const comments = said(world, "doubles");
          expect(overview(world)).toEqual(comments.size < 2 ? new Map() : comments);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("two that make the first overview at the same time leave one", async () => {
    let doubles = 0;
    for (let seed = 0; seed < 50; seed++) {
      const world = openWorld(delays(seed));
      await play(world, [
        { stack: "one", tells: [1] },
        { stack: "two", tells: [2] },
      ]);
      doubles += world.talk.requests.filter((what) => what === "delete").length;
      expect(overview(world)).toEqual(said(world));
    }
    expect(doubles, "the test has seen doubles").toBeGreaterThan(0);
  });

  test("runs that know different secrets do not write over each other for ever", async () => {
    const world = openWorld(delays(7));
    await play(world, [
      { stack: "production-db", tells: [1, 2] },
      { stack: "app", tells: [3, 4], secret: "production-db" },
      { stack: "web", tells: [5, 6] },
    ]);
    const words = [...overview(world).values()];
    expect(words).toEqual(["deployed in 4 s", "deployed in 2 s", "deployed in 6 s"]);
    expect(world.warnings).toEqual([]);
  });
});

describe("one job after the other", () => {
  /** Requests beside those that a comment without an overview costs: two before, with `viewer`, and one for its write. */
  async function requestsOf(world: World, job: Job): Promise<readonly string[]> {
    const before = world.talk.requests.length;
    await play(world, [job]);
    return world.talk.requests.slice(before).filter((what) => what !== "viewer");
  }

  test("costs few requests, and none where there is one stack and its comment is new", async () => {
    const world = openWorld(delays(1));
    expect(await requestsOf(world, { stack: "one", tells: [1] })).toEqual(["list", "create", "list"]);
    // A comment that says something else: who came between the look and the edit looks at it before.
    expect(await requestsOf(world, { stack: "one", tells: [2] })).toEqual(["list", "edit", "list"]);
    expect(await requestsOf(world, { stack: "two", tells: [3] })).toEqual([
      ...["list", "create", "list"],
      ...["list", "create", "list"],
    ]);
    expect(await requestsOf(world, { stack: "three", tells: [4] })).toEqual([
      ...["list", "create", "list"],
      ...["list", "edit", "list"],
    ]);
    expect(await requestsOf(world, { stack: "one", tells: [5] })).toEqual([
      ...["list", "edit"],
      ...["list", "edit", "list"],
    ]);
    // The same again, in a run that is run again.
    expect(await requestsOf(world, { stack: "one", tells: [5] })).toEqual(["list"]);
  });

  test("takes little time beside its requests", async () => {
    const world = openWorld(() => 50);
    for (const stack of ["one", "two", "three"]) await play(world, [{ stack, tells: [1] }]);
    const [asked, begun] = [world.talk.requests.length, world.time.clock.now()];
    const tells = Array.from({ length: 20 }, (_, n) => n + 2);
    await world.time.play(tellAll(world, { stack: "one", tells }));
    const requests = world.talk.requests.slice(asked);
    // The author is asked for together with the first page.
    const waited = requests.filter((what) => what !== "viewer").length * 100;
    expect(requests).toHaveLength(1 + 20 * 5);
    expect(world.time.clock.now() - begun - waited).toBeLessThan(20 * 150);
  });

  test("is edited in place, behind hundreds of comments of others, whose markers are not ours", async () => {
    const world = openWorld(delays(2));
    const others = (count: number) => {
      for (let n = 0; n < count; n++)
        world.talk.add(n % 2 ? "alice" : "mallory", n % 3 ? `comment ${n}` : `${OVERVIEW}of=0 -->\nforged`);
    };
    others(150);
    await play(world, [{ stack: "one", tells: [1] }]);
    others(120);
    await play(world, [{ stack: "two", tells: [2] }]);
    const [first] = world.talk.comments.filter(
      ({ author, body }) => author === BOT && body.startsWith(OVERVIEW),
    );
    const forged = `${commentMarker({ stackName: "evil", region: "us-east-1", label: undefined })}\nforged`;
    world.talk.add("mallory", forged);
    others(120);
    await play(world, [{ stack: "three", tells: [3] }]);
    expect(overview(world)).toEqual(said(world));
    expect(overview(world).size).toBe(3);
    const all = world.talk.comments.filter(({ author, body }) => author === BOT && body.startsWith(OVERVIEW));
    expect(all.map(({ id }) => id)).toEqual([first?.id]);
    expect(world.talk.comments).toHaveLength(150 + 120 + 120 + 1 + 4);
  });

  test("an overview that somebody deleted is made anew; a stack's comment that somebody deleted goes from it", async () => {
    const world = openWorld(delays(3));
    const remove = (start: string) =>
      void world.talk.comments.splice(
        world.talk.comments.findIndex(({ body }) => body.startsWith(start)),
        1,
      );
    await play(world, [{ stack: "one", tells: [1] }]);
    await play(world, [{ stack: "two", tells: [2] }]);
    remove(OVERVIEW);
    await play(world, [{ stack: "two", tells: [2] }]);
    expect(overview(world)).toEqual(said(world));
    expect(overview(world).size).toBe(2);
    await play(world, [{ stack: "three", tells: [3] }]);
    remove("<!-- aurora-deploy-action stack=one ");
    await play(world, [{ stack: "two", tells: [4] }]);
    expect([...overview(world).keys()]).toEqual(["three", "two"]);
    remove("<!-- aurora-deploy-action stack=three ");
    await play(world, [{ stack: "two", tells: [5] }]);
    expect(world.talk.comments).toHaveLength(1);
  });

  test("a comment of an earlier version is shown with what is known of it", async () => {
    const world = openWorld(delays(4));
    const marker = commentMarker({ stackName: "old", region: "eu-west-1", label: "prod" });
    const old = world.talk.add(BOT, `${marker}\n### 🟢 old · prod · eu-west-1: 2 modify`);
    await play(world, [{ stack: "new", tells: [1] }]);
    const [made] = world.talk.comments.filter(({ body }) => body.startsWith(OVERVIEW));
    expect(made?.body).toContain(
      `[old · prod · eu-west-1](https://github.test/acme/app/pull/1#issuecomment-${old.id}) |  | ❔ not known |`,
    );
  });

  test("`comment: never` makes none, and takes no look", async () => {
    const world = openWorld(delays(5));
    const { inputs, cancel } = jobOf({ comment: "never" });
    const comments = guarded(world.talk.connect(world.time), undefined);
    const ports = { comments, clock: world.time.clock, log: silent };
    await publishComment({ inputs, cancel }, { pullRequest: 1, view: viewOf("app", deployed(1)) }, ports);
    expect(world.talk.requests).toEqual([]);
  });
});
