import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOctokit } from "../sandbox/github/octokit.ts";
import { type Fixture, openFixture, rejection } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture[Symbol.asyncDispose]());

const MARKER = "<!-- aurora-deploy-action stack=app region=us-east-1 -->";

async function openPull() {
  const repository = await fixture.repository();
  const number = await repository.openPullRequest({ head: "topic", files: { "stack.json": "{ }" } });
  return { repository, number };
}

describe("one comment", () => {
  test("is made, then edited in place, after 150 comments of others", async () => {
    const { repository, number } = await openPull();
    for (let n = 0; n < 150; n++) await repository.comment(number, n % 2 ? "alice" : "bob", `comment ${n}`);
    const { comments } = fixture.connect(repository);
    const ids = new Set<number>();
    for (let push = 1; push <= 5; push++) {
      // A new connection each time: a run of the workflow knows nothing of the one before.
      const made = await fixture
        .connect(repository)
        .comments.upsert(number, MARKER, () => `${MARKER}\npush ${push}`);
      ids.add(made?.id ?? 0);
    }
    expect(ids.size).toBe(1);
    const all = await repository.comments(number);
    expect(all).toHaveLength(151);
    expect(all.filter(({ body }) => body.startsWith(MARKER)).map(({ body }) => body)).toEqual([
      `${MARKER}\npush 5`,
    ]);
    const seen: (string | undefined)[] = [];
    await comments.upsert(number, MARKER, (present) => {
      seen.push(present);
      return undefined;
    });
    expect(seen).toEqual([`${MARKER}\npush 5`]);
  });

  test("of somebody else with our marker is never touched and never taken for ours", async () => {
    const { repository, number } = await openPull();
    await repository.comment(number, "mallory", `${MARKER}\nforged`);
    const other = fixture.connect(
      repository,
      fixture.github.token({ app: "other-app", permissions: { pull_requests: "write" } }),
    );
    await other.comments.upsert(number, MARKER, () => `${MARKER}\nanother app's`);
    const { comments } = fixture.connect(repository);
    let seen: string | undefined = "not asked";
    await comments.upsert(number, MARKER, (present) => {
      seen = present;
      return `${MARKER}\nours`;
    });
    expect(seen).toBeUndefined();
    const all = await repository.comments(number);
    expect(all.map(({ user, body }) => [user.login, body.split("\n")[1]])).toEqual([
      ["mallory", "forged"],
      ["other-app[bot]", "another app's"],
      ["github-actions[bot]", "ours"],
    ]);
  });

  test("of ours that only quotes the marker is another one", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    await comments.upsert(number, "<!-- a -->", () => `<!-- a -->\n${MARKER}`);
    await comments.upsert(number, MARKER, (present) => {
      expect(present).toBeUndefined();
      return `${MARKER}\nours`;
    });
    expect(await repository.comments(number)).toHaveLength(2);
  });

  test("for each stack", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    const two = MARKER.replace("app", "app-2");
    for (const marker of [MARKER, two, MARKER, two])
      await comments.upsert(number, marker, () => `${marker}\nx`);
    expect((await repository.comments(number)).map(({ body }) => body)).toEqual([
      `${MARKER}\nx`,
      `${two}\nx`,
    ]);
  });

  test("is left alone when there is nothing to say, and when it says that already", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    expect(await comments.upsert(number, MARKER, () => undefined)).toBeUndefined();
    expect(await repository.comments(number)).toEqual([]);
    await comments.upsert(number, MARKER, () => `${MARKER}\nsame`);
    const writes = () =>
      fixture.github.requests.filter(({ method }) => method !== "GET" && method !== "POST").length;
    const before = writes();
    await comments.upsert(number, MARKER, () => `${MARKER}\nsame`);
    expect(writes()).toBe(before);
  });

  test("that was deleted by hand is made anew", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    const first = await comments.upsert(number, MARKER, () => `${MARKER}\none`);
    const octokit = openOctokit(fixture.github.userToken("alice"), fixture.github.url);
    const [owner = "", repo = ""] = repository.fullName.split("/");
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: first?.id ?? 0 });
    const second = await comments.upsert(number, MARKER, () => `${MARKER}\ntwo`);
    expect(second?.id).not.toBe(first?.id);
    expect(await repository.comments(number)).toHaveLength(1);
  });
});

