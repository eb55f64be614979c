import {
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { startAws } from "../aws/server.ts";
import { type Bench, startBench, templateOf, topic } from "./fixture.ts";

const DAY = 86_400_000;
const two = (title: string) =>
  templateOf({ A: topic({ DisplayName: title }), B: { ...topic({ DisplayName: title }), DependsOn: "A" } });

async function startUpdating(bench: Bench, name = "app"): Promise<void> {
  await bench.client.send(new UpdateStackCommand({ StackName: name, TemplateBody: two("second") }));
}

test("a held operation begins, and nothing of it ends before it is let go", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: two("first") });
  const before = (await bench.story()).length;
  const hold = bench.aws.cloudFormation.hold("app");
  expect(hold.isHolding()).toBe(false);
  expect(hold.letGo).toThrow("Nothing of app has begun");
  await startUpdating(bench);
  bench.clock.advance(DAY);
  expect(hold.isHolding()).toBe(true);
  expect((await bench.story()).slice(before)).toEqual([
    "app UPDATE_IN_PROGRESS - User Initiated",
    "A UPDATE_IN_PROGRESS",
  ]);
  hold.letGo();
  expect(hold.isHolding()).toBe(false);
  const letGoAt = bench.clock.now();
  bench.clock.advance(DAY);
  hold.letGo();
  expect((await bench.story()).slice(before + 2)).toEqual([
    "A UPDATE_COMPLETE",
    "B UPDATE_IN_PROGRESS",
    "B UPDATE_COMPLETE",
    "app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_COMPLETE",
  ]);
  const times = (await bench.events()).slice(before + 2).map(({ Timestamp }) => Number(Timestamp) - letGoAt);
  expect(times).toEqual([0, 0, 4_000, 4_500, 5_000]);
});

test("a stack beside it and its own reads go on; nested stacks are held with their root", async () => {
  const bench = await startBench();
  bench.aws.objects.put("templates", "first.json", two("first"));
  bench.aws.objects.put("templates", "second.json", two("second"));
  const parent = (key: string) =>
    templateOf({
      First: topic({ DisplayName: key }),
      Child: {
        Type: "AWS::CloudFormation::Stack",
        Properties: { TemplateURL: `${bench.aws.url}/templates/${key}.json` },
        DependsOn: "First",
      },
    });
  bench.aws.cloudFormation.putStack({ stackName: "other", template: two("first") });
  const hold = bench.aws.cloudFormation.hold("app");
  const { ChangeSetId } = await bench.propose({ ChangeSetType: "CREATE", TemplateBody: parent("first") });
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  await startUpdating(bench, "other");
  bench.clock.advance(DAY);
  expect((await bench.stack("other")).StackStatus).toBe("UPDATE_COMPLETE");
  // The nested stack comes after the topic, which does not end.
  expect((await bench.client.send(new DescribeStacksCommand({}))).Stacks).toHaveLength(2);
  hold.letGo();
  bench.clock.advance(DAY);
  expect((await bench.client.send(new DescribeStacksCommand({}))).Stacks).toHaveLength(3);
  const again = bench.aws.cloudFormation.hold("app");
  await bench.client.send(new UpdateStackCommand({ StackName: "app", TemplateBody: parent("second") }));
  bench.clock.advance(DAY);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_IN_PROGRESS");
  again.letGo();
  bench.clock.advance(DAY);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_COMPLETE");
});

test("finish: what is under way comes to its end at once, a failure, a deletion and a change set, too", async () => {
  const bench = await startBench();
  const { cloudFormation, faults } = bench.aws;
  cloudFormation.putStack({ stackName: "app", template: two("first") });
  faults.add({ scenario: "resource-fails", resource: "B", on: "update", reason: "no" });
  await startUpdating(bench);
  cloudFormation.finish("app");
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  await bench.client.send(
    new CreateChangeSetCommand({ StackName: "app", ChangeSetName: "s", TemplateBody: two("third") }),
  );
  const set = new DescribeChangeSetCommand({ StackName: "app", ChangeSetName: "s" });
  expect((await bench.client.send(set)).Status).toBe("CREATE_PENDING");
  cloudFormation.finish("app");
  expect((await bench.client.send(set)).Status).toBe("CREATE_COMPLETE");
  const hold = cloudFormation.hold("app");
  await bench.client.send(new DeleteStackCommand({ StackName: "app" }));
  expect(() => cloudFormation.finish("app")).toThrow("app is held");
  hold.letGo();
  cloudFormation.finish("app");
  expect(cloudFormation.stack("app")).toBeUndefined();
});

