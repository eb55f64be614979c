import { expect, test } from "vitest";
import type { Fault } from "../sandbox/cloudformation/scenarios.ts";
import { seededRandom } from "../sandbox/cloudformation/world.ts";
import { startEngine } from "./engine.ts";
import { requestFor, templateOf, topic } from "./fixture.ts";

/** ENGINE_RUNS for more, ENGINE_SEED to replay one that failed. */
const RUNS = Number(process.env.ENGINE_RUNS ?? 60);
const REPLAY = process.env.ENGINE_SEED;
const AT_ONCE = 12;
const NAMES = ["A", "B", "C", "D", "E"];

test(`${RUNS} deploys with random faults: the verdict is right and every event is told once`, async () => {
  const seeds = REPLAY === undefined ? Array.from({ length: RUNS }, (_, i) => `engine-${i}`) : [REPLAY];
  const kinds = new Map<string, number>();
  for (let i = 0; i < seeds.length; i += AT_ONCE) {
    const ends = await Promise.all(seeds.slice(i, i + AT_ONCE).map(run));
    for (const end of ends) kinds.set(end, (kinds.get(end) ?? 0) + 1);
  }
  // The faults are not so wild that nothing succeeds, nor so tame that nothing fails.
  if (REPLAY === undefined) expect([...kinds.keys()].sort()).toEqual(["failed", "succeeded"]);
});

async function run(seed: string): Promise<string> {
  try {
    return await deployAndCheck(seed);
  } catch (error) {
    throw new Error(`with ENGINE_SEED=${seed}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

async function deployAndCheck(seed: string): Promise<string> {
  const draw = drawing(seed);
  const { aws, deploy, log } = await startEngine({ seed, pageSize: 5 });
  const isNew = draw() < 0.4;
  if (!isNew) aws.cloudFormation.putStack({ stackName: "app", template: templateOf(resourcesOf("before")) });
  for (const fault of faultsFor(seed, draw)) aws.faults.add(fault);
  const request = requestFor(resourcesOf("after"), { type: isNew ? "CREATE" : "UPDATE" });
  const { end, events, changeSet, token } = await deploy(request);

  expect(changeSet.resources.map(({ logicalId }) => logicalId).sort()).toEqual(NAMES);
  const stack = aws.cloudFormation.stack(changeSet.stackArn)!;
  expect(end).toMatchObject({
    kind: stack.status === (isNew ? "CREATE_COMPLETE" : "UPDATE_COMPLETE") ? "succeeded" : "failed",
    status: stack.status,
  });
  const starts = stack.events.filter(
    (event) =>
      event.token === token &&
      event.physicalId === stack.id &&
      /^(CREATE|UPDATE)_IN_PROGRESS$/.test(event.status),
  );
  expect(starts).toHaveLength(1);
  const happened = stack.events.slice(stack.events.indexOf(starts[0]!)).map(({ id }) => id);
  expect(events.map(({ id }) => id).toSorted()).toEqual(happened.toSorted());
  expect(log.filter((line) => /^\d\d:\d\d:\d\d /.test(line))).toHaveLength(happened.length);
  if (end.kind === "failed") expect(end.cause?.reason).toContain("broken on purpose");
  return end.kind;
}

function faultsFor(seed: string, draw: () => number): readonly Fault[] {
  const passing = (["throttle", "server-error", "unavailable", "reset", "lost-response"] as const)
    .filter(() => draw() < 0.5)
    .map((scenario): Fault => ({ scenario, probability: 0.03, seed: `${seed}/${scenario}` }));
  const named = NAMES[Math.floor(draw() * NAMES.length)]!;
  const stale: Fault[] = [
    { scenario: "stale-describe", times: Math.floor(draw() * 3) },
    { scenario: "stale-change-set", times: Math.floor(draw() * 3) },
    { scenario: "dropped-changes", resource: named, probability: 0.5, seed },
  ];
  const failing: Fault[] =
    draw() < 0.4 ? [{ scenario: "resource-fails", resource: named, reason: "broken on purpose" }] : [];
  if (failing.length > 0 && draw() < 0.3)
    failing.push({ scenario: "rollback-fails", reason: "broken on purpose, too" });
  return [...passing, ...stale, ...failing];
}

function resourcesOf(name: string): Record<string, object> {
  return Object.fromEntries(NAMES.map((id) => [id, topic({ DisplayName: `${name}-${id}` })]));
}

/** Numbers in [0, 1) that a seed decides. */
function drawing(seed: string): () => number {
  const letters = seededRandom(seed);
  return () =>
    [...letters(8)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_007, 7) / 10_007;
}
