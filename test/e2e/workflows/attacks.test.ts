import { expect, test } from "vitest";
import { quickStart } from "../../sandbox/demo/workflow.ts";
import { botComments } from "../stack.ts";
import { WORKFLOW, withParameter } from "./places.ts";
import {
  changeSets,
  checks,
  DATABASE,
  deployed,
  executors,
  headline,
  headOf,
  openDatabase,
  ourStep,
  type Play,
  previewed,
  told,
} from "./play.ts";

// What GitHub's concurrency groups do to the quick start's runs: the workflow as it stands in README.md.

const slow = (ms: number) => ({
  [WORKFLOW]: withParameter(quickStart(), `SlowQueryThresholdMs=${ms}`, "EngineVersion="),
});

/** Holds the answer to the next change set that is asked for, and tells when it is. */
function holdPreview({ stage }: Play) {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  // Its change set, and not an answer: a client gives one up after 30 s, in which a busy machine may not play the rest.
  const { letGo } = stage.aws.cloudFormation.hold(DATABASE, "one-change-set");
  stage.aws.on({ operation: "CreateChangeSet", nth: 1, when: "after" }, () => begin());
  return { begun, letGo };
}

test.concurrent.for([
  ["labeled", { label: { name: "bug" } }],
  ["edited", { changes: { title: { from: "x" } } }],
] as const)(
  "a %s run takes the place of a push's: the head is previewed, and its merge deploys",
  async ([action, extra]) => {
    await using play = await openDatabase();
    const { repository } = play.stage;
    const number = await repository.openPullRequest({ head: "topic", files: slow(250) });
    const hold = holdPreview(play);
    const first = await play.pull(number, "opened");
    await hold.begun;
    await repository.pushToPullRequest(number, slow(500), "Slower");
    const second = await play.pull(number, "synchronize");
    expect([first.status(), second.status()]).toEqual(["in_progress", "pending"]);
    const third = await play.pull(number, action, extra);
    expect(await told(second)).toEqual({ run: "cancelled" });
    expect(third.status()).toBe("pending");
    hold.letGo();
    expect(await told(first)).toEqual(previewed);
    expect(await told(third)).toEqual(previewed);
    expect(await checks(play, await headOf(play, number))).toEqual([
      `aurora-deploy / ${DATABASE} (us-east-1): success`,
    ]);
    await repository.merge(number, "squash");
    expect(await told(await play.push())).toEqual(deployed);
    expect(await headline(play, number)).toContain("deployed");
  },
);

test.concurrent("a closing that takes the place of a push's preview: nothing of the pull request is left", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: slow(250) });
  const hold = holdPreview(play);
  const first = await play.pull(number, "opened");
  await hold.begun;
  await repository.pushToPullRequest(number, slow(500), "Slower");
  const second = await play.pull(number, "synchronize");
  await repository.close(number);
  const third = await play.pull(number, "closed");
  hold.letGo();
  expect(await told(second)).toEqual({ run: "cancelled" });
  expect(await told(first)).toEqual(previewed);
  expect(await told(third)).toEqual({ run: "success", result: "cleaned-up" });
  expect(changeSets(play, DATABASE).filter((name) => name.startsWith(`pr-${number}-`))).toEqual([]);
});

/** Three pull requests that touch different lines and resources, previewed on the same base. */
async function threeProposals(play: Play): Promise<readonly number[]> {
  const changes = [
    ["SlowQueryThresholdMs=250", "EngineVersion="],
    ["LogRetentionDays=60", "SubnetIdA="],
    ["MaxCapacity=4", "SubnetIdB="],
  ] as const;
  const numbers: number[] = [];
  for (const [assignment, after] of changes) {
    const files = { [WORKFLOW]: withParameter(quickStart(), assignment, after) };
    const number = await play.stage.repository.openPullRequest({ head: assignment, files });
    expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
    numbers.push(number);
  }
  return numbers;
}

/** A deploy of the first one that is under way and does not end. */
async function holdDeploy(play: Play, number: number) {
  await play.stage.repository.merge(number, "squash");
  const hold = play.stage.aws.cloudFormation.hold(DATABASE);
  const run = await play.push();
  await run.reached(/UPDATE_IN_PROGRESS/);
  return { run, letGo: hold.letGo };
}

