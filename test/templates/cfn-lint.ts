import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cfnLint } from "../../scripts/install-cfn-lint.ts";
import { type Found, find } from "../../scripts/virtualenv.ts";

export interface LintResult {
  /** 0: clean. cfn-lint sums 2 for errors, 4 for warnings, 8 for infos. */
  readonly exitCode: number | null;
  /** One line a finding, `file:line:column:…:rule:text`, or what cfn-lint wrote when it broke. */
  readonly findings: string;
}

/** The pinned cfn-lint, in its virtualenv or on PATH. */
export function findCfnLint(root = join(import.meta.dirname, "../..")): Found {
  return find(cfnLint, root);
}

export interface LintOptions {
  /** Values that parameters are given; without them cfn-lint judges by defaults and allowed values. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly regions?: readonly string[];
}

/** Lints one template, informational rules included, for every region unless some are named. */
export function lint(command: string, template: string, options: LintOptions = {}): LintResult {
  const { parameters = {}, regions = ["ALL_REGIONS"] } = options;
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  const args = ["--include-checks", "I", "--regions", ...regions, "--format", "parseable"];
  if (given.length > 0) args.push("--parameters", ...given);
  const { status, stdout, stderr } = spawnSync(command, [...args, "--template", template], {
    encoding: "utf8",
  });
  return { exitCode: status, findings: `${stdout}${stderr}`.trim() };
}
