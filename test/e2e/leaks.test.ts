import { describe, test } from "vitest";
import type { Stage, Step } from "../sandbox/stage.ts";
import {
  botComments,
  deploy,
  openSmallStage,
  outcome,
  preview,
  putStack,
  STACK,
  TEMPLATE_PATH,
} from "./stack.ts";

const SECRET = "hunter2-very-secret";
const OTHER = "hunter3-even-more-so";

/** Everything that anybody can read of a run: log, summary, outputs of ours, comment and check runs. */
async function said(stage: Stage, number: number | undefined, ...steps: readonly Step[]): Promise<string> {
  const own = ({ outputs }: Step) =>
    Object.entries(outputs).filter(([name]) => name.includes("-") && name !== "stack-outputs");
  const written = steps.map((step) => [step.text, step.summary, step.annotations, own(step)]);
  const comments = number === undefined ? [] : await stage.repository.comments(number);
  const heads = number === undefined ? [] : [await headOf(stage, number)];
  const checks = await Promise.all([...heads, "main"].map((ref) => stage.repository.checkRuns(ref)));
  return JSON.stringify([written, comments, checks]);
}

async function headOf(stage: Stage, number: number): Promise<string> {
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  return head.sha;
}

async function proposeTemplate(stage: Stage, template: object | string, options = {}) {
  const content = typeof template === "string" ? template : JSON.stringify(template, null, 2);
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: content },
  });
  return { number, step: await preview(stage, number, "opened", options) };
}

const queue = (timeout: number) => ({ Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } });

describe.concurrent("names", () => {
  const names =
    "UserPassword UserPoolClientSecret GeneratedPassword ResetToken USER_PASSWORD NEXTAUTH_SECRET SmtpPass DB_PASS SESSION_KEY ApiToken2";
  const harmless = "DatabaseName TokenEndpoint PasswordLength SecretName";
  const withValues = (suffix: string) => ({
    Resources: {
      App: {
        Type: "AWS::Lambda::Function",
        Properties: {
          Role: "arn:aws:iam::123456789012:role/app",
          Code: { ZipFile: "x" },
          Environment: {
            Variables: {
              ...Object.fromEntries(
                names.split(" ").map((name, index) => [name, `${SECRET}-${index}${suffix}`]),
              ),
              ...Object.fromEntries(harmless.split(" ").map((name) => [name, `seen-${name}${suffix}`])),
            },
          },
        },
      },
      Host: {
        Type: "AWS::EC2::Instance",
        Properties: {
          UserData: `#!/bin/sh\nexport DB_PASS=${SECRET}-a${suffix}\nmysql -u root -p${SECRET}-b${suffix} app\n`,
        },
      },
    },
    Outputs: { UserSecret: { Value: `${SECRET}-output${suffix}` } },
  });

  test("of secrets hide their values, names alike do not", async ({ expect }) => {
    await using stage = await openSmallStage();
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(withValues("1")) });
    const { number, step } = await proposeTemplate(stage, withValues("2"));
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    const all = await said(stage, number, step);
    expect(all).not.toContain(SECRET);
    const [comment] = await botComments(stage, number);
    for (const name of harmless.split(" ")) expect(comment?.body).toContain(`seen-${name}2`);
    expect(comment?.body).toContain("a hidden value changes");
    await stage.repository.merge(number);
    const deployed = await deploy(stage);
    expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
    expect(await said(stage, number, deployed)).not.toContain(SECRET);
    expect(deployed.outputs.UserSecret).toBe(`${SECRET}-output2`);
  });
});

