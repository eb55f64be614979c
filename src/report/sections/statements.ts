import { redactText } from "../../changes/redaction/redaction.ts";
import { alarmName } from "../../stack/alarms.ts";
import type { Alarm, OperationEnd, RootCause } from "../../stack/model.ts";
import { wasCalledOff } from "../../stack/nextStep.ts";
import { item, type Section } from "../text/budget.ts";
import { instructions } from "../text/instructions.ts";
import { code, fence, text } from "../text/markdown.ts";
import { moment } from "../text/words.ts";
import { alertSection } from "./alerts.ts";

/** An explanation of ours that may quote AWS. */
export function said(words: string): string {
  return text(redactText(words));
}

/** What is said at the head of a report, in a box. */
export function notice(
  kind: "CAUTION" | "WARNING" | "NOTE",
  ...lines: readonly string[]
): readonly Section[] {
  return alertSection(kind, "", [item(0, lines.join("\n\n"))]);
}

/** The next step, where there is one. */
export function hintLine(hint: string | undefined): readonly string[] {
  return hint === undefined ? [] : [`**Next:** ${instructions(hint)}`];
}

/** Words of AWS: short ones in a line, long or many-lined ones in a fence. */
export function quotation(words: string): string {
  const clean = redactText(words).trim();
  return clean.length <= 600 && !clean.includes("\n")
    ? `> ${text(clean)}`
    : fence(clean.slice(0, 4000).toWellFormed(), "text");
}

/**
 * What made an operation fail.
 * @param what as `failureOf` calls it
 */
export function causeLines(cause: RootCause, what = "The first failure"): readonly string[] {
  const [alarm, ...others] = cause.alarms ?? [];
  if (alarm !== undefined) return alarmLines(alarm, others, cause);
  const where = code([...cause.stackPath, cause.logicalId].join("/"));
  const physical =
    cause.physicalId === undefined || cause.physicalId === "" ? "" : `, ${code(cause.physicalId)}`;
  return [
    `${what} was ${where} (${code(cause.type)}${physical}), ${code(cause.status)}:`,
    quotation(cause.reason),
  ];
}

/** What the first failure of an operation is called: nothing had failed in one that a person called off, but in its rollback. */
export function failureOf(end: OperationEnd): string {
  return wasCalledOff(end) ? "The first failure in the rollback" : "The first failure";
}

function alarmLines(alarm: Alarm, others: readonly Alarm[], { reason }: RootCause): readonly string[] {
  const { arn, since, reason: why = "" } = alarm;
  const at = since === undefined ? "" : ` at ${moment(since)}`;
  const more = others.map((other) => code(alarmName(other.arn))).join(", ");
  return [
    `A rollback alarm fired${at}: ${code(alarmName(arn))} (${code(arn)})${more === "" ? "" : `, and ${more}`}.`,
    ...(why === "" ? [] : [quotation(why)]),
    ...(reason === "" ? [] : ["CloudFormation says:", quotation(reason)]),
  ];
}
