import { posix } from "node:path";

/**
 * Tells whether a path matches one of the globs and none of those that begin with `!`. `*` is one name, `**` any number of
 * folders, `{a,b}` either; names that begin with a dot are matched only by a glob that says so. What git keeps for itself and
 * what packages brought along are matched by none.
 * @param globs from the repository's root; `./` at the beginning means the same
 */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)+/, "$1"));
  const wanted = plain.filter((glob) => !glob.startsWith("!"));
  const unwanted = plain.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  return (path) =>
    !path.split("/").some((name) => PASSED_BY.has(name)) &&
    wanted.some((glob) => posix.matchesGlob(path, glob)) &&
    !unwanted.some((glob) => posix.matchesGlob(path, glob));
}

/** Folders that are looked into for nothing. */
export const PASSED_BY: ReadonlySet<string> = new Set([".git", "node_modules"]);
