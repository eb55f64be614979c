import { expect, test } from "vitest";
import { calls, deploy, openSmallStage, outcome, preview, propose, TEMPLATE_PATH } from "./stack.ts";

const BUCKET = { "s3-bucket": "templates", "s3-prefix": "/ci/" };

/** Over 51,200 bytes however it is written. */
function large(timeout: number, letter = "ü"): string {
  const topics = Array.from({ length: 120 }, (_, index) => [
    `Topic${index}`,
    {
      Type: "AWS::SNS::Topic",
      Properties: { DisplayName: `${index} `.padEnd(90, letter) },
      Metadata: { why: "x".repeat(250) },
    },
  ]);
  const queue = { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } };
  return JSON.stringify({ Resources: { Queue: queue, ...Object.fromEntries(topics) } }, null, 2);
}

async function openPull(inputs: Readonly<Record<string, string>>, letter?: string) {
  const stage = await openSmallStage({ inputs });
  const files = { [TEMPLATE_PATH]: large(60, letter) };
  const number = await stage.repository.openPullRequest({ head: "large", files });
  return { stage, number };
}

test.concurrent("a template over 51,200 bytes goes through the bucket once, and is executed on merge", async () => {
  const { stage: opened, number } = await openPull(BUCKET);
  await using stage = opened;
  const first = await preview(stage, number, "opened");
  expect(outcome(first)).toEqual({ exitCode: 0, result: "previewed" });
  const keys = stage.aws.objects.keys();
  expect(keys).toEqual([expect.stringMatching(/^templates\/ci\/aurora-deploy-action\/[0-9a-f]{64}\.json$/)]);
  expect(stage.aws.objects.get("templates", keys[0]?.slice("templates/".length) ?? "")).toBe(
    JSON.stringify(JSON.parse(large(60))).replaceAll("ü", String.raw`\u00fc`),
  );
  expect(calls(stage, "CreateChangeSet").at(-1)?.params).toMatchObject({
    TemplateURL: `${stage.aws.url}/${keys[0]}`,
  });

  const again = await preview(stage, number);
  expect(again.outputs["change-digest"]).toBe(first.outputs["change-digest"]);
  expect(calls(stage, "PutObject")).toHaveLength(1);

  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  // The reviewed change set itself was executed: the template that it has is the one that was rendered.
  expect(calls(stage, "CreateChangeSet")).toHaveLength(2);
});

test.concurrent("without a bucket the preview says how large it is and what minifying saved", async () => {
  const { stage: opened, number } = await openPull({}, "u");
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toMatch(
    /stack\.json has [\d,]+ bytes even as minified JSON, which saved [\d,]+ of [\d,]+ \(\d+%25\)\. CloudFormation takes at most 51,200/,
  );
  expect(step.text).toContain("s3-bucket");
  expect(calls(stage, "CreateChangeSet")).toEqual([]);
});

test.concurrent("… or what escaping its letters cost", async () => {
  const { stage: opened, number } = await openPull({});
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toContain("bytes as minified JSON, in which a character beyond ASCII takes six. ");
});

test.concurrent("mode: render needs no bucket", async () => {
  const { stage: opened } = await openPull({ mode: "render" });
  await using stage = opened;
  await stage.repository.push("main", { [TEMPLATE_PATH]: large(1) }, "Larger");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "rendered" });
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("what CloudFormation read must be what was rendered", async () => {
  const { stage: opened, number } = await openPull(BUCKET);
  await using stage = opened;
  await preview(stage, number, "opened");
  const [place = ""] = stage.aws.objects.keys();
  // Between our look and CloudFormation's, somebody puts another template there.
  const exchange = stage.aws.on({ operation: "CreateChangeSet", nth: 1, when: "before" }, () =>
    stage.aws.objects.put("templates", place.slice("templates/".length), large(61)),
  );
  const step = await preview(stage, number, "synchronize");
  expect(exchange.times()).toBe(1);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
  expect(step.text).toContain("CloudFormation read another template");
});

test.concurrent("s3-prefix needs s3-bucket, and is a path", async () => {
  await using stage = await openSmallStage({ inputs: { "s3-prefix": "a/../b" } });
  const { step } = await propose(stage, "x", { timeout: 31 });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toContain('Input s3-prefix is "a/../b"');
});
