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
  STACK,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

test.concurrent("a table that would be replaced stops the preview, and the deploy whatever anybody merges", async () => {
  await using stage = await openSmallStage();
  putStack(stage, { table: "orders" });
  const { number, step } = await propose(stage, "topic", { table: "orders-2" });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toMatch(/\[!CAUTION\].*Table/s);
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  expect(await stage.repository.checkRuns(head.sha)).toMatchObject([{ conclusion: "failure" }]);

  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("the label that names the resource lets it pass", async () => {
  await using stage = await openSmallStage();
  putStack(stage, { table: "orders" });
  const { number } = await propose(stage, "topic", { table: "orders-2" });
  await stage.repository.label(number, "allow-destructive:Table");
  const event = await stage.repository.event.pullRequest(number, "labeled", {
    extra: { label: { name: "allow-destructive:Table" } },
  });
  expect(outcome(await stage.run(event))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("an id that no label can hold: the comment's short form lets it pass", async () => {
  const id = "OrdersTableOfTheWarehouseInTheSecondRegion";
  const table = (name: string) => template({ table: name }).replaceAll('"Table"', JSON.stringify(id));
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: table("orders") } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: table("orders") });
  const files = { [TEMPLATE_PATH]: table("orders-2") };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  const [comment] = await botComments(stage, number);
  const [label = ""] = comment?.body.match(/allow-destructive:[\w-]+/) ?? [];
  expect(label).toHaveLength(50);
  expect(step.annotations.at(-1)?.message).toContain(label);
  await stage.repository.label(number, label);
  const event = await stage.repository.event.pullRequest(number, "labeled", {
    extra: { label: { name: label } },
  });
  expect(outcome(await stage.run(event))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent.for([
  [{ "allow-destructive": "Table" }, "previewed"],
  [{ "allow-destructive": "*" }, "previewed"],
  [{ "on-destructive": "warn" }, "previewed"],
  [{ "allow-destructive": "Queue" }, "blocked"],
] as const)("with %j the preview is %s", async ([inputs, result]) => {
  await using stage = await openSmallStage({ inputs });
  putStack(stage, { table: "orders" });
  const { number, step } = await propose(stage, "topic", {});
  expect(step.outputs["deploy-result"]).toBe(result);
  // The verdict itself is the same whoever takes the risk.
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("[!CAUTION]");
  expect((await preview(stage, number)).outputs["change-digest"]).toBe(step.outputs["change-digest"]);
});
