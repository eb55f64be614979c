import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { botComments, calls, deploy, openSmallStage, outcome, preview, statusOf } from "./stack.ts";

const ROOT = "infra/stack.yaml";
const inputs = { template: ROOT, "s3-bucket": "templates", "s3-prefix": "ci" };

const files = (more: Readonly<Record<string, string>> = {}) => ({
  [ROOT]: `
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Code: ./src
      Handler: app.handler
      Runtime: python3.13
      Role: arn:aws:iam::111122223333:role/app
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: nested/machine.yaml
`,
  "infra/src/app.py": "def handler(event, context):\n    return 'one'\n",
  "infra/src/lib/words.py": "WORDS = 'ä'\n",
  "infra/nested/machine.yaml": `
Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/app
      DefinitionS3Location: machine.json
`,
  "infra/nested/machine.json": '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}',
  ...more,
});

async function openPull(
  more: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, string>> = {},
) {
  const stage = await openSmallStage({ inputs: { ...inputs, ...given } });
  const number = await stage.repository.openPullRequest({ head: "code", files: files(more) });
  return { stage, number };
}

const keys = (stage: Stage, extension: string) =>
  stage.aws.objects.keys().filter((key) => key.endsWith(extension));

/** What is in the zips, each with its files. */
function zips(stage: Stage) {
  return keys(stage, ".zip").map((place) => {
    const bytes = stage.aws.objects.bytes("templates", place.slice("templates/".length)) ?? Buffer.alloc(0);
    return Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
    );
  });
}

const sentTemplate = (stage: Stage) =>
  JSON.parse(
    (calls(stage, "CreateChangeSet").at(-1) as { readonly params: { readonly TemplateBody: string } }).params
      .TemplateBody,
  );

test.concurrent("local code and files, from the preview to the deployed stack; what is there is not uploaded again", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  const first = await preview(stage, number, "opened");
  expect(first.problems).toEqual([]);
  expect(outcome(first)).toEqual({ exitCode: 0, result: "previewed" });
  expect(zips(stage)).toEqual([
    { "app.py": files()["infra/src/app.py"], "lib/words.py": files()["infra/src/lib/words.py"] },
  ]);
  const [zip = ""] = keys(stage, ".zip");
  expect(zip).toMatch(/^templates\/ci\/aurora-deploy-action\/[0-9a-f]{64}\.zip$/);
  expect(sentTemplate(stage).Resources.Function.Properties.Code).toEqual({
    S3Bucket: "templates",
    S3Key: zip.slice("templates/".length),
  });
  const url: string = sentTemplate(stage).Resources.Nested.Properties.TemplateURL;
  const nested = JSON.parse(stage.aws.objects.readUrl(url) ?? "");
  const machine = nested.Resources.Machine.Properties.DefinitionS3Location;
  expect(stage.aws.objects.get(machine.Bucket, machine.Key)).toBe(files()["infra/nested/machine.json"]);
  expect(first.text).toMatch(/infra\/src, \d+ bytes, uploaded to s3:\/\/templates\/ci\//);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("Nested/Machine");

  await stage.repository.merge(number);
  const uploads = calls(stage, "PutObject").length;
  expect(uploads).toBe(3);
  const deployed = await deploy(stage);
  expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  expect(calls(stage, "PutObject")).toHaveLength(uploads);
  expect(deployed.text).toMatch(/infra\/src, \d+ bytes, already at s3:/);

  const again = await deploy(stage);
  expect(outcome(again)).toEqual({ exitCode: 0, result: "no-changes" });
});

