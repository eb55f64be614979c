import { describe, expect, test } from "vitest";
import { type Failing, NOT_STARTED, type OperationEnd, type RootCause } from "../../src/stack/model.ts";
import { failingText, leftBehindText, nextStep, placed } from "../../src/stack/nextStep.ts";
import { rollBackFirst } from "../../src/stack/recovery.ts";

const AGAIN = "Run this job again";

function endingIn(end: Partial<OperationEnd>): string {
  return nextStep("app", "eu-west-1", { tookMs: 1000, cause: undefined, ...end } as OperationEnd);
}

const failed = (status: string, more: object = {}) => endingIn({ kind: "failed", status, ...more });

function causeIn(more: Partial<RootCause>): RootCause {
  return {
    stackPath: [],
    logicalId: "Cluster",
    type: "AWS::RDS::DBCluster",
    status: "DELETE_FAILED",
    reason: "Cannot delete protected Cluster, please disable deletion protection and try again.",
    at: 0,
    ...more,
  };
}

describe("after an operation of which the end is not known", () => {
  test("nothing is to be done after a success", () => {
    expect(endingIn({ kind: "succeeded", status: "UPDATE_COMPLETE" })).toBe("");
  });

  test.each<[Partial<OperationEnd>, string]>([
    [{ kind: "timed-out", status: "UPDATE_IN_PROGRESS" }, "goes on with the operation (UPDATE_IN_PROGRESS)"],
    [{ kind: "timed-out", status: "UPDATE_IN_PROGRESS" }, "raise timeout-minutes"],
    [{ kind: "cancelled", status: "UPDATE_IN_PROGRESS" }, "goes on with the operation (UPDATE_IN_PROGRESS)"],
    [
      { kind: "cancelled", status: "about to start", tookMs: 0 },
      "the operation may have begun. The stack's status tells",
    ],
    [{ kind: "cancelled", status: "UPDATE_COMPLETE" }, "had just ended (UPDATE_COMPLETE)"],
    [{ kind: "cancelled", status: NOT_STARTED }, "The stack was left as it is."],
    [{ kind: "lost-sight", reason: "No network" }, "may go on without being watched"],
    [
      { kind: "lost-sight", reason: "No network", tookMs: 0 },
      "answer is lost: the operation may have begun. The stack's status tells, and the change set's execution status",
    ],
    [
      { kind: "succeeded", status: "UPDATE_COMPLETE", unread: { reason: "No." } },
      "has ended (UPDATE_COMPLETE)",
    ],
    [
      { kind: "succeeded", status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", unread: { reason: "No." } },
      "is cleaned up after",
    ],
  ])("%o: %s, and the job can run again", (end, said) => {
    expect(endingIn(end)).toContain(said);
    expect(endingIn(end)).toContain(AGAIN);
  });

  const turned = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause: causeIn({}) };
  const forward = { ...turned, status: "UPDATE_IN_PROGRESS", isRollingBack: false };

  test.each<[Partial<OperationEnd>, string, string]>([
    [{ kind: "timed-out", failing: turned }, "CloudFormation is rolling the stack back", "Fix the cause"],
    [{ kind: "cancelled", failing: turned }, "CloudFormation is rolling the stack back", "Fix the cause"],
    [{ kind: "lost-sight", failing: turned }, "When it was last seen, CloudFormation was rolling", "Fix the"],
    [
      { kind: "timed-out", failing: forward },
      "operation, although it has failed (UPDATE_IN",
      "Fix the cause",
    ],
    [
      { kind: "timed-out", failing: { ...turned, cause: causeIn({ remedy: "elsewhere" }) } },
      "follows the rollback to its end; run later, it tries",
      "needs no new pull request",
    ],
    [
      { kind: "cancelled", failing: { ...turned, cause: undefined, isCalledOff: true } },
      "CloudFormation is rolling the stack back (UPDATE_ROLLBACK_IN_PROGRESS)",
      "Run this job again to deploy after all",
    ],
  ])("a failure is known, %#: what is done now, and how to go on", (end, state, onward) => {
    const text = endingIn(end);
    for (const part of [state, AGAIN, onward]) expect(text).toContain(part);
    expect(text).not.toContain("raise timeout-minutes");
  });
});

