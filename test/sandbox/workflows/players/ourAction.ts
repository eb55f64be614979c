import { join } from "node:path";
import { type RunOptions, runAction } from "../../runner/run-action.ts";
import type { Done, StepScene } from "../jobs/steps.ts";

/** This repository's action, packaged as it is released, with what the job has in its hands. */
export async function ourAction(scene: StepScene): Promise<Done> {
  return play(scene, {});
}

/** The action of the repository whose workflow it is, as it was checked out: `uses: ./`. */
export async function localAction(scene: StepScene): Promise<Done> {
  const { workspace } = scene;
  return play(scene, {
    bundle: join(workspace, "dist/index.js"),
    actionFile: join(workspace, "action.yml"),
  });
}

async function play(scene: StepScene, action: Pick<RunOptions, "bundle" | "actionFile">): Promise<Done> {
  const { stage, workflow, event, inputs, env, token, workspace } = scene;
  const result = await runAction({
    ...action,
    inputs,
    event,
    github: {
      url: stage.github.url,
      token,
      repository: stage.repository.fullName,
      runId: scene.id,
      runNumber: scene.id,
      attempt: scene.attempt,
      job: scene.jobId,
      workflow: workflow.name,
    },
    aws: { url: stage.aws.url, credentials: null },
    env,
    workspace,
    stop: { with: "cancel", now: scene.cancelled },
    onLine: ({ text }) => scene.onLine(text),
  });
  const failed = result.exitCode === 0 ? "success" : "failure";
  const problems = result.problems.map((problem) => `runner: ${problem}\n`).join("");
  return {
    conclusion: scene.isCancelled() ? "cancelled" : failed,
    text: result.text + problems,
    outputs: result.outputs,
    exported: result.exportedVariables,
    action: result,
  };
}
