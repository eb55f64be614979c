import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOnlyPermissions } from "../identities.ts";
import { place, refusal, startTestbed, type Testbed } from "../testbed.ts";

let bed: Testbed;
beforeAll(async () => {
  bed = await startTestbed();
});
afterAll(() => bed.github.close());

async function openPull() {
  const repository = await bed.repository();
  const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
  return { repository, number, at: { ...place(repository), issue_number: number } };
}

describe("comments", () => {
  it("carry their author and the app, link to the pull request and are edited in place", async () => {
    const { repository, number, at } = await openPull();
    const { rest } = bed.octokit();
    const made = (await rest.issues.createComment({ ...at, body: "first" })).data;
    expect(made).toMatchObject({
      user: { login: "github-actions[bot]", type: "Bot", id: 41898282 },
      performed_via_github_app: { id: 15368, slug: "github-actions" },
      html_url: `${bed.github.url}/${repository.fullName}/pull/${number}#issuecomment-${made.id}`,
    });
    expect(made.created_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
    await rest.issues.updateComment({ ...place(repository), comment_id: made.id, body: "second" });
    await repository.comment(number, "bob", "by hand");
    const listed = (await rest.issues.listComments({ ...at })).data;
    expect(listed).toMatchObject([
      { id: made.id, body: "second" },
      { body: "by hand", user: { login: "bob", type: "User" }, performed_via_github_app: null },
    ]);
  });

  it("come in pages of at most 100 with Link headers", async () => {
    const { repository, number, at } = await openPull();
    for (let n = 1; n <= 103; n++) await repository.comment(number, "carol", `n${n}`);
    const octokit = bed.octokit();
    const first = await octokit.rest.issues.listComments({ ...at, per_page: 100 });
    expect(first.data).toHaveLength(100);
    expect(first.headers.link).toContain(
      `<${bed.github.url}/repos/${repository.fullName}/issues/${number}/comments?`,
    );
    const all = await octokit.paginate(octokit.rest.issues.listComments, { ...at, per_page: 100 });
    expect(all.map((comment) => comment.body)).toEqual(Array.from({ length: 103 }, (_, n) => `n${n + 1}`));
    expect(await repository.comments(number)).toHaveLength(103);
  });

  it("have at most 65,536 characters, emoji counted once, when made and when edited", async () => {
    const { repository, at } = await openPull();
    const { rest } = bed.octokit();
    const longest = (await rest.issues.createComment({ ...at, body: "🛑".repeat(65_536) })).data;
    const tooLong = expect.stringContaining("Body is too long (maximum is 65536 characters)");
    const made = rest.issues.createComment({ ...at, body: "x".repeat(65_537) });
    expect(await refusal(made)).toMatchObject({ status: 422, message: tooLong });
    const edit = { ...place(repository), comment_id: longest.id, body: "x".repeat(65_537) };
    expect(await refusal(rest.issues.updateComment(edit))).toMatchObject({ status: 422, message: tooLong });
  });

  it("are read but not written by a fork's token", async () => {
    const { repository, number, at } = await openPull();
    await repository.comment(number, "bob", "hello");
    const { rest } = bed.octokit(bed.github.token({ permissions: readOnlyPermissions }));
    expect((await rest.issues.listComments({ ...at })).data).toHaveLength(1);
    const [comment] = await repository.comments(number);
    const one = { ...place(repository), comment_id: comment?.id ?? 0 };
    for (const attempt of [
      rest.issues.createComment({ ...at, body: "no" }),
      rest.issues.updateComment({ ...one, body: "no" }),
      rest.issues.deleteComment(one),
    ]) {
      expect(await refusal(attempt)).toMatchObject({
        status: 403,
        message: expect.stringContaining("Resource not accessible by integration"),
      });
    }
    await bed.octokit().rest.issues.deleteComment(one);
    expect(await repository.comments(number)).toEqual([]);
  });
});

describe("reviews", () => {
  it("are of the head of their moment and carry their time, in whole seconds", async () => {
    const { repository, number } = await openPull();
    const first = (await repository.pull(number)) as { head: { sha: string } };
    await repository.review(number, "bob", "APPROVED");
    const second = await repository.pushToPullRequest(number, { a: "2\n" }, "More");
    bed.github.advance(60);
    await repository.review(number, "bob", "CHANGES_REQUESTED");
    await repository.review(number, "carol", "APPROVED", first.head.sha);
    const reviews = (
      await bed.octokit().rest.pulls.listReviews({ ...place(repository), pull_number: number })
    ).data;
    expect(reviews).toMatchObject([
      { user: { login: "bob" }, state: "APPROVED", commit_id: first.head.sha },
      { user: { login: "bob" }, state: "CHANGES_REQUESTED", commit_id: second },
      { user: { login: "carol" }, state: "APPROVED", commit_id: first.head.sha },
    ]);
    const times = reviews.map((review) => Date.parse(review.submitted_at ?? ""));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
    expect(times.every((time) => time % 1000 === 0)).toBe(true);
  });

  it("are dismissed, and never one's own approval", async () => {
    const { repository, number } = await openPull();
    const review = await repository.review(number, "bob", "APPROVED");
    await repository.dismissReview(number, review);
    const reviews = (
      await bed.octokit().rest.pulls.listReviews({ ...place(repository), pull_number: number })
    ).data;
    expect(reviews).toMatchObject([{ id: review, state: "DISMISSED" }]);
    await expect(repository.review(number, "alice", "APPROVED")).rejects.toThrow(/422.*own pull request/);
  });
});

describe("who asks", () => {
  it("learns its name from GraphQL at both addresses, and not from REST", async () => {
    const name = async (token: string, api?: string) => {
      const { viewer } = await bed
        .octokit(token, api)
        .graphql<{ viewer: { login: string } }>("query { viewer { login } }");
      return viewer.login;
    };
    expect(await name(bed.github.token())).toBe("github-actions[bot]");
    expect(await name(bed.github.token({ app: "other-app" }), `${bed.github.url}/api/v3`)).toBe(
      "other-app[bot]",
    );
    expect(await name(bed.github.userToken("bob"))).toBe("bob");
    const { rest } = bed.octokit();
    expect(await refusal(rest.users.getAuthenticated())).toMatchObject({ status: 403 });
    await expect(bed.octokit().graphql("{ repository(owner: 1) { id } }")).rejects.toThrow(/viewer/);
  });

  it("must be known", async () => {
    const token = bed.github.token();
    const repository = await bed.repository();
    const get = (as: string) => bed.octokit(as).rest.repos.get(place(repository));
    expect((await get(token)).data).toMatchObject({ full_name: repository.fullName, default_branch: "main" });
    bed.github.revoke(token);
    expect(await refusal(get(token))).toMatchObject({
      status: 401,
      message: expect.stringContaining("Bad credentials"),
    });
    expect(await refusal(get("ghs_invented"))).toMatchObject({ status: 401 });
  });

  it("reads only what its permissions name in a private repository", async () => {
    const repository = await bed.github.createRepository({ name: "private", private: true });
    const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
    const read = (permissions: Record<string, "read">) =>
      bed
        .octokit(bed.github.token({ permissions }))
        .rest.pulls.get({ ...place(repository), pull_number: number });
    expect(await refusal(read({ contents: "read" }))).toMatchObject({ status: 403 });
    expect((await read({ pull_requests: "read" })).data.number).toBe(number);
  });
});

describe("deployments", () => {
  it("are made, listed and given states", async () => {
    const repository = await bed.repository();
    const permissions = { contents: "read", deployments: "write" } as const;
    const { rest } = bed.octokit(bed.github.token({ permissions }));
    const at = place(repository);
    const request = {
      ...at,
      ref: "main",
      environment: "production",
      required_contexts: [],
      auto_merge: false,
    };
    const made = (await rest.repos.createDeployment(request)).data as { id: number; sha: string };
    expect(made.sha).toBe(await repository.tip("main"));
    const state = {
      ...at,
      deployment_id: made.id,
      state: "success",
      log_url: "https://example.com/run",
    } as const;
    await rest.repos.createDeploymentStatus(state);
    const listed = (await rest.repos.listDeployments({ ...at, environment: "production", sha: made.sha }))
      .data;
    expect(listed).toMatchObject([{ id: made.id, creator: { login: "github-actions[bot]" } }]);
    expect((await rest.repos.listDeployments({ ...at, environment: "staging" })).data).toEqual([]);
    const states = (await rest.repos.listDeploymentStatuses({ ...at, deployment_id: made.id })).data;
    expect(states).toMatchObject([{ state: "success", log_url: "https://example.com/run" }]);
    expect(await refusal(bed.octokit().rest.repos.createDeployment(request))).toMatchObject({ status: 403 });
  });
});
