import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { findCfnLint } from "../templates/cfn-lint.ts";

/**
 * The interpreter that cfn-lint, and with it PyYAML, is installed in: one on PATH is of no use. In CI there must be one.
 */
export function pythonOfCfnLint(): { readonly command: string } | { readonly missing: string } {
  const found = findCfnLint();
  const command = found.kind === "found" ? join(dirname(found.command), "python") : "";
  if (existsSync(command)) return { command };
  const reason =
    found.kind === "missing" ? found.reason : "needs .venv-cfn-lint: run node scripts/install-cfn-lint.ts";
  if (process.env.CI === "true") throw new Error(reason);
  return { missing: reason };
}
