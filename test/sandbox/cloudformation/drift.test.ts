import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  ListStackResourcesCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench, templateOf, topic } from "./fixture.ts";

const template = templateOf({ A: topic({ DisplayName: "one" }), B: topic(), C: topic() });

async function detect(bench: Bench) {
  const { StackDriftDetectionId } = await bench.client.send(
    new DetectStackDriftCommand({ StackName: "app" }),
  );
  const status = () =>
    bench.client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }));
  expect((await status()).DetectionStatus).toBe("DETECTION_IN_PROGRESS");
  bench.clock.advance(60_000);
  return status();
}

test("drift is found resource by resource, property by property", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template });
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "IN_SYNC", DriftedStackResourceCount: 0 });
  bench.aws.cloudFormation.changeResourceByHand("app", "A", { DisplayName: "by hand" });
  bench.aws.cloudFormation.changeResourceByHand("app", "B", null);
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "DRIFTED", DriftedStackResourceCount: 2 });
  const { StackResourceDrifts = [] } = await bench.client.send(
    new DescribeStackResourceDriftsCommand({ StackName: "app" }),
  );
  expect(StackResourceDrifts.map(({ StackResourceDriftStatus }) => StackResourceDriftStatus)).toEqual([
    "MODIFIED",
    "DELETED",
    "IN_SYNC",
  ]);
  expect(StackResourceDrifts[0]?.PropertyDifferences).toEqual([
    {
      PropertyPath: "/DisplayName",
      ExpectedValue: "one",
      ActualValue: "by hand",
      DifferenceType: "NOT_EQUAL",
    },
  ]);
});

test("REVERT_DRIFT brings reality back, with three values", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template });
  bench.aws.cloudFormation.changeResourceByHand("app", "A", { DisplayName: "by hand" });
  expect((await bench.propose({ TemplateBody: template })).Status).toBe("FAILED");
  const set = await bench.deploy({ TemplateBody: template, DeploymentMode: "REVERT_DRIFT" });
  expect(set.DeploymentMode).toBe("REVERT_DRIFT");
  expect(set.Changes?.[0]?.ResourceChange).toMatchObject({
    Action: "SyncWithActual",
    ResourceDriftStatus: "MODIFIED",
    Details: [
      {
        Target: {
          BeforeValue: "by hand",
          AfterValue: "one",
          AttributeChangeType: "SyncWithActual",
          BeforeValueFrom: "ACTUAL_STATE",
          AfterValueFrom: "TEMPLATE",
          Drift: { PreviousValue: "one", ActualValue: "by hand" },
        },
      },
    ],
  });
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "IN_SYNC" });
});

test("a resource that cannot be checked makes the stack UNKNOWN, unless another one drifted", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template });
  bench.aws.faults.add({ scenario: "drift-unknown", resource: "B", reason: "Rate exceeded" });
  expect(await detect(bench)).toMatchObject({
    DetectionStatus: "DETECTION_COMPLETE",
    StackDriftStatus: "UNKNOWN",
    DriftedStackResourceCount: 0,
  });
  const { StackResourceDrifts = [] } = await bench.client.send(
    new DescribeStackResourceDriftsCommand({
      StackName: "app",
      StackResourceDriftStatusFilters: ["UNKNOWN"],
    }),
  );
  expect(StackResourceDrifts).toMatchObject([
    { LogicalResourceId: "B", StackResourceDriftStatus: "UNKNOWN", DriftStatusReason: "Rate exceeded" },
  ]);
  bench.aws.cloudFormation.changeResourceByHand("app", "A", { DisplayName: "by hand" });
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "DRIFTED", DriftedStackResourceCount: 1 });
});

test("a type that has no drift detection is not checked, and is in no list of drifts", async () => {
  const bench = await startBench();
  const service = { ServiceToken: "arn:aws:lambda:us-east-1:123456789012:function:zone" };
  const custom = templateOf({ A: topic(), Zone: { Type: "Custom::Zone", Properties: service } });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: custom });
  const statuses = async () => {
    const listed = await bench.client.send(new ListStackResourcesCommand({ StackName: "app" }));
    return listed.StackResourceSummaries?.map(({ DriftInformation }) => DriftInformation);
  };
  const never = { StackResourceDriftStatus: "NOT_CHECKED" };
  expect(await statuses()).toEqual([never, never]);
  bench.aws.cloudFormation.changeResourceByHand("app", "Zone", null);
  bench.aws.faults.add({ scenario: "drift-unknown", resource: "Zone" });
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "IN_SYNC", DriftedStackResourceCount: 0 });
  expect(await statuses()).toEqual([
    { StackResourceDriftStatus: "IN_SYNC", LastCheckTimestamp: expect.any(Date) },
    never,
  ]);
  const { StackResourceDrifts = [] } = await bench.client.send(
    new DescribeStackResourceDriftsCommand({ StackName: "app" }),
  );
  expect(StackResourceDrifts.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(["A"]);
});

test("a nested stack is a resource like any other: what it holds is not looked at", async () => {
  const bench = await startBench();
  const url = "https://templates.s3.us-east-1.amazonaws.com/child.json";
  bench.aws.objects.put("templates", "child.json", template);
  const nested = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: url } };
  bench.aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Child: nested }) });
  const child = bench.aws.cloudFormation.stack("app")?.resources.get("Child")?.physicalId ?? "";
  bench.aws.cloudFormation.changeResourceByHand(child, "A", { DisplayName: "by hand" });
  expect(await detect(bench)).toMatchObject({ StackDriftStatus: "IN_SYNC", DriftedStackResourceCount: 0 });
  expect((await bench.stack(child)).DriftInformation?.StackDriftStatus).toBe("NOT_CHECKED");
});

test("one detection of a stack at a time", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template });
  const begin = () => bench.client.send(new DetectStackDriftCommand({ StackName: "app" }));
  await begin();
  await expect(begin()).rejects.toThrow(/^Drift detection is already in progress for stack/);
  bench.clock.advance(60_000);
  await begin();
});

test("detection itself can fail", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template });
  bench.aws.faults.add({ scenario: "drift-detection-fails", reason: "no permission" });
  expect(await detect(bench)).toMatchObject({
    DetectionStatus: "DETECTION_FAILED",
    DetectionStatusReason: "no permission",
  });
});
