import { expect, test } from "vitest";
import { remembered } from "../../../src/estimate/history.ts";
import { earlierOperations } from "../../../src/flows/change/earlierOperations.ts";
import type { Stack, StackEvent } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { CHILD, event, itself, nested, ROOT } from "../../stack/story.ts";
import { silent } from "../world.ts";

const LIVE = { arn: ROOT, status: "UPDATE_COMPLETE" } as Stack;
const NEVER = new Promise<never>(() => undefined);

const inRoot = [
  nested(1, "Quick", "UPDATE_IN_PROGRESS", { physicalId: `${CHILD}-quick` }),
  nested(3, "Quick", "UPDATE_COMPLETE", { physicalId: `${CHILD}-quick` }),
  nested(1, "Child", "UPDATE_IN_PROGRESS"),
  nested(40, "Child", "UPDATE_COMPLETE"),
].toReversed();
const inChild = [
  itself(2, "UPDATE_IN_PROGRESS", { stackArn: CHILD }),
  event(3, "Topic", "UPDATE_IN_PROGRESS", { stackArn: CHILD }),
  event(38, "Topic", "UPDATE_COMPLETE", { stackArn: CHILD }),
].toReversed();

/** What is asked, and how long is waited for the answers. */
function asked(answer: (stackArn: string) => Promise<readonly StackEvent[]>) {
  const calls: string[] = [];
  const waits: number[] = [];
  const ports = {
    stacks: {
      newestEvents: (stackArn: string) => {
        calls.push(stackArn);
        return answer(stackArn);
      },
    },
    clock: { now: () => 0, sleep: async (ms: number) => void waits.push(ms) },
    log: silent,
  };
  return { ports, calls, waits };
}

test("a page of the root stack is read, and one of the nested stack that took longest", async () => {
  const { ports, calls, waits } = asked(async (arn) => (arn === ROOT ? inRoot : inChild));
  const earlier = earlierOperations(LIVE, ports);
  await new Promise((resolve) => setImmediate(resolve));
  const { history, unread } = await earlier();
  expect(calls).toEqual([ROOT, CHILD]);
  expect(remembered(history, "Child/Topic", "AWS::SNS::Topic", "update")?.span.typical).toBe(35_000);
  expect(unread).toBeUndefined();
  expect(waits).toEqual([]);
});

test("a new stack has none, and nobody is asked", async () => {
  const { ports, calls } = asked(() => NEVER);
  expect(await earlierOperations(undefined, ports)()).toMatchObject({ history: { resources: new Map() } });
  expect(calls).toEqual([]);
});

test("an answer that is late is waited for a quarter of a second", async () => {
  const { ports, waits } = asked(() => NEVER);
  expect((await earlierOperations(LIVE, ports)()).unread).toBe("failed");
  expect(waits).toEqual([250]);
});

test.each([
  ["access-denied", "denied"],
  ["error", "failed"],
] as const)("a refusal (%s) fails nothing: %s", async (reasonCode, unread) => {
  const { ports } = asked(async () => {
    throw new ServiceError("No.", { reasonCode, trouble: "refused" });
  });
  const earlier = earlierOperations(LIVE, ports);
  await new Promise((resolve) => setImmediate(resolve));
  expect((await earlier()).unread).toBe(unread);
});

test("a mistake of ours is thrown where it is waited for, and only there", async () => {
  const { ports } = asked(async () => {
    throw new TypeError("a mistake");
  });
  const earlier = earlierOperations(LIVE, ports);
  await new Promise((resolve) => setImmediate(resolve));
  await expect(earlier()).rejects.toThrow("a mistake");
});
