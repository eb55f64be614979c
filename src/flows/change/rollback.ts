import { ActionError } from "../../errors.ts";
import type { Alarms } from "../../ports/aws.ts";
import { alarmName, METRIC_ALARM } from "../../stack/alarms.ts";
import type { RollbackAlarm, RollbackConfiguration, Stack } from "../../stack/model.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/** What CloudFormation is to watch, and what the reviewer is told of it. */
export interface WantedRollback {
  /** What is sent; `undefined` where neither input says anything: CloudFormation keeps what the stack has. */
  readonly rollback: RollbackConfiguration | undefined;
  readonly findings: readonly Finding[];
}

/**
 * `rollback-alarms` and `monitoring-minutes`, against what the stack has. Both are sent where one is set: what
 * CloudFormation makes of the other one, if it is left out, is not documented.
 */
export async function wantedRollback(
  { inputs }: Pick<StackJob, "inputs">,
  live: Stack | undefined,
  ports: { readonly alarms: Alarms },
): Promise<WantedRollback> {
  const { rollbackAlarms, monitoringMinutes } = inputs;
  const kept = live?.rollback ?? NOTHING;
  if (rollbackAlarms === undefined && monitoringMinutes === undefined)
    return { rollback: undefined, findings: doubts(kept, inputs) };
  if (rollbackAlarms === "none") return { rollback: NOTHING, findings: [] };
  const { alarms, findings } =
    rollbackAlarms === undefined
      ? { alarms: kept.alarms, findings: [] }
      : await typed(rollbackAlarms, kept.alarms, ports);
  const rollback = { alarms, minutes: monitoringMinutes ?? kept.minutes };
  return { rollback, findings: [...findings, ...doubts(rollback, inputs)] };
}

const NOTHING: RollbackConfiguration = { alarms: [], minutes: 0 };

/** The alarms with their types: those of the stack as it has them, of others as CloudWatch says. */
async function typed(
  arns: readonly string[],
  kept: readonly RollbackAlarm[],
  { alarms }: { readonly alarms: Alarms },
): Promise<{ readonly alarms: readonly RollbackAlarm[]; readonly findings: readonly Finding[] }> {
  const types = new Map(kept.map(({ arn, type }) => [arn, type]));
  const unknown = arns.filter((arn) => !types.has(arn));
  const findings: Finding[] = [];
  try {
    const found = unknown.length === 0 ? [] : await alarms.find(unknown);
    for (const { arn, type } of found) types.set(arn, type);
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
    findings.push({ level: "warning", message: unasked(unknown) });
  }
  return { alarms: arns.map((arn) => ({ arn, type: types.get(arn) ?? METRIC_ALARM })), findings };
}

function unasked(arns: readonly string[]): string {
  const names = arns.map(alarmName).join(", ");
  return `Rollback alarms: whether ${names} is a metric alarm or a composite one could not be asked (cloudwatch:DescribeAlarms is missing). It is sent as a metric alarm; if it is a composite one, CloudFormation does not find it, and rolls the deploy back.`;
}

/** What a reviewer should know of what is watched. */
function doubts(
  { alarms, minutes }: RollbackConfiguration,
  { timeoutMinutes, onFailure }: StackJob["inputs"],
): readonly Finding[] {
  const waits = `CloudFormation waits ${minutes} min after all resources are done, before it cleans up`;
  const told: readonly (readonly [boolean, string])[] = [
    [
      minutes > 0 && alarms.length === 0,
      `Monitoring without alarms: ${waits}, and nothing but a person (CancelUpdateStack) turns the deploy back meanwhile. Name alarms in rollback-alarms, or set monitoring-minutes: 0.`,
    ],
    [
      minutes >= timeoutMinutes,
      `Monitoring longer than the run: ${waits}, and this run gives up after ${timeoutMinutes} min (timeout). Raise timeout-minutes, or lower monitoring-minutes.`,
    ],
    [
      alarms.length > 0 && onFailure === "keep",
      "Rollback alarms with on-failure: keep: CloudFormation is told not to roll back, and what it does when an alarm fires then is not documented.",
    ],
  ];
  return told.flatMap(([isSo, message]) => (isSo ? [warning(message)] : []));
}

function warning(message: string): Finding {
  return { level: "warning", message };
}
