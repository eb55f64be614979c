/**
 * A part of a document: opening, items, closing. Items are whole pieces of Markdown, never cut. An item is given in
 * one or more forms, the richest first.
 */
export interface Section {
  readonly open: string;
  readonly items: readonly Item[];
  /** Between two items. */
  readonly separator: string;
  readonly close: string;
  /** What is said, after the closing, of items that were left out. */
  readonly omitted?: (count: number) => string;
}

export interface Item {
  /** 0 is kept before everything else, in its poorest form if need be. */
  readonly priority: number;
  /** Richest first; at least one. */
  readonly forms: readonly [Form, ...Form[]];
}

/** A piece of Markdown, or how to make it: what has no room is never made. */
export type Form = string | (() => string);

/** An item that has one form only. */
export function item(priority: number, form: string): Item {
  return { priority, forms: [form] };
}

/** A section of one item, without opening and closing. */
export function block(priority: number, form: string): Section {
  return { open: "", items: [item(priority, form)], separator: "", close: "" };
}

/**
 * Joins sections into a document of at most `limit` (characters unless `measure` counts otherwise). Items go in by
 * priority; those of priority 0 first all in their poorest form, then richer as far as there is room. What does
 * not fit is left out whole and counted.
 */
export function withinBudget(
  sections: readonly Section[],
  limit: number,
  measure: Measure = characters,
): string {
  const parts = sections.map((section): Part => ({ section, chosen: new Map() }));
  const entries = parts.flatMap((part) => part.section.items.map((entry, index) => ({ part, entry, index })));
  const put = putter(parts, limit, measure);

  const indispensable = entries.filter(({ entry }) => entry.priority === 0);
  for (const { part, entry, index } of indispensable) put(part, index, entry.forms.at(-1) ?? entry.forms[0]);
  for (const { part, entry, index } of indispensable) {
    if (part.chosen.has(index)) entry.forms.some((form) => put(part, index, form));
  }
  // After the first item of a section that does not fit, its later ones stay out: what is shown is its beginning.
  const full = new Set<Part>();
  // The sort is stable: within a priority the document's order decides.
  for (const { part, entry, index } of entries.toSorted((a, b) => a.entry.priority - b.entry.priority)) {
    if (entry.priority === 0 || full.has(part)) continue;
    if (!entry.forms.some((form) => put(part, index, form))) full.add(part);
  }
  return parts
    .map(render)
    .filter((text) => text !== "")
    .join(GAP);
}

export type Measure = (value: string) => number;

/** UTF-8 bytes, for limits that count those. */
export function bytes(value: string): number {
  return Buffer.byteLength(value);
}

interface Part {
  readonly section: Section;
  /** The forms that were taken, by the item's index. */
  readonly chosen: Map<number, string>;
}

const GAP = "\n\n";

function characters(value: string): number {
  return value.length;
}

/** Takes a form of an item if there is room for it, in place of the item's earlier form if it has one. */
function putter(parts: readonly Part[], limit: number, measure: Measure) {
  // Every note on omissions is paid for at once: any section may come to need its own.
  let used = parts.reduce((sum, { section }) => sum + noteSize(section, measure), 0);
  return ({ section, chosen }: Part, index: number, form: Form): boolean => {
    const text = typeof form === "string" ? form : form();
    const old = chosen.get(index);
    const frame = chosen.size === 0 ? frameSize(section, measure) : measure(section.separator);
    const price = measure(text) + (old === undefined ? frame : -measure(old));
    if (used + price > limit) return false;
    chosen.set(index, text);
    used += price;
    return true;
  };
}

function noteSize(section: Section, measure: Measure): number {
  return section.omitted === undefined ? 0 : measure(section.omitted(section.items.length)) + GAP.length;
}

function frameSize(section: Section, measure: Measure): number {
  return GAP.length + measure(section.open) + measure(section.close);
}

function render({ section, chosen }: Part): string {
  const missing = section.items.length - chosen.size;
  const note = missing > 0 ? section.omitted?.(missing) : undefined;
  if (chosen.size === 0) return note ?? "";
  const items = [...chosen].sort(([a], [b]) => a - b).map(([, form]) => form);
  const body = `${section.open}${items.join(section.separator)}${section.close}`;
  return note === undefined ? body : `${body}${GAP}${note}`;
}