describe.concurrent("NoEcho that is taken away", () => {
  const template = (noEcho: boolean, timeout: number) => ({
    Parameters: { Login: { Type: "String", NoEcho: noEcho } },
    Resources: {
      Queue: queue(timeout),
      Stored: {
        Type: "AWS::SSM::Parameter",
        Properties: { Type: "String", Value: { Ref: "Login" }, Description: `${timeout}` },
      },
    },
  });

  test.for([
    ["keeps its value", {}],
    ["is given", { parameters: `Login=${OTHER}` }],
  ] as const)(
    "is a change with a warning, and its value, which %s, stays hidden",
    async ([, inputs], { expect }) => {
      await using stage = await openSmallStage({ inputs });
      stage.aws.cloudFormation.putStack({
        stackName: STACK,
        template: JSON.stringify(template(true, 30)),
        parameters: { Login: SECRET },
      });
      const { number, step } = await proposeTemplate(stage, template(false, 60));
      expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
      expect(await said(stage, number, step)).not.toMatch(/hunter/);
      const [comment] = await botComments(stage, number);
      expect(comment?.body).toContain("Parameter `Login` loses its NoEcho");
      expect(comment?.body).toContain("Weaker protection");
      expect(step.text).toContain("parameter Login loses its NoEcho");
      await stage.repository.merge(number);
      const deployed = await deploy(stage);
      expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
      expect(await said(stage, number, deployed)).not.toMatch(/hunter/);
    },
  );
});

test.concurrent("a masked output is in no comment and no summary, also where only a setting changes", async ({
  expect,
}) => {
  const body = JSON.stringify({
    Resources: { Queue: queue(30) },
    Outputs: { Connection: { Value: "hunter-by-the-lake" } },
  });
  const inputs = { "mask-outputs": "Connection", "termination-protection": "true" };
  await using stage = await openSmallStage({ inputs, repository: { files: { [TEMPLATE_PATH]: body } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body });
  const number = await stage.repository.openPullRequest({ head: "topic", files: { "docs.md": "Words\n" } });
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(step.outputs.Connection).toBe("hunter-by-the-lake");
  expect(await said(stage, number, step)).not.toMatch(/hunter/);
});

describe.concurrent("a given NoEcho value that AWS repeats", () => {
  const template = {
    Parameters: { Login: { Type: "String", NoEcho: true } },
    Resources: { Queue: queue(60) },
    Outputs: { Address: { Value: { "Fn::Sub": `db://\${Login}@host` } }, Plain: { Value: "seen" } },
  };
  const options = { inputs: { parameters: `Login=${SECRET}` } };

  test("in an event's reason is in no text", async ({ expect }) => {
    await using stage = await openSmallStage(options);
    putStack(stage);
    const { number } = await proposeTemplate(stage, template);
    await stage.repository.merge(number);
    const reason = `Login ${SECRET} is no good, ${encodeURIComponent(`${SECRET}`)} neither, nor ${btoa(`x${SECRET}`)}`;
    stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", reason });
    const failed = await deploy(stage, { debug: true });
    expect(outcome(failed)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    const all = await said(stage, number, failed);
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(btoa(`x${SECRET}`).slice(2, -4));
    expect(failed.summary).toContain("is no good");
  });

  test("in a change set's reason is in no text", async ({ expect }) => {
    await using stage = await openSmallStage(options);
    putStack(stage);
    stage.aws.faults.add({ scenario: "change-set-fails", reason: `Invalid value ${SECRET} for a*b_c` });
    const { number, step } = await proposeTemplate(stage, template);
    expect(step.outputs["deploy-result"]).toBe("failed");
    expect(await said(stage, number, step)).not.toContain(SECRET);
    expect(step.summary).toContain("Invalid value (redacted)");
  });

  test("in an output is masked before the output is set, and shown nowhere", async ({ expect }) => {
    await using stage = await openSmallStage(options);
    putStack(stage);
    const { number, step } = await proposeTemplate(stage, template);
    await stage.repository.merge(number);
    const deployed = await deploy(stage);
    expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
    expect(deployed.outputs.Address).toBe(`db://${SECRET}@host`);
    expect(deployed.masks).toContain(`db://${SECRET}@host`);
    expect(deployed.masks).not.toContain("seen");
    expect(await said(stage, number, step, deployed)).not.toContain(SECRET);
    expect(deployed.summary).toContain("seen");
  });
});

test.concurrent("a line of a key in the lines form is no name", async ({ expect }) => {
  const lines = ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", "MzEfYyjiWA4R4bS1GB4t7NXp98C3SQ=="];
  const parameters = `Login=-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----`;
  await using stage = await openSmallStage({ inputs: { parameters } });
  putStack(stage);
  const { number, step } = await proposeTemplate(stage, {
    Parameters: { Login: { Type: "String", NoEcho: true } },
    Resources: { Queue: queue(60) },
  });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  const all = await said(stage, number, step);
  for (const line of lines) expect(all).not.toContain(line.replace(/=+$/, ""));
  expect(step.summary).toContain("input parameters:2:1");
});

describe.concurrent("a file that is no template", () => {
  const nested = {
    Resources: { Inner: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "./.env" } } },
  };
  test.for([
    [".env", `DB_PASSWORD=${SECRET}\nLEVEL=info\n`, {}],
    ["config.ini", `[core]\n\turl = https://x:${SECRET}@example.com\n`, {}],
    [".env", `LEVEL="info\nDB_PASSWORD='${SECRET}\n`, { [TEMPLATE_PATH]: JSON.stringify(nested) }],
  ] as const)("%s is not quoted", async ([file, content, files], { expect }) => {
    const template = Object.keys(files).length === 0 ? file : TEMPLATE_PATH;
    await using stage = await openSmallStage({ inputs: { template } });
    putStack(stage);
    const number = await stage.repository.openPullRequest({
      head: "topic",
      files: { [file]: content, ...files },
    });
    const step = await preview(stage, number, "opened");
    expect(step.exitCode).toBe(1);
    expect(await said(stage, number, step)).not.toContain(SECRET);
    expect(step.text).toMatch(/:\d+:\d+: This file is not a template/);
  });
});

