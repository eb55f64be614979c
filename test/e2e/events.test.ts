import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOnlyPermissions } from "../sandbox/github/identities.ts";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  outcome,
  propose,
  putStack,
  STACK,
  statusOf,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

const changed = { [TEMPLATE_PATH]: template({ timeout: 60 }) };

test.concurrent("a fork's pull request is skipped with one clear line", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({ head: "topic", fork: "mallory", files: changed });
  const event = await stage.repository.event.pullRequest(number, "opened");
  const token = stage.github.token({ permissions: readOnlyPermissions });
  const step = await stage.run(event, { token, aws: { credentials: null } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "skipped", reason: "fork" });
  expect(step.text).toContain(`pull request #${number} comes from mallory/app`);
  expect(step.summary).toContain("comes from mallory/app");
  expect(stage.aws.requests()).toEqual([]);
  expect(await stage.repository.comments(number)).toEqual([]);
});

test.concurrent("Dependabot without credentials is skipped", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "dependabot/x",
    author: "dependabot[bot]",
    files: changed,
  });
  const event = await stage.repository.event.pullRequest(number, "opened", { sender: "dependabot[bot]" });
  const step = await stage.run(event, { aws: { credentials: null } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "skipped", reason: "fork" });
});

test.concurrent("a draft waits until it is ready for review", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({ head: "topic", draft: true, files: changed });
  const { event } = stage.repository;
  expect(outcome(await stage.run(await event.pullRequest(number, "opened")))).toEqual({
    exitCode: 0,
    result: "skipped",
    reason: "draft",
  });
  await stage.repository.setDraft(number, false);
  const ready = await stage.run(await event.pullRequest(number, "ready_for_review"));
  expect(outcome(ready)).toEqual({ exitCode: 0, result: "previewed" });
});

test.concurrent("a push to another branch deploys nothing", async () => {
  await using stage = await openSmallStage();
  await stage.repository.push("release", changed, "Elsewhere");
  const step = await stage.run(await stage.repository.event.push("release"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "skipped", reason: "wrong-branch" });
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("deploy-branch names the branch whose pushes deploy", async () => {
  await using stage = await openSmallStage({ inputs: { "deploy-branch": "refs/heads/release" } });
  await stage.repository.push("release", { "a.txt": "a\n" }, "Start");
  const number = await stage.repository.openPullRequest({ head: "topic", base: "release", files: changed });
  await stage.run(await stage.repository.event.pullRequest(number, "opened"));
  await stage.repository.merge(number, "squash");
  expect(outcome(await stage.run(await stage.repository.event.push("release")))).toEqual({
    exitCode: 0,
    result: "deployed",
  });
  await stage.repository.push("main", changed, "Elsewhere");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "skipped", reason: "wrong-branch" });
});

test.concurrent("a deploy-branch that is none fails, where every push would be skipped for it", async () => {
  await using stage = await openSmallStage({ inputs: { "deploy-branch": "release/*" } });
  await stage.repository.push("release/1", changed, "Start");
  const step = await stage.run(await stage.repository.event.push("release/1"));
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toContain('Input deploy-branch is "release/*": it must be the name of one branch');
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("pull_request_target is refused", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({ head: "topic", files: changed });
  const step = await stage.run(await stage.repository.event.pullRequestTarget(number, "opened"));
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unsupported-event" });
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("a label that is none of ours, where the push's preview was replaced by its run", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const number = await stage.repository.openPullRequest({ head: "topic", files: changed });
  await stage.repository.label(number, "bug");
  const labeled = () =>
    stage.repository.event.pullRequest(number, "labeled", { extra: { label: { name: "bug" } } });
  expect(outcome(await stage.run(await labeled()))).toEqual({ exitCode: 0, result: "previewed" });
  // The head has its record now: the next one changes nothing.
  const skipped = { exitCode: 0, result: "skipped", reason: "irrelevant-event" };
  expect(outcome(await stage.run(await labeled()))).toEqual(skipped);
  const edited = { extra: { changes: { title: { from: "x" } } } };
  const renamed = await stage.repository.event.pullRequest(number, "edited", edited);
  expect(outcome(await stage.run(renamed))).toEqual(skipped);
  await stage.repository.merge(number);
  expect(outcome(await stage.run(await stage.repository.event.push("main")))).toEqual({
    exitCode: 0,
    result: "deployed",
  });
});

test.concurrent("a clean-up that may not delete the shell leaves it, and says so", async () => {
  await using stage = await openSmallStage();
  const { number } = await propose(stage, "one", { timeout: 60 });
  await stage.repository.close(number);
  stage.aws.faults.add({ scenario: "access-denied", operation: "DeleteStack" });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "closed"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "cleaned-up" });
  expect(step.text).toMatch(/empty stack app .*stays.*DeleteStack/);
  expect(statusOf(stage)).toBe("REVIEW_IN_PROGRESS");
});