describe("a race", () => {
  test("of several runs that all find no comment leaves the oldest", async () => {
    const { repository, number } = await openPull();
    const runs = [1, 2, 3, 4].map((run) =>
      fixture.connect(repository).comments.upsert(number, MARKER, () => `${MARKER}\nrun ${run}`),
    );
    const results = await Promise.all(runs);
    const all = await repository.comments(number);
    expect(all).toHaveLength(1);
    expect(all[0]?.body).toMatch(/run [1-4]$/);
    expect(results.map((comment) => comment?.id)).toContain(all[0]?.id);
  });

  test("doubles that are there collapse at the next update", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    fixture.github.faults.add({
      method: "POST",
      path: "/repos/*/*/issues/*/comments",
      nth: 1,
      when: "after",
      failure: { kind: "status", status: 502 },
    });
    // GitHub made it, and its answer was lost: the retry makes another.
    const made = await comments.upsert(number, MARKER, () => `${MARKER}\none`);
    fixture.github.faults.clear();
    const all = await repository.comments(number);
    expect(all).toHaveLength(1);
    expect(made?.id).toBe(all[0]?.id);
  });
});

describe("all of ours", () => {
  test("are those of our account, through all pages, oldest first", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    await comments.write({ pullRequest: number }, MARKER, `${MARKER}\none`);
    for (let n = 0; n < 120; n++) await repository.comment(number, "mallory", `${MARKER}\nforged ${n}`);
    await comments.write({ pullRequest: number }, "<!-- m -->", "<!-- m -->\ntwo");
    const own = await comments.list(number);
    expect(own.map(({ body }) => body)).toEqual([`${MARKER}\none`, "<!-- m -->\ntwo"]);
    const made = await comments.upsert(number, MARKER, () => `${MARKER}\nnew`);
    // Read before the edit: it does not know what came meanwhile.
    expect(made).toMatchObject({ isCurrent: false, beside: own });
    expect(await comments.upsert(number, MARKER, () => undefined)).toMatchObject({ isCurrent: true });
    const third = await comments.upsert(number, "<!-- n -->", () => "<!-- n -->\nthree");
    expect(third?.isCurrent).toBe(true);
    expect(third?.beside).toEqual(await comments.list(number));
  });

  test("are written and deleted by their ids; what is gone stays gone", async () => {
    const { repository, number } = await openPull();
    const { comments } = fixture.connect(repository);
    await comments.write({ pullRequest: number }, MARKER, `${MARKER}\none`);
    const [{ id } = { id: 0 }] = await comments.list(number);
    await comments.write({ pullRequest: number, id }, MARKER, `${MARKER}\ntwo`);
    expect((await comments.list(number)).map(({ body }) => body)).toEqual([`${MARKER}\ntwo`]);
    await comments.remove(id);
    await comments.remove(id);
    await comments.write({ pullRequest: number, id }, MARKER, `${MARKER}\nthree`);
    expect(await comments.list(number)).toEqual([]);
  });
});

test("the first question failing does not silence the rest of the run", async () => {
  const { repository, number } = await openPull();
  const { comments } = fixture.connect(repository);
  fixture.github.faults.add({ path: "/graphql", times: 5, failure: { kind: "status", status: 502 } });
  await rejection(comments.upsert(number, MARKER, () => `${MARKER}\none`));
  fixture.github.faults.clear();
  await comments.upsert(number, MARKER, () => `${MARKER}\ntwo`);
  expect(await repository.comments(number)).toHaveLength(1);
});

test("without pull-requests: write the error names it", async () => {
  const { repository, number } = await openPull();
  const token = fixture.github.token({ permissions: { contents: "read", pull_requests: "read" } });
  const { comments } = fixture.connect(repository, token);
  expect(await rejection(comments.upsert(number, MARKER, () => `${MARKER}\none`))).toMatchObject({
    reasonCode: "access-denied",
    hint: expect.stringContaining("pull-requests: write"),
  });
});
