import {
  executions,
  expectResult,
  type Kept,
  kept,
  ours,
  type Play,
  presentWorkflow,
  preview,
  push,
} from "./play.ts";
import { WORKFLOW_PATH, withParameter } from "./workflow.ts";

const STACK = "aurora-production";

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
