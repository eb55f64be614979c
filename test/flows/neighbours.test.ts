import { describe, expect, test } from "vitest";
import { decodeRecord } from "../../src/changes/record.ts";
import { openSecrets } from "../../src/changes/secrets.ts";
import { ActionError } from "../../src/errors.ts";
import { checkName } from "../../src/flows/job.ts";
import { markNeighboursOutOfDate } from "../../src/flows/neighbours.ts";
import type { Log } from "../../src/flows/ports.ts";
import { findReview } from "../../src/flows/review.ts";
import { commentMarker } from "../../src/report/comment.ts";
import { emptyGitHub, mergePull, OTHER_APP, OUR_APP, openPull, type Pull, portsOf } from "./model/gitHub.ts";
import { jobOf, type Recorded, record, silent } from "./world.ts";

const ALIVE = "arn:aws:cloudformation:us-east-1:123456789012:changeSet/alive/1";
const GONE = "arn:aws:cloudformation:us-east-1:123456789012:changeSet/gone/1";
const MARKER = commentMarker("app", "us-east-1");

function world(given: Readonly<Record<string, string>> = {}) {
  const time = { now: 1_000_000 };
  const gitHub = emptyGitHub({}, () => time.now);
  const job = jobOf(given);
  const failing = { call: "" };
  const ports = (appId = OUR_APP) =>
    portsOf(
      gitHub,
      appId,
      async (call) => {
        if (call === failing.call) throw new ActionError(`no ${call}`, { reasonCode: "error" });
      },
      () => undefined,
    );
  const warnings: string[] = [];
  const log: Log = { ...silent, warning: (line) => void warnings.push(line) };
  const changeSets = {
    list: async () => [
      {
        arn: ALIVE,
        name: "alive",
        status: "CREATE_COMPLETE",
        executionStatus: "AVAILABLE",
        description: "",
        createdAt: 0,
      },
    ],
  };
  return {
    gitHub,
    job,
    ports,
    warnings,
    failing,
    pass: (ms: number) => {
      time.now += ms;
    },
    async previewed(options: Recorded & { appId?: number; comment?: boolean } = {}): Promise<Pull> {
      const pull = openPull(gitHub, { Topic: "a" });
      const made = ports(options.appId);
      await record(made, job, pull, {}, { changeSetArn: GONE, ...options });
      if (options.comment !== false)
        await made.comments.upsert(pull.number, MARKER, () => `${MARKER}\nthe preview`);
      return pull;
    },
    run: (pull: Pull) =>
      gitHub.runs.findLast((run) => run.headSha === pull.headSha && run.name === checkName(job.inputs)),
    comment: (pull: Pull) => gitHub.comments.find((comment) => comment.pull === pull.number)?.body,
    mark: (pullRequests: readonly number[] = [], startedAt = time.now) =>
      markNeighboursOutOfDate(
        job,
        { pullRequests, check: { appId: OUR_APP, startedAt } },
        { ...ports(), changeSets, log },
      ),
  };
}

test("a preview whose change set is gone: its check run and its comment say so", async () => {
  const { previewed, mark, run, comment } = world();
  const pull = await previewed();
  await mark();
  expect(run(pull)).toMatchObject({ conclusion: "neutral", status: "completed" });
  expect(run(pull)?.content).toMatchObject({
    title: expect.stringContaining("out of date"),
    summary: expect.stringContaining("cccccccc"),
  });
  expect(comment(pull)).toMatch(/^<!-- aurora-deploy-action stack=app region=us-east-1 -->\n/);
  expect(comment(pull)).toContain("was deployed after this preview");
  expect(comment(pull)).not.toContain("the preview\n");
});

test("the record stays: a merge still deploys what was reviewed, if it is the same then", async () => {
  const { gitHub, previewed, mark, run, job, ports } = world();
  const pull = await previewed();
  const before = run(pull);
  await mark();
  const after = run(pull);
  expect(after?.id).toBe(before?.id);
  expect(decodeRecord(after?.text ?? "", after?.externalId ?? "")).toEqual(
    decodeRecord(before?.text ?? "", before?.externalId ?? ""),
  );
  mergePull(gitHub, pull, "squash");
  const deployed = { commit: gitHub.main, branch: "main", pullRequest: undefined };
  const clock = { now: () => 0, sleep: async () => undefined };
  const { pulls } = await findReview(job, deployed, OUR_APP, { ...ports(), clock, log: silent });
  expect(pulls[0]?.record).toBeDefined();
});

test("approvals that were given after the preview still count", async () => {
  const { gitHub, previewed, mark, job, ports, pass } = world();
  const pull = await previewed();
  pass(60_000);
  await mark();
  mergePull(gitHub, pull, "squash");
  const deployed = { commit: gitHub.main, branch: "main", pullRequest: undefined };
  const clock = { now: () => 0, sleep: async () => undefined };
  const { pulls } = await findReview(job, deployed, OUR_APP, { ...ports(), clock, log: silent });
  expect(pulls[0]?.recordedAt).toBe(1_000_000);
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
    expect(run(pull)?.conclusion).toBe("success");
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
    expect([run(older)?.conclusion, run(newer)?.conclusion]).toEqual(["neutral", "success"]);
  });

  test("a pull request that was deployed", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed();
    await mark([pull.number]);
    expect(run(pull)?.conclusion).toBe("success");
  });

  test("a closed one", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed();
    pull.open = false;
    await mark();
    expect(run(pull)?.conclusion).toBe("success");
  });

  test("another app's check run of our name", async () => {
    const { previewed, mark, run } = world();
    const pull = await previewed({ appId: OTHER_APP });
    await mark();
    expect(run(pull)?.conclusion).toBe("success");
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
    expect(run(pull)?.conclusion).toBe("neutral");
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
  const { renderComment, readHistory } = await import("../../src/report/comment.ts");
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

test.for(["pulls.open", "checks.list", "checks.update", "comments.upsert"])(
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
    { pullRequests: [], check: undefined },
    { ...ports(), changeSets, log: silent },
  );
  expect(run(pull)?.conclusion).toBe("success");
});

test("of very many open pull requests the youngest hundred are looked at", async () => {
  const { previewed, mark, run } = world();
  const pulls = [];
  for (let n = 0; n < 105; n++) pulls.push(await previewed());
  await mark();
  const marked = pulls.filter((pull) => run(pull)?.conclusion === "neutral").map(({ number }) => number);
  expect(marked).toHaveLength(100);
  expect(Math.min(...marked)).toBe(6);
});
