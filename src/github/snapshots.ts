import type { Snapshot, Snapshots } from "../ports/github.ts";
import { listCheckRuns } from "./checks.ts";
import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

interface Listing {
  /** By path from the listed tree; folders are among them. */
  readonly entries: ReadonlyMap<string, { readonly id: string; readonly isFile: boolean }>;
  readonly isWhole: boolean;
}

/**
 * Commits' trees. One request lists a whole one, up to 100,000 entries or 7 MB (REST, "Get a tree"); of a larger one each
 * folder on the way to a path that is asked for is listed by itself, once.
 */
export function createSnapshots({ octokit, owner, repo }: Repository): Snapshots {
  async function list(tree: string, isDeep: boolean): Promise<Listing | undefined> {
    try {
      const recursive = isDeep ? { recursive: "1" } : {};
      const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: tree, ...recursive });
      const entries = data.tree.map(
        // Neither a folder nor another repository's commit.
        ({ path, sha, type }) => [path, { id: sha, isFile: type === "blob" }] as const,
      );
      return { entries: new Map(entries), isWhole: !data.truncated };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  return {
    checkRuns: (sha: string) => listCheckRuns({ octokit, owner, repo }, sha),

    async at(sha: string): Promise<Snapshot | undefined> {
      const whole = await list(sha, true);
      if (whole === undefined) return undefined;
      if (!whole.isWhole) return { id: byFolder(sha, (tree) => list(tree, false)), files: undefined };
      const files = [...whole.entries].filter(([, { isFile }]) => isFile);
      return {
        id: async (path) => whole.entries.get(path)?.id,
        files: new Map(files.map(([path, { id }]) => [path, id])),
      };
    },

    async text(blob: string): Promise<string> {
      const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: blob });
      return Buffer.from(data.content, "base64").toString("utf8");
    },
  };
}

/** Looks a path up folder by folder, each of which is listed once. */
function byFolder(
  root: string,
  list: (tree: string) => Promise<Listing | undefined>,
): (path: string) => Promise<string | undefined> {
  const listings = new Map<string, Promise<Listing | undefined>>();
  const listed = (tree: string) => {
    const known = listings.get(tree) ?? list(tree);
    listings.set(tree, known);
    return known;
  };
  return async (path) => {
    let at = root;
    for (const name of path.split("/")) {
      const found = (await listed(at))?.entries.get(name);
      if (found === undefined) return undefined;
      at = found.id;
    }
    return at;
  };
}
