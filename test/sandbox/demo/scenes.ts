import type { Comment } from "../github/story.ts";
import type { Stage, Step } from "../stage.ts";
import type { Screen } from "./screen.ts";
import { dangerousTemplate, templateResources } from "./templates.ts";
import { inputsOf, quickStart, WORKFLOW_PATH, withOwnTemplate, withParameter } from "./workflow.ts";

/** What a scene leaves behind to look at. */
export interface Kept {
  readonly pullRequest: number;
  readonly comment: Comment;
  readonly step: Step;
}

/** One play: the stage with a repository that has no workflow yet, and where it is told. */
export interface Play {
  readonly stage: Stage;
  readonly screen: Screen;
}

const STACK = "aurora-production";

/** A pull request brings the README's workflow and with it the database; a second push changes it; it is merged. */
export async function createTheDatabase(play: Play): Promise<Kept> {
  const { repository } = play.stage;
  const { screen } = play;
  screen.scene("A pull request creates the database");
  const workflow = quickStart();
  const number = await repository.openPullRequest({
    head: "add-database",
    title: "Add the production database",
    files: { [WORKFLOW_PATH]: workflow },
  });
  screen.say(`alice opens #${number} with the workflow of the README. It runs on the pull request:`);
  const first = await preview(play, number, "opened", workflow);
  const [comment] = await ours(play, number);
  expectResult(screen, first, "previewed", 0);
  screen.say(`\nThe comment starts with: ${firstLine(comment)}`);
  for (const [id, type] of templateResources()) {
    if (comment?.body.includes(id) !== true) screen.expect(`the comment shows ${id} (${type})`, false);
  }
  screen.expect(`the comment shows all ${templateResources().length} resources of the template`, true);

  screen.scene("A second push to it");
  const larger = withParameter(workflow, "MaxCapacity=4");
  await repository.pushToPullRequest(number, { [WORKFLOW_PATH]: larger }, "Let it grow to 4 ACU");
  screen.say("alice lets the cluster grow to 4 ACU and pushes:");
  const second = await preview(play, number, "synchronize", larger);
  const after = await ours(play, number);
  expectResult(screen, second, "previewed", 0);
  screen.expect(
    "there is still one comment, the same one, edited",
    after.length === 1 && after[0]?.id === comment?.id,
  );
  screen.expect("it shows the changed commit", after[0]?.body !== comment?.body);

  screen.scene("The merge deploys what was reviewed");
  await repository.review(number, "bob", "APPROVED");
  await repository.merge(number, "squash", "bob");
  screen.say("bob approves and merges. The push to main deploys:");
  const deployed = await push(play, larger);
  expectResult(screen, deployed, "deployed", 0);
  const { ClusterEndpoint, ReaderEndpoint, SecretArn } = deployed.outputs;
  screen.say("\nThe step's outputs, for the steps after it:");
  for (const [name, value] of Object.entries({ ClusterEndpoint, ReaderEndpoint, SecretArn })) {
    screen.expect(`${name} = ${value ?? "(missing)"}`, (value ?? "") !== "");
  }
  const final = await ours(play, number);
  screen.expect(
    "the one comment now tells of the deploy",
    final.length === 1 && final[0]?.body !== after[0]?.body,
  );
  screen.say(`It starts with: ${firstLine(final[0])}`);
  return kept(number, final[0], deployed);
}

/** Somebody changes the stack by hand between the review and the merge. */
export async function changeItByHand(play: Play): Promise<Kept> {
  const { repository, aws } = play.stage;
  const { screen } = play;
  screen.scene("Somebody changes the stack between review and merge");
  const workflow = await presentWorkflow(play);
  const slower = withParameter(workflow, "SlowQueryThresholdMs=250");
  const number = await repository.openPullRequest({
    head: "log-slow-queries",
    title: "Log queries that take longer than 250 ms",
    files: { [WORKFLOW_PATH]: slower },
  });
  screen.say(`carol's #${number} lowers the slow query threshold. Its preview:`);
  expectResult(screen, await preview(play, number, "opened", slower), "previewed", 0);
  const stack = aws.cloudFormation.stack(STACK);
  if (stack?.definition === undefined) throw new Error(`the stack ${STACK} is gone`);
  const { body, parameters } = stack.definition;
  const present = Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
  aws.cloudFormation.updateStackByHand({
    stackName: STACK,
    template: body,
    parameters: { ...present, SlowQueryThresholdMs: "5000" },
  });
  screen.say("\nMeanwhile somebody sets the threshold to 5000 in the console.");
  await repository.merge(number, "merge", "bob");
  screen.say("bob merges; what would happen now is not what he saw:");
  const executed = executions(play);
  const step = await push(play, slower);
  expectResult(screen, step, "blocked", 1);
  screen.expect(
    "the reason is stale-review",
    step.outputs["reason-code"] === "stale-review",
    step.outputs["reason-code"],
  );
  screen.expect("nothing was executed", executions(play) === executed);
  return kept(number, (await ours(play, number))[0], step);
}

