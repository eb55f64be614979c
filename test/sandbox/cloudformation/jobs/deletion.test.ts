import {
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  ListStacksCommand,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { startBench, templateOf, topic } from "../fixture.ts";

const protectedCluster = (on: boolean) => ({
  Type: "AWS::RDS::DBCluster",
  Properties: { Engine: "aurora-postgresql", DBClusterIdentifier: "db", DeletionProtection: on },
});

test("a stack is deleted dependents first, and known by ARN only afterwards", async () => {
  const bench = await startBench();
  const { id } = bench.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({
      A: topic(),
      B: { ...topic(), DependsOn: "A" },
      R: { ...topic(), DeletionPolicy: "Retain" },
    }),
  });
  const before = (await bench.events()).length;
  await bench.client.send(new DeleteStackCommand({ StackName: "app", ClientRequestToken: "bye" }));
  bench.clock.advance(1_000_000);
  expect((await bench.story(id)).slice(before)).toEqual([
    "app DELETE_IN_PROGRESS - User Initiated",
    "B DELETE_IN_PROGRESS",
    "R DELETE_SKIPPED",
    "B DELETE_COMPLETE",
    "A DELETE_IN_PROGRESS",
    "A DELETE_COMPLETE",
    "app DELETE_COMPLETE",
  ]);
  await expect(bench.stack()).rejects.toMatchObject({
    name: "ValidationError",
    message: "Stack with id app does not exist",
  });
  expect(await bench.stack(id)).toMatchObject({
    StackStatus: "DELETE_COMPLETE",
    DeletionTime: expect.any(Date),
  });
  await expect(bench.story("app")).rejects.toThrow("Stack [app] does not exist");
  const { StackSummaries } = await bench.client.send(
    new ListStacksCommand({ StackStatusFilter: ["DELETE_COMPLETE"] }),
  );
  expect(StackSummaries?.map(({ StackName }) => StackName)).toEqual(["app"]);
  await bench.client.send(new DeleteStackCommand({ StackName: "app" }));
  const again = await bench.propose({ ChangeSetType: "CREATE", TemplateBody: templateOf({ A: topic() }) });
  expect(again.StackId).not.toBe(id);
});

test("termination protection holds until it is switched off", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic() }) });
  const protect = (EnableTerminationProtection: boolean) =>
    bench.client.send(
      new UpdateTerminationProtectionCommand({ StackName: "app", EnableTerminationProtection }),
    );
  await protect(true);
  expect((await bench.stack()).EnableTerminationProtection).toBe(true);
  await expect(bench.client.send(new DeleteStackCommand({ StackName: "app" }))).rejects.toMatchObject({
    name: "ValidationError",
    message: "Stack [app] cannot be deleted while TerminationProtection is enabled",
  });
  await protect(false);
  await bench.client.send(new DeleteStackCommand({ StackName: "app" }));
});

test("a forced deletion leaves behind what cannot be deleted", async () => {
  const bench = await startBench();
  const { id } = bench.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({ Cluster: protectedCluster(true), Free: topic() }),
  });
  await bench.client.send(new DeleteStackCommand({ StackName: "app", DeletionMode: "FORCE_DELETE_STACK" }));
  bench.clock.advance(1_000_000);
  expect((await bench.stack(id)).StackStatus).toBe("DELETE_COMPLETE");
  expect((await bench.story(id)).some((line) => line.startsWith("Cluster DELETE_SKIPPED"))).toBe(true);
});

test("a stack that is being updated cannot be deleted, one that is being created can", async () => {
  const bench = await startBench();
  const template = (name: string) => templateOf({ A: topic({ DisplayName: name }) });
  const start = async (input: object) => {
    const { ChangeSetId } = await bench.propose(input);
    await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
    bench.clock.advance(1_500);
  };
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one") });
  await start({ TemplateBody: template("two") });
  await expect(bench.client.send(new DeleteStackCommand({ StackName: "app" }))).rejects.toThrow(
    "Stack [app] cannot be deleted while in status UPDATE_IN_PROGRESS",
  );
  await start({ StackName: "new", ChangeSetType: "CREATE", TemplateBody: template("one") });
  const { StackId = "" } = await bench.stack("new");
  await bench.client.send(new DeleteStackCommand({ StackName: "new" }));
  bench.clock.advance(1_000_000);
  expect((await bench.stack(StackId)).StackStatus).toBe("DELETE_COMPLETE");
  expect(await bench.story(StackId)).toContain("A CREATE_FAILED - Resource creation cancelled");
});

test("what cannot be deleted keeps what it needs, until it is retained", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({
      Group: topic(),
      Cluster: { ...protectedCluster(true), DependsOn: "Group" },
      Free: topic(),
    }),
  });
  await bench.client.send(new DeleteStackCommand({ StackName: "app" }));
  bench.clock.advance(1_000_000);
  const stuck = await bench.stack();
  expect([stuck.StackStatus, stuck.StackStatusReason]).toEqual([
    "DELETE_FAILED",
    "The following resource(s) failed to delete: [Cluster]. ",
  ]);
  const story = await bench.story();
  expect(story.filter((line) => line.startsWith("Group DELETE"))).toEqual([]);
  expect(story).toContain("Free DELETE_COMPLETE");
  await bench.client.send(new DeleteStackCommand({ StackName: "app", RetainResources: ["Cluster"] }));
  bench.clock.advance(1_000_000);
  expect(await bench.story(stuck.StackId)).toContain("Cluster DELETE_SKIPPED");
  expect((await bench.stack(stuck.StackId)).StackStatus).toBe("DELETE_COMPLETE");
});
