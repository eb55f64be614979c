import { tableSection } from "./sections/settings.ts";
import { SUMMARY_LIMIT } from "./summary.ts";
import { block, bytes, item, type Section, withinBudget } from "./text/budget.ts";
import { oneLine } from "./text/characters.ts";
import { cell, cellCode, tableRow, text } from "./text/markdown.ts";
import { plural } from "./text/words.ts";

/** What a discovery found, ready to be told. */
export interface DiscoveredView {
  readonly stacks: readonly DiscoveredStack[];
  /** Stacks that no deployment file has any more, by the one that they had. */
  readonly gone: readonly {
    readonly file: string;
    readonly isThere: boolean;
    readonly name: string | undefined;
  }[];
}

interface DiscoveredStack {
  readonly name: string;
  readonly file: string;
  /** From 1; `undefined` of a stack that is not affected. */
  readonly wave: number | undefined;
  readonly why: string | undefined;
  /** Why it cannot be rendered, in one line, where it cannot. */
  readonly trouble: string | undefined;
}

/** The job summary: the affected stacks by wave, why each is, and what is left alone. */
export function renderDiscovered({ stacks, gone }: DiscoveredView): string {
  const affected = inOrder(stacks);
  const rest = stacks.filter(({ wave }) => wave === undefined);
  const omitted = (count: number) => `*${plural(count, "stack")} left out here: the log has them.*`;
  const table = tableSection({
    summary: `<b>Affected</b> (${affected.length})`,
    head: ["Wave", "Stack", "Deployment file", "Why"],
    rows: affected.map(({ wave, name, file, why, trouble }) => ({
      priority: 1,
      forms: [tableRow([String(wave), cellCode(name), cellCode(file), cell(reason(why, trouble))])],
    })),
    omitted,
    open: true,
  });
  const others = tableSection({
    summary: `<b>Not affected</b> (${rest.length})`,
    head: ["Stack", "Deployment file"],
    rows: rest.map(({ name, file }) => ({
      priority: 3,
      forms: [tableRow([cellCode(name), cellCode(file)])],
    })),
    omitted: (count) => `*${plural(count, "stack")} more.*`,
  });
  const sections: readonly Section[] = [
    block(0, `### ${headlineOf(affected.length, stacks.length)}`),
    ...goneSection(gone),
    ...(affected.length === 0 ? [] : table),
    ...(rest.length === 0 ? [] : others),
  ];
  return withinBudget(sections, SUMMARY_LIMIT, bytes);
}

/** The same as plain lines for the log. */
export function discoveredLines({ stacks, gone }: DiscoveredView): readonly string[] {
  return [
    ...inOrder(stacks).map(
      ({ wave, name, file, why, trouble }) =>
        `  wave ${wave}  ${oneLine(name)}  ${oneLine(file)}: ${oneLine(reason(why, trouble))}`,
    ),
    ...gone.map((each) => `  ${oneLine(goneText(each))}`),
  ];
}

function inOrder(stacks: readonly DiscoveredStack[]): readonly DiscoveredStack[] {
  return stacks
    .filter(({ wave }) => wave !== undefined)
    .toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
}

function headlineOf(affected: number, all: number): string {
  return affected === 0
    ? `No stack is affected, of ${plural(all, "deployment file")}`
    : `${plural(affected, "stack")} affected, of ${plural(all, "deployment file")}`;
}

function reason(why: string | undefined, trouble: string | undefined): string {
  return trouble === undefined ? `${why}` : `${why} (it cannot be rendered: ${trouble})`;
}

function goneSection(gone: DiscoveredView["gone"]): readonly Section[] {
  if (gone.length === 0) return [];
  const items = gone.map((each) => item(1, `- ${text(goneText(each))}`));
  return [{ open: "", items, separator: "\n", close: "", omitted: (count) => `*${plural(count, "more")}.*` }];
}

function goneText({ file, isThere, name }: DiscoveredView["gone"][number]): string {
  const what = isThere ? `${file} is another stack's now` : `${file} goes`;
  const stack = name === undefined ? "its stack" : `stack ${name}`;
  return `${what}: ${stack} stays as it is, and nothing deploys it any more. To delete it, run mode: destroy.`;
}
