import { describe, expect, test } from "vitest";
import { decodeMark } from "../../../src/changes/review/mark.ts";
import { deployCheckName } from "../../../src/flows/job.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { START, templateOf } from "../model/content.ts";
import { mergePull, openPull, pushToMain } from "../model/gitHub.ts";
import { openSession, type Session, STACK } from "../model/session.ts";
import type { AwsPorts, Done } from "../model/truth.ts";

const NAMED = { stackName: STACK, region: "us-east-1", label: undefined };

/** What comes in the way of an attempt that has followed the operation to its end. */
interface Trouble {
  readonly describe?: (s: Session) => void;
  readonly prepare?: (s: Session) => void;
}

/** A job that ran out of its time while its operation went on, and is run again; trouble begins with that operation's end. */
async function followed(trouble: Trouble, queue = "60") {
  const world: { s?: Session; isSecond?: boolean } = {};
  const meet = (act: ((s: Session) => void) | undefined) => {
    const { s, isSecond } = world;
    const isOver = s?.aws.cloudFormation.stack(STACK)?.status === "UPDATE_COMPLETE";
    if (s !== undefined && isSecond === true && isOver) act?.(s);
  };
  let looks = 0;
  const s = openSession({
    aws: ({ stacks, changeSets, ...ports }: AwsPorts) => ({
      ...ports,
      stacks: {
        ...stacks,
        describe: async (name) => {
          // By its ARN it is asked for by the watch, whose end is confirmed with that.
          if (name === STACK && looks++ > 0) meet(trouble.describe);
          return stacks.describe(name);
        },
      },
      changeSets: {
        ...changeSets,
        prepare: async (request) => {
          meet(trouble.prepare);
          return changeSets.prepare(request);
        },
      },
    }),
  });
  world.s = s;
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  const pull = openPull(s.gitHub, { Queue: queue });
  await s.preview(pull);
  mergePull(s.gitHub, pull, "squash");
  const commit = s.gitHub.main;
  const first = await s.deploy(commit, { timeoutMs: 6_000 });
  expect(first.result).toMatchObject({ result: "failed", reasonCode: "timeout" });
  expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("UPDATE_IN_PROGRESS");
  world.isSecond = true;
  looks = 0;
  return { s, pull, commit };
}

const markOn = (s: Session, commit: string) =>
  decodeMark(
    s.gitHub.runs.findLast(({ headSha, name }) => headSha === commit && name === deployCheckName(NAMED))
      ?.externalId ?? "",
  );

const executed = (s: Session) =>
  s.aws.requests().filter(({ operation }) => operation === "ExecuteChangeSet").length;

/** The operation that was followed is told as what it came to. */
function isTold({ result }: Done, why: RegExp): void {
  expect(result).toMatchObject({
    result: "deployed",
    stackStatus: "UPDATE_COMPLETE",
    stackOutputs: expect.arrayContaining([expect.objectContaining({ key: expect.any(String) })]),
  });
  expect(result?.reasonCode).toBeUndefined();
  expect(result?.message).toMatch(/^Stack app is UPDATE_COMPLETE after .*\. /);
  expect(result?.message).toMatch(why);
  expect(result?.summary).toContain("deployed in");
  expect(result?.summary).toMatch(why);
  expect(result?.summary).not.toContain("othing was executed");
}

const expired = new ServiceError("Cannot ask: the AWS credentials expired.", {
  reasonCode: "access-denied",
  trouble: "credentials",
});
const throwing = (error: Error) => () => {
  throw error;
};

describe("an operation that was followed to its success stays one", () => {
  test.each<[string, Trouble, RegExp]>([
    [
      "credentials expire before the stack is read again",
      { describe: throwing(expired) },
      /credentials expired/,
    ],
    ["credentials expire before the change set", { prepare: throwing(expired) }, /credentials expired/],
    [
      "AWS throttles the change set",
      {
        prepare: throwing(new ServiceError("Rate exceeded.", { reasonCode: "error", trouble: "throttled" })),
      },
      /Rate exceeded/,
    ],
    ["there is a mistake of ours", { prepare: throwing(new TypeError("x is undefined")) }, /x is undefined/],
    [
      "CloudFormation refuses the change set",
      { prepare: ({ aws }) => aws.faults.add({ scenario: "change-set-fails", reason: "Not today" }) },
      /Not today/,
    ],
  ])("where %s", async (_, trouble, why) => {
    const { s, commit } = await followed(trouble);
    isTold(await s.deploy(commit), why);
    expect(executed(s)).toBe(1);
    // That nothing is left was not seen: the commit is taken, and not settled.
    expect(markOn(s, commit)).toMatchObject({ state: "begun", account: "123456789012" });
  });

  test("where a newer deploy has the stack by then", async () => {
    let isNewer = false;
    const { s, commit } = await followed({
      describe: ({ aws }) => {
        if (isNewer) return;
        isNewer = true;
        const template = templateOf({ ...START, Queue: "60", Topic: "news" });
        aws.cloudFormation.updateStackByHand({ stackName: STACK, template });
        aws.cloudFormation.finish(STACK);
      },
    });
    isTold(await s.deploy(commit), /changed again/);
    expect(executed(s)).toBe(1);
    expect(markOn(s, commit)?.state).toBe("begun");
  });

  test("where another operation takes the stack until the time is over", async () => {
    let isTaken = false;
    const { s, commit } = await followed({
      describe: ({ aws }) => {
        if (isTaken) return;
        isTaken = true;
        aws.cloudFormation.hold(STACK);
        aws.cloudFormation.handle("UpdateStack", { StackName: STACK, TemplateBody: templateOf(START) });
      },
    });
    isTold(await s.deploy(commit), /is still .?UPDATE/);
  });

  test("where the change set meets an operation that was quicker, and starts over", async () => {
    let times = 0;
    const { s, commit } = await followed({
      prepare: () => {
        if (times++ === 0) throw new ServiceError("Busy.", { reasonCode: "stack-busy", trouble: "refused" });
      },
    });
    const { result } = await s.deploy(commit);
    expect(times).toBe(2);
    expect(result).toMatchObject({ result: "deployed", stackStatus: "UPDATE_COMPLETE" });
    expect(markOn(s, commit)?.state).toBe("settled");
  });
});

