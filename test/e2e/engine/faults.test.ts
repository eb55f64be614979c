import { expect, test } from "vitest";
import type { Fault } from "../../sandbox/cloudformation/scenarios.ts";
import { seededRandom } from "../../sandbox/cloudformation/world.ts";
import type { Fault as GitHubFault } from "../../sandbox/github/faults.ts";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { botComments, deploy, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "../stack.ts";

/** `E2E_FAULT_RUNS=500` for more, `E2E_FAULT_SEED` to replay one that failed. */
const RUNS = Number(process.env.E2E_FAULT_RUNS ?? 30);
const REPLAY = process.env.E2E_FAULT_SEED;
const AT_ONCE = 8;
const NAMES = ["A", "B", "C", "D", "E"];

test(`${RUNS} previews and deploys with random faults: no hang, no wrong verdict, every event once`, async () => {
  const seeds = REPLAY === undefined ? Array.from({ length: RUNS }, (_, i) => `e2e-${i}`) : [REPLAY];
  const ends: Ended[] = [];
  // As one ends the next begins: a batch would wait for its slowest.
  const next = seeds.values();
  const worker = async () => {
    for (const seed of next) ends.push(await run(seed));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(ends.flatMap(({ error }) => error ?? [])).toEqual([]);
  if (REPLAY !== undefined) return;
  const share = (kind: Ended["kind"]) => ends.filter((end) => end.kind === kind).length / ends.length;
  // The faults are not so wild that little comes to an end, nor so tame that nothing fails.
  expect(share("deployed")).toBeGreaterThan(0.4);
  expect(share("failed")).toBeGreaterThan(0.1);
  expect(share("not started")).toBeLessThan(0.2);
}, 3_600_000);

interface Ended {
  readonly kind: "deployed" | "failed" | "not started" | "wrong";
  readonly error?: string;
}

async function run(seed: string): Promise<Ended> {
  try {
    return { kind: await deployAndCheck(seed) };
  } catch (error) {
    return {
      kind: "wrong",
      error: `E2E_FAULT_SEED=${seed}: ${error instanceof Error ? error.message : error}`,
    };
  }
}

async function deployAndCheck(seed: string): Promise<Ended["kind"]> {
  const draw = drawing(seed);
  const pace = { operation: 200 + draw() * 3_000, changeSet: 50 + draw() * 500 };
  // biome-ignore lint/plugin: drawn at random, so that the looks fall anywhere; what is checked holds wherever they do
  await using stage = await openSmallStage({ aws: { durations: pace, seed, pageSize: 5 } });
  const isNew = draw() < 0.4;
  // Twice, so that a stale answer tells of a stack that is there.
  for (const title of isNew ? [] : ["long ago", "before"]) {
    const stack = { stackName: STACK, template: templateOf(title) };
    if (title === "before") stage.aws.cloudFormation.updateStackByHand(stack);
    else stage.aws.cloudFormation.putStack(stack);
  }
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: templateOf("after") },
  });
  for (const fault of passingFaults(seed, draw)) stage.aws.faults.add(fault);
  for (const fault of githubFaults(draw)) stage.github.faults.add(fault);
  const first = await preview(stage, number, "opened");
  expect(first.timedOut).toBe(false);
  expect(outcome(first), first.text).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  for (const fault of deployFaults(seed, draw)) stage.aws.faults.add(fault);
  const step = await deploy(stage);
  stage.github.faults.clear();
  try {
    return await check(stage, number, step, isNew);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${step.text}`, { cause: error });
  }
}

/** What came of it, having checked it against what really happened. */
async function check(stage: Stage, number: number, step: Step, isNew: boolean): Promise<Ended["kind"]> {
  expect(step).toMatchObject({ timedOut: false, signal: null, problems: [] });
  const stack = stage.aws.cloudFormation.stack(STACK);
  const own = stack?.events.filter(({ token }) => token?.startsWith("aurora-deploy-")) ?? [];
  const starts = own.filter(
    ({ physicalId, status }) => physicalId === stack?.id && /^(CREATE|UPDATE)_IN_PROGRESS$/.test(status),
  );
  if (starts.length === 0) {
    expect(step.exitCode).toBe(1);
    expect(step.outputs["deploy-result"]).not.toBe("deployed");
    return "not started";
  }
  expect(starts).toHaveLength(1);
  const from = stack?.events.findIndex(({ id }) => id === starts[0]?.id) ?? 0;
  const happened = stack?.events.slice(from) ?? [];
  const lines = step.text.split("\n").filter((line) => /^\d\d:\d\d:\d\d /.test(line));
  expect(lines).toHaveLength(happened.length);
  const good = stack?.status === (isNew ? "CREATE_COMPLETE" : "UPDATE_COMPLETE");
  expect(step.outputs["deploy-result"]).toBe(good ? "deployed" : "failed");
  expect(step.exitCode).toBe(good ? 0 : 1);
  expect(step.outputs["stack-status"]).toBe(stack?.status);
  const comments = await botComments(stage, number);
  expect(comments).toHaveLength(1);
  if (good) expect(step.outputs.First).toMatch(/^arn:aws:sns:/);
  else expect(step.annotations.at(-1)?.message).toContain("broken on purpose");
  return good ? "deployed" : "failed";
}

/** Troubles on the way to AWS and back, none of which may change what comes of it. */
function passingFaults(seed: string, draw: () => number): readonly Fault[] {
  const passing = (["throttle", "server-error", "unavailable", "reset", "lost-response"] as const)
    .filter(() => draw() < 0.5)
    .map((scenario): Fault => ({ scenario, probability: 0.05, seed: `${seed}/${scenario}` }));
  return [
    ...passing,
    { scenario: "stale-change-set", times: Math.floor(draw() * 3) },
    // For the preview and the deploy alike: what AWS cannot describe it cannot describe twice.
    ...(draw() < 0.3 ? [{ scenario: "dropped-changes", resource: pick(draw) } as const] : []),
    // biome-ignore lint/plugin: one of the troubles; nothing happens in that time that a test waits for
    { scenario: "slow", ms: 400, probability: 0.05, seed: `${seed}/slow` },
  ];
}

function deployFaults(seed: string, draw: () => number): readonly Fault[] {
  const stale: Fault = { scenario: "stale-describe", times: Math.floor(draw() * 4) };
  if (draw() >= 0.4) return [stale];
  const fails: Fault = { scenario: "resource-fails", resource: pick(draw), reason: "broken on purpose" };
  const rollbackFails: Fault = { scenario: "rollback-fails", reason: "broken on purpose, too", seed };
  return draw() < 0.3 ? [stale, fails, rollbackFails] : [stale, fails];
}

function githubFaults(draw: () => number): readonly GitHubFault[] {
  const every = () => 7 + Math.floor(draw() * 20);
  const all: readonly GitHubFault[] = [
    { every: every(), failure: { kind: "status", status: 502 } },
    { every: every(), failure: { kind: "reset" } },
    { every: every(), method: "GET", failure: { kind: "status", status: 503 }, when: "after" },
    // biome-ignore lint/plugin: one of the troubles; nothing happens in that time that a test waits for
    { every: every(), failure: { kind: "slow", milliseconds: 300 } },
  ];
  return all.filter(() => draw() < 0.4);
}

function templateOf(title: string): string {
  const topics = NAMES.map((id) => [
    id,
    { Type: "AWS::SNS::Topic", Properties: { DisplayName: `${title}-${id}` } },
  ]);
  return JSON.stringify({
    Resources: Object.fromEntries(topics),
    Outputs: { First: { Value: { Ref: "A" } } },
  });
}

function pick(draw: () => number): string {
  return NAMES[Math.floor(draw() * NAMES.length)] ?? "A";
}

/** Numbers in [0, 1) that a seed decides. */
function drawing(seed: string): () => number {
  const letters = seededRandom(seed);
  return () =>
    [...letters(8)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_007, 7) / 10_007;
}
