import { expect, test } from "vitest";
import type { Stage, StepOptions } from "../../sandbox/stage.ts";
import { openQuickStage, outcome } from "../stack.ts";
import { fleetFiles, NETWORK, settle, stacksIn } from "./fleet.ts";

const FOUR = { data: 1, apps: 2 };
const ALL = ["app-1", "app-2", "data-1", NETWORK];
const CHANGE = { "params/app-1.yaml": "Title: x\n" };

async function openFour(isPrivate = false): Promise<Stage> {
  const stage = await openQuickStage({ repository: { files: fleetFiles(FOUR), private: isPrivate } });
  await settle(stage, await stage.repository.tip("main"), ALL);
  return stage;
}

async function onPush(stage: Stage, options: StepOptions = {}) {
  const event = await stage.repository.event.push("main");
  const step = await stage.run(event, { ...options, inputs: { mode: "discover" } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "discovered" });
  return { step, stacks: stacksIn(step.outputs.matrix).toSorted() };
}

test.concurrent("in a private repository, with no more than the permissions that the page names", async () => {
  await using stage = await openFour(true);
  const { repository } = stage;
  const token = stage.github.token({ permissions: { contents: "read", checks: "write" } });
  const number = await repository.openPullRequest({ head: "topic", files: CHANGE });
  const event = await repository.event.pullRequest(number, "opened");
  const proposed = await stage.run(event, { token, inputs: { mode: "discover" } });
  expect(stacksIn(proposed.outputs.matrix)).toEqual(["app-1"]);
  await repository.merge(number, "squash");
  expect((await onPush(stage, { token })).stacks).toEqual(["app-1"]);
});

test.concurrent("without checks: write a pull request is told apart, and a push is not", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const token = stage.github.token({ permissions: { contents: "read", checks: "read" } });
  const number = await repository.openPullRequest({ head: "topic", files: CHANGE });
  const event = await repository.event.pullRequest(number, "opened");
  const proposed = await stage.run(event, { token, inputs: { mode: "discover" } });
  expect(stacksIn(proposed.outputs.matrix)).toEqual(["app-1"]);
  await repository.push("main", CHANGE, "Change");
  const { step, stacks } = await onPush(stage, { token });
  expect(stacks).toEqual(ALL);
  expect(step.annotations).toMatchObject([
    { level: "warning", message: expect.stringContaining("No check run could be made") },
    { level: "warning", message: expect.stringContaining("Every stack is taken") },
  ]);
});

test.concurrent("deploys and discoveries that another app makes up are none", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  const sha = await repository.push("main", CHANGE, "Change");
  const forger = stage.github.token({ app: "other-app", permissions: { contents: "read", checks: "write" } });
  const claim = {
    name: "aurora-deploy / discover",
    text: `\`\`\`json\n{"version":1,"more":true,"stacks":{"app-1 (us-east-1)":["${sha}","${"0".repeat(64)}"]}}\n\`\`\``,
    mark: "",
  };
  const deploy = {
    name: "aurora-deploy / app-1 (us-east-1) / deploy",
    text: "",
    mark: `settled 123456789012 ${"0".repeat(64)}`,
  };
  for (const { name, text, mark } of [claim, deploy]) {
    const reply = await fetch(`${stage.github.url}/repos/${repository.fullName}/check-runs`, {
      method: "POST",
      headers: { authorization: `Bearer ${forger}`, "content-type": "application/json" },
      body: JSON.stringify({
        ...{ name, head_sha: sha, external_id: mark, status: "completed", conclusion: "success" },
        output: { title: "t", summary: "s", text },
      }),
    });
    expect(reply.status).toBe(201);
  }
  expect((await onPush(stage)).stacks).toEqual(["app-1"]);
});

test.concurrent("after a forced push, what was deployed is not in the branch's history: each stack is taken", async () => {
  await using stage = await openFour();
  const { repository } = stage;
  await settle(stage, await repository.push("main", CHANGE, "Change"), ["app-1"]);
  const event = await repository.event.push("main");
  const payload = { ...event.payload, forced: true };
  const step = await stage.run({ ...event, payload }, { inputs: { mode: "discover" } });
  expect(stacksIn(step.outputs.matrix).toSorted()).toEqual(ALL);
  expect(step.summary).toContain("main was forced");
});
