import { ActionError } from "../errors.ts";
import type { Finding, Location } from "./model.ts";

const EXCERPT_WIDTH = 100;
const MOST_LISTED = 100;

/** A place as people and editors write it: `file:line:column`. */
export function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** One finding as text: its place, when it has one, its message, and the source line of a syntax error. */
export function findingText({ location, message, excerpt: shown }: Finding): string {
  const line = location === undefined ? message : `${placeText(location)}: ${message}`;
  return shown === undefined ? line : `${line}\n${shown}`;
}

/**
 * The failure for a template that cannot be used: every problem with its place. The findings are kept as the
 * error's `cause`, so that a caller can put them on the lines they are about (`findingsOf`).
 */
export function invalidTemplate(findings: readonly Finding[], hint?: string): ActionError {
  const [only] = findings;
  const message =
    findings.length === 1 && only !== undefined
      ? findingText(only)
      : `${findings.length} problems:\n${listed(findings)}`;
  return new ActionError(message, {
    reasonCode: "invalid-template",
    cause: findings,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** A file of another kind can have a problem on every line; a hundred are enough to see it. */
function listed(findings: readonly Finding[]): string {
  const lines = findings.slice(0, MOST_LISTED).map((finding) => `- ${findingText(finding)}`);
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}

/** The findings behind an error of `invalidTemplate`; none for any other error. */
export function findingsOf(error: unknown): readonly Finding[] {
  return error instanceof ActionError && Array.isArray(error.cause) ? (error.cause as Finding[]) : [];
}

/** The failure for text that is no JSON or YAML: the message, then the source line with a caret under the place. */
export function syntaxError(text: string, location: Location, message: string, hint?: string): ActionError {
  return invalidTemplate([{ level: "error", message, location, excerpt: excerpt(text, location) }], hint);
}

/** The source line of a place and a caret under its column; of a very long line the part around it. */
function excerpt(text: string, { line, column }: Location): string {
  const source = (text.split(/\r\n|\n|\r/, line)[line - 1] ?? "").replaceAll("\t", " ");
  const from = source.length <= EXCERPT_WIDTH ? 0 : Math.max(0, column - 1 - EXCERPT_WIDTH / 2);
  const shown = source.slice(from, from + EXCERPT_WIDTH);
  const before = from > 0 ? "…" : "";
  const after = from + EXCERPT_WIDTH < source.length ? "…" : "";
  const number = String(line);
  const caret = " ".repeat(Math.min(column - 1 - from, shown.length) + before.length);
  const gutter = `  ${" ".repeat(number.length)} |`;
  return `  ${number} | ${before}${visible(shown)}${after}\n${gutter} ${caret}^`;
}

/** Control characters would move the caret or the terminal. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\u00b7");
}
