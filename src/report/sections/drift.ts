import { HIDDEN_CHANGE, isHiddenChange } from "../../changes/hiddenChange.ts";
import type { DriftedProperty, ResourceDrift, StackDrift, Unchecked } from "../../stack/model.ts";
import { block, item, type Section } from "../text/budget.ts";
import { oneLine, shorten } from "../text/characters.ts";
import { cellCode, code, DETAILS_CLOSE, detailsOpen, fence, tableRow, text } from "../text/markdown.ts";
import { plural } from "../text/words.ts";
import { tableSection } from "./settings.ts";

type Omitted = (count: number) => string;

/** What drifted (`shownDrift`): a row a resource, and below it every property with the template's value and the live one. */
export function driftReport(drift: StackDrift, omitted: Omitted): readonly Section[] {
  const open = unchecked(drift.unchecked, omitted);
  if (drift.resources.length === 0) {
    const extent = open.length === 0 ? "" : " in what could be checked";
    return [...open, block(0, `Nothing was found that was changed outside of CloudFormation${extent}.`)];
  }
  return [...open, ...resources(drift.resources, omitted), ...properties(drift.resources, omitted)];
}

/** The same as plain lines for the log. */
export function driftLines(drift: StackDrift): readonly string[] {
  const open = drift.unchecked.map((it) => `  ❔ not checked  ${uncheckedText(it)}`);
  const drifted = drift.resources.flatMap((resource) => [
    `  ${resource.status === "DELETED" ? "🗑️ deleted" : "✏️ modified"}  ${oneLine(pathOf(resource))}  ${oneLine(resource.type)}  ${oneLine(resource.physicalId ?? "")}`,
    ...resource.differences.map(
      (difference) =>
        `      ${oneLine(difference.path)}: ${side(difference, "expected")} → ${side(difference, "actual")}`,
    ),
  ]);
  return [...drifted, ...open];
}

/** What could not be checked, and why: `Network/Vpc: Access denied`. The stack itself needs no name. */
export function uncheckedText(it: Unchecked): string {
  const path = pathOf(it);
  return oneLine(path === "" ? it.reason : `${path}: ${it.reason}`);
}

/** Where it is: logical ids of nested stacks, and its own. Empty for the stack itself. */
export function pathOf({ stackPath, logicalId }: Pick<Unchecked, "stackPath" | "logicalId">): string {
  return [...stackPath, ...(logicalId === undefined ? [] : [logicalId])].join("/");
}

function unchecked(all: readonly Unchecked[], omitted: Omitted): readonly Section[] {
  if (all.length === 0) return [];
  const items = all.map((it) => {
    const path = pathOf(it);
    return item(1, `- ${path === "" ? "" : `${code(path)}: `}${text(it.reason, 1_000)}`);
  });
  const open = block(0, "**Not everything could be checked:**");
  return [open, { open: "", items, separator: "\n", close: "", omitted }];
}

function resources(drifted: readonly ResourceDrift[], omitted: Omitted): readonly Section[] {
  return tableSection({
    summary: `<b>Drifted resources</b> (${drifted.length})`,
    head: ["Resource", "Type", "Physical name", "Drift"],
    rows: drifted.map((resource) => {
      const { type, physicalId, status, differences } = resource;
      const row = tableRow([
        cellCode(pathOf(resource)),
        cellCode(type.replace(/^AWS::/, "")),
        physicalId === undefined ? "" : cellCode(physicalId),
        status === "DELETED" ? "deleted" : plural(differences.length, "property", "properties"),
      ]);
      return { priority: 1, forms: [row] };
    }),
    omitted,
    open: true,
  });
}

function properties(drifted: readonly ResourceDrift[], omitted: Omitted): readonly Section[] {
  const changed = drifted.filter(({ differences }) => differences.length > 0);
  if (changed.length === 0) return [];
  const open = detailsOpen(`<b>Drifted properties</b> (${plural(changed.length, "resource")})`, true);
  const items = changed.map((resource) =>
    item(
      2,
      `${code(pathOf(resource))}\n${fence(resource.differences.flatMap(diffLines).join("\n"), "diff")}`,
    ),
  );
  return [{ open, items, separator: "\n\n", close: DETAILS_CLOSE, omitted }];
}

function diffLines(difference: DriftedProperty): readonly string[] {
  const name = oneLine(difference.path);
  if (isHiddenChange({ before: difference.expected, after: difference.actual }))
    return [`! ${name}: ${HIDDEN_CHANGE}`];
  return [
    ...(difference.kind === "ADD" ? [] : [`- ${name}: ${side(difference, "expected")}`]),
    ...(difference.kind === "REMOVE" ? [] : [`+ ${name}: ${side(difference, "actual")}`]),
  ];
}

function side(difference: DriftedProperty, which: "expected" | "actual"): string {
  const value = difference[which];
  return value === "" ? "(none)" : shorten(oneLine(value), 300);
}
