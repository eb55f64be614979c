import type { JsonObject } from "../template/model.ts";

/** One deployment file of the repository, as far as the others need it: its stack, and what it waits for. */
export interface Deployment {
  readonly file: string;
  readonly stackName: string;
  readonly region: string;
  readonly label: string | undefined;
  /** Stacks that must be deployed before. */
  readonly dependsOn: readonly string[];
  /** Names of exports that it makes and takes. */
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  /** Stacks of which it reads outputs that need not be exported. */
  readonly reads: readonly Pick<Deployment, "stackName" | "region">[];
  /** What its job gets beside what is known of it. */
  readonly matrix: JsonObject;
}

/** `app (prod, us-east-1)`: no two deployment files have the same. */
export function deploymentName({
  stackName,
  region,
  label,
}: Pick<Deployment, "stackName" | "region" | "label">): string {
  return `${stackName} (${[label, region].filter((part) => part !== undefined).join(", ")})`;
}

/** Whether a deployment of that name is of this stack in this region, whatever its label: that can change. */
export function isOfStack(
  name: string,
  { stackName, region }: Pick<Deployment, "stackName" | "region">,
): boolean {
  // No name of a stack has a space in it, and no name of a region or label a comma.
  const start = `${stackName} (`;
  const rest = name.startsWith(start) ? name.slice(start.length) : "";
  return rest === `${region})` || rest.endsWith(`, ${region})`);
}
