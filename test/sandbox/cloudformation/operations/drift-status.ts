import { differences } from "../changeSets/differences.ts";
import type { Resource, Stack } from "../model.ts";

type DriftStatus = "IN_SYNC" | "MODIFIED" | "DELETED" | "UNKNOWN" | "NOT_CHECKED";

/** A resource's drift status since the last detection, as ListStackResources tells it. */
export function statusOf({ drift }: Stack, resource: Resource): DriftStatus {
  const { logicalId, actual, properties } = resource;
  if (drift.at === undefined || !canDrift(resource)) return "NOT_CHECKED";
  if (drift.unknown?.has(logicalId)) return "UNKNOWN";
  if (actual === undefined) return "IN_SYNC";
  if (actual === null) return "DELETED";
  return differences(properties, actual).length === 0 ? "IN_SYNC" : "MODIFIED";
}

/**
 * Whether CloudFormation detects the drift of its type: of most types, that is. The others have the status NOT_CHECKED
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceDriftInformationSummary.html).
 */
export function canDrift({ type }: Pick<Resource, "type">): boolean {
  return !type.startsWith("Custom::") && !WITHOUT_DRIFT.has(type);
}

/**
 * Types that hold nothing that could be read, and some of the others
 * (aws-cloudformation/cloudformation-coverage-roadmap#1727, #2546).
 */
const WITHOUT_DRIFT: ReadonlySet<string> = new Set([
  "AWS::CDK::Metadata",
  "AWS::CloudFormation::CustomResource",
  "AWS::CloudFormation::WaitCondition",
  "AWS::CloudFormation::WaitConditionHandle",
  "AWS::DocDB::DBCluster",
  "AWS::DocDB::DBClusterParameterGroup",
  "AWS::DocDB::DBInstance",
  "AWS::FSx::FileSystem",
]);
