import { describe, expect, test } from "vitest";
import { encodeMark } from "../../../src/changes/review/mark.ts";
import type { ActionError } from "../../../src/errors.ts";
import { checkName, deployCheckName } from "../../../src/flows/job.ts";
import type { Checks } from "../../../src/ports/github.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { START, templateOf } from "../model/content.ts";
import { mainline, mergePull, OUR_APP, openPull, type Pull, pushToMain } from "../model/gitHub.ts";
import { portsOf } from "../model/gitHubPorts.ts";
import { judgeDeploy, watched, watchOver } from "../model/oracle.ts";
import { openSession, type Session, STACK } from "../model/session.ts";
import type { Done, Mutation } from "../model/truth.ts";
import { target } from "../world.ts";

const NAMED = { stackName: STACK, region: "us-east-1", label: undefined };
const INPUTS = { "required-approvals": "1" };

/** A reviewed, approved and labelled pull request that removes a table, merged: everything that a decision looks at. */
async function merged(mutation?: Mutation): Promise<{ readonly s: Session; readonly pull: Pull }> {
  const s = openSession(mutation);
  pushToMain(s.gitHub, { Table: "one" });
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf({ ...START, Table: "one" }) });
  await s.deploy(s.gitHub.main);
  const pull = openPull(s.gitHub, { Table: "", Queue: "60" });
  pull.labels.add("allow-destructive:Table");
  await s.preview(pull);
  s.clock.advance(2_000);
  const at = Math.floor(s.clock.now() / 1_000) * 1_000;
  pull.approvals.push({ reviewer: "bob", state: "APPROVED", commitSha: pull.headSha, at });
  mergePull(s.gitHub, pull, "squash");
  return { s, pull };
}

type Act = (s: Session, pull: Pull, commit: string) => void;

function checksOf(s: Session): Checks {
  return portsOf(s.gitHub, OUR_APP).checks;
}

function marked(s: Session, sha: string, state: "begun" | "settled"): void {
  void checksOf(s).create(sha, deployCheckName(NAMED), {
    externalId: encodeMark({ state, account: target.account, digest: "d" }),
    status: "completed",
    conclusion: "failure",
    title: "t",
    summary: "s",
    annotations: [],
  });
}

/** What GitHub says otherwise from one call to the next, and the call that shows it. */
const ON_GITHUB: Readonly<Record<string, readonly [Act, RegExp]>> = {
  "the branch is forced back": [
    (s) => {
      s.gitHub.main = mainline(s.gitHub)[1] ?? "";
    },
    /commitsBetween/,
  ],
  "a newer commit is being deployed": [
    (s) => marked(s, pushToMain(s.gitHub, { Note: "x" }), "begun"),
    /commitsBetween/,
  ],
  "the commit is settled by another run": [(s, _, commit) => marked(s, commit, "settled"), /checks\.list/],
  "the label is taken away": [(_, pull) => pull.labels.clear(), /mergedInto/],
  "the approval is withdrawn": [
    ({ clock }, pull) => {
      const last = pull.approvals.at(-1);
      if (last !== undefined) pull.approvals.push({ ...last, state: "DISMISSED", at: clock.now() });
    },
    /pulls\.reviews/,
  ],
  "the record is gone": [
    ({ gitHub }, pull) => {
      const index = gitHub.runs.findIndex(
        ({ headSha, name }) => headSha === pull.headSha && name === checkName(NAMED),
      );
      gitHub.runs.splice(index, 1);
    },
    /checks\.list/,
  ],
};

/** What happens to the stack meanwhile, and whether what is executed then could be what was reviewed. */
const IN_AWS: Readonly<Record<string, readonly [Act, boolean]>> = {
  "the stack is changed by hand": [
    ({ aws }) => {
      if (aws.cloudFormation.stack(STACK)?.status.endsWith("_IN_PROGRESS")) return;
      const template = templateOf({ ...START, Table: "one", Topic: "news" });
      aws.cloudFormation.updateStackByHand({ stackName: STACK, template });
    },
    false,
  ],
  "the change sets are deleted": [
    ({ aws }) => {
      const { Summaries } = aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
      const sets = (Summaries ?? []) as readonly Readonly<Record<string, string>>[];
      for (const { ChangeSetId = "", ExecutionStatus } of sets)
        if (ExecutionStatus === "AVAILABLE")
          aws.cloudFormation.handle("DeleteChangeSet", { ChangeSetName: ChangeSetId });
    },
    true,
  ],
  "the stack is protected by hand": [
    ({ aws }) =>
      void aws.cloudFormation.handle("UpdateTerminationProtection", {
        StackName: STACK,
        EnableTerminationProtection: "true",
      }),
    true,
  ],
};

