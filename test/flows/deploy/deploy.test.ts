import { describe, expect, test } from "vitest";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { START, templateOf } from "../model/content.ts";
import { mergePull, openPull, type Pull, pushToMain } from "../model/gitHub.ts";
import { type JobOptions, openSession, type Session, STACK } from "../model/session.ts";

function session(): Session {
  const opened = openSession();
  opened.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  return opened;
}

async function previewed(
  s: Session,
  change: Parameters<typeof openPull>[1],
  options: JobOptions = {},
): Promise<Pull> {
  const pull = openPull(s.gitHub, change);
  await s.preview(pull, options);
  return pull;
}

async function merged(s: Session, change: Parameters<typeof openPull>[1]): Promise<Pull> {
  const pull = await previewed(s, change);
  mergePull(s.gitHub, pull, "squash");
  return pull;
}

const outcome = ({
  result,
}: {
  readonly result: { readonly result: string; readonly reasonCode?: string } | undefined;
}) => [result?.result, result?.reasonCode].filter((part) => part !== undefined).join(" ");

const queueOf = (s: Session) => s.aws.cloudFormation.stack(STACK)?.resources.get("Queue")?.properties;
const executed = (s: Session) =>
  s.aws.requests().filter(({ operation }) => operation === "ExecuteChangeSet").length;

test("what was reviewed is executed: the very change set", async () => {
  const s = session();
  const pull = openPull(s.gitHub, { Queue: "60" });
  const preview = await s.preview(pull);
  mergePull(s.gitHub, pull, "squash");
  const done = await s.deploy(s.gitHub.main);
  expect(outcome(done)).toBe("deployed");
  expect(done.executions.map(({ arn }) => arn)).toEqual([preview.result?.changeSetArn]);
  expect(queueOf(s)).toMatchObject({ VisibilityTimeout: 60 });
});

describe("a deploy whose runner died", () => {
  /** The first attempt is killed when CloudFormation has just begun. */
  async function killed(s: Session): Promise<void> {
    for (let killAt = 5; executed(s) === 0 && killAt < 60; killAt++)
      await s.deploy(s.gitHub.main, { killAt });
    expect(executed(s)).toBe(1);
  }

  test("is followed to its end by the job that is run again", async () => {
    const s = session();
    await merged(s, { Queue: "60" });
    await killed(s);
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
    expect(executed(s)).toBe(1);
    expect(queueOf(s)).toMatchObject({ VisibilityTimeout: 60 });
  });

  test("is not taken by the next deploy for its own: that one deploys its own changes", async () => {
    const s = session();
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("no-changes");
    await merged(s, { Queue: "60" });
    await killed(s);
    await merged(s, { Delay: "5" });
    // Previewed while the first operation ran: only the second's own change was left to show.
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
    expect(queueOf(s)).toMatchObject({ VisibilityTimeout: 60, DelaySeconds: 5 });
  });
});

describe("a deploy blocked as unreviewed", () => {
  const titles = ({ gitHub }: Session, { headSha }: Pull) =>
    gitHub.runs.filter((run) => run.headSha === headSha).map(({ title }) => title);

  test("marks the previews that its commit stands in the way of", async () => {
    const s = session();
    const open = await previewed(s, { Delay: "5" });
    const before = titles(s, open);
    expect(outcome(await s.deploy(pushToMain(s.gitHub, { Queue: "60" })))).toBe("blocked unreviewed");
    expect(titles(s, open)).not.toEqual(before);
  });

  test("leaves them alone where the branch does not hold its commit any more", async () => {
    const s = session();
    const open = await previewed(s, { Delay: "5" });
    const before = titles(s, open);
    const base = s.gitHub.main;
    const lost = pushToMain(s.gitHub, { Queue: "60" });
    s.gitHub.main = base;
    expect(outcome(await s.deploy(lost))).toBe("blocked unreviewed");
    expect(titles(s, open)).toEqual(before);
  });
});

