import { assign, type Collected, collector, problemAt } from "./assignmentModel.ts";
import { locator } from "./place.ts";

/**
 * Reads lines of `Key=Value`. The first `=` splits; what follows is the value as it stands, with its commas,
 * further `=` and inner spaces, and may be empty; spaces around key and value are not part of them. A line that
 * starts with `#` is a comment.
 */
export function lineAssignments(text: string, origin: string): Collected {
  const collected = collector(origin, locator(text, origin));
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    readLine(collected, line, match.index);
  }
  return collected;
}

function readLine(collected: Collected, line: string, start: number): void {
  const offset = start + (line.length - line.trimStart().length);
  const split = line.indexOf("=");
  if (split === -1) {
    problemAt(
      collected,
      offset,
      `${firstWord(line.trim())} is no Key=Value. Write one Key=Value a line; "#" starts a comment line.`,
    );
    return;
  }
  const name = line.slice(0, split).trim();
  if (name === "") {
    problemAt(collected, offset, 'A name is missing before the "=".');
    return;
  }
  assign(collected, name, { kind: "value", value: line.slice(split + 1).trim() }, offset);
}

/** The rest of the line stays unsaid: it may be the second line of a secret (a key file, say). */
function firstWord(text: string): string {
  const word = /^[A-Za-z][A-Za-z0-9]{0,62}(?=[\s:])/.exec(text)?.[0];
  return word === undefined ? "This line" : `The line that starts with ${word}`;
}
