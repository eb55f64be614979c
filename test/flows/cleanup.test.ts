import { describe, expect, test } from "vitest";
import { DESCRIPTION_PREFIX } from "../../src/changes/request.ts";
import { ActionError } from "../../src/errors.ts";
import { cleanup } from "../../src/flows/cleanup.ts";
import type { ChangeSets, Stacks } from "../../src/ports/aws.ts";
import type { Stack } from "../../src/stack/model.ts";
import { START, templateOf } from "./model/content.ts";
import { openPull, type Pull } from "./model/gitHub.ts";
import { openSession, type Session, STACK } from "./model/session.ts";
import { freePace } from "./watch/freePace.ts";
import { jobOf, silent } from "./world.ts";

async function previewed(s: Session, change: Parameters<typeof openPull>[1], killAt?: number): Promise<Pull> {
  const pull = openPull(s.gitHub, change);
  await s.preview(pull, killAt === undefined ? {} : { killAt });
  return pull;
}

function changeSets(s: Session): readonly string[] {
  const { Summaries } = s.aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
  return ((Summaries ?? []) as readonly { ChangeSetName: string }[]).map((set) => set.ChangeSetName);
}

const status = (s: Session) => s.aws.cloudFormation.stack(STACK)?.status;

/** Deleting a stack takes its time. */
function settled(s: Session): string | undefined {
  s.clock.advance(60_000);
  return status(s);
}

test("the last pull request's change set and the empty stack go", async () => {
  const s = openSession();
  const pull = await previewed(s, { Queue: "60" });
  expect(status(s)).toBe("REVIEW_IN_PROGRESS");
  const { result } = await s.cleanup(pull);
  expect(result).toMatchObject({
    result: "cleaned-up",
    message: expect.stringContaining("the empty stack app"),
  });
  expect(settled(s)).toBeUndefined();
});

test("another pull request's change set stays, and the stack with it", async () => {
  const s = openSession();
  const [one, two] = [await previewed(s, { Queue: "60" }), await previewed(s, { Queue: "90" })];
  await s.cleanup(one);
  expect(changeSets(s)).toEqual([expect.stringMatching(`^pr-${two.number}-`)]);
  expect(settled(s)).toBe("REVIEW_IN_PROGRESS");
});

test("pull request 1 is not 11", async () => {
  const s = openSession();
  const first = await previewed(s, { Queue: "60" });
  for (let n = 2; n <= 10; n++) openPull(s.gitHub, { Queue: "60" });
  const eleventh = await previewed(s, { Queue: "90" });
  expect(eleventh.number).toBe(11);
  await s.cleanup(first);
  expect(changeSets(s)).toEqual([expect.stringMatching("^pr-11-")]);
});

test("a stack with resources is never deleted", async () => {
  const s = openSession();
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  const pull = await previewed(s, { Queue: "60" });
  await s.cleanup(pull);
  expect(changeSets(s)).toEqual([]);
  expect(settled(s)).toBe("CREATE_COMPLETE");
});

test("change sets that somebody else named like ours stay", async () => {
  const s = openSession();
  s.aws.cloudFormation.handle("CreateChangeSet", {
    StackName: STACK,
    ChangeSetName: "pr-1-by-hand",
    ChangeSetType: "CREATE",
    TemplateBody: templateOf(START),
  });
  const pull = await previewed(s, { Queue: "60" });
  await s.cleanup(pull);
  expect(changeSets(s)).toEqual(["pr-1-by-hand"]);
  expect(settled(s)).toBe("REVIEW_IN_PROGRESS");
});

test("one that is still being made is waited for", async () => {
  const s = openSession();
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  let killAt = 1;
  let pull = await previewed(s, { Queue: "60" }, killAt);
  while (changeSets(s).length === 0) pull = await previewed(s, { Queue: "60" }, ++killAt);
  const { result, error } = await s.cleanup(pull);
  expect(error).toBeUndefined();
  expect(result).toMatchObject({ result: "cleaned-up", message: expect.stringContaining("1 change set") });
  expect(changeSets(s)).toEqual([]);
});

