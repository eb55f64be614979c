import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { untilCancelled } from "../../src/aws/untilCancelled.ts";
import { rejection, requestFor, startEdges, templateOf, topic } from "./fixture.ts";

/** Edges whose job is cancelled while CloudFormation has an operation's first call. */
async function cancelledDuring(operation: string) {
  const edges = await startEdges();
  const cancel = new AbortController();
  untilCancelled(edges.client, cancel.signal);
  edges.aws.on({ operation, nth: 1, when: "before" }, () => cancel.abort());
  const outcomes = () => edges.aws.requests().flatMap((it) => (it.operation === operation ? it.outcome : []));
  return { ...edges, outcomes };
}

/** Longer than the second attempt waits. */
const NEXT_ATTEMPT_MS = 1_000;

describe("when the job is cancelled", () => {
  test("a deletion that AWS throttles is not asked for again", async () => {
    const { aws, stacks, outcomes } = await cancelledDuring("DeleteStack");
    aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
    const { arn = "" } = (await stacks.describe("app")) ?? {};
    aws.faults.add({ scenario: "throttle", operation: "DeleteStack", times: 1 });
    expect(await rejection(stacks.delete(arn, "token"))).toMatchObject({ reasonCode: "cancelled" });
    await sleep(NEXT_ATTEMPT_MS);
    expect(outcomes()).toEqual(["Throttling"]);
  });

  test.each([
    ["throttle", "Throttling", "throttled"],
    ["unavailable", "ServiceUnavailable", "unavailable"],
  ] as const)("an execution that meets %s is not asked for again", async (scenario, outcome, trouble) => {
    const { aws, changeSets, outcomes } = await cancelledDuring("ExecuteChangeSet");
    const made = await changeSets.prepare(requestFor({ Topic: topic() }, { type: "CREATE" }));
    if (made.kind !== "ready") throw new Error(made.reason);
    const { arn: changeSetArn, stackArn } = made.changeSet;
    aws.faults.add({ scenario, operation: "ExecuteChangeSet", times: 1 });
    const execution = changeSets.execute({ changeSetArn, stackArn, token: "token", disableRollback: false });
    // Whether it has begun is left open where the answer is lost.
    expect(await rejection(execution)).toMatchObject({ trouble });
    expect(outcomes()).toEqual([outcome]);
  });
});
