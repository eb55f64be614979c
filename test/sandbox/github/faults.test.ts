import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { place, refusal, startTestbed, type Testbed } from "./testbed.ts";

let bed: Testbed;
beforeAll(async () => {
  bed = await startTestbed();
});
afterEach(() => bed.github.faults.clear());
afterAll(() => bed.github.close());

async function openPull() {
  const repository = await bed.repository();
  const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
  const { rest } = bed.octokit();
  const comment = (body: string) =>
    rest.issues.createComment({ ...place(repository), issue_number: number, body });
  return {
    repository,
    number,
    rest,
    comment,
    bodies: async () => (await repository.comments(number)).map((c) => c.body),
  };
}

describe("faults", () => {
  it("strike the n-th, every n-th or the first n requests of a route", async () => {
    const { comment } = await openPull();
    const statuses = async (n: number) => {
      const seen: number[] = [];
      for (let i = 0; i < n; i++) {
        seen.push(
          await comment("x").then(
            (answer) => answer.status,
            (error: { status: number }) => error.status,
          ),
        );
      }
      return seen;
    };
    const path = "/repos/*/*/issues/*/comments";
    const remove = bed.github.faults.add({
      method: "POST",
      path,
      nth: 2,
      failure: { kind: "status", status: 502 },
    });
    expect(await statuses(3)).toEqual([201, 502, 201]);
    remove();
    bed.github.faults.add({ path: "/repos/**", every: 2, failure: { kind: "status", status: 500 } });
    expect(await statuses(4)).toEqual([201, 500, 201, 500]);
    bed.github.faults.clear();
    bed.github.faults.add({ method: "POST", times: 2, failure: { kind: "status", status: 503 } });
    expect(await statuses(3)).toEqual([503, 503, 201]);
    bed.github.faults.clear();
    bed.github.faults.add({ method: "PUT", failure: { kind: "status", status: 500 } });
    expect(await statuses(1)).toEqual([201]);
  });

  it("before the request leave nothing, after it lose only the answer", async () => {
    const { comment, bodies } = await openPull();
    bed.github.faults.add({ method: "POST", nth: 1, failure: { kind: "status", status: 500 } });
    bed.github.faults.add({
      method: "POST",
      nth: 2,
      when: "after",
      failure: { kind: "status", status: 502 },
    });
    bed.github.faults.add({ method: "POST", nth: 3, when: "after", failure: { kind: "reset" } });
    expect((await refusal(comment("one"))).status).toBe(500);
    expect((await refusal(comment("two"))).status).toBe(502);
    await expect(comment("three")).rejects.toThrow();
    expect(await bodies()).toEqual(["two", "three"]);
  });

  it("speak GitHub's rate limits", async () => {
    const { comment } = await openPull();
    const limit = { kind: "secondary-rate-limit", retryAfterSeconds: 7 } as const;
    bed.github.faults.add({ method: "POST", nth: 1, failure: limit });
    bed.github.faults.add({ method: "POST", nth: 2, failure: { kind: "rate-limit", resetInSeconds: 30 } });
    expect(await refusal(comment("one"))).toMatchObject({
      status: 403,
      message: expect.stringContaining("secondary rate limit"),
      headers: { "retry-after": "7" },
    });
    const primary = await refusal(comment("two"));
    expect(primary).toMatchObject({ status: 403, headers: { "x-ratelimit-remaining": "0" } });
    const reset = Number((primary.headers as Record<string, string>)["x-ratelimit-reset"]);
    expect(reset * 1000).toBeGreaterThan(Date.now());
  });

  it("reset the connection or answer late", async () => {
    const { comment, bodies } = await openPull();
    bed.github.faults.add({ method: "POST", nth: 1, failure: { kind: "reset" } });
    bed.github.faults.add({ method: "POST", nth: 2, failure: { kind: "slow", milliseconds: 60 } });
    await expect(comment("one")).rejects.toThrow();
    const started = performance.now();
    await comment("two");
    expect(performance.now() - started).toBeGreaterThan(50);
    expect(await bodies()).toEqual(["two"]);
  });

  it("and requests are recorded with who asked, what and the answer", async () => {
    const { repository, number, comment } = await openPull();
    bed.github.requests.splice(0);
    bed.github.faults.add({ method: "POST", nth: 2, failure: { kind: "reset" } });
    await comment("one");
    await comment("two").catch(() => undefined);
    await repository.comment(number, "bob", "story calls are not recorded");
    const path = `/repos/${repository.fullName}/issues/${number}/comments`;
    const common = { method: "POST", path, login: "github-actions[bot]" };
    expect(bed.github.requests).toEqual([
      { ...common, query: "", body: { body: "one" }, status: 201, faulty: false },
      { ...common, query: "", body: { body: "two" }, status: 0, faulty: true },
    ]);
  });
});

describe("the control endpoint", () => {
  it("tells the same stories over HTTP", async () => {
    const call = async (name: string, ...args: unknown[]) => {
      const answer = await fetch(`${bed.github.url}/_sandbox/${name}`, {
        method: "POST",
        body: JSON.stringify(args),
      });
      const { result, message } = (await answer.json()) as { result?: unknown; message?: string };
      if (answer.status !== 200) throw new Error(`${answer.status} ${message}`);
      return result;
    };
    const full = String(await call("repositories", { name: "remote", files: { a: "0\n" } }));
    const number = await call(`repositories/${full}/openPullRequest`, { head: "one", files: { a: "1\n" } });
    const event = await call(`repositories/${full}/event/pullRequest`, number, "opened");
    expect(event).toMatchObject({ name: "pull_request", ref: `refs/pull/${number}/merge` });
    const token = String(await call("token", { app: "other-app" }));
    const { viewer } = await bed
      .octokit(token)
      .graphql<{ viewer: { login: string } }>("{ viewer { login } }");
    expect(viewer.login).toBe("other-app[bot]");
    await call("faults", { path: "/graphql", failure: { kind: "status", status: 500 } });
    await expect(bed.octokit(token).graphql("{ viewer { login } }")).rejects.toMatchObject({ status: 500 });
    await call("clearFaults");
    expect(await call(`repositories/${full}/merge`, number, "squash")).toMatch(/^[0-9a-f]{40}$/);
    expect(await call("requests")).toContainEqual(expect.objectContaining({ path: "/graphql", status: 500 }));
    await expect(call("constructor")).rejects.toThrow("404");
    await expect(call(`repositories/${full}/toString`)).rejects.toThrow("404");
  });
});
