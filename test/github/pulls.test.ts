import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { treeId } from "../../src/pack/gitTree.ts";
import type { MergeMethod } from "../sandbox/github/happenings/merging.ts";
import { type Fixture, openFixture, rejection } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(async () => {
  fixture.github.setIndexLag(0);
  await fixture[Symbol.asyncDispose]();
});

const METHODS: readonly MergeMethod[] = ["merge", "squash", "rebase"];

async function withPull(commits = 1) {
  const repository = await fixture.repository();
  const number = await repository.openPullRequest({ head: "topic", files: { "a.txt": "1" } });
  for (let n = 2; n <= commits; n++)
    await repository.pushToPullRequest(number, { [`f${n}.txt`]: `${n}` }, `commit ${n}`);
  return { repository, number, ...fixture.connect(repository) };
}

/** A commit that makes so many files; the last of them, by name, is a template. */
async function touching(count: number) {
  const repository = await fixture.repository();
  const names = Array.from({ length: count - 1 }, (_, n) => `f${n}.txt`);
  const files = Object.fromEntries([...names, "zz-stack.json"].map((name) => [name, "{}"]));
  return { sha: await repository.push("main", files, "Many"), ...fixture.connect(repository) };
}

test("a pull request as a decision needs it", async () => {
  const { repository, number, pulls } = await withPull();
  await repository.label(number, "allow-destructive:Table");
  const open = await pulls.get(number);
  expect(open).toMatchObject({
    number,
    merged: false,
    baseRef: "main",
    labels: ["allow-destructive:Table"],
    draft: false,
    fromFork: false,
  });
  const sha = await repository.merge(number, "squash");
  expect(await pulls.get(number)).toMatchObject({ merged: true, mergeCommitSha: sha, headSha: open.headSha });
});

test("a pull request that there is not", async () => {
  const { pulls } = await withPull();
  expect(await rejection(pulls.get(999))).toMatchObject({ name: "ActionError", reasonCode: "access-denied" });
});

describe.for(METHODS)("%s", (method) => {
  test("the pull request is found from the merge commit, and its head is the one that was reviewed", async () => {
    const { repository, number, pulls } = await withPull(3);
    const { headSha } = await pulls.get(number);
    const sha = await repository.merge(number, method);
    expect(await pulls.containing(sha)).toMatchObject([
      { number, merged: true, headSha, mergeCommitSha: sha },
    ]);
    expect(await pulls.mergedInto("main")).toMatchObject([{ number, mergeCommitSha: sha }]);
  });

  test("every commit that it put on the first-parent line leads to it", async () => {
    const { repository, number, pulls } = await withPull(3);
    const before = await repository.tip("main");
    const sha = await repository.merge(number, method);
    const ancestors = await pulls.ancestors(sha, 30);
    const own = [sha, ...ancestors.slice(0, ancestors.indexOf(before))];
    expect(own).toHaveLength(method === "rebase" ? 3 : 1);
    for (const commit of own)
      expect((await pulls.containing(commit)).map((pull) => pull.number)).toEqual([number]);
  });
});

test("the index lags behind a merge, the pull requests themselves do not", async () => {
  const { repository, number, pulls } = await withPull();
  fixture.github.setIndexLag(2);
  const sha = await repository.merge(number, "squash");
  expect(await pulls.containing(sha)).toEqual([]);
  expect(await pulls.mergedInto("main")).toMatchObject([{ number, mergeCommitSha: sha }]);
  expect(await pulls.containing(sha)).toEqual([]);
  expect(await pulls.containing(sha)).toMatchObject([{ number }]);
  fixture.github.setIndexLag(0);
});

test("closed without a merge is not merged; merged elsewhere is not merged here", async () => {
  const { repository, number, pulls } = await withPull();
  await repository.close(number);
  await repository.push("release", { "r.txt": "1" }, "release");
  const other = await repository.openPullRequest({ head: "other", files: { "b.txt": "1" } });
  await repository.setBase(other, "release");
  const sha = await repository.merge(other, "squash");
  expect(await pulls.mergedInto("main")).toEqual([]);
  expect(await pulls.mergedInto("release")).toMatchObject([
    { number: other, mergeCommitSha: sha, baseRef: "release" },
  ]);
});

test("a commit that no pull request brought, and one that does not exist", async () => {
  const { repository, pulls } = await withPull();
  const sha = await repository.push("main", { "direct.txt": "1" }, "straight to main");
  expect(await pulls.containing(sha)).toEqual([]);
  await rejection(pulls.containing("f".repeat(40)));
});