const EXECUTE = "> ExecuteChangeSet";

/** The calls from the deploy's own mark to the execution: the last look. */
function lastLook({ trace }: Done): readonly string[] {
  const execution = trace.indexOf(EXECUTE);
  return trace.slice(trace.lastIndexOf("< checks.update", execution) + 1, execution);
}

/** What the newest deploy left on its commit. */
function markOf({ gitHub }: Session): string | undefined {
  return gitHub.runs.findLast(({ name }) => name === deployCheckName(NAMED))?.externalId;
}

/** The number of a call, counted from one, by its place in the trace. */
function ordinal(trace: readonly string[], place: number): number {
  return trace.slice(0, place + 1).filter((entry) => entry.startsWith(">")).length;
}

test("after the last look's answers the next call executes, and nothing else stands in it", async () => {
  const { s } = await merged();
  const done = await s.deploy(s.gitHub.main, { inputs: INPUTS });
  expect(done.result?.result).toBe("deployed");
  expect(isOneLook(lastLook(done))).toBe(true);
});

test("AWS is asked nothing twice without a reason", async () => {
  const { s } = await merged();
  const { trace } = await s.deploy(s.gitHub.main, { inputs: INPUTS });
  const times = (name: string) => trace.filter((entry) => entry === `> ${name}`).length;
  // The stack as it is before, in the last look and after; the change set with values and without.
  expect(times("DescribeStacks")).toBe(3);
  expect(times("DescribeChangeSet")).toBe(2);
  // What was sent with the change set, and what is deployed.
  expect(times("GetTemplate")).toBe(2);
  expect(times("ListChangeSets")).toBe(0);
});

test("a call between the look and the execution would be noticed", async () => {
  const { s } = await merged({
    aws: ({ stacks, changeSets, ...ports }) => ({
      ...ports,
      stacks,
      changeSets: {
        ...changeSets,
        execute: async (request) => {
          await stacks.resources(STACK);
          return changeSets.execute(request);
        },
      },
    }),
  });
  const done = await s.deploy(s.gitHub.main, { inputs: INPUTS });
  expect(isOneLook(lastLook(done))).toBe(false);
});

/** AWS throttles something of the last look or after it, `times` times over, and this happens meanwhile. */
async function throttled(call: "execute" | "describe", times: number, meanwhile: () => void) {
  let left = times;
  let session: Session | undefined;
  const throttle = async <T>(isMeant: boolean, answer: () => Promise<T>): Promise<T> => {
    if (!isMeant || left === 0) return answer();
    left -= 1;
    // GitHub, which is asked at the same time, has answered by then.
    await new Promise((resolve) => setImmediate(resolve));
    session?.clock.advance(120_000);
    meanwhile();
    // A call that is throttled is answered late, or fails in the end.
    if (call === "describe") return answer();
    throw new ServiceError("Rate exceeded.", { reasonCode: "error", trouble: "throttled" });
  };
  let isMarked = false;
  const world = await merged({
    aws: ({ stacks, changeSets, ...ports }) => ({
      ...ports,
      stacks: {
        ...stacks,
        describe: (name) => throttle(call === "describe" && isMarked, () => stacks.describe(name)),
      },
      changeSets: {
        ...changeSets,
        execute: (request) => throttle(call === "execute" && isMarked, () => changeSets.execute(request)),
      },
    }),
    gitHub: (ports) => ({
      ...ports,
      checks: {
        ...ports.checks,
        update: (id, check) => {
          isMarked ||= session !== undefined && check.title === "Executing";
          return ports.checks.update(id, check);
        },
      },
    }),
  });
  session = world.s;
  return { ...world, left: () => left };
}

describe.each(["execute", "describe"] as const)("while AWS throttles %s", (call) => {
  test("the look is taken again, and what was reviewed is executed once", async () => {
    const { s, left } = await throttled(call, 3, () => undefined);
    const done = await s.deploy(s.gitHub.main, { inputs: INPUTS, timeoutMs: 3_600_000 });
    expect([done.result?.result, done.executions.length]).toEqual(["deployed", 1]);
    if (call === "execute") expect(left()).toBe(0);
    // A look for each attempt, and GitHub is asked again where AWS's part of it took long.
    expect(lastLook(done).filter((entry) => entry === "> pulls.mergedInto")).toHaveLength(
      call === "execute" ? 4 : 2,
    );
  });

  test("what happens meanwhile on GitHub counts", async () => {
    const { s, pull } = await throttled(call, 1, () => pull.labels.clear());
    const done = await s.deploy(s.gitHub.main, { inputs: INPUTS, timeoutMs: 3_600_000 });
    expect(done.executions).toEqual([]);
    expect(done.result).toMatchObject({ result: "blocked", reasonCode: "destructive" });
  });
});

