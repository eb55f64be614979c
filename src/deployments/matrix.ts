import type { Json } from "../template/model.ts";
import type { Deployment } from "./deployment.ts";

/** Keys of a matrix entry that are known of a stack; a deployment file's `matrix` may not set them. */
export const OWN_KEYS = ["stack-name", "region", "deployment-file", "label"];

/** GitHub makes at most so many jobs of one matrix (Actions limits, "Job matrix"). */
export const MOST_JOBS = 256;

/** JSON for `strategy.matrix`: a job a stack. */
export function matrixOf(deployments: readonly Deployment[]): string {
  const include = deployments.map(
    ({ file, stackName, region, label, matrix }): Json => ({
      "stack-name": stackName,
      region,
      "deployment-file": file,
      ...(label === undefined ? {} : { label }),
      ...matrix,
    }),
  );
  return JSON.stringify({ include });
}
