import type { OutputStructure } from "../../aws/query.ts";
import { type Change, KNOWN_AFTER_APPLY } from "../changeSets/changes.ts";
import type { ChangeSet } from "../changeSets/changeset.ts";
import type { Detail } from "../changeSets/details.ts";
import { scalarsAsText } from "../json.ts";
import type { Json } from "../model.ts";

/** What ListChangeSets and DescribeChangeSet both tell of a set. */
export function summary(set: ChangeSet): OutputStructure {
  return {
    StackId: set.stackId,
    StackName: set.stackName,
    ChangeSetId: set.id,
    ChangeSetName: set.name,
    CreationTime: new Date(set.createdAt),
    Description: set.description,
    IncludeNestedStacks: set.includeNestedStacks,
    ParentChangeSetId: set.parentId,
    RootChangeSetId: set.rootId,
    ImportExistingResources: set.importExistingResources,
  };
}

/** A change in the API's shape; paths, values and contexts only with IncludePropertyValues. */
export function resourceChange(change: Change, withValues: boolean): OutputStructure {
  return {
    PolicyAction: change.policyAction,
    Action: change.action,
    LogicalResourceId: change.logicalId,
    PhysicalResourceId: change.physicalId,
    ResourceType: change.type,
    Replacement: change.replacement,
    Scope: change.scope,
    Details: withValues ? change.details.map(detailWithValues) : distinct(change.details.map(plainDetail)),
    ChangeSetId: change.changeSetId,
    ResourceDriftStatus: change.driftStatus,
    ...(withValues ? { BeforeContext: context(change.before), AfterContext: context(change.after) } : {}),
  };
}

function plainDetail(detail: Detail): OutputStructure {
  const { attribute, name, recreation, evaluation, source, cause } = detail;
  const recreates = attribute === "Properties" || attribute === "Tags" ? recreation : "Never";
  return {
    Target: { Attribute: attribute, Name: name, RequiresRecreation: recreates },
    Evaluation: evaluation,
    ChangeSource: source,
    CausingEntity: cause,
  };
}

function detailWithValues(detail: Detail): OutputStructure {
  const plain = plainDetail(detail);
  if (detail.path === undefined) return plain;
  return {
    ...plain,
    Target: {
      ...(plain.Target as OutputStructure),
      Path: detail.path,
      BeforeValue: valueText(detail.before),
      AfterValue: valueText(detail.after),
      AttributeChangeType: detail.drift ? "SyncWithActual" : detail.kind,
      ...(detail.drift ? driftValues(detail.drift) : {}),
    },
  };
}

function driftValues({ previous, actual }: NonNullable<Detail["drift"]>): OutputStructure {
  return {
    BeforeValueFrom: "ACTUAL_STATE",
    AfterValueFrom: "TEMPLATE",
    Drift: { PreviousValue: valueText(previous), ActualValue: valueText(actual) },
  };
}

function distinct(details: readonly OutputStructure[]): OutputStructure[] {
  return [...new Map(details.map((detail) => [JSON.stringify(detail), detail])).values()];
}

/** Scalars as they are, structures as JSON text. */
function valueText(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "object" ? JSON.stringify(scalarsAsText(value)) : String(value);
}

function context(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(scalarsAsText(value));
}

/** The reason by which CloudFormation admits that changes are missing (aws-cdk-cli#1780). */
export function droppedReason(logicalId: string): string {
  return `[WARN] --include-property-values option can return incomplete ChangeSet data because: ChangeSet creation failed for resource, Logical Id: ${logicalId}, Reason: the value of a property could not be read (${KNOWN_AFTER_APPLY})`;
}
