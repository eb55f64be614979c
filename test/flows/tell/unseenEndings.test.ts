import { describe, expect, test } from "vitest";
import { deletedEnding, liftFailedEnding } from "../../../src/flows/destroy/endings.ts";
import type { DestroyJob } from "../../../src/flows/destroy/job.ts";
import type { Survey } from "../../../src/flows/destroy/survey.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import { endText } from "../../../src/flows/result.ts";
import { executedEnding } from "../../../src/flows/tell/executedEnding.ts";
import { renderCheck } from "../../../src/report/check.ts";
import { renderComment } from "../../../src/report/comment.ts";
import { headline } from "../../../src/report/headline.ts";
import { renderSummary } from "../../../src/report/summary.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import type { Failing, OperationEnd } from "../../../src/stack/model.ts";

const SECRET = "correct-horse-battery";
const secrets = openSecrets();
secrets.learn([SECRET]);
const job = {
  inputs: { stackName: "app", region: "us-east-1", label: undefined, timeoutMinutes: 60, maskOutputs: [] },
  rendered: { findings: [] },
  secrets,
  run: { url: "https://github.com/acme/app/actions/runs/1" },
  commit: "4f2c9d1e8b7a6053f1e2d3c4b5a69788f0e1d2c3",
} as unknown as StackJob;

const HINT = "List the versions that there are.";
const cause = {
  ...{ stackPath: [], logicalId: "Database", type: "AWS::RDS::DBCluster", status: "UPDATE_FAILED", at: 0 },
  ...{ reason: "Cannot find upgrade target", hint: HINT },
};
const failing: Failing = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause };

/** The three ends that are not the operation's. */
function unseen(known: Failing): readonly OperationEnd[] {
  const { status } = known;
  return [
    { kind: "timed-out", status, tookMs: 3_600_000, failing: known },
    { kind: "cancelled", status, tookMs: 3_600_000, failing: known },
    {
      ...{ kind: "lost-sight", reason: "The AWS credentials expired.", hint: "Set role-duration-seconds." },
      ...{ tookMs: 3_600_000, failing: known },
    },
  ];
}

