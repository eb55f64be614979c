import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../runner/temp.ts";
import { startTestbed, type Testbed } from "../testbed.ts";
import type { WorkflowEvent } from "./payloads.ts";
import type { Repository } from "./story.ts";

let bed: Testbed;
beforeAll(async () => {
  bed = await startTestbed();
});
afterAll(() => bed.github.close());

function surroundings(repository: Repository, sender = "alice") {
  return {
    repository: {
      full_name: repository.fullName,
      default_branch: "main",
      fork: false,
      owner: { login: "acme" },
    },
    organization: { login: "acme" },
    sender: { login: sender },
  };
}

describe("events", () => {
  it("of a pull request stand on its merge commit, and on the base branch once it is merged", async () => {
    const repository = await bed.repository({ a: "0\n" });
    const number = await repository.openPullRequest({
      head: "one",
      files: { a: "1\n" },
      labels: ["allow-destructive"],
    });
    const opened = await repository.event.pullRequest(number, "opened", { sender: "bob" });
    const pull = (await repository.pull(number)) as { head: { sha: string }; merge_commit_sha: string };
    expect(opened).toMatchObject({
      name: "pull_request",
      sha: pull.merge_commit_sha,
      ref: `refs/pull/${number}/merge`,
      headRef: "one",
      baseRef: "main",
      actor: "bob",
      payload: {
        action: "opened",
        number,
        pull_request: {
          head: { sha: pull.head.sha, ref: "one", repo: { fork: false, full_name: repository.fullName } },
          base: { ref: "main", sha: await repository.tip("main"), repo: { full_name: repository.fullName } },
          merged: false,
          draft: false,
          user: { login: "alice" },
          labels: [{ name: "allow-destructive" }],
        },
        ...surroundings(repository, "bob"),
      },
    });
    const merged = await repository.merge(number, "squash");
    const closed = await repository.event.pullRequest(number, "closed");
    expect(closed).toMatchObject({
      sha: merged,
      ref: "refs/heads/main",
      payload: {
        action: "closed",
        pull_request: { merged: true, merge_commit_sha: merged, state: "closed" },
      },
    });
  });

  it("of a push name what it added", async () => {
    const repository = await bed.repository({ a: "0\n" });
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const before = await repository.tip("main");
    const after = await repository.merge(number);
    expect(await repository.event.push("main")).toMatchObject({
      name: "push",
      sha: after,
      ref: "refs/heads/main",
      payload: {
        ref: "refs/heads/main",
        before,
        after,
        created: false,
        forced: false,
        commits: [{ message: "Change from one" }, { id: after }],
        head_commit: { id: after },
        pusher: { name: "alice" },
        ...surroundings(repository),
      },
    });
    const fresh = await repository.push("topic", { b: "1\n" }, "Topic", { author: "bob" });
    const created = await repository.event.push("topic");
    expect(created.payload).toMatchObject({
      created: true,
      before: "0".repeat(40),
      after: fresh,
      sender: { login: "bob" },
    });
    expect(await repository.event.pushTag("v1", after)).toMatchObject({ ref: "refs/tags/v1", sha: after });
  });

  it("of every other kind stand on the default branch", async () => {
    const repository = await bed.repository({ a: "0\n" });
    const number = await repository.openPullRequest({ head: "one", fork: "mallory", files: { a: "1\n" } });
    const sha = await repository.tip("main");
    const events: WorkflowEvent[] = [
      await repository.event.workflowDispatch({ "approved-digest": "abc" }),
      await repository.event.repositoryDispatch("deploy", { stack: "app" }),
      await repository.event.schedule(),
      await repository.event.pullRequestTarget(number, "opened", { sender: "mallory" }),
    ];
    for (const event of events) expect(event).toMatchObject({ sha, ref: "refs/heads/main" });
    expect(events[0]?.payload).toMatchObject({ inputs: { "approved-digest": "abc" } });
    expect(events[1]?.payload).toMatchObject({ action: "deploy", client_payload: { stack: "app" } });
    expect(events[3]?.payload).toMatchObject({
      pull_request: { head: { repo: { fork: true } } },
      sender: { login: "mallory" },
    });
  });
});

describe("checkout", () => {
  it("lays the files of the event's commit and removes what was there", async () => {
    const repository = await bed.repository({ "a.txt": "0\n", "dir/deep/b.txt": "0\n" });
    const number = await repository.openPullRequest({ head: "one", files: { "a.txt": "1\n" } });
    await repository.push("main", { "dir/deep/b.txt": null, "c.txt": "2\n" }, "On main");
    const { sha } = await repository.event.pullRequest(number, "synchronize");
    const workspace = await temporaryDirectory("workspace");
    await repository.checkout("main", workspace);
    expect(await repository.checkout(sha, workspace)).toBe(sha);
    expect((await readdir(workspace)).sort()).toEqual(["a.txt", "c.txt"]);
    expect(await readFile(join(workspace, "a.txt"), "utf8")).toBe("1\n");
  });
});