test.each<[Partial<Failing>, string]>([
  [{ cause: causeIn({}) }, "has failed and is being rolled back: Cluster"],
  [{}, "has failed and is being rolled back, and no event says why."],
  [{ isCalledOff: true }, "is being rolled back: somebody called the operation off (User Initiated)."],
  [
    { isCalledOff: true, cause: causeIn({}) },
    "is being rolled back: somebody called the operation off (User Initiated). A failure in the rollback: Cluster",
  ],
])("what has gone wrong, %#: called off is told before any failure of the rollback", (known, said) => {
  const failing = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause: undefined };
  expect(failingText({ ...failing, ...known }).startsWith(said)).toBe(true);
});

describe("after a failure", () => {
  test.each([
    ["UPDATE_ROLLBACK_COMPLETE", "back in its previous state (UPDATE_ROLLBACK_COMPLETE). Fix the cause"],
    [
      "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
      "cleans up (UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS). Fix the cause",
    ],
    ["IMPORT_ROLLBACK_COMPLETE", "back in its previous state (IMPORT_ROLLBACK_COMPLETE). Fix the cause"],
    [
      "ROLLBACK_COMPLETE",
      "Nothing is left of the creation but an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it",
    ],
    ["CREATE_FAILED", "kept for debugging (CREATE_FAILED)"],
    ["UPDATE_FAILED", "A deploy with on-failure: keep goes on from there, if it replaces nothing."],
    [
      "UPDATE_FAILED",
      "Before any other deploy, and to go back to the state before:\naws cloudformation rollback-stack --region eu-west-1 --stack-name app",
    ],
    ["DELETE_COMPLETE", "The stack is deleted again (DELETE_COMPLETE). Fix the cause"],
    ["SOMETHING_NEW", "The stack is in SOMETHING_NEW."],
  ])("%s: what there is, and what to do", (status, said) => {
    expect(failed(status)).toContain(said);
  });

  const bucket = {
    logicalId: "Bucket",
    type: "AWS::S3::Bucket",
    physicalId: "logs",
    status: "DELETE_SKIPPED",
  };
  const retained = [causeIn({ ...bucket, reason: "" })];

  test("of a creation that leaves what is retained: no empty shell, the command, and what is met again", () => {
    const text = failed("ROLLBACK_COMPLETE", { retained });
    expect(text).toContain("but for what a DeletionPolicy keeps: Bucket (AWS::S3::Bucket, logs).");
    expect(text.split("\n")).toContain("aws cloudformation delete-stack --region eu-west-1 --stack-name app");
    expect(text).toContain("import-existing-resources: true");
    expect(text).not.toMatch(/empty shell|the next deploy deletes it/);
    expect(text).toContain("keeps: Bucket (AWS::S3::Bucket, logs).\n");
  });

  const inner = causeIn({ ...bucket, stackPath: ["Net"], physicalId: "inner", reason: "" });

  test("of a creation that retains in a nested stack only: an empty shell, and what is met again", () => {
    const text = failed("ROLLBACK_COMPLETE", { retained: [inner] });
    expect(text).toMatch(
      /^The stack is an empty shell \(ROLLBACK_COMPLETE\); the next deploy deletes it and /,
    );
    expect(text).toContain(
      "is still there, in no stack: Net/Bucket (AWS::S3::Bucket, inner). Where its name",
    );
    expect(text).not.toMatch(/delete-stack|Nothing is left/);
  });

  test("of a creation that retains in both: the command for the shell, and each in its place", () => {
    const text = failed("ROLLBACK_COMPLETE", { retained: [inner, ...retained] });
    expect(text).toContain(
      "keeps: Bucket (AWS::S3::Bucket, logs). In no stack is already: Net/Bucket (AWS::S3::Bucket, inner).\n",
    );
    expect(text).toContain("\naws cloudformation delete-stack --region eu-west-1 --stack-name app\n");
    expect(text).not.toMatch(/empty shell|the next deploy deletes it/);
    expect(failed("ROLLBACK_COMPLETE", { retained })).not.toContain("In no stack is already");
  });

  test.each(["UPDATE_ROLLBACK_COMPLETE", "DELETE_COMPLETE"])("%s names what is retained, too", (status) => {
    const text = failed(status, { retained });
    expect(text).toContain(
      "still there, in no stack: Bucket (AWS::S3::Bucket, logs). Where its name is fixed",
    );
    expect(failed(status)).not.toContain("in no stack");
  });

  const back = (cause: Partial<RootCause>) => failed("UPDATE_ROLLBACK_COMPLETE", { cause: causeIn(cause) });
  const alarm = { arn: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a", type: "", state: "ALARM" };

  test.each<[string, Partial<RootCause>, boolean, string]>([
    ["nobody knows", {}, false, "Fix the cause in a new pull request"],
    ["something passes by itself", { remedy: "by-itself" }, true, "It may pass"],
    ["something else is to be put right", { remedy: "elsewhere" }, true, "needs no new pull request"],
    ["an alarm fired", { alarms: [alarm], remedy: "elsewhere" }, true, "once the alarm is OK"],
  ])("%s: %o, and the job is to run again where that can end otherwise", (_, cause, again, said) => {
    expect(back(cause)).toContain(said);
    expect(/run this job again/i.test(back(cause))).toBe(again);
    expect(back(cause)).toContain("the button Revert of its pull request");
  });

  test("of an answer that never came it is not said that anything goes on", () => {
    expect(endingIn({ kind: "cancelled", status: "about to start", tookMs: 0 })).not.toContain("goes on");
  });

  test("that somebody deleted while it was made: no input asked for that", () => {
    const text = failed("DELETE_COMPLETE", { isCalledOff: true });
    expect(text).toContain(
      "Somebody deleted the stack while it was made (DELETE_COMPLETE). Run this job again",
    );
    expect(text).not.toContain("on-failure");
  });

  test("that a person called off there may be nothing to fix", () => {
    const text = failed("UPDATE_ROLLBACK_COMPLETE", { isCalledOff: true });
    expect(text).toContain(
      "previous state (UPDATE_ROLLBACK_COMPLETE). Run this job again to deploy after all",
    );
    expect(text).not.toContain("Fix the cause");
  });
});

describe("a stack that only a person can repair", () => {
  const STATUS = "UPDATE_ROLLBACK_FAILED";
  const protectedCluster = (id: string) =>
    `aws rds modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection --region eu-west-1`;

  test("is said to be one, with the commands, each on a line", () => {
    const [first, ...lines] = failed(STATUS).split("\n");
    expect(first).toBe("The stack is in UPDATE_ROLLBACK_FAILED and needs a person.");
    expect(lines).toContain(
      "aws cloudformation continue-update-rollback --region eu-west-1 --stack-name app",
    );
  });

  test("has what stopped the rollback named, not what made it roll back", () => {
    const cause = causeIn({ logicalId: "Queue", type: "AWS::SQS::Queue", reason: "No" });
    const text = failed(STATUS, {
      cause,
      rollbackCause: causeIn({ physicalId: "db", status: "UPDATE_FAILED" }),
    });
    expect(text).toContain(`${protectedCluster("db")}\n`);
    expect(text).toMatch(/--resources-to-skip Cluster$/m);
    expect(text).not.toContain("Queue");
  });

  test("has all named that are stuck, with what lifts each one's protection", () => {
    const other = causeIn({ logicalId: "Other", physicalId: "other" });
    const stuck = [
      causeIn({ physicalId: "db" }),
      other,
      causeIn({ logicalId: "Deep", stackPath: ["Child"], stackName: "app-Child-1X" }),
    ];
    const text = failed("DELETE_FAILED", { cause: causeIn({}), rollbackCause: causeIn({}), stuck });
    expect(text).toMatch(/--retain-resources Cluster Other$/m);
    for (const id of ["db", "other"]) expect(text).toContain(protectedCluster(id));
  });

  test("does not name what could not be created as what is skipped: AWS refuses that", () => {
    const text = failed(STATUS, { cause: causeIn({ status: "CREATE_FAILED" }) });
    expect(text).toMatch(/--resources-to-skip <LogicalId>$/m);
  });

  test("has what failed named, where nothing else did", () => {
    const text = failed("DELETE_FAILED", { cause: causeIn({}) });
    expect(text).toContain("--retain-resources Cluster\n");
    expect(text).toContain(protectedCluster("<name>"));
  });

  test("names what is stuck in a nested stack by that stack's own name", () => {
    const inner = { stackPath: ["Child"], stackName: "app-Child-1X", physicalId: "db" };
    const cause = causeIn({ ...inner, status: "UPDATE_FAILED" });
    const text = failed(STATUS, { cause });
    expect(text).toMatch(/--resources-to-skip app-Child-1X\.Cluster$/m);
    expect(text).toContain(protectedCluster("db"));
  });
});

describe("what stays in no stack", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      causeIn({
        logicalId: `B${index}`,
        type: "AWS::S3::Bucket",
        physicalId: `bucket-${index}`,
        reason: "full",
      }),
    );

  test("what is left behind is named, each with AWS's reason, the first ten of many", () => {
    expect(leftBehindText(many(1))).toBe(
      [
        "1 resource was left behind: CloudFormation could not delete it and gave up. It stays, in no stack, and may be billed.",
        "- B0 (AWS::S3::Bucket, bucket-0): full",
        "No later deploy sees to that: delete by hand what is not needed, or import it into a stack.",
      ].join("\n"),
    );
    const lines = leftBehindText(many(13)).split("\n");
    expect(lines).toHaveLength(13);
    expect(lines[0]).toMatch(/^13 resources were left behind: CloudFormation could not delete them/);
    expect(lines.slice(10, 12)).toEqual([
      ...["- B9 (AWS::S3::Bucket, bucket-9): full", "… and 3 more: see the stack's events."],
    ]);
    expect(leftBehindText(many(10))).not.toContain("more");
    const inner = causeIn({ stackPath: ["Net", "Deep"], logicalId: "Gone", reason: "in use" });
    expect(leftBehindText([inner])).toContain("- Net/Deep/Gone (AWS::RDS::DBCluster): in use");
  });

  const stackIn = (logicalId: string) =>
    causeIn({
      ...{ logicalId, type: "AWS::CloudFormation::Stack", reason: "Not deleted." },
      physicalId: `arn:aws:cloudformation:eu-west-1:123456789012:stack/app-${logicalId}/1`,
    });

  test("a nested stack is a stack by itself, and is deleted as one", () => {
    const arn = "arn:aws:cloudformation:eu-west-1:123456789012:stack/app-Net/1";
    expect(leftBehindText([stackIn("Net")])).toBe(
      [
        "1 nested stack was left behind: CloudFormation could not delete it and gave up. It stays, a stack by itself, with what is still in it, and may be billed.",
        `- Net (AWS::CloudFormation::Stack, ${arn}): Not deleted.`,
        `  aws cloudformation delete-stack --region eu-west-1 --stack-name ${arn}`,
        "No later deploy sees to that: delete the nested stack itself with its command, once what keeps it is out of the way.",
      ].join("\n"),
    );
    expect(leftBehindText([stackIn("Net"), stackIn("App")])).toMatch(
      /^2 nested stacks were left behind: CloudFormation could not delete them and gave up\. They stay, each a stack by itself, with what is still in it, and may be billed\.$/m,
    );
    const unknown = causeIn({ type: "AWS::CloudFormation::Stack", physicalId: "app-Net" });
    expect(leftBehindText([unknown])).toMatch(/: delete the nested stack itself, once what keeps it/);
    expect(leftBehindText([unknown])).not.toContain("aws cloudformation");
  });

  test("a nested stack beside what is in no stack: each as it is", () => {
    const lines = leftBehindText([stackIn("Net"), ...many(1)]).split("\n");
    expect(lines[0]).toBe(
      "2 resources were left behind: CloudFormation could not delete them and gave up. They stay, and may be billed: a nested stack by itself, with what is still in it, all else in no stack.",
    );
    expect(lines.slice(3)).toEqual([
      "- B0 (AWS::S3::Bucket, bucket-0): full",
      "No later deploy sees to that: delete by hand what is not needed, or import it into a stack; delete the nested stack itself with its command, once what keeps it is out of the way.",
    ]);
    const stacks = Array.from({ length: 11 }, (_, i) => stackIn(`N${i}`));
    expect(leftBehindText(stacks).split("\n").slice(-2)[0]).toBe("… and 1 more: see the stack's events.");
  });

  test("what a DeletionPolicy keeps, too", () => {
    const kept = (count: number) => failed("UPDATE_ROLLBACK_COMPLETE", { retained: many(count) });
    expect(kept(2)).toContain(
      "in no stack: B0 (AWS::S3::Bucket, bucket-0), B1 (AWS::S3::Bucket, bucket-1). Where its name is fixed",
    );
    expect(kept(10)).toContain("B9 (AWS::S3::Bucket, bucket-9). Where");
    expect(kept(12)).toContain("B9 (AWS::S3::Bucket, bucket-9), 2 more. Where");
  });
});

test("a failure is placed by its path, type, status and reason", () => {
  expect(placed(causeIn({ stackPath: ["Net", "Deep"], reason: "no" }))).toBe(
    "Net/Deep/Cluster (AWS::RDS::DBCluster) DELETE_FAILED: no",
  );
});

test("a stack that was kept as it failed is rolled back first, or goes on kept", () => {
  expect(rollBackFirst("app", "eu-west-1")).toBe(
    "Roll it back first, and run this job again:\naws cloudformation rollback-stack --region eu-west-1 --stack-name app\nOr set on-failure: keep, and the deploy goes on from there.",
  );
});
