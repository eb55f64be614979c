import { expect, test } from "vitest";
import { deploy, openSmallStage, TEMPLATE_PATH } from "./stack.ts";

const strict = JSON.stringify({
  Parameters: {
    Name: { Type: "String", AllowedPattern: "^[a-z]+$" },
    Size: { Type: "Number", Default: 1, MinValue: 1, MaxValue: 5 },
    Tier: { Type: "String", Default: "small", AllowedValues: ["small", "large"] },
  },
  Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: { Ref: "Name" } } } },
});

interface Case {
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly named: readonly (string | RegExp)[];
  readonly reason?: "invalid-template";
}

const cases: readonly Case[] = [
  {
    what: "a missing template",
    inputs: { template: "nowhere.json" },
    named: ["nowhere.json does not exist"],
  },
  {
    what: "broken JSON",
    inputs: {},
    files: { [TEMPLATE_PATH]: '{\n  "Resources": {\n    "Queue": { "Type": "AWS::SQS::Queue", }\n  }\n}\n' },
    named: [/stack\.json:3:\d+/],
    reason: "invalid-template",
  },
  { what: "an unknown parameter", inputs: { parameters: "Name=a\nNmae=b" }, named: ["Nmae", "Name"] },
  { what: "a missing parameter", inputs: { parameters: "Nmae=b" }, named: [/Name.*(missing|no value)/] },
  { what: "a value against its pattern", inputs: { parameters: "Name=A1" }, named: ["Name", "^[a-z]+$"] },
  { what: "a number out of range", inputs: { parameters: "Name=a\nSize=9" }, named: ["Size", "5"] },
  {
    what: "a value that is not allowed",
    inputs: { parameters: "Name=a\nTier=huge" },
    named: ["Tier", "small", "large"],
  },
  { what: "a bad stack name", inputs: { "stack-name": "1 app" }, named: ["stack-name", "1 app"] },
  { what: "a bad mode", inputs: { mode: "apply" }, named: ["mode", "apply", "preview"] },
  { what: "a bad region", inputs: { region: "moon" }, named: ["region", "moon"] },
  { what: "a line without =", inputs: { parameters: "Name=a\nSize" }, named: ["input parameters:2:1"] },
  {
    what: "a parameters file that is not there",
    inputs: { "parameters-file": "none.json" },
    named: ["none.json"],
  },
  {
    what: "several at once",
    inputs: {
      mode: "apply",
      "stack-name": "1app",
      "timeout-minutes": "soon",
      "on-failure": "panic",
      parameters: "Name=A1\nOther=x",
      "parameters-file": "none.json",
    },
    named: ["apply", "1app", "soon", "panic", "^[a-z]+$", "Other", "none.json"],
  },
];

test.concurrent.for(cases)(
  "$what: one error that names it, exit code 1, AWS is not asked",
  async ({ inputs, files, named, reason }) => {
    await using stage = await openSmallStage({
      repository: { files: { [TEMPLATE_PATH]: strict, ...files } },
      inputs: {
        ...(inputs.parameters === undefined && files === undefined ? { parameters: "Name=a" } : {}),
        ...inputs,
      },
    });
    await stage.repository.push("main", { "a.txt": "a\n" }, "Anything");
    const step = await deploy(stage);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({
      "deploy-result": "failed",
      "reason-code": reason ?? "invalid-input",
    });
    const errors = step.annotations.filter(({ level }) => level === "error");
    expect(errors).toHaveLength(1);
    for (const name of named) {
      if (typeof name === "string") expect(errors[0]?.message).toContain(name);
      else expect(`${errors[0]?.file}:${errors[0]?.line}\n${errors[0]?.message}`).toMatch(name);
    }
    expect(stage.aws.requests()).toEqual([]);
  },
);

// With `previous` only the stack can tell whether a parameter that is named nowhere has a value.
test.concurrent.for([
  ["default", []],
  ["previous", ["DescribeStacks"]],
] as const)("missing-parameters: %s: a missing parameter alone asks AWS for %j", async ([missing, asked]) => {
  await using stage = await openSmallStage({
    repository: { files: { [TEMPLATE_PATH]: strict } },
    inputs: { "missing-parameters": missing },
  });
  const number = await stage.repository.openPullRequest({ head: "topic", files: { "a.txt": "a\n" } });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "opened"));
  expect(step.exitCode).toBe(1);
  expect(step.annotations.at(-1)?.message).toMatch(/Parameter Name .*no value/);
  expect(stage.aws.requests().map(({ operation }) => operation)).toEqual(asked);
});

test.concurrent("a preview puts what is wrong with the template on its lines, beside a wrong input", async () => {
  const broken = '{\n  "Resources": {\n    "Queue": { "Type": "AWS::SQS::Queue", }\n  }\n}\n';
  await using stage = await openSmallStage({ inputs: { label: "-/-" } });
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: broken },
  });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "opened"));
  expect(step.outputs["reason-code"]).toBe("invalid-input");
  const [run] = await stage.repository.checkRuns("topic");
  expect(run?.output).toMatchObject({ annotations_count: 1 });
});
