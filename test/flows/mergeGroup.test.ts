import { describe, expect, test } from "vitest";
import { digestOf } from "../../src/changes/digest.ts";
import type { Changes } from "../../src/changes/model.ts";
import { ActionError } from "../../src/errors.ts";
import { checkName, deployCheckName } from "../../src/flows/job.ts";
import { judgeMergeGroup, openMergeGroupCheck } from "../../src/flows/mergeGroup.ts";
import { changes, queue } from "../changes/examples.ts";
import {
  commit,
  emptyGitHub,
  mergePull,
  OTHER_APP,
  OUR_APP,
  openPull,
  type Pull,
  portsOf,
} from "./model/gitHub.ts";
import { jobOf, record, silent } from "./world.ts";

type Queued = { readonly number: number; readonly headSha: string; readonly baseSha: string };

/** Two items of change, so that two pull requests can have reviewed one each. */
const sizes: Partial<Changes> = { resources: [], tags: [], outputs: [], definitions: {} };
const rest: Partial<Changes> = { parameters: [] };
const table = {
  ...queue,
  logicalId: "Table",
  type: "AWS::DynamoDB::Table",
  action: "Remove",
  policyAction: "Delete",
  details: [],
} as const;

function world(given: Readonly<Record<string, string>> = {}) {
  const gitHub = emptyGitHub({}, () => 1_000_000);
  const job = jobOf(given);
  const queueEntries: Queued[] = [];
  const ports = (appId = OUR_APP) => {
    const made = portsOf(
      gitHub,
      appId,
      async () => undefined,
      () => undefined,
    );
    const pulls = {
      ...made.pulls,
      queued: async (branch: string) => (branch === "main" ? queueEntries : []),
    };
    return { ...made, pulls, log: silent };
  };
  return {
    gitHub,
    job,
    ports,
    async previewed(shown: Partial<Changes>, appId = OUR_APP): Promise<Pull> {
      const pull = openPull(gitHub, { Topic: `${gitHub.pulls.length}` });
      await record(ports(appId), job, pull, shown);
      return pull;
    },
    /** Puts a pull request at the end of the queue. */
    enqueue(pull: Pull): Queued {
      const baseSha = queueEntries.at(-1)?.headSha ?? gitHub.main;
      const entry = { number: pull.number, headSha: commit(gitHub, [baseSha], {}).sha, baseSha };
      queueEntries.push(entry);
      return entry;
    },
    deployed: () =>
      ports().checks.create(gitHub.main, deployCheckName(job.inputs), {
        externalId: "",
        status: "completed",
        conclusion: "success",
        title: "t",
        summary: "s",
        annotations: [],
      }),
    judge(entry: Queued, shown: Partial<Changes> = {}, appId: number | undefined = OUR_APP) {
      const all = { ...changes, ...shown };
      const audience = {
        kind: "merge-group",
        headSha: entry.headSha,
        baseSha: entry.baseSha,
        branch: "main",
      } as const;
      const empty = all.resources.length === 0 && all.parameters.length === 0;
      return judgeMergeGroup(job, audience, { empty, digest: digestOf(all), changes: all }, appId, ports());
    },
  };
}

const blocked = (reason: string) => ({ kind: "blocked", decision: { reason } });

test("the digest that was reviewed in the group's pull request", async () => {
  const { previewed, enqueue, judge } = world();
  const pull = await previewed({});
  expect(await judge(enqueue(pull))).toMatchObject({ kind: "reviewed", because: "reviewed in #1" });
});

test("other changes than were reviewed", async () => {
  const { previewed, enqueue, judge } = world();
  const pull = await previewed(rest);
  expect(await judge(enqueue(pull))).toMatchObject(blocked("stale-review"));
});

test("nothing to change", async () => {
  const { previewed, enqueue, judge } = world();
  const entry = enqueue(await previewed({}));
  expect(await judge(entry, { resources: [], parameters: [] })).toMatchObject({ kind: "reviewed" });
});

