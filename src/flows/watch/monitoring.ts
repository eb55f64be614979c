import { alarmName } from "../../stack/alarms.ts";
import type { RollbackConfiguration } from "../../stack/model.ts";
import { isAtRest } from "../../stack/operation.ts";
import type { Sight } from "./look.ts";
import type { WatchRequest } from "./watch.ts";

/** After the last resource that is known of, and after any other: the next one begins within seconds. */
const SURELY_MS = 2_000;
const PROBABLY_MS = 15_000;

/**
 * Whether CloudFormation waits for its monitoring time to be over. No event says so: nothing is in progress any more, and
 * the stack goes on.
 */
export function isMonitored(sight: Sight, { rollback, total }: WatchRequest, now: number): boolean {
  const { operation, newsAt } = sight;
  if (rollback === undefined || rollback.minutes === 0 || !isAtRest(operation)) return false;
  const isAllDone = total > 0 && operation.finished.size >= total;
  return now - newsAt >= (isAllDone ? SURELY_MS : PROBABLY_MS);
}

/** `monitoring for 10 min: alarms errors, latency`. */
export function monitoringText({ alarms, minutes }: RollbackConfiguration): string {
  const names = alarms.map(({ arn }) => alarmName(arn)).join(", ");
  const what = alarms.length === 0 ? "no alarm" : `${alarms.length === 1 ? "alarm" : "alarms"} ${names}`;
  return `monitoring for ${minutes} min: ${what}`;
}
