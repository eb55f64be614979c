import type { Comment } from "../github/happenings/story.ts";
import type { Stage, Step } from "../stage.ts";
import type { Screen } from "./screen.ts";
import { inputsOf, WORKFLOW_PATH } from "./workflow.ts";

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

/** Runs the workflow as it stands for an event of the pull request, its log on the screen. */
export async function preview(play: Play, number: number, action: string, workflow: string): Promise<Step> {
  const event = await play.stage.repository.event.pullRequest(number, action);
  return play.stage.run(event, { inputs: inputsOf(workflow), onLine: play.screen.log });
}

/** Runs the workflow as it stands for the last push to main, its log on the screen. */
export async function push(play: Play, workflow: string): Promise<Step> {
  const event = await play.stage.repository.event.push("main");
  return play.stage.run(event, { inputs: inputsOf(workflow), onLine: play.screen.log });
}

export function expectResult(screen: Screen, step: Step, result: string, exitCode: number): void {
  const { "deploy-result": found } = step.outputs;
  screen.expect(`the result is ${result}`, found === result, found);
  screen.expect(`the step ${exitCode === 0 ? "passes" : "fails"}`, step.exitCode === exitCode, step.exitCode);
  if (step.problems.length > 0)
    screen.expect("the runner has nothing to complain about", false, step.problems);
}

/** The workflow as `main` has it. */
export async function presentWorkflow({ stage }: Play): Promise<string> {
  return (await stage.repository.files("main"))[WORKFLOW_PATH] ?? "";
}

/** The action's comments on a pull request. */
export async function ours({ stage }: Play, number: number): Promise<readonly Comment[]> {
  const comments = await stage.repository.comments(number);
  return comments.filter((comment) => comment.user.login === "github-actions[bot]");
}

/** How many change sets were executed so far. */
export function executions({ stage }: Play): number {
  return stage.aws.requests().filter(({ operation }) => operation === "ExecuteChangeSet").length;
}

/** The comment's headline. */
export function firstLine(comment: Comment | undefined): string {
  return comment?.body.split("\n").find((line) => line.startsWith("#")) ?? "(there is no comment)";
}

export function kept(pullRequest: number, comment: Comment | undefined, step: Step): Kept {
  if (comment === undefined) throw new Error(`#${pullRequest} has no comment`);
  return { pullRequest, comment, step };
}
