import type { CostChange, CostLine, Currency, Span } from "../../changes/costs/model.ts";
import { block, type Section } from "../text/budget.ts";
import { oneLine } from "../text/characters.ts";
import { cell, cellCode, code, tableRow, text } from "../text/markdown.ts";
import { plural } from "../text/words.ts";
import { tableSection } from "./settings.ts";

/** What the changes cost, in one plain line: `costs +$44 to +$701 a month (Aurora capacity 0.5 to 8 ACU)`. */
export function costText(costs: CostChange): string {
  return `costs ${spanText(costs.total, costs.currency)} a month (${reasons(costs)})`;
}

/** The same for the reader of a report. */
export function costLine(costs: CostChange): Section {
  const total = spanText(costs.total, costs.currency);
  // As code: between two dollar signs GitHub would read a formula.
  return block(3, `Costs: **${code(total)} a month** (${text(reasons(costs))})`);
}

/** Where the sum comes from, and what is not in it. */
export function costSection(
  { currency, lines }: CostChange,
  omitted: (count: number) => string,
): readonly Section[] {
  const rows = lines.map((line) => ({
    priority: 6,
    forms: [
      tableRow([cellCode(line.resource), cell(whatOf(line)), cellCode(exactText(line.change, currency))]),
    ] as const,
  }));
  const summary = `<b>Costs by resource</b> (${lines.length})`;
  const table = tableSection({ summary, head: ["Resource", "What", `${currency} a month`], rows, omitted });
  return table.map((section) => ({ ...section, close: `\n\n${BASIS}${section.close}` }));
}

const BASIS =
  "*By AWS's price list: on demand, 730 hours a month, without tax, discounts and free tier. What is paid by use (requests, " +
  "I/O, transfer, storage that grows with its content) is not in it, nor are extras such as extended support. A range is what " +
  "the bounds in the template allow.*";

/** Named are so many kinds of what changes: more are a matter of the table. */
const NAMED = 2;

function reasons({ lines, unpriced }: CostChange): string {
  const kinds = [...Map.groupBy(lines, whatOf)].map(([what, same]) =>
    same.length === 1 ? what : what.includes("→") ? `${same.length} × (${what})` : `${what} × ${same.length}`,
  );
  const named = kinds.length > NAMED ? [plural(lines.length, "resource")] : kinds;
  const left = unpriced === 0 ? [] : [`${plural(unpriced, "resource")} without a plain price`];
  return [...named, ...left, "without what is paid by use"].join("; ");
}

function whatOf({ before, after }: CostLine): string {
  const [was, will] = [before, after].map((side) => side && oneLine(side));
  if (was === undefined || will === undefined) return will ?? `no more ${was ?? ""}`;
  return `${withoutEnd(was, will)} → ${withoutStart(will, was)}`;
}

/** `db.r6g.large (Aurora PostgreSQL)` before `db.r6g.xlarge (Aurora PostgreSQL)` is `db.r6g.large`. */
function withoutEnd(text: string, other: string): string {
  const end = / \([^()]*\)$/.exec(text)?.[0];
  return end !== undefined && other.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** `Aurora capacity 1 to 8 ACU` after `Aurora capacity 1 to 2 ACU` is `1 to 8 ACU`. */
function withoutStart(text: string, other: string): string {
  const start = /^\D+(?=\d)/.exec(text)?.[0] ?? "";
  return start.includes(" ") && other.startsWith(start) ? text.slice(start.length) : text;
}

/** `+$44 to +$701`, `−$190`, `$0 to +$4.09`: cents below ten. */
function spanText({ from, to }: Span, currency: Currency): string {
  const [least, most] = [rounded(from), rounded(to)];
  return least === most ? money(least, currency) : `${money(least, currency)} to ${money(most, currency)}`;
}

function exactText({ from, to }: Span, currency: Currency): string {
  const [least, most] = [cents(from), cents(to)];
  const told = (amount: number) => money(amount, currency, 2);
  return least === most ? told(least) : `${told(least)} to ${told(most)}`;
}

function rounded(amount: number): number {
  return Math.abs(amount) < 10 ? cents(amount) : Math.round(amount);
}

/** Never −0. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100 + 0;
}

function money(amount: number, currency: Currency, digits = Number.isInteger(amount) ? 0 : 2): string {
  const sign = amount === 0 ? "" : amount < 0 ? "−" : "+";
  // Grouped by hand: toLocaleString makes Node read ICU's data.
  const figure = Math.abs(amount).toFixed(digits);
  return `${sign}${SYMBOLS[currency]}${figure.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")}`;
}

const SYMBOLS: Readonly<Record<Currency, string>> = { USD: "$", CNY: "CN¥" };