test("a rollback that is held begins, and nothing of it happens before it is let go", async () => {
  const bench = await startBench();
  const { cloudFormation, faults } = bench.aws;
  cloudFormation.putStack({ stackName: "app", template: two("first") });
  faults.add({ scenario: "resource-fails", resource: "B", on: "update", reason: "no" });
  const hold = cloudFormation.hold("app", "rollback");
  await startUpdating(bench);
  expect(hold.letGo).toThrow("there is no rollback held");
  bench.clock.advance(DAY);
  expect((await bench.story()).at(-1)).toMatch(/^app UPDATE_ROLLBACK_IN_PROGRESS/);
  expect(hold.isHolding()).toBe(true);
  expect(() => cloudFormation.finish("app")).toThrow("app is held");
  hold.letGo();
  bench.clock.advance(DAY);
  expect((await bench.stack()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("a change set that is held is being made until it is let go", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: two("first") });
  const hold = bench.aws.cloudFormation.hold("app", "change-set");
  expect(hold.letGo).toThrow("there is no change-set held");
  const { ChangeSetId, Status } = await bench.propose({ TemplateBody: two("second") });
  bench.clock.advance(DAY);
  expect(Status).toBe("CREATE_IN_PROGRESS");
  expect(hold.isHolding()).toBe(true);
  hold.letGo();
  const set = await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName: ChangeSetId }));
  expect(set.Status).toBe("CREATE_COMPLETE");
});

test("of two change sets one can be held, and the other is made meanwhile", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: two("first") });
  const hold = bench.aws.cloudFormation.hold("app", "one-change-set");
  expect(hold.letGo).toThrow("there is no one-change-set held");
  const first = await bench.propose({ ChangeSetName: "first", TemplateBody: two("second") });
  const second = await bench.propose({ ChangeSetName: "second", TemplateBody: two("third") });
  bench.clock.advance(DAY);
  const status = async (ChangeSetName = "") =>
    (await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName }))).Status;
  expect(await status(first.ChangeSetId)).toBe("CREATE_IN_PROGRESS");
  expect(await status(second.ChangeSetId)).toBe("CREATE_COMPLETE");
  hold.letGo();
  expect(await status(first.ChangeSetId)).toBe("CREATE_COMPLETE");
});

test("a test can act at a request, before it takes effect or before it is answered, and hold its answer", async () => {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: two("first") });
  const before = bench.aws.on({ operation: "DescribeStacks", nth: 2, when: "before" }, () =>
    bench.aws.cloudFormation.updateStackByHand({ stackName: "app", template: two("second") }),
  );
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const after = bench.aws.on({ operation: "DescribeStacks", when: "after" }, () => held);
  let answered = 0;
  const ask = async () => {
    const { StackStatus } = await bench.stack();
    answered += 1;
    return StackStatus;
  };
  const first = ask();
  await expect.poll(() => after.times()).toBe(1);
  expect([before.times(), answered]).toEqual([0, 0]);
  letGo();
  expect(await first).toBe("CREATE_COMPLETE");
  expect(await ask()).toBe("UPDATE_COMPLETE");
  after.off();
  expect(await ask()).toBe("UPDATE_COMPLETE");
  expect([before.times(), after.times()]).toEqual([1, 2]);
});

test("what goes wrong in such an act is told when the sandbox closes", async () => {
  const aws = await startAws();
  aws.on({ operation: "ListStacks", when: "before" }, () => aws.cloudFormation.hold("none").letGo());
  await fetch(aws.url, { method: "POST", body: "Action=ListStacks&Version=2010-05-15" });
  await expect(aws.close()).rejects.toMatchObject({
    errors: [expect.objectContaining({ message: expect.stringContaining("Nothing of none has begun") })],
  });
});
