import { expect, test } from "vitest";
import type { StackResource } from "../../../src/changes/request.ts";
import { ActionError } from "../../../src/errors.ts";
import { stuckIn } from "../../../src/flows/watch/stuck.ts";
import type { Stack } from "../../../src/stack/model.ts";

const arn = (name: string) => `arn:aws:cloudformation:us-east-1:123456789012:stack/${name}/1`;
const queue = (logicalId: string, status: string, reason = "No"): StackResource => ({
  ...{ logicalId, type: "AWS::SQS::Queue", status, reason },
});
const nested = (logicalId: string, name: string, status = "UPDATE_FAILED"): StackResource => ({
  ...{ logicalId, type: "AWS::CloudFormation::Stack", physicalId: arn(name), status },
});

interface Known {
  readonly resources: readonly StackResource[];
  readonly status?: string;
}

/** The answers of an account; of a stack that it does not know it says nothing. */
function portsOf(account: Readonly<Record<string, Known>>, lines: string[] = []) {
  const known = (stackArn: string): Known => {
    const found = Object.entries(account).find(([name]) => arn(name) === stackArn);
    if (found === undefined)
      throw new ActionError(`Not allowed to see ${stackArn}.`, { reasonCode: "access-denied" });
    return found[1];
  };
  return {
    stacks: {
      describe: async (stack: string) =>
        ({ arn: stack, status: known(stack).status ?? "UPDATE_ROLLBACK_FAILED" }) as Stack,
      resources: async (stack: string) => known(stack).resources,
    },
    log: { debug: (line: string) => lines.push(line) } as never,
  };
}

test("what failed in the root and in nested stacks, each with its stack's name; nothing that was only cancelled", async () => {
  const account = {
    app: {
      resources: [
        queue("Queue", "UPDATE_FAILED"),
        queue("Fine", "UPDATE_COMPLETE"),
        queue("Cancelled", "UPDATE_FAILED", "Resource update cancelled"),
        nested("Child", "app-Child-1X"),
        nested("Good", "app-Good-1X", "UPDATE_COMPLETE"),
      ],
    },
    "app-Child-1X": { resources: [queue("Deep", "UPDATE_FAILED"), nested("Grand", "app-Grand-2Y")] },
    "app-Grand-2Y": { resources: [queue("Deeper", "UPDATE_FAILED"), queue("Fine", "CREATE_COMPLETE")] },
  };
  expect(await stuckIn(arn("app"), portsOf(account))).toStrictEqual([
    queue("Queue", "UPDATE_FAILED"),
    nested("Child", "app-Child-1X"),
    { stackName: "app-Child-1X", ...queue("Deep", "UPDATE_FAILED") },
    { stackName: "app-Child-1X", ...nested("Grand", "app-Grand-2Y") },
    { stackName: "app-Grand-2Y", ...queue("Deeper", "UPDATE_FAILED") },
  ]);
});

test("a nested stack that is being deleted is told as one, with what stops that", async () => {
  const account = {
    app: { resources: [nested("Child", "app-Child-1X")] },
    "app-Child-1X": { status: "DELETE_FAILED", resources: [queue("Deep", "DELETE_FAILED")] },
  };
  expect(await stuckIn(arn("app"), portsOf(account))).toStrictEqual([
    { ...nested("Child", "app-Child-1X"), isDeleted: true },
    { stackName: "app-Child-1X", ...queue("Deep", "DELETE_FAILED") },
  ]);
});

test("where the nested stack or the root may not be asked, the rest is told, and the log says why", async () => {
  const lines: string[] = [];
  const account = { app: { resources: [nested("Child", "app-Child-1X"), queue("Queue", "UPDATE_FAILED")] } };
  expect(await stuckIn(arn("app"), portsOf(account, lines))).toStrictEqual([
    nested("Child", "app-Child-1X"),
    queue("Queue", "UPDATE_FAILED"),
  ]);
  expect(lines).toEqual([
    `Not allowed to see ${arn("app-Child-1X")}.`,
    `Not allowed to see ${arn("app-Child-1X")}.`,
  ]);
  expect(await stuckIn(arn("other"), portsOf(account))).toEqual([]);
});

test("any other error is not swallowed", async () => {
  const ports = portsOf({});
  const broken = {
    ...ports,
    stacks: { ...ports.stacks, resources: () => Promise.reject(new TypeError("broken")) },
  };
  await expect(stuckIn(arn("app"), broken)).rejects.toThrow(TypeError);
});
