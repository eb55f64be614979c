import type { Changes, KeptParameter, OutputChange, ParameterChange } from "../../changes/model.ts";
import { isObject, parseValue } from "../../changes/resourceState.ts";
import { type Form, type Item, item, type Section } from "../text/budget.ts";
import { visible } from "../text/characters.ts";
import { compareLines, folded } from "../text/difference.ts";
import { compactJson } from "../text/jsonText.ts";
import { cellCode, code, DETAILS_CLOSE, detailsOpen, fence, tableHead, tableRow } from "../text/markdown.ts";
import { plural } from "../text/words.ts";
import { cut, type DiffLimits, SHORT, valueCell } from "./diffs.ts";
import { differenceRank, type RankedChange } from "./ranking.ts";
import { watchedSection } from "./watched.ts";

type Omitted = (count: number) => string;

/** Changed parameters, and those that stay as they are although nobody named them. */
export function parameterSections(changes: Changes, omitted: Omitted): readonly Section[] {
  const isNew = changes.target.type === "CREATE";
  const head = isNew ? ["Parameter", "Value"] : ["Parameter", "Before", "After"];
  const row = (parameter: ParameterChange) => tableRow(parameterCells(parameter, isNew));
  const title = isNew ? "Parameters" : "Changed parameters";
  const own = new Set(changes.keptParameters.filter(isOtherwise));
  const keptTitle = own.size === 0 ? "" : `, ${own.size} other than the template's default`;
  return [
    ...tableSection({
      summary: `<b>${title}</b> (${changes.parameters.length})`,
      head,
      rows: changes.parameters.map((it) => ({ priority: 4, forms: [row(it)] })),
      omitted,
    }),
    ...tableSection({
      summary: `<b>Parameters that keep their value</b> (${changes.keptParameters.length}${keptTitle})`,
      head: ["Parameter", "Value", "Template's default"],
      rows: changes.keptParameters
        .toSorted((a, b) => Number(own.has(b)) - Number(own.has(a)))
        .map((kept) => ({
          priority: own.has(kept) ? 5 : 9,
          forms: [tableRow(keptCells(kept, own.has(kept)))],
        })),
      omitted,
    }),
  ];
}

function parameterCells(parameter: ParameterChange, isNew: boolean): readonly string[] {
  const name = cellCode(parameter.name);
  if (parameter.exposed) return [name, "*hidden (NoEcho)*", "*hidden here, no longer NoEcho*"];
  if (parameter.noEcho)
    return isNew ? [name, "*hidden (NoEcho)*"] : [name, "*hidden*", "*hidden (NoEcho), set anew*"];
  const zone = parameter.zoneOf === undefined ? "" : ` — the zone of ${cellCode(parameter.zoneOf)}`;
  const after = `${valueCell(parameter.after)}${zone}`;
  return isNew ? [name, after] : [name, valueCell(parameter.before), after];
}

function isOtherwise(kept: KeptParameter): boolean {
  return kept.default !== undefined && kept.default !== kept.value;
}

function keptCells(kept: KeptParameter, isOther: boolean): readonly string[] {
  const standard = kept.default === undefined ? "" : valueCell(kept.default);
  return [cellCode(kept.name), valueCell(kept.value), isOther ? `${standard} — **not taken**` : standard];
}

/** Settings, outputs, the rest of the template, stack tags, capabilities and IAM. */
export function settingSections(
  changes: Changes,
  ranked: readonly RankedChange[],
  limits: DiffLimits,
  omitted: Omitted,
): readonly Section[] {
  return [
    ...stackSettings(changes, omitted),
    ...watchedSection(changes),
    ...outputSection(changes, limits, omitted),
    ...templateSection(changes, ranked, limits, omitted),
    ...tagSection(changes, omitted),
    ...rightsSection(changes, ranked),
    ...keptSection(changes, omitted),
  ];
}

/** Settings of the stack and options of the operation: few, and each worth a look. */
function stackSettings({ settings }: Changes, omitted: Omitted): readonly Section[] {
  return tableSection({
    summary: `<b>Settings</b> (${settings.length})`,
    head: ["Setting", "Before", "After"],
    rows: settings.map(({ name, before, after }) => ({
      priority: 3,
      forms: [tableRow([cellCode(name), valueCell(before), valueCell(after)])],
    })),
    omitted,
    open: true,
  });
}

/** What differs in the template and is a change of no resource, parameter or output. */
function templateSection(
  { template, resources }: Changes,
  ranked: readonly RankedChange[],
  limits: DiffLimits,
  omitted: Omitted,
): readonly Section[] {
  if (template.length === 0) return [];
  const rankOf = differenceRank(ranked);
  const items = template
    .toSorted((a, b) => rankOf(a).at - rankOf(b).at)
    .map(
      (change): Item => ({
        priority: rankOf(change).priority,
        forms: [...differing(change.name, change, limits), `${code(change.name)} differs`],
      }),
    );
  const summary = `<b>Also in the template</b> (${plural(template.length, "difference")})`;
  const open = detailsOpen(summary, resources.length === 0);
  return [{ open, items, separator: "\n\n", close: DETAILS_CLOSE, omitted }];
}

