import { expect, test } from "vitest";
import type { Who } from "../../contract/permissions.ts";
import { MAC_KEY } from "../../sandbox/aws/kms.ts";
import type { RecordedRequest } from "../../sandbox/aws/requests.ts";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { type Asked, isAllowed } from "../../templates/authorize.ts";
import { ALL, LEAST, SERVICE_ROLE, template } from "../../templates/roles.ts";
import type { ParameterSet } from "../../templates/template.ts";
import { destroy } from "../destroy/stage.ts";
import { deploy, openSmallStage, preview, propose, STACK, statusOf, TEMPLATE_PATH } from "../stack.ts";
import { askedBy } from "./asked.ts";

// What each mode really sends, put before the policies of `templates/github-deploy-roles.json`.

/** A run, and the role that its job assumes. */
interface Played {
  readonly who: Who;
  readonly requests: readonly RecordedRequest[];
}

async function play(stage: Stage, who: Who, run: () => Promise<Step>, result: string): Promise<Played> {
  const before = stage.aws.requests().length;
  const step = await run();
  expect(step.outputs["deploy-result"], step.text).toBe(result);
  return { who, requests: stage.aws.requests().slice(before) };
}

/** What the roles of these parameters would be refused, each once. */
async function refused(played: readonly Played[], given: ParameterSet): Promise<readonly string[]> {
  const questions = new Map<string, readonly [Who, Asked]>();
  for (const { who, requests } of played) {
    for (const asked of requests.flatMap(askedBy)) {
      questions.set(`${who}: ${JSON.stringify(asked)}`, [who, asked]);
    }
  }
  const answers = await Promise.all(
    [...questions].map(async ([text, [who, asked]]) => ({
      text,
      allowed: await isAllowed(who, given, asked),
    })),
  );
  return answers.flatMap(({ text, allowed }) => (allowed ? [] : [text]));
}

function sent(played: readonly Played[], who: Who): readonly string[] {
  const requests = played.filter((one) => one.who === who).flatMap((one) => one.requests);
  return [...new Set(requests.map(({ operation }) => operation))];
}

/** A stack with a nested one, which goes through the bucket. */
function files(timeout: number) {
  const nested = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "nested.json" } };
  const queue = { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } };
  return {
    [TEMPLATE_PATH]: JSON.stringify({ Resources: { Nested: nested } }),
    "nested.json": JSON.stringify({ Resources: { Queue: queue } }),
  };
}

const ALARM = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors";

const EVERYTHING = {
  "record-key": MAC_KEY,
  "s3-bucket": "templates",
  "role-arn": SERVICE_ROLE,
  "termination-protection": "true",
  tags: "Team=payments",
  "rollback-alarms": ALARM,
};

test.concurrent("every call of a stack's life is allowed to the role of its job", async () => {
  await using stage = await openSmallStage({ inputs: EVERYTHING });
  const { repository } = stage;
  stage.aws.cloudFormation.alarms.put(ALARM);
  const first = await repository.openPullRequest({ head: "first", files: files(30) });
  const played = [await play(stage, "preview", () => preview(stage, first, "opened"), "previewed")];
  await repository.merge(first);
  played.push(await play(stage, "deploy", () => deploy(stage), "deployed"));

  const second = await repository.openPullRequest({ head: "second", files: files(60) });
  played.push(await play(stage, "preview", () => preview(stage, second, "opened"), "previewed"));
  const group = await repository.queue.enqueue(second, "squash");
  const queued = async () => stage.run(await repository.event.mergeGroup(group));
  played.push(await play(stage, "preview", queued, "previewed"));
  await repository.queue.mergeNext("github-merge-queue[bot]");
  played.push(await play(stage, "deploy", () => deploy(stage), "deployed"));

  const byHand = async () => stage.run(await repository.event.workflowDispatch());
  played.push(await play(stage, "deploy", byHand, "no-changes"));
  const onSchedule = async () => stage.run(await repository.event.schedule());
  played.push(await play(stage, "deploy", onSchedule, "in-sync"));
  const inputs = { "termination-protection": "false" };
  played.push(await play(stage, "deploy", () => destroy(stage, STACK, { inputs }), "destroyed"));

  expect(await refused(played, ALL)).toEqual([]);
  // The story has in it what it is about.
  expect(sent(played, "preview")).toEqual(
    expect.arrayContaining(["CreateChangeSet", "GenerateMac", "VerifyMac", "PutObject"]),
  );
  expect(sent(played, "deploy")).toEqual(
    expect.arrayContaining([
      "ExecuteChangeSet",
      "UpdateTerminationProtection",
      "DetectStackDrift",
      "DeleteStack",
    ]),
  );
  // And the test can fail: without what was asked for, the same calls are refused.
  expect((await refused(played, LEAST)).map((text) => /"action":"(.+?)"/.exec(text)?.[1])).toEqual(
    expect.arrayContaining(["iam:PassRole", "kms:GenerateMac", "kms:VerifyMac", "s3:PutObject"]),
  );
});

test.concurrent("a failed creation is previewed on a stand-in that the preview role may delete", async () => {
  await using stage = await openSmallStage();
  const first = await propose(stage, "one", { topics: ["News"] });
  await stage.repository.merge(first.number);
  const off = stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason: "Not today" });
  const played = [await play(stage, "deploy", () => deploy(stage), "failed")];
  stage.aws.faults.remove(off);
  const { repository } = stage;
  const another = { [TEMPLATE_PATH]: JSON.stringify({ Resources: { News: { Type: "AWS::SNS::Topic" } } }) };
  const number = await repository.openPullRequest({ head: "two", files: another });
  played.push(await play(stage, "preview", () => preview(stage, number, "opened"), "previewed"));
  await repository.merge(number);
  played.push(await play(stage, "deploy", () => deploy(stage), "deployed"));
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  expect(sent(played, "preview")).toContain("DeleteStack");
  expect(await refused(played, LEAST)).toEqual([]);
});

test.concurrent("the shell of a pull request that is closed stays: its end is refused, and nothing else is", async () => {
  await using stage = await openSmallStage();
  const { number } = await propose(stage, "topic", { topics: ["News"] });
  await stage.repository.close(number);
  const played = [await play(stage, "preview", () => preview(stage, number, "closed"), "cleaned-up")];
  expect(sent(played, "preview")).toContain("DeleteChangeSet");
  expect(await refused(played, LEAST)).toEqual([
    expect.stringContaining('"action":"cloudformation:DeleteStack"'),
  ]);
});

test.concurrent("the template is previewed and deployed by its name, and its outputs are there", async () => {
  const parameters = Object.entries(ALL).map(([name, value]) => `${name}=${value}`);
  const inputs = {
    template: "github-deploy-roles",
    "stack-name": "github-deploy-roles",
    parameters: parameters.join("\n"),
  };
  await using stage = await openSmallStage({ inputs });
  const files = { "docs/roles.md": "The roles are made.\n" };
  const number = await stage.repository.openPullRequest({ head: "roles", files });
  const previewed = await preview(stage, number, "opened");
  expect(previewed.problems).toEqual([]);
  expect(previewed.text).toContain("setting CAPABILITY_IAM: (none) → granted");
  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  expect(deployed.outputs["deploy-result"], deployed.text).toBe("deployed");
  expect(Object.keys(JSON.parse(deployed.outputs["stack-outputs"] ?? "{}")).toSorted()).toEqual(
    Object.keys(template.Outputs).toSorted(),
  );
});
