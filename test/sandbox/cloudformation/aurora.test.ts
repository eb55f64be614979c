import { readFileSync } from "node:fs";
import { DeleteStackCommand, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench } from "./fixture.ts";

const TEMPLATE = JSON.stringify(
  JSON.parse(readFileSync(new URL("../../../templates/aurora-postgresql.json", import.meta.url), "utf8")),
);
const declared = (JSON.parse(TEMPLATE) as { Parameters: Record<string, { Default?: unknown; Type: string }> })
  .Parameters;

/** A value for every parameter of the bundled template that has no default. */
function parameters(more: Record<string, string> = {}) {
  const fallback = (name: string) => {
    if (/vpc/i.test(name)) return "vpc-0a1b2c3d4e5f60718";
    if (/subnet/i.test(name)) return `subnet-0a1b2c3d4e5f6071${/1|A$|First/.test(name) ? "0" : "1"}`;
    return "production";
  };
  const needed = Object.keys(declared).filter((name) => declared[name]?.Default === undefined);
  const values = { ...Object.fromEntries(needed.map((name) => [name, fallback(name)])), ...more };
  return Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}

const create = (bench: Bench) =>
  bench.deploy({
    ChangeSetType: "CREATE",
    TemplateBody: TEMPLATE,
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    Parameters: parameters(),
  });

test("the bundled template is created whole, with endpoints and a secret", async () => {
  const bench = await startBench();
  const set = await create(bench);
  const resources = Object.keys((JSON.parse(TEMPLATE) as { Resources: object }).Resources);
  expect(set.Changes?.length).toBeGreaterThan(resources.length / 2);
  expect(new Set(set.Changes?.map(({ ResourceChange }) => ResourceChange?.Action))).toEqual(new Set(["Add"]));
  const stack = await bench.stack();
  expect(stack.StackStatus).toBe("CREATE_COMPLETE");
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  expect(outputs.ClusterEndpoint).toMatch(
    /^[a-z0-9-]+-production\.cluster-c[0-9a-f]{11}\.us-east-1\.rds\.amazonaws\.com$/,
  );
  expect(outputs.ReaderEndpoint).toMatch(/\.cluster-ro-c/);
  expect(outputs.SecretArn).toMatch(
    /^arn:aws:secretsmanager:us-east-1:123456789012:secret:[\w-]+-production-\w{6}$/,
  );
  const { StackResources = [] } = await bench.client.send(
    new DescribeStackResourcesCommand({ StackName: "app" }),
  );
  expect(StackResources.every(({ PhysicalResourceId }) => PhysicalResourceId)).toBe(true);
});

test("the same again is no change, and a new suffix replaces nearly everything", async () => {
  const bench = await startBench();
  await create(bench);
  const same = { TemplateBody: TEMPLATE, Capabilities: ["CAPABILITY_NAMED_IAM" as const] };
  expect((await bench.propose({ ...same, Parameters: parameters() })).StatusReason).toMatch(
    /^The submitted information didn't contain changes/,
  );
  const suffix = Object.keys(declared).find((name) => /^environmentSuffix$/i.test(name)) ?? "";
  const renamed = await bench.propose({ ...same, Parameters: parameters({ [suffix]: "staging" }) });
  const replaced = renamed.Changes?.filter(({ ResourceChange }) => ResourceChange?.Replacement === "True");
  expect(replaced?.some(({ ResourceChange }) => ResourceChange?.ResourceType === "AWS::RDS::DBCluster")).toBe(
    true,
  );
});

test("deletion protection keeps the data, not the service", async () => {
  const bench = await startBench();
  await create(bench);
  await bench.client.send(new DeleteStackCommand({ StackName: "app" }));
  bench.clock.advance(10_000_000);
  const stack = await bench.stack();
  expect(stack.StackStatus).toBe("DELETE_FAILED");
  const gone = (await bench.story()).flatMap((line) => /^(\w+) DELETE_COMPLETE$/.exec(line)?.[1] ?? []);
  expect(gone).toEqual(
    expect.arrayContaining(["Dashboard", "CpuAlarm", "MonitoringRole", "AuroraInstanceA", "AuroraInstanceB"]),
  );
  expect(gone).not.toContain("AuroraCluster");
  const failure = (await bench.events()).find(({ ResourceStatus }) => ResourceStatus === "DELETE_FAILED");
  expect(failure?.ResourceStatusReason).toMatch(
    /^Resource handler returned message: "Cannot delete protected Cluster, please disable deletion protection and try again\./,
  );
});
