import { HIDDEN_CHANGE, isHiddenChange } from "../../changes/hiddenChange.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../changes/model.ts";
import { attributesOf, parseValue, propertiesOf } from "../../changes/resourceState.ts";
import { REDACTED } from "../../secrets/secretText.ts";
import type { Json } from "../../template/model.ts";
import { isMasked } from "../../template/parameters/declarations.ts";
import type { Item, Section } from "../text/budget.ts";
import { shorten, visible } from "../text/characters.ts";
import { compareLines, type DiffLine, folded } from "../text/difference.ts";
import { compactJson, plainValue } from "../text/jsonText.ts";
import { cellCode, code, DETAILS_CLOSE, detailsOpen, fence } from "../text/markdown.ts";
import { shortType } from "../text/names.ts";
import { plural } from "../text/words.ts";
import { distinct, propertyLabel } from "./causes.ts";
import type { RankedChange } from "./ranking.ts";

/** How much of a resource's properties is shown before the rest is counted. */
export interface DiffLimits {
  readonly lines: number;
  /** Characters of one line. */
  readonly width: number;
}

/** The changed properties, folded: a fenced diff for each modified or replaced resource. */
export function diffSection(
  ranked: readonly RankedChange[],
  limits: DiffLimits,
  omitted: (count: number) => string,
): readonly Section[] {
  const modified = ranked.filter(({ change }) => change.details.length > 0 && change.action !== "Add");
  return foldedSection("Property changes", modified, omitted, (it) => resourceDiff(it, limits));
}

/** What new resources are made with, folded. */
export function newPropertiesSection(
  ranked: readonly RankedChange[],
  limits: DiffLimits,
  omitted: (count: number) => string,
): readonly Section[] {
  const added = ranked.filter(
    ({ change }) => ["Add", "Import"].includes(change.action) && propertiesOf(change.after) !== undefined,
  );
  return foldedSection("Properties of new resources", added, omitted, (it) => newProperties(it, limits));
}

function foldedSection(
  title: string,
  ranked: readonly RankedChange[],
  omitted: (count: number) => string,
  render: (ranked: RankedChange) => Item,
): readonly Section[] {
  const items = ranked.map(render);
  if (items.length === 0) return [];
  const summary = `<b>${title}</b> (${plural(items.length, "resource")})`;
  return [{ open: detailsOpen(summary), items, separator: "\n\n", close: DETAILS_CLOSE, omitted }];
}

function resourceDiff(ranked: RankedChange, limits: DiffLimits): Item {
  const { change, key } = ranked;
  const note = change.withoutValues === true ? "\n\nAWS gave no values for this resource." : "";
  const diff = (shown: DiffLimits) => () => {
    const lines = distinct(change.details).flatMap((detail) => propertyLines(detail, change, shown));
    return `${title(key, change)}\n${fence(cut(lines, shown).join("\n"), "diff")}${note}`;
  };
  return { priority: priorityOf(ranked), forms: [diff(limits), diff({ ...limits, lines: SHORT })] };
}

// What a long diff is cut to before it is left out altogether.
export const SHORT = 8;
const SHORTEST: DiffLimits = { lines: SHORT, width: 160 };

function title(key: string, { type }: ResourceChange): string {
  return `${code(key)} (${code(shortType(type))})`;
}

function priorityOf({ risks, isDestructive, isTagsOnly }: RankedChange): number {
  if (isDestructive) return 3;
  if (risks.length > 0) return 4;
  return isTagsOnly ? 7 : 5;
}

function newProperties({ change, key }: RankedChange, limits: DiffLimits): Item {
  const form = (shown: DiffLimits) => () => {
    const { after, written } = change;
    const said = propertiesOf(written) ?? {};
    const attributes = { ...attributesOf(written), ...attributesOf(after) };
    const lines = [
      ...Object.entries(propertiesOf(after) ?? {}).flatMap(([name, value]) =>
        // CloudFormation says this of a whole policy for the sake of one name in it.
        value === KNOWN_AFTER_APPLY && Object.hasOwn(said, name)
          ? headed(`+ ${name}: ${plainValue(value)}, in the template: `, said[name] ?? null, shown)
          : headed(`+ ${name}: `, value, shown),
      ),
      ...Object.entries(attributes).flatMap(([name, value]) => headed(`+ ${name}: `, value, shown)),
    ];
    const body = lines.length === 0 ? "No properties." : fence(cut(lines, shown).join("\n"), "diff");
    return `${title(key, change)}\n${body}`;
  };
  return { priority: 8, forms: [form(limits), form(SHORTEST)] };
}

function headed(head: string, value: Json, limits: DiffLimits): readonly string[] {
  const [first = "", ...more] = valueLines(value, limits);
  return [`${head}${first}`, ...more.map((line) => `+ ${line}`)];
}

