import { type EvaluatedObject, textOf, UNKNOWN } from "../template/evaluate/evaluated.ts";

/** "The default policy is Snapshot" (DeletionPolicy attribute): of these, and of an instance that is in no cluster. */
export function usualPolicy(type: string, properties: EvaluatedObject): "Snapshot" | "Delete" {
  const isInstance = type === "AWS::RDS::DBInstance" && !isOfCluster(properties);
  return type === "AWS::RDS::DBCluster" || isInstance ? "Snapshot" : "Delete";
}

/** Whether an instance only computes: the data is its cluster's. */
export function isOfCluster(properties: EvaluatedObject): boolean {
  const engine = textOf(properties.Engine);
  return (
    properties.DBClusterIdentifier !== undefined ||
    (engine !== UNKNOWN && /^(aurora|docdb|neptune)/.test(engine))
  );
}
