import { readFileSync } from "node:fs";
import { join } from "node:path";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

/** The README's section about permissions, which says who needs what: the only place that does. */
export const permissions = readme.split("\n## AWS permissions\n")[1]?.split("\n## ")[0] ?? "";

/** The rows of the section's table: who, and the text of what they need. */
export const rows: ReadonlyMap<string, string> = new Map(
  [...permissions.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, who = "", needs = ""]) => [who, needs] as const)
    .filter(([who]) => who !== "who" && who !== "---"),
);

export type Who = "preview" | "deploy";

/**
 * IAM's actions that a row of the table gives, as `service:Action`, for the role of previews or of deploys.
 * Throws where there is no such row.
 */
export function actionsOf(row: string, who: Who): readonly string[] {
  const needs = rows.get(row);
  if (needs === undefined) throw new Error(`the README's table has no row about ${row}`);
  // What a right allows beside its name is an operation of the API, and no action of IAM.
  return namedIn(partOf(needs, who).replaceAll(/, which allows `\w+`/g, ""));
}

/** `preview: …; deploy: …` gives each role something of its own. */
function partOf(needs: string, who: Who): string {
  const parts = /^preview: (?<preview>.*?); deploy: (?<deploy>.*)$/.exec(needs)?.groups;
  return parts?.[who] ?? needs;
}

/** A service is named once, as `rds:`, or with its first action: those after it are of it, too. */
function namedIn(text: string): readonly string[] {
  let service = "cloudformation";
  const actions = [...text.matchAll(/`(?:(\w+):)?([A-Z]\w+)?`/g)].flatMap(([, named, action]) => {
    service = named ?? service;
    return action === undefined ? [] : [`${service}:${action}`];
  });
  return [...new Set(actions)];
}
