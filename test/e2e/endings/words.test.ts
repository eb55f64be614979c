import { describe, expect, test } from "vitest";
import type { Stage, Step, StepOptions } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  lettingGo,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  STARTED,
  statusOf,
  template,
} from "../stack.ts";

/** Everything that a person may read of a deploy's end. */
async function told(stage: Stage, number: number, step: Step) {
  const [comment] = await botComments(stage, number);
  const runs = await stage.repository.checkRuns("main");
  const run = runs.find(({ name }) => name.endsWith("/ deploy"));
  return { comment: comment?.body ?? "", run, summary: step.summary, log: step.text };
}

/** A merged pull request that was previewed. */
async function merged(stage: Stage): Promise<number> {
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  return number;
}

interface Ending {
  readonly what: string;
  readonly prepare: (stage: Stage) => void;
  readonly options?: StepOptions;
  readonly reason: string;
  readonly words: string;
}

const endings: readonly Ending[] = [
  {
    what: "ExecuteChangeSet is denied",
    prepare: ({ aws }) => aws.faults.add({ scenario: "access-denied", operation: "ExecuteChangeSet" }),
    reason: "access-denied",
    words: "the deploy failed, nothing was executed: access was denied",
  },
  {
    what: "the credentials are expired",
    prepare: ({ aws }) => aws.faults.add({ scenario: "expired-token" }),
    reason: "access-denied",
    words: "the deploy failed, nothing was executed: access was denied",
  },
  {
    what: "the change set is refused",
    prepare: ({ aws }) => {
      aws.cloudFormation.updateStackByHand({
        stackName: STACK,
        template: '{"Resources":{"Other":{"Type":"AWS::SNS::Topic"}}}',
      });
      aws.faults.add({ scenario: "change-set-fails", reason: "Template format error: no" });
    },
    reason: "invalid-template",
    words: "the deploy failed, nothing was executed: the template is wrong",
  },
  {
    what: "an input is wrong on the merged commit",
    prepare: () => undefined,
    options: { inputs: { "on-failure": "panic" } },
    reason: "invalid-input",
    words: "the deploy failed, nothing was executed: the inputs are wrong",
  },
  {
    what: "RUNNER_TEMP is not writable",
    prepare: () => undefined,
    options: { env: { RUNNER_TEMP: "/dev/null" } },
    reason: "error",
    words: "the deploy failed, nothing was executed",
  },
];

describe("a deploy that fails before it executes", () => {
  test.concurrent.for(endings)("$what: told as a failed deploy, everywhere", async (ending) => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    ending.prepare(stage);
    const step = await deploy(stage, ending.options);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: ending.reason });
    const { comment, run, summary, log } = await told(stage, number, step);
    for (const text of [comment, summary])
      expect(text.split("\n").find((line) => line.startsWith("###"))).toContain(ending.words);
    expect(run).toMatchObject({
      status: "completed",
      conclusion: "failure",
      output: { title: expect.stringContaining(ending.words) },
    });
    for (const text of [comment, summary, log, JSON.stringify(run)])
      expect(text).not.toContain("preview failed");
    expect(step.annotations.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(statusOf(stage)).not.toBe("UPDATE_IN_PROGRESS");
  });

  test.concurrent("cancelled before it executes: nobody says that something is watched", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    const step = await deploy(stage, { stop: { with: "cancel", whenLog: /Executing: / } });
    const { comment, run } = await told(stage, number, step);
    expect(step.outputs["reason-code"]).toBe("cancelled");
    expect(run).toMatchObject({ status: "completed", conclusion: "cancelled" });
    if (calls(stage, "ExecuteChangeSet").length === 0) {
      expect(comment).toContain("the deploy was cancelled, nothing was executed");
    }
  });

  test.concurrent("an answer to ExecuteChangeSet that never comes: whether it began is not claimed", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    stage.aws.on({ operation: "ExecuteChangeSet", nth: 1, when: "before" }, () => {
      stage.aws.faults.add({ scenario: "reset", operation: "DescribeChangeSet" });
    });
    stage.aws.faults.add({ scenario: "lost-response", operation: "ExecuteChangeSet", times: 1 });
    stage.aws.faults.add({ scenario: "reset", operation: "ExecuteChangeSet" });
    const step = await deploy(stage);
    expect(step.outputs).toMatchObject({ "deploy-result": "failed", "stack-status": "unknown" });
    const { comment, summary, log } = await told(stage, number, step);
    for (const text of [comment, summary, log]) expect(text).not.toMatch(/nothing was executed/i);
    expect(comment).toContain("whether it is being executed is not known");
  });

  test.concurrent("an answer that is lost, and AWS says what became of it: followed to its end", async () => {
    await using stage = await openSmallStage();
    await merged(stage);
    stage.aws.faults.add({ scenario: "lost-response", operation: "ExecuteChangeSet", times: 1 });
    stage.aws.faults.add({ scenario: "access-denied", operation: "ExecuteChangeSet", nth: 2 });
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  });
});

