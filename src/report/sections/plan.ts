import { HIDDEN_CHANGE } from "../../changes/hiddenChange.ts";
import type { Changes, OutputChange, ParameterChange } from "../../changes/model.ts";
import { redactText } from "../../changes/redaction/redaction.ts";
import { PARAMETER, type Risk, type Verdict } from "../../changes/verdict/verdict.ts";
import { oneLine, shorten } from "../text/characters.ts";
import { physicalName } from "../text/names.ts";
import { becauseText, type Cause, causesOf } from "./causes.ts";
import { otherRisks, type RankedChange, rank } from "./ranking.ts";
import { actionLabel, replacementText } from "./resources.ts";
import { watchedLines } from "./watched.ts";

/** The change set as plain lines for the log, worst first; risks below the resource that they are about. */
export function planLines(changes: Changes, verdict: Verdict): readonly string[] {
  const ranked = rank(changes, verdict);
  const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
  const isNew = changes.target.type === "CREATE";
  const width = Math.min(40, Math.max(0, ...ranked.map(({ key }) => key.length)));
  return [
    ...ranked.flatMap((it) => [
      resourceLine(it, width),
      ...(it.change.action === "Modify" ? causesOf(it.change, certainties).slice(0, 5).map(causeLine) : []),
      // One that has several causes is said once.
      ...[...new Set(it.risks.map(riskText))].map((risk) => `      ! ${risk}`),
    ]),
    ...otherRisks(verdict, ranked).map((risk) => `  ! ${whose(risk)} ${riskText(risk)}`),
    ...changes.parameters.map(
      (parameter) => `  parameter ${oneLine(parameter.name)}: ${parameterText(parameter, isNew)}`,
    ),
    ...changes.tags.map(
      ({ key, before, after }) => `  tag ${oneLine(key)}: ${side(before)} → ${side(after)}`,
    ),
    ...changes.settings.map(
      ({ name, before, after }) => `  setting ${oneLine(name)}: ${side(before)} → ${side(after)}`,
    ),
    ...watchedLines(changes),
    ...outputLines(changes.outputs),
    // Of a new stack all of the template is new.
    ...(isNew ? [] : templateLines(changes.template)),
  ];
}

function parameterText({ noEcho, exposed, before, after }: ParameterChange, isNew: boolean): string {
  if (exposed) return "no longer NoEcho";
  if (noEcho) return "set (NoEcho)";
  return isNew ? side(after) : `${side(before)} → ${side(after)}`;
}

/** One line for each kind. */
function templateLines(template: Changes["template"]): readonly string[] {
  return [...Map.groupBy(template, ({ name }) => name.split(" ")[0] ?? "")].map(([kind, changes]) => {
    const names = changes.map(({ name }) => oneLine(name.slice(kind.length + 1)));
    return `  ${kind} differs: ${shorten(names.join(", "), 200)}`;
  });
}

function riskText({ message, acknowledgedBy }: Risk): string {
  return `${oneLine(message)}${acknowledgedBy === undefined ? "" : ` (acknowledged by ${oneLine(acknowledgedBy)})`}`;
}

function whose({ type, resource }: Risk): string {
  return `${type === PARAMETER ? "parameter " : ""}${oneLine(resource)}`;
}

function resourceLine(ranked: RankedChange, width: number): string {
  const { change, key } = ranked;
  const { now, next } = physicalName(change);
  const names = [now, next].filter((name) => name !== undefined).map((name) => oneLine(name));
  const name = names.length === 0 ? "" : `  ${names.join(" → ")}`;
  const replacement = replacementText(ranked);
  const note = ranked.replacement === "none" ? "" : `  (replacement: ${replacement})`;
  return `  ${actionLabel(ranked)}  ${oneLine(key).padEnd(width)}  ${oneLine(change.type)}${name}${note}`;
}

function causeLine({ property, before, after, hidden, because }: Cause): string {
  const values = hidden ? ` ${HIDDEN_CHANGE}` : sides(before, after);
  const reason = because === undefined ? "" : ` ${becauseText(because, (name) => name)}`;
  return `      ${oneLine(property)}:${values}${oneLine(reason) === "" ? "" : ` ${oneLine(reason)}`}${values + reason === "" ? " changes" : ""}`;
}

/** A side that is missing is not there, or too long for a line. */
function sides(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return after === undefined ? "" : ` → ${side(after)}`;
  return after === undefined ? ` ${side(before)} → …` : ` ${side(before)} → ${side(after)}`;
}

function side(value: string | undefined): string {
  if (value === undefined) return "(none)";
  return value === "" ? "(empty)" : shorten(oneLine(redactText(value)), 80);
}

/** One line for all that are added, and so on: a new stack adds them all. */
function outputLines(outputs: readonly OutputChange[]): readonly string[] {
  return (["added", "changed", "removed"] as const).flatMap((word) => {
    const keys = outputs.filter((output) => outputWord(output) === word).map(({ key }) => oneLine(key));
    return keys.length === 0 ? [] : [`  outputs ${word}: ${keys.join(", ")}`];
  });
}

function outputWord({ before, after }: OutputChange): "added" | "changed" | "removed" {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}
