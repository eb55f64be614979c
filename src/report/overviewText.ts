import type { ChangeCounts } from "../changes/verdict/counts.ts";
import { COMMENT_LIMIT } from "./comment.ts";
import type { LineState, OverviewLine } from "./overviewLine.ts";
import { block, type Item, type Section, withinBudget } from "./text/budget.ts";
import { cell, link, tableHead, tableRow, text } from "./text/markdown.ts";
import { countsText, plural } from "./text/words.ts";

/** A stack's comment, as the overview shows it. */
export interface OverviewRow {
  readonly id: number;
  readonly url: string;
  /** Stack, label and region. */
  readonly where: string;
  /** Absent in a comment of an earlier version, or one that somebody edited. */
  readonly line: OverviewLine | undefined;
}

/** The overview: Markdown of at most 65,536 characters whose first line is `marker`. Worst first, then by name. */
export function renderOverview(rows: readonly OverviewRow[], marker: string): string {
  const sorted = rows.toSorted((a, b) => severity(a) - severity(b) || order(a.where, b.where) || a.id - b.id);
  const sections = [
    block(0, `### ${text(overviewHeadline(sorted), 250)}`),
    tableOf(sorted),
    block(1, "*Worst first. A stack's name leads to its own comment.*"),
  ];
  return `${marker}\n${withinBudget(sections, COMMENT_LIMIT - marker.length - 1)}`;
}

function tableOf(rows: readonly OverviewRow[]): Section {
  return {
    open: `${tableHead(["Verdict", "Stack", "Changes", "State"]).join("\n")}\n`,
    items: rows.map(rowItem),
    separator: "\n",
    close: "",
    omitted: (count) => `*… and ${plural(count, "more stack")}, each with a comment of its own.*`,
  };
}

/** 256 stacks, the most that a matrix can have, fit in the poorest form: some 220 characters each. */
function rowItem(row: OverviewRow): Item {
  const { id, url } = row;
  const here = `#issuecomment-${id}`;
  return {
    priority: 0,
    forms: [
      rowText(row, { name: 200, words: 160 }, (name) => link(name, url)),
      rowText(row, { name: 120, words: 80 }, (name) => `[${name}](${here})`),
      rowText(row, { name: 80, words: 40 }, (name) => `[${name}](${here})`),
    ],
  };
}

function rowText(
  { where, line }: OverviewRow,
  limit: { readonly name: number; readonly words: number },
  linked: (name: string) => string,
): string {
  // After the decision the verdict is history.
  const isOpen = line !== undefined && ["previewed", "blocked", "deploying"].includes(line.state);
  const verdict = line?.level === undefined || !isOpen ? "" : VERDICTS[line.level];
  const state = line === undefined ? `${UNKNOWN} not known` : `${stateSign(line)}${line.words}`;
  return tableRow([
    verdict,
    linked(cell(where, limit.name)),
    cell(line?.changes ?? "", limit.words),
    cell(state, limit.words),
  ]);
}

const VERDICTS = {
  destructive: "🛑&nbsp;data&nbsp;loss",
  caution: "⚠️&nbsp;caution",
  safe: "🟢&nbsp;safe",
} as const;

/** What was only previewed has the verdict's sign, which stands in its row already. */
function stateSign({ state, sign }: OverviewLine): string {
  return state === "previewed" ? "" : `${sign} `;
}

/** The signs of the stacks' comments, worst first, and of what is not known. */
const UNKNOWN = "❔";
const SIGNS: readonly string[] = ["❌", "🛑", "⛔", "⚠️", UNKNOWN, "🕓", "⏳", "🚀", "🟢", "✅", "⚪"];

function severity({ line }: OverviewRow): number {
  const place = SIGNS.indexOf(line?.sign ?? UNKNOWN);
  return place === -1 ? SIGNS.indexOf(UNKNOWN) : place;
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `🛑 3 stacks: 1 replace, 4 modify`, `❌ 3 stacks: 1 failed, 2 deployed`. */
function overviewHeadline(sorted: readonly OverviewRow[]): string {
  const [worst] = sorted;
  const mark = worst === undefined ? UNKNOWN : (SIGNS[severity(worst)] ?? UNKNOWN);
  const open = sorted.flatMap(({ line }) =>
    line?.counts !== undefined && (line.state === "previewed" || line.state === "blocked")
      ? [line.counts]
      : [],
  );
  const counts = countsText(summed(open));
  const states = statesText(sorted, counts !== "");
  const words = [counts, states].filter((part) => part !== "").join(" — ");
  return `${mark} ${plural(sorted.length, "stack")}: ${words}`;
}

function summed(all: readonly ChangeCounts[]): ChangeCounts {
  const sum = (kind: keyof ChangeCounts) => all.reduce((total, counts) => total + counts[kind], 0);
  return {
    ...{ add: sum("add"), modify: sum("modify"), replace: sum("replace") },
    ...{ remove: sum("remove"), import: sum("import"), other: sum("other") },
  };
}

/** The states by their numbers; beside what changes those that need no word are left out. */
function statesText(rows: readonly OverviewRow[], isBesideCounts: boolean): string {
  const states = Map.groupBy(rows, ({ line }) => line?.state ?? "unknown");
  const told = [...STATE_WORDS.keys()].filter(
    (state) => states.has(state) && !(isBesideCounts && (state === "previewed" || state === "no-changes")),
  );
  const [only] = told;
  if (only !== undefined && states.size === 1) {
    return only === "no-changes" ? "no changes" : `all ${STATE_WORDS.get(only)}`;
  }
  return told.map((state) => `${states.get(state)?.length} ${STATE_WORDS.get(state)}`).join(", ");
}

const STATE_WORDS: ReadonlyMap<LineState | "unknown", string> = new Map([
  ["failed", "failed"],
  ["blocked", "blocked"],
  ["unknown", "not known"],
  ["out-of-date", "out of date"],
  ["deploying", "deploying"],
  ["awaiting", "to be previewed"],
  ["previewed", "previewed"],
  ["deployed", "deployed"],
  ["skipped", "skipped"],
  ["no-changes", "without changes"],
]);
