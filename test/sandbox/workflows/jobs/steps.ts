import { holds, interpolate, isSet, type Status } from "../expressions.ts";
import type { Job, Step } from "../model.ts";
import { checkout } from "../players/checkout.ts";
import { configureAwsCredentials } from "../players/configureAwsCredentials.ts";
import { localAction, ourAction } from "../players/ourAction.ts";
import { runScript } from "../players/script.ts";
import { setupNode } from "../players/setupNode.ts";
import type { Conclusion, JobEnd, StepEnd } from "../results.ts";
import { together } from "../results.ts";
import { interpolateAll, type JobScene, jobEnvironment, stepScope } from "../scene.ts";
import { interruption } from "./interruption.ts";

/** What a step has to work with. */
export interface StepScene extends JobScene {
  readonly inputs: Readonly<Record<string, string>>;
  /** Of workflow, job, earlier steps and the step itself. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a step leaves behind. */
export interface Done {
  readonly conclusion: Conclusion;
  readonly text: string;
  readonly outputs?: Readonly<Record<string, string>>;
  /** Variables for the steps after it. */
  readonly exported?: Readonly<Record<string, string>>;
  readonly action?: StepEnd["action"];
}

type Player = (scene: StepScene) => Promise<Done>;

/**
 * What `uses:` stands for, by a version or by the commit of one. Another action needs a player here before an example can use it.
 */
const ACTIONS: Readonly<Record<string, Player>> = {
  "actions/checkout": checkout,
  "actions/setup-node": setupNode,
  "aws-actions/configure-aws-credentials": configureAwsCredentials,
  "org/aurora-deploy-action": ourAction,
  "./": localAction,
};

/** Plays a job's steps one after the other, each if its condition holds. */
export async function playSteps(job: Job, scene: JobScene): Promise<JobEnd> {
  const ended: StepEnd[] = [];
  const exported: Record<string, string> = {};
  const outer = jobEnvironment(job, scene);
  const statusNow = (): Status => (scene.isCancelled() ? "cancelled" : statusOf(ended));
  for (const step of job.steps) {
    const own = interpolateAll(step.env, stepScope(scene, ended, { ...outer, ...exported }, statusNow()));
    const env = { ...outer, ...exported, ...own };
    const { end, done } = await playStep(step, { ...scene, env }, ended);
    ended.push(end);
    Object.assign(exported, done?.exported);
  }
  const conclusion = scene.isCancelled() ? "cancelled" : statusOf(ended);
  const outputs = interpolateAll(
    job.outputs,
    stepScope(scene, ended, { ...outer, ...exported }, statusNow()),
  );
  return { conclusion, outputs, steps: ended };
}

async function playStep(
  step: Step,
  scene: JobScene & Pick<StepScene, "env">,
  before: readonly StepEnd[],
): Promise<{ readonly end: StepEnd; readonly done?: Done }> {
  const scope = stepScope(scene, before, scene.env, scene.isCancelled() ? "cancelled" : statusOf(before));
  const named = {
    name: step.name === undefined ? `Run ${step.uses ?? step.run}` : interpolate(step.name, scope),
    ...(step.id === undefined ? {} : { id: step.id }),
    ...(step.uses === undefined ? {} : { uses: step.uses }),
  };
  if (!holds(step.if, scope)) {
    return { end: { ...named, outcome: "skipped", conclusion: "skipped", outputs: {}, text: "" } };
  }
  const inputs = interpolateAll(step.with, scope);
  // What a condition such as always() lets begin after the cancellation is not ended by it.
  const { isCancelled, cancelled } = scene.isCancelled() ? interruption() : scene;
  const done = await playerOf(
    step,
    interpolate(step.run, scope),
  )({ ...scene, isCancelled, cancelled, inputs });
  const isForgiven = done.conclusion === "failure" && isSet(step["continue-on-error"], scope);
  const end = {
    ...named,
    inputs,
    outcome: done.conclusion,
    conclusion: isForgiven ? "success" : done.conclusion,
    outputs: done.outputs ?? {},
    text: done.text,
    ...(done.action === undefined ? {} : { action: done.action }),
  } as const;
  return { end, done };
}

function playerOf({ uses }: Step, script: string): Player {
  if (uses === undefined) return (scene) => runScript(script, scene);
  const player = ACTIONS[uses.replace(/@(?:v\d+|[0-9a-f]{40})$/, "")];
  if (player === undefined)
    throw new Error(`nobody plays ${uses} yet: see test/sandbox/workflows/jobs/steps.ts`);
  return player;
}

function statusOf(steps: readonly StepEnd[]): Exclude<Conclusion, "skipped"> {
  const worst = together(steps.map(({ conclusion }) => conclusion));
  return worst === "skipped" ? "success" : worst;
}