describe("first parents", () => {
  test("go through merge commits, past the merged branches", async () => {
    const { repository, number, pulls } = await withPull(2);
    const line = [await repository.tip("main")];
    line.unshift(await repository.merge(number, "merge"));
    line.unshift(await repository.push("main", { "x.txt": "1" }, "between"));
    const second = await repository.openPullRequest({ head: "second", files: { "b.txt": "1" } });
    line.unshift(await repository.merge(second, "merge"));
    expect(await pulls.ancestors(line[0] ?? "", 30)).toEqual(line.slice(1));
    expect(await pulls.ancestors(line[0] ?? "", 2)).toEqual(line.slice(1, 3));
    expect(await pulls.ancestors(line.at(-1) ?? "", 30)).toEqual([]);
  });

  test("of a push of several merges", async () => {
    const repository = await fixture.repository();
    const { pulls } = fixture.connect(repository);
    const before = await repository.tip("main");
    const numbers = [];
    for (const head of ["one", "two", "three"]) {
      numbers.push(await repository.openPullRequest({ head, files: { [`${head}.txt`]: "1" } }));
    }
    const tip = await repository.mergeTogether(numbers);
    const ancestors = await pulls.ancestors(tip, 30);
    const own = [tip, ...ancestors.slice(0, ancestors.indexOf(before))];
    const found = (await Promise.all(own.map((sha) => pulls.containing(sha))))
      .flat()
      .map((pull) => pull.number);
    expect(found.toSorted()).toEqual(numbers);
  });

  test("are found behind a branch of more commits than a page holds", async () => {
    const repository = await fixture.repository();
    const { pulls } = fixture.connect(repository);
    const first = await repository.tip("main");
    const number = await repository.openPullRequest({ head: "long", files: { "a.txt": "0" } });
    for (let n = 1; n <= 110; n++)
      await repository.pushToPullRequest(number, { "a.txt": `${n}` }, `commit ${n}`);
    const tip = await repository.merge(number, "merge");
    expect(await pulls.ancestors(tip, 30)).toEqual([first]);
  });
});

describe("commits between", () => {
  test("two of a branch, through all pages, oldest first", async () => {
    const repository = await fixture.repository();
    const { pulls } = fixture.connect(repository);
    const base = await repository.tip("main");
    const commits = [];
    for (let n = 1; n <= 105; n++)
      commits.push(await repository.push("main", { "a.txt": `${n}` }, `commit ${n}`));
    expect(await pulls.commitsBetween(base, "main")).toEqual(commits);
    expect(await pulls.commitsBetween("main", base)).toEqual([]);
    expect(await pulls.commitsBetween("main", "main")).toEqual([]);
  });

  test("a branch that was forced elsewhere and what it lost", async () => {
    const repository = await fixture.repository();
    const { pulls } = fixture.connect(repository);
    const lost = await repository.push("topic", { "a.txt": "1" }, "lost");
    const now = await repository.push("main", { "a.txt": "2" }, "now");
    expect(await pulls.commitsBetween("main", lost)).toEqual([lost]);
    expect(await pulls.commitsBetween(lost, "main")).toEqual([now]);
  });

  test("a branch is meant, where a tag has its name", async () => {
    const repository = await fixture.repository();
    const { pulls } = fixture.connect(repository);
    const base = await repository.tip("main");
    const next = await repository.push("main", { "a.txt": "1" }, "next");
    const topic = await repository.push("fix/topic", { "a.txt": "2" }, "topic");
    for (const name of ["main", "fix/topic"]) await repository.tag(name, base);
    expect(await pulls.commitsBetween(base, "main")).toEqual([next]);
    expect(await pulls.commitsBetween("main", next)).toEqual([]);
    expect(await pulls.commitsBetween("main", "fix/topic")).toEqual([topic]);
    expect(await pulls.mergeBase("main", topic)).toBe(next);
  });

  test.for([1, 99, 100, 101, 299, 300, 301, 2_999])(
    "%i files that a commit touches are all told",
    async (count) => {
      const { sha, pulls } = await touching(count);
      const told = await pulls.touched(sha);
      expect(told).toHaveLength(count);
      expect(new Set(told).size).toBe(count);
      expect(told).toContain("zz-stack.json");
    },
  );

  test.for([3_000, 3_001])("of %i nobody can tell whether they are all", async (count) => {
    const { sha, pulls } = await touching(count);
    expect(await pulls.touched(sha)).toBeUndefined();
  });

  test("an unknown commit is an error, not nothing", async () => {
    const { pulls } = await withPull();
    await rejection(pulls.commitsBetween("main", "f".repeat(40)));
    await rejection(pulls.commitsBetween("f".repeat(40), "main"));
    await rejection(pulls.commitsBetween("gone", "main"));
  });
});

