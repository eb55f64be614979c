import { expect, test } from "vitest";
import { openSmallStage, outcome, putStack, STACK, template } from "./stack.ts";

test.concurrent("a schedule finds a stack in sync", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const step = await stage.run(await stage.repository.event.schedule());
  expect(outcome(step)).toEqual({ exitCode: 0, result: "in-sync" });
  expect(step.summary).toContain("in sync");
  expect(step.outputs.QueueArn).toContain("arn:aws:sqs");
});

test.concurrent.for([
  ["auto", 0],
  ["drift", 1],
] as const)(
  "mode %s tells what was changed by hand, per property, and exits %i",
  async ([mode, exitCode]) => {
    await using stage = await openSmallStage();
    putStack(stage, { timeout: 30, topics: ["News"] });
    stage.aws.cloudFormation.changeResourceByHand(STACK, "Queue", { VisibilityTimeout: 99 });
    stage.aws.cloudFormation.changeResourceByHand(STACK, "News", null);
    const step = await stage.run(await stage.repository.event.schedule(), { inputs: { mode } });
    expect(outcome(step)).toEqual({ exitCode, result: "drifted" });
    expect(step.outputs["has-changes"]).toBe("true");
    expect(step.text).toContain("/VisibilityTimeout: 30 → 99");
    expect(step.summary).toContain("2 resources drifted");
    expect(step.summary).toContain("- /VisibilityTimeout: 30");
    expect(step.summary).toContain("+ /VisibilityTimeout: 99");
    expect(step.summary).toMatch(/`News`.*deleted/);
  },
);

test.concurrent("what was changed by hand in a nested stack is drift, too", async () => {
  await using stage = await openSmallStage();
  const { aws } = stage;
  aws.objects.put("templates", "network.json", template({ timeout: 30 }));
  const url = "https://templates.s3.us-east-1.amazonaws.com/network.json";
  const nested = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: url } };
  aws.cloudFormation.putStack({
    stackName: STACK,
    template: JSON.stringify({ Resources: { Network: nested } }),
  });
  const network = aws.cloudFormation.stack(STACK)?.resources.get("Network")?.physicalId ?? "";
  const inSync = await stage.run(await stage.repository.event.schedule());
  expect(outcome(inSync)).toEqual({ exitCode: 0, result: "in-sync" });
  aws.cloudFormation.changeResourceByHand(network, "Queue", { VisibilityTimeout: 99 });
  const step = await stage.run(await stage.repository.event.schedule(), { inputs: { mode: "drift" } });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "drifted" });
  expect(step.summary).toContain("`Network/Queue`");
  expect(step.text).toContain("/VisibilityTimeout: 30 → 99");
});

/** A queue, and what nobody but its own function could check. */
const ZONE = {
  Type: "Custom::Zone",
  Properties: { ServiceToken: "arn:aws:lambda:us-east-1:123456789012:function:zone" },
};

test.concurrent("what CloudFormation cannot check is named, whether or not another thing drifted", async () => {
  await using stage = await openSmallStage();
  const { Resources } = JSON.parse(template());
  const deployed = { Resources: { ...Resources, Zone: ZONE } };
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(deployed) });
  const inSync = await stage.run(await stage.repository.event.schedule(), { inputs: { mode: "drift" } });
  expect(outcome(inSync)).toEqual({ exitCode: 0, result: "in-sync" });
  expect(inSync.text).toContain("in sync, 1 of 2 resources not checked");
  expect(inSync.text).toContain("left out  Zone  Custom::Zone");
  expect(inSync.summary).toContain("Checked: 1 resource. Left out: 1,");
  expect(inSync.summary).toContain("| `Zone` | `Custom::Zone` |");
  stage.aws.cloudFormation.changeResourceByHand(STACK, "Queue", { VisibilityTimeout: 99 });
  const drifted = await stage.run(await stage.repository.event.schedule(), { inputs: { mode: "drift" } });
  expect(outcome(drifted)).toEqual({ exitCode: 1, result: "drifted" });
  expect(drifted.summary).toContain("1 resource drifted, 1 of 2 resources not checked");
  expect(drifted.summary).toContain("| `Zone` | `Custom::Zone` |");
});

test.concurrent("what was left out may be unknown: a role that may not list resources fails nothing", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const operation = "ListStackResources";
  stage.aws.faults.add({ scenario: "access-denied", operation, reason: "not authorized to list" });
  const step = await stage.run(await stage.repository.event.schedule());
  expect(outcome(step)).toEqual({ exitCode: 0, result: "in-sync" });
  expect(step.text).toContain("in sync, what was left out is not known");
  expect(step.summary).toContain("not authorized to list");
});

test.concurrent("a resource that could not be checked is never in sync", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.faults.add({ scenario: "drift-unknown", resource: "Queue", reason: "Rate exceeded" });
  const step = await stage.run(await stage.repository.event.schedule());
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
  expect(step.text).toContain("Queue: Rate exceeded");
});

test.concurrent("a detection that fails is never in sync", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.faults.add({ scenario: "drift-detection-fails", reason: "Access denied to Queue" });
  const step = await stage.run(await stage.repository.event.schedule());
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "error" });
  expect(step.text).toContain("Access denied to Queue");
});

test.concurrent("there is nothing to check where no stack is", async () => {
  await using stage = await openSmallStage();
  const step = await stage.run(await stage.repository.event.schedule());
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.text).toContain(`There is no stack ${STACK}`);
});
