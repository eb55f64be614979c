import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lines, place, refusal, startTestbed, type Testbed } from "../testbed.ts";

let bed: Testbed;
beforeAll(async () => {
  bed = await startTestbed();
});
afterAll(() => bed.github.close());

describe("pull requests", () => {
  it("show head, base and a test merge that follow pushes to both branches", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({
      head: "one",
      files: { "stack.json": lines(40, { 3: "three" }) },
    });
    const { rest } = bed.octokit();
    const opened = (await rest.pulls.get({ ...place(repository), pull_number: number })).data;
    expect(opened).toMatchObject({
      state: "open",
      merged: false,
      mergeable: true,
      draft: false,
      base: { ref: "main" },
    });
    const pushed = await repository.pushToPullRequest(
      number,
      { "stack.json": lines(40, { 4: "four" }) },
      "Second",
    );
    await repository.push("main", { "other.txt": "other\n" }, "On main");
    const moved = (await rest.pulls.get({ ...place(repository), pull_number: number })).data;
    expect(moved.head.sha).toBe(pushed);
    expect(moved.merge_commit_sha).not.toBe(opened.merge_commit_sha);
    const files = await repository.files(`refs/pull/${number}/merge`);
    expect(files).toEqual({ "stack.json": lines(40, { 4: "four" }), "other.txt": "other\n" });
    const commits = await rest.pulls.listCommits({ ...place(repository), pull_number: number });
    expect(commits.data.map((c) => c.sha)).toEqual([opened.head.sha, pushed]);
  });

  it("are listed without the fields that only one pull request's answer has", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({
      head: "one",
      files: { a: "1\n" },
      labels: ["allow-destructive"],
    });
    const list = (await bed.octokit().rest.pulls.list(place(repository))).data;
    expect(list).toMatchObject([
      { number, head: { ref: "one" }, labels: [{ name: "allow-destructive" }], merged_at: null },
    ]);
    expect(list[0]).not.toHaveProperty("merged");
    expect(list[0]).not.toHaveProperty("mergeable");
  });

  it.each(["merge", "squash", "rebase"] as const)("%s keeps what was merged before", async (method) => {
    const repository = await bed.repository();
    const one = await repository.openPullRequest({
      head: "one",
      files: { "stack.json": lines(40, { 3: "three" }) },
    });
    const two = await repository.openPullRequest({
      head: "two",
      files: { "stack.json": lines(40, { 33: "thirty" }) },
    });
    await repository.pushToPullRequest(
      two,
      { "stack.json": lines(40, { 33: "thirty", 34: "more" }) },
      "More",
    );
    const first = await repository.merge(one, method);
    const second = await repository.merge(two, method, "bob");
    expect(await repository.files("main")).toEqual({
      "stack.json": lines(40, { 3: "three", 33: "thirty", 34: "more" }),
    });
    expect(await repository.tip("main")).toBe(second);
    const { rest } = bed.octokit();
    const merged = (await rest.pulls.get({ ...place(repository), pull_number: two })).data;
    expect(merged).toMatchObject({
      merged: true,
      state: "closed",
      merge_commit_sha: second,
      merged_by: { login: "bob" },
    });
    const { data: range } = await rest.repos.compareCommits({
      ...place(repository),
      base: first,
      head: second,
    });
    expect(range.total_commits).toBe({ merge: 3, squash: 1, rebase: 2 }[method]);
    const tip = range.commits.at(-1);
    expect(tip?.parents).toHaveLength(method === "merge" ? 2 : 1);
    expect(range.commits.map((c) => c.sha).includes(merged.head.sha)).toBe(method === "merge");
    const again = rest.pulls.merge({ ...place(repository), pull_number: two });
    expect(await refusal(again)).toMatchObject({ status: 405 });
  });

  it("that conflict cannot be merged and start no run", async () => {
    const repository = await bed.repository();
    const one = await repository.openPullRequest({
      head: "one",
      files: { "stack.json": lines(40, { 3: "a" }) },
    });
    const two = await repository.openPullRequest({
      head: "two",
      files: { "stack.json": lines(40, { 3: "b" }) },
    });
    await repository.merge(one);
    expect(await repository.pull(two)).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    await expect(repository.merge(two)).rejects.toThrow(/405.*not mergeable/);
    await expect(repository.event.pullRequest(two, "synchronize")).rejects.toThrow(/conflicts/);
  });

  it("that are drafts, or whose head moved, are not merged", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" }, draft: true });
    await expect(repository.merge(number)).rejects.toThrow(/405.*draft/);
    await repository.setDraft(number, false);
    const { rest } = bed.octokit(bed.github.userToken("alice"));
    const stale = rest.pulls.merge({ ...place(repository), pull_number: number, sha: "0".repeat(40) });
    expect(await refusal(stale)).toMatchObject({ status: 409 });
  });

  it("are refused without commits, without a branch, and twice", async () => {
    const repository = await bed.repository();
    const { rest } = bed.octokit(bed.github.userToken("alice"));
    const open = (head: string) =>
      rest.pulls.create({ ...place(repository), title: "T", head, base: "main" });
    expect((await refusal(open("missing"))).status).toBe(422);
    await repository.push("one", { a: "1\n" }, "One");
    await open("one");
    expect((await refusal(open("one"))).message).toContain("already exists");
    await repository.push("old", { b: "1\n" }, "Old");
    await repository.push("main", { b: "1\n" }, "Ahead", { onto: "old" });
    expect((await refusal(open("old"))).message).toContain("No commits between main and old");
  });

  it("close, reopen, change their base and are force-pushed", async () => {
    const repository = await bed.repository();
    await repository.push("release", { r: "1\n" }, "Release");
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    await repository.close(number);
    expect(await repository.pull(number)).toMatchObject({ state: "closed", merged: false });
    await repository.reopen(number);
    await repository.setBase(number, "release");
    expect(await repository.pull(number)).toMatchObject({
      state: "open",
      base: { ref: "release", sha: await repository.tip("release") },
    });
    const forced = await repository.pushToPullRequest(number, { z: "9\n" }, "Anew", { onto: "main" });
    expect(await repository.pull(number)).toMatchObject({ head: { sha: forced } });
    expect(await repository.files(`refs/pull/${number}/merge`)).toEqual({
      "stack.json": lines(40),
      r: "1\n",
      z: "9\n",
    });
  });

  it("come from forks, whose commits are objects of the base repository", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "evil", fork: "mallory", files: { a: "1\n" } });
    const second = await repository.pushToPullRequest(number, { b: "2\n" }, "More");
    const pull = await repository.pull(number);
    expect(pull).toMatchObject({
      user: { login: "mallory" },
      head: {
        sha: second,
        ref: "evil",
        repo: { fork: true, full_name: expect.stringMatching(/^mallory\//) },
      },
      base: { repo: { fork: false, full_name: repository.fullName } },
    });
    expect(await repository.files(`refs/pull/${number}/merge`)).toMatchObject({ a: "1\n", b: "2\n" });
    await repository.merge(number);
    expect(await repository.files("main")).toMatchObject({ a: "1\n", b: "2\n" });
  });
});

