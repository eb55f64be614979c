import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { lookAtAws, lookAtGitHub } from "./compatibility/descriptions.ts";
import { lookAtEmulators } from "./compatibility/emulators/look.ts";
import { lookAtEngine } from "./compatibility/engine/look.ts";
import type { PartResult } from "./compatibility/part.ts";
import { recordings } from "./compatibility/recordings.ts";
import { merged, readTable, regressions, writeTable } from "./compatibility/table.ts";

/**
 * Holds the action against what others publish and made, and compares with what docs/compatibility.md says:
 * `npm run check:compatibility -- [--write] [--recorded <folder>] [descriptions] [emulators] [engine]`. Fails where something that the page
 * says works does not, and where a difference has no explanation.
 */
const root = join(import.meta.dirname, "..");
const PAGE = join(root, "docs/compatibility.md");

const LOOKS: Readonly<Record<string, (recorded?: string) => Promise<readonly PartResult[]>>> = {
  descriptions: async (recorded) => {
    const all = recordings(root, recorded);
    return [lookAtGitHub(all, root), lookAtAws(all, root)];
  },
  emulators: () => lookAtEmulators(root, (line) => console.log(line)),
  engine: () => lookAtEngine(root, (line) => console.log(line)),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, recorded: { type: "string" } },
});
const failures: string[] = [];
for (const name of positionals.length === 0 ? Object.keys(LOOKS) : positionals) {
  const look = LOOKS[name];
  if (look === undefined) throw new Error(`There is no ${name}: ${Object.keys(LOOKS).join(", ")}`);
  for (const result of await look(values.recorded)) failures.push(...told(result));
}
for (const failure of failures) console.error(`✗ ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Says what a part came to, writes it where that is asked for, and gives what fails. */
function told(result: PartResult): readonly string[] {
  if (result.kind === "skipped") {
    console.log(`${result.part}: skipped: ${result.why}`);
    return [];
  }
  const { part, first, cells, unexplained } = result;
  const page = readFileSync(PAGE, "utf8");
  const committed = readTable(page, part);
  const next = writeTable(page, part, first, merged(committed, cells));
  console.log(`${part}: ${cells.length} looked at${next === page ? ", as the page says" : ""}`);
  if (values.write) writeFileSync(PAGE, next);
  const lost = values.write ? [] : regressions(committed, cells);
  if (next !== page && !values.write)
    console.log(`${part}: the page says something else: --write brings it up to date`);
  return [
    ...lost.map(({ row, column, says }) => `${part}, ${column}, ${row}: worked, and now ${says}`),
    ...unexplained.map((problem) => `${part}: ${problem}`),
  ];
}
