/** What is read of inputs here (`inputReader.ts`). */
interface Reader {
  readonly text: (name: string) => string | undefined;
  readonly lines: (name: string) => readonly string[];
  readonly count: (name: string, otherwise: number, least: number, most: number) => number;
  readonly problem: (name: string, value: string, right: string) => void;
}

export interface RollbackInputs {
  /** ARNs; `none` takes away what the stack has, `undefined` leaves it. */
  readonly rollbackAlarms: readonly string[] | "none" | undefined;
  /** `undefined`: as long as the stack is monitored already. */
  readonly monitoringMinutes: number | undefined;
}

// The same form in every partition; a name is any text (CloudWatch's API reference, PutMetricAlarm: 1 to 255 characters).
const ALARM_ARN = /^arn:[a-z-]+:cloudwatch:[a-z0-9-]+:\d{12}:alarm:.{1,255}$/;
/** CloudFormation's limit, API reference, RollbackConfiguration. */
const MOST_ALARMS = 5;
const LONGEST_MINUTES = 180;

/** `rollback-alarms` and `monitoring-minutes`, each for itself. */
export function rollbackInputs(input: Reader): RollbackInputs {
  const isTimed = input.text("monitoring-minutes") !== undefined;
  const minutes = input.count("monitoring-minutes", 0, 0, LONGEST_MINUTES);
  return { rollbackAlarms: alarmsIn(input), monitoringMinutes: isTimed ? minutes : undefined };
}

/** One a line, for a name may hold commas. The same alarm twice is one. */
function alarmsIn(input: Reader): RollbackInputs["rollbackAlarms"] {
  const lines = [...new Set(input.lines("rollback-alarms"))];
  if (lines.length === 0) return undefined;
  if (lines.length === 1 && lines[0] === "none") return "none";
  const wrong = lines.filter((line) => !ALARM_ARN.test(line));
  for (const line of wrong)
    input.problem("rollback-alarms", line, "ARNs of CloudWatch alarms, one a line, or none on its own");
  if (lines.length > MOST_ALARMS)
    input.problem(
      "rollback-alarms",
      `${lines.length} alarms`,
      `at most ${MOST_ALARMS}, CloudFormation takes no more (a composite alarm joins several)`,
    );
  const right = lines.filter((line) => !wrong.includes(line));
  return right.length === 0 ? undefined : right;
}

/** What is wrong with them beside other inputs. */
export function checkRollbackInputs(
  { rollbackAlarms, monitoringMinutes }: RollbackInputs,
  { region, timeoutMinutes }: { readonly region: string; readonly timeoutMinutes: number },
  input: Reader,
): void {
  if (rollbackAlarms !== undefined && rollbackAlarms !== "none") {
    const away = rollbackAlarms.filter((arn) => arn.split(":")[3] !== region);
    for (const arn of away)
      input.problem("rollback-alarms", arn, `alarms of ${region}, the region of the stack`);
  }
  if (monitoringMinutes === undefined) return;
  if (rollbackAlarms === "none")
    input.problem("monitoring-minutes", `${monitoringMinutes}`, "empty while rollback-alarms is none");
  else if (monitoringMinutes >= timeoutMinutes)
    input.problem(
      "monitoring-minutes",
      `${monitoringMinutes}`,
      `less than timeout-minutes (${timeoutMinutes}), or no run would see its end`,
    );
}
