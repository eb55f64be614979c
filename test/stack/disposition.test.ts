import { StackStatus } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { disposition } from "../../src/stack/disposition.ts";

const EXPECTED: Record<StackStatus, string> = {
  CREATE_COMPLETE: "update",
  CREATE_FAILED: "update kept",
  CREATE_IN_PROGRESS: "busy",
  DELETE_COMPLETE: "create",
  DELETE_FAILED: "unrecoverable",
  DELETE_IN_PROGRESS: "busy",
  IMPORT_COMPLETE: "update",
  IMPORT_IN_PROGRESS: "busy",
  IMPORT_ROLLBACK_COMPLETE: "update",
  IMPORT_ROLLBACK_FAILED: "unrecoverable",
  IMPORT_ROLLBACK_IN_PROGRESS: "busy",
  REVIEW_IN_PROGRESS: "create",
  ROLLBACK_COMPLETE: "recreate",
  ROLLBACK_FAILED: "unrecoverable",
  ROLLBACK_IN_PROGRESS: "busy",
  UPDATE_COMPLETE: "update",
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
  UPDATE_FAILED: "update kept",
  UPDATE_IN_PROGRESS: "busy",
  UPDATE_ROLLBACK_COMPLETE: "update",
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
  UPDATE_ROLLBACK_FAILED: "unrecoverable",
  UPDATE_ROLLBACK_IN_PROGRESS: "busy",
};

function told(status: string | undefined): string {
  const { kind, ...more } = disposition(status);
  return [kind, ...("kept" in more && more.kept ? ["kept"] : [])].join(" ");
}

test("every status that the SDK knows has its disposition", () => {
  const statuses = Object.values(StackStatus);
  expect(Object.fromEntries(statuses.map((status) => [status, told(status)]))).toEqual(EXPECTED);
});

test("no stack is created, and what nobody knows is left to a person", () => {
  expect(told(undefined)).toBe("create");
  expect(told("MIGRATION_IN_PROGRESS")).toBe("busy");
  expect(told("SOMETHING_NEW")).toBe("unrecoverable");
});
