import { setTimeout as sleep } from "node:timers/promises";
import { openStage, type Stage, type Step } from "../test/sandbox/stage.ts";

/**
 * What this action adds to AWS's own time, in real time against the sandbox: seconds from AWS being done to the end of
 * the process, and the calls made. `node bench/overhead.ts [rounds]`, 3 rounds by default; each round takes a good two
 * minutes, as the operations really last that long, and rounds run side by side, a little apart.
 * Up to a second at random comes on top of each, so that polls and ends do not fall into step.
 * Exits with 1 when a median is over its limit: a second after a change set, three after an operation.
 */
const CHANGE_SET_SECONDS = [0.5, 2, 6];
const OPERATION_SECONDS = [5, 20, 60, 120];
const CHANGE_SET_LIMIT = 1;
const OPERATION_LIMIT = 3;
const APART_MS = 1500;
const STACK = "app";

interface Sample {
  readonly overhead: number;
  readonly calls: number;
}

interface Case {
  readonly name: string;
  readonly limit: number;
  readonly measure: () => Promise<Sample>;
}

async function bench(rounds: number): Promise<void> {
  const cases: readonly Case[] = [
    // The long ones first, so that all end at about the same time.
    ...OPERATION_SECONDS.toReversed().map((seconds) => ({
      name: `deploy, operation of ${seconds} s`,
      limit: OPERATION_LIMIT,
      measure: () => measureDeploy(seconds + Math.random()),
    })),
    ...CHANGE_SET_SECONDS.toReversed().map((seconds) => ({
      name: `preview, change set of ${seconds} s`,
      limit: CHANGE_SET_LIMIT,
      measure: () => measurePreview(seconds + Math.random() / 2),
    })),
  ];
  const jobs = cases.flatMap((one) => Array.from({ length: rounds }, () => one));
  const samples = await Promise.all(
    jobs.map(async (one, index) => {
      await sleep(index * APART_MS);
      return { one, sample: await one.measure() };
    }),
  );
  const rows = cases.toReversed().map((one) => ({
    one,
    own: samples.filter((entry) => entry.one === one).map(({ sample }) => sample),
  }));
  console.table(rows.map(({ one, own }) => row(one.name, own)));
  const slow = rows.filter(({ one, own }) => median(own.map(({ overhead }) => overhead)) > one.limit);
  for (const { one } of slow) console.log(`over its limit of ${one.limit} s: ${one.name}`);
  if (slow.length > 0) process.exitCode = 1;
}

/** A preview of a change to a stack, whose change set takes this long. */
async function measurePreview(seconds: number): Promise<Sample> {
  await using stage = await open({ changeSet: seconds * 1000 });
  const { step, endedAt } = await propose(stage);
  if (step.outputs["deploy-result"] !== "previewed") throw new Error(step.text);
  const asked = stage.aws.requests().find(({ operation }) => operation === "CreateChangeSet");
  return sampleOf(stage, endedAt, (asked?.at ?? 0) + seconds * 1000);
}

/** A deploy of a reviewed change, whose stack operation takes this long. */
async function measureDeploy(seconds: number): Promise<Sample> {
  await using stage = await open({ changeSet: 300, operation: seconds * 1000 });
  const { number } = await propose(stage);
  await stage.repository.merge(number);
  stage.aws.forgetRequests();
  const step = await stage.run(await stage.repository.event.push("main"), { timeoutMs: 300_000 });
  const endedAt = Date.now();
  if (step.outputs["deploy-result"] !== "deployed") throw new Error(step.text);
  return sampleOf(stage, endedAt, stage.aws.cloudFormation.stack(STACK)?.events.at(-1)?.at ?? 0);
}

function sampleOf(stage: Stage, endedAt: number, doneAt: number): Sample {
  return { overhead: (endedAt - doneAt) / 1000, calls: stage.aws.requests().length };
}

async function open(durations: { readonly changeSet: number; readonly operation?: number }): Promise<Stage> {
  const stage = await openStage({
    aws: { durations: { step: 200, types: {}, ...durations } },
    repository: { files: { "stack.json": template(30) } },
    inputs: { template: "stack.json", "stack-name": STACK },
  });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: template(30) });
  return stage;
}

async function propose(stage: Stage): Promise<{ number: number; step: Step; endedAt: number }> {
  const files = { "stack.json": template(60) };
  const number = await stage.repository.openPullRequest({ head: "change", files });
  const event = await stage.repository.event.pullRequest(number, "opened");
  const step = await stage.run(event);
  return { number, step, endedAt: Date.now() };
}

function template(timeout: number): string {
  const resources = ["First", "Second", "Third"].map((id) => [
    id,
    { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

function row(name: string, own: readonly Sample[]) {
  const seconds = own.map(({ overhead }) => overhead);
  const calls = own.map(({ calls }) => calls);
  return {
    what: name,
    "min s": round(Math.min(...seconds)),
    "median s": round(median(seconds)),
    "max s": round(Math.max(...seconds)),
    "calls (median)": median(calls),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

await bench(Number(process.argv[2] ?? 3));
