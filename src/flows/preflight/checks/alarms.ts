import type { Changes } from "../../../changes/model.ts";
import { alarmName } from "../../../stack/alarms.ts";
import type { Alarm } from "../../../stack/model.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import type { Check } from "../questions.ts";

/**
 * Whether a rollback alarm, a new one or one that stays, speaks against a deploy already. Neither is certain to fail: an
 * alarm can go back to OK at any time, and who may see some alarms only sees no composite ones (DescribeAlarms).
 */
export async function checkAlarms(
  { rollbackAlarms: arns, changes }: Examined,
  { alarms }: CheckPorts,
  { ask }: Means,
): Promise<readonly Check[]> {
  // Where nothing is executed nothing is watched.
  if (arns.length === 0 || (changes !== undefined && isNothing(changes))) return [];
  const found = await ask(
    {
      what: "whether a rollback alarm speaks against the deploy already",
      permission: "cloudwatch:DescribeAlarms",
      resources: [],
      when: "changed",
    },
    (signal) => alarms.find(arns, signal),
  );
  if (found === undefined) return [];
  const states = new Map(found.map((alarm) => [alarm.arn, alarm]));
  return arns.flatMap((arn) => {
    const alarm = states.get(arn);
    if (alarm === undefined) return [warning(missing(arn))];
    return alarm.state === "ALARM" ? [warning(firing(alarm))] : [];
  });
}

function isNothing({ resources, outputs, parameters }: Changes): boolean {
  return resources.length + outputs.length + parameters.length === 0;
}

function missing(arn: string): string {
  return `Rollback alarm ${alarmName(arn)} is not there (${arn}): CloudFormation rolls a deploy back whose alarm is missing. If it is a composite alarm, the role may just not see it: cloudwatch:DescribeAlarms must be allowed on *.`;
}

function firing({ arn, since, reason }: Alarm): string {
  const at = since === undefined ? "" : ` since ${new Date(since).toISOString().slice(0, 16)}Z`;
  const why = reason === undefined || reason === "" ? "" : `: ${reason}`;
  return `Rollback alarm ${alarmName(arn)} is in ALARM${at}, and while it is, CloudFormation rolls a deploy back${why}`;
}

/** About no resource: it matters for each deploy. */
function warning(message: string): Check {
  return { resources: [], when: "changed", finding: { level: "warning", message } };
}
