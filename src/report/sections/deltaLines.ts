import type { DeltaEntry } from "../../changes/delta.ts";
import { oneLine } from "../text/characters.ts";

/** What differs from what was reviewed, as plain lines for the log: `-` as it was reviewed, `+` as it is now. */
export function deltaLines(delta: readonly DeltaEntry[]): readonly string[] {
  return delta.flatMap((entry) => [
    `  ${oneLine(entry.item)}: ${KINDS[entry.kind]}`,
    ...side("-", entry.reviewed),
    ...side("+", entry.present),
  ]);
}

const KINDS: Readonly<Record<DeltaEntry["kind"], string>> = {
  "only-reviewed": "was reviewed and would not happen now",
  "only-present": "is new since the review",
  differs: "is not what was reviewed",
};

function side(sign: string, lines: string | undefined): readonly string[] {
  return lines === undefined ? [] : lines.split("\n").map((line) => `    ${sign} ${oneLine(line)}`);
}
