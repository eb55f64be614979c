import { validationError } from "../../aws/errors.ts";
import { type OutputStructure, type Params, structures, text } from "../../aws/query.ts";
import type { RollbackConfiguration, Stack } from "../model.ts";

const TYPES: readonly string[] = ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"];

/**
 * What a call asks to be watched. Triggers that it leaves out are the stack's, an empty list takes them away (API reference);
 * without the whole structure the monitoring time stays as well.
 */
export function rollbackConfiguration(params: Params, stack: Stack | undefined): RollbackConfiguration {
  const present = stack?.rollback ?? { triggers: [], minutes: 0 };
  const given = params.RollbackConfiguration;
  if (given === undefined) return present;
  const asked = given as Params;
  const triggers = structures(asked, "RollbackTriggers").map((trigger) => ({
    arn: text(trigger, "Arn") ?? "",
    type: text(trigger, "Type") ?? "",
  }));
  if (triggers.length > 5)
    throw invalid("rollbackTriggers", "Member must have length less than or equal to 5");
  for (const { type } of triggers)
    if (!TYPES.includes(type)) throw validationError(`Rollback trigger type ${type} is not supported`);
  const minutes = Number(text(asked, "MonitoringTimeInMinutes") ?? 0);
  if (!(minutes >= 0 && minutes <= 180))
    throw invalid("monitoringTimeInMinutes", "Member must have value less than or equal to 180");
  return { triggers: asked.RollbackTriggers === undefined ? present.triggers : triggers, minutes };
}

function invalid(field: string, constraint: string) {
  return validationError(
    `1 validation error detected: Value at 'rollbackConfiguration.${field}' failed to satisfy constraint: ${constraint}`,
  );
}

export function rollbackShape({ triggers, minutes }: RollbackConfiguration): OutputStructure {
  return {
    RollbackTriggers: triggers.map(({ arn, type }) => ({ Arn: arn, Type: type })),
    MonitoringTimeInMinutes: minutes === 0 ? undefined : minutes,
  };
}
