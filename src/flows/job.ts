import { deploymentName, isOfStack } from "../deployments/deployment.ts";
import type { Inputs } from "../inputs.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { RenderedStack } from "./render/render.ts";

/** The run of the workflow that we are a step of. */
export interface WorkflowRun {
  readonly id: string;
  readonly attempt: number;
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub's id of the repository: its name can be given away. */
  readonly repositoryId: string;
  /** `GITHUB_RUN_NUMBER`: counts the runs of the workflow. */
  readonly number: string;
  /** `GITHUB_SHA`: the pushed commit, or the test merge of a pull request. */
  readonly sha: string;
}

/** What every flow on a stack starts from. */
export interface StackJob {
  readonly inputs: Inputs;
  readonly rendered: RenderedStack;
  readonly secrets: Secrets;
  readonly run: WorkflowRun;
  /** The commit that was rendered. */
  readonly commit: string;
  /** Full SHAs that mean this very commit where a value holds one. */
  readonly commits: readonly string[];
  /** When `timeout-minutes` is over. Milliseconds since the epoch. */
  readonly deadline: number;
  /** Aborts when the job is cancelled. */
  readonly cancel: AbortSignal;
}

/** What tells one deploy of a repository from another. */
export type StackName = Pick<Inputs, "stackName" | "region" | "label">;

const CHECK = "aurora-deploy / ";
const DEPLOY = " / deploy";

/** The name of the check run that records a preview; branch protection can require it. */
export function checkName(stack: StackName): string {
  return `${CHECK}${deploymentName(stack)}`;
}

/** The name of the check run that a deploy leaves on the commit that it deployed. */
export function deployCheckName(inputs: StackName): string {
  return `${checkName(inputs)}${DEPLOY}`;
}

/** Whether a check run of that name is of a deploy of this stack, whatever label it had. */
export function isDeployCheckOf(name: string, stack: Pick<StackName, "stackName" | "region">): boolean {
  return (
    name.startsWith(CHECK) &&
    name.endsWith(DEPLOY) &&
    isOfStack(name.slice(CHECK.length, -DEPLOY.length), stack)
  );
}

/**
 * A change set's name, unique to the run's attempt: `pr-7-1a2b3c4d-99-1`. It keeps to CloudFormation's
 * `[a-zA-Z][-a-zA-Z0-9]*`, and the start tells whose it is.
 */
export function changeSetName(origin: string, commit: string, run: WorkflowRun): string {
  return `${origin}-${commit.slice(0, 8)}-${run.id}-${run.attempt}`;
}
