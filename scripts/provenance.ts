import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * All that a build reads, and what it makes. `.package-lock.json` is npm's own record of what is installed: the lock file
 * of the repository only says what should be.
 */
const FOLDERS = ["src", "dist"];
const FILES = [
  "scripts/build.ts",
  "scripts/licenses.ts",
  "package.json",
  "tsconfig.json",
  "node_modules/.package-lock.json",
];

const NOTE = "lib/dist-is-built-from.txt";

/**
 * Notes that `dist/` under `root` is what the sources there build to. The note is about contents: a checkout, an edit or an
 * update of the packages makes it void, a file's time does not.
 */
export function noteDist(root: string): void {
  writeFileSync(join(root, NOTE), digest(root));
}

/** Whether it was noted that the present `dist/` is what the present sources build to. A few milliseconds. */
export function isDistNoted(root: string): boolean {
  const note = join(root, NOTE);
  return existsSync(note) && readFileSync(note, "utf8") === digest(root);
}

/** The files, by their paths within both, that one folder holds otherwise than the other or alone. */
export function differences(folder: string, other: string): readonly string[] {
  const paths = new Set([...filesIn(folder), ...filesIn(other)]);
  return [...paths].filter((path) => !sameFile(join(folder, path), join(other, path))).sort();
}

function sameFile(path: string, other: string): boolean {
  return existsSync(path) && existsSync(other) && readFileSync(path).equals(readFileSync(other));
}

function digest(root: string): string {
  const hash = createHash("sha256");
  const inFolders = FOLDERS.flatMap((folder) =>
    filesIn(join(root, folder)).map((path) => join(folder, path)),
  );
  for (const path of [...inFolders, ...FILES]) {
    const bytes = existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined;
    hash.update(`${path}\n${bytes?.length ?? "none"}\n`).update(bytes ?? "");
  }
  return hash.digest("hex");
}

/** Sorted; none if there is no such folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}
