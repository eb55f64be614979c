import type { TemplateResource } from "./template.ts";

/** What happens to a resource that leaves the stack. RDS clusters are snapshotted unless the template says otherwise. */
export function deletionPolicy(type: string, resource: TemplateResource | undefined): string {
  const policy = resource?.deletionPolicy ?? (type === "AWS::RDS::DBCluster" ? "Snapshot" : "Delete");
  return policy === "RetainExceptOnCreate" ? "Retain" : policy;
}

export function replacePolicy(resource: TemplateResource): string {
  const fallback = resource.type === "AWS::RDS::DBCluster" ? "Snapshot" : "Delete";
  return `ReplaceAnd${resource.updateReplacePolicy ?? fallback}`;
}
