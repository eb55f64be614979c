import type { Snapshot } from "../../ports/github.ts";
import { canonicalJson, sha256 } from "../../template/canonical.ts";
import { gitPath } from "../review/untouched.ts";
import type { Surveyed } from "./survey.ts";

/**
 * The first path of those that a stack is rendered from that is not in a commit as it is here; `undefined` where all are.
 * A file behind a symbolic link is never taken for the same, as git knows the link and not what it leads to.
 */
export async function differsFrom(
  { sources, unread }: Pick<Surveyed, "sources" | "unread">,
  snapshot: Snapshot,
): Promise<string | undefined> {
  for (const { path, blob, isLinked } of sources) {
    if (isLinked || (await snapshot.id(gitPath(path))) !== blob) return path;
  }
  for (const path of unread) if ((await snapshot.id(gitPath(path))) !== undefined) return path;
  return undefined;
}

/** One hash for all that a stack is rendered from. @param workflows git's id of the folder `WORKFLOWS` */
export function sourcesHash(
  { sources, unread }: Pick<Surveyed, "sources" | "unread">,
  workflows: string | undefined,
): string {
  const files = sources.map(({ path, blob }) => [gitPath(path), blob]).sort(byText);
  return sha256(canonicalJson({ files, unread: unread.map(gitPath).sort(), workflows: workflows ?? null }));
}

function byText(left: readonly string[], right: readonly string[]): number {
  return left.join("\0") < right.join("\0") ? -1 : 1;
}
