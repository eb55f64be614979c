import type { Unchecked } from "../changes/drift.ts";
import { ActionError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { Pace, Stacks } from "../ports/aws.ts";
import { headline } from "../report/headline.ts";
import { driftLines, pathOf, uncheckedText } from "../report/sections/drift.ts";
import { shownDrift } from "../report/shownView.ts";
import { renderSummary } from "../report/summary.ts";
import { fullSentence, plural } from "../report/text/words.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { driftOfTree, type TreeDrift, type TreePorts } from "./driftTree.ts";
import type { WorkflowRun } from "./job.ts";
import type { RunResult } from "./result.ts";
import { reportView } from "./tell/reportView.ts";
import { idleStack } from "./watch/idle.ts";

interface DriftPorts extends TreePorts {
  readonly stacks: Pick<Stacks, "describe" | "template" | "resources">;
  readonly pace: Pace;
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
  const found = await driftOfTree(stack.arn, job.deadline, ports);
  const shown = shownDrift(found.drift, job.secrets);
  const view = reportView(job, { kind: "drift", drift: found.drift }, { stackArn: stack.arn });
  for (const line of driftLines(shown)) ports.log.info(line);
  return {
    ...endOf(job, headline(view), { ...found, drift: shown }),
    hasChanges: found.drift.resources.length > 0,
    summary: renderSummary(view),
    stackId: stack.arn,
    stackStatus: stack.status,
    stackOutputs: stack.outputs,
  };
}

/** "In sync" is only said when nothing is left unchecked that AWS can check, in nested stacks neither. */
function endOf(job: DriftJob, message: string, { drift: found, failures }: TreeDrift): RunResult {
  const { inputs } = job;
  const late = found.unchecked.filter(({ isLate }) => isLate === true);
  if (late.length > 0) return notInTime(job, late, { drift: found, failures });
  if (found.resources.length > 0) return { result: "drifted", message };
  if (found.unchecked.length === 0) return { result: "in-sync", message };
  return {
    result: "failed",
    reasonCode: failures[0]?.reasonCode ?? "error",
    message: `The drift of ${inputs.stackName} could not be detected: ${firstOf(found.unchecked)}`,
    hint:
      failures[0]?.hint ??
      "The role of this job, and not the stack's service role, needs to read every resource of the stack, besides cloudformation:DetectStackDrift.",
  };
}

/** The time is why the run fails, and not all that there is to say: what failed by then fails in more time, too. */
function notInTime(
  { inputs }: DriftJob,
  late: readonly Unchecked[],
  { drift: { resources, unchecked }, failures }: TreeDrift,
): RunResult {
  const others = unchecked.filter(({ isLate }) => isLate !== true);
  const names = late.slice(0, MOST_NAMED).map((it) => pathOf(it) || "the stack itself");
  const more = late.length > MOST_NAMED ? ` and ${late.length - MOST_NAMED} more` : "";
  const hint = failures.find(({ reasonCode }) => reasonCode !== "timeout")?.hint;
  return {
    result: "failed",
    reasonCode: "timeout",
    message: [
      `The drift of ${inputs.stackName} was not detected within ${inputs.timeoutMinutes} minutes (timeout-minutes).`,
      `Not reached: ${names.join(", ")}${more}.`,
      ...(others.length === 0 ? [] : [fullSentence(`Not checked for other reasons: ${firstOf(others)}`)]),
      ...(resources.length === 0 ? [] : [`By then ${plural(resources.length, "resource")} had drifted.`]),
    ].join(" "),
    hint: [
      "What was begun goes on in CloudFormation. Run this job again, or raise timeout-minutes.",
      ...(hint === undefined ? [] : [hint]),
    ].join("\n"),
  };
}

const MOST_NAMED = 5;

function firstOf([first, ...others]: readonly Unchecked[]): string {
  if (first === undefined) return "";
  return `${uncheckedText(first)}${others.length === 0 ? "" : ` (and ${others.length} more, see above)`}`;
}