test("an execution that AWS throttles until the job's time is over has not begun, and is told so", async () => {
  const { s } = await throttled("execute", Number.POSITIVE_INFINITY, () => undefined);
  const done = await s.deploy(s.gitHub.main, { inputs: INPUTS, timeoutMs: 1_800_000 });
  expect(done.executions).toEqual([]);
  expect(done.result).toMatchObject({ result: "failed", reasonCode: "error" });
  expect(done.result?.message).toContain("Rate exceeded");
  expect(markOf(s)).toBe("");
});

test("an execution whose answer is lost may have begun: it is told so, and no older deploy may go over it", async () => {
  let isMerged = false;
  const { s } = await merged({
    aws: ({ changeSets, ...ports }) => ({
      ...ports,
      changeSets: {
        ...changeSets,
        execute: (request) =>
          isMerged
            ? Promise.reject(new ServiceError("No answer.", { reasonCode: "error", trouble: "unavailable" }))
            : changeSets.execute(request),
      },
    }),
  });
  isMerged = true;
  const done = await s.deploy(s.gitHub.main, { inputs: INPUTS });
  expect(done.result).toMatchObject({
    ...{ result: "failed", reasonCode: "error" },
    message: "Whether stack app is being changed is not known: No answer.",
    hint: expect.stringContaining("The stack's status tells"),
  });
  expect(done.result?.summary).toContain("whether it is being executed is not known");
  expect(done.result?.summary).not.toMatch(/nothing was executed/i);
  expect(markOf(s)).not.toBe("");
});

test("a last look that fails leaves no mark that something was executed: an older deploy may go on", async () => {
  let looks = Number.NEGATIVE_INFINITY;
  const { s } = await merged({
    aws: ({ stacks, ...ports }) => ({
      ...ports,
      stacks: {
        ...stacks,
        describe: async (name) => {
          if (++looks === 2)
            throw new ServiceError("No.", { reasonCode: "access-denied", trouble: "refused" });
          return stacks.describe(name);
        },
      },
    }),
  });
  looks = 0;
  const done = await s.deploy(s.gitHub.main, { inputs: INPUTS });
  expect(done.executions).toEqual([]);
  expect(done.result).toMatchObject({ result: "failed", reasonCode: "access-denied" });
  expect(done.trace).toContain("> checks.update");
  expect(markOf(s)).toBe("");
});

describe("when timeout-minutes are over", () => {
  const OVER = 3_600_000;
  const setsOf = ({ aws }: Session) =>
    (aws.cloudFormation.handle("ListChangeSets", { StackName: STACK }).Summaries ?? []) as readonly object[];

  /** A reviewed change whose own change set is gone, so that the deploy makes a fresh one; time passes at one of its calls. */
  async function late(slow: "prepare" | "describe") {
    const world: { s?: Session } = {};
    let looks = 0;
    const { s } = await merged({
      aws: ({ stacks, changeSets, ...ports }) => ({
        ...ports,
        stacks: {
          ...stacks,
          describe: async (name) => {
            // The second is the last look's.
            if (slow === "describe" && ++looks === 2) world.s?.clock.advance(OVER);
            return stacks.describe(name);
          },
        },
        changeSets: {
          ...changeSets,
          prepare: async (request) => {
            if (slow === "prepare") world.s?.clock.advance(OVER);
            return changeSets.prepare(request);
          },
        },
      }),
    });
    for (const set of setsOf(s))
      s.aws.cloudFormation.handle("DeleteChangeSet", {
        ChangeSetName: (set as { readonly ChangeSetId: string }).ChangeSetId,
      });
    looks = 0;
    world.s = s;
    return s;
  }

  test.each(["prepare", "describe"] as const)(
    "by %s, nothing is executed that nobody would watch",
    async (slow) => {
      const s = await late(slow);
      const done = await s.deploy(s.gitHub.main, { inputs: INPUTS, timeoutMs: OVER });
      expect(done.executions).toEqual([]);
      expect(done.result).toMatchObject({
        result: "failed",
        reasonCode: "timeout",
        message: "60 minutes were over before anything was executed.",
      });
      expect(done.result?.summary).toContain("nothing was executed: it took too long");
      // Nothing was begun, and nothing is left of it.
      expect(setsOf(s)).toEqual([]);
      expect(markOf(s)).toBe("");
    },
  );

  test("a reviewed change set stays, for the job that is run again", async () => {
    const world: { s?: Session } = {};
    let looks = 0;
    const { s } = await merged({
      aws: ({ stacks, ...ports }) => ({
        ...ports,
        stacks: {
          ...stacks,
          describe: async (name) => {
            if (++looks === 2) world.s?.clock.advance(OVER);
            return stacks.describe(name);
          },
        },
      }),
    });
    looks = 0;
    world.s = s;
    const before = setsOf(s);
    const done = await s.deploy(s.gitHub.main, { inputs: INPUTS, timeoutMs: OVER });
    expect(done.result).toMatchObject({ result: "failed", reasonCode: "timeout" });
    expect([done.executions, setsOf(s)]).toEqual([[], before]);
    expect((await s.deploy(s.gitHub.main, { inputs: INPUTS })).result?.result).toBe("deployed");
  });

  test("a failed creation's shell is left as it is", async () => {
    const world: { s?: Session } = {};
    const s = openSession({
      aws: ({ changeSets, ...ports }) => ({
        ...ports,
        changeSets: {
          ...changeSets,
          prepare: async (request) => {
            world.s?.clock.advance(OVER);
            return changeSets.prepare(request);
          },
        },
      }),
    });
    s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
    const inputs = { "require-review": "false" };
    await s.deploy(s.gitHub.main, { inputs });
    expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
    world.s = s;
    const done = await s.deploy(s.gitHub.main, { inputs, timeoutMs: OVER });
    expect(done.result).toMatchObject({ result: "failed", reasonCode: "timeout" });
    expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
  });
});

