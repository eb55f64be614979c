import { expect, test } from "vitest";
import type { WorkflowEvent } from "../../sandbox/github/happenings/payloads.ts";
import type { Stage, Step, StepOptions } from "../../sandbox/stage.ts";
import { openQuickStage, outcome } from "../stack.ts";
import { fleetFiles, NETWORK, settle, stacksIn } from "./fleet.ts";

const FOUR = { data: 1, apps: 2 };
const ALL = ["app-1", "app-2", "data-1", NETWORK];
const DISCOVERED = { exitCode: 0, result: "discovered" };
const NONE = '{"include":[]}';
const NOTHING = { matrix: NONE, "has-changes": "false", ...waves(() => NONE) };

function waves<T>(of: (n: number) => T): Record<string, T> {
  return Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`wave-${n}`, of(n)]));
}

async function openFour(files: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const stage = await openQuickStage({ repository: { files: { ...fleetFiles(FOUR), ...files } } });
  await settle(stage, await stage.repository.tip("main"), ALL);
  return stage;
}

function discover(stage: Stage, event: WorkflowEvent, options: StepOptions = {}): Promise<Step> {
  return stage.run(event, { ...options, inputs: { mode: "discover", ...options.inputs } });
}

const stacks = (step: Step) => stacksIn(step.outputs.matrix).toSorted();

test.concurrent("a merge queue of two: each group brings what it changes, the second on the first", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const propose = (head: string, path: string) =>
    repository.openPullRequest({ head, files: { [path]: `Title: ${head}\n` } });
  const [one, two] = [await propose("one", "params/app-1.yaml"), await propose("two", "params/app-2.yaml")];
  const groups = [
    await repository.queue.enqueue(one, "squash"),
    await repository.queue.enqueue(two, "squash"),
  ];
  const steps = [];
  for (const group of groups) steps.push(await discover(stage, await repository.event.mergeGroup(group)));
  expect(steps.map(outcome)).toEqual([DISCOVERED, DISCOVERED]);
  expect(steps.map(stacks)).toEqual([["app-1"], ["app-2"]]);
});

