import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The cfn-lint that the templates are judged by; another version carries other resource schemas. */
export const cfnLintVersion = "1.58.0";

/** Path of cfn-lint inside the virtualenv that this script makes below `root`. */
export function localCfnLint(root: string): string {
  return join(root, ".venv-cfn-lint", "bin", "cfn-lint");
}

/**
 * Version that `command` reports, or undefined when it does not exist or does not run. A virtualenv that was
 * moved or half made has the file but does not run, so running it is the only honest check.
 */
export function versionOf(command: string): string | undefined {
  try {
    const text = execFileSync(command, ["--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return text.trim().replace(/^cfn-lint /, "");
  } catch {
    return undefined;
  }
}

/**
 * Makes `.venv-cfn-lint` below `root` hold the pinned cfn-lint; does nothing when it already does.
 * Needs `python3` 3.9 or newer with venv and a reachable package index. Throws when a command fails.
 */
function installCfnLint(root: string): "installed" | "present" {
  if (versionOf(localCfnLint(root)) === cfnLintVersion) return "present";
  const folder = join(root, ".venv-cfn-lint");
  execFileSync("python3", ["-m", "venv", "--clear", folder], { stdio: "inherit" });
  // Python before 3.13 does not hide its virtualenv from git.
  writeFileSync(join(folder, ".gitignore"), "*\n");
  const pip = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    `cfn-lint==${cfnLintVersion}`,
  ];
  execFileSync(join(folder, "bin", "python"), pip, { stdio: "inherit" });
  if (versionOf(localCfnLint(root)) !== cfnLintVersion) {
    throw new Error(`pip succeeded, but ${localCfnLint(root)} is not cfn-lint ${cfnLintVersion}`);
  }
  return "installed";
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  console.log(`cfn-lint ${cfnLintVersion} ${installCfnLint(root)}: ${localCfnLint(root)}`);
}
