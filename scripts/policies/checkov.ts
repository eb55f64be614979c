import { spawnSync } from "node:child_process";
import { commandOf, install, type PythonTool } from "../virtualenv.ts";
import type { PolicyFinding } from "./model.ts";

const VERSION = "3.3.30";

const checkov: PythonTool = {
  folder: ".venv-checkov",
  requirement: `checkov==${VERSION}`,
  command: "checkov",
  version: VERSION,
  asking: ["--version"],
};

interface Report {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly { readonly check_id: string; readonly resource: string }[];
  };
}

/** checkov's failed checks of one template; installs it below `root` where it is not. Throws when it judges nothing. */
export function runCheckov(root: string, template: string): readonly PolicyFinding[] {
  install(checkov, root);
  const args = [
    "--file",
    template,
    "--framework",
    "cloudformation",
    "--compact",
    "--quiet",
    "--output",
    "json",
  ];
  const { stdout, stderr } = spawnSync(commandOf(checkov, root), args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // It would ask for newer versions of itself and send what it finds where a key is set.
    env: { ...process.env, CKV_SUPPRESS_VERSION_CHECK: "true", BC_API_KEY: "" },
  });
  const { summary, results } = JSON.parse(stdout || "{}") as Partial<Report>;
  if (summary === undefined || results === undefined || summary.passed === 0 || summary.parsing_errors > 0) {
    throw new Error(`checkov has not judged ${template}: ${stderr || stdout}`);
  }
  return results.failed_checks.map(({ check_id, resource }) => ({
    tool: "checkov",
    rule: check_id,
    resource: resource.split(".").at(-1) ?? resource,
  }));
}
