import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Exchange } from "../../test/sandbox/traffic.ts";
import { commandOf, type PythonTool, versionOf } from "../virtualenv.ts";
import type { Judged } from "./judged.ts";

/** The models that AWS's own Python SDK is made of. */
export const botocore: PythonTool = {
  folder: ".venv-botocore",
  requirement: "botocore==1.44.8",
  command: "python",
  version: "1.44.8",
  asking: ["-c", "import botocore; print(botocore.__version__)"],
};

const PROGRAM = join(import.meta.dirname, "botocore_judge.py");

/** Holds exchanges with AWS against botocore's models of its services; `undefined` where botocore is not installed. */
export function judgeAws(exchanges: readonly Exchange[], root: string): Judged | undefined {
  const python = commandOf(botocore, root);
  if (versionOf(python, botocore.asking) !== botocore.version) return undefined;
  const input = exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join("");
  const answer = execFileSync(python, [PROGRAM], { input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(answer) as Judged;
}
