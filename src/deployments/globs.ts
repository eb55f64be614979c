import { posix } from "node:path";

/**
 * Tells whether a path matches one of the globs and none of those that begin with `!`. `*` is one name, `**` any number of
 * folders, `{a,b}` either; names that begin with a dot are matched only by a glob that says so.
 * @param globs from the repository's root; `./` at the beginning means the same
 */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)+/, "$1"));
  const wanted = plain.filter((glob) => !glob.startsWith("!"));
  const unwanted = plain.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  return (path) =>
    wanted.some((glob) => posix.matchesGlob(path, glob)) &&
    !unwanted.some((glob) => posix.matchesGlob(path, glob));
}
