import { join } from "node:path";
import { commandOf, install, type PythonTool } from "./virtualenv.ts";

/** The cfn-lint that the templates are judged by; another version carries other resource schemas. */
export const cfnLintVersion = "1.58.0";

const cfnLint: PythonTool = {
  folder: ".venv-cfn-lint",
  requirement: `cfn-lint==${cfnLintVersion}`,
  command: "cfn-lint",
  version: cfnLintVersion,
  asking: ["--version"],
};

/** Path of cfn-lint inside the virtualenv that this script makes below `root`. */
export function localCfnLint(root: string): string {
  return commandOf(cfnLint, root);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  console.log(`cfn-lint ${cfnLintVersion} ${install(cfnLint, root)}: ${localCfnLint(root)}`);
}
