import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  GIVEN_UP_AFTER_MS,
  openQuickStage,
  outcome,
  preview,
  STACK,
  TEMPLATE_PATH,
} from "./stack.ts";

interface Exported {
  readonly name?: string;
  readonly value?: unknown;
  /** Of the topic: a new name replaces it. */
  readonly topic?: string;
}

/** A topic and one export; without a name, none. */
function exporter({ name, value = "one", topic = "orders" }: Exported): string {
  return JSON.stringify({
    Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: topic } } },
    Outputs: {
      Plain: { Value: "x" },
      ...(name === undefined ? {} : { Url: { Value: value, Export: { Name: name } } }),
    },
  });
}

const importer = (name: string) =>
  JSON.stringify({
    Resources: { B: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::ImportValue": name } } } },
  });

/** A stack that exports, one that may import, and a pull request that changes the export. */
async function openPull(
  before: Exported,
  after: Exported,
  {
    imports = "url",
    inputs = {},
    patience,
  }: { imports?: string; inputs?: Readonly<Record<string, string>>; patience?: "as it is" } = {},
) {
  const stage = await openQuickStage({
    ...(patience === undefined ? { patientAtMs: GIVEN_UP_AFTER_MS } : {}),
    repository: { files: { [TEMPLATE_PATH]: exporter(before) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK, ...inputs },
  });
  const { cloudFormation } = stage.aws;
  cloudFormation.putStack({ stackName: STACK, template: exporter(before) });
  cloudFormation.putStack({ stackName: "other", template: exporter({ name: "elsewhere", topic: "other" }) });
  cloudFormation.putStack({ stackName: "consumer", template: importer(imports) });
  const files = { [TEMPLATE_PATH]: exporter(after) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  return { stage, number };
}

const asked = (stage: Stage) => calls(stage, "ListImports").length;

test.concurrent.for<[string, Exported, string]>([
  ["taken away", {}, "Export url goes, and consumer imports it"],
  [
    "given another value",
    { name: "url", value: "two" },
    "Export url gets another value, and consumer imports it",
  ],
  ["renamed", { name: "address" }, "Export url is renamed to address, and consumer imports it"],
])("an export in use is %s: blocked in the preview and in the deploy", async ([, after, message]) => {
  const { stage: opened, number } = await openPull({ name: "url" }, after);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
  expect(step.text).toContain(message);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain(message);
  expect(asked(stage)).toBe(1);

  await stage.repository.merge(number);
  const merged = await deploy(stage);
  expect(outcome(merged)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("CloudFormation says the same where the check is turned off, at the end of the deploy", async () => {
  const { stage: opened, number } = await openPull({ name: "url" }, {}, { inputs: { preflight: "false" } });
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(step.text).toContain("Cannot delete export url as it is in use by consumer.");
  expect(step.text).toContain("The export url is shared");
  expect(asked(stage)).toBe(0);
});

test.concurrent("a value that is known after apply is a warning, which the deploy bears out", async () => {
  const value = { Ref: "Topic" };
  const { stage: opened, number } = await openPull(
    { name: "url", value },
    { name: "url", value, topic: "orders-2" },
  );
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const found = "Export url may get another value, which is known after apply, and consumer imports it";
  expect(step.text).toContain(found);
  expect((await botComments(stage, number))[0]?.body).toContain(found);
  await stage.repository.merge(number);
  const merged = await deploy(stage);
  expect(outcome(merged)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(merged.text).toContain("Cannot update export url as it is in use by consumer.");
});

test.concurrent("an export that nobody imports may go, and one that stays is not asked about", async () => {
  const gone = await openPull({ name: "url" }, {}, { imports: "elsewhere" });
  const kept = await openPull({ name: "url" }, { name: "url", topic: "orders-2" });
  await using first = gone.stage;
  await using second = kept.stage;
  for (const { stage, number } of [gone, kept]) {
    expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  }
  // In the preview and before the execution.
  expect([asked(first), asked(second)]).toEqual([2, 0]);
});

test.concurrent.for<["access-denied" | "throttle" | "hang", string]>([
  ["access-denied", "the role lacks cloudformation:ListImports"],
  ["throttle", "AWS did not answer in time"],
  ["hang", "AWS did not answer in time"],
])("without an answer (%s) the preview goes on, and says so", async ([scenario, why]) => {
  // The denial is to be told, the patience to end.
  const given = scenario === "access-denied" ? {} : ({ patience: "as it is" } as const);
  const { stage: opened, number } = await openPull({ name: "url" }, {}, given);
  await using stage = opened;
  stage.aws.faults.add({ scenario, operation: "ListImports" });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain(`Not checked before the deploy: whether other stacks import url (${why}).`);
});