describe("what an attempt asks for beside the operation that it has followed", () => {
  const TAGS = { tags: "team=blue" };

  test("is executed where it may be", async () => {
    const { s, commit } = await followed({});
    const { result } = await s.deploy(commit, { inputs: { ...TAGS, "require-review": "false" } });
    expect(result).toMatchObject({ result: "deployed" });
    expect(executed(s)).toBe(2);
    expect(markOn(s, commit)?.state).toBe("settled");
  });

  test("is blocked where nobody reviewed it, and what was executed is told with it", async () => {
    const { s, commit } = await followed({});
    const { result } = await s.deploy(commit, { inputs: TAGS });
    expect(result).toMatchObject({
      result: "blocked",
      reasonCode: "stale-review",
      stackStatus: "UPDATE_COMPLETE",
      stackOutputs: expect.arrayContaining([expect.objectContaining({ key: expect.any(String) })]),
    });
    const said =
      /executed is done: stack app was UPDATE_COMPLETE after \S+ s\. .*not executed: .*nobody reviewed/;
    expect(result?.message).toMatch(said);
    expect(result?.summary).toContain("**Nothing else was executed**");
    expect(result?.summary).toContain("What an earlier attempt of this deploy executed is done");
    expect(result?.summary).not.toContain("Nothing was executed");
    expect(executed(s)).toBe(1);
    expect(markOn(s, commit)?.state).toBe("begun");
  });

  test.each<[string, Error, string]>([
    ["credentials expire", expired, "access-denied"],
    ["something unexpected happens", new TypeError("x is undefined"), "error"],
  ])("is told to be undone where %s right before its execution", async (_, error, reasonCode) => {
    let asked = 0;
    const { s, commit } = await followed({
      describe: () => {
        // Once the stack is waited for, then the last look.
        if (++asked > 1) throw error;
      },
    });
    const { result } = await s.deploy(commit, { inputs: { ...TAGS, "require-review": "false" } });
    expect(result).toMatchObject({ result: "failed", reasonCode, stackStatus: "UPDATE_COMPLETE" });
    expect(result?.message).toMatch(/executed is done: stack app was UPDATE_COMPLETE .*not executed: /);
    expect(result?.summary).toContain("failed after the stack was done");
    expect(result?.summary).not.toMatch(/nothing was executed/i);
    expect(executed(s)).toBe(1);
    expect(markOn(s, commit)?.state).toBe("begun");
  });

  test("and is its termination protection alone: all of it is told as one deploy", async () => {
    const { s, commit } = await followed({});
    const inputs = { "termination-protection": "true", "require-review": "false" };
    const { result } = await s.deploy(commit, { inputs });
    expect(result).toMatchObject({ result: "deployed", stackStatus: "UPDATE_COMPLETE" });
    expect(result?.message).toMatch(/^Stack app is UPDATE_COMPLETE after/);
    expect(result?.message).not.toContain("Nothing but");
    expect(s.aws.cloudFormation.stack(STACK)?.terminationProtection).toBe(true);
    expect(markOn(s, commit)?.state).toBe("settled");
  });

  test("waits for the stack's next change: its review is not used up", async () => {
    const { s, commit } = await followed({});
    const inputs = { "notification-arns": "arn:aws:sns:us-east-1:123456789012:other" };
    const { result } = await s.deploy(commit, { inputs });
    expect(result?.result).toBe("deployed");
    expect(result?.message).toContain("takes effect with its next change");
    expect(markOn(s, commit)?.state).toBe("begun");
  });
});

