import type { TemplateResource } from "./template.ts";

/** What happens to a resource that leaves the stack. RDS clusters are snapshotted unless the template says otherwise. */
export function deletionPolicy(type: string, resource: TemplateResource | undefined): string {
  const policy = resource?.deletionPolicy ?? (SNAPSHOTTED.has(type) ? "Snapshot" : "Delete");
  return policy === "RetainExceptOnCreate" ? "Retain" : policy;
}

const SNAPSHOTTED: ReadonlySet<string> = new Set(["AWS::RDS::DBCluster", "AWS::RDS::DBInstance"]);

export function replacePolicy(resource: TemplateResource): string {
  const fallback = resource.type === "AWS::RDS::DBCluster" ? "Snapshot" : "Delete";
  return `ReplaceAnd${resource.updateReplacePolicy ?? fallback}`;
}