const READING =
  /^pulls\.(ancestors|commitsBetween|mergedInto|containing|get|reviews|touched|blob)$|^checks\.list$/;

/** GitHub read once, the stack once, everything answered. */
function isOneLook(look: readonly string[]): boolean {
  const asked = look.filter((entry) => entry.startsWith(">")).map((entry) => entry.slice(2));
  const answered = look.filter((entry) => entry.startsWith("<")).map((entry) => entry.slice(2));
  const times = (name: string) => asked.filter((one) => one === name).length;
  return (
    asked.toSorted().join() === answered.toSorted().join() &&
    times("pulls.mergedInto") === 1 &&
    times("DescribeStacks") === 1 &&
    asked.every((name) => name === "DescribeStacks" || READING.test(name))
  );
}

/** A deploy with something else right before its n-th call; `undefined` when all calls up to the execution were tried. */
async function spoiled(act: Act, at: number) {
  const { s, pull } = await merged();
  const watch = watchOver(s, new Map());
  const commit = s.gitHub.main;
  let isDone = false;
  const meanwhile = {
    at,
    act: async () => {
      isDone = true;
      act(s, pull, commit);
    },
  };
  const done = await s.deploy(commit, watched(watch, commit, { inputs: INPUTS, meanwhile }));
  judgeDeploy(watch, commit, done, true);
  expect(watch.violations).toEqual([]);
  const place = done.trace.indexOf(EXECUTE);
  return isDone && !(place >= 0 && at > ordinal(done.trace, place)) ? { done, place } : undefined;
}

test.for(Object.entries(ON_GITHUB))(
  "%s before any call of a deploy: executed only where the last look had its answer",
  async ([, [act, shownBy]]) => {
    let refusals = 0;
    for (let at = 1; ; at++) {
      const one = await spoiled(act, at);
      if (one === undefined) break;
      const { done, place } = one;
      if (done.executions.length === 0) refusals += 1;
      if (done.executions.length === 0) continue;
      const shown = done.trace.findIndex(
        (entry, index) =>
          index >= place - lastLook(done).length && entry.startsWith(">") && shownBy.test(entry),
      );
      expect([at, at > ordinal(done.trace, shown)]).toEqual([at, true]);
    }
    expect(refusals).toBeGreaterThan(15);
  },
);

test.for(Object.entries(IN_AWS))(
  "%s before any call of a deploy: what is executed is what was reviewed",
  async ([, [act, isReviewed]]) => {
    const results: (string | undefined)[] = [];
    for (let at = 1; ; at++) {
      const one = await spoiled(act, at);
      if (one === undefined) break;
      results.push(one.done.result?.result ?? (one.done.error as ActionError).reasonCode);
      if (!isReviewed) expect([at, one.done.executions]).toEqual([at, []]);
    }
    expect(results.length).toBeGreaterThan(15);
    expect(new Set(results)).toEqual(new Set(isReviewed ? ["deployed", "blocked"] : ["blocked"]));
  },
);
