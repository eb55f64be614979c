import { runAction } from "../../runner/run-action.ts";
import type { Done, StepScene } from "../jobs/steps.ts";

/** This repository's action, packaged as it is released, with what the job has in its hands. */
export async function ourAction(scene: StepScene): Promise<Done> {
  const { stage, workflow, event, inputs, env, token, workspace } = scene;
  const result = await runAction({
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
