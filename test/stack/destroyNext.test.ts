import { describe, expect, test } from "vitest";
import { afterDeletion, afterLifting } from "../../src/stack/destroyNext.ts";
import { NOT_STARTED, type OperationEnd } from "../../src/stack/model.ts";

const PLACE = { stack: "app", region: "eu-west-1" };
const TIME = { tookMs: 1 };

function failed(status: string): OperationEnd {
  return { kind: "failed", status, cause: undefined, ...TIME };
}

describe("after a deletion", () => {
  const told = (end: OperationEnd, isUnprotected = false, lifted?: string) =>
    afterDeletion(end, { ...PLACE, isUnprotected, lifted }, [
      { logicalId: "Files", type: "AWS::S3::Bucket" },
    ]);

  test.each<[string, OperationEnd, string]>([
    ["that succeeded there is nothing to say", { kind: "succeeded", status: "DELETE_COMPLETE", ...TIME }, ""],
    [
      "that was refused the stack is as it was",
      failed("UPDATE_COMPLETE"),
      "The stack is in UPDATE_COMPLETE. Put the cause right, then run this job again.",
    ],
    [
      "that goes on it can be followed",
      { kind: "timed-out", status: "DELETE_IN_PROGRESS", ...TIME },
      "CloudFormation goes on with the deletion (DELETE_IN_PROGRESS). Run this job again to follow it to its end, or raise timeout-minutes.",
    ],
    [
      "that was cancelled before it began nothing is gone",
      { kind: "cancelled", status: NOT_STARTED, ...TIME },
      "Nothing was deleted.",
    ],
    [
      "that was cancelled too late that is said",
      { kind: "cancelled", status: "DELETE_COMPLETE", ...TIME },
      "The job was cancelled when the deletion had just ended (DELETE_COMPLETE).",
    ],
    [
      "that was cancelled on its way it goes on",
      { kind: "cancelled", status: "DELETE_IN_PROGRESS", ...TIME },
      "The job was cancelled; CloudFormation goes on with the deletion (DELETE_IN_PROGRESS). Run this job again to follow it to its end.",
    ],
    [
      "that was cancelled before the call was answered nobody knows whether it has begun",
      { kind: "cancelled", status: "about to start", tookMs: 0 },
      "The job was cancelled before CloudFormation answered: the stack may be on its way out, which its status tells. Run this job again to follow its deletion to the end; where it has not begun, that begins it.",
    ],
    [
      "whose answer is lost nobody knows it either",
      { kind: "lost-sight", reason: "no answer", tookMs: 0 },
      "CloudFormation's answer is lost: the stack may be on its way out, which its status tells. Run this job again to follow its deletion to the end; where it has not begun, that begins it.",
    ],
    [
      "of which nobody could see more it may go on",
      { kind: "lost-sight", reason: "no answer", ...TIME },
      "The deletion may go on without being watched. Run this job again to follow it to its end.",
    ],
  ])("%s", (_, end, text) => {
    expect(told(end)).toBe(text);
  });

  test.each<[string, OperationEnd, boolean]>([
    ["whose call was never answered", { kind: "cancelled", status: "about to start", tookMs: 0 }, true],
    ["whose answer is lost", { kind: "lost-sight", reason: "no answer", tookMs: 0 }, true],
    ["that AWS called off", failed("UPDATE_COMPLETE"), true],
    ["that failed half-way", failed("DELETE_FAILED"), false],
    ["that was not asked for", { kind: "cancelled", status: NOT_STARTED, tookMs: 0 }, false],
    ["that goes on", { kind: "cancelled", status: "DELETE_IN_PROGRESS", ...TIME }, false],
    ["that goes on when the time is over", { kind: "timed-out", status: "X", tookMs: 0 }, false],
    ["that went out of sight", { kind: "lost-sight", reason: "expired", ...TIME }, false],
  ])("%s: whether its protection is said to be off", (_, end, isSaid) => {
    const off =
      "\nThe termination protection of stack app is off. Where the stack stays, turn it on again:\naws cloudformation update-termination-protection --enable-termination-protection --region eu-west-1 --stack-name app";
    expect(told(end, true)).toBe(`${told(end)}${isSaid ? off : ""}`);
  });

  test.each<[string, OperationEnd, boolean]>([
    ["whose answer is lost", { kind: "lost-sight", reason: "no answer", tookMs: 0 }, true],
    ["that AWS called off", failed("UPDATE_COMPLETE"), true],
    ["that failed half-way", failed("DELETE_FAILED"), true],
    ["that was not asked for", { kind: "cancelled", status: NOT_STARTED, tookMs: 0 }, true],
    ["that goes on", { kind: "cancelled", status: "DELETE_IN_PROGRESS", ...TIME }, false],
    ["that is over", { kind: "succeeded", status: "DELETE_COMPLETE", ...TIME }, false],
  ])("%s: whether deletion protections are said to be off", (_, end, isSaid) => {
    expect(told(end, false, "That of Db is off.")).toBe(
      `${told(end)}${isSaid ? "\nThat of Db is off." : ""}`,
    );
  });

  test("that ended half-way the ways out are told, with the resources in the way", () => {
    const text = told(failed("DELETE_FAILED"));
    expect(text).toMatch(
      /^The stack is in DELETE_FAILED: what is gone is gone, and the rest takes no update any more\. Put the cause right and run this job again, or:\n/,
    );
    expect(text).toContain(
      "aws cloudformation delete-stack --region eu-west-1 --stack-name app --retain-resources Files",
    );
  });
});

