import type { AwsOptions } from "./aws/aws.ts";
import { type RunningAws, startAws } from "./aws/server.ts";
import { type GitHub, startGitHub } from "./github/github.ts";
import type { WorkflowEvent } from "./github/happenings/payloads.ts";
import type { NewRepository, Repository } from "./github/happenings/story.ts";
import { type RunOptions, type RunResult, runAction } from "./runner/run-action.ts";
import { temporaryDirectory } from "./runner/temp.ts";

export interface StageOptions {
  readonly aws?: AwsOptions;
  readonly repository?: NewRepository;
  /** The step's inputs, where a run does not give its own. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly patientAtMs?: number;
}

export interface StepOptions
  extends Pick<
    RunOptions,
    | "inputs"
    | "env"
    | "debug"
    | "stop"
    | "later"
    | "patientAtMs"
    | "timeoutMs"
    | "onLine"
    | "hangUpAt"
    | "aws"
    | "bundle"
  > {
  /** The attempt of a run that is run again: the same run id, the same commit. */
  readonly again?: { readonly runId: number; readonly attempt: number };
  readonly token?: string;
}

export interface Step extends RunResult {
  readonly runId: number;
}

/** A repository on the local GitHub, an AWS account, and a runner between them. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub;
  readonly aws: RunningAws;
  readonly repository: Repository;
  /** Checks out the event's commit into an empty workspace and runs the bundle there. */
  run(event: WorkflowEvent, options?: StepOptions): Promise<Step>;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const [github, aws] = await Promise.all([startGitHub(), startAws(options.aws)]);
  const repository = await github.createRepository(options.repository);
  let runs = 0;
  return {
    github,
    aws,
    repository,
    async run(event, { again, token = github.token(), ...step } = {}) {
      const workspace = await temporaryDirectory("workspace");
      await repository.checkout(event.sha, workspace);
      const runId = again?.runId ?? ++runs;
      const result = await runAction({
        ...(options.patientAtMs === undefined ? {} : { patientAtMs: options.patientAtMs }),
        ...step,
        inputs: { ...options.inputs, ...step.inputs },
        event,
        github: {
          url: github.url,
          token,
          repository: repository.fullName,
          runId,
          attempt: again?.attempt ?? 1,
        },
        aws: { url: aws.url, ...step.aws },
        workspace,
      });
      return { ...result, runId };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([github.close(), aws.close()]);
    },
  };
}