test("reviews with their state, commit and time", async () => {
  const { repository, number, pulls } = await withPull();
  const { headSha } = await pulls.get(number);
  const id = await repository.review(number, "bob", "APPROVED");
  await repository.review(number, "carol", "COMMENTED");
  expect(await pulls.reviews(number)).toMatchObject([
    { reviewer: "bob", state: "APPROVED", commitSha: headSha },
    { reviewer: "carol", state: "COMMENTED", commitSha: headSha },
  ]);
  await repository.dismissReview(number, id);
  expect((await pulls.reviews(number))[0]).toMatchObject({ reviewer: "bob", state: "DISMISSED" });
});

test("approvals of people who could not push do not count, what else they say stays", async () => {
  const { repository, number, pulls } = await withPull();
  await repository.review(number, "mallory", "APPROVED");
  await repository.review(number, "mallory", "CHANGES_REQUESTED");
  await repository.review(number, "bob", "APPROVED");
  expect((await pulls.reviews(number)).map(({ reviewer, state }) => `${reviewer} ${state}`)).toEqual([
    "mallory CHANGES_REQUESTED",
    "bob APPROVED",
  ]);
  const heal = fixture.github.faults.add({
    path: "/repos/*/*/collaborators/**",
    failure: { kind: "status", status: 500 },
  });
  await rejection(pulls.reviews(number));
  heal();
});

test("open pull requests, through all pages; a page that fails fails the list", async () => {
  const repository = await fixture.repository();
  const { pulls } = fixture.connect(repository);
  for (let n = 0; n < 102; n++)
    await repository.openPullRequest({ head: `topic-${n}`, files: { [`${n}.txt`]: "1" } });
  await repository.close(1);
  const open = await pulls.open();
  expect(open).toHaveLength(101);
  expect(open.some(({ number }) => number === 1)).toBe(false);
  const heal = fixture.github.faults.add({
    path: "/repos/*/*/pulls",
    nth: 2,
    failure: { kind: "bad-credentials" },
  });
  expect(await rejection(pulls.open())).toMatchObject({ reasonCode: "access-denied" });
  heal();
});

test("the entries of a merge queue, each with where it starts and ends", async () => {
  const repository = await fixture.repository();
  const { pulls } = fixture.connect(repository);
  const one = await repository.openPullRequest({ head: "one", files: { "1.txt": "1" } });
  const two = await repository.openPullRequest({ head: "two", files: { "2.txt": "1" } });
  expect(await pulls.queued("main")).toEqual([]);
  const first = await repository.queue.enqueue(one, "squash");
  const second = await repository.queue.enqueue(two, "merge");
  await repository.push("gh-readonly-queue/main-2/pr-9-x", { "x.txt": "1" }, "another branch's");
  const found = await pulls.queued("main");
  expect(found.toSorted((a, b) => a.number - b.number)).toEqual([
    { number: one, headSha: first.headSha, baseSha: first.baseSha },
    { number: two, headSha: second.headSha, baseSha: second.baseSha },
  ]);
  expect(second.baseSha).toBe(first.headSha);
  await repository.queue.mergeNext("alice");
  expect((await pulls.queued("main")).map(({ number }) => number)).toEqual([two]);
  // GitHub describes no parameter of this call, not even those of pages.
  const asked = fixture.github.requests.filter(({ path }) => path.includes("/git/matching-refs/"));
  expect(new Set(asked.map(({ query }) => query))).toEqual(new Set([""]));
});

test("git's ids of files and folders in a commit; none for what is not there or is the other", async () => {
  const files = { "stack.json": "{}", "infra/src/a.py": "a", "infra/src/deep/b.py": "b" };
  const repository = await fixture.repository(files);
  const { pulls } = fixture.connect(repository);
  const sha = await repository.push("main", { "a.txt": "a" }, "Another");
  // What `git rev-parse <commit>:<path>` says of these files.
  expect(await pulls.blob(sha, "infra/src/a.py")).toBe("2e65efe2a145dda7ee51d1741299f848e5bf752e");
  expect(await pulls.tree(sha, "infra/src")).toBe(
    treeId([file("a.py", "2e65efe2a145dda7ee51d1741299f848e5bf752e"), file("deep/b.py", B)]),
  );
  expect(await pulls.tree(sha, "infra/src/deep")).toBe(treeId([file("b.py", B)]));
  const whole = await pulls.tree(sha, "");
  expect(whole).toMatch(/^[0-9a-f]{40}$/);
  expect(whole).not.toBe(await pulls.tree(sha, "infra"));
  for (const path of ["infra/src/a.py", "src", "infra/none/deep", "stack.json"]) {
    expect(await pulls.tree(sha, path)).toBeUndefined();
  }
  expect(await pulls.blob(sha, "infra/src")).toBeUndefined();
});

const B = "63d8dbd40c23542e740659a7168a0ce3138ea748";

function file(name: string, blob: string) {
  return { name, blob, isExecutable: false };
}
