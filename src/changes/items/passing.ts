import { PROPERTY } from "./listedItems.ts";
import { MADE } from "./made.ts";
import type { Items } from "./model.ts";
import { VALUES } from "./untold.ts";

/** What only this very run has, and a later one has not. */
export interface RunValues {
  readonly commits: readonly string[];
  readonly runId: string;
  readonly runNumber: string;
}

/** A value that the deploy cannot have, so that it can never be what was reviewed. */
export interface PassingValue {
  /** The item's name: `parameter ImageTag`. */
  readonly name: string;
  /** What it holds: `the short SHA 1a2b3c4d`. */
  readonly holds: string;
}

/** Git's shortest usual abbreviation. */
const SHORT_SHA = 7;

/** Items that repeat what others say: what CloudFormation makes of the definitions and of the parameters. */
const REPEATED: ReadonlySet<string> = new Set([PROPERTY, MADE, VALUES]);

/**
 * Values that cannot come again: a part of a commit's SHA, the run's id or number. Looked for in what a workflow hands
 * over, and in everything of the template where an earlier step may have written them. The full SHA of the commit is
 * recognised and is none of them (`thisCommit.ts`).
 */
export function passingValues(items: Items, run: RunValues): readonly PassingValue[] {
  return [...items].flatMap(([name, { after }]): PassingValue[] => {
    if (after === null || REPEATED.has(name.split(" ")[0] ?? "")) return [];
    const holds = heldBy(after, run, /^(parameter|tag) /.test(name));
    return holds === undefined ? [] : [{ name, holds }];
  });
}

function heldBy(
  text: string,
  { commits, runId, runNumber }: RunValues,
  isGiven: boolean,
): string | undefined {
  for (const sha of commits) {
    const short = new RegExp(`(?<![0-9a-f])${sha.slice(0, SHORT_SHA)}[0-9a-f]{0,32}(?![0-9a-f])`).exec(
      text,
    )?.[0];
    if (short !== undefined && sha.startsWith(short)) return `the short SHA ${short}`;
  }
  if (isWord(runId, text) && runId.length > 5) return `the run's id ${runId}`;
  // Small numbers are everywhere; a value that is one, or ends in one after a word, is likely meant as such.
  const isNumbered =
    isGiven && runNumber.length > 1 && new RegExp(`^"([A-Za-z]+[-.]?)?${runNumber}"$`).test(text);
  return isNumbered ? `the run's number ${runNumber}` : undefined;
}

function isWord(word: string, text: string): boolean {
  return /^\d+$/.test(word) && new RegExp(`(?<!\\d)${word}(?!\\d)`).test(text);
}
