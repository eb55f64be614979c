import type { ResourceChange } from "../changes/model.ts";
import type { Item, Section } from "./budget.ts";
import { type Cause, type Certainties, causesOf } from "./causes.ts";
import { cell, cellCode, tableHead, tableRow } from "./markdown.ts";
import { physicalName, shortType } from "./names.ts";
import type { RankedChange } from "./ranking.ts";

/**
 * The table of resources, worst first. A set that only adds has no replacements and no causes, and does
 * without their columns.
 */
export function resourceTable(ranked: readonly RankedChange[], omitted: (count: number) => string): Section {
  const isNew = ranked.every(({ change }) => change.action === "Add");
  const head = isNew
    ? ["", "Resource", "Type", "Physical name"]
    : ["", "Resource and type", "Physical name", "Replacement", "Why"];
  const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
  return {
    open: `${tableHead(head).join("\n")}\n`,
    items: ranked.map((it) => resourceRow(it, certainties, isNew)),
    separator: "\n",
    close: "",
    omitted,
  };
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

function resourceRow(ranked: RankedChange, certainties: Certainties, isNew: boolean): Item {
  const { change, key } = ranked;
  // The words of an action stay in one line, or every row would take two.
  const action = actionLabel(ranked).replaceAll(" ", "&nbsp;");
  const [id, type] = [cellCode(key), cellCode(shortType(change.type))];
  const name = nameCell(change);
  // A reason needs room: the type goes below the id where there are reasons.
  const full = isNew
    ? tableRow([action, id, type, name])
    : tableRow([action, `${id}<br>${type}`, name, replacementCell(ranked), why(ranked, certainties)]);
  if (!ranked.isDestructive) return { priority: 2, forms: [full] };
  // Rows of lost data stay whatever happens: short enough for every one of 500.
  const poor = tableRow([action, cellCode(key, 40), "", ...(isNew ? [""] : ["", ""])]);
  return { priority: 0, forms: [full, poor] };
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
export function causeText({ property, before, after, because }: Cause): string {
  const name = cellCode(property, 60);
  const change = sides(before, after);
  const reason = because === undefined ? "" : reasonText(because);
  // What follows from another resource's change is known after apply by nature: the cause says more.
  if (change === "" || (after === "known after apply" && reason !== "")) {
    return reason === "" ? `${name} changes` : `${name}, ${reason}`;
  }
  return reason === "" ? `${name}: ${change}` : `${name}: ${change}, ${reason}`;
}

function sides(before: string | undefined, after: string | undefined): string {
  if (before === undefined && after === undefined) return "";
  if (before === undefined) return `→ ${valueCell(after ?? "")}`;
  // Both sides are hidden, or cut to the same words: that they differ is all there is to say.
  if (before === after) return `${valueCell(before)}, changed`;
  // A long new value is in the diff below; half a pair would only mislead here.
  return after === undefined ? "" : `${valueCell(before)} → ${valueCell(after)}`;
}

function valueCell(value: string): string {
  return value === "known after apply" ? "*known after apply*" : cellCode(value);
}

function reasonText({ lead, entity, tail }: NonNullable<Cause["because"]>): string {
  return [lead, entity === "" ? "" : cellCode(entity, 60), tail].filter((part) => part !== "").join(" ");
}

function replacementCell(ranked: RankedChange): string {
  const words = replacementText(ranked);
  return ranked.replacement === "none" ? words : `**${words}**`;
}