describe("branches", () => {
  it("take several merges in one push", async () => {
    const repository = await bed.repository();
    const one = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const two = await repository.openPullRequest({ head: "two", files: { b: "2\n" } });
    const before = await repository.tip("main");
    const after = await repository.mergeTogether([one, two]);
    expect(await repository.files("main")).toMatchObject({ a: "1\n", b: "2\n" });
    expect((await repository.event.push("main")).payload).toMatchObject({ before, after });
    const { data } = await bed
      .octokit()
      .rest.repos.compareCommits({ ...place(repository), base: before, head: after });
    expect(data.commits).toHaveLength(4);
    expect(await repository.pull(one)).toMatchObject({
      merged: true,
      merge_commit_sha: expect.not.stringMatching(after),
    });
    expect(await repository.pull(two)).toMatchObject({ merged: true, merge_commit_sha: after });
  });

  it("take their open pull requests with them", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    await repository.deleteBranch("one");
    expect(await repository.pull(number)).toMatchObject({ state: "closed", merged: false });
    await expect(repository.tip("one")).rejects.toThrow(/no branch/);
  });

  it("are also moved by the contents API, and the pull request follows", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const { rest } = bed.octokit(bed.github.userToken("alice"));
    const content = Buffer.from("2\n").toString("base64");
    const file = { ...place(repository), path: "b", branch: "one", message: "Add b", content };
    const { commit } = (await rest.repos.createOrUpdateFileContents(file)).data;
    expect(await repository.pull(number)).toMatchObject({ head: { sha: commit.sha }, commits: 2 });
    const changed = await rest.pulls.listFiles({ ...place(repository), pull_number: number });
    expect(changed.data.map((changedFile) => `${changedFile.status} ${changedFile.filename}`)).toEqual([
      "added a",
      "added b",
    ]);
  });
});

