import { describe, expect, test } from "vitest";
import type { StackResource } from "../../../src/changes/request.ts";
import { decodeMark } from "../../../src/changes/review/mark.ts";
import { ActionError } from "../../../src/errors.ts";
import { checkName, deployCheckName } from "../../../src/flows/job.ts";
import { enqueue, mergePull, openPull } from "../model/gitHub.ts";
import { openSession, STACK } from "../model/session.ts";
import type { AwsPorts } from "../model/truth.ts";

const NAMED = { stackName: STACK, region: "us-east-1", label: undefined };

const KEPT: StackResource = {
  ...{ logicalId: "Queue", physicalId: "https://queue", type: "AWS::SQS::Queue", status: "DELETE_SKIPPED" },
};

/** A pull request of a stack whose creation was rolled back, and what its shell says that it still has. */
async function failedCreation(resources: (calls: number) => readonly StackResource[]) {
  let calls = 0;
  const s = openSession({
    aws: ({ stacks, ...ports }: AwsPorts) => ({
      ...ports,
      stacks: {
        ...stacks,
        resources: async (arn) => {
          const isShell = s.aws.cloudFormation.stack(STACK)?.status === "ROLLBACK_COMPLETE";
          return isShell && arn.includes(`/${STACK}/`) ? resources(++calls) : stacks.resources(arn);
        },
      },
    }),
  });
  s.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
  await s.deploy(s.gitHub.main, { inputs: { "require-review": "false" } });
  expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
  const pull = openPull(s.gitHub, { Topic: "news" });
  return { s, pull };
}

const kept = () => [KEPT];
const refused = () => {
  throw new ActionError("Not allowed.", { reasonCode: "access-denied" });
};

type S = Awaited<ReturnType<typeof failedCreation>>["s"];

const checkOn = (s: S, sha: string, checkedName: string) =>
  s.gitHub.runs.findLast(({ headSha, name }) => headSha === sha && name === checkedName);

const markOn = (s: S, sha: string) => decodeMark(checkOn(s, sha, deployCheckName(NAMED))?.externalId ?? "");

describe("what a failed creation has kept", () => {
  test("keeps the pull request out of the merge queue, as its preview says", async () => {
    const { s, pull } = await failedCreation(kept);
    const preview = await s.preview(pull);
    expect(preview.result?.summary).toContain("**A merge would not deploy this.**");
    const entry = enqueue(s.gitHub, pull);
    if (entry === undefined) throw new Error("in conflict");
    const { result } = await s.mergeGroup(entry);
    expect(result).toMatchObject({ result: "blocked", reasonCode: "stack-unrecoverable" });
    expect(result?.message).toContain("still has Queue = https://queue: it is not deleted.");
    expect(result?.hint).toContain("aws cloudformation delete-stack");
    expect(result?.summary).toContain("blocked, the stack needs repair");
    expect(checkOn(s, entry.headSha, checkName(NAMED))).toMatchObject({ conclusion: "failure" });
  });

  test("stops the deploy before it says that it executes", async () => {
    const { s, pull } = await failedCreation(kept);
    await s.preview(pull);
    mergePull(s.gitHub, pull, "squash");
    const { result, trace } = await s.deploy(s.gitHub.main);
    expect(result).toMatchObject({ result: "failed", reasonCode: "stack-unrecoverable" });
    expect(result?.message).toBe(
      "Stack app is in ROLLBACK_COMPLETE and still has Queue = https://queue: it is not deleted.",
    );
    expect(result?.hint).toContain("aws cloudformation delete-stack");
    // Once, at its end.
    expect(trace.filter((entry) => entry === "> checks.update")).toHaveLength(1);
    expect(markOn(s, s.gitHub.main)).toBeUndefined();
  });
});

describe("a deploy that does not get a failed creation's shell out of the way", () => {
  test.each([
    ["what is in it cannot be listed", refused, "access-denied"],
    ["what it has shows only then", (calls: number) => (calls < 3 ? [] : kept()), "stack-unrecoverable"],
  ] as const)("leaves no mark where %s", async (_, resources, reasonCode) => {
    const { s, pull } = await failedCreation(resources);
    await s.preview(pull);
    mergePull(s.gitHub, pull, "squash");
    const { result } = await s.deploy(s.gitHub.main);
    expect(result).toMatchObject({ result: "failed", reasonCode });
    expect(s.aws.cloudFormation.stack(STACK)?.status).toBe("ROLLBACK_COMPLETE");
    expect(markOn(s, s.gitHub.main)).toBeUndefined();
  });
});