describe("where somebody has since made the queue anew by hand, the stack is told as it is", () => {
  const outputs = (s: Session) =>
    (
      (
        s.aws.cloudFormation.handle("DescribeStacks", { StackName: STACK }).Stacks as readonly {
          readonly Outputs: readonly { readonly OutputKey: string; readonly OutputValue: string }[];
        }[]
      )[0]?.Outputs ?? []
    ).map(({ OutputKey, OutputValue }) => ({ key: OutputKey, value: OutputValue }));

  async function madeAnew() {
    const before: (readonly { readonly key: string; readonly value: string }[])[] = [];
    const made = await followed({
      describe: (s) => {
        if (before.length > 0) return;
        before.push(outputs(s));
        const byHand = (template: string) => {
          s.aws.cloudFormation.updateStackByHand({ stackName: STACK, template });
          s.aws.cloudFormation.finish(STACK);
        };
        const wanted = templateOf({ ...START, Queue: "60" });
        const { Resources, Outputs, ...rest } = JSON.parse(wanted);
        expect(Outputs).toBeDefined();
        byHand(JSON.stringify({ ...rest, Resources: { Sized: Resources.Sized } }));
        byHand(wanted);
      },
    });
    return { ...made, before };
  }

  test.each<[string, Readonly<Record<string, string>>]>([
    ["and its termination protection is left to change", { "termination-protection": "true" }],
    ["and nothing is left to change", {}],
  ])("%s", async (_, asked) => {
    const { s, commit, before } = await madeAnew();
    const { result } = await s.deploy(commit, { inputs: { ...asked, "require-review": "false" } });
    expect(result).toMatchObject({ result: "deployed", stackStatus: "UPDATE_COMPLETE" });
    expect(before).toHaveLength(1);
    expect(outputs(s)).not.toEqual(before[0]);
    expect(result?.stackOutputs?.map(({ key, value }) => ({ key, value }))).toEqual(outputs(s));
    expect(result?.summary).toContain(outputs(s)[0]?.value);
    expect(executed(s)).toBe(1);
    expect(markOn(s, commit)?.state).toBe("settled");
  });
});

describe("the operation of another commit's deploy, which reviewed what this one has, is followed", () => {
  /** A commit on top that changes nothing of the stack: its own review is that of the commit below. */
  async function onTop(trouble: Trouble) {
    const { s, commit } = await followed(trouble);
    return { s, below: commit, commit: pushToMain(s.gitHub, { Docs: "a" }) };
  }

  const OTHER =
    /What another deploy executed, or an earlier attempt of this one, is done: stack app was UPDATE_COMPLETE after/;

  test.each<[string, Trouble, string]>([
    ["credentials expire", { describe: throwing(expired) }, "access-denied"],
    ["there is a mistake of ours", { prepare: throwing(new TypeError("x is undefined")) }, "error"],
    [
      "CloudFormation refuses the change set",
      {
        prepare: ({ aws }) => aws.faults.add({ scenario: "change-set-fails", reason: "Not today", times: 1 }),
      },
      "error",
    ],
  ])(
    "where %s, this one has failed, tells the success and leaves no mark",
    async (_, trouble, reasonCode) => {
      let isMet = false;
      const once = (act: Trouble["describe"]) => (s: Session) => {
        if (isMet) return;
        isMet = true;
        act?.(s);
      };
      const { describe, prepare } = trouble;
      const { s, below, commit } = await onTop({
        ...(describe && { describe: once(describe) }),
        ...(prepare && { prepare: once(prepare) }),
      });
      const { result } = await s.deploy(commit);
      expect(isMet).toBe(true);
      expect(result).toMatchObject({ result: "failed", reasonCode, stackStatus: "UPDATE_COMPLETE" });
      expect(result?.message).toMatch(OTHER);
      expect(result?.summary).toContain("failed after the stack was done");
      expect(result?.summary).not.toMatch(/nothing was executed/i);
      expect(executed(s)).toBe(1);
      expect(markOn(s, commit)).toBeUndefined();
      // The deploy that executed it is not refused as an older one.
      expect((await s.deploy(below)).result).toMatchObject({ result: "no-changes" });
    },
  );

  test("where this one is blocked, that is told with the success, and no mark is left", async () => {
    const { s, commit } = await onTop({});
    const { result } = await s.deploy(commit, { inputs: { tags: "team=blue" } });
    expect(result).toMatchObject({ result: "blocked", stackStatus: "UPDATE_COMPLETE" });
    expect(result?.message).toMatch(OTHER);
    expect(result?.summary).toContain("**Nothing else was executed**");
    expect(markOn(s, commit)).toBeUndefined();
  });

  test("where the stack was changed again since, this one is blocked", async () => {
    let isChanged = false;
    const { s, commit } = await onTop({
      describe: ({ aws }) => {
        if (isChanged) return;
        isChanged = true;
        const template = templateOf({ ...START, Queue: "60", Topic: "news" });
        aws.cloudFormation.updateStackByHand({ stackName: STACK, template });
        aws.cloudFormation.finish(STACK);
      },
    });
    const { result } = await s.deploy(commit);
    expect(result?.result).toBe("blocked");
    expect(result?.message).toMatch(OTHER);
    expect(result?.message).toMatch(/changed again/);
    expect(markOn(s, commit)).toBeUndefined();
  });

  test("and nothing is left: the stack is what this commit says", async () => {
    const { s, commit } = await onTop({});
    expect((await s.deploy(commit)).result).toMatchObject({
      result: "deployed",
      stackStatus: "UPDATE_COMPLETE",
    });
    expect(markOn(s, commit)?.state).toBe("settled");
  });
});
