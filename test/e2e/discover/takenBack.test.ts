import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { botComments, calls, openQuickStage, outcome, preview, template } from "../stack.ts";
import { settle, stacksIn } from "./fleet.ts";

const FILE = "deployments/app.yaml";
const STEP = { inputs: { "deployment-file": FILE } };

/** One stack in a file, deployed from the first commit. */
async function openOne(): Promise<Stage> {
  const files = {
    "stack.json": template(),
    [FILE]: "template-file-path: stack.json\nstack-name: app\n",
    ".github/workflows/deploy.yml": "on: push\n",
  };
  const stage = await openQuickStage({ repository: { files } });
  stage.aws.cloudFormation.putStack({ stackName: "app", template: template() });
  await settle(stage, await stage.repository.tip("main"), ["app"]);
  return stage;
}

async function mergeReviewed(stage: Stage, head: string, files: Readonly<Record<string, string>>) {
  const number = await stage.repository.openPullRequest({ head, files });
  await preview(stage, number, "opened", STEP);
  await stage.repository.merge(number, "squash");
  return stage.repository.event.push("main");
}

const found = async (stage: Stage) => {
  const event = await stage.repository.event.push("main");
  return stacksIn((await stage.run(event, { inputs: { mode: "discover" } })).outputs.matrix);
};

test.concurrent("an old deploy that is run after its change was taken back, where nothing was to be deployed, is blocked", async () => {
  await using stage = await openOne();
  const changed = await mergeReviewed(stage, "change", { "stack.json": template({ timeout: 60 }) });
  // Its run waits, and a newer push takes its place.
  await mergeReviewed(stage, "back", { "stack.json": template() });
  expect(await found(stage)).toEqual([]);
  const late = await stage.run(changed, STEP);
  expect(outcome(late)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  expect(late.text).toContain("is newer, and what it holds is deployed or about to be");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  // The blocked deploy is of an older commit: what was found there stays so.
  expect(await found(stage)).toEqual([]);
});

test.concurrent("nor one whose change was in what the workflow says", async () => {
  await using stage = await openOne();
  const workflow = (text: string) => ({ ".github/workflows/deploy.yml": text });
  const given = { inputs: { ...STEP.inputs, tags: "team=other" } };
  const number = await stage.repository.openPullRequest({ head: "change", files: workflow("on: [push]\n") });
  await preview(stage, number, "opened", given);
  await stage.repository.merge(number, "squash");
  const changed = await stage.repository.event.push("main");
  await mergeReviewed(stage, "back", workflow("on: push\n"));
  expect(await found(stage)).toEqual([]);
  const late = await stage.run(changed, given);
  expect(outcome(late)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("the newest deploy is not stopped by what was found on its own commit", async () => {
  await using stage = await openOne();
  const event = await mergeReviewed(stage, "change", { "stack.json": template({ timeout: 60 }) });
  expect(await found(stage)).toEqual(["app"]);
  expect(outcome(await stage.run(event, STEP))).toEqual({ exitCode: 0, result: "deployed" });
  expect(await found(stage)).toEqual([]);
  expect(outcome(await stage.run(event, STEP))).toEqual({ exitCode: 0, result: "no-changes" });
});

test.concurrent("a pull request that changes a stack no more has its preview put right, once", async () => {
  await using stage = await openOne();
  const { repository } = stage;
  const changed = { "stack.json": template({ timeout: 60 }), "README.md": "# One\n" };
  const number = await repository.openPullRequest({ head: "topic", files: changed });
  await preview(stage, number, "opened", STEP);
  const affected = async (files: Readonly<Record<string, string>>) => {
    await repository.pushToPullRequest(number, files, "More");
    const event = await repository.event.pullRequest(number, "synchronize");
    return stacksIn((await stage.run(event, { inputs: { mode: "discover" } })).outputs.matrix);
  };
  expect(await affected({ "stack.json": template() })).toEqual(["app"]);
  expect(outcome(await preview(stage, number, "synchronize", STEP))).toEqual({
    exitCode: 0,
    result: "no-changes",
  });
  const comments = await botComments(stage, number);
  expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining("no changes")]);
  expect(await affected({ "README.md": "# Two\n" })).toEqual([]);
});
