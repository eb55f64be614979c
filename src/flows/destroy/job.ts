import type { Inputs } from "../../inputs.ts";
import type { AwsPorts } from "../../ports/aws.ts";
import type { People } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import type { Secrets } from "../../secrets/secrets.ts";
import type { WorkflowRun } from "../job.ts";
import type { RenderedStack } from "../render/render.ts";

/** What a destroy starts from. */
export interface DestroyJob {
  readonly inputs: Inputs;
  readonly secrets: Secrets;
  readonly run: WorkflowRun;
  /** Of the branch on which it was started. */
  readonly commit: string;
  /** Who started this attempt of the run; `undefined` where nobody says it. */
  readonly startedBy: string | undefined;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly cancel: AbortSignal;
  /** The template of the checkout with the run's parameters: only what lifts a protection needs it. */
  readonly render: () => Promise<RenderedStack>;
}

export interface DestroyPorts
  extends Pick<
    AwsPorts,
    | "pace"
    | "stacks"
    | "changeSets"
    | "templateBucket"
    | "parameterStore"
    | "subnets"
    | "alarms"
    | "deletions"
  > {
  /** `undefined` without a token. */
  readonly people: People | undefined;
  readonly clock: Clock;
  readonly log: Log;
}
