import { isRightToLeft, oneLine, shorten, visible } from "./characters.ts";

/**
 * The one place where text becomes Markdown. Whatever goes in, nothing that comes out leaves its cell, span or
 * fence, mentions anybody, links anywhere, holds HTML or looks like a comment's marker.
 *
 * Facts this rests on: GitHub finds mentions, references (`#1`, `GH-1`, commit ids) and emoji in the rendered
 * text but not inside code; tables are split at `|` before code spans are seen, so that a pipe
 * needs its backslash even there (GitHub Flavored Markdown Spec, "Tables").
 */

/** Untrusted text inside a paragraph or a heading; what GitHub would act on becomes a code span. */
export function text(value: string, limit = 2000): string {
  return inline(oneLine(value), limit, span);
}

/** The same for a table's cell. */
export function cell(value: string, limit = 300): string {
  return inline(oneLine(value), limit, cellSpan);
}

/** Untrusted text as a code span in a paragraph, heading or list. */
export function code(value: string, limit = 200): string {
  return isolated(span(value, limit), oneLine(value));
}

/** A code span for a table's cell. */
export function cellCode(value: string, limit = 120): string {
  return isolated(cellSpan(value, limit), oneLine(value));
}

/** Text for `<summary>` and the like, where Markdown is not read but GitHub still looks for mentions. */
export function htmlCode(value: string, limit = 120): string {
  const plain = shorten(disarmed(oneLine(value)), limit);
  return `<code>${plain.replace(/[&<>"'`]/g, entity)}</code>`;
}

/** A fenced block. Lines stay lines; `language` is ours and never untrusted. */
export function fence(value: string, language: FenceLanguage): string {
  const body = disarmed(visible(value)).replace(/\n+$/, "");
  const quote = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${quote}${language}\n${body}\n${quote}`;
}

export type FenceLanguage = "" | "diff" | "json" | "mermaid" | "text" | "bash";

/** A table's rows from cells that are Markdown already (`cell`, `cellCode`). The first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [...tableHead(head), ...body.map(tableRow)].join("\n");
}

export function tableHead(cells: readonly string[]): readonly string[] {
  return [tableRow(cells), `|${cells.map(() => " :-- |").join("")}`];
}

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A folded block. `summary` is HTML made of our own words and `htmlCode`; `body` is Markdown. */
export function details(summary: string, body: string, open = false): string {
  return `${detailsOpen(summary, open)}${body}${DETAILS_CLOSE}`;
}

export function detailsOpen(summary: string, open = false): string {
  return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n`;
}

export const DETAILS_CLOSE = "\n\n</details>";

/** A link with our own words. A URL that is no plain web address is left out. */
export function link(label: string, url: string | undefined): string {
  const target = url === undefined ? undefined : webAddress(url);
  return target === undefined ? label : `[${label}](${target})`;
}

/** A GitHub alert; every line of `body` is Markdown. */
export function alert(kind: "CAUTION" | "WARNING" | "NOTE" | "IMPORTANT", body: string): string {
  const lines = body.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return [`> [!${kind}]`, ...lines].join("\n");
}

/** A value that is safe inside an HTML comment and can be read back with `decodeURIComponent`. */
export function commentValue(value: string): string {
  const encoded = encodeURIComponent(value.toWellFormed()).replace(/[!'()*~]/g, percent);
  // `--` is not allowed inside an HTML comment.
  return encoded.replace(/-(?=-)/g, "%2D");
}

/** A label inside a Mermaid diagram: letters, digits and a few signs that its grammar gives no meaning. */
export function mermaidLabel(value: string, limit = 60): string {
  const plain = oneLine(value).replace(/[^\p{L}\p{N} ._/-]/gu, "_");
  return shorten(plain, limit).replace("…", "...") || "_";
}

function span(value: string, limit = 200): string {
  const plain = shorten(disarmed(oneLine(value)), limit);
  if (plain === "") return "*(empty)*";
  const quote = "`".repeat(longestRun(plain) + 1);
  // CommonMark strips one space on either side; without them a backtick at the edge would lengthen the quote.
  const padding = /^`|`$/.test(plain) ? " " : "";
  return `${quote}${padding}${plain}${padding}${quote}`;
}

function cellSpan(value: string, limit = 120): string {
  return span(value, limit).replaceAll("|", "\\|");
}

function inline(line: string, limit: number, asCode: (word: string) => string): string {
  const short = shorten(disarmed(line), limit);
  // What stands between backticks is meant as code by whoever wrote it, a command to paste for instance.
  const words = short
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? asCode(part.slice(1, -1)) : wordwise(part, asCode)))
    .join("");
  return isolated(words.replace(LIST_OR_RULE, escapedStart), short);
}

// A space or the line's end on both sides, punctuation aside: two code spans that touch would become one.
const QUOTED = /(?<=(?:^| )[("']*)(`[^`]+`)(?=[).,;:!?"']*(?: |$))/;

function wordwise(part: string, asCode: (word: string) => string): string {
  return part
    .split(" ")
    .map((word) => (acts(word) ? dressed(word, asCode) : escaped(word)))
    .join(" ");
}

// Only at the beginning of a line do these open a list or draw a rule.
const LIST_OR_RULE = /^(?:([-+])|(\d{1,9})([.)]))/;

function escapedStart(_: string, sign: string | undefined, number = "", mark = ""): string {
  return sign === undefined ? `${number}\\${mark}` : `\\${sign}`;
}

/**
 * Whether GitHub might make something of a word on its own: a mention or an e-mail address, an issue, a commit,
 * an advisory, a web address, an emoji or a formula.
 */
function acts(word: string): boolean {
  return ACTING.test(word);
}

const ACTING =
  /[@$`*_]|#\d|\bGH-\d|\/\/|www\.|mailto:|xmpp:|[0-9a-f]{7,64}|\b(?:GHSA|CVE)-|:[a-z0-9_+-]+:|\d\.\d+\.|::/i;

/** A word as code without the punctuation of the sentence around it, which is none of Markdown's own. */
function dressed(word: string, asCode: (word: string) => string): string {
  const [, before = "", core = word, after = ""] = /^([("']*)(.*?)([)"'.,;:?]*)$/.exec(word) ?? [];
  return core === "" ? asCode(word) : `${before}${asCode(core)}${after}`;
}

/** Backslashes before all that Markdown reads as punctuation with a meaning; entities where HTML would begin. */
function escaped(word: string): string {
  return word.replace(/[&<>|]|[\\*_{}[\]#!~^=]/g, (sign) => ENTITIES[sign] ?? `\\${sign}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}

/** Without what would begin an HTML comment: our markers are such, and are looked for in a comment's raw text. */
function disarmed(value: string): string {
  return value.replaceAll("<!--", "‹!--");
}

/** Letters that run from right to left stay in their place: first strong isolate to pop directional isolate. */
function isolated(markdown: string, plain: string): string {
  return isRightToLeft(plain) ? `\u2068${markdown}\u2069` : markdown;
}

function longestRun(value: string): number {
  return (value.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s<>"'`|\\]+$/i.test(url)) return undefined;
  return visible(url) === url ? url.replace(/[()[\]*_~]/g, percent) : undefined;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
