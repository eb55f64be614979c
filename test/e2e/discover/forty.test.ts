import { expect, test } from "vitest";
import type { WorkflowEvent } from "../../sandbox/github/happenings/payloads.ts";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { openQuickStage, outcome } from "../stack.ts";
import { fleetFiles, NETWORK, settle, stacksIn } from "./fleet.ts";

const FORTY = { data: 9, apps: 30 };
const ALL = [
  NETWORK,
  ...Array.from({ length: FORTY.data }, (_, i) => `data-${i + 1}`),
  ...Array.from({ length: FORTY.apps }, (_, i) => `app-${i + 1}`),
];

/** The repository with every stack deployed from its first commit. */
async function openForty(): Promise<Stage> {
  const stage = await openQuickStage({ repository: { files: fleetFiles(FORTY) } });
  await settle(stage, await stage.repository.tip("main"), ALL);
  return stage;
}

function discover(stage: Stage, event: WorkflowEvent): Promise<Step> {
  return stage.run(event, { inputs: { mode: "discover" } });
}

const onPush = async (stage: Stage) => discover(stage, await stage.repository.event.push("main"));

test.concurrent("a pull request that touches three of forty: exactly these, in their order", async () => {
  await using stage = await openForty();
  const { repository } = stage;
  const files = {
    "deployments/network.yaml": `template-file-path: cfn/network.json\nstack-name: ${NETWORK}\ntags:\n  team: net\n`,
    "deployments/data/3.yaml": `template-file-path: cfn/data.json\nstack-name: data-3\nparameters:\n  Network: network\ntags:\n  team: data\n`,
    "params/app-2.yaml": "Title: another\n",
    "README.md": "# Forty stacks, three of them new\n",
  };
  const number = await repository.openPullRequest({ head: "topic", files });
  const step = await discover(stage, await repository.event.pullRequest(number, "opened"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "discovered" });
  expect(step.outputs["has-changes"]).toBe("true");
  expect(stacksIn(step.outputs.matrix)).toEqual([NETWORK, "data-3", "app-2"]);
  expect([1, 2, 3, 4, 5].map((wave) => stacksIn(step.outputs[`wave-${wave}`]))).toEqual([
    [NETWORK],
    ["data-3"],
    ["app-2"],
    [],
    [],
  ]);
  expect(JSON.parse(step.outputs["wave-3"] ?? "")).toEqual({
    include: [
      {
        "stack-name": "app-2",
        region: "us-east-1",
        "deployment-file": "deployments/app/2.yaml",
        environment: "production",
      },
    ],
  });
  expect(step.summary).toContain("params/app-2.yaml changes");
  expect(stage.aws.requests()).toEqual([]);
});

test.concurrent("pushes: what its last deploy did not bring, whatever ran in between", async () => {
  await using stage = await openForty();
  const { repository } = stage;
  await repository.push("main", { "README.md": "# Some stacks\n" }, "Nothing that is deployed");
  expect(stacksIn((await onPush(stage)).outputs.matrix)).toEqual([]);
  // Its run is replaced in the queue by the next one's.
  await repository.push("main", { "params/app-1.yaml": "Title: x\n" }, "First");
  const second = await repository.push("main", { "params/app-4.yaml": "Title: y\n" }, "Second");
  expect(stacksIn((await onPush(stage)).outputs.matrix)).toEqual(["app-1", "app-4"]);
  await settle(stage, second, ["app-1"]);
  await settle(stage, second, ["app-4"], "begun");
  await repository.push("main", { "README.md": "# Anything\n" }, "Third");
  const third = await onPush(stage);
  expect(stacksIn(third.outputs.matrix)).toEqual(["app-4"]);
  expect(third.text).toContain(`its deploy of ${second.slice(0, 8)} has not settled it`);
  await settle(stage, await repository.tip("main"), ["app-4"]);
  // Run again: everything is there.
  expect(stacksIn((await onPush(stage)).outputs.matrix)).toEqual([]);
  await repository.push("main", { "params/app-1.yaml": "Title: app 1\n" }, "Take the first back");
  expect(stacksIn((await onPush(stage)).outputs.matrix)).toEqual(["app-1"]);
  const asked = stage.github.requests.filter(({ path }) => path.includes("/git/trees"));
  expect(asked.length).toBeLessThan(15);
});