/** A pull request that would replace the cluster and keep nothing of it. */
export async function endangerTheData(play: Play): Promise<Kept> {
  const { repository } = play.stage;
  const { screen } = play;
  screen.scene("A dangerous pull request is stopped");
  const workflow = withOwnTemplate(await presentWorkflow(play), "database.json");
  const number = await repository.openPullRequest({
    head: "rename-cluster",
    title: "Rename the cluster",
    author: "dave",
    files: { [WORKFLOW_PATH]: workflow, "database.json": dangerousTemplate() },
  });
  screen.say(
    `dave's #${number} takes the template into the repository, names the cluster after its team and drops the snapshot\npolicy. That replaces the cluster with an empty one and keeps nothing of the old one:`,
  );
  const executed = executions(play);
  const step = await preview(play, number, "opened", workflow);
  const [comment] = await ours(play, number);
  expectResult(screen, step, "blocked", 1);
  screen.expect(
    "the reason is destructive",
    step.outputs["reason-code"] === "destructive",
    step.outputs["reason-code"],
  );
  screen.expect(
    "the comment warns of AuroraCluster",
    /\[!CAUTION\].*AuroraCluster/s.test(comment?.body ?? ""),
  );
  const head = ((await repository.pull(number)).head as { readonly sha: string }).sha;
  const [check] = await repository.checkRuns(head);
  screen.expect(`the check "${check?.name}" fails`, check?.conclusion === "failure", check?.conclusion);
  screen.expect("nothing was executed", executions(play) === executed);
  screen.say(`\nThe comment starts with: ${firstLine(comment)}`);
  return kept(number, comment, step);
}

async function preview(play: Play, number: number, action: string, workflow: string): Promise<Step> {
  const event = await play.stage.repository.event.pullRequest(number, action);
  return play.stage.run(event, { inputs: inputsOf(workflow), onLine: play.screen.log });
}

async function push(play: Play, workflow: string): Promise<Step> {
  const event = await play.stage.repository.event.push("main");
  return play.stage.run(event, { inputs: inputsOf(workflow), onLine: play.screen.log });
}

function expectResult(screen: Screen, step: Step, result: string, exitCode: number): void {
  const { "deploy-result": found } = step.outputs;
  screen.expect(`the result is ${result}`, found === result, found);
  screen.expect(`the step ${exitCode === 0 ? "passes" : "fails"}`, step.exitCode === exitCode, step.exitCode);
  if (step.problems.length > 0)
    screen.expect("the runner has nothing to complain about", false, step.problems);
}

async function presentWorkflow({ stage }: Play): Promise<string> {
  return (await stage.repository.files("main"))[WORKFLOW_PATH] ?? "";
}

async function ours({ stage }: Play, number: number): Promise<readonly Comment[]> {
  const comments = await stage.repository.comments(number);
  return comments.filter((comment) => comment.user.login === "github-actions[bot]");
}

function executions({ stage }: Play): number {
  return stage.aws.requests().filter(({ operation }) => operation === "ExecuteChangeSet").length;
}

function firstLine(comment: Comment | undefined): string {
  return comment?.body.split("\n").find((line) => line.startsWith("#")) ?? "(there is no comment)";
}

function kept(pullRequest: number, comment: Comment | undefined, step: Step): Kept {
  if (comment === undefined) throw new Error(`#${pullRequest} has no comment`);
  return { pullRequest, comment, step };
}
