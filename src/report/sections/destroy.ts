import type { Fate, NamedResource } from "../../changes/destroy/fate.ts";
import type { ObstacleText } from "../../changes/destroy/obstacles.ts";
import { adviceOf, causeOf, failingOf } from "../../stack/model.ts";
import { type DestroyState, destroyText } from "../destroyWords.ts";
import { block, item, type Section } from "../text/budget.ts";
import { oneLine } from "../text/characters.ts";
import { instructions } from "../text/instructions.ts";
import { cell, cellCode, code, link, tableRow, text } from "../text/markdown.ts";
import { plural, sentence } from "../text/words.ts";
import type { ReportView } from "../view.ts";
import { tableSection } from "./settings.ts";
import { causeLines, failureOf, hintLine, notice, said } from "./statements.ts";

type Omitted = (count: number) => string;

/** What stood in the way, what was lost, kept and saved. */
export function destroySections(state: DestroyState, view: ReportView, omitted: Omitted): readonly Section[] {
  switch (state.kind) {
    case "absent":
      return [block(0, "There is no such stack in this region and account.")];
    case "protected":
      return [
        ...notice(
          "CAUTION",
          `**Nothing was deleted** (${code("protected")}). ${instructions(state.explanation)}`,
        ),
        ...obstacleTable(state.obstacles, omitted),
        ...fateTables(state.fate, "would be", omitted),
      ];
    case "destroyed":
      return [
        block(
          0,
          `**${plural(state.fate.deleted, "resource")} deleted** · ${link("stack", view.links.stack)} · ${link("run", view.links.run)}`,
        ),
        ...snapshotTable(state.snapshots, state.unnamed, omitted),
        ...fateTables(state.fate, "is", omitted),
      ];
    case "destroy-failed":
      return [
        ...failedAlert(state),
        ...snapshotTable(state.snapshots, state.unnamed, omitted),
        ...fateTables(state.fate, "was to be", omitted),
      ];
  }
}

/** The same as plain lines for the log. */
export function fateLines({ deleted, lost, kept, saved }: Fate): readonly string[] {
  const lines = (what: string, resources: readonly NamedResource[]) =>
    resources.map(
      ({ key, type, physicalId = "" }) =>
        `  ${what}  ${oneLine(key)}  ${oneLine(type)}  ${oneLine(physicalId)}`,
    );
  return [
    `${plural(deleted, "resource")} will be deleted.`,
    ...lines("🔥 lost, with its data   ", lost),
    ...lines("📸 saved by a snapshot   ", saved),
    ...lines("📌 kept, in no stack     ", kept),
  ];
}

/** What stands in the way, as plain lines for the log. */
export function obstacleLines(obstacles: readonly ObstacleText[]): readonly string[] {
  return obstacles.map(
    ({ what, type, why, next }) =>
      `  ⛔ ${oneLine(what)} (${oneLine(type)}): ${oneLine(why)}. Next: ${oneLine(next)}`,
  );
}

function failedAlert(state: Extract<DestroyState, { kind: "destroy-failed" }>): readonly Section[] {
  const { end, nextStep } = state;
  const cause = end.kind === "failed" ? (end.rollbackCause ?? end.cause) : causeOf(end);
  const words = destroyText(state);
  return notice(
    end.kind === "failed" || failingOf(end) !== undefined ? "CAUTION" : "WARNING",
    `**${text(sentence(words))}.**`,
    ...(cause === undefined ? [] : causeLines(cause, failureOf(end))),
    ...hintLine(cause?.hint),
    ...(end.kind === "lost-sight" ? [said(end.reason)] : []),
    ...hintLine(adviceOf(end)),
    ...(nextStep === "" ? [] : [`**The stack now:** ${instructions(nextStep)}`]),
  );
}

function obstacleTable(obstacles: readonly ObstacleText[], omitted: Omitted): readonly Section[] {
  return tableSection({
    summary: `<b>What stands in the way</b> (${obstacles.length})`,
    head: ["What", "Type", "Why", "Next"],
    rows: obstacles.map(({ what, type, why, next }) => ({
      priority: 0,
      forms: [tableRow([cellCode(what), cellCode(shortType(type)), cell(why, 300), cell(next, 400)])],
    })),
    omitted,
    open: true,
  });
}

function fateTables(fate: Fate, is: "is" | "would be" | "was to be", omitted: Omitted): readonly Section[] {
  return [
    ...resourceTable(`What ${is} lost, with its data`, fate.lost, omitted),
    ...resourceTable(`What ${is} saved by a last snapshot`, fate.saved, omitted),
    ...resourceTable(`What ${is} kept, in no stack`, fate.kept, omitted),
  ];
}

function resourceTable(title: string, resources: readonly NamedResource[], omitted: Omitted) {
  if (resources.length === 0) return [];
  return tableSection({
    summary: `<b>${title}</b> (${resources.length})`,
    head: ["Resource", "Type", "Physical name"],
    rows: resources.map(({ key, type, physicalId }) => ({
      priority: 1,
      forms: [
        tableRow([
          cellCode(key),
          cellCode(shortType(type)),
          physicalId === undefined ? "" : cellCode(physicalId),
        ]),
      ],
    })),
    omitted,
    open: true,
  });
}

/** What is left of the data. */
function snapshotTable(
  snapshots: readonly string[],
  unnamed: readonly string[],
  omitted: Omitted,
): readonly Section[] {
  if (snapshots.length + unnamed.length === 0) return [];
  return tableSection({
    summary: `<b>Last snapshots</b> (${snapshots.length + unnamed.length})`,
    head: ["Snapshot"],
    rows: [
      ...snapshots.map((id) => item(0, tableRow([cellCode(id, 300)]))),
      ...unnamed.map((words) => item(0, tableRow([cell(words, 300)]))),
    ],
    omitted,
    open: true,
  });
}

function shortType(type: string): string {
  return type.replace(/^AWS::/, "");
}
