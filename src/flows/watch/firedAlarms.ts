import { ActionError } from "../../errors.ts";
import type { Alarms } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { alarmCause, mayBeByAlarm } from "../../stack/alarms.ts";
import type { Alarm, RollbackConfiguration } from "../../stack/model.ts";
import type { WatchedOperation } from "./watch.ts";

interface AlarmPorts {
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Pick<Log, "debug">;
}

/** The end of the operation is known, and told without this, too. */
const PATIENCE_MS = 3_000;

/**
 * An operation that a rollback alarm has turned back, or may have, with the alarm as its cause: CloudFormation's words say
 * little of it, CloudWatch knows which one fired and why. Where it may not be asked, CloudFormation's words stand.
 */
export async function withFiredAlarms(
  watched: WatchedOperation,
  rollback: RollbackConfiguration | undefined,
  ports: AlarmPorts,
): Promise<WatchedOperation> {
  const { end, events } = watched;
  if (end.kind !== "failed" || rollback === undefined || rollback.alarms.length === 0) return watched;
  if (end.isCalledOff === true || !mayBeByAlarm(end.cause)) return watched;
  const found = await asked(rollback, ports);
  const cause = alarmCause(events, end.cause, found);
  return { ...watched, end: { ...end, cause } };
}

async function asked(
  { alarms: watched }: RollbackConfiguration,
  { alarms, clock, log }: AlarmPorts,
): Promise<readonly Alarm[] | "denied"> {
  const over = new AbortController();
  try {
    const answer = alarms.find(watched.map(({ arn }) => arn));
    return (await Promise.race([answer, clock.sleep(PATIENCE_MS, over.signal)])) ?? [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(error.message);
    return error.reasonCode === "access-denied" ? "denied" : [];
  } finally {
    over.abort();
  }
}
