import { expect, test } from "vitest";
import { only, ourStep, type Play, told } from "./play.ts";
import { openStaging, STAGING } from "./repositories.ts";

// "Destroying a stack": the end of a stack that the quick start made for staging.

const byHand = async ({ stage, actions }: Play, stack: string, branch = "main") =>
  only(await actions.happens(await stage.repository.event.workflowDispatch({ stack }, branch)));

const isThere = ({ stage }: Play) => {
  const status = stage.aws.cloudFormation.stack(STAGING)?.status;
  return status !== undefined && status !== "DELETE_COMPLETE";
};

test.concurrent("by hand with the stack's name: protections lifted, gone, the last snapshot named", async () => {
  await using play = await openStaging();
  const run = await byHand(play, STAGING);
  expect(await told(run)).toEqual({ run: "success", result: "destroyed" });
  expect(isThere(play)).toBe(false);
  expect(ourStep(await run.ended)?.outputs["final-snapshot"]).toContain("aurora-staging");
});

test.concurrent.for([
  ["another name", "aurora-production", "main", { result: "failed", reason: "invalid-input" }],
  ["another branch", STAGING, "topic", { result: "blocked", reason: "wrong-branch" }],
] as const)("%s: nothing is changed", async ([, stack, branch, ending]) => {
  await using play = await openStaging();
  if (branch !== "main") await play.stage.repository.push(branch, { "a.txt": "a\n" }, "A branch");
  const run = await byHand(play, stack, branch);
  expect(await told(run)).toEqual({ run: "failure", ...ending });
  expect(isThere(play)).toBe(true);
  expect(play.stage.aws.cloudFormation.stack(STAGING)).toMatchObject({ terminationProtection: true });
});
