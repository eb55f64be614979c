import { describe, expect, test } from "vitest";
import type { RunResult } from "../../../src/flows/result.ts";
import { START, templateOf } from "../model/content.ts";
import { enqueue, mergePull, openPull, pushToMain } from "../model/gitHub.ts";
import { openSession, type Session, STACK } from "../model/session.ts";

function session(): Session {
  const opened = openSession();
  opened.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  return opened;
}

const sets = ({ aws }: Session) =>
  (
    (aws.cloudFormation.handle("ListChangeSets", { StackName: STACK }).Summaries ?? []) as readonly {
      readonly ChangeSetId: string;
    }[]
  ).map(({ ChangeSetId }) => ChangeSetId);

/** Nobody is sent to a change set that is gone. */
function namesNone(result: RunResult | undefined): void {
  expect(result?.changeDigest).toBeDefined();
  expect(result?.changeSetArn).toBeUndefined();
  expect(result?.changeSetUrl).toBeUndefined();
  expect(result?.summary).not.toContain("changesets");
}

/** What is there is named, and linked. */
function namesIt(s: Session, result: RunResult | undefined): void {
  expect(sets(s)).toContain(result?.changeSetArn);
  expect(result?.changeSetUrl).toContain("changesets");
  expect(result?.summary).toContain("changesets");
}

test("a preview names the change set that it keeps", async () => {
  const s = session();
  namesIt(s, (await s.preview(openPull(s.gitHub, { Queue: "60" }))).result);
});

test("a blocked deploy names none: its own, made to compare, is deleted again", async () => {
  const s = session();
  const { result } = await s.deploy(pushToMain(s.gitHub, { Queue: "60" }));
  expect(result).toMatchObject({ result: "blocked", reasonCode: "unreviewed" });
  expect(sets(s)).toEqual([]);
  namesNone(result);
});

test("a deploy that is blocked with the reviewed change set itself names that: it stays", async () => {
  const s = session();
  s.aws.cloudFormation.updateStackByHand({
    stackName: STACK,
    template: templateOf({ ...START, Table: "one" }),
  });
  const pull = openPull(s.gitHub, { Queue: "60" });
  const preview = await s.preview(pull, { inputs: { "on-destructive": "warn" } });
  mergePull(s.gitHub, pull, "squash");
  const { result } = await s.deploy(s.gitHub.main);
  expect(result).toMatchObject({ reasonCode: "destructive", changeSetArn: preview.result?.changeSetArn });
  namesIt(s, result);
});

describe("of a stack whose creation was rolled back", () => {
  async function failed() {
    const s = openSession();
    s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
    await s.deploy(s.gitHub.main, { inputs: { "require-review": "false" } });
    expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
    return { s, shell: s.aws.cloudFormation.stack(STACK)?.id ?? "" };
  }

  /** The shell, and not the stand-in on which its creation was worked out. */
  function isOfShell(result: RunResult | undefined, shell: string): void {
    namesNone(result);
    expect(result?.stackId).toBe(shell);
    expect(result?.summary).toContain(encodeURIComponent(shell));
    expect(result?.summary).not.toContain("-preview-");
  }

  test("a preview names its shell", async () => {
    const { s, shell } = await failed();
    const { result } = await s.preview(openPull(s.gitHub, { Topic: "news" }));
    expect(result?.result).toBe("previewed");
    isOfShell(result, shell);
  });

  test("so does a blocked deploy", async () => {
    const { s, shell } = await failed();
    const { result } = await s.deploy(s.gitHub.main);
    expect(result).toMatchObject({ result: "blocked", reasonCode: "unreviewed" });
    isOfShell(result, shell);
  });

  test.each(["preview", "deploy"] as const)("so does a %s that CloudFormation refuses", async (flow) => {
    const { s, shell } = await failed();
    s.aws.faults.add({ scenario: "change-set-fails", reason: "Not today" });
    const done =
      flow === "preview"
        ? await s.preview(openPull(s.gitHub, { Topic: "news" }))
        : await s.deploy(s.gitHub.main);
    expect(done.result).toMatchObject({ result: "failed", message: expect.stringContaining("Not today") });
    expect(done.result?.changeSetArn).toBeUndefined();
    expect(done.result?.summary).not.toContain("-preview-");
    expect(done.result?.summary).toContain("❌");
    expect(s.aws.cloudFormation.stack(STACK)).toMatchObject({ id: shell, status: "ROLLBACK_COMPLETE" });
  });

  test("what was reviewed is deployed all the same", async () => {
    const { s } = await failed();
    const pull = openPull(s.gitHub, { Topic: "news" });
    await s.preview(pull);
    mergePull(s.gitHub, pull, "squash");
    const { result } = await s.deploy(s.gitHub.main);
    expect(result?.result).toBe("deployed");
    expect(result?.changeSetArn).toContain("changeSet/deploy-");
  });
});