describe("a capability that is missing", () => {
  const line = "capabilities: CAPABILITY_NAMED_IAM";

  test.concurrent.for([
    ["CreateChangeSet", "preview"],
    ["ExecuteChangeSet", "deploy"],
  ] as const)("as %s says: the line to write, in the %s", async ([operation, when]) => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add({ scenario: "capabilities", operation, reason: "CAPABILITY_NAMED_IAM" });
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    const told = when === "preview" ? step : await deploy(stage);
    expect(outcome(told)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    expect(told.annotations.at(-1)?.message.split("\n").at(-1)).toBe(line);
    const [comment] = await botComments(stage, number);
    expect(comment?.body.split("\n").map((text) => text.replace(/^> ?/, ""))).toContain(line);
  });

  test.concurrent("a change set that failed for it, and one that would: the same", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const reason = "Requires capabilities : [CAPABILITY_NAMED_IAM]";
    stage.aws.faults.add({ scenario: "change-set-fails", reason });
    const { step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    expect(step.annotations.at(-1)?.message.split("\n").at(-1)).toBe(line);
  });
});

describe("a shell that its termination protection keeps", () => {
  async function shell(stage: Stage): Promise<number> {
    const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "create" });
    const params = { StackName: STACK, TemplateBody: template({}), EnableTerminationProtection: "true" };
    stage.aws.call("cloudformation", "CreateStack", params);
    stage.aws.cloudFormation.finish(STACK);
    expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
    stage.aws.faults.remove(fault);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number);
    return number;
  }

  test.concurrent("termination-protection: false lifts it, and the stack is made", async () => {
    await using stage = await openSmallStage({ inputs: { "termination-protection": "false" } });
    await shell(stage);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });

  test.concurrent("otherwise the command is given, and then it is", async () => {
    await using stage = await openSmallStage();
    const number = await shell(stage);
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    expect((await told(stage, number, step)).comment).toContain(
      "aws cloudformation update-termination-protection --no-enable-termination-protection --region us-east-1 --stack-name app",
    );
    const params = { StackName: STACK, EnableTerminationProtection: "false" };
    stage.aws.call("cloudformation", "UpdateTerminationProtection", params);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  });
});

describe("a later preview that fails", () => {
  test.concurrent("leaves no old comment and no green check", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number } = await propose(stage, "topic", { timeout: 60 });
    const step = await preview(stage, number, "synchronize", { env: { RUNNER_TEMP: "/dev/null" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
    const [comment] = await botComments(stage, number);
    expect(comment?.body).toContain("the preview failed");
    const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
    const runs = (await stage.repository.checkRuns(head.sha)) as readonly { readonly id: number }[];
    const newest = [...runs].sort((a, b) => b.id - a.id)[0];
    expect(newest).toMatchObject({ status: "completed", conclusion: "failure" });
  });
});

describe("where the result cannot be told in one place, it is told in the others", () => {
  test.concurrent("GITHUB_OUTPUT", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    const step = await deploy(stage, { env: { GITHUB_OUTPUT: "/nowhere/output" } });
    expect(step.exitCode).toBe(1);
    expect(step.annotations.at(-1)?.message).toMatch(/UPDATE_COMPLETE.*outputs could not be set/s);
    const { comment, run, summary } = await told(stage, number, step);
    for (const text of [comment, summary]) expect(text).toContain("deployed in");
    expect(run).toMatchObject({ status: "completed", conclusion: "success" });
  });

  test.concurrent("the job summary", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    const step = await deploy(stage, { env: { GITHUB_STEP_SUMMARY: "/nowhere/summary" } });
    expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
    expect(step.text).toMatch(/job summary could not be written/);
    expect((await told(stage, number, step)).comment).toContain("deployed in");
  });

  test.concurrent("a log that nobody reads any more", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await deploy(stage, { hangUpAt: STARTED, ...lettingGo(hold, STARTED) });
    expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
    const { comment, run, summary } = await told(stage, number, step);
    for (const text of [comment, summary]) expect(text).toContain("deployed in");
    expect(run).toMatchObject({ status: "completed", conclusion: "success" });
  });

  test.concurrent("GitHub out of reach: the log has the error first", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const number = await stage.repository.openPullRequest({ head: "topic", files: { "a.txt": "a" } });
    stage.github.faults.add({ failure: { kind: "status", status: 404 } });
    const step = await preview(stage, number, "opened", { inputs: { "on-failure": "panic" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    // And once more at the end, for those who look there.
    const levels = step.annotations.map(({ level }) => level);
    expect([levels[0], ...new Set(levels.slice(1, -1)), levels.at(-1)]).toEqual([
      "error",
      "warning",
      "error",
    ]);
    for (const place of [0, -1]) expect(step.annotations.at(place)?.message).toContain("panic");
  });

  test.concurrent("a protection that cannot be set after the deploy: neither a success nor a failed operation", async () => {
    await using stage = await openSmallStage({ inputs: { "termination-protection": "true" } });
    const number = await merged(stage);
    stage.aws.faults.add({ scenario: "access-denied", operation: "UpdateTerminationProtection" });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
    const { comment, run } = await told(stage, number, step);
    expect(comment).toContain("failed after the stack was done");
    expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
  });
});

describe("somebody calls an update off", () => {
  test.concurrent("it is a cancelled update, with a reason", async () => {
    await using stage = await openSmallStage();
    const number = await merged(stage);
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await deploy(stage, {
      onLine: ({ text }) => {
        if (!STARTED.test(text) || !hold.isHolding()) return;
        stage.aws.call("cloudformation", "CancelUpdateStack", { StackName: STACK });
        hold.letGo();
      },
    });
    expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    const { comment, summary, log } = await told(stage, number, step);
    for (const text of [comment, summary]) expect(text).toContain("called off and rolled back");
    expect(log).toContain("somebody called the operation off (User Initiated)");
    expect(log).not.toContain("no event says why");
  });
});
