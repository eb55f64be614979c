import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A Python program that tests are run against, in a virtualenv of its own below the repository's root. */
export interface PythonTool {
  /** The virtualenv's folder: `.venv-cfn-lint`. */
  readonly folder: string;
  /** What pip is told, with its version: `cfn-lint==1.58.0`. */
  readonly requirement: string;
  /** The program's name in the virtualenv. */
  readonly command: string;
  /** The version that it reports. */
  readonly version: string;
  /** Arguments that make it report its version. */
  readonly asking: readonly string[];
  /** SHA-256 of each file that the index may give for it, one a platform: nothing else is installed, no dependency either. */
  readonly hashes?: readonly string[];
  /** A file with the exact version of everything that it needs, where pip finds none by itself in a bearable time. */
  readonly requirements?: string;
}

/** Where a program was found, or what to do about one that was not. */
export type Found =
  | { readonly kind: "found"; readonly command: string }
  | { readonly kind: "missing"; readonly reason: string };

/** Path of the program inside the virtualenv below `root`. */
export function commandOf({ folder, command }: PythonTool, root: string): string {
  return join(root, folder, "bin", command);
}

/** Looks for the pinned program in the virtualenv below `root`, then on PATH; another version on PATH does not count. */
export function find({ command, version, asking, folder }: PythonTool, root: string): Found {
  const local = join(root, folder, "bin", command);
  if (versionOf(local, asking) === version) return { kind: "found", command: local };
  const onPath = versionOf(command, asking);
  if (onPath === version) return { kind: "found", command };
  const seen = onPath === undefined ? "none is on PATH" : `the one on PATH is ${onPath}`;
  const reason = `needs ${command} ${version}, ${seen}: run node scripts/install-${command}.ts`;
  return { kind: "missing", reason };
}

/**
 * Version that `command` reports, or undefined when it does not exist or does not run. A virtualenv that was
 * moved or half made has the file but does not run, so running it is the only honest check.
 */
export function versionOf(command: string, asking: readonly string[] = ["--version"]): string | undefined {
  try {
    const text = execFileSync(command, asking, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /\d+(\.\d+)+/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}

/**
 * Makes the virtualenv below `root` hold the pinned program; does nothing when it already does. Needs `python3` 3.9 or
 * newer with venv and a reachable package index. Throws when a command fails.
 */
export function install(tool: PythonTool, root: string): "installed" | "present" {
  const command = commandOf(tool, root);
  if (versionOf(command, tool.asking) === tool.version) return "present";
  const folder = join(root, tool.folder);
  execFileSync("python3", ["-m", "venv", "--clear", folder], { stdio: "inherit" });
  // Python before 3.13 does not hide its virtualenv from git.
  writeFileSync(join(folder, ".gitignore"), "*\n");
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...requested(tool, folder)];
  execFileSync(join(folder, "bin", "python"), pip, { stdio: "inherit", timeout: INSTALLED_WITHIN_MS });
  if (versionOf(command, tool.asking) !== tool.version) {
    throw new Error(`pip succeeded, but ${command} is not ${tool.requirement}`);
  }
  return "installed";
}

/** LocalStack's hundred packages take five minutes; much longer than that is a search through versions without an end. */
const INSTALLED_WITHIN_MS = 15 * 60_000;

/** What pip is told to install. It takes hashes from a file of requirements only. */
function requested({ requirement, hashes, requirements }: PythonTool, folder: string): readonly string[] {
  if (requirements !== undefined) return ["--no-deps", "--requirement", requirements];
  if (hashes === undefined) return [requirement];
  const path = join(folder, "requirements.txt");
  writeFileSync(path, `${[requirement, ...hashes.map((hash) => `--hash=sha256:${hash}`)].join(" ")}\n`);
  return ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--requirement", path];
}
