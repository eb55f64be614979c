import { describe, expect, test } from "vitest";
import { afterDeletion, afterLifting } from "../../src/stack/destroyNext.ts";
import { NOT_STARTED, type OperationEnd } from "../../src/stack/model.ts";

const PLACE = { stack: "app", region: "eu-west-1" };
const TIME = { tookMs: 1 };

function failed(status: string): OperationEnd {
  return { kind: "failed", status, cause: undefined, ...TIME };
}

describe("after a deletion", () => {
  const told = (end: OperationEnd) =>
    afterDeletion(end, PLACE, [{ logicalId: "Files", type: "AWS::S3::Bucket" }]);

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
      "of which nobody could see more it may go on",
      { kind: "lost-sight", reason: "no answer", ...TIME },
      "The deletion may go on without being watched. Run this job again to follow it to its end.",
    ],
  ])("%s", (_, end, text) => {
    expect(told(end)).toBe(text);
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
  ])("%s", (_, end, text) => {
    expect(afterLifting(end)).toBe(text);
  });

  test("it may go on if nobody saw its end", () => {
    for (const end of [
      { kind: "timed-out", status: "UPDATE_IN_PROGRESS", ...TIME },
      { kind: "lost-sight", reason: "no answer", ...TIME },
    ] as const)
      expect(afterLifting(end)).toBe(
        "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.",
      );
  });
});
