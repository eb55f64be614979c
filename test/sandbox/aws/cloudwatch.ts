import type { Alarm } from "../cloudformation/model.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, texts } from "./query.ts";

/** CloudWatch, as far as it tells of alarms by their names. Composite ones only to who asks for them by their type. */
export function handleCloudWatch(
  operation: string,
  params: Params,
  alarms: readonly Alarm[],
): OutputStructure {
  if (operation !== "DescribeAlarms") {
    throw new AwsError("UnknownOperationException", `CloudWatch in the sandbox has no ${operation}`);
  }
  const names = texts(params, "AlarmNames");
  const types = texts(params, "AlarmTypes");
  const found = alarms.filter(({ arn }) => names.includes(arn.split(":").slice(6).join(":")));
  const metric = types.length === 0 || types.includes("MetricAlarm");
  const of = (type: Alarm["type"]) => found.filter((alarm) => alarm.type === type).map(shape);
  return {
    MetricAlarms: metric ? of("AWS::CloudWatch::Alarm") : [],
    CompositeAlarms: types.includes("CompositeAlarm") ? of("AWS::CloudWatch::CompositeAlarm") : [],
  };
}

function shape({ arn, state, reason, since }: Alarm): OutputStructure {
  return {
    AlarmName: arn.split(":").slice(6).join(":"),
    AlarmArn: arn,
    StateValue: state,
    StateReason: reason,
    StateUpdatedTimestamp: since / 1000,
    StateTransitionedTimestamp: since / 1000,
  };
}
