import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { CASES, EVERY_RESOURCE } from "./checkCases.ts";
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

// Each check of the preflight through the bundle: what it finds, what it leaves alone, what it says without an answer.

const templateWith = (resources: object) =>
  JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: {} }, ...resources } });

/** A pull request that adds the resources to a stack with a topic. */
async function openPull(
  resources: object,
  before: (stage: Stage) => void = () => undefined,
  inputs: Readonly<Record<string, string>> = {},
  patience: "long" | "as it is" = "long",
) {
  const stage = await openQuickStage({
    ...(patience === "long" ? { patientAtMs: GIVEN_UP_AFTER_MS } : {}),
    repository: { files: { [TEMPLATE_PATH]: templateWith({}) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK, ...inputs },
  });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: templateWith({}) });
  before(stage);
  const files = { [TEMPLATE_PATH]: templateWith(resources) };
  return { stage, number: await stage.repository.openPullRequest({ head: "more", files }) };
}

const PREVIEWS = {
  warned: { exitCode: 0, result: "previewed" },
  blocked: { exitCode: 1, result: "blocked", reason: "preflight" },
};
const DEPLOYS = {
  deployed: { exitCode: 0, result: "deployed" },
  blocked: { exitCode: 1, result: "blocked", reason: "preflight" },
};

test.concurrent.for(CASES)(
  "$check: what is wrong is said, and what is certain to fail is not deployed",
  async (it) => {
    const { stage: opened, number } = await openPull(it.wrongResources ?? it.resources, it.wrong, it.inputs);
    await using stage = opened;
    const step = await preview(stage, number, "opened");
    expect(step.text).toContain(it.finding);
    expect(outcome(step)).toEqual(PREVIEWS[it.preview]);
    // As Markdown writes it.
    expect((await botComments(stage, number))[0]?.body?.replaceAll(/[\\`]/g, "")).toContain(it.finding);
    await stage.repository.merge(number);
    const deployed = await deploy(stage);
    if (it.isForPreviews !== true) expect(deployed.text).toContain(it.finding);
    expect(outcome(deployed)).toEqual(DEPLOYS[it.deploy]);
    expect(calls(stage, "ExecuteChangeSet")).toHaveLength(it.deploy === "deployed" ? 1 : 0);
  },
);

test.concurrent.for(CASES)("$check: what is right is asked about, and deployed", async (it) => {
  const { stage: opened, number } = await openPull(it.resources, it.right, it.inputs);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step), step.text).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.problems).toEqual([]);
  expect(step.text).not.toContain("Not checked before the deploy");
  for (const [operation] of it.asked) expect(calls(stage, operation)).toMatchObject([{ outcome: "ok" }]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent.for(CASES)("$check: without the permission the preview goes on, and says so", async (it) => {
  const { stage: opened, number } = await openPull(it.wrongResources ?? it.resources, it.wrong, it.inputs);
  await using stage = opened;
  for (const [operation] of it.asked) stage.aws.faults.add({ scenario: "access-denied", operation });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const lines = step.text.split("\n").filter((line) => line.includes("Not checked before the deploy"));
  expect(lines).toHaveLength(1);
  for (const [, permission] of it.asked) expect(lines[0]).toContain(permission);
  expect(step.text).not.toContain(it.finding);
});

test.concurrent("of a change of something else nothing is asked", async () => {
  const { stage: opened } = await openPull({});
  await using stage = opened;
  stage.aws.cloudFormation.updateStackByHand({ stackName: STACK, template: templateWith(EVERY_RESOURCE) });
  const files = {
    [TEMPLATE_PATH]: templateWith({
      ...EVERY_RESOURCE,
      Another: { Type: "AWS::SNS::Topic", Properties: {} },
    }),
  };
  const number = await stage.repository.openPullRequest({ head: "another", files });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(new Set(stage.aws.requests().map(({ service }) => service))).toEqual(new Set(["cloudformation"]));
});

test.concurrent("a question that nobody answers is given up, and named", async () => {
  const hang = ({ aws }: Stage) => {
    aws.faults.add({ scenario: "hang", operation: "GetRole" });
    aws.account.keys.set("alias/logs", "Disabled");
  };
  const before = (it: Stage) => {
    for (const { right } of CASES) right?.(it);
    hang(it);
  };
  const { stage: opened, number } = await openPull(EVERY_RESOURCE, before, {}, "as it is");
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const [left = ""] =
    /Not checked before the deploy: .*\(AWS did not answer in time\)\./.exec(step.text) ?? [];
  expect(left).toContain("whether the roles are there that services are to assume");
  // On a busy machine others may be given up, too: each is answered or named.
  const isAnswered = step.text.includes("alias/logs: the KMS key is Disabled.");
  expect(isAnswered).toBe(!left.includes("whether the KMS keys are there and enabled"));
});

const HOSTILE = "x%0A::error::gone%0A@everyone <img src=x> [y](https://evil.example)`</details>";

test.concurrent("what a template names is text, in the log and in the comment", async () => {
  const resources = {
    Fn: {
      Type: "AWS::Lambda::Function",
      Properties: { Code: { S3Bucket: "code", S3Key: HOSTILE.replaceAll("%0A", "\n") } },
    },
  };
  const { stage: opened, number } = await openPull(resources, ({ aws }) => aws.objects.put("code", "a", "x"));
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain("in bucket code. Put the code there before the deploy.");
  expect(step.text.split("\n").filter((line) => line.startsWith("::error"))).toEqual([]);
  const body = (await botComments(stage, number))[0]?.body ?? "";
  expect(body).toContain(
    "There is no x `::error::gone` `@everyone` &lt;img src\\=x&gt; ``[y](https://evil.example)`</details>`` in bucket code.",
  );
});

test.concurrent("of a new stack, the account is asked for where an ARN waits for it", async () => {
  const role = { "Fn::Sub": "arn:aws:iam::$" + "{AWS::AccountId}:role/machine" };
  const machine = {
    Machine: {
      Type: "AWS::StepFunctions::StateMachine",
      Properties: { RoleArn: role, DefinitionString: "{}" },
    },
  };
  await using stage = await openQuickStage({
    repository: { files: { [TEMPLATE_PATH]: templateWith({}) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK },
  });
  stage.aws.account.roles.set("machine", "gone");
  const files = { [TEMPLATE_PATH]: templateWith(machine) };
  const number = await stage.repository.openPullRequest({ head: "more", files });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain("RoleArn arn:aws:iam::123456789012:role/machine: there is no such role");
  expect(calls(stage, "GetCallerIdentity")).toMatchObject([{ outcome: "ok" }]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
});
