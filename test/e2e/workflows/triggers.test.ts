import { expect, test } from "vitest";
import { calls } from "../stack.ts";
import { DEPLOY_ROLE, PREVIEW_ROLE, twoRoles, variables } from "./account.ts";
import { production, WORKFLOW, withParameter } from "./places.ts";
import {
  checks,
  DATABASE,
  deployed,
  executors,
  headline,
  only,
  openDatabase,
  ourStep,
  type Play,
  previewed,
  roleOf,
  told,
} from "./play.ts";

// "By hand, on a schedule, in a merge queue", and the role that each event gets under "AWS permissions".

const slowed = (ms: number) => ({
  [WORKFLOW]: withParameter(production(), `SlowQueryThresholdMs=${ms}`, "EngineVersion="),
});
const openProduction = () => openDatabase(production(), { account: twoRoles, vars: variables });

const byHand = async ({ stage, actions }: Play, digest = "", branch = "main") =>
  only(
    await actions.happens(
      await stage.repository.event.workflowDispatch({ "approved-digest": digest }, branch),
    ),
  );
const onSchedule = async ({ stage, actions }: Play) =>
  only(await actions.happens(await stage.repository.event.schedule("17 5 * * *")));

test.concurrent("a schedule tells of drift with the role that deploys, and fails nothing", async () => {
  await using play = await openProduction();
  const calm = await onSchedule(play);
  expect(await told(calm)).toEqual({ run: "success", result: "in-sync" });
  expect(roleOf(await calm.ended)).toBe(DEPLOY_ROLE);
  const parameters = { log_min_duration_statement: "5" };
  play.stage.aws.cloudFormation.changeResourceByHand(DATABASE, "ClusterParameterGroup", {
    Parameters: parameters,
  });
  const drifted = await onSchedule(play);
  expect(await told(drifted)).toEqual({ run: "success", result: "drifted" });
  expect(ourStep(await drifted.ended)?.action?.summary).toContain("ClusterParameterGroup");
});

test.concurrent("a schedule takes no deploy's place", async () => {
  await using play = await openProduction();
  const { repository, aws } = play.stage;
  const numbers = [];
  for (const [head, files] of [
    ["one", slowed(250)],
    ["two", { [WORKFLOW]: withParameter(production(), "MaxCapacity=4", "SubnetIdB=") }],
  ] as const) {
    const number = await repository.openPullRequest({ head, files });
    expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
    numbers.push(number);
  }
  const [one = 0, two = 0] = numbers;
  await repository.merge(one, "squash");
  const hold = aws.cloudFormation.hold(DATABASE);
  const first = await play.push();
  await first.reached(/UPDATE_IN_PROGRESS/);
  await repository.merge(two, "squash");
  const second = await play.push();
  const drift = await onSchedule(play);
  expect([second.status(), drift.status()]).toEqual(["pending", "in_progress"]);
  hold.letGo();
  expect(await told(first)).toEqual(deployed);
  expect(await told(second)).toEqual(deployed);
  expect((await told(drift)).run).toBe("success");
});

test.concurrent("by hand without a digest: a preview in the job summary", async () => {
  await using play = await openProduction();
  await play.stage.repository.push("main", slowed(250), "Straight to main");
  const run = await byHand(play);
  expect(await told(run)).toEqual(previewed);
  expect(ourStep(await run.ended)?.action?.summary).toContain("1 modify");
  expect(executors(play)).toEqual([]);
});

test.concurrent("by hand with the digest of a blocked deploy: exactly that is executed, by the role that may", async () => {
  await using play = await openProduction();
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: slowed(250) });
  // Nobody has previewed it.
  await repository.merge(number, "squash");
  const push = await play.push();
  expect(await told(push)).toEqual({ run: "failure", result: "blocked", reason: "unreviewed" });
  const digest = ourStep(await push.ended)?.outputs["change-digest"] ?? "";
  expect(ourStep(await push.ended)?.text).toContain(digest);
  const wrong = await byHand(play, "0".repeat(64));
  expect(await told(wrong)).toMatchObject({ run: "failure", result: "blocked" });
  const run = await byHand(play, digest);
  expect(await told(run)).toEqual(deployed);
  expect(roleOf(await run.ended)).toBe(DEPLOY_ROLE);
  expect(executors(play)).toHaveLength(1);
});

test.concurrent("by hand on another branch: its identity is not the deploy role's", async () => {
  await using play = await openProduction();
  await play.stage.repository.push("topic", slowed(250), "A branch");
  const run = await byHand(play, "", "topic");
  expect(await told(run)).toEqual({ run: "failure" });
  expect(calls(play.stage, "CreateChangeSet")).toEqual([]);
});

test.concurrent("a merge queue: each entry is judged with the preview role, two at a time, and the merges deploy", async () => {
  await using play = await openProduction();
  const { repository } = play.stage;
  const changes = [
    ["SlowQueryThresholdMs=250", "EngineVersion="],
    ["MaxCapacity=4", "SubnetIdB="],
  ] as const;
  const runs = [];
  for (const [assignment, after] of changes) {
    const files = { [WORKFLOW]: withParameter(production(), assignment, after) };
    const number = await repository.openPullRequest({ head: assignment, files });
    expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
    const group = await repository.queue.enqueue(number, "squash");
    runs.push({
      number,
      group,
      run: only(await play.actions.happens(await repository.event.mergeGroup(group))),
    });
  }
  for (const { run, group } of runs) {
    expect(await told(run)).toEqual(previewed);
    expect(roleOf(await run.ended)).toBe(PREVIEW_ROLE);
    expect(await checks(play, group.headSha)).toEqual([`aurora-deploy / ${DATABASE} (us-east-1): success`]);
  }
  for (const { number } of runs) {
    await repository.queue.mergeNext("github-merge-queue[bot]");
    expect(await told(await play.push())).toEqual(deployed);
    expect(await headline(play, number)).toContain("deployed");
  }
});
