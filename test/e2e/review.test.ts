import { expect, test } from "vitest";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  statusOf,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

test.concurrent("a stack that was changed between review and merge: blocked, nothing executed, the difference shown", async () => {
  await using stage = await openSmallStage();
  putStack(stage, { topics: ["News"] });
  const { number, step } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  stage.aws.cloudFormation.updateStackByHand({
    stackName: "app",
    template: template({ topics: ["News"], title: "by hand", timeout: 45 }),
  });
  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  expect(outcome(deployed)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  expect(stage.aws.cloudFormation.stack("app")?.definition?.body).toContain("by hand");
  expect(deployed.outputs["change-digest"]).not.toBe(step.outputs["change-digest"]);
  const [comment] = await botComments(stage, number);
  for (const text of [comment?.body, deployed.summary, deployed.text]) {
    expect(text).toContain("News");
    expect(text).toContain(deployed.outputs["change-digest"]);
  }

  const dispatched = await stage.repository.event.workflowDispatch();
  const inputs = { mode: "deploy", "approved-digest": deployed.outputs["change-digest"] ?? "" };
  expect(outcome(await stage.run(dispatched, { inputs }))).toEqual({ exitCode: 0, result: "deployed" });
  expect(stage.aws.cloudFormation.stack("app")?.definition?.body).not.toContain("by hand");
});

test.concurrent("the reviewed change set is executed itself; a fresh one with the same digest when it is gone", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const first = await propose(stage, "one", { timeout: 60 });
  await stage.repository.merge(first.number);
  const executed = await deploy(stage);
  expect(executed.outputs["change-set-arn"]).toBe(first.step.outputs["change-set-arn"]);

  const second = await propose(stage, "two", { timeout: 90 });
  const arn = second.step.outputs["change-set-arn"] ?? "";
  stage.aws.call("cloudformation", "DeleteChangeSet", { ChangeSetName: arn });
  await stage.repository.merge(second.number);
  const again = await deploy(stage);
  expect(outcome(again)).toEqual({ exitCode: 0, result: "deployed" });
  expect(again.outputs["change-set-arn"]).not.toBe(arn);
  expect(again.outputs["change-digest"]).toBe(second.step.outputs["change-digest"]);
});

test.concurrent("a push that no pull request brought is blocked as unreviewed", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  await stage.repository.push("main", { [TEMPLATE_PATH]: template({ timeout: 60 }) }, "Straight to main");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a review that is spent is not brought back with its commits: they are on the branch again without their merge", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { repository } = stage;
  for (const method of ["squash", "merge"] as const) {
    const first = await propose(stage, `there-${method}`, { timeout: 60 });
    const head = await repository.tip(`there-${method}`);
    await repository.merge(first.number, method);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    const back = await propose(stage, `back-${method}`, { timeout: 30 });
    await repository.merge(back.number, method);
    const tip = await repository.tip("main");
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    const executed = calls(stage, "ExecuteChangeSet").length;

    await repository.push("main", { "docs/notes.md": "More\n" }, "Put main on the head", { onto: head });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
    expect(calls(stage, "ExecuteChangeSet")).toHaveLength(executed);
    await repository.push("main", { "docs/notes.md": "Back\n" }, "Put it back", { onto: tip });
  }
});

test.concurrent("a head that was pushed after the last preview is unreviewed", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.pushToPullRequest(
    number,
    { [TEMPLATE_PATH]: template({ timeout: 61 }) },
    "One more",
  );
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a record of another app is not trusted", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const forger = stage.github.token({
    app: "other-app",
    permissions: { contents: "read", checks: "write", pull_requests: "write" },
  });
  const { number, step } = await propose(stage, "topic", { timeout: 60 }, { token: forger });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("without checks: write the preview works and says that the deploy will be blocked", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const token = stage.github.token({ permissions: { contents: "read", pull_requests: "write" } });
  const { number, step } = await propose(stage, "topic", { timeout: 60 }, { token });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.annotations).toMatchObject([
    { level: "warning", message: expect.stringContaining("unreviewed") },
  ]);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("checks: write");
  // The first line and the log's last one: who reads no further must not take it for a review.
  expect(comment?.body.split("\n")[1]).toContain("— a merge would be blocked");
  expect(step.text.trimEnd().split("\n").at(-1)).toContain("— a merge would be blocked");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
});

test.concurrent("a deploy that cannot know of a review says what it lacks, and nothing else", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const token = stage.github.token({ permissions: { contents: "read", pull_requests: "write" } });
  for (const [options, lack] of [
    [{ inputs: { "github-token": "" } }, /without a github-token.*Give the step a github-token/s],
    [{ token }, /may make no check run.*permissions: checks: write/s],
  ] as const) {
    const step = await deploy(stage, options);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
    expect(step.text).toMatch(lack);
    expect(step.text).not.toMatch(/deployed already|Open a pull request on top/);
  }
});

test.concurrent("require-review: false deploys what the branch holds", async () => {
  await using stage = await openSmallStage({ inputs: { "require-review": "false" } });
  await stage.repository.push("main", { [TEMPLATE_PATH]: template({ timeout: 60 }) }, "Straight to main");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
});

test.concurrent("nothing is executed when GitHub cannot be asked", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const token = stage.github.token();
  stage.github.revoke(token);
  const step = await deploy(stage, { token });
  expect(step.exitCode).toBe(1);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("required-approvals count approvals of the previewed head after its preview, not the author's", async () => {
  await using stage = await openSmallStage({ inputs: { "required-approvals": "1" } });
  putStack(stage);
  const early = await stage.repository.openPullRequest({
    head: "one",
    files: { [TEMPLATE_PATH]: template({ timeout: 60 }) },
  });
  await stage.repository.review(early, "bob", "APPROVED");
  stage.github.advance(10);
  await preview(stage, early, "opened");
  await stage.repository.merge(early);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "not-approved" });

  const { number } = await propose(stage, "two", { timeout: 61 });
  stage.github.advance(10);
  await stage.repository.review(number, "bob", "APPROVED");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});
