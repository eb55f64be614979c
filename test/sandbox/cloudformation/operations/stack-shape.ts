import type { OutputStructure } from "../../aws/query.ts";
import type { ResourceStatus, Stack, StackEvent } from "../model.ts";
import { readTemplate } from "../templates/template.ts";
import type { World } from "../world.ts";
import { statusOf } from "./drift-status.ts";
import { beforeOperation } from "./execute.ts";
import { rollbackShape } from "./rollback-configuration.ts";

/** A stack in the shape of DescribeStacks, stale where that fault is switched on. */
export function stackDetail(world: World, actual: Stack): OutputStructure {
  const before = beforeOperation(actual);
  const stack = before && world.faults.hit("stale-describe", { stack: actual.name }) ? before : actual;
  return {
    ...identity(stack),
    ChangeSetId: stack.changeSetId,
    Description: description(stack),
    Parameters: (stack.definition?.parameters ?? []).map(({ key, value, noEcho, resolved }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? "****" : value,
      ResolvedValue: resolved,
    })),
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: stack.notificationArns,
    RollbackConfiguration: rollbackShape(stack.rollback),
    Capabilities: stack.capabilities,
    Outputs: stack.outputs.map((output) => ({
      OutputKey: output.key,
      OutputValue: output.value,
      Description: output.description,
      ExportName: output.exportName,
    })),
    RoleARN: stack.roleArn,
    Tags: (stack.definition?.tags ?? []).map(({ key, value }) => ({ Key: key, Value: value })),
    EnableTerminationProtection: stack.terminationProtection,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: {
      StackDriftStatus: stack.drift.status,
      LastCheckTimestamp: stack.drift.at === undefined ? undefined : new Date(stack.drift.at),
    },
    LastOperations: lastOperations(stack),
  };
}

export function identity(stack: Stack): OutputStructure {
  return {
    StackId: stack.id,
    StackName: stack.name,
    CreationTime: new Date(stack.createdAt),
    LastUpdatedTime: stack.updatedAt === undefined ? undefined : new Date(stack.updatedAt),
    DeletionTime: stack.deletedAt === undefined ? undefined : new Date(stack.deletedAt),
  };
}

export function lastOperations(stack: Stack): OutputStructure[] {
  return stack.operations.map(({ id, type }) => ({ OperationType: type, OperationId: id }));
}

export function description(stack: Stack): string | undefined {
  return stack.definition && readTemplate(stack.definition.body).description;
}

/** The resources that a stack lists: deleted ones only once the whole stack is deleted. */
export function shownStatuses(stack: Stack): ResourceStatus[] {
  return [...stack.statuses.values()]
    .filter(({ logicalId }) => logicalId !== stack.name)
    .filter(({ status }) => stack.status === "DELETE_COMPLETE" || status !== "DELETE_COMPLETE");
}

export function resourceDetail(stack: Stack, status: ResourceStatus): OutputStructure {
  const resource = stack.resources.get(status.logicalId);
  const drift = resource === undefined ? "NOT_CHECKED" : statusOf(stack, resource);
  return {
    LogicalResourceId: status.logicalId,
    PhysicalResourceId: status.physicalId || undefined,
    ResourceType: status.type,
    ResourceStatus: status.status,
    ResourceStatusReason: status.reason,
    DriftInformation: {
      StackResourceDriftStatus: drift,
      LastCheckTimestamp:
        drift === "NOT_CHECKED" || stack.drift.at === undefined ? undefined : new Date(stack.drift.at),
    },
  };
}

export function eventDetail(event: StackEvent): OutputStructure {
  return {
    StackId: event.stackId,
    EventId: event.id,
    StackName: event.stackName,
    OperationId: event.operationId,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: new Date(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.token,
    DetailedStatus: event.detailedStatus,
    HookType: event.hook?.type,
    HookStatus: event.hook?.status,
    HookStatusReason: event.hook?.reason,
    HookInvocationPoint: event.hook && "PRE_PROVISION",
    HookFailureMode: event.hook?.failureMode,
  };
}