test("every item in one of the pull requests ahead in the queue", async () => {
  const { previewed, enqueue, judge } = world();
  enqueue(await previewed(sizes));
  const entry = enqueue(await previewed(rest));
  expect(await judge(entry)).toMatchObject({
    kind: "reviewed",
    because: expect.stringMatching(/#1.*#2|#2.*#1/),
  });
});

test("a pull request behind it in the queue reviewed nothing of it", async () => {
  const { previewed, enqueue, judge } = world();
  const entry = enqueue(await previewed(rest));
  enqueue(await previewed(sizes));
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
});

test("an open pull request that is not in the queue did not either", async () => {
  const { previewed, enqueue, judge } = world();
  await previewed(sizes);
  const entry = enqueue(await previewed(rest));
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
});

test("what is merged and not deployed yet counts, what is deployed does not", async () => {
  const { gitHub, previewed, enqueue, judge, deployed } = world();
  await deployed();
  mergePull(gitHub, await previewed(sizes), "squash");
  const entry = enqueue(await previewed(rest));
  expect(await judge(entry)).toMatchObject({ kind: "reviewed" });
  await deployed();
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
});

test("no preview, another app's preview, and no app of ours", async () => {
  const { gitHub, previewed, enqueue, judge } = world();
  const bare = enqueue(openPull(gitHub, { Topic: "a" }));
  expect(await judge(bare)).toMatchObject(blocked("unreviewed"));
  const other = enqueue(await previewed({}, OTHER_APP));
  expect(await judge(other)).toMatchObject(blocked("unreviewed"));
  const ours = enqueue(await previewed({}));
  expect(await judge(ours, {}, -1)).toMatchObject(blocked("unreviewed"));
});

test("a group that is no entry of the queue any more", async () => {
  const { gitHub, previewed, judge } = world();
  await previewed({});
  const gone = { number: 1, headSha: commit(gitHub, [gitHub.main], {}).sha, baseSha: gitHub.main };
  expect(await judge(gone)).toMatchObject(blocked("unreviewed"));
});

test("a pull request into another branch", async () => {
  const { gitHub, job, ports, enqueue, judge } = world();
  const pull = openPull(gitHub, { Topic: "a" }, "release");
  await record(ports(), job, pull);
  expect(await judge(enqueue(pull))).toMatchObject(blocked("unreviewed"));
});

describe("policy", () => {
  test("approvals are counted", async () => {
    const { previewed, enqueue, judge } = world({ "required-approvals": "1" });
    const pull = await previewed({});
    const entry = enqueue(pull);
    expect(await judge(entry)).toMatchObject(blocked("not-approved"));
    pull.approvals.push({ reviewer: "bob", state: "APPROVED", commitSha: pull.headSha, at: 2_000_000 });
    expect(await judge(entry)).toMatchObject({ kind: "reviewed" });
  });

  test("data loss wants the label of a pull request of the group", async () => {
    const { previewed, enqueue, judge } = world();
    const shown = { resources: [table], definitions: {} };
    const pull = await previewed(shown);
    const entry = enqueue(pull);
    expect(await judge(entry, shown)).toMatchObject(blocked("destructive"));
    pull.labels.add("allow-destructive:Table");
    expect(await judge(entry, shown)).toMatchObject({ kind: "reviewed", verdict: { unacknowledged: [] } });
  });

  test("approved-digest is no review here", async () => {
    const { gitHub, enqueue, judge } = world({ "approved-digest": digestOf(changes).digest });
    expect(await judge(enqueue(openPull(gitHub, { Topic: "a" })))).toMatchObject(blocked("unreviewed"));
  });

  test("require-review: false lets everything pass", async () => {
    const { gitHub, enqueue, judge } = world({ "require-review": "false" });
    expect(await judge(enqueue(openPull(gitHub, { Topic: "a" })))).toMatchObject({ kind: "reviewed" });
  });
});

describe("the group's check run", () => {
  const audience = {
    kind: "merge-group",
    headSha: "d".repeat(40),
    baseSha: "e".repeat(40),
    branch: "main",
  } as const;

  test("is opened on the group's head under the preview's name, and tells our app", async () => {
    const { job, ports } = world();
    const run = await openMergeGroupCheck(job, audience, ports());
    expect(run).toMatchObject({
      name: checkName(job.inputs),
      headSha: audience.headSha,
      appId: OUR_APP,
      status: "in_progress",
      externalId: "",
    });
  });

  test("is not there without a token or the permission", async () => {
    const { job, ports } = world();
    const denied = async () => {
      throw new ActionError("no", { reasonCode: "access-denied", hint: "checks: write" });
    };
    expect(await openMergeGroupCheck(job, audience, { checks: undefined, log: silent })).toBeUndefined();
    const checks = { ...ports().checks, create: denied };
    expect(await openMergeGroupCheck(job, audience, { checks, log: silent })).toBeUndefined();
  });

  test("GitHub that cannot be asked is an error", async () => {
    const { job, ports } = world();
    const down = async () => {
      throw new ActionError("502", { reasonCode: "error" });
    };
    await expect(
      openMergeGroupCheck(job, audience, { checks: { ...ports().checks, create: down }, log: silent }),
    ).rejects.toThrow("502");
  });
});
