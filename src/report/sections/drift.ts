import type {
  DriftCoverage,
  DriftedProperty,
  ResourceDrift,
  StackDrift,
  Unchecked,
} from "../../changes/drift.ts";
import { HIDDEN_CHANGE, isHiddenChange } from "../../changes/hiddenChange.ts";
import { block, item, type Section } from "../text/budget.ts";
import { oneLine, shorten } from "../text/characters.ts";
import { cellCode, code, DETAILS_CLOSE, detailsOpen, fence, tableRow, text } from "../text/markdown.ts";
import { plural } from "../text/words.ts";
import { tableSection } from "./settings.ts";

type Omitted = (count: number) => string;

/** What drifted (`shownDrift`): a row a resource, and below it every property with the template's value and the live one. */
export function driftReport(drift: StackDrift, omitted: Omitted): readonly Section[] {
  const open = unchecked("Not everything could be checked:", drift.unchecked, omitted);
  const covered = coverage(drift.coverage, omitted);
  if (drift.resources.length > 0) {
    const drifted = [...resources(drift.resources, omitted), ...properties(drift.resources, omitted)];
    return [...open, ...drifted, ...covered];
  }
  const { leftOut, untold } = drift.coverage;
  const isAll = drift.unchecked.length + leftOut.length + untold.length === 0;
  const where = isAll ? "" : " in what could be checked";
  return [
    ...open,
    block(0, `Nothing was found that was changed outside of CloudFormation${where}.`),
    ...covered,
  ];
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
  return [...drifted, ...open, ...coverageLines(drift.coverage)];
}

function coverageLines(coverage: DriftCoverage): readonly string[] {
  const { leftOut, untold } = coverage;
  const more = leftOut.length - LEFT_OUT_IN_LOG;
  return [
    ...extent(coverage).map((line) => `  ${line}`),
    ...leftOut
      .slice(0, LEFT_OUT_IN_LOG)
      .map((it) => `  ➖ left out  ${oneLine(pathOf(it))}  ${oneLine(it.type)}`),
    ...(more > 0 ? [`  … and ${plural(more, "more resource")}, see the job summary`] : []),
    ...untold.map((it) => `  ❔ what was left out is not known  ${uncheckedText(it)}`),
  ];
}

const LEFT_OUT_IN_LOG = 20;

/** How many resources were checked and how many left out; nothing where it is known of none. */
function extent({ checked, leftOut }: DriftCoverage): readonly string[] {
  if (checked + leftOut.length === 0) return [];
  const left =
    leftOut.length === 0
      ? ""
      : ` Left out: ${leftOut.length}, as a rule because CloudFormation cannot detect the drift of their type.`;
  return [`Checked: ${plural(checked, "resource")}.${left}`];
}

function coverage(all: DriftCoverage, omitted: Omitted): readonly Section[] {
  return [
    ...extent(all).map((line) => block(0, line)),
    ...unchecked("What CloudFormation left out is not known everywhere:", all.untold, omitted),
    ...tableSection({
      summary: `<b>Left out</b> (${plural(all.leftOut.length, "resource")})`,
      head: ["Resource", "Type"],
      rows: all.leftOut.map((it) => ({
        priority: 3,
        forms: [tableRow([cellCode(pathOf(it)), cellCode(it.type.replace(/^AWS::/, ""))])],
      })),
      omitted,
    }),
  ];
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

function unchecked(title: string, all: readonly Unchecked[], omitted: Omitted): readonly Section[] {
  if (all.length === 0) return [];
  const items = all.map((it) => {
    const path = pathOf(it);
    return item(1, `- ${path === "" ? "" : `${code(path)}: `}${text(it.reason, 1_000)}`);
  });
  const open = block(0, `**${title}**`);
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