describe("GitHub cannot be asked", () => {
  test("nothing is executed, and nothing is touched in AWS", async () => {
    const s = session();
    await merged(s, { Queue: "60" });
    const before = s.aws.requests().length;
    const done = await s.deploy(s.gitHub.main, { gitHubDown: true });
    expect(done.result?.result ?? "error").not.toBe("deployed");
    expect(executed(s)).toBe(0);
    const writes = s.aws
      .requests()
      .slice(before)
      .filter(({ operation }) => /^(Create|Execute|Delete)/.test(operation));
    expect(writes).toEqual([]);
  });

  test("nor when it stops answering in the midst of it, wherever that is", async () => {
    for (let at = 1; at <= 40; at++) {
      const s = session();
      await merged(s, { Queue: "60" });
      // From its n-th call on, GitHub is gone; by then a review may have been found, so that an execution is right.
      const options: { gitHubDown: boolean; meanwhile: JobOptions["meanwhile"] } = {
        gitHubDown: false,
        meanwhile: {
          at,
          act: async () => {
            options.gitHubDown = true;
          },
        },
      };
      const done = await s.deploy(s.gitHub.main, options as JobOptions);
      if (executed(s) > 0) expect(outcome(done)).toBe("deployed");
      else expect(done.result?.result ?? "error").not.toMatch(/deployed|no-changes/);
    }
  });

  test("with require-review: false the branch is deployed all the same", async () => {
    const s = session();
    pushToMain(s.gitHub, { Queue: "60" });
    const done = await s.deploy(s.gitHub.main, { gitHubDown: true, inputs: { "require-review": "false" } });
    expect(outcome(done)).toBe("deployed");
  });
});

describe("GitHub's index lags", () => {
  test("the pull request is waited for, and its label counts", async () => {
    const s = session();
    s.aws.cloudFormation.updateStackByHand({
      stackName: STACK,
      template: templateOf({ ...START, Table: "one" }),
    });
    const pull = await previewed(s, { Queue: "60" });
    pull.labels.add("allow-destructive:Table");
    mergePull(s.gitHub, pull, "squash");
    s.gitHub.lag = 5;
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
  });

  test("a stack whose creation was rolled back is created again", async () => {
    const s = openSession();
    await merged(s, { Queue: "60" });
    s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("failed rolled-back");
    expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
    const pull = await previewed(s, { Topic: "news" });
    mergePull(s.gitHub, pull, "squash");
    s.gitHub.lag = 4;
    expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
  });
});

test("a stack whose creation was rolled back is not touched for what nobody reviewed", async () => {
  const s = openSession();
  s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
  expect(outcome(await s.deploy(s.gitHub.main, { inputs: { "require-review": "false" } }))).toBe(
    "failed rolled-back",
  );
  const { id } = s.aws.cloudFormation.stack(STACK) ?? {};
  expect(outcome(await s.deploy(s.gitHub.main))).toBe("blocked unreviewed");
  expect(s.aws.cloudFormation.stack(STACK)).toMatchObject({ id, status: "ROLLBACK_COMPLETE" });
});

test("a stack that is changed between the decision and the execution: blocked, not failed", async () => {
  for (let at = 10; at <= 40; at++) {
    const s = session();
    await merged(s, { Queue: "60" });
    let isStarted = false;
    const act = async () => {
      isStarted = executed(s) > 0;
      const template = templateOf({ ...START, Topic: "news" });
      if (!isStarted) s.aws.cloudFormation.updateStackByHand({ stackName: STACK, template });
    };
    const done = await s.deploy(s.gitHub.main, { meanwhile: { at, act } });
    if (isStarted || done.executions.length > 0) continue;
    expect(outcome(done)).toBe("blocked stale-review");
  }
});

test("settings that CloudFormation takes only with another change: it is said that they wait", async () => {
  const s = session();
  await merged(s, { Role: "one" });
  const waiting = await s.deploy(s.gitHub.main);
  expect(outcome(waiting)).toBe("no-changes");
  expect(waiting.result?.message).toContain("takes effect with its next change");
  await merged(s, { Protect: "true" });
  const guarded = await s.deploy(s.gitHub.main);
  expect(outcome(guarded)).toBe("deployed");
  expect(guarded.result?.message).toContain("takes effect with its next change");
  expect(guarded.result?.summary).toContain("takes effect with the next change of the stack");
  expect(s.aws.cloudFormation.stack(STACK)).toMatchObject({
    roleArn: undefined,
    terminationProtection: true,
  });
  await merged(s, { Queue: "60" });
  expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
  expect(s.aws.cloudFormation.stack(STACK)?.roleArn).toMatch(/role\/one$/);
});

