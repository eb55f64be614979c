import { NAME_KEYS, VALUE_KEYS } from "../secrets/pairKeys.ts";
import { isSecretName } from "../secrets/secretNames.ts";
import { REDACTED, redactText } from "../secrets/secretText.ts";
import type { Location } from "./model.ts";

const EXCERPT_WIDTH = 100;

/** The source line of a place and a caret under its column; of a very long line the part around it. No secret is in it. */
export function excerpt(text: string, { line, column }: Location): string {
  const source = shownLine(linesOf(text, line), line - 1).replaceAll("\t", " ");
  const from =
    source.length <= EXCERPT_WIDTH ? 0 : Math.max(0, Math.min(column, source.length) - 1 - EXCERPT_WIDTH / 2);
  const shown = source.slice(from, from + EXCERPT_WIDTH);
  const before = from > 0 ? "…" : "";
  const after = from + EXCERPT_WIDTH < source.length ? "…" : "";
  const number = String(line);
  const caret = " ".repeat(Math.max(0, Math.min(column - 1 - from, shown.length)) + before.length);
  const gutter = `  ${" ".repeat(number.length)} |`;
  return `  ${number} | ${before}${visible(shown)}${after}\n${gutter} ${caret}^`;
}

/** A message about a place without what it quotes from there that the excerpt does not show. */
export function withoutHidden(message: string, text: string, { line }: Location): string {
  const lines = linesOf(text, line);
  const source = lines[line - 1] ?? "";
  const shown = shownLine(lines, line - 1);
  if (shown === source) return message;
  const words = source
    .split(/[\s"'{}[\],:;=*&!]+/)
    .filter((word) => word.length >= 3 && !shown.includes(word));
  return words.reduce((clean, word) => clean.replaceAll(word, REDACTED), message);
}

/** The lines up to a place, and the few behind it that may say what stands there. */
function linesOf(text: string, line: number): readonly string[] {
  return text.split(/\r\n|\n|\r/, line + NEAR);
}

/** Neighbours that can tell what a line holds: the other members of its mapping. */
const NEAR = 8;

/** A line of a template that is broken: what cannot be read as a value must be taken for one. */
function shownLine(lines: readonly string[], at: number): string {
  const line = lines[at] ?? "";
  const indentation = /^\s*/.exec(line)?.[0] ?? "";
  if (isWithinSecret(lines, at) || isWithinKey(lines, at)) return `${indentation}${REDACTED}`;
  for (const match of line.matchAll(ASSIGNMENT)) {
    const [lead = "", name = ""] = match;
    if (isSecretName(name) || (SIBLINGS.has(name) && isNamedNearby(lines, at, name))) {
      const value = match.index + lead.length;
      return line.slice(value).trim() === "" ? line : `${line.slice(0, value)}${REDACTED}`;
    }
  }
  return redactText(line).replace(RANDOM, REDACTED);
}

const ASSIGNMENT = /([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,20}[:=][ \t]{0,20}/g;

// A token that nobody writes by hand: long, with digits and letters of both cases.
const RANDOM =
  /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[\w+/=-]{24,512}(?![\w+/=-])/g;

/** Whether a line with less indentation, of those that lead here, names a secret. */
function isWithinSecret(lines: readonly string[], at: number): boolean {
  let indentation = indentationOf(lines[at] ?? "");
  for (let above = at - 1; above >= 0 && indentation > 0; above -= 1) {
    const line = lines[above] ?? "";
    if (line.trim() === "" || indentationOf(line) >= indentation) continue;
    indentation = indentationOf(line);
    const name = /^\s*(?:- )?["']?([A-Za-z_][\w.-]{0,127})["']?\s*:/.exec(line)?.[1];
    if (name !== undefined && isSecretName(name)) return true;
  }
  return false;
}

function indentationOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** Whether a private key has begun above and not ended. */
function isWithinKey(lines: readonly string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 200), at + 1);
  const begun = above.findLastIndex((line) => /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(line));
  return begun >= 0 && !above.slice(begun, -1).some((line) => /-----END [A-Z0-9 ]*PRIVATE KEY/.test(line));
}

/** Members whose value is what another member says that it is. */
const SIBLINGS = new Set([...VALUE_KEYS, "Default"]);
const NAMED = new RegExp(`\\b(?:${NAME_KEYS.join("|")})["']?\\s*:\\s*["']?([\\w.-]{1,128})`, "g");

function isNamedNearby(lines: readonly string[], at: number, name: string): boolean {
  const near = lines.slice(Math.max(0, at - NEAR), at + NEAR).join("\n");
  if (name === "Default") return /NoEcho/.test(near);
  return [...near.matchAll(NAMED)].some(([, named = ""]) => isSecretName(named));
}

/** Control characters would move the caret or the terminal. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\u00b7");
}
