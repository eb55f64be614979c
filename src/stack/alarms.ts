import type { RollbackAlarm } from "./model.ts";

export const METRIC_ALARM = "AWS::CloudWatch::Alarm";

export const COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm";

/** An alarm's name: in the ARN it stands last, and may hold colons. */
export function alarmName(arn: string): string {
  return arn.split(":").slice(6).join(":");
}

/** An alarm in a list of texts: its ARN, and before it the type of one that is no metric alarm. No ARN begins so. */
export function alarmText({ arn, type }: RollbackAlarm): string {
  return type === METRIC_ALARM ? arn : `${type} ${arn}`;
}