test("no stack, nothing to do; twice is once", async () => {
  const s = openSession();
  const pull = openPull(s.gitHub, { Queue: "60" });
  expect((await s.cleanup(pull)).result).toMatchObject({ result: "cleaned-up" });
  await s.preview(pull);
  await s.cleanup(pull);
  s.clock.advance(60_000);
  expect((await s.cleanup(pull)).result).toMatchObject({ message: expect.stringContaining("0 change sets") });
});

describe("a change set that cannot be deleted", () => {
  const denied = new ActionError("Cannot delete change set: not authorized.", {
    reasonCode: "access-denied",
    hint: "Allow cloudformation:DeleteChangeSet.",
  });

  /** The clean-up of a pull request of which these change sets are listed, in that order. */
  async function cleanupOf(names: readonly string[], refused: ReadonlyMap<string, ActionError>) {
    const gone: string[] = [];
    const summary = (name: string) => ({
      ...{ name, arn: `arn:${name}`, status: "CREATE_COMPLETE" },
      executionStatus: name.endsWith("executed") ? "EXECUTE_IN_PROGRESS" : "AVAILABLE",
      description: `${DESCRIPTION_PREFIX}: pull request 7`,
    });
    const stack = { arn: "arn:app", name: STACK, status: "REVIEW_IN_PROGRESS" } as Stack;
    const ports = {
      stacks: {
        describe: async () => stack,
        resources: async () => [],
        delete: async () => void gone.push("the stack"),
      } as unknown as Stacks,
      changeSets: {
        list: async () => names.map(summary),
        delete: async (arn: string) => {
          const error = refused.get(arn.slice("arn:".length));
          if (error !== undefined) throw error;
          gone.push(arn);
        },
      } as unknown as ChangeSets,
      ...{ pace: freePace, clock: { now: () => 0, sleep: async () => undefined }, log: silent },
    };
    const ended = await cleanup(jobOf({}).inputs, 7, ports).catch((error: unknown) => error);
    return { ended, gone };
  }

  test("fails the run, after the others were deleted, and the shell stays", async () => {
    const { ended, gone } = await cleanupOf(["pr-7-a", "pr-7-b", "pr-7-c"], new Map([["pr-7-b", denied]]));
    expect(gone).toEqual(["arn:pr-7-a", "arn:pr-7-c"]);
    expect(ended).toBeInstanceOf(ActionError);
    expect(ended).toMatchObject({
      reasonCode: "access-denied",
      message:
        "1 change set of the pull request stays (pr-7-b), 2 deleted: Cannot delete change set: not authorized.",
      hint: "Allow cloudformation:DeleteChangeSet.",
    });
  });

  test("is told with the first error's words, and not all names where there are many", async () => {
    const names = Array.from({ length: 7 }, (_, index) => `pr-7-${index}`);
    const expired = new ActionError("The AWS credentials expired.", { reasonCode: "error" });
    const refused = new Map(names.map((name, index) => [name, index === 0 ? expired : denied]));
    const { ended, gone } = await cleanupOf(names, refused);
    expect(gone).toEqual([]);
    expect(ended).toMatchObject({
      reasonCode: "error",
      message:
        "7 change sets of the pull request stay (pr-7-0, pr-7-1, pr-7-2, pr-7-3, pr-7-4 and 2 more), 0 deleted: The AWS credentials expired.",
      hint: expect.stringContaining("Run this job again"),
    });
  });

  test("is no matter where it is being executed, but that the stack is no empty shell then", async () => {
    const { ended, gone } = await cleanupOf(
      ["pr-7-a", "pr-7-executed"],
      new Map([["pr-7-executed", denied]]),
    );
    expect(ended).toMatchObject({
      result: "cleaned-up",
      message: "Deleted 1 change set of the pull request.",
    });
    expect(gone).toEqual(["arn:pr-7-a"]);
  });

  test("is no matter where it is another pull request's", async () => {
    const { ended, gone } = await cleanupOf(["pr-7-a", "pr-8-a"], new Map([["pr-8-a", denied]]));
    expect(ended).toMatchObject({ result: "cleaned-up" });
    expect(gone).toEqual(["arn:pr-7-a"]);
  });
});
