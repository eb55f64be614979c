import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { botComments, calls, outcome, preview } from "../stack.ts";
import {
  DEPLOYED,
  openDatabaseStage,
  type Parameters,
  PRODUCTION,
  propose,
  resource,
  STACK,
} from "./database.ts";

const { AvailabilityZoneA: zoneA, AvailabilityZoneB: zoneB, ...UNNAMED } = PRODUCTION;
const KEPT = "`AvailabilityZoneA`";

test.concurrent("the zones of the subnets pin the instances without anybody naming them, and stay", async () => {
  await using stage = await openDatabaseStage(UNNAMED);
  const created = await propose(stage, UNNAMED);
  expect(outcome(created.deployed)).toEqual(DEPLOYED);
  expect(created.comment).toContain("| `AvailabilityZoneA` | `us-east-1a` — the zone of `SubnetIdA` |");
  expect(created.comment).toContain("| `AvailabilityZoneB` | `us-east-1b` — the zone of `SubnetIdB` |");
  expect(zones(stage)).toEqual(["us-east-1a", "us-east-1b"]);

  const asked = calls(stage, "DescribeSubnets").length;
  const larger = await propose(stage, { ...UNNAMED, MaxCapacity: "4" });
  expect(outcome(larger.deployed)).toEqual(DEPLOYED);
  expect(larger.comment).toMatch(/: 1 modify/);
  expect(larger.comment).toContain(KEPT);
  expect(zones(stage)).toEqual(["us-east-1a", "us-east-1b"]);
  expect(calls(stage, "DescribeSubnets")).toHaveLength(asked);
});

test.concurrent("found or named, it is one digest: the zones are bound as any parameter is", async () => {
  const digestOf = async (parameters: Parameters) => {
    await using stage = await openDatabaseStage(UNNAMED);
    const files = { "production.json": JSON.stringify(parameters), "note.txt": "" };
    const number = await stage.repository.openPullRequest({ head: "database", files });
    const step = await preview(stage, number, "opened");
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    return step.outputs["change-digest"];
  };
  const [found, named, other] = await Promise.all([
    digestOf({ ...UNNAMED, AvailabilityZoneA: "" }),
    digestOf(PRODUCTION),
    // Another subnet, another zone.
    digestOf({ ...UNNAMED, SubnetIdA: "subnet-0a1b2c3d4e5f60a02" }),
  ]);
  expect(found).toBe(named);
  expect(other).not.toBe(named);
  expect([zoneA, zoneB]).toEqual(["us-east-1a", "us-east-1b"]);
});

test.concurrent.for<Parameters>([{}, { AvailabilityZoneA: "", AvailabilityZoneB: "" }])(
  "an update that takes defaults, or names empty zones, leaves them as they are: %j",
  async (empty) => {
    await using stage = await openDatabaseStage(UNNAMED, { "missing-parameters": "default" });
    expect(outcome((await propose(stage, UNNAMED)).deployed)).toEqual(DEPLOYED);
    const larger = await propose(stage, { ...UNNAMED, ...empty, MaxCapacity: "4" });
    expect(larger.comment).toMatch(/: 1 modify/);
    expect(outcome(larger.deployed)).toEqual(DEPLOYED);
    expect(zones(stage)).toEqual(["us-east-1a", "us-east-1b"]);
  },
);

test.concurrent("a stack whose zones RDS chose is not pinned later", async () => {
  await using stage = await openDatabaseStage(UNNAMED, { preflight: "false" });
  const created = await propose(stage, UNNAMED);
  expect(outcome(created.deployed)).toEqual(DEPLOYED);
  expect(zones(stage)).toEqual([undefined, undefined]);
  const asking = { ...UNNAMED, MaxCapacity: "4" };
  const larger = await propose(stage, asking);
  expect(larger.comment).toMatch(/: 1 modify/);
  expect(calls(stage, "DescribeSubnets")).toEqual([]);
});

test.concurrent("where the role may not ask, that is said, and RDS chooses as before", async () => {
  await using stage = await openDatabaseStage(UNNAMED);
  stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeSubnets" });
  const { previewed, deployed } = await propose(stage, UNNAMED);
  expect(previewed.text).toMatch(
    /the zones of subnet-\w+, subnet-\w+, so AvailabilityZoneA, AvailabilityZoneB stay empty \(the role lacks ec2:DescribeSubnets\)/,
  );
  expect(outcome(deployed)).toEqual(DEPLOYED);
  expect(zones(stage)).toEqual([undefined, undefined]);
});

test.concurrent("asked in the preview and not in the deploy: nothing unreviewed is executed", async () => {
  await using stage = await openDatabaseStage(UNNAMED);
  const files = { "production.json": JSON.stringify({ ...UNNAMED, MaxCapacity: "2" }) };
  const number = await stage.repository.openPullRequest({ head: "database", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  expect((await botComments(stage, number))[0]?.body).toContain("the zone of");
  await stage.repository.merge(number);
  stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeSubnets" });
  const step = await stage.run(await stage.repository.event.push("main"));
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "blocked" });
  expect(step.text).toContain("the role lacks ec2:DescribeSubnets");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

function zones(stage: Stage): readonly unknown[] {
  return ["AuroraInstanceA", "AuroraInstanceB"].map(
    (id) => resource(stage, id, STACK).properties.AvailabilityZone,
  );
}