test.concurrent("two merges while a deploy runs: the second's push takes the place of the first's, and deploys both", async () => {
  await using play = await openDatabase();
  const [one = 0, two = 0, three = 0] = await threeProposals(play);
  const { run, letGo } = await holdDeploy(play, one);
  await play.stage.repository.merge(two, "squash");
  const second = await play.push();
  await play.stage.repository.merge(three, "squash");
  const third = await play.push();
  expect([run.status(), third.status()]).toEqual(["in_progress", "pending"]);
  expect(await told(second)).toEqual({ run: "cancelled" });
  letGo();
  expect(await told(run)).toEqual(deployed);
  expect(await told(third)).toEqual(deployed);
  for (const number of [one, two, three]) expect(await headline(play, number)).toContain("deployed");
  expect(executors(play)).toHaveLength(2);
});

test.concurrent("a push of nothing that is deployed takes the place of a merge's, and deploys it", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const [one = 0, two = 0] = await threeProposals(play);
  const { run, letGo } = await holdDeploy(play, one);
  await repository.merge(two, "squash");
  const second = await play.push();
  await repository.push("main", { "docs/notes.md": "Typos\n" }, "Correct the notes");
  const third = await play.push();
  expect(await told(second)).toEqual({ run: "cancelled" });
  letGo();
  expect(await told(run)).toEqual(deployed);
  expect(await told(third)).toEqual(deployed);
  expect(await headline(play, two)).toContain("deployed");
});

test.concurrent("a merge before the preview has ended is blocked, and says so where the reviewer looks", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: slow(250) });
  const hold = holdPreview(play);
  const preview = await play.pull(number, "opened");
  await hold.begun;
  await repository.merge(number, "squash");
  const push = await play.push();
  // Another group: it does not wait for the preview.
  expect(await told(push)).toEqual({ run: "failure", result: "blocked", reason: "unreviewed" });
  hold.letGo();
  expect(await told(preview)).toEqual(previewed);
  expect(ourStep(await preview.ended)?.text).toContain("is not recorded: it is merged already");
  expect(await checks(play, "main")).toEqual([`aurora-deploy / ${DATABASE} (us-east-1) / deploy: failure`]);
  const [comment] = await botComments(play.stage, number);
  expect(comment?.body).toContain("A merge would not deploy this");
  expect(comment?.body).toContain("it is merged already");
  expect(executors(play)).toEqual([]);
});

test.concurrent("a merge right after a push, whose preview its closing replaces: blocked, and the comment says so", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: slow(250) });
  expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
  const hold = holdPreview(play);
  await repository.pushToPullRequest(number, slow(500), "Slower");
  const running = await play.pull(number, "synchronize");
  await hold.begun;
  await repository.pushToPullRequest(number, slow(750), "Slower still");
  const waiting = await play.pull(number, "synchronize");
  await repository.merge(number, "squash");
  const closing = await play.pull(number, "closed");
  expect(await told(waiting)).toEqual({ run: "cancelled" });
  const push = await play.push();
  expect(await told(push)).toEqual({ run: "failure", result: "blocked", reason: "unreviewed" });
  hold.letGo();
  expect(await told(running)).toEqual(previewed);
  expect(await told(closing)).toEqual({ run: "skipped" });
  expect(await headline(play, number)).toContain("blocked, not reviewed");
  expect(executors(play)).toEqual([]);
});

test.concurrent("old jobs that are run again: a preview records nothing, a deploy executes nothing", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const one = await repository.openPullRequest({ head: "one", files: slow(250) });
  const preview = await play.pull(one, "opened");
  expect(await told(preview)).toEqual(previewed);
  await repository.merge(one, "squash");
  const first = await play.push();
  expect(await told(first)).toEqual(deployed);
  const two = await repository.openPullRequest({ head: "two", files: slow(500) });
  expect(await told(await play.pull(two, "opened"))).toEqual(previewed);
  await repository.merge(two, "squash");
  expect(await told(await play.push())).toEqual(deployed);
  const before = executors(play).length;
  const again = play.actions.again(preview);
  expect(await told(again)).toEqual(previewed);
  expect(ourStep(await again.ended)?.text).toContain("is not recorded: it is merged already");
  const deploy = play.actions.again(first);
  expect(await told(deploy)).toEqual({ run: "failure", result: "blocked", reason: "stale-review" });
  expect(ourStep(await deploy.ended)?.text).toContain(
    "is newer, and what it holds is deployed or about to be",
  );
  for (const number of [one, two]) expect(await headline(play, number)).toContain("deployed");
  expect(executors(play)).toHaveLength(before);
});
