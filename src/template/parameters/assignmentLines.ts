import { locator } from "../text/place.ts";
import { assign, type Collected, collector, problemAt } from "./assignmentModel.ts";

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
  const name = line.slice(0, split).trim();
  const value = line.slice(split + 1).trim();
  if (split === -1) {
    collected.isBroken = true;
    problemAt(
      collected,
      offset,
      'This line is not Key=Value. Write one Key=Value a line ("#" starts a comment line), and a value of several lines in the JSON or YAML form.',
    );
    return;
  }
  if (name === "") {
    problemAt(collected, offset, 'A name is missing before the "=".');
    return;
  }
  assign(collected, name, { kind: "value", value }, offset);
}