test.concurrent("pull requests: of a fork, closed, merged; runs by hand, by the clock and of other branches", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const files = { "params/app-1.yaml": "Title: x\n" };
  const foreign = await repository.openPullRequest({ head: "theirs", files, fork: "mallory" });
  const fork = await discover(stage, await repository.event.pullRequest(foreign, "opened"));
  expect(outcome(fork)).toEqual({ exitCode: 0, result: "skipped", reason: "fork" });
  expect(fork.outputs).toMatchObject(NOTHING);

  const given = await repository.openPullRequest({ head: "given-up", files });
  await repository.close(given);
  expect(stacks(await discover(stage, await repository.event.pullRequest(given, "closed")))).toEqual([
    "app-1",
  ]);

  const number = await repository.openPullRequest({ head: "topic", files });
  await repository.merge(number, "squash");
  const merged = await discover(stage, await repository.event.pullRequest(number, "closed"));
  expect(stacks(merged)).toEqual(["app-1"]);
  expect(merged.text).toContain("params/app-1.yaml changed after");

  for (const event of [await repository.event.workflowDispatch(), await repository.event.schedule()]) {
    const step = await discover(stage, event);
    expect(stacks(step)).toEqual(ALL);
    expect(step.summary).toContain("is about all of them |");
  }
  await repository.push("feature", files, "Not deployed");
  const elsewhere = await discover(stage, await repository.event.push("feature"));
  expect(outcome(elsewhere)).toEqual({ exitCode: 0, result: "skipped", reason: "wrong-branch" });
  expect(elsewhere.outputs).toMatchObject(NOTHING);
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("what cannot be discovered fails with outputs that make no job", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const app = (name: string, more: string) =>
    `template-file-path: cfn/app.json\nstack-name: ${name}\n${more}`;
  let count = 0;
  const wrong = async (
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ) => {
    const head = `wrong-${++count}`;
    const number = await repository.openPullRequest({ head, files: { ...files, "x.txt": head } });
    const step = await discover(stage, await repository.event.pullRequest(number, "opened"), { inputs });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    expect(step.outputs).toMatchObject(NOTHING);
    expect(step.summary).toMatch(/^### ❌ The discovery failed: the inputs are wrong$/m);
    return step.text;
  };
  const text = await wrong({
    "deployments/one.yaml": app("twin", ""),
    "deployments/two.yaml": app("twin", ""),
  });
  expect(text).toContain("deployments/one.yaml and deployments/two.yaml are both of twin (us-east-1).");
  expect(await wrong({ "deployments/x.yaml": app("x", "depends-on: [x]\n") })).toContain(
    "No order: x (us-east-1) → x (us-east-1). x (us-east-1) depends on x (us-east-1).",
  );
  const chain = [1, 2, 3, 4, 5, 6].map(
    (n) => [`deployments/${n}.yaml`, app(`s${n}`, n === 1 ? "" : `depends-on: s${n - 1}\n`)] as const,
  );
  expect(await wrong(Object.fromEntries(chain))).toContain("There are 5 waves, and these need more: s1");
  expect(await wrong({}, { deployments: "deployment/**" })).toContain(
    "No deployment file matches deployment/**.",
  );
  expect(await wrong({ "deployments/y.yaml": "stack-nam: y\n::error::z: 1\n" })).toContain(
    "deployments/y.yaml:1:1: A deployment file has no key stack-nam.",
  );
});

test.concurrent("files that go, move, or are read by what changes: in a pull request and after its merge", async () => {
  const layer = { Type: "AWS::Lambda::LayerVersion", Properties: { Content: "../src" } };
  const nested = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "child.json" } };
  const include = { Name: "AWS::Include", Parameters: { Location: "part.json" } };
  const topic = { Type: "AWS::SNS::Topic" };
  const of = (resources: object) => JSON.stringify({ Resources: resources });
  const files = {
    "cfn/packed.json": of({ Layer: layer }),
    "cfn/parent.json": of({ Child: nested }),
    "cfn/including.json": of({ "Fn::Transform": include, Topic: topic }),
    "cfn/child.json": of({ Topic: topic }),
    "cfn/part.json": JSON.stringify({ Other: topic }),
    "src/deep/a.txt": "a",
    ...Object.fromEntries(
      ["packed", "parent", "including"].map((name) => [
        `deployments/${name}.yaml`,
        `template-file-path: cfn/${name}.json\r\nstack-name: ${name}\r\ns3-bucket: artifacts\r\n`,
      ]),
    ),
  };
  await using stage = await openFour(files);
  const { repository } = stage;
  await settle(stage, await repository.tip("main"), ["packed", "parent", "including"]);
  const changed = async (head: string, change: Readonly<Record<string, string | null>>) => {
    const number = await repository.openPullRequest({ head, files: change });
    const proposed = await discover(stage, await repository.event.pullRequest(number, "opened"));
    await repository.merge(number, "squash");
    const pushed = await discover(stage, await repository.event.push("main"));
    expect(stacks(pushed)).toEqual(stacks(proposed));
    await settle(stage, await repository.tip("main"), stacks(pushed));
    return { stacks: stacks(proposed), summary: proposed.summary };
  };
  expect((await changed("folder", { "src/deep/b.txt": "b" })).stacks).toEqual(["packed"]);
  const both = {
    "cfn/child.json": of({ Topic: topic, More: topic }),
    "cfn/part.json": JSON.stringify({ Two: topic }),
  };
  expect((await changed("inner", both)).stacks).toEqual(["including", "parent"]);
  const moved = {
    "deployments/app/2.yaml": null,
    "deployments/2.yaml": fleetFiles(FOUR)["deployments/app/2.yaml"] ?? "",
  };
  const move = await changed("move", moved);
  expect(move.stacks).toEqual(["app-2"]);
  expect(move.summary).not.toContain("goes");
  const { stacks: left, summary } = await changed("go", { "deployments/app/1.yaml": null });
  expect(left).toEqual([]);
  expect(summary.replaceAll("\\", "")).toContain(
    "deployments/app/1.yaml goes: stack app-1 (us-east-1) stays as it is",
  );
  const workflow = { ".github/workflows/deploy.yml": "on: [push]\n" };
  expect((await changed("workflow", workflow)).stacks).toHaveLength(6);
});

test.concurrent("three hundred files, names like commands, values like secrets: a matrix, and a warning", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const secret = "AKIAIOSFODNN7EXAMPLE";
  const app = (i: number) =>
    `template-file-path: cfn/app.json\nstack-name: many-${i}\nparameters: {Title: ${secret}}\nmatrix: {role: "${secret}"}\n`;
  const many = Array.from(
    { length: 300 },
    (_, i) => [`deployments/many/::add-mask::${i}.yaml`, app(i)] as const,
  );
  const number = await repository.openPullRequest({ head: "many", files: Object.fromEntries(many) });
  const step = await discover(stage, await repository.event.pullRequest(number, "opened"));
  expect(outcome(step)).toEqual(DISCOVERED);
  expect(stacks(step)).toHaveLength(300);
  expect(step.outputs["wave-1"]).toBe(step.outputs.matrix);
  expect(step.text).toContain("300 stacks in wave 1 are more than the 256 jobs");
  expect(step.outputs.matrix).toContain(`"role":"${secret}"`);
  expect(step.masks.filter((mask) => mask === secret || /^\d+\.yaml/.test(mask))).toEqual([]);
  expect(step.problems).toEqual([]);
  expect(step.summary).toContain("300 stacks affected, of 304 deployment files");
});