test.concurrent("changed code of a stack that is there is shown, and deployed", async () => {
  const stage0 = await openSmallStage({ inputs });
  await using stage = stage0;
  const first = await stage.repository.openPullRequest({ head: "code", files: files() });
  await preview(stage, first, "opened");
  await stage.repository.merge(first);
  await deploy(stage);
  const words = { "infra/src/lib/words.py": "WORDS = 'o'\n" };
  const number = await stage.repository.openPullRequest({ head: "words", files: words });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, number);
  for (const place of keys(stage, ".zip")) expect(comment?.body).toContain(place.slice("templates/".length));
  expect(comment?.body).not.toContain("Machine");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("a file that changes in the folder is another review and another object; the same one is none", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  const first = await preview(stage, number, "opened");
  await stage.repository.pushToPullRequest(number, { "README.md": "Words." }, "Words");
  const second = await preview(stage, number);
  expect(second.outputs["change-digest"]).toBe(first.outputs["change-digest"]);
  expect(keys(stage, ".zip")).toHaveLength(1);
  await stage.repository.pushToPullRequest(
    number,
    { "infra/src/lib/words.py": "WORDS = 'o'\n" },
    "Other words",
  );
  const third = await preview(stage, number);
  expect(outcome(third)).toEqual({ exitCode: 0, result: "previewed" });
  expect(third.outputs["change-digest"]).not.toBe(first.outputs["change-digest"]);
  expect(keys(stage, ".zip")).toHaveLength(2);
});

test.concurrent("code that was pushed behind the preview is not deployed", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  await stage.repository.push("main", { "infra/src/extra.py": "import os\n" }, "Slip something in");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(statusOf(stage)).not.toBe("CREATE_COMPLETE");
});

test.concurrent("a commit elsewhere behind the merge is looked through", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  await stage.repository.push("main", { "docs/a.md": "Words." }, "Write words");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("mode: render without a bucket writes the packed files beside the rendered template", async () => {
  const stage0 = await openSmallStage({ inputs: { template: ROOT, mode: "render" } });
  await using stage = stage0;
  await stage.repository.push("main", files(), "Code");
  const step = await deploy(stage, { aws: { credentials: null } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(stage.aws.requests()).toEqual([]);
  const path = step.outputs["rendered-template"] ?? "";
  const code: string = JSON.parse(readFileSync(path, "utf8")).Resources.Function.Properties.Code;
  expect(code).toMatch(/^\.\/[0-9a-f]{64}\.zip$/);
  expect(Object.keys(unzipSync(readFileSync(join(dirname(path), code))))).toEqual(["app.py", "lib/words.py"]);
});

test.concurrent.for<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
  [
    "no bucket",
    {},
    { "s3-bucket": "" },
    /infra\/stack\.yaml:6:7: Code of Function is "\.\/src": AWS reads it from S3 only\. Name a bucket in s3-bucket/,
  ],
  [
    "no bucket, in a nested template",
    {},
    { "s3-bucket": "" },
    /infra\/nested\/machine\.yaml:7:7: DefinitionS3Location of Machine is "machine\.json": .*s3-bucket/,
  ],
  [
    "a folder that is not there",
    { [ROOT]: files()[ROOT].replace("./src", "./source") },
    {},
    /infra\/stack\.yaml:6:7: Code of Function is "\.\/source": there is no such file or folder/,
  ],
  [
    "a path out of the repository",
    { [ROOT]: files()[ROOT].replace("./src", "../../..") },
    {},
    /infra\/stack\.yaml:6:7: Code of Function is .* leads out of the repository/,
  ],
  [
    "a state machine that is a folder",
    { "infra/nested/machine.yaml": files()["infra/nested/machine.yaml"].replace("machine.json", "../src") },
    {},
    /DefinitionS3Location of Machine is "\.\.\/src": infra\/src is a folder; AWS Step Functions takes a file here/,
  ],
])("refused: %s", async ([, changed, more, message]) => {
  const { stage: opened, number } = await openPull(changed, more);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.outputs["reason-code"]).toMatch(/^invalid-(input|template)$/);
  expect(step.text).toMatch(message);
  expect(calls(stage, "CreateChangeSet")).toEqual([]);
  expect(stage.aws.objects.keys()).toEqual([]);
});
