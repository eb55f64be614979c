import type { RollbackConfiguration as SdkConfiguration } from "@aws-sdk/client-cloudformation";
import type { RollbackConfiguration } from "../../stack/model.ts";

/** What a stack or a change set has of rollback alarms and monitoring time; `undefined` where it has neither. */
export function decodeRollback(given: SdkConfiguration | undefined): RollbackConfiguration | undefined {
  const alarms = (given?.RollbackTriggers ?? []).map(({ Arn: arn = "", Type: type = "" }) => ({ arn, type }));
  const minutes = given?.MonitoringTimeInMinutes ?? 0;
  return alarms.length === 0 && minutes === 0 ? undefined : { alarms, minutes };
}

/** An empty list takes the stack's alarms away, where none at all would keep them (API reference, RollbackConfiguration). */
export function encodeRollback({ alarms, minutes }: RollbackConfiguration): SdkConfiguration {
  return {
    RollbackTriggers: alarms.map(({ arn, type }) => ({ Arn: arn, Type: type })),
    MonitoringTimeInMinutes: minutes,
  };
}