describe("a preview that is of no use any more", () => {
  test.each(["pushed on", "closed"] as const)("(%s) names no change set", async (how) => {
    const s = session();
    const pull = openPull(s.gitHub, { Queue: "60" });
    const act = async () => {
      if (how === "closed") pull.open = false;
      else pull.headSha = openPull(s.gitHub, { Queue: "90" }).headSha;
    };
    const { result } = await s.preview(pull, { meanwhile: { at: 8, act } });
    expect(sets(s)).toEqual([]);
    namesNone(result);
  });

  test("(of a merge group) names none: nobody executes it", async () => {
    const s = session();
    const pull = openPull(s.gitHub, { Queue: "60" });
    await s.preview(pull);
    const before = sets(s);
    const entry = enqueue(s.gitHub, pull);
    if (entry === undefined) throw new Error("in conflict");
    const { result } = await s.mergeGroup(entry);
    expect(result?.result).toBe("previewed");
    expect(sets(s)).toEqual(before);
    namesNone(result);
  });

  test("(refused) names none either: it is swept", async () => {
    const s = session();
    s.aws.faults.add({ scenario: "change-set-fails", reason: "Not today" });
    const { result } = await s.preview(openPull(s.gitHub, { Queue: "60" }));
    expect(result).toMatchObject({ result: "failed", message: expect.stringContaining("Not today") });
    expect(sets(s)).toEqual([]);
    expect(result?.changeSetArn).toBeUndefined();
  });
});

describe("a change set that may not be deleted is there, and stays named", () => {
  function undeletable(): Session {
    const s = session();
    s.aws.faults.add({ scenario: "access-denied", operation: "DeleteChangeSet" });
    return s;
  }

  test("by a deploy that is blocked", async () => {
    const s = undeletable();
    const { result } = await s.deploy(pushToMain(s.gitHub, { Queue: "60" }));
    expect(result).toMatchObject({ result: "blocked", reasonCode: "unreviewed" });
    namesIt(s, result);
  });

  test.each(["pushed on", "closed"] as const)("by a preview that is of no use (%s)", async (how) => {
    const s = undeletable();
    const pull = openPull(s.gitHub, { Queue: "60" });
    const act = async () => {
      if (how === "closed") pull.open = false;
      else pull.headSha = openPull(s.gitHub, { Queue: "90" }).headSha;
    };
    namesIt(s, (await s.preview(pull, { meanwhile: { at: 8, act } })).result);
  });

  test("by a merge group, which passes all the same", async () => {
    const s = undeletable();
    const pull = openPull(s.gitHub, { Queue: "60" });
    await s.preview(pull);
    const entry = enqueue(s.gitHub, pull);
    if (entry === undefined) throw new Error("in conflict");
    const { result } = await s.mergeGroup(entry);
    expect(result?.result).toBe("previewed");
    namesIt(s, result);
    const check = s.gitHub.runs.findLast(({ headSha }) => headSha === entry.headSha);
    expect(check).toMatchObject({ conclusion: "success" });
  });

  test("but not the stand-in's for a failed creation: it is another stack's", async () => {
    const s = openSession();
    s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
    await s.deploy(s.gitHub.main, { inputs: { "require-review": "false" } });
    s.aws.faults.add({ scenario: "access-denied", operation: "DeleteChangeSet" });
    s.aws.faults.add({ scenario: "access-denied", operation: "DeleteStack" });
    const { result } = await s.preview(openPull(s.gitHub, { Topic: "news" }));
    expect(result?.result).toBe("previewed");
    namesNone(result);
    // A deploy that goes by its record must not find it there either.
    const record = s.gitHub.runs.findLast(({ text }) => text !== undefined);
    expect(record?.text).not.toContain("-preview-");
  });
});
