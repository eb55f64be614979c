import { StackStatus } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { disposition, recoveryCommands } from "../../src/stack/disposition.ts";

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
  return [kind, ...("kept" in more ? ["kept"] : [])].join(" ");
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

describe("recoveryCommands", () => {
  test("every unrecoverable status has commands, and no other has", () => {
    for (const status of Object.values(StackStatus)) {
      const commands = recoveryCommands("app", "eu-west-1", status);
      expect(commands.length > 0, status).toBe(disposition(status).kind === "unrecoverable");
      for (const command of commands)
        expect(command).toMatch(/^aws cloudformation \S+ --region eu-west-1 --stack-name app/);
    }
  });

  test("they name the resources that stand in the way", () => {
    expect(recoveryCommands("app", "us-east-1", "UPDATE_ROLLBACK_FAILED", ["A", "B"])).toEqual([
      "aws cloudformation continue-update-rollback --region us-east-1 --stack-name app",
      "aws cloudformation continue-update-rollback --region us-east-1 --stack-name app --resources-to-skip A B",
    ]);
    expect(recoveryCommands("app", "us-east-1", "DELETE_FAILED", ["Bucket"])).toEqual([
      "aws cloudformation delete-stack --region us-east-1 --stack-name app --retain-resources Bucket",
      "aws cloudformation delete-stack --region us-east-1 --stack-name app --deletion-mode FORCE_DELETE_STACK",
    ]);
  });
});
