import { describe, expect, test } from "vitest";
import { decodeRecord } from "../../../src/changes/review/record.ts";
import { ActionError } from "../../../src/errors.ts";
import { checkName } from "../../../src/flows/job.ts";
import { reviewedPull } from "../../../src/flows/review/reviewedPull.ts";
import { markNeighboursOutOfDate } from "../../../src/flows/tell/neighbours.ts";
import type { Log } from "../../../src/ports/local.ts";
import { commentMarker } from "../../../src/report/comment.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import { emptyGitHub, mergePull, OTHER_APP, OUR_APP, openPull, type Pull } from "../model/gitHub.ts";
import { type AroundCall, portsOf } from "../model/gitHubPorts.ts";
import { jobOf, queueItems, type Recorded, record, silent, target } from "../world.ts";

const ALIVE = "arn:aws:cloudformation:us-east-1:123456789012:changeSet/alive/1";
const GONE = "arn:aws:cloudformation:us-east-1:123456789012:changeSet/gone/1";
const MARKER = commentMarker({ stackName: "app", region: "us-east-1", label: undefined });

function world(given: Readonly<Record<string, string>> = {}) {
  const time = { now: 1_000_000 };
  const gitHub = emptyGitHub({}, () => time.now);
  const job = jobOf(given);
  const failing = { call: "" };
  const around: AroundCall = async (call, work) => {
    if (call === failing.call) throw new ActionError(`no ${call}`, { reasonCode: "error" });
    return work();
  };
  const ports = (appId = OUR_APP) => portsOf(gitHub, appId, around);
  const warnings: string[] = [];
  const log: Log = { ...silent, warning: (line) => void warnings.push(line) };
  const alive = {
    ...{ arn: ALIVE, name: "alive", status: "CREATE_COMPLETE", executionStatus: "AVAILABLE" },
    ...{ description: "", createdAt: 0 },
  };
  let lists = 0;
  const changeSets = {
    list: () => {
      lists += 1;
      return around("changeSets.list", () => [alive]);
    },
  };
  return {
    gitHub,
    job,
    ports,
    warnings,
    failing,
    lists: () => lists,
    pass: (ms: number) => {
      time.now += ms;
    },
    async previewed(options: Recorded & { appId?: number; comment?: boolean } = {}): Promise<Pull> {
      const pull = openPull(gitHub, { Topic: "a" });
      const made = ports(options.appId);
      await record(made, job, pull, queueItems, { changeSetArn: GONE, ...options });
      if (options.comment !== false)
        await made.comments.upsert(pull.number, MARKER, () => `${MARKER}\nthe preview`);
      return pull;
    },
    run: (pull: Pull) =>
      gitHub.runs.findLast((run) => run.headSha === pull.headSha && run.name === checkName(job.inputs)),
    comment: (pull: Pull) => gitHub.comments.find((comment) => comment.pull === pull.number)?.body,
    mark: (pullRequests: readonly number[] = [], startedAt = time.now, isUnreviewed = false) =>
      markNeighboursOutOfDate(
        job,
        { isUnreviewed, pullRequests, check: { appId: OUR_APP, startedAt } },
        { ...ports(), changeSets, clock, log },
      ),
    /** The record as a deploy would find it, were the pull request merged now. */
    async reviewed(pull: Pull) {
      mergePull(gitHub, pull, "squash");
      const { pulls, checks } = ports();
      const ours = { appId: OUR_APP, account: target.account };
      return reviewedPull(job, await pulls.get(pull.number), ours, { pulls, checks, signer: undefined });
    },
  };
}

const clock = { now: () => 0, sleep: async () => undefined };

const isMarked = (run: { readonly title: string } | undefined) => run?.title.includes("out of date") === true;

test("a preview whose change set is gone: its check run and its comment say so", async () => {
  const { previewed, mark, run, comment } = world();
  const pull = await previewed();
  await mark();
  expect(run(pull)).toMatchObject({ conclusion: "success", status: "completed" });
  expect(run(pull)?.content).toMatchObject({
    title: expect.stringContaining("out of date"),
    summary: expect.stringContaining("cccccccc"),
  });
  expect(comment(pull)).toMatch(/^<!-- aurora-deploy-action stack=app region=us-east-1 -->\n/);
  expect(comment(pull)).toContain("came after this preview");
  expect(comment(pull)).not.toContain("the preview\n");
});

test("the record stays: a merge still deploys what was reviewed, if it is the same then", async () => {
  const { previewed, mark, run, reviewed, pass } = world();
  const pull = await previewed();
  const before = run(pull);
  pass(60_000);
  await mark();
  const after = run(pull);
  expect(after?.id).toBe(before?.id);
  expect(decodeRecord(after?.text ?? "", after?.externalId ?? "")).toEqual(
    decodeRecord(before?.text ?? "", before?.externalId ?? ""),
  );
  // It was complete before the merge, whenever it was marked.
  expect(after?.completedAt).toBe(before?.completedAt);
  expect((await reviewed(pull)).record).toBeDefined();
});

test("approvals that were given after the preview still count", async () => {
  const { previewed, mark, reviewed, pass } = world();
  const pull = await previewed();
  pass(60_000);
  await mark();
  expect((await reviewed(pull)).recordedAt).toBe(1_000_000);
});

