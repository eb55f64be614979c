import { takesNoEcho, withoutNoEcho } from "../changes/noEchoDrift.ts";
import { ActionError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { Drifts, Pace, Stacks } from "../ports/aws.ts";
import type { Clock, Log } from "../ports/local.ts";
import { headline } from "../report/headline.ts";
import { driftLines } from "../report/sections/drift.ts";
import { shownDrift } from "../report/shownView.ts";
import { renderSummary } from "../report/summary.ts";
import type { ReportView } from "../report/view.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { Stack, StackDrift } from "../stack/model.ts";
import { deployedTemplate } from "./change/templatePairs.ts";
import type { WorkflowRun } from "./job.ts";
import type { RunResult } from "./result.ts";
import { reportView } from "./tell/reportView.ts";
import { idleStack } from "./watch/idle.ts";

interface DriftPorts {
  readonly stacks: Pick<Stacks, "describe" | "template" | "resources">;
  readonly drifts: Drifts;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DriftJob {
  readonly inputs: Inputs;
  readonly secrets: Secrets;
  readonly run: WorkflowRun;
  readonly commit: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly cancel: AbortSignal;
}

/** Finds out what was changed outside of CloudFormation, and reports it per property. Changes nothing. */
export async function drift(job: DriftJob, ports: DriftPorts): Promise<RunResult> {
  const stack = await idleStack(job, ports, { mayBeKept: true });
  if (stack === undefined || stack.status === "REVIEW_IN_PROGRESS") {
    throw new ActionError(
      `There is no stack ${job.inputs.stackName} in ${job.inputs.region} to check for drift.`,
      {
        reasonCode: "invalid-input",
        hint: "Check stack-name and region; drift can be detected once the stack is deployed.",
      },
    );
  }
  const [detected, isHidden] = await Promise.all([
    ports.drifts.detect(stack.arn),
    hiddenProperties(stack, ports),
  ]);
  const found = withoutNoEcho(detected, isHidden);
  const view = reportView(job, { kind: "drift", drift: found }, { stackArn: stack.arn });
  for (const line of driftLines(shownDrift(found, job.secrets))) ports.log.info(line);
  const drifted = found.resources.length > 0;
  return {
    ...endOf(view, found, drifted),
    hasChanges: drifted,
    summary: renderSummary(view),
    stackId: stack.arn,
    stackStatus: stack.status,
    stackOutputs: stack.outputs,
  };
}

/** Drift detection may tell what a NoEcho parameter gave to a property: the deployed template says which these are. */
async function hiddenProperties(stack: Stack, ports: DriftPorts): Promise<ReturnType<typeof takesNoEcho>> {
  try {
    return takesNoEcho(await deployedTemplate(stack, ports));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    ports.log.warning(`No value that drifted is shown, as NoEcho ones may be among them: ${error.message}`);
    return takesNoEcho(undefined);
  }
}

/** "In sync" is only said when every resource was checked. */
function endOf(view: ReportView, { incomplete }: StackDrift, drifted: boolean): RunResult {
  if (incomplete !== undefined && !drifted) {
    return {
      result: "failed",
      reasonCode: "error",
      message: `The drift of ${view.stack} could not be detected: ${incomplete}`,
      hint: "The role needs to read every resource of the stack, besides cloudformation:DetectStackDrift.",
    };
  }
  return { result: drifted ? "drifted" : "in-sync", message: headline(view) };
}
