import { describe, expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { deployCheckName, type StackJob } from "../../src/flows/job.ts";
import { findReview } from "../../src/flows/review.ts";
import {
  commit,
  contentOf,
  emptyGitHub,
  type GitHubModel,
  type MergeMethod,
  mergePull,
  OTHER_APP,
  OUR_APP,
  openPull,
  type Pull,
  portsOf,
  pushToPull,
} from "./model/gitHub.ts";
import { jobOf, record, silent } from "./world.ts";

const job: StackJob = jobOf({});

interface World {
  readonly gitHub: GitHubModel;
  /** A pull request with a record of ours on its head, merged. */
  readonly merged: (method?: MergeMethod) => Promise<Pull>;
  /** A deploy of the commit that ended so. */
  readonly deployed: (sha: string, conclusion?: "success" | "failure", appId?: number) => Promise<void>;
  readonly review: (
    sha: string,
    options?: { pullRequest?: number; appId?: number; delays?: number[] },
  ) => ReturnType<typeof findReview>;
  readonly slept: number[];
}

function world(): World {
  const gitHub = emptyGitHub({ Queue: "30" }, () => 1_000_000);
  const ports = (appId = OUR_APP) =>
    portsOf(
      gitHub,
      appId,
      async () => undefined,
      () => undefined,
    );
  const slept: number[] = [];
  let count = 0;
  return {
    gitHub,
    slept,
    async merged(method = "squash") {
      const pull = openPull(gitHub, { Topic: `t${++count}` });
      await record(ports(), job, pull);
      mergePull(gitHub, pull, method);
      return pull;
    },
    async deployed(sha, conclusion = "success", appId = OUR_APP) {
      await ports(appId).checks.create(sha, deployCheckName(job.inputs), {
        externalId: "",
        status: "completed",
        conclusion,
        title: "t",
        summary: "s",
        annotations: [],
      });
    },
    review(sha, { pullRequest, appId = OUR_APP, delays = [] } = {}) {
      const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
      const deployed = { commit: sha, branch: "main", pullRequest };
      return findReview(job, deployed, appId, { ...ports(), clock, log: silent }, delays);
    },
  };
}

const numbers = ({
  pulls,
}: {
  readonly pulls: readonly { readonly number: number; readonly merged: boolean }[];
}) => pulls.filter(({ merged }) => merged).map(({ number }) => number);

describe("the pull requests that were merged since the last deploy", () => {
  test.for<MergeMethod>(["merge", "squash", "rebase"])("one, by %s", async (method) => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    const pull = await merged(method);
    const found = await review(gitHub.main);
    expect(found).toMatchObject({ own: [pull.number], newerDeploy: undefined });
    expect(found.pulls).toMatchObject([
      { number: pull.number, merged: true, headSha: pull.headSha, record: { digest: expect.any(String) } },
    ]);
  });

  test.for<MergeMethod>(["merge", "squash", "rebase"])(
    "all whose deploys did not come to it, by %s",
    async (method) => {
      const { gitHub, merged, deployed, review } = world();
      await merged();
      await deployed(gitHub.main);
      await merged(method);
      await merged(method);
      const last = await merged(method);
      expect(numbers(await review(gitHub.main))).toEqual([4, 3, 2]);
      expect((await review(gitHub.main)).own).toEqual([last.number]);
    },
  );

  test("a deploy that failed or was blocked does not end the search", async () => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    await merged();
    await deployed(gitHub.main, "failure");
    await merged();
    expect(numbers(await review(gitHub.main))).toEqual([2, 1]);
  });

  test("a deploy that another app claims to have done does not end it", async () => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    await merged();
    await deployed(gitHub.main, "success", OTHER_APP);
    await merged();
    expect(numbers(await review(gitHub.main))).toEqual([2, 1]);
  });

  test("of a rebase of several commits, once", async () => {
    const { gitHub, deployed, review } = world();
    await deployed(gitHub.main);
    const pull = openPull(gitHub, { Topic: "a" });
    for (const value of ["b", "c"]) pushToPull(gitHub, pull, { Topic: value });
    mergePull(gitHub, pull, "rebase");
    expect(pull.landed).toHaveLength(3);
    expect(numbers(await review(gitHub.main))).toEqual([pull.number]);
  });

  test("where no deploy is found in thirty commits: those of the commit only", async () => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    await merged();
    for (let n = 0; n < 30; n++)
      gitHub.main = commit(gitHub, [gitHub.main], contentOf(gitHub, gitHub.main)).sha;
    const last = await merged();
    expect(numbers(await review(gitHub.main))).toEqual([last.number]);
  });

  test("a first deploy of a repository: those of the commit only", async () => {
    const { gitHub, merged, review } = world();
    await merged();
    const last = await merged();
    expect(numbers(await review(gitHub.main))).toEqual([last.number]);
  });

  test("a push straight to the branch brings none, and does not hide those before it", async () => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    await merged();
    gitHub.main = commit(gitHub, [gitHub.main], {}).sha;
    const found = await review(gitHub.main);
    expect(found.own).toEqual([]);
    expect(numbers(found)).toEqual([1]);
  });

  test("merged into another branch is told, and does not count as merged here", async () => {
    const { gitHub, deployed, review } = world();
    await deployed(gitHub.main);
    const pull = openPull(gitHub, { Topic: "a" }, "feature");
    mergePull(gitHub, pull, "squash");
    const found = await review(gitHub.main, { pullRequest: pull.number });
    expect(found.pulls).toMatchObject([{ number: pull.number, merged: false, baseRef: "feature" }]);
  });

  test("known from the event, together with those before", async () => {
    const { gitHub, merged, deployed, review } = world();
    await deployed(gitHub.main);
    await merged();
    const pull = await merged();
    const found = await review(gitHub.main, { pullRequest: pull.number });
    expect(found.own).toEqual([pull.number]);
    expect(numbers(found)).toEqual([2, 1]);
  });
});