describe("a commit's pull requests", () => {
  it.each(["merge", "squash", "rebase"] as const)("are found after a %s", async (method) => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const head = await repository.pushToPullRequest(number, { b: "2\n" }, "More");
    await repository.openPullRequest({ head: "bystander", files: { c: "3\n" } });
    const { rest } = bed.octokit();
    const find = async (sha: string) => {
      const found = await rest.repos.listPullRequestsAssociatedWithCommit({
        ...place(repository),
        commit_sha: sha,
      });
      return found.data.map((pull) => pull.number);
    };
    expect(await find(head)).toEqual([number]);
    const before = await repository.tip("main");
    const merged = await repository.merge(number, method);
    expect(await find(merged)).toEqual([number]);
    expect(await find(head)).toEqual([number]);
    expect(await find(before)).toEqual([]);
    if (method === "rebase") {
      const commit = await rest.repos.getCommit({ ...place(repository), ref: merged });
      expect(await find(commit.data.parents[0]?.sha ?? "")).toEqual([number]);
    }
    expect(await refusal(find("f".repeat(40)))).toMatchObject({ status: 422 });
  });

  it("are empty as long as the index lags, for each commit anew", async () => {
    const repository = await bed.repository();
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const commit_sha = await repository.merge(number, "squash");
    const { rest } = bed.octokit();
    const find = async () =>
      (await rest.repos.listPullRequestsAssociatedWithCommit({ ...place(repository), commit_sha })).data
        .length;
    bed.github.setIndexLag(2);
    expect([await find(), await find(), await find(), await find()]).toEqual([0, 0, 1, 1]);
    bed.github.setIndexLag(0);
  });
});

describe("the merge queue", () => {
  it("checks each entry on top of those before it and merges what was checked", async () => {
    const repository = await bed.repository();
    const one = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const two = await repository.openPullRequest({ head: "two", files: { b: "2\n" } });
    const first = await repository.queue.enqueue(one, "squash");
    const second = await repository.queue.enqueue(two, "squash");
    expect(second.baseSha).toBe(first.headSha);
    expect(await repository.files(second.headRef)).toMatchObject({ a: "1\n", b: "2\n" });
    const event = await repository.event.mergeGroup(second);
    expect(event).toMatchObject({
      name: "merge_group",
      sha: second.headSha,
      ref: second.headRef,
      payload: {
        action: "checks_requested",
        merge_group: { head_sha: second.headSha, base_sha: first.headSha, base_ref: "refs/heads/main" },
      },
    });
    expect(await repository.queue.mergeNext("alice")).toBe(first.headSha);
    expect(await repository.queue.mergeNext("alice")).toBe(second.headSha);
    expect(await repository.tip("main")).toBe(second.headSha);
    expect(await repository.pull(two)).toMatchObject({ merged: true, merge_commit_sha: second.headSha });
    const { rest } = bed.octokit();
    const found = await rest.repos.listPullRequestsAssociatedWithCommit({
      ...place(repository),
      commit_sha: first.headSha,
    });
    expect(found.data.map((pull) => pull.number)).toEqual([one]);
  });
});