/** All that a deploy tells, each place as people read it: without Markdown's marks. */
function toldOf(end: OperationEnd, more: object = {}) {
  const watched = { end, events: [], timeline: [], stack: undefined, ...more };
  const ending = executedEnding(job, watched, undefined);
  const view = { ...ending.view, history: [] };
  const places = {
    log: endText(ending.result),
    comment: renderComment(view, "<!-- marker -->"),
    summary: renderSummary(view),
    check: renderCheck(view).summary,
  };
  const texts = Object.values(places).map((text) => text.replaceAll(/[`\\]/g, ""));
  return { ending, texts, headline: headline(view) };
}

describe("a deploy that had failed when it was seen last", () => {
  test.each([
    ["timeout", "timed-out", "still rolling back after 1 h", /not done after/],
    ["cancelled", "cancelled", "no longer watched after 1 h", /cancelled/],
    ["error", "lost-sight", "lost sight of after 1 h", /credentials expired[\s\S]*Set role-duration-seconds/],
  ])("%s: its cause, hint and way on are told in every place", (reasonCode, kind, words, why) => {
    const end = unseen(failing).find((one) => one.kind === kind);
    if (end === undefined) throw new Error(`No end is ${kind}.`);
    const { ending, texts, headline: title } = toldOf(end);
    expect(ending.result).toMatchObject({ result: "failed", reasonCode });
    expect(ending.view.state).toMatchObject({ kind: "deploy-failed", cause });
    expect(title).toBe(`app · us-east-1: failed, ${words}`);
    for (const text of texts) {
      expect(text).toMatch(/Database.*\(AWS::RDS::DBCluster.*UPDATE_FAILED/);
      expect(text).toContain(cause.reason);
      expect(text).toContain(HINT);
      expect(text).toMatch(why);
      expect(text).toMatch(/rolling the stack back \(UPDATE_ROLLBACK_IN_PROGRESS\)/);
      expect(text).toContain("follows the rollback to its end; run later, it tries the same changes again");
      expect(text).toContain("Fix the cause in a new pull request");
      expect(text).not.toMatch(/raise timeout-minutes|may go on without being watched/);
    }
  });

  test.each([
    [{ ...failing, cause: undefined, isCalledOff: true } as const, "called off", /called the operation off/],
    [{ ...failing, cause: undefined }, "failed", /no event says why|being rolled back/],
    [{ ...failing, isRollingBack: false }, "failed", /although it has failed/],
  ])("%#: how it stands is told where that is another", (known, lead, words) => {
    for (const end of unseen(known)) {
      const { texts, headline: title } = toldOf(end);
      expect(title).toContain(`app · us-east-1: ${lead}, `);
      for (const text of texts) expect(text).toMatch(words);
    }
  });

  test("called off, and the rollback met a failure: both, the failure as the rollback's", () => {
    const known = { cause, isCalledOff: true } as const;
    const status = "UPDATE_ROLLBACK_FAILED";
    const stuck = { kind: "failed", status, tookMs: 9_000, ...known, rollbackCause: cause } as const;
    expect(toldOf(stuck).ending.result.reasonCode).toBe("stack-unrecoverable");
    for (const end of [...unseen({ ...failing, ...known }), stuck]) {
      for (const text of toldOf(end).texts) {
        expect(text).toMatch(/somebody called the operation off/i);
        expect(text).toMatch(/failure in the rollback(:| was) Database/);
        expect(text).not.toMatch(/(has|deploy) failed|rollback failed as well/i);
      }
    }
  });

  test("by an alarm: which one", () => {
    const arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors";
    const alarms = [{ arn, type: "AWS::CloudWatch::Alarm", state: "ALARM", reason: "7 errors" }];
    for (const end of unseen({ ...failing, cause: { ...cause, alarms } })) {
      const { texts } = toldOf(end);
      for (const text of texts) expect(text).toMatch(/rollback alarm[\s\S]*errors[\s\S]*7 errors/i);
    }
  });
});

test("a secret in the words with which AWS refuses to tell of a stack is in no document", () => {
  const words = `User ${SECRET} is refused`;
  const done = { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 9_000 } as const;
  // The log hides by itself.
  const [, ...documents] = toldOf(done, { unread: { reason: words, hint: words } }).texts;
  for (const text of documents) {
    expect(text).toContain("is refused");
    expect(text).not.toContain(SECRET);
  }
});

describe("a success after which the stack could not be read", () => {
  const reason = "Cannot read stack app: the AWS credentials expired.";

  test.each([
    ["UPDATE_COMPLETE", "The operation has ended (UPDATE_COMPLETE)."],
    ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "The update is done, and is cleaned up after"],
  ])("%s: that it is done, why its outputs are missing, and how to get them", (status, words) => {
    const unread = { reason, hint: "Set role-duration-seconds." };
    const left = [{ ...cause, status: "DELETE_FAILED", reason: "in use" }];
    const end = { kind: "succeeded", status, tookMs: 9_000, leftBehind: left } as const;
    const { ending, texts, headline: title } = toldOf(end, { unread });
    expect(ending).toMatchObject({
      result: { result: "failed", reasonCode: "error", stackStatus: status },
      conclusion: "failure",
    });
    expect(title).toBe("app · us-east-1: done after 9 s, its outputs are not known");
    for (const text of texts) {
      expect(text).toContain(`its outputs could not be read: ${reason}`);
      expect(text).toContain("Set role-duration-seconds.");
      expect(text).toContain(words);
      expect(text).toContain("Run this job again for its outputs.");
      expect(text).toMatch(/1 resource was left behind/);
      expect(text).not.toMatch(/may go on|lost sight|watched to the end/i);
    }
  });
});

describe("a destroy", () => {
  const root = {
    arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1",
    status: "CREATE_COMPLETE",
  };
  const found = { root, notes: [], fate: { deleted: 2, lost: [], kept: [], saved: [] } } as unknown as Survey;
  const destroying = job as unknown as DestroyJob;
  const left = { snapshots: { ids: [], unnamed: [] }, stuck: [] };
  const bucket = {
    ...{ stackPath: [], logicalId: "Bucket", type: "AWS::S3::Bucket", status: "DELETE_FAILED", at: 0 },
    ...{ reason: "The bucket is not empty", hint: "Empty it." },
  };
  const watched = (end: OperationEnd) => ({ end, events: [], timeline: [], stack: undefined });

  test.each(unseen({ status: "DELETE_IN_PROGRESS", isRollingBack: false, cause: bucket }))(
    "$kind: what it cannot delete is told in log and summary",
    (end) => {
      const result = deletedEnding(destroying, found, watched(end), left);
      for (const text of [endText(result), (result.summary ?? "").replaceAll(/[`\\]/g, "")]) {
        expect(text).toMatch(/the deletion met a failure, and (is|was) .* after 1 h/i);
        expect(text).toMatch(/Bucket.*AWS::S3::Bucket.*DELETE_FAILED/);
        for (const part of [bucket.reason, bucket.hint, "begins it anew"]) expect(text).toContain(part);
        if (end.kind === "lost-sight") expect(text).toContain("Set role-duration-seconds.");
        expect(text).not.toContain("raise timeout-minutes");
      }
    },
  );

  test.each(unseen(failing))("$kind: a secret in AWS's words is in no summary", (end) => {
    const words = `User ${SECRET} is refused`;
    const known = { ...end, failing: { ...failing, cause: { ...cause, reason: words, hint: words } } };
    const { summary = "" } = deletedEnding(destroying, found, watched(known as OperationEnd), left);
    expect(summary).toContain("is refused");
    expect(summary).not.toContain(SECRET);
  });

  test("somebody called the lifting off: no failure, and nothing to put right, but of the rollback", () => {
    const off = { ...failing, cause: undefined, isCalledOff: true } as const;
    const ended = { kind: "failed", tookMs: 9_000, cause: undefined, isCalledOff: true } as const;
    const ends: readonly OperationEnd[] = [...unseen(off), { ...ended, status: "UPDATE_ROLLBACK_COMPLETE" }];
    for (const end of ends) {
      const result = liftFailedEnding(destroying, found, watched(end), []);
      for (const text of [endText(result), (result.summary ?? "").replaceAll(/[`\\]/g, "")]) {
        expect(text).toMatch(/not destroyed, the lifting of the protections was called off/i);
        expect(text).toContain("Run this job again");
        expect(text).not.toMatch(/fail(ed|ure)|put the cause right/i);
      }
    }
  });

  test("somebody called the lifting off, and the rollback failed: told as the rollback's", () => {
    const known = { cause, isCalledOff: true } as const;
    const stuck = { kind: "failed", status: "UPDATE_ROLLBACK_FAILED", tookMs: 9_000, ...known } as const;
    for (const end of [...unseen({ ...failing, ...known }), { ...stuck, rollbackCause: cause }]) {
      const result = liftFailedEnding(destroying, found, watched(end), []);
      expect(result.message).toContain("A failure in the rollback: Database (AWS::RDS::DBCluster)");
      expect(result.summary).toContain("The first failure in the rollback was `Database`");
    }
  });

  test.each(unseen(failing))("$kind: why the protections could not be lifted is told", (end) => {
    const result = liftFailedEnding(destroying, found, watched(end), []);
    for (const text of [endText(result), (result.summary ?? "").replaceAll(/[`\\]/g, "")]) {
      expect(text).toMatch(/not destroyed, the lifting of the protections met a failure, and/i);
      for (const part of [cause.reason, HINT, "Nothing was deleted; the update has failed"])
        expect(text).toContain(part);
    }
  });
});