function tagSection({ tags }: Changes, omitted: Omitted): readonly Section[] {
  return tableSection({
    summary: `<b>Stack tags</b> (${tags.length})`,
    head: ["Tag", "Before", "After"],
    rows: tags.map(({ key, before, after }) => ({
      priority: 7,
      forms: [tableRow([cellCode(key), valueCell(before), valueCell(after)])],
    })),
    omitted,
  });
}

function outputSection(
  { outputs, resources }: Changes,
  limits: DiffLimits,
  omitted: Omitted,
): readonly Section[] {
  if (outputs.length === 0) return [];
  // Where nothing else changes, the outputs are what there is to decide on.
  const isAll = resources.length === 0;
  const items = outputs.map(
    (output): Item => ({
      priority: isAll ? 3 : 7,
      forms: differing(output.key, output, limits),
    }),
  );
  const summary = `<b>Output definitions</b> (${plural(outputs.length, "output")})`;
  return [{ open: detailsOpen(summary, isAll), items, separator: "\n\n", close: DETAILS_CLOSE, omitted }];
}

/** Its lines are whole: nothing else shows what the template says here. */
function differing(
  name: string,
  { before, after }: Pick<OutputChange, "before" | "after">,
  limits: DiffLimits,
): readonly [Form, Form] {
  const diff = (shown: DiffLimits) => () => {
    const lines = folded(compareLines(definition(before), definition(after)), 3);
    return `${code(name)}\n${fence(cut(lines, shown).join("\n"), "diff")}`;
  };
  return [diff(limits), diff({ ...limits, lines: SHORT })];
}

function definition(json: string | undefined): readonly string[] {
  if (json === undefined) return [];
  const value = parseValue(json);
  const text = isObject(value) || Array.isArray(value) ? compactJson(value) : readableText(json);
  return visible(text).split("\n");
}

/** A script, line by line; any other text as JSON writes it. */
function readableText(json: string): string {
  if (!/^".*\\n.*"$/s.test(json)) return json;
  try {
    return JSON.parse(json) as string;
  } catch {
    // Something was hidden in it.
    return json;
  }
}

/** What the deploy may do with IAM, and as whom. */
function rightsSection(changes: Changes, ranked: readonly RankedChange[]): readonly Section[] {
  const { capabilities, roleArn = changes.kept?.roleArn } = changes;
  const asBefore = changes.roleArn === undefined ? ", as before" : "";
  const iam = ranked.filter(({ change }) => change.type.startsWith("AWS::IAM::"));
  const lines = [
    ...(capabilities.length === 0
      ? []
      : [`- Capabilities granted: ${capabilities.map((it) => code(it)).join(", ")}`]),
    ...(roleArn === undefined ? [] : [`- CloudFormation acts as ${code(roleArn)}${asBefore}`]),
    ...(iam.length === 0
      ? []
      : [
          `- IAM resources: ${iam
            .slice(0, 20)
            .map(({ key }) => code(key))
            .join(", ")}${more(iam.length - 20)}`,
        ]),
  ];
  if (lines.length === 0) return [];
  const open = detailsOpen("<b>Capabilities and IAM</b>");
  return [{ open, items: [{ priority: 7, forms: [lines.join("\n")] }], separator: "", close: DETAILS_CLOSE }];
}

/** What nobody named, and stays. */
function keptSection({ kept }: Changes, omitted: Omitted): readonly Section[] {
  const { notificationArns: topics = [], tags = [] } = kept ?? {};
  const lines = [
    ...topics.map((arn) => `- Notifications go to ${code(arn)}`),
    ...tags.map(({ key, value }) => `- Tag ${code(key)}: ${code(value, 300)}`),
  ];
  if (lines.length === 0) return [];
  const summary = `<b>Topics and tags that stay</b> (${lines.length})`;
  const items = lines.map((line) => item(9, line));
  return [{ open: detailsOpen(summary), items, separator: "\n", close: DETAILS_CLOSE, omitted }];
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : "";
}

/** A table below a line that folds it. */
export interface FoldedTable {
  /** HTML. */
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: readonly Item[];
  readonly omitted: Omitted;
  /** Whether it is unfolded. */
  readonly open?: boolean;
}

/** A folded table. Nothing where it has no rows. */
export function tableSection({
  summary,
  head,
  rows,
  omitted,
  open = false,
}: FoldedTable): readonly Section[] {
  if (rows.length === 0) return [];
  return [
    {
      items: rows,
      open: `${detailsOpen(summary, open)}${tableHead(head).join("\n")}\n`,
      separator: "\n",
      close: DETAILS_CLOSE,
      omitted,
    },
  ];
}
