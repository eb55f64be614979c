import {
  executions,
  expectResult,
  firstLine,
  type Kept,
  kept,
  ours,
  type Play,
  presentWorkflow,
  preview,
} from "./play.ts";
import { dangerousTemplate } from "./templates.ts";
import { WORKFLOW_PATH, withOwnTemplate } from "./workflow.ts";

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
