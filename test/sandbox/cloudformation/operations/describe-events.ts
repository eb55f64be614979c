import { AwsError, validationError } from "../../aws/errors.ts";
import { type OutputStructure, type Params, text } from "../../aws/query.ts";
import { type ChangeSet, stateOf } from "../changeSets/changeset.ts";
import type { Stack, StackEvent } from "../model.ts";
import { requireStack, type World } from "../world.ts";
import { type Handler, page } from "./input.ts";

export const describeEvents: Handler = (world, params, now) => {
  const { items, NextToken } = page(eventsFor(world, params, now), params, world.pageSize);
  return { OperationEvents: items, NextToken };
};

function eventsFor(world: World, params: Params, now: number): OutputStructure[] {
  const changeSetName = text(params, "ChangeSetName");
  const stackName = text(params, "StackName");
  const operationId = text(params, "OperationId");
  const failedOnly = text((params.Filters ?? {}) as Params, "FailedEvents") === "true";
  // By name alone the service finds nothing, although the parameter is called a name (cloudformation-cli#1116).
  if (changeSetName !== undefined && !changeSetName.startsWith("arn:") && stackName === undefined) {
    throw validationError("One of ChangeSetName, OperationId or StackName must be specified");
  }
  if (changeSetName !== undefined) {
    const set = world.changeSets.find(({ id, name }) => id === changeSetName || name === changeSetName);
    if (!set) throw new AwsError("ChangeSetNotFound", `ChangeSet [${changeSetName}] does not exist`, 404);
    return changeSetEvents(set, failedOnly, now);
  }
  const ofSet = world.changeSets.find((set) => set.operationId === operationId);
  if (ofSet) return changeSetEvents(ofSet, failedOnly, now);
  const stacks = stackName === undefined ? world.stacks : [requireStack(world, stackName)];
  return stacks
    .flatMap((stack) => stack.events.map((event) => operationEvent(stack, event)))
    .filter((event) => operationId === undefined || event.OperationId === operationId)
    .filter((event) => !failedOnly || String(event.ResourceStatus).endsWith("_FAILED"))
    .toReversed();
}

function changeSetEvents(set: ChangeSet, failedOnly: boolean, now: number): OutputStructure[] {
  const { status } = stateOf(set, now);
  const common = { StackId: set.stackId, OperationId: set.operationId, OperationType: "CREATE_CHANGESET" };
  const isDone = now >= set.completesAt;
  const findings = (isDone ? set.validations : []).map((finding, index) => ({
    ...common,
    EventId: `${set.operationId}-validation-${index}`,
    EventType: "VALIDATION_ERROR",
    LogicalResourceId: finding.logicalId,
    ResourceType: finding.type,
    Timestamp: new Date(set.completesAt),
    ValidationFailureMode: finding.mode,
    ValidationName: finding.name,
    ValidationStatus: "FAILED",
    ValidationStatusReason: finding.reason,
    ValidationPath: finding.path,
  }));
  const operationStatus = !isDone ? "IN_PROGRESS" : status === "FAILED" ? "FAILED" : "SUCCEEDED";
  const whole = {
    ...common,
    EventId: `${set.operationId}-end`,
    EventType: "STACK_EVENT",
    OperationStatus: operationStatus,
    Timestamp: new Date(Math.min(now, set.completesAt)),
    StartTime: new Date(set.createdAt),
  };
  return failedOnly && operationStatus !== "FAILED" ? findings : [whole, ...findings];
}

function operationEvent(stack: Stack, event: StackEvent): OutputStructure {
  const isStack = event.physicalId === stack.id;
  const isFailed = event.status.endsWith("_FAILED");
  return {
    EventId: event.id,
    StackId: stack.id,
    OperationId: event.operationId,
    OperationType: stack.operations.find(({ id }) => id === event.operationId)?.type,
    EventType: isFailed && !isStack ? "PROVISIONING_ERROR" : isStack ? "STACK_EVENT" : "PROGRESS_EVENT",
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: new Date(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.token,
  };
}
