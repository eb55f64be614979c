import { CASES, EVERY_RESOURCE } from "../test/e2e/checkCases.ts";
import { openStage, type Stage } from "../test/sandbox/stage.ts";

/**
 * What the checks before a deploy add to a preview in which all of them have something to ask, where every answer of AWS's
 * takes 200 ms: `node bench/preflight.ts [rounds]`, 5 rounds by default. Exits with 1 when a median is more than a second
 * over the one with `preflight: false`.
 */
const LATENCY_MS = 200;
const LIMIT = 1;
const TEMPLATE = "stack.json";
const STACK = "app";

const templateWith = (resources: object) =>
  JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: {} }, ...resources } });

async function bench(rounds: number): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const isNew of [false, true]) {
    const seconds: Record<"true" | "false", number[]> = { true: [], false: [] };
    let calls = 0;
    for (let round = 0; round < rounds; round++) {
      // In turn, so that a busy moment of the machine meets both.
      for (const preflight of ["false", "true"] as const) {
        const sample = await measure(isNew, preflight);
        seconds[preflight].push(sample.seconds);
        if (preflight === "true") calls = sample.calls;
      }
    }
    const [on, off] = [median(seconds.true), median(seconds.false)];
    rows.push({
      stack: isNew ? "new" : "there already",
      "preflight: false": off.toFixed(2),
      "preflight: true": on.toFixed(2),
      more: (on - off).toFixed(2),
      "calls of checks": calls,
    });
    if (on - off > LIMIT) process.exitCode = 1;
  }
  console.table(rows);
}

async function measure(isNew: boolean, preflight: "true" | "false") {
  await using stage = await openStage({
    repository: { files: { [TEMPLATE]: templateWith({}) } },
    inputs: {
      ...{ template: TEMPLATE, "stack-name": STACK, preflight },
      "role-arn": "arn:aws:iam::123456789012:role/service",
    },
    aws: { durations: { changeSet: 1_500 } },
  });
  prepare(stage, isNew);
  const files = { [TEMPLATE]: templateWith(EVERY_RESOURCE) };
  const number = await stage.repository.openPullRequest({ head: "more", files });
  const event = await stage.repository.event.pullRequest(number, "opened");
  const begun = performance.now();
  const step = await stage.run(event);
  const seconds = (performance.now() - begun) / 1_000;
  if (step.outputs["deploy-result"] !== "previewed") throw new Error(step.text);
  const calls = stage.aws.requests().filter(({ service }) => service !== "cloudformation").length;
  return { seconds, calls };
}

function prepare(stage: Stage, isNew: boolean): void {
  if (!isNew) stage.aws.cloudFormation.putStack({ stackName: STACK, template: templateWith({}) });
  for (const { right } of CASES) right?.(stage);
  stage.aws.faults.add({ scenario: "slow", ms: LATENCY_MS });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await bench(Number(process.argv[2] ?? 5));
