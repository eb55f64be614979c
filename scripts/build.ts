import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licenses } from "./licenses.ts";

const root = join(import.meta.dirname, "..");

/**
 * Builds `dist/` from `src/`: TypeScript to `lib/`, and that with everything it imports into one bundle. Starting
 * from nothing, so that a chunk that is no longer needed does not stay. Throws when a step fails.
 *
 * ncc reads the compiled JavaScript because its own TypeScript loader does not work with TypeScript 7
 * (vercel/ncc#1336). It is not minified: what changes in the bundle can be read, and so can stack traces.
 */
export function build(): void {
  for (const folder of ["lib", "dist"]) rmSync(join(root, folder), { recursive: true, force: true });
  run("typescript/bin/tsc", "-p", "tsconfig.build.json");
  run("@vercel/ncc/dist/ncc/cli.js", ...bundling);
  writeFileSync(join(root, "dist/licenses.txt"), licenses(root, join(root, STATISTICS)));
}

const STATISTICS = "lib/statistics.json";

const bundling = ["build", "lib/index.js", "-o", "dist", "--stats-out", STATISTICS, "--no-cache", "--quiet"];

/** Runs a package's command with this Node, so that no other Node on PATH has a say in the result. */
function run(script: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
}

if (import.meta.main) build();
