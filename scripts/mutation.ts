import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXPLAINED } from "../test/mutation/explained.ts";
import { mutationReport } from "./mutation-report.ts";

const root = join(import.meta.dirname, "..");
const FOLDERS = ["changes", "stack", "secrets", "template"];

/**
 * Mutates the core, folder by folder (those named, or all), and writes what the tests noticed of it to
 * `test/mutation/<folder>.md`. Of a folder or a file below one (`changes/items`, `changes/delta.ts`) it only says what is to be
 * complained about. What is known of earlier runs in `.mutation/` is not run again, as far as Stryker can tell; with `--report`
 * nothing is run.
 */
const named = process.argv.slice(2).filter((argument) => argument !== "--report");
for (const path of named.length > 0 ? named : FOLDERS) {
  const [folder = path] = path.split("/");
  if (!process.argv.includes("--report")) mutate(folder, path);
  const result = JSON.parse(readFileSync(join(root, ".mutation", folder, "report.json"), "utf8"));
  const { markdown, complaints } = mutationReport({ folder, ...result }, EXPLAINED);
  if (path === folder) writeFileSync(join(root, `test/mutation/${folder}.md`), markdown);
  const concerned = complaints.filter((complaint) => path === folder || complaint.includes(path));
  for (const complaint of concerned) console.error(complaint);
  if (concerned.length > 0) process.exitCode = 1;
}

function mutate(folder: string, path: string): void {
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"),
      "run",
      "test/mutation/stryker.config.js",
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, MUTATED_FOLDER: folder, MUTATED_PATH: path } },
  );
}