test("what an attempt asks for beside the operation that it follows is said to wait", async () => {
  const s = session();
  await merged(s, { Queue: "60" });
  expect(outcome(await s.deploy(s.gitHub.main, { timeoutMs: 6_000 }))).toBe("failed timeout");
  const topics = { "notification-arns": "arn:aws:sns:us-east-1:123456789012:other" };
  const { result } = await s.deploy(s.gitHub.main, { inputs: topics });
  expect(result).toMatchObject({ result: "deployed", stackStatus: "UPDATE_COMPLETE" });
  expect(result?.message).toContain("takes effect with its next change");
  expect(result?.summary).toContain("takes effect with the next change of the stack");
  expect(s.aws.cloudFormation.stack(STACK)?.notificationArns).toEqual([]);
});

test("an old job with approved-digest does not run over a newer deploy", async () => {
  const s = session();
  pushToMain(s.gitHub, { Queue: "60" });
  const old = s.gitHub.main;
  const digest = (await s.deploy(old)).result?.changeDigest ?? "";
  const inputs = { "approved-digest": digest };
  expect(outcome(await s.deploy(old, { inputs }))).toBe("deployed");
  await merged(s, { Queue: "30" });
  expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
  expect(outcome(await s.deploy(old, { inputs }))).toBe("blocked stale-review");
  expect(queueOf(s)).toMatchObject({ VisibilityTimeout: 30 });
});

test("an old job does not run over a newer deploy that had nothing to do but to wait", async () => {
  const s = session();
  await merged(s, { Queue: "60" });
  const old = s.gitHub.main;
  await merged(s, { Queue: "30", Role: "one" });
  expect(outcome(await s.deploy(s.gitHub.main))).toBe("no-changes");
  expect(outcome(await s.deploy(old))).toBe("blocked stale-review");
  expect(executed(s)).toBe(0);
});

test("an execution marks the previews of the other open pull requests", async () => {
  const s = session();
  const other = await previewed(s, { Delay: "5" });
  await merged(s, { Queue: "60" });
  await s.deploy(s.gitHub.main);
  const run = s.gitHub.runs.findLast(({ headSha }) => headSha === other.headSha);
  expect(run).toMatchObject({ conclusion: "success", title: expect.stringContaining("out of date") });
  expect(s.gitHub.comments.find(({ pull }) => pull === other.number)?.body).toContain("out of date");
});

test("a pull request whose changes are the same after another one's deploy is deployed without a new preview", async () => {
  const s = session();
  const other = await previewed(s, { Topic: "news" });
  await merged(s, { Queue: "60" });
  await s.deploy(s.gitHub.main);
  mergePull(s.gitHub, other, "squash");
  expect(outcome(await s.deploy(s.gitHub.main))).toBe("deployed");
});

test.each([
  [new TypeError("x is undefined"), /its termination protection could not be turned on: .*x is undefined/],
  [
    new ServiceError("No answer.", { reasonCode: "error", trouble: "unavailable" }),
    /whether its termination protection is on is not known: No answer\./,
  ],
])("%s after the operation is not told as if nothing had been executed", async (error, told) => {
  const s = openSession({
    aws: ({ stacks, ...ports }) => ({
      ...ports,
      stacks: {
        ...stacks,
        setTerminationProtection: async () => {
          throw error;
        },
      },
    }),
  });
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  const merge = openPull(s.gitHub, { Queue: "60", Protect: "true" });
  await s.preview(merge);
  mergePull(s.gitHub, merge, "squash");
  const { result } = await s.deploy(s.gitHub.main);
  expect(result).toMatchObject({ result: "failed", reasonCode: "error", stackStatus: "UPDATE_COMPLETE" });
  expect(result?.message).toMatch(/^Stack app is UPDATE_COMPLETE /);
  expect(result?.message).toMatch(told);
  expect(result?.summary).toContain("failed after the stack was done");
});