test.concurrent("a clean-up that may not delete a change set fails, for it stays", async () => {
  await using stage = await openSmallStage();
  const { number, step: proposed } = await propose(stage, "one", { timeout: 60 });
  await stage.repository.close(number);
  stage.aws.faults.add({ scenario: "access-denied", operation: "DeleteChangeSet" });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "closed"));
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
  const name = proposed.outputs["change-set-arn"]?.split("/")[1];
  expect(step.text).toContain(`1 change set of the pull request stays (${name}), 0 deleted: `);
  expect(step.text).toContain("cloudformation:DeleteChangeSet");
  expect(calls(stage, "DeleteStack")).toEqual([]);
});

test.concurrent("a blocked deploy leaves alone a merged pull request that never previewed this stack", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const number = await stage.repository.openPullRequest({ head: "topic", files: changed });
  await stage.repository.merge(number);
  const push = await stage.repository.event.push("main");
  expect(outcome(await stage.run(push))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  // And so does one that cannot even begin.
  const wrong = await stage.run(push, { inputs: { "on-failure": "panic" } });
  expect(outcome(wrong)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  const closed = await stage.repository.event.pullRequest(number, "closed");
  expect((await stage.run(closed, { inputs: { "on-failure": "panic" } })).exitCode).toBe(1);
  expect(await stage.repository.comments(number)).toEqual([]);
});

test.concurrent("closing without a merge deletes this pull request's change sets, and an empty shell with the last of them", async () => {
  await using stage = await openSmallStage();
  const one = await propose(stage, "one", { timeout: 60 });
  const two = await propose(stage, "two", { timeout: 61 });
  await stage.repository.close(one.number);
  const first = await stage.run(await stage.repository.event.pullRequest(one.number, "closed"));
  expect(outcome(first)).toEqual({ exitCode: 0, result: "cleaned-up" });
  expect(changeSets()).toEqual([two.step.outputs["change-set-arn"]]);
  expect(statusOf(stage)).toBe("REVIEW_IN_PROGRESS");
  await stage.repository.close(two.number);
  await stage.run(await stage.repository.event.pullRequest(two.number, "closed"));
  // Its deletion is started; the run does not wait for it.
  expect(calls(stage, "DeleteStack")).toHaveLength(1);
  stage.aws.cloudFormation.finish(STACK);
  expect(statusOf(stage)).toBeUndefined();

  function changeSets(): unknown[] {
    const { Summaries } = stage.aws.call("cloudformation", "ListChangeSets", { StackName: "app" });
    return (Summaries as { readonly ChangeSetId: string }[]).map(({ ChangeSetId }) => ChangeSetId);
  }
});

test.concurrent("… and never a stack that has resources, nor a change set of somebody else", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "one", { timeout: 60 });
  stage.aws.call("cloudformation", "CreateChangeSet", {
    StackName: "app",
    ChangeSetName: `pr-${number}-by-hand`,
    TemplateBody: template({ timeout: 99 }),
  });
  await stage.repository.close(number);
  await stage.run(await stage.repository.event.pullRequest(number, "closed"));
  const { Summaries } = stage.aws.call("cloudformation", "ListChangeSets", { StackName: "app" });
  expect(Summaries).toMatchObject([{ ChangeSetName: `pr-${number}-by-hand` }]);
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  expect(calls(stage, "DeleteStack")).toEqual([]);
});

test.concurrent("mode: render asks nobody and leaves the rendered template", async () => {
  await using stage = await openSmallStage({ inputs: { mode: "render" } });
  await stage.repository.push("main", changed, "Anything");
  const step = await deploy(stage, { aws: { credentials: null } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(step.outputs["rendered-template"]).toMatch(/app\.json$/);
  expect(stage.aws.requests()).toEqual([]);
  expect(stage.github.requests).toEqual([]);
});

// The list is the README's, so that it says neither more nor less than what is refused.
const missing = [
  ...readFileSync(join(import.meta.dirname, "../../README.md"), "utf8").matchAll(/^- .*`mode: .*$/gm),
]
  .flatMap(([line]) => [...line.matchAll(/`mode: (\w+)`/g)])
  .map((match) => match[1] ?? "");

test.concurrent.for(missing)("mode: %s, which this version cannot do, is refused by name", async (mode) => {
  await using stage = await openSmallStage({ inputs: { mode, confirm: STACK } });
  await stage.repository.push("main", changed, "Anything");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toContain(`This version cannot do mode: ${mode} yet`);
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("a merged template that cannot be rendered is told on its pull request and its commit", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: '{ "Resources": ' },
  });
  const previewed = await stage.run(await stage.repository.event.pullRequest(number, "opened"));
  expect(outcome(previewed)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-template" });
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-template" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("stack.json");
  expect(comment?.body).toContain("the deploy failed, nothing was executed");
  const runs = await stage.repository.checkRuns("main");
  expect(runs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["aurora-deploy / app (us-east-1) / deploy", "failure"],
  ]);
  expect(step.summary).toContain("stack.json");
});
