import { join } from "node:path";
import { commandOf, install, type PythonTool } from "./virtualenv.ts";

/** The cfn-lint that the templates are judged by; another version carries other resource schemas. */
const VERSION = "1.58.0";

export const cfnLint: PythonTool = {
  folder: ".venv-cfn-lint",
  requirement: `cfn-lint==${VERSION}`,
  command: "cfn-lint",
  version: VERSION,
  asking: ["--version"],
};

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  console.log(`cfn-lint ${VERSION} ${install(cfnLint, root)}: ${commandOf(cfnLint, root)}`);
}
