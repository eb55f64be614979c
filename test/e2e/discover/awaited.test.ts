import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { botComments, openQuickStage, outcome, preview } from "../stack.ts";
import { fleetFiles, NETWORK } from "./fleet.ts";

const file = (name: string) => ({ inputs: { "deployment-file": `deployments/${name}.yaml` } });

/** A repository before any of its stacks: the pull request brings all of them. */
async function openFresh(): Promise<{ readonly stage: Stage; readonly number: number }> {
  const stage = await openQuickStage({ repository: { files: { "README.md": "# Soon\n" } } });
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: fleetFiles({ data: 1, apps: 1 }),
  });
  return { stage, number };
}

async function deployed(stage: Stage, name: string) {
  return stage.run(await stage.repository.event.push("main"), file(name));
}

test.concurrent("what imports from a stack of the same pull request is previewed after its wave", async () => {
  const { stage, number } = await openFresh();
  await using _ = stage;
  expect(outcome(await preview(stage, number, "opened", file("network")))).toMatchObject({
    result: "previewed",
  });
  const step = await preview(stage, number, "opened", file("data/1"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed", reason: "unreviewed" });
  expect(step.outputs["change-digest"]).toBeUndefined();
  const comments = await botComments(stage, number);
  const own = comments.find(({ body }) => body.includes("data-1 ·"))?.body ?? "";
  expect(own).toContain("to be previewed after wave 1");
  expect(own).toContain("`network-VpcId` will be exported by `network (us-east-1)` in wave 1");
  await stage.repository.merge(number);
  const early = await deployed(stage, "data/1");
  expect(outcome(early)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(outcome(await deployed(stage, "network"))).toEqual({ exitCode: 0, result: "deployed" });
  const late = await deployed(stage, "data/1");
  expect(outcome(late)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  const digest = late.outputs["change-digest"] ?? "";
  expect(late.text).toContain(digest);
  const event = await stage.repository.event.workflowDispatch({});
  const approved = { mode: "deploy", "approved-digest": digest, ...file("data/1").inputs };
  expect(outcome(await stage.run(event, { inputs: approved }))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("an export that nobody will make is CloudFormation's error", async () => {
  const { stage, number } = await openFresh();
  await using _ = stage;
  const inputs = { ...file("data/1").inputs, parameters: "Network=elsewhere" };
  const step = await preview(stage, number, "opened", { inputs });
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.text).toContain("No export named elsewhere-VpcId found");
  expect(step.text).not.toContain(`stack ${NETWORK}`);
});
