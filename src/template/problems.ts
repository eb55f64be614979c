import { ActionError } from "../errors.ts";
import { excerpt, withoutHidden } from "./excerpt.ts";
import type { Finding, Location } from "./model.ts";

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
  const told = withoutHidden(message, text, location);
  return invalidTemplate(
    [{ level: "error", message: told, location, excerpt: excerpt(text, location) }],
    hint,
  );
}
