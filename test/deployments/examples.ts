import type { Deployment } from "../../src/deployments/deployment.ts";

/** A deployment that is its name in one region, but for what is given. */
export function deploymentOf(stackName: string, more: Partial<Deployment> = {}): Deployment {
  return {
    file: `deployments/${stackName}.yaml`,
    stackName,
    region: "us-east-1",
    label: undefined,
    dependsOn: [],
    exports: [],
    imports: [],
    reads: [],
    matrix: {},
    ...more,
  };
}
