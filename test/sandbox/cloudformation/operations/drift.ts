import { AwsError, validationError } from "../../aws/errors.ts";
import { type OutputStructure, texts } from "../../aws/query.ts";
import { differences, valueAt } from "../changeSets/differences.ts";
import { scalarsAsText } from "../json.ts";
import type { Json, Resource, Stack } from "../model.ts";
import { isBusy } from "../stacks.ts";
import { requireStack, uuid } from "../world.ts";
import { canDrift, statusOf } from "./drift-status.ts";
import { type Handler, page, required } from "./input.ts";

export const detectStackDrift: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (isBusy(stack.status) || stack.status === "REVIEW_IN_PROGRESS") {
    throw validationError(
      `Drift detection cannot be performed on stack [${stack.id}] in ${stack.status} state`,
    );
  }
  if (world.driftDetections.some(({ stackId, doneAt }) => stackId === stack.id && now < doneAt))
    throw validationError(`Drift detection is already in progress for stack [${stack.id}]`);
  const id = uuid(world);
  world.driftDetections.push({ id, stackId: stack.id, doneAt: now + world.durations.changeSet });
  return { StackDriftDetectionId: id };
};

export const describeStackDriftDetectionStatus: Handler = (world, params, now) => {
  const id = required(params, "StackDriftDetectionId");
  const detection = world.driftDetections.find((candidate) => candidate.id === id);
  if (!detection) throw validationError(`Drift detection id ${id} does not exist`);
  const stack = requireStack(world, detection.stackId);
  const common = { StackId: stack.id, StackDriftDetectionId: id, Timestamp: new Date(now) };
  if (now < detection.doneAt) return { ...common, DetectionStatus: "DETECTION_IN_PROGRESS" };
  const failure = world.faults.hit("drift-detection-fails", { stack: stack.name });
  if (failure) {
    return {
      ...common,
      DetectionStatus: "DETECTION_FAILED",
      DetectionStatusReason: failure.reason ?? "Access denied",
    };
  }
  // Only the stack's own resources: a nested stack is one of them, and what it holds is for a detection of its own.
  const own = [...stack.resources.values()];
  const unknown = new Map(
    own.filter(canDrift).flatMap(({ logicalId }): [string, string][] => {
      const fault = world.faults.hit("drift-unknown", { stack: stack.name, resource: logicalId });
      return fault === undefined ? [] : [[logicalId, fault.reason ?? "Access denied"]];
    }),
  );
  stack.drift = { status: "IN_SYNC", at: detection.doneAt, unknown };
  const drifted = own.filter((resource) => /^(MODIFIED|DELETED)$/.test(statusOf(stack, resource)));
  if (drifted.length > 0 || unknown.size > 0) stack.drift.status = drifted.length > 0 ? "DRIFTED" : "UNKNOWN";
  return {
    ...common,
    StackDriftStatus: stack.drift.status,
    DetectionStatus: "DETECTION_COMPLETE",
    DriftedStackResourceCount: drifted.length,
  };
};

export const describeStackResourceDrifts: Handler = (world, params, now) => {
  const stack = requireStack(world, required(params, "StackName"));
  const wanted = texts(params, "StackResourceDriftStatusFilters");
  if (stack.drift.at === undefined) {
    throw new AwsError("ValidationError", `Drift detection has not been run on stack [${stack.name}]`);
  }
  const drifts = [...stack.resources.values()]
    // Those that were not checked are not listed, whatever is asked for.
    .filter((resource) => statusOf(stack, resource) !== "NOT_CHECKED")
    .filter((resource) => wanted.length === 0 || wanted.includes(statusOf(stack, resource)))
    .map((resource) => driftOf(stack, resource, now));
  const { items, NextToken } = page(drifts, params, world.pageSize);
  return { StackResourceDrifts: items, NextToken };
};

const KINDS = { Add: "ADD", Remove: "REMOVE", Modify: "NOT_EQUAL" } as const;

function driftOf(stack: Stack, resource: Resource, now: number): OutputStructure {
  const { properties, actual } = resource;
  const found = actual ? differences(properties, actual) : [];
  return {
    StackId: stack.id,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ExpectedProperties: valueText(properties),
    ActualProperties: actual === null ? undefined : valueText(actual ?? properties),
    PropertyDifferences: found.map(({ path, kind }) => ({
      PropertyPath: `/${path.join("/")}`,
      ExpectedValue: valueText(valueAt(properties, path)),
      ActualValue: valueText(valueAt(actual ?? {}, path)),
      DifferenceType: KINDS[kind],
    })),
    StackResourceDriftStatus: statusOf(stack, resource),
    DriftStatusReason: stack.drift.unknown?.get(resource.logicalId),
    Timestamp: new Date(stack.drift.at ?? now),
  };
}

function valueText(value: Json | undefined): string {
  if (value === undefined) return "null";
  return typeof value === "object" ? JSON.stringify(scalarsAsText(value)) : String(value);
}