describe("old jobs and lost commits", () => {
  test("a newer commit is deployed already", async () => {
    const { gitHub, merged, deployed, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    await deployed(gitHub.main);
    expect((await review(old)).newerDeploy).toBe(gitHub.main);
    expect((await review(gitHub.main)).newerDeploy).toBeUndefined();
  });

  test("a newer commit's deploy has begun: it brings these changes as well", async () => {
    const { gitHub, merged, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    const { checks } = portsOf(
      gitHub,
      OUR_APP,
      async () => undefined,
      () => undefined,
    );
    const begun = {
      externalId: "",
      status: "in_progress",
      title: "t",
      summary: "s",
      annotations: [],
    } as const;
    await checks.create(gitHub.main, deployCheckName(job.inputs), begun);
    expect((await review(old)).newerDeploy).toBe(gitHub.main);
  });

  test("even where many commits came after that", async () => {
    const { gitHub, merged, deployed, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    const newer = gitHub.main;
    await deployed(newer);
    for (let n = 0; n < 120; n++) gitHub.main = commit(gitHub, [gitHub.main], {}).sha;
    expect((await review(old)).newerDeploy).toBe(newer);
  });

  test("too many to tell: nothing is assumed", async () => {
    const { gitHub, merged, review } = world();
    await merged();
    const old = gitHub.main;
    for (let n = 0; n < 301; n++) gitHub.main = commit(gitHub, [gitHub.main], {}).sha;
    await expect(review(old)).rejects.toThrow(ActionError);
    await expect(review(old)).rejects.toMatchObject({ reasonCode: "stale-review" });
  });

  test("a newer deploy that failed, or another app's, does not count", async () => {
    const { gitHub, merged, deployed, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    await deployed(gitHub.main, "failure");
    await deployed(gitHub.main, "success", OTHER_APP);
    expect((await review(old)).newerDeploy).toBeUndefined();
  });

  test("what the branch was forced away from is merged no longer", async () => {
    const { gitHub, merged, review } = world();
    const before = gitHub.main;
    const pull = await merged();
    const lost = gitHub.main;
    gitHub.main = commit(gitHub, [before], {}).sha;
    const found = await review(lost, { pullRequest: pull.number });
    expect(found.pulls).toMatchObject([{ number: pull.number, merged: false }]);
    expect(found.labels).toEqual([]);
  });
});

describe("records", () => {
  test("of the newest check run of ours on the head that was merged", async () => {
    const { gitHub, review } = world();
    const ports = portsOf(
      gitHub,
      OUR_APP,
      async () => undefined,
      () => undefined,
    );
    const pull = openPull(gitHub, { Topic: "a" });
    await record(ports, job, pull, { tags: [{ key: "k", after: "old" }] });
    const newest = await record(ports, job, pull, { tags: [{ key: "k", after: "new" }] });
    mergePull(gitHub, pull, "squash");
    expect((await review(gitHub.main)).pulls[0]?.record?.digest).toBe(newest);
  });

  test("not of an earlier head", async () => {
    const { gitHub, review } = world();
    const ports = portsOf(
      gitHub,
      OUR_APP,
      async () => undefined,
      () => undefined,
    );
    const pull = openPull(gitHub, { Topic: "a" });
    await record(ports, job, pull);
    pushToPull(gitHub, pull, { Topic: "b" });
    mergePull(gitHub, pull, "squash");
    expect((await review(gitHub.main)).pulls[0]?.record).toBeUndefined();
  });

  test("not of another app, however new, and not without an app of ours", async () => {
    const { gitHub, merged, review } = world();
    const other = portsOf(
      gitHub,
      OTHER_APP,
      async () => undefined,
      () => undefined,
    );
    const pull = openPull(gitHub, { Topic: "a" });
    await record(other, job, pull);
    mergePull(gitHub, pull, "squash");
    expect((await review(gitHub.main)).pulls[0]?.record).toBeUndefined();
    await merged();
    expect((await review(gitHub.main, { appId: undefined as never })).pulls[0]?.record).toBeDefined();
    const none = await findReview(
      job,
      { commit: gitHub.main, branch: "main", pullRequest: undefined },
      undefined,
      { ...other, clock: { now: () => 0, sleep: async () => undefined }, log: silent },
    );
    expect(none.pulls[0]?.record).toBeUndefined();
  });

  test("a preview that failed after a good one leaves no record", async () => {
    const { gitHub, review } = world();
    const ports = portsOf(
      gitHub,
      OUR_APP,
      async () => undefined,
      () => undefined,
    );
    const pull = openPull(gitHub, { Topic: "a" });
    await record(ports, job, pull);
    await ports.checks.create(pull.headSha, "aurora-deploy / app (us-east-1)", {
      externalId: "",
      status: "completed",
      conclusion: "failure",
      title: "failed",
      summary: "failed",
      annotations: [],
    });
    mergePull(gitHub, pull, "squash");
    expect((await review(gitHub.main)).pulls[0]?.record).toBeUndefined();
  });
});

test("the index lags: asked again after each delay, and no longer than they last", async () => {
  const { gitHub, merged, review, slept } = world();
  const pull = await merged();
  gitHub.lag = 3;
  expect((await review(gitHub.main, { delays: [1_000, 2_000, 3_000] })).own).toEqual([pull.number]);
  expect(slept).toEqual([1_000, 2_000]);
  gitHub.lag = 99;
  expect((await review(gitHub.main, { delays: [1_000] })).own).toEqual([]);
  gitHub.lag = 2;
  expect((await review(gitHub.main)).own).toEqual([]);
});

test("labels: a bare one allows what its own pull request shows, a named one what it names", async () => {
  const { gitHub, deployed, review } = world();
  const ports = portsOf(
    gitHub,
    OUR_APP,
    async () => undefined,
    () => undefined,
  );
  await deployed(gitHub.main);
  const one = openPull(gitHub, { Topic: "a" });
  await record(ports, job, one);
  one.labels.add("allow-destructive").add("bug");
  mergePull(gitHub, one, "squash");
  const two = openPull(gitHub, { Spare: "45" });
  two.labels.add("allow-destructive:Other");
  mergePull(gitHub, two, "squash");
  const open = openPull(gitHub, { Table: "one" });
  open.labels.add("allow-destructive:Table");
  const { labels } = await review(gitHub.main);
  expect(labels.toSorted()).toEqual(["allow-destructive:Other", "allow-destructive:Queue", "bug"]);
});

test("GitHub that cannot be asked is an error, whichever question it is", async () => {
  const { gitHub, merged } = world();
  await merged();
  for (let nth = 1; nth <= 8; nth++) {
    let calls = 0;
    const failing = portsOf(
      gitHub,
      OUR_APP,
      async () => {
        calls += 1;
        if (calls === nth) throw new ActionError("GitHub could not answer", { reasonCode: "error" });
      },
      () => undefined,
    );
    const asked = findReview(job, { commit: gitHub.main, branch: "main", pullRequest: 1 }, OUR_APP, {
      ...failing,
      clock: { now: () => 0, sleep: async () => undefined },
      log: silent,
    });
    const settled = await asked.then(
      () => "answered",
      (error: unknown) => error,
    );
    if (calls >= nth) expect(settled).toBeInstanceOf(ActionError);
  }
});
