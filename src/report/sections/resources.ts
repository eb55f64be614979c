import { HIDDEN_CHANGE } from "../../changes/hiddenChange.ts";
import type { ResourceChange } from "../../changes/model.ts";
import type { Item, Section } from "../text/budget.ts";
import { cell, cellCode, tableHead, tableRow } from "../text/markdown.ts";
import { physicalName, shortType } from "../text/names.ts";
import { becauseText, type Cause, type Certainties, causesOf } from "./causes.ts";
import type { RankedChange } from "./ranking.ts";

/**
 * The table of resources, worst first. A set that only adds has neither replacements nor causes, and one that
 * modifies nothing has no replacements: their columns are left out.
 */
export function resourceTable(ranked: readonly RankedChange[], omitted: (count: number) => string): Section {
  const columns: Columns = {
    replacement: ranked.some(({ change }) => change.action === "Modify"),
    why: ranked.some(({ change }) => change.action !== "Add"),
  };
  const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
  return {
    open: `${tableHead(headCells(columns)).join("\n")}\n`,
    items: ranked.map((it) => resourceRow(it, certainties, columns)),
    separator: "\n",
    close: "",
    omitted,
  };
}

interface Columns {
  readonly replacement: boolean;
  readonly why: boolean;
}

function headCells({ replacement, why }: Columns): readonly string[] {
  const start = why ? ["", "Resource", "Physical name"] : ["", "Resource", "Type", "Physical name"];
  return [...start, ...(replacement ? ["Replacement"] : []), ...(why ? ["Why"] : [])];
}

/** `🛑 replace`, `✏️ modify`, `➕ add`: how the table, the log and the gantt call a change. */
export function actionLabel({ change, replacement, isDestructive }: RankedChange): string {
  switch (change.action) {
    case "Add":
      return "➕ add";
    case "Remove":
      return isDestructive ? "🛑 delete" : "🗑️ remove";
    case "Modify":
      if (replacement === "certain") return isDestructive ? "🛑 replace" : "♻️ replace";
      return "✏️ modify";
    case "Import":
      return "📥 import";
    case "Dynamic":
      return "❔ dynamic";
    case "SyncWithActual":
      return "🔄 sync";
  }
}

/** Whether the resource is replaced, and what becomes of the old one. */
export function replacementText({ change, replacement, isDestructive }: RankedChange): string {
  if (replacement === "none") return change.action === "Modify" ? "no" : "";
  const possible = replacement === "possible" ? "may be replaced" : "yes";
  switch (change.policyAction) {
    case "Snapshot":
    case "ReplaceAndSnapshot":
      return `${possible}, snapshot kept`;
    case "Retain":
    case "ReplaceAndRetain":
      return `${possible}, old one kept`;
    default:
      return isDestructive ? `${possible}, data lost` : possible;
  }
}

function resourceRow(ranked: RankedChange, certainties: Certainties, columns: Columns): Item {
  const { change, key } = ranked;
  // The words of an action stay in one line, or every row would take two.
  const action = actionLabel(ranked).replaceAll(" ", "&nbsp;");
  const [id, type] = [cellCode(key), cellCode(shortType(change.type))];
  // A reason needs room: the type goes below the id where there are reasons.
  const full = tableRow([
    action,
    ...(columns.why ? [`${id}<br>${type}`] : [id, type]),
    nameCell(change),
    ...(columns.replacement ? [replacementCell(ranked)] : []),
    ...(columns.why ? [why(ranked, certainties)] : []),
  ]);
  if (!ranked.isDestructive) return { priority: 2, forms: [full] };
  // Rows of lost data stay whatever happens: short enough for every one of 500.
  const rest = headCells(columns)
    .slice(2)
    .map(() => "");
  return { priority: 0, forms: [full, tableRow([action, cellCode(key, 40), ...rest])] };
}

function nameCell(change: ResourceChange): string {
  const { now, next } = physicalName(change);
  if (now === undefined) return "";
  return next === undefined ? cellCode(now, 80) : `${cellCode(now, 80)} → ${cellCode(next, 80)}`;
}

function why(ranked: RankedChange, certainties: Certainties): string {
  const { change } = ranked;
  switch (change.action) {
    case "Add":
      return "new";
    case "Remove":
      return removalText(change);
    case "Import":
      return "exists already, joins the stack";
    case "Dynamic":
      return "decided while executing";
    case "SyncWithActual":
      return "its live values are taken over; the resource is not touched";
    case "Modify":
      return ranked.isTagsOnly ? "tags only" : causesCell(causesOf(change, certainties), change);
  }
}

function removalText({ policyAction }: ResourceChange): string {
  if (policyAction === "Snapshot") return "no longer in the template; a snapshot is kept";
  if (policyAction === "Retain") return "no longer in the template; stays in the account";
  return "no longer in the template";
}

const SHOWN_CAUSES = 3;

function causesCell(causes: readonly Cause[], change: ResourceChange): string {
  if (causes.length === 0) return cell(`${change.scope.join(", ")} changed`);
  const shown = causes.slice(0, SHOWN_CAUSES).map(causeText);
  const more = causes.length > SHOWN_CAUSES ? [`and ${causes.length - SHOWN_CAUSES} more`] : [];
  return [...shown, ...more].join("<br>");
}

/** One cause as Markdown for a cell: `` `DatabaseName` app → app2, because parameter `Name` changed ``. */
export function causeText({ property, before, after, hidden, because }: Cause): string {
  const name = cellCode(property, 60);
  const change = hidden ? HIDDEN_CHANGE : sides(before, after);
  const reason = because === undefined ? "" : becauseText(because, (name) => cellCode(name, 60));
  // What follows from a replacement is known after apply by nature: the cause says more.
  const isConsequence = after === "known after apply" && because?.tail.endsWith("replaced") === true;
  if (after === "known after apply" && reason !== "" && !isConsequence) {
    return `${name}: *known after apply*, ${reason}`;
  }
  if (change === "" || isConsequence) {
    return reason === "" ? `${name} changes` : `${name}, ${reason}`;
  }
  return reason === "" ? `${name}: ${change}` : `${name}: ${change}, ${reason}`;
}

function sides(before: string | undefined, after: string | undefined): string {
  if (before === undefined && after === undefined) return "";
  if (before === undefined) return `→ ${valueCell(after ?? "")}`;
  // Both sides are cut to the same words: that they differ is all there is to say.
  if (before === after) return `${valueCell(before)}, changed`;
  // A long new value is in the diff below; half a pair would only mislead here.
  return after === undefined ? "" : `${valueCell(before)} → ${valueCell(after)}`;
}

function valueCell(value: string): string {
  return value === "known after apply" ? "*known after apply*" : cellCode(value);
}

function replacementCell(ranked: RankedChange): string {
  const words = replacementText(ranked);
  return ranked.replacement === "none" ? words : `**${words}**`;
}