test.concurrent("what an SSM parameter stands for is shown before and after, and is the cause", async ({
  expect,
}) => {
  const template = {
    Parameters: { Ami: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/app/ami" } },
    Resources: { Host: { Type: "AWS::EC2::Instance", Properties: { ImageId: { Ref: "Ami" } } } },
  };
  await using stage = await openSmallStage();
  stage.aws.cloudFormation.parameterStore.set("/app/ami", "ami-1");
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(template) });
  stage.aws.cloudFormation.parameterStore.set("/app/ami", "ami-2");
  const { number, step } = await proposeTemplate(stage, template);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toMatch(/because parameter `Ami` changed/);
  expect(comment?.body).toContain("| `Ami` | `/app/ami (ami-1)` | `/app/ami (ami-2)` |");
  expect(comment?.body).not.toContain("keep their value");
});

test.concurrent("a tag may be called __proto__", async ({ expect }) => {
  await using stage = await openSmallStage({ inputs: { tags: "__proto__=kept\nteam=a" } });
  putStack(stage);
  const { number, step } = await proposeTemplate(stage, { Resources: { Queue: queue(60) } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect((await botComments(stage, number))[0]?.body).toContain("`__proto__`");
});

describe.concurrent("a value that an entry of a list names", () => {
  const SHORT = /tiger|letmein|correcthorse/;
  /** Passwords that are short or words, beside what is none; with an entry more in front, every index is another. */
  const named = (suffix: string, isLonger = false) => {
    const list = (name: string) => [
      ...(isLonger ? [{ [name]: "FIRST", Value: "first" }] : []),
      { [name]: "LOG_LEVEL", Value: `debug-${suffix}` },
      { [name]: "DB_PASSWORD", Value: `tiger${suffix}` },
      { [name]: "API_TOKEN", Value: `letmein${suffix}` },
      { [name]: "SIGNING_SECRET", Value: { Ref: "Phrase" } },
    ];
    const build = { ComputeType: "BUILD_GENERAL1_SMALL", Image: "x", Type: "LINUX_CONTAINER" };
    return {
      Parameters: { Phrase: { Type: "String", Default: `correcthorse${suffix}` } },
      Resources: {
        Build: {
          Type: "AWS::CodeBuild::Project",
          Properties: {
            ServiceRole: "arn:aws:iam::123456789012:role/build",
            Artifacts: { Type: "NO_ARTIFACTS" },
            Source: { Type: "NO_SOURCE", BuildSpec: "x" },
            Environment: { ...build, EnvironmentVariables: list("Name") },
          },
        },
        Task: {
          Type: "AWS::ECS::TaskDefinition",
          Properties: { ContainerDefinitions: [{ Name: "app", Image: "x", Environment: list("Name") }] },
        },
        Web: {
          Type: "AWS::ElasticBeanstalk::Environment",
          Properties: { ApplicationName: "web", OptionSettings: list("OptionName"), Tags: list("Key") },
        },
        Queue: queue(30),
      },
    };
  };
  const put = (stage: Stage) =>
    stage.aws.cloudFormation.putStack({
      stackName: STACK,
      template: JSON.stringify(named("a")),
      parameters: { Phrase: "correcthorse-kept" },
    });

  test.for([["in its place", false] as const, ["and that has another place now", true] as const])(
    "is hidden by that name, %s",
    async ([, isLonger], { expect }) => {
      await using stage = await openSmallStage({ inputs: { parameters: "Phrase=correcthorseb" } });
      put(stage);
      const { number, step } = await proposeTemplate(stage, named("b", isLonger));
      expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
      expect(await said(stage, number, step)).not.toMatch(SHORT);
      const body = (await botComments(stage, number))[0]?.body;
      expect(body).toContain("a hidden value changes");
      if (!isLonger) {
        expect(body).toContain("EnvironmentVariables[1].Value: a hidden value changes");
        expect(body).toContain("- Environment.EnvironmentVariables[0].Value: debug-a");
        expect(body).toContain("+ ContainerDefinitions[0].Environment[0].Value: debug-b");
      }
      await stage.repository.merge(number);
      const deployed = await deploy(stage, { debug: true });
      expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
      expect(await said(stage, number, deployed)).not.toMatch(SHORT);
    },
  );

  test("is hidden where a deploy says what differs from the review", async ({ expect }) => {
    await using stage = await openSmallStage();
    put(stage);
    const { number, step } = await proposeTemplate(stage, named("b"));
    await stage.repository.merge(number);
    stage.aws.cloudFormation.updateStackByHand({
      stackName: STACK,
      template: JSON.stringify(named("c")),
      parameters: { Phrase: "correcthorse-else" },
    });
    const deployed = await deploy(stage);
    expect(outcome(deployed)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
    expect(await said(stage, number, step, deployed)).not.toMatch(SHORT);
    expect(deployed.summary).toContain("debug-c");
  });

  test("is hidden by the name in the templates where AWS tells no contexts", async ({ expect }) => {
    await using stage = await openSmallStage({ inputs: { parameters: "Phrase=correcthorseb" } });
    put(stage);
    for (const field of ["BeforeContext", "AfterContext"])
      stage.aws.faults.add({ scenario: "left-out", field });
    const { number, step } = await proposeTemplate(stage, named("b"));
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    expect(await said(stage, number, step)).not.toMatch(SHORT);
    const body = (await botComments(stage, number))[0]?.body;
    expect(body).toContain("OptionSettings[2].Value: a hidden value changes");
    expect(body).toContain("+ OptionSettings[0].Value: debug-b");
  });

  test.for([
    ["by the name beside it", undefined, "+ /ContainerDefinitions/0/Environment/0/Value: debug-b"],
    [
      "with its neighbours where AWS does not tell its name",
      "ActualProperties",
      "! /ContainerDefinitions/0/Environment/0/Value: a hidden value changes",
    ],
  ] as const)("is hidden where it drifted, %s", async ([, field, neighbour], { expect }) => {
    await using stage = await openSmallStage();
    put(stage);
    if (field !== undefined) stage.aws.faults.add({ scenario: "left-out", field });
    const { ContainerDefinitions } = named("b").Resources.Task.Properties;
    const byHand = { ContainerDefinitions: JSON.parse(JSON.stringify(ContainerDefinitions)) };
    stage.aws.cloudFormation.changeResourceByHand(STACK, "Task", byHand);
    const step = await stage.run(await stage.repository.event.schedule(), { inputs: { mode: "drift" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "drifted" });
    expect(await said(stage, undefined, step)).not.toMatch(SHORT);
    expect(step.summary).toContain("! /ContainerDefinitions/0/Environment/1/Value: a hidden value changes");
    expect(step.summary).toContain(neighbour);
  });
});
