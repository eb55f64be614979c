import { describe, expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import {
  calls,
  lettingGo,
  openSmallStage,
  outcome,
  putStack,
  STACK,
  statusOf,
  template,
  timeIsOver,
} from "../stack.ts";
import { changingCalls, destroy } from "./stage.ts";

/** The log's line that the deletion has begun. */
const DELETING = /Queue.*DELETE_IN_PROGRESS/;

async function openStack(): Promise<Stage> {
  const stage = await openSmallStage();
  putStack(stage);
  stage.aws.forgetRequests();
  return stage;
}

describe("the states that a stack can be in", () => {
  test.concurrent("none: no changes, and green", async () => {
    await using stage = await openSmallStage();
    const step = await destroy(stage, STACK);
    expect(outcome(step)).toEqual({ exitCode: 0, result: "no-changes" });
    expect(step.outputs["has-changes"]).toBe("false");
    expect(step.summary).toContain("nothing to destroy");
    expect(changingCalls(stage)).toEqual([]);
  });

  test.concurrent("an empty shell that a change set left", async () => {
    await using stage = await openSmallStage();
    stage.aws.call("cloudformation", "CreateChangeSet", {
      ...{ StackName: STACK, ChangeSetName: "first", ChangeSetType: "CREATE", TemplateBody: template() },
    });
    expect(statusOf(stage)).toBe("REVIEW_IN_PROGRESS");
    expect(outcome(await destroy(stage, STACK))).toEqual({ exitCode: 0, result: "destroyed" });
    expect(statusOf(stage)).toBeUndefined();
  });

  test.concurrent("a failed creation's shell", async () => {
    await using stage = await openSmallStage();
    stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "create" });
    putStack(stage);
    expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
    expect(outcome(await destroy(stage, STACK))).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("busy: its operation is waited for", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    stage.aws.call("cloudformation", "UpdateStack", {
      ...{ StackName: STACK, TemplateBody: template({ timeout: 60 }) },
    });
    const step = await destroy(stage, STACK, lettingGo(hold, /is UPDATE_IN_PROGRESS: waiting/));
    expect(step.text).toContain("waiting until that is over");
    expect(outcome(step)).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("busy by somebody who was quicker: looked at anew, and then deleted", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    stage.aws.on({ operation: "DeleteStack", nth: 1, when: "before" }, () => {
      stage.aws.call("cloudformation", "UpdateStack", {
        ...{ StackName: STACK, TemplateBody: template({ timeout: 60 }) },
      });
    });
    const step = await destroy(stage, STACK, lettingGo(hold, /is UPDATE_IN_PROGRESS: waiting/));
    expect(outcome(step), step.text).toEqual({ exitCode: 0, result: "destroyed" });
    expect(step.text).toMatch(/It takes about \d+ s.*, a guess from typical times\./);
    expect(calls(stage, "DeleteStack").map((call) => call.outcome)).toEqual(["ValidationError", "ok"]);
  });
});

describe("a deletion that fails", () => {
  test.concurrent("names the cause and commands that work; run again, it goes on from there", async () => {
    await using stage = await openSmallStage();
    putStack(stage, { topics: ["News"] });
    const fault = stage.aws.faults.add({
      ...{
        scenario: "resource-fails",
        resource: "Queue",
        on: "delete",
        reason: "Access to the queue was denied",
      },
    });
    const step = await destroy(stage, STACK);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    expect(statusOf(stage)).toBe("DELETE_FAILED");
    expect(step.outputs["stack-status"]).toBe("DELETE_FAILED");
    for (const text of [step.summary, step.text]) {
      expect(text).toContain("Access to the queue was denied");
      expect(text).toContain("delete-stack --region us-east-1 --stack-name app --retain-resources Queue");
    }
    stage.aws.faults.remove(fault);
    const again = await destroy(stage, STACK, { again: { runId: step.runId, attempt: 2 } });
    expect(outcome(again)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(statusOf(stage)).toBeUndefined();
  });

  test.concurrent("after it took the last snapshot: the retry names that snapshot", async () => {
    await using stage = await openSmallStage();
    const Cluster = {
      ...{ Type: "AWS::RDS::DBCluster", DependsOn: "Queue" },
      Properties: { DBClusterIdentifier: "db", Engine: "aurora-postgresql" },
    };
    const body = JSON.stringify({ Resources: { Cluster, Queue: { Type: "AWS::SQS::Queue" } } });
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: body });
    const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "delete" });
    const step = await destroy(stage, STACK);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    const [snapshot] = stage.aws.cloudFormation.snapshots;
    expect(snapshot?.of).toBe("db");
    expect(step.outputs["final-snapshot"]).toBe(snapshot?.id);
    stage.aws.faults.remove(fault);
    const again = await destroy(stage, STACK);
    expect(outcome(again)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(again.outputs["final-snapshot"]).toBe(snapshot?.id);
  });

  test.concurrent("in a nested stack: the cause is named with its path", async () => {
    await using stage = await openSmallStage();
    stage.aws.objects.put("templates", "inner.json", template({ topics: ["News"] }));
    const TemplateURL = "https://templates.s3.amazonaws.com/inner.json";
    const Inner = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } };
    stage.aws.cloudFormation.putStack({
      stackName: STACK,
      template: JSON.stringify({ Resources: { Inner } }),
    });
    stage.aws.faults.add({ scenario: "resource-fails", resource: "News", on: "delete", reason: "No" });
    const step = await destroy(stage, STACK);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
    for (const text of [step.summary, step.text]) expect(text).toContain("Inner/News");
  });

  test.concurrent("refused at once: the termination protection comes back", async () => {
    await using stage = await openStack();
    stage.aws.call("cloudformation", "UpdateTerminationProtection", {
      ...{ StackName: STACK, EnableTerminationProtection: "true" },
    });
    stage.aws.faults.add({ scenario: "access-denied", operation: "DeleteStack" });
    const step = await destroy(stage, STACK, { inputs: { "termination-protection": "false" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
    expect(step.summary).toContain("nothing was deleted");
    expect(stage.aws.cloudFormation.stack(STACK)?.terminationProtection).toBe(true);
  });
});

describe("a deletion that nobody watches to its end", () => {
  test.concurrent("killed half-way and run again: followed, and its end is told", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    const killed = await destroy(stage, STACK, { stop: { with: "SIGKILL", whenLog: DELETING } });
    expect(killed.signal).toBe("SIGKILL");
    const again = await destroy(stage, STACK, {
      again: { runId: killed.runId, attempt: 2 },
      ...lettingGo(hold, DELETING),
    });
    expect(again.text).toContain("An earlier attempt of this destroy is still running");
    expect(outcome(again)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(calls(stage, "DeleteStack")).toHaveLength(1);
  });

  test.concurrent("another run at the same time waits, and finds nothing left", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    const killed = await destroy(stage, STACK, { stop: { with: "SIGKILL", whenLog: DELETING } });
    expect(killed.signal).toBe("SIGKILL");
    const other = await destroy(stage, STACK, lettingGo(hold, /is DELETE_IN_PROGRESS: waiting/));
    expect(outcome(other)).toEqual({ exitCode: 0, result: "no-changes" });
    expect(calls(stage, "DeleteStack")).toHaveLength(1);
  });

  test.concurrent("another run that asks at the very same moment: its deletion is followed", async () => {
    await using stage = await openStack();
    stage.aws.on({ operation: "DeleteStack", nth: 1, when: "before" }, () => {
      stage.aws.call("cloudformation", "DeleteStack", {
        StackName: STACK,
        ClientRequestToken: "destroy-77-1-a",
      });
    });
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await destroy(stage, STACK, lettingGo(hold, /Another run's deletion was quicker/));
    expect(outcome(step), step.text).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("cancelled: AWS goes on, and nobody says that it is done", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await destroy(stage, STACK, { stop: { with: "cancel", whenLog: DELETING } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(step.summary).toContain("the deletion is no longer watched");
    hold.letGo();
  });

  test.concurrent("timeout-minutes: failed, and how to go on", async () => {
    await using stage = await openStack();
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await destroy(stage, STACK, timeIsOver(DELETING));
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
    expect(step.summary).toContain("Run this job again to follow it to its end");
    hold.letGo();
  });

  test.concurrent("an answer that is lost: the deletion is followed by what its events say", async () => {
    await using stage = await openStack();
    stage.aws.faults.add({ scenario: "lost-response", operation: "DeleteStack", times: 1 });
    expect(outcome(await destroy(stage, STACK))).toEqual({ exitCode: 0, result: "destroyed" });
    expect(statusOf(stage)).toBeUndefined();
  });

  test.concurrent("killed while the protections are lifted, and run again", async () => {
    const table = (on: boolean) =>
      JSON.stringify({
        Resources: {
          Pool: {
            Type: "AWS::Cognito::UserPool",
            Properties: { DeletionProtection: on ? "ACTIVE" : "INACTIVE" },
          },
        },
      });
    await using stage = await openSmallStage({ repository: { files: { "stack.json": table(false) } } });
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: table(true) });
    const inputs = { "termination-protection": "false" };
    const hold = stage.aws.cloudFormation.hold(STACK);
    const killed = await destroy(stage, STACK, {
      inputs,
      stop: { with: "SIGKILL", whenLog: /Pool.*UPDATE_IN_PROGRESS/ },
    });
    expect(killed.signal).toBe("SIGKILL");
    const again = await destroy(stage, STACK, {
      ...{ inputs, again: { runId: killed.runId, attempt: 2 } },
      ...lettingGo(hold, /is UPDATE_IN_PROGRESS: waiting/),
    });
    expect(outcome(again)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(calls(stage, "ExecuteChangeSet")).toHaveLength(1);
  });
});
