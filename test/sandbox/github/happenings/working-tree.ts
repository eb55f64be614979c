import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { resolve } from "../routes/commit-pulls.ts";
import type { Backend } from "../state.ts";

/** The files of a commit, branch or full ref (`refs/pull/1/merge`), as text by path. */
export async function readFiles(
  backend: Backend,
  repo: string,
  ref: string,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [path, content] of await contents(backend, repo, ref)) files[path] = content.toString("utf8");
  return files;
}

/**
 * Empties `directory` and lays a commit's files into it, as `actions/checkout` does for GITHUB_SHA (without `.git`).
 * Returns the commit.
 */
export async function writeCheckout(
  backend: Backend,
  repo: string,
  ref: string,
  directory: string,
): Promise<string> {
  const files = await contents(backend, repo, ref);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [path, content] of files) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return resolve(backend, repo, ref);
}

async function contents(backend: Backend, repo: string, ref: string): Promise<[string, Buffer][]> {
  const sha = await resolve(backend, repo, ref);
  const tree = await backend.git.tree(repo, (await backend.git.commit(repo, sha)).tree);
  return Promise.all(
    [...tree].map(
      async ([path, entry]): Promise<[string, Buffer]> => [path, await backend.git.blob(repo, entry.sha)],
    ),
  );
}