/** The lines of one property: `- Name: old`, `+ Name: new`, or a headed block where a value has lines of its own. */
function propertyLines(
  detail: PropertyChange,
  change: ResourceChange,
  limits: DiffLimits,
): readonly string[] {
  const label = propertyLabel(detail);
  const mark = detail.requiresRecreation === "Always" && change.replacement !== "False" ? "  # replaces" : "";
  const [before, after] = sidesOf(detail);
  if (before === undefined && after === undefined) return [`! ${label} changes${mark}`];
  if (isHiddenChange(detail)) return hiddenLines(label, String(before), mark);
  if (isPlain(before) && isPlain(after)) {
    const [old, fresh] = aroundDifference(before, after, limits.width);
    // Two equal lines would read as a mistake.
    if (old === fresh) return [`! ${label}: ${old}, changed${mark}`];
    return [
      ...(old === undefined ? [] : [`- ${label}: ${old}`]),
      ...(fresh === undefined ? [] : [`+ ${label}: ${fresh}${mark}`]),
    ];
  }
  const lines = compareLines(wholeLines(before), wholeLines(after));
  return [`@@ ${label}${mark} @@`, ...folded(narrowed(lines, limits.width), 2)];
}

/** Of a text of several lines there is no part worth showing: all that is not hidden stays. */
function hiddenLines(label: string, shown: string, mark: string): readonly string[] {
  const isWorthIt = shown !== REDACTED && !isMasked(shown) && !shown.includes("\n") && shown.length <= 120;
  return [`! ${label}: ${isWorthIt ? `${shown}: ` : ""}${HIDDEN_CHANGE}${mark}`];
}

function sidesOf(detail: PropertyChange): readonly [Json | undefined, Json | undefined] {
  const parse = (value: string | undefined) => (value === undefined ? undefined : parseValue(value));
  return [parse(detail.before), parse(detail.after)];
}

function isPlain(value: Json | undefined): value is string | number | boolean | null | undefined {
  return typeof value !== "object"
    ? !(typeof value === "string" && visible(value).includes("\n"))
    : value === null;
}

function valueLines(value: Json, limits: DiffLimits): readonly string[] {
  return wholeLines(value).map((line) => shorten(line, limits.width));
}

function wholeLines(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  // A line break of any kind is one here: after it would stand what looks like an unchanged line.
  return visible(typeof value === "string" ? plainValue(value) : compactJson(value)).split("\n");
}

/** Lines that were compared whole, cut: one that goes and the one in its place where they differ. */
function narrowed(lines: readonly DiffLine[], width: number): readonly DiffLine[] {
  const partners = new Map(pairs(lines).flatMap(([old, fresh]) => [[old, fresh] as const, [fresh, old]]));
  return lines.map((it) => {
    const other = partners.get(it);
    const [line = ""] =
      other === undefined ? [shorten(it.line, width)] : aroundDifference(it.line, other.line, width);
    return { ...it, line };
  });
}

/** Of lines that go one after the other, and those that come right after them, the first with the first, and so on. */
function pairs(lines: readonly DiffLine[]): readonly (readonly [DiffLine, DiffLine])[] {
  const found: (readonly [DiffLine, DiffLine])[] = [];
  let gone: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.sign === " " || (line.sign === "-" && lines[index - 1]?.sign === "+")) gone = [];
    if (line.sign === "-") gone.push(line);
    const old = line.sign === "+" ? gone.shift() : undefined;
    if (old !== undefined) found.push([old, line]);
  }
  return found;
}

/** Two long values are cut where they differ: equal beginnings would hide what changes. */
function aroundDifference(
  before: Json | undefined,
  after: Json | undefined,
  width: number,
): readonly [string | undefined, string | undefined] {
  const old = before === undefined ? undefined : plainValue(String(before));
  const fresh = after === undefined ? undefined : plainValue(String(after));
  if (old === undefined || fresh === undefined || Math.max(old.length, fresh.length) <= width) {
    return [old && shorten(old, width), fresh && shorten(fresh, width)];
  }
  let same = 0;
  while (same < old.length && old[same] === fresh[same]) same += 1;
  const start = Math.max(0, same - 30);
  const excerpt = (value: string) =>
    `${start > 0 ? "…" : ""}${shorten(value.slice(start).toWellFormed(), width)}`;
  return [excerpt(old), excerpt(fresh)];
}

/** The first lines, and how many there are more. */
export function cut(lines: readonly string[], limits: DiffLimits): readonly string[] {
  if (lines.length <= limits.lines) return lines;
  const left = lines.length - limits.lines;
  return [...lines.slice(0, limits.lines), `# … ${left} more line${left === 1 ? "" : "s"}`];
}

/** A value in a table's cell. */
export function valueCell(value: string | undefined): string {
  if (value === undefined) return "*none*";
  return value.includes(KNOWN_AFTER_APPLY) ? "*known after apply*" : cellCode(value, 160);
}
