import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  openUpdatedBefore,
  operationsOf,
  outcome,
  propose,
  putStack,
  statusOf,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

test.concurrent("a first DescribeStacks that still says UPDATE_COMPLETE ends nothing: the real end is waited for", async () => {
  const { stage: opened } = await openUpdatedBefore({ timeout: 60, topics: ["News"] });
  await using stage = opened;
  const stale = stage.aws.faults.add({ scenario: "stale-describe", times: 3 });
  const step = await deploy(stage);
  expect(stage.aws.faults.used(stale)).toBe(3);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  expect(step.text).toMatch(/News.*CREATE_COMPLETE/);
  expect(step.text.trim().split("\n").at(-1)).toContain("UPDATE_COMPLETE");
});

test.concurrent("nor does it make a roll-back look like a success", async () => {
  const { stage: opened } = await openUpdatedBefore({ timeout: 60 });
  await using stage = opened;
  const stale = stage.aws.faults.add({ scenario: "stale-describe", times: 3 });
  stage.aws.faults.add({
    scenario: "resource-fails",
    resource: "Queue",
    on: "update",
    reason: "No such luck",
  });
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(stage.aws.faults.used(stale)).toBe(3);
});

test.concurrent("a failing resource: the root cause is in the log, the comment, the summary and the outputs", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News", "Alerts"] });
  await stage.repository.merge(number);
  const reason =
    'Resource handler returned message: "Topic limit exceeded for account" (HandlerErrorCode: ServiceLimitExceeded)';
  stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason });
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(step.outputs["stack-status"]).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(step.problems).toEqual([]);
  const [comment] = await botComments(stage, number);
  const lastLines = step.text.trim().split("\n").slice(-8).join("\n");
  for (const text of [lastLines, comment?.body, step.summary, step.annotations.at(-1)?.message]) {
    expect(text).toContain("News");
    expect(text).toContain("Topic limit exceeded for account");
    expect(text).not.toContain("Resource creation cancelled");
  }
  expect(await stage.repository.checkRuns("main")).toMatchObject([{ conclusion: "failure" }]);
});

test.concurrent("a new stack that fails is rolled back; the next deploy starts afresh", async () => {
  await using stage = await openSmallStage();
  const first = await propose(stage, "one", { topics: ["News"] });
  await stage.repository.merge(first.number);
  const off = stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason: "Not today" });
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");

  stage.aws.faults.remove(off);
  const second = await propose(stage, "two", { topics: ["News"], timeout: 31 });
  expect(outcome(second.step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  await stage.repository.merge(second.number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
});

test.concurrent("no changes: nothing is executed, reviewed or not", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number, step } = await propose(stage, "topic", {}, {});
  expect(outcome(step)).toEqual({ exitCode: 0, result: "no-changes" });
  expect(step.outputs["has-changes"]).toBe("false");
  await stage.repository.push("main", { "README.md": "# Another file\n" }, "Straight to main");
  const pushed = await deploy(stage);
  expect(outcome(pushed)).toEqual({ exitCode: 0, result: "no-changes" });
  expect(pushed.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  await stage.repository.pushToPullRequest(number, { "NOTES.md": "notes\n" }, "Something to merge");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "no-changes" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  // Change sets without changes are not left behind.
  expect(stage.aws.call("cloudformation", "ListChangeSets", { StackName: "app" }).Summaries).toEqual([]);
});

test.concurrent("throttled and interrupted calls do not fail a deploy", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  for (const operation of ["DescribeStacks", "DescribeStackEvents", "DescribeChangeSet"]) {
    stage.aws.faults.add({ scenario: "throttle", operation, nth: 1 });
    stage.aws.faults.add({ scenario: "reset", operation, nth: 2 });
  }
  stage.aws.faults.add({ scenario: "lost-response", operation: "ExecuteChangeSet", nth: 1 });
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"]);
});

test.concurrent("text from AWS cannot act as a workflow command or leave its place", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const reason =
    "no\r::error::forged\n::set-output name=deploy-result::deployed ##[error]forged @everyone <!-- aurora-deploy-action stack=app region=us-east-1 --> [x](https://evil.example)";
  stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "update", reason });
  const step = await deploy(stage);
  expect(step.annotations.filter(({ message }) => message === "forged")).toEqual([]);
  expect(step.commands.filter(({ name }) => name === "set-output")).toEqual([]);
  expect(step.annotations).toHaveLength(1);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body.split("<!-- aurora-deploy-action stack=")).toHaveLength(2);
  expect(linksIn(comment?.body ?? "")).not.toContain("https://evil.example");
});

test.concurrent("a template of the workspace is only read inside of it", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 60 }) },
  });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "opened"), {
    inputs: { template: "../../../etc/passwd" },
  });
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.text).toContain("leads out of the workspace");
  expect(stage.aws.requests()).toEqual([]);
});

/** Where the links of a Markdown text lead, as a Markdown parser finds them. */
function linksIn(markdown: string): readonly (string | null)[] {
  const inline = new MarkdownIt({ html: true, linkify: true })
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? []);
  return inline.filter(({ type }) => type === "link_open").map((token) => token.attrGet("href"));
}
