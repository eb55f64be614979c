import { expect, test } from "vitest";
import { quickStart } from "../../sandbox/demo/workflow.ts";
import { oneRole } from "./account.ts";
import { WORKFLOW, withParameter } from "./places.ts";
import {
  checks,
  DATABASE,
  deployed,
  executors,
  headline,
  headOf,
  openDatabase,
  openPlay,
  ourStep,
  playedSteps,
  previewed,
  told,
} from "./play.ts";

// The lines of the quick start that say what they are for, each left out: what the comment says is what is missed.

const without = (pattern: RegExp): string => {
  const workflow = quickStart().replace(pattern, "");
  if (workflow === quickStart()) throw new Error(`the quick start has no ${String(pattern)} any more`);
  return workflow;
};
const slow = (workflow: string) => ({
  [WORKFLOW]: withParameter(workflow, "SlowQueryThresholdMs=250", "EngineVersion="),
});

test.concurrent.for([
  [/^ *id-token:.*\n/m, ["checkout: success", "configure-aws-credentials: failure"]],
  [/^ *contents:.*\n/m, ["checkout: failure"]],
] as const)("without %s the job ends before the action", async ([line, steps]) => {
  const workflow = without(line);
  await using play = await openPlay({ files: { [WORKFLOW]: workflow } });
  const number = await play.stage.repository.openPullRequest({ head: "topic", files: slow(workflow) });
  const run = await play.pull(number, "opened");
  expect(await told(run)).toEqual({ run: "failure" });
  expect(playedSteps(await run.ended)).toEqual(steps);
});

test.concurrent("without pull-requests: write there is no comment, and the record is there all the same", async () => {
  const workflow = without(/^ *pull-requests:.*\n/m);
  await using play = await openDatabase(workflow, { account: oneRole });
  const number = await play.stage.repository.openPullRequest({ head: "topic", files: slow(workflow) });
  const run = await play.pull(number, "opened");
  expect(await told(run)).toEqual(previewed);
  expect(await headline(play, number)).toBeUndefined();
  expect(ourStep(await run.ended)?.text).toContain(`The comment on #${number} could not be written`);
  expect(await checks(play, await headOf(play, number))).toEqual([
    `aurora-deploy / ${DATABASE} (us-east-1): success`,
  ]);
});

test.concurrent.for([
  ["checks: read", { run: "failure", result: "blocked", reason: "unreviewed" }],
  ["checks: none", { run: "failure", result: "blocked", reason: "unreviewed" }],
] as const)(
  "with %s the preview says that the merge is blocked, and nothing is executed",
  async ([access, end]) => {
    const workflow = quickStart().replace("checks: write", access);
    await using play = await openDatabase(workflow);
    const number = await play.stage.repository.openPullRequest({ head: "topic", files: slow(workflow) });
    const run = await play.pull(number, "opened");
    expect(await told(run)).toEqual(previewed);
    expect(ourStep(await run.ended)?.text).toContain("a deploy would be blocked as unreviewed");
    await play.stage.repository.merge(number, "squash");
    const push = await play.push();
    expect(await told(push)).toEqual(end);
    expect(ourStep(await push.ended)?.text).toContain("checks: write");
    expect(executors(play)).toEqual([]);
  },
);

test.concurrent("a draft waits for its event, which the types name", async () => {
  await using play = await openDatabase();
  const { repository } = play.stage;
  const files = slow(quickStart());
  const number = await repository.openPullRequest({ head: "topic", draft: true, files });
  expect(await told(await play.pull(number, "opened"))).toEqual({
    run: "success",
    result: "skipped",
    reason: "draft",
  });
  await repository.setDraft(number, false);
  expect(await told(await play.pull(number, "ready_for_review"))).toEqual(previewed);
});

// "Values that name the commit": every commit changes something then, so that a push needs the pull request's paths.
test.concurrent.for([
  ["the same paths", true],
  ["none", false],
] as const)(
  "paths of pull requests, and of pushes %s, with a value that names the commit",
  async ([, same]) => {
    const paths = '\n    paths: [".github/workflows/**"]';
    const tagged = quickStart()
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own notation
      .replace(/^( *)environment-suffix: production$/m, "$&\n$1tags: Commit=${{ github.sha }}")
      .replace(/^ {4}types: .*$/m, `$&${paths}`)
      .replace(/^ {4}branches: .*$/m, same ? `$&${paths}` : "$&");
    await using play = await openDatabase(tagged);
    const { repository, aws } = play.stage;
    const number = await repository.openPullRequest({ head: "topic", files: slow(tagged) });
    expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
    const sha = await repository.merge(number, "squash");
    expect(await told(await play.push())).toEqual(deployed);
    expect(aws.cloudFormation.stack(DATABASE)?.definition?.tags).toMatchObject([
      { key: "Commit", value: sha },
    ]);

    const notes = await repository.openPullRequest({ head: "notes", files: { "docs/notes.md": "More\n" } });
    expect(await play.actions.happens(await repository.event.pullRequest(notes, "opened"))).toEqual([]);
    await repository.merge(notes, "squash");
    const runs = await play.actions.happens(await repository.event.push("main"));
    const ends = await Promise.all(runs.map(told));
    expect(ends).toEqual(same ? [] : [{ run: "failure", result: "blocked", reason: "unreviewed" }]);
  },
);
