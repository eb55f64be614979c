import type { Comment } from "../github/happenings/story.ts";
import { expectResult, firstLine, type Kept, kept, ours, type Play, preview, push } from "./play.ts";
import { bundledResources } from "./templates.ts";
import { quickStart, WORKFLOW_PATH, withParameter } from "./workflow.ts";

/** A pull request brings the README's workflow and with it the database; a second push changes it; it is merged. */
export async function createTheDatabase(play: Play): Promise<Kept> {
  const workflow = quickStart();
  const number = await openIt(play, workflow);
  const larger = withParameter(workflow, "MaxCapacity=4");
  await pushAgain(play, number, larger);
  return mergeIt(play, number, larger);
}

async function openIt(play: Play, workflow: string): Promise<number> {
  const { stage, screen } = play;
  screen.scene("A pull request creates the database");
  const number = await stage.repository.openPullRequest({
    head: "add-database",
    title: "Add the production database",
    files: { [WORKFLOW_PATH]: workflow },
  });
  screen.say(`alice opens #${number} with the workflow of the README. It runs on the pull request:`);
  const step = await preview(play, number, "opened", workflow);
  expectResult(screen, step, "previewed", 0);
  const comment = await onlyComment(play, number);
  screen.say(`\nThe comment starts with: ${firstLine(comment)}`);
  const resources = bundledResources("production");
  const missing = resources
    .flatMap(({ id, name }) => [id, ...(name === undefined ? [] : [name])])
    .filter((text) => comment?.body.includes(text) !== true);
  screen.expect(
    `it shows all ${resources.length} resources of the template with their names`,
    missing.length === 0,
    missing,
  );
  return number;
}

async function pushAgain(play: Play, number: number, workflow: string): Promise<void> {
  const { stage, screen } = play;
  const before = await onlyComment(play, number);
  screen.scene("A second push to it");
  await stage.repository.pushToPullRequest(number, { [WORKFLOW_PATH]: workflow }, "Let it grow to 4 ACU");
  screen.say("alice lets the cluster grow to 4 ACU and pushes:");
  const step = await preview(play, number, "synchronize", workflow);
  expectResult(screen, step, "previewed", 0);
  const after = await onlyComment(play, number);
  screen.expect("there is still one comment, the same one", after !== undefined && after.id === before?.id);
  screen.expect("it was edited", after?.body !== before?.body);
}

async function mergeIt(play: Play, number: number, workflow: string): Promise<Kept> {
  const { stage, screen } = play;
  const before = await onlyComment(play, number);
  screen.scene("The merge deploys what was reviewed");
  await stage.repository.review(number, "bob", "APPROVED");
  await stage.repository.merge(number, "squash", "bob");
  screen.say("bob approves and merges. The push to main deploys:");
  const step = await push(play, workflow);
  expectResult(screen, step, "deployed", 0);
  screen.say("\nThe step's outputs, for the steps after it:");
  for (const key of ["ClusterEndpoint", "ReaderEndpoint", "SecretArn"]) {
    const value = step.outputs[key] ?? "";
    screen.expect(`${key} = ${value === "" ? "(missing)" : value}`, value !== "");
  }
  const after = await onlyComment(play, number);
  screen.expect(
    "the same comment tells of the deploy",
    after?.id === before?.id && after?.body !== before?.body,
  );
  screen.say(`It starts with: ${firstLine(after)}`);
  return kept(number, after, step);
}

/** The action's comment; `undefined` unless there is exactly one. */
async function onlyComment(play: Play, number: number): Promise<Comment | undefined> {
  const [comment, ...more] = await ours(play, number);
  return more.length === 0 ? comment : undefined;
}
