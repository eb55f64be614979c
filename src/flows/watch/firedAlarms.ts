import { ActionError } from "../../errors.ts";
import type { Alarms } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { alarmCause, mayBeByAlarm } from "../../stack/alarms.ts";
import {
  type Alarm,
  causeOf,
  failingOf,
  type OperationEnd,
  type RollbackConfiguration,
  type RootCause,
} from "../../stack/model.ts";
import { ServiceError } from "../../stack/serviceError.ts";
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
  if (rollback === undefined || rollback.alarms.length === 0 || !isTurnedBack(end)) return watched;
  const before = causeOf(end);
  if (!mayBeByAlarm(before)) return watched;
  const cause = alarmCause(events, before, await asked(rollback, ports));
  return { ...watched, end: withCause(end, cause) };
}

/** Whether it was turned back, and by no person. A cancelled job has no time to ask why. */
function isTurnedBack(end: OperationEnd): boolean {
  if (end.kind === "failed") return end.isCalledOff !== true;
  const failing = failingOf(end);
  return end.kind !== "cancelled" && failing?.isRollingBack === true && failing.isCalledOff !== true;
}

function withCause(end: OperationEnd, cause: RootCause | undefined): OperationEnd {
  if (end.kind === "failed") return { ...end, cause };
  const failing = failingOf(end);
  return end.kind === "succeeded" || failing === undefined ? end : { ...end, failing: { ...failing, cause } };
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
    // Credentials that have ended lack no permission.
    const hasEnded = error instanceof ServiceError && error.trouble === "credentials";
    return error.reasonCode === "access-denied" && !hasEnded ? "denied" : [];
  } finally {
    over.abort();
  }
}