describe("after an update that was to lift protections nothing is deleted, and", () => {
  const stuck = [{ logicalId: "Files", type: "AWS::S3::Bucket", status: "UPDATE_FAILED" }];
  const told = (end: OperationEnd) => afterLifting(end, PLACE, stuck);

  test.each<[string, OperationEnd, string]>([
    ["nothing is to be said if it succeeded", { kind: "succeeded", status: "UPDATE_COMPLETE", ...TIME }, ""],
    [
      "the cause is to be put right if it failed",
      failed("UPDATE_ROLLBACK_COMPLETE"),
      "Nothing was deleted; the stack is in UPDATE_ROLLBACK_COMPLETE. Put the cause right, then run this job again.",
    ],
    [
      "nothing was changed if it never began",
      { kind: "cancelled", status: NOT_STARTED, ...TIME },
      "Nothing was changed, and nothing deleted.",
    ],
    [
      "it goes on if the job was cancelled",
      { kind: "cancelled", status: "UPDATE_IN_PROGRESS", ...TIME },
      "Nothing was deleted; the update goes on. Run this job again: it waits for its end, then looks anew.",
    ],
    [
      "the protections are off if the job was cancelled when it had just ended",
      { kind: "cancelled", status: "UPDATE_COMPLETE", ...TIME },
      "Nothing was deleted; the update has just ended, and the deletion protections that it was to turn off are off (UPDATE_COMPLETE). Run this job again to go on, or deploy to turn them on again.",
    ],
    [
      "there is nothing to put right if somebody called it off",
      { ...failed("UPDATE_ROLLBACK_COMPLETE"), isCalledOff: true } as OperationEnd,
      "Nothing was deleted; somebody called the update off, and the stack is in UPDATE_ROLLBACK_COMPLETE. Run this job again.",
    ],
  ])("%s", (_, end, text) => {
    expect(told(end)).toBe(text);
  });

  test.each(["timed-out", "cancelled", "lost-sight"] as const)(
    "it is rolled back if somebody called it off, %s",
    (kind) => {
      const failing = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause: undefined };
      const end = { kind, status: failing.status, reason: "no answer", ...TIME };
      const off = { ...failing, isCalledOff: true } as const;
      expect(told({ ...end, failing: off })).toBe(
        "Nothing was deleted; somebody called the update off (UPDATE_ROLLBACK_IN_PROGRESS). Run this job again: it waits for the update's end, then looks anew.",
      );
      const cause = { ...{ stackPath: [], logicalId: "Db", type: "AWS::RDS::DBInstance", at: 1 } };
      const stopped = { ...cause, status: "UPDATE_FAILED", reason: "boom" };
      expect(told({ ...end, failing: { ...off, cause: stopped } })).toContain(
        "called the update off (UPDATE_ROLLBACK_IN_PROGRESS), and its rollback met the failure that is told above. Run this job again",
      );
    },
  );

  test("it may go on if nobody saw its end", () => {
    for (const end of [
      { kind: "timed-out", status: "UPDATE_IN_PROGRESS", ...TIME },
      { kind: "lost-sight", reason: "no answer", ...TIME },
    ] as const)
      expect(told(end)).toBe(
        "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.",
      );
  });

  test("it may have begun if nobody answered", () => {
    for (const end of [
      { kind: "lost-sight", reason: "no answer", tookMs: 0 },
      { kind: "cancelled", status: "about to start", tookMs: 0 },
    ] as const)
      expect(told(end)).toBe(
        "Nothing was deleted; the update may have begun, which the stack's status tells. Run this job again: it waits for the update's end, then looks anew.",
      );
  });

  test("the ways out are told if the stack takes no update any more", () => {
    const lines = told(failed("UPDATE_ROLLBACK_FAILED")).split("\n");
    expect(lines[0]).toBe(
      "Nothing was deleted; the stack is in UPDATE_ROLLBACK_FAILED and takes no update any more.",
    );
    expect(lines).toContain(
      "aws cloudformation continue-update-rollback --region eu-west-1 --stack-name app --resources-to-skip Files",
    );
    expect(lines.at(-1)).toBe("Then run this job again.");
  });
});