test("a deploy that was blocked as unreviewed outdates them too, and says what helps", async () => {
  const { previewed, mark, run, comment } = world();
  const pull = await previewed({ changeSetArn: ALIVE });
  await mark([], 0, true);
  expect(isMarked(run(pull))).toBe(true);
  expect(comment(pull)).toContain("nobody has reviewed it");
  expect(comment(pull)).toContain("update this branch");
});

test("a failure stays one: nothing becomes mergeable by a deploy", async () => {
  const { previewed, mark, run } = world();
  const pull = await previewed({ conclusion: "failure" });
  await mark();
  expect(run(pull)?.conclusion).toBe("failure");
});

describe("is left alone", () => {
  test("a preview that was made after the execution", async () => {
    const { previewed, mark, run, comment } = world();
    const pull = await previewed({ changeSetArn: ALIVE });
    await mark();
    expect(isMarked(run(pull))).toBe(false);
    expect(comment(pull)).toBe(`${MARKER}\nthe preview`);
  });

  test("one without changes that was made after the deploy began; an older one is not", async () => {
    const { previewed, mark, run, pass } = world();
    const older = await previewed({ changeSetArn: undefined });
    pass(10_000);
    const began = 1_010_000;
    pass(10_000);
    const newer = await previewed({ changeSetArn: undefined });
    await mark([], began);
    expect([run(older), run(newer)].map(isMarked)).toEqual([true, false]);
  });

  test("a pull request that was deployed", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed();
    await mark([pull.number]);
    expect(isMarked(run(pull))).toBe(false);
  });

  test("a closed one", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed();
    pull.open = false;
    await mark();
    expect(isMarked(run(pull))).toBe(false);
  });

  test("another app's check run of our name", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed({ appId: OTHER_APP });
    await mark();
    expect(isMarked(run(pull))).toBe(false);
  });

  test("what was marked already", async () => {
    const { previewed, mark, comment } = world();
    const pull = await previewed();
    await mark();
    const once = comment(pull);
    await mark();
    expect(comment(pull)).toBe(once);
  });

  test("a pull request without a comment gets none", async () => {
    const { previewed, mark, run, comment } = world();
    const pull = await previewed({ comment: false });
    await mark();
    expect(isMarked(run(pull))).toBe(true);
    expect(comment(pull)).toBeUndefined();
  });

  test("a comment where comments are switched off", async () => {
    const { previewed, mark, comment } = world({ comment: "never" });
    const pull = await previewed();
    await mark();
    expect(comment(pull)).toBe(`${MARKER}\nthe preview`);
  });
});

test("the comment keeps its history", async () => {
  const { gitHub, previewed, mark, comment, job } = world();
  const pull = await previewed({ comment: false });
  const { renderComment, readHistory } = await import("../../../src/report/comment.ts");
  const entry = {
    at: 1_000,
    commit: "a".repeat(40),
    text: "1 modify",
    runUrl: "https://github.test/acme/app/actions/runs/1",
  };
  const view = {
    secrets: openSecrets(),
    stack: "app",
    region: "us-east-1",
    state: { kind: "no-changes" },
    findings: [],
    links: { run: job.run.url },
    commit: pull.headSha,
    history: [entry],
  } as const;
  gitHub.comments.push({ id: 1, pull: pull.number, body: renderComment(view, MARKER) });
  await mark();
  expect(readHistory(comment(pull) ?? "")).toEqual([entry]);
});

test("AWS is asked once for the change sets that are left, and only where a preview may be out of date", async () => {
  const { previewed, mark, gitHub, lists } = world();
  openPull(gitHub, { Topic: "b" });
  await mark();
  expect(lists()).toBe(0);
  for (const _ of [1, 2, 3]) await previewed();
  await mark();
  expect(lists()).toBe(1);
});

test.for(["pulls.open", "changeSets.list", "checks.list", "checks.update", "comments.upsert"])(
  "%s that fails is one warning and never an error",
  async (call) => {
    const { previewed, mark, failing, warnings } = world();
    await previewed();
    await previewed();
    failing.call = call;
    await mark();
    expect(warnings).toEqual([expect.stringContaining(`no ${call}`)]);
  },
);

test("without a check run of our own nobody knows whose records are ours: nothing is touched", async () => {
  const { previewed, run, job, ports } = world();
  const pull = await previewed();
  const changeSets = { list: async () => [] };
  await markNeighboursOutOfDate(
    job,
    { isUnreviewed: false, pullRequests: [], check: undefined },
    { ...ports(), changeSets, clock, log: silent },
  );
  expect(isMarked(run(pull))).toBe(false);
});

test("of very many open pull requests the youngest hundred are looked at", async () => {
  const { previewed, mark, run } = world();
  const pulls = [];
  for (let n = 0; n < 105; n++) pulls.push(await previewed());
  await mark();
  const marked = pulls.filter((pull) => isMarked(run(pull))).map(({ number }) => number);
  expect(marked).toHaveLength(100);
  expect(Math.min(...marked)).toBe(6);
});
