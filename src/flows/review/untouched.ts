import type { Pulls } from "../../ports/github.ts";
import type { SourceFile } from "../../ports/local.ts";

type CommitPorts = { readonly pulls: Pick<Pulls, "touched" | "blob" | "tree"> };

/** Where a workflow says what its steps are given: what changes there may change every stack. */
export const WORKFLOWS = ".github";

/**
 * Tells whether a commit changes nothing of a deploy: it touches no file that the deploy was rendered from, no folder
 * above one or below one that was packed, and nothing under `.github/`, where the workflow's own inputs stand. Where a
 * file is not in the deployed commit as it was read, an earlier step made or changed it, and no commit can be told.
 * @param commit the deployed one
 */
export function untouchedBy(
  commit: string,
  sources: readonly SourceFile[],
  { pulls }: CommitPorts,
): (sha: string) => Promise<boolean> {
  let known: Promise<boolean> | undefined;
  return async (sha) => {
    known ??= areAsCommitted(commit, sources, pulls);
    if (!(await known)) return false;
    const touched = await pulls.touched(sha);
    return touched !== undefined && !touched.some((path) => isSource(path, sources));
  };
}

/** Whether the commit has everything that something was rendered from as it was read. */
export async function areAsCommitted(
  commit: string,
  sources: readonly SourceFile[],
  pulls: CommitPorts["pulls"],
): Promise<boolean> {
  if (sources.some(({ isLinked }) => isLinked)) return false;
  const blobs = await Promise.all(
    sources.map(({ path, isFolder }) =>
      isFolder ? pulls.tree(commit, gitPath(path)) : pulls.blob(commit, gitPath(path)),
    ),
  );
  return sources.every(({ blob }, index) => blobs[index] === blob);
}

function isSource(touched: string, sources: readonly SourceFile[]): boolean {
  return (
    touched.startsWith(`${WORKFLOWS}/`) ||
    sources.some(
      ({ path, isFolder }) =>
        gitPath(path) === touched ||
        gitPath(path).startsWith(`${touched}/`) ||
        (isFolder === true && isBelow(touched, gitPath(path))),
    )
  );
}

/** The workspace itself is the folder of no name. */
function isBelow(touched: string, folder: string): boolean {
  return folder === "" || touched.startsWith(`${folder}/`);
}

/** `./stack.yaml` and `infra//stack.yaml` as git names them. */
export function gitPath(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}
