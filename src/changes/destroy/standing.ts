import type { Stack } from "../../stack/model.ts";
import { isObject } from "../../template/canonical.ts";
import { evaluateTemplate } from "../../template/evaluate/evaluate.ts";
import type { EvaluatedObject } from "../../template/evaluate/evaluated.ts";
import type { JsonObject } from "../../template/model.ts";
import { isMasked } from "../../template/parameters/declarations.ts";
import type { StackResource } from "../request.ts";
import { isOfCluster, usualPolicy } from "../usualPolicy.ts";

/** One stack of the tree that is to be deleted, as AWS has it. */
export interface StandingStack {
  /** Logical ids of the nested stacks that lead here; empty for the root. */
  readonly stackPath: readonly string[];
  readonly stack: Stack;
  /** Processed: without macros, and with the texts of its numbers. `undefined` where the stack has none, as an empty shell. */
  readonly template: JsonObject | undefined;
  readonly resources: readonly StackResource[];
}

/** What becomes of a resource when its stack is deleted. */
export type DeletionPolicy = "Delete" | "Retain" | "Snapshot";

/** A resource that is there, with what its deployed definition says of it. */
export interface StandingResource {
  readonly stackPath: readonly string[];
  /** Of the stack that has it: a nested one's own, which CloudFormation made up. */
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  /** What an earlier deletion has come to, where there was one: the resource is gone. */
  readonly isGone: boolean;
  /** As far as the deployed template and the stack's own parameters tell. */
  readonly properties: EvaluatedObject;
  /** `Retain` also for what is in a nested stack that is retained as a whole. */
  readonly policy: DeletionPolicy;
}

/** Every resource of the tree but those in it that were never made. Parents come before what they hold. */
export function standingResources(stacks: readonly StandingStack[]): readonly StandingResource[] {
  const retained = new Set<string>();
  return stacks.flatMap((standing) => {
    const { stackPath, stack } = standing;
    const isInRetained = stackPath.some((_, index) => retained.has(stackPath.slice(0, index + 1).join("/")));
    const definitions = definitionsOf(standing);
    const isThere = (resource: StackResource) =>
      isMade(resource) &&
      // AWS lists for a while what an update has taken out of the stack.
      (resource.status !== "DELETE_COMPLETE" || definitions.has(resource.logicalId));
    return standing.resources.filter(isThere).map((resource): StandingResource => {
      const { logicalId, type, physicalId, status } = resource;
      const properties = definitions.properties.get(logicalId) ?? {};
      const policy = isInRetained ? "Retain" : policyOf(type, definitions.attribute(logicalId), properties);
      if (policy === "Retain") retained.add([...stackPath, logicalId].join("/"));
      return {
        ...{ stackPath, stackName: stack.name },
        ...{ logicalId, type, properties, policy, isGone: status === "DELETE_COMPLETE" },
        ...(physicalId === undefined || physicalId === "" ? {} : { physicalId }),
      };
    });
  });
}

/** What failed before it had a name is not there. */
function isMade({ status, physicalId }: StackResource): boolean {
  return status !== "CREATE_FAILED" || (physicalId !== undefined && physicalId !== "");
}

function definitionsOf({ stack, template }: StandingStack) {
  const written = isObject(template?.Resources) ? template.Resources : {};
  const { resources } = evaluateTemplate({ value: template ?? {} }, scopeOf(stack));
  return {
    properties: new Map(resources.map(({ logicalId, properties }) => [logicalId, properties])),
    has: (logicalId: string) => Object.hasOwn(written, logicalId),
    attribute: (logicalId: string): unknown => {
      const resource = Object.hasOwn(written, logicalId) ? written[logicalId] : undefined;
      return isObject(resource) ? resource.DeletionPolicy : undefined;
    },
  };
}

function scopeOf(stack: Stack) {
  const [, , , region, account] = stack.arn.split(":");
  const values = stack.parameters.map(({ name, value, resolved }) => [
    name,
    // A NoEcho value is not told.
    isMasked(value) ? undefined : (resolved ?? value),
  ]);
  return {
    parameters: Object.fromEntries(values),
    pseudo: {
      "AWS::Region": region,
      "AWS::AccountId": account,
      "AWS::StackName": stack.name,
      "AWS::StackId": stack.arn,
    },
  };
}

/**
 * Source: "DeletionPolicy attribute". `RetainExceptOnCreate` deletes only in the operation that made the resource. RDS
 * takes a last snapshot where the template says nothing, but not of a cluster's instance.
 */
function policyOf(type: string, written: unknown, properties: EvaluatedObject): DeletionPolicy {
  if (written === "Retain" || written === "RetainExceptOnCreate") return "Retain";
  if (written === "Delete") return "Delete";
  // The resource handler takes none of a cluster's instance, whatever the template says.
  if (type === "AWS::RDS::DBInstance" && isOfCluster(properties)) return "Delete";
  if (written === "Snapshot") return "Snapshot";
  return usualPolicy(type, properties);
}
