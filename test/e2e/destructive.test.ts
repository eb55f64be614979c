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

test.concurrent("a label that was taken away allows nothing when the job that saw it is run again", async () => {
  await using stage = await openSmallStage();
  putStack(stage, { table: "orders" });
  const { number } = await propose(stage, "topic", { table: "orders-2" });
  await stage.repository.label(number, "allow-destructive:Table");
  const extra = { label: { name: "allow-destructive:Table" } };
  const event = await stage.repository.event.pullRequest(number, "labeled", { extra });
  expect(outcome(await stage.run(event))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.unlabel(number, "allow-destructive:Table");
  expect(outcome(await stage.run(event))).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
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

test.concurrent("a label on a pull request that only tags the table allows nobody else to replace it", async () => {
  const tables = (tag: string, name: string) => {
    const { Resources, ...more } = JSON.parse(template({ table: name }));
    if (tag !== "") Resources.Table.Properties.Tags = [{ Key: "team", Value: tag }];
    return { [TEMPLATE_PATH]: JSON.stringify({ Resources, ...more }, null, 2) };
  };
  await using stage = await openSmallStage({ repository: { files: tables("", "orders") } });
  putStack(stage, { table: "orders" });
  const tagged = await stage.repository.openPullRequest({ head: "tag", files: tables("orders", "orders") });
  await stage.repository.label(tagged, "allow-destructive");
  expect(outcome(await preview(stage, tagged, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  const replaced = await stage.repository.openPullRequest({ head: "replace", files: tables("", "orders-2") });
  const blocked = { exitCode: 1, result: "blocked", reason: "destructive" };
  expect(outcome(await preview(stage, replaced, "opened"))).toEqual(blocked);
  await stage.repository.merge(tagged);
  await stage.repository.merge(replaced);
  expect(outcome(await deploy(stage))).toEqual(blocked);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a label speaks for nothing where the record has no items, and the preview says so", async () => {
  const topics = (title: string) =>
    Array.from({ length: 230 }, (_, index) => [
      `ATopicWithAVeryLongLogicalId${index}`,
      { Type: "AWS::SNS::Topic", Properties: { DisplayName: title } },
    ]);
  const body = (title: string, more: object) =>
    JSON.stringify({ Resources: { ...Object.fromEntries(topics(title)), ...more } });
  const before = body("first", {
    Table: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "orders" } },
  });
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: before } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: before });
  const files = { [TEMPLATE_PATH]: body("second", {}) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  await stage.repository.label(number, "allow-destructive:Table");
  await preview(stage, number, "opened");
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("no label can speak for Table");
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  expect(await stage.repository.checkRuns(head.sha)).toMatchObject([{ conclusion: "failure" }]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  const allowed = await deploy(stage, { inputs: { "allow-destructive": "Table" } });
  expect(outcome(allowed)).toEqual({ exitCode: 0, result: "deployed" });
});
