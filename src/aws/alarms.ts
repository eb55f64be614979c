import type { CompositeAlarm, MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Alarms } from "../ports/aws.ts";
import { alarmName, COMPOSITE_ALARM, METRIC_ALARM } from "../stack/alarms.ts";
import type { Alarm } from "../stack/model.ts";
import { type ClientOptions, clientSettings, lazily } from "./client.ts";
import { defined } from "./decode.ts";

/** Alarms as CloudWatch has them. The SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function openAlarms(options: ClientOptions): Alarms {
  const ask = lazily("CloudWatch", () => open(options));
  return { find: (arns, signal) => ask("ask for the rollback alarms", (watch) => find(watch, arns, signal)) };
}

type CloudWatch = Awaited<ReturnType<typeof open>>;

async function open(options: ClientOptions) {
  const sdk = await import("./sdk/cloudwatch.ts");
  return { sdk, client: new sdk.CloudWatchClient(clientSettings(options)) };
}

/** All on one page, which has 50 alarms: a stack has five at most. */
async function find(
  { sdk, client }: CloudWatch,
  arns: readonly string[],
  abortSignal?: AbortSignal,
): Promise<readonly Alarm[]> {
  const command = new sdk.DescribeAlarmsCommand({
    AlarmNames: [...new Set(arns.map(alarmName))],
    // Without this, CloudWatch leaves composite alarms out.
    AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
  });
  const { MetricAlarms = [], CompositeAlarms = [] } = await client.send(command, defined({ abortSignal }));
  const found = [
    ...MetricAlarms.flatMap((alarm) => decodeAlarm(alarm, METRIC_ALARM)),
    ...CompositeAlarms.flatMap((alarm) => decodeAlarm(alarm, COMPOSITE_ALARM)),
  ];
  // By its name alone, an alarm of another account would be taken for one of this.
  return found.filter(({ arn }) => arns.includes(arn));
}

function decodeAlarm(alarm: MetricAlarm | CompositeAlarm, type: string): readonly Alarm[] {
  const { AlarmArn: arn, StateValue: state = "", StateReason: reason } = alarm;
  if (arn === undefined) return [];
  const since = (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime();
  return [{ arn, type, state, ...defined({ reason, since }) }];
}
