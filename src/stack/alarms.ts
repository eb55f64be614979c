import { arnParts } from "./console.ts";
import { chronological, isStackItself } from "./eventKinds.ts";
import type { Alarm, RollbackAlarm, RootCause, StackEvent } from "./model.ts";

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

/** Which rollback alarm fired, when and why. */
export function firedText({ arn, since, reason = "" }: Alarm): string {
  const at = since === undefined ? "" : ` at ${new Date(since).toISOString().slice(11, 19)} UTC`;
  return `rollback alarm ${alarmName(arn)} fired${at}${reason === "" ? "." : `: ${reason}`}`;
}

/**
 * Whether a rollback alarm may have turned an operation back: nothing failed, as far as is known, and the stack itself says
 * nothing, or speaks of an alarm. What CloudFormation says then is documented nowhere.
 */
export function mayBeByAlarm(cause: RootCause | undefined): boolean {
  if (cause === undefined) return true;
  const isOfStack = cause.type === STACK && cause.stackPath.length === 0 && /ROLLBACK/.test(cause.status);
  return isOfStack && /alarm|rollback trigger|monitor/i.test(cause.reason);
}

const STACK = "AWS::CloudFormation::Stack";

/**
 * The cause with the alarms that fired: those that CloudFormation names, else those that were in ALARM when it turned back.
 * @param events the operation's
 * @param found the alarms as CloudWatch tells them; `denied` where it may not be asked
 * @returns the cause as it is known already where no alarm can be told from it
 */
export function alarmCause(
  events: readonly StackEvent[],
  cause: RootCause | undefined,
  found: readonly Alarm[] | "denied",
): RootCause | undefined {
  if (found === "denied") return cause && { ...cause, alarms: [], hint: ASK };
  const turn = cause ?? turnedBack(events);
  if (turn === undefined) return cause;
  // Names that CloudFormation gives are the whole answer, also where CloudWatch knows none of them.
  const alarms = /:alarm:/.test(turn.reason) ? namedIn(turn.reason, found) : firingAt(turn.at, found);
  const [first] = alarms;
  return first === undefined ? cause : { ...turn, alarms, hint: lookAt(first) };
}

const ASK =
  "To be told here which alarm fired and why, allow cloudwatch:DescribeAlarms on * to the role that this job assumes.";

/** Those whose ARN stands in the text, and not only as the beginning of a longer one. */
function namedIn(text: string, alarms: readonly Alarm[]): readonly Alarm[] {
  let rest = text;
  return alarms
    .toSorted((a, b) => b.arn.length - a.arn.length)
    .filter(({ arn }) => {
      const parts = rest.split(arn);
      rest = parts.join("");
      return parts.slice(1).some((after) => !/^[\w-]/.test(after));
    });
}

/** How far CloudFormation's clock and CloudWatch's may be apart, with the time that it takes to notice. */
const SLACK_MS = 30_000;

/** One that has fired only since did not turn it back. */
function firingAt(at: number, alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms.filter(({ state, since = at }) => state === "ALARM" && since <= at + SLACK_MS);
}

/** The stack's own event that says it goes back, as a cause without words. */
function turnedBack(events: readonly StackEvent[]): RootCause | undefined {
  const turn = chronological(events.toReversed()).find(
    (event) => isStackItself(event) && event.status.endsWith("ROLLBACK_IN_PROGRESS"),
  );
  if (turn === undefined) return undefined;
  const { logicalId, type, status, reason = "", at } = turn;
  return { stackPath: [], logicalId, type, status, reason, at };
}

function lookAt({ arn }: Alarm): string {
  const { region } = arnParts(arn);
  const name = `'${alarmName(arn).replaceAll("'", "'\\''")}'`;
  return `See what the alarm has seen:\naws cloudwatch describe-alarm-history --region ${region} --history-item-type StateUpdate --alarm-name ${name}`;
}
