import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licenses } from "./licenses.ts";
import { noteDist } from "./provenance.ts";

const root = join(import.meta.dirname, "..");

/**
 * Builds `dist/` from `src/`: TypeScript to `lib/`, and that with everything it imports into one bundle. Starting
 * from nothing, so that a chunk that is no longer needed does not stay. Throws when a step fails.
 * @param folder where the bundle goes instead of `dist/`
 *
 * ncc reads the compiled JavaScript because its own TypeScript loader does not work with TypeScript 7
 * (vercel/ncc#1336). It is not minified: what changes in the bundle can be read, and so can stack traces.
 */
export function build(folder = "dist"): void {
  for (const path of ["lib", folder]) rmSync(join(root, path), { recursive: true, force: true });
  run("typescript/bin/tsc", "-p", "tsconfig.build.json");
  run("@vercel/ncc/dist/ncc/cli.js", ...bundling(folder));
  writeFileSync(join(root, folder, "licenses.txt"), licenses(root, join(root, STATISTICS)));
  if (folder === "dist") noteDist(root);
}

const STATISTICS = "lib/statistics.json";

function bundling(folder: string): readonly string[] {
  return ["build", "lib/index.js", "-o", folder, "--stats-out", STATISTICS, "--no-cache", "--quiet"];
}

/** Runs a package's command with this Node, so that no other Node on PATH has a say in the result. */
function run(script: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
}

if (import.meta.main) build();
