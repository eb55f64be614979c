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

const REFERENCE = "{{resolve:secretsmanager:app/db:SecretString:password}}";
const stack = (more: object) =>
  JSON.stringify({
    Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: {} }, ...more },
  });
const referring = (text: string, more: object = {}) =>
  stack({ Second: { Type: "AWS::SNS::Topic", Properties: { DisplayName: text, ...more } } });

/** A pull request from one template to another one; `before` sets the account up. */
async function openPull(
  templates: readonly [string, string],
  before: (stage: Stage) => void,
  inputs: Readonly<Record<string, string>> = {},
  patience: "long" | "as it is" = "long",
) {
  const stage = await openQuickStage({
    ...(patience === "long" ? { patientAtMs: GIVEN_UP_AFTER_MS } : {}),
    repository: { files: { [TEMPLATE_PATH]: templates[0] } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK, ...inputs },
  });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: templates[0] });
  before(stage);
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: templates[1] },
  });
  return { stage, number };
}

const gone = ({ aws }: Stage) => void aws.cloudFormation.missingSecrets.set("app/db", "gone");

test.concurrent.for<[string, string, (stage: Stage) => void, string]>([
  ["a secret that is not there", REFERENCE, gone, "there is no such secret in this account and region"],
  [
    "a secret that is scheduled for deletion",
    REFERENCE,
    ({ aws }) => void aws.cloudFormation.missingSecrets.set("app/db", "being deleted"),
    "the secret is scheduled for deletion",
  ],
  [
    "a parameter that is not there",
    "{{resolve:ssm-secure:/app/db:1}}",
    () => undefined,
    "there is no such parameter in this account and region",
  ],
])(
  "a change that refers to %s is warned of, and its deploy is blocked",
  async ([, text, before, message]) => {
    const { stage: opened, number } = await openPull([stack({}), referring(text)], before);
    await using stage = opened;
    const step = await preview(stage, number, "opened");
    // It may be made by then, by another stack of the pull request say.
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    expect(step.text).toContain(message);
    const body = (await botComments(stage, number))[0]?.body ?? "";
    expect(body).toContain(message);
    // What a reference names is hidden here as everywhere.
    expect(body).not.toContain("app/db");
    await stage.repository.merge(number);
    const deployed = await deploy(stage);
    expect(outcome(deployed)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
    expect(deployed.text).toContain(message);
    expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  },
);

test.concurrent("CloudFormation says the same where the check is turned off", async () => {
  const templates = [stack({}), referring(REFERENCE)] as const;
  const { stage: opened, number } = await openPull(templates, gone, { preflight: "false" });
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(step.text).toContain("Secrets Manager can't find the specified secret.");
});

test.concurrent("a secret that is there, and a reference in what does not change", async () => {
  const there = await openPull([stack({}), referring(REFERENCE)], () => undefined);
  const other = await openPull(
    [
      referring(REFERENCE),
      referring(REFERENCE).replace('"Properties":{}', '"Properties":{"DisplayName":"x"}'),
    ],
    gone,
  );
  await using first = there.stage;
  await using second = other.stage;
  for (const { stage, number } of [there, other]) {
    expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  }
  expect([calls(first, "DescribeSecret").length, calls(second, "DescribeSecret").length]).toEqual([2, 0]);
});

test.concurrent.for<["access-denied" | "hang", string]>([
  ["access-denied", "the role lacks secretsmanager:DescribeSecret"],
  ["hang", "AWS did not answer in time"],
])("without an answer (%s) the preview goes on, and says so", async ([scenario, why]) => {
  // The denial is to be told, the patience to end.
  const patience = scenario === "hang" ? "as it is" : "long";
  const { stage: opened, number } = await openPull([stack({}), referring(REFERENCE)], gone, {}, patience);
  await using stage = opened;
  stage.aws.faults.add({ scenario, operation: "DescribeSecret" });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain(
    `Not checked before the deploy: whether the secrets are there that dynamic references name (${why}).`,
  );
});
