import { dirname } from "node:path";
import type { Done, StepScene } from "../jobs/steps.ts";
import { knownInputs } from "./knownInputs.ts";

/** actions/setup-node: the Node that runs this, where the step asks for its major version. */
export async function setupNode({ inputs, env }: StepScene): Promise<Done> {
  knownInputs("actions/setup-node", inputs, ["node-version", "cache", "package-manager-cache"]);
  const major = process.versions.node.split(".")[0];
  const { "node-version": asked } = inputs;
  if (asked !== major) throw new Error(`there is no Node ${asked} here, but ${major}`);
  const path = [dirname(process.execPath), env.PATH ?? "/usr/bin:/bin"].join(":");
  return { conclusion: "success", text: `node: ${process.version}\n`, exported: { PATH: path } };
}
