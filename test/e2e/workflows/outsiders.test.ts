import { expect, test } from "vitest";
import { quickStart } from "../../sandbox/demo/workflow.ts";
import { twoRoles, variables } from "./account.ts";
import { example } from "./examples.ts";
import { linter } from "./linter.ts";
import { placeOf, production, WORKFLOW, withParameter } from "./places.ts";
import {
  changeSets,
  checks,
  DATABASE,
  headline,
  headOf,
  openDatabase,
  openPlay,
  ourStep,
  playedSteps,
  previewed,
  roleOf,
  told,
} from "./play.ts";

// Forks' and Dependabot's pull requests: what README.md says under the quick start.

const DEPENDABOT = "dependabot[bot]";
const skipped = { run: "success", result: "skipped", reason: "fork" };
const twoRoleAccount = { account: twoRoles, vars: variables };
const workflows = [
  ["the quick start", quickStart(), {}],
  ["the one with two roles", production(), twoRoleAccount],
] as const;

const slowed = (workflow: string) => ({
  [WORKFLOW]: withParameter(workflow, "SlowQueryThresholdMs=250", "EngineVersion="),
});

test.concurrent.for(workflows)(
  "a fork's pull request to %s: green, said in the log, and nothing else",
  async ([, workflow, account]) => {
    await using play = await openDatabase(workflow, { ...account, public: true });
    const { repository, aws } = play.stage;
    const number = await repository.openPullRequest({
      head: "theirs",
      fork: "mallory",
      files: slowed(workflow),
    });
    const run = await play.pull(number, "opened", {}, "mallory");
    expect(await told(run)).toEqual(skipped);
    const end = await run.ended;
    expect(playedSteps(end)).toEqual(["checkout: success", "aurora-deploy-action: success"]);
    expect(ourStep(end)?.text).toContain(`pull request #${number} comes from mallory/app`);
    expect(ourStep(end)?.action?.summary).toContain("comes from mallory/app");
    expect(aws.requests()).toEqual([]);
    expect(await headline(play, number)).toBeUndefined();
    // A required check is not there: the pull request waits.
    expect(await checks(play, await headOf(play, number))).toEqual([]);

    // Somebody with write access pushes its branch to this repository.
    const ours = await repository.openPullRequest({ head: "taken-over", files: slowed(workflow) });
    expect(await told(await play.pull(ours, "opened"))).toEqual(previewed);
  },
);

test.concurrent("a fork's pull request that is merged all the same: blocked, for nobody has seen what it does", async () => {
  await using play = await openDatabase(quickStart(), { public: true });
  const files = slowed(quickStart());
  const number = await play.stage.repository.openPullRequest({ head: "theirs", fork: "mallory", files });
  expect(await told(await play.pull(number, "opened", {}, "mallory"))).toEqual(skipped);
  await play.stage.repository.merge(number, "squash");
  expect(await told(await play.push())).toEqual({ run: "failure", result: "blocked", reason: "unreviewed" });
});

test.concurrent.for(workflows)(
  "Dependabot's pull request to %s: green, until somebody else touches it",
  async ([, workflow, account]) => {
    await using play = await openDatabase(workflow, account);
    const { repository, aws } = play.stage;
    const number = await repository.openPullRequest({
      head: "dependabot/actions",
      author: DEPENDABOT,
      files: slowed(workflow),
    });
    const run = await play.pull(number, "opened", {}, DEPENDABOT);
    expect(await told(run)).toEqual(skipped);
    expect(playedSteps(await run.ended)).toEqual(["checkout: success", "aurora-deploy-action: success"]);
    expect(aws.requests()).toEqual([]);
    // A person's label is a person's run, and the head has no preview yet.
    const labeled = await play.pull(number, "labeled", { label: { name: "dependencies" } });
    expect(await told(labeled)).toEqual(previewed);
    expect(await checks(play, await headOf(play, number))).toEqual([
      `aurora-deploy / ${DATABASE} (us-east-1): success`,
    ]);
    expect(changeSets(play, DATABASE)).toHaveLength(1);
  },
);

// What the condition on the credentials is for: without it, GitHub's refusal is all that anybody sees.
test.concurrent("without its condition the step for the credentials is where a fork's run fails", async () => {
  const [line = ""] = /^ *if: .*head\.repo\.full_name.*\n/m.exec(quickStart()) ?? [];
  const workflow = quickStart().replace(line, "");
  expect(workflow).not.toBe(quickStart());
  await using play = await openPlay({ files: { [WORKFLOW]: workflow }, public: true });
  const files = { "docs/notes.md": "Notes\n" };
  const number = await play.stage.repository.openPullRequest({ head: "theirs", fork: "mallory", files });
  const run = await play.pull(number, "opened", {}, "mallory");
  expect(await told(run)).toEqual({ run: "failure" });
  expect(playedSteps(await run.ended)).toEqual(["checkout: success", "configure-aws-credentials: failure"]);
});

test.concurrent("rendering alone needs no credentials: a fork's pull request is linted like any other", async () => {
  const { files } = placeOf(example("docs/rendering.md · Rendering 1"));
  await using play = await openPlay({ files, programs: await linter(), public: true });
  const { repository, aws } = play.stage;
  for (const fork of [undefined, "mallory"]) {
    const changed = { "infra/stack.yaml": `# ${fork}\n${files["infra/stack.yaml"] ?? ""}` };
    const number = await repository.openPullRequest({
      head: `topic-${fork}`,
      files: changed,
      ...(fork === undefined ? {} : { fork }),
    });
    const run = await play.pull(number, "opened");
    expect(await told(run)).toEqual({ run: "success", result: "rendered" });
    const end = await run.ended;
    expect(playedSteps(end)).toEqual([
      "checkout: success",
      "aurora-deploy-action: success",
      'Run cfn-lint "$TEMPLATE": success',
    ]);
    expect(roleOf(end)).toBeUndefined();
  }
  expect(aws.requests()).toEqual([]);
});
