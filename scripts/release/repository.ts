import { execFileSync, spawnSync } from "node:child_process";
import { Refusal } from "./refusal.ts";

/** A clone, its remote `origin`, and what GitHub knows of it. */
export interface Repository {
  /** The commit that is checked out. */
  head(): string;
  /** What is in the work tree and in no commit. */
  changes(): readonly string[];
  /** The remote's tags, and the commits that they point to. */
  tags(): ReadonlyMap<string, string>;
  isOnMain(commit: string): boolean;
  /** Whether a commit has another one among those before it. */
  holds(commit: string, other: string): boolean;
  /** Whether what is checked out has other files below this path than a commit of it before. */
  differs(commit: string, path: string): boolean;
  /** Makes a tag on the remote. Fails where it is there. */
  push(commit: string, tag: string): void;
  /** Moves a tag of the remote, or makes it. Fails where somebody else moves it meanwhile. */
  move(commit: string, tag: string): void;
  isReleased(tag: string): boolean;
  release(tag: string, notes: string): void;
}

/** @param folder the clone's root */
export function openRepository(folder: string): Repository {
  const run = (program: string, args: readonly string[], input = ""): string =>
    execFileSync(program, args, { cwd: folder, encoding: "utf8", input, stdio: ["pipe", "pipe", "inherit"] });
  const git = (...args: readonly string[]): string => run("git", args).trim();
  return {
    head: () => git("rev-parse", "HEAD"),
    changes: () => linesOf(git("status", "--porcelain", "--untracked-files=all")).map((line) => line.trim()),
    tags: () => readTags(git("ls-remote", "--tags", "origin")),
    isOnMain(commit) {
      git("fetch", "--quiet", "origin", "main");
      return holds(folder, "FETCH_HEAD", commit);
    },
    holds: (commit, other) => holds(folder, commit, other),
    differs: (commit, path) => git("diff", "--name-only", commit, "HEAD", "--", path) !== "",
    push: (commit, tag) => push(folder, tag, [`${commit}:refs/tags/${tag}`]),
    move(commit, tag) {
      const [from = ""] = git("ls-remote", "origin", `refs/tags/${tag}`).split("\t");
      const lease = `--force-with-lease=refs/tags/${tag}:${from}`;
      push(folder, tag, [`+${commit}:refs/tags/${tag}`, lease]);
    },
    isReleased: (tag) => isReleased(folder, tag),
    release: (tag, notes) =>
      run("gh", ["release", "create", tag, "--verify-tag", "--title", tag, "--notes-file", "-"], notes),
  };
}

/** What is not in the clone is in no commit of it. */
function holds(folder: string, commit: string, other: string): boolean {
  return spawnSync("git", ["merge-base", "--is-ancestor", other, commit], { cwd: folder }).status === 0;
}

/**
 * GitHub takes no tag from a workflow's token whose commit has other workflow files than it knows of, and a permission to do so
 * would be one to write workflows (github/docs#41140). A person may.
 */
function push(folder: string, tag: string, [refs = "", ...options]: readonly string[]): void {
  const args = ["push", "--quiet", ...options, "origin", refs];
  const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status === 0) return;
  if (/without `workflows` permission/.test(stderr))
    throw new Refusal([
      `GitHub does not let a workflow set ${tag} to a commit with these workflow files. Run "npm run release -- <version>" on this commit yourself: it goes on from here`,
    ]);
  throw new Error(`git ${args.join(" ")}: ${stderr}`);
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter(Boolean);
}

/** An annotated tag has a second line, with the commit behind it. */
function readTags(listed: string): ReadonlyMap<string, string> {
  const lines = linesOf(listed).map((line) => line.split("\t"));
  const plain = (ref = "") => ref.replace("refs/tags/", "").replace(/\^\{\}$/, "");
  const inOrder = lines.toSorted(([, ref = ""], [, other = ""]) => ref.length - other.length);
  return new Map(inOrder.map(([commit = "", ref]) => [plain(ref), commit]));
}

/** Without gh, or where GitHub does not answer, it throws: a release that is not seen would be made twice. */
function isReleased(folder: string, tag: string): boolean {
  const { status, stderr, error } = spawnSync("gh", ["release", "view", tag], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  if (status === 0) return true;
  if (/release not found/.test(stderr)) return false;
  throw new Error(`gh release view ${tag}: ${stderr}`);
}
