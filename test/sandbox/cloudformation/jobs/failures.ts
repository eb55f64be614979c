import type { Operation, Resource, Stack } from "../model.ts";
import type { World } from "../world.ts";
import { handlerMessage, refusedByRds } from "./databases.ts";
import type { Job } from "./jobs.ts";
import { customName } from "./physical.ts";

export const HOOK_TYPE = "Private::Guard::Policy";
export const HOOK_FAILED = "The following hook(s) failed";

/**
 * Why this job will fail: what CloudFormation or a service refuses, or a fault that is switched on.
 * @param planned the stack's resources as they will be, as far as they are planned before this one
 */
export function failureOf(
  world: World,
  stack: Stack,
  job: Pick<Job, "action" | "before" | "after"> & { readonly disableRollback: boolean },
  planned: ReadonlyMap<string, Resource>,
): string | undefined {
  const { action, before, after } = job;
  const { logicalId, type, properties } = after;
  const name = customName(type, properties);
  if (action === "replace" && before && name !== undefined && name === customName(type, before.properties)) {
    return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`;
  }
  if (action === "replace" && job.disableRollback)
    return "Replacement type updates not supported on stack with disable-rollback.";
  const unresolved = unresolvedReference(world, properties);
  if (unresolved !== undefined) return unresolved;
  const isNew = action === "create" || action === "replace";
  const owner = isNew ? ownerOf(world, after, stack.id) : undefined;
  if (owner !== undefined) return `${after.physicalId} already exists${owner}`;
  const hook = world.faults.hit("resource-hook-fail", { stack: stack.name, resource: logicalId });
  if (hook) return `${HOOK_FAILED}: [${HOOK_TYPE}]`;
  const asked = world.faults.resourceFailure(stack.name, logicalId, isNew ? "create" : "update");
  return asked ?? refusedByRds(world, stack, job, planned);
}

/** CloudFormation reads a secret when it comes to the resource that refers to it. */
function unresolvedReference({ missingSecrets }: World, properties: unknown): string | undefined {
  for (const [, id = ""] of JSON.stringify(properties).matchAll(/\{\{resolve:secretsmanager:([^:}"]+)/g)) {
    const missing = missingSecrets.get(id);
    if (missing === "gone")
      return "Secrets Manager can't find the specified secret. (Service: AWSSecretsManager; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: 0b8a3c1e; Proxy: null)";
    if (missing === "being deleted")
      return "You can't perform this operation on the secret because it was marked for deletion. (Service: AWSSecretsManager; Status Code: 400; Error Code: InvalidRequestException; Request ID: 0b8a3c1e; Proxy: null)";
  }
  return undefined;
}

function ownerOf(world: World, resource: Resource, stackId: string): string | undefined {
  const isSame = ({ type, physicalId }: { type: string; physicalId: string }) =>
    type === resource.type && physicalId === resource.physicalId;
  if (world.existing.some(isSame)) return "";
  // Only what a user named can collide; an attachment shares its secret's id by design.
  if (customName(resource.type, resource.properties) === undefined) return undefined;
  const owner = world.stacks.find(
    ({ id, resources }) => id !== stackId && [...resources.values()].some(isSame),
  );
  return owner && ` in stack ${owner.id}`;
}

/** Why a service refuses to delete a resource. */
export function deletionFailure(
  world: World,
  { stack, operation }: { readonly stack: Stack; readonly operation: Operation },
  { logicalId, type, physicalId, properties, actual }: Resource,
): string | undefined {
  const full = FILLED[type];
  const isEmptied = type === "AWS::ECR::Repository" && String(properties.EmptyOnDelete) === "true";
  if (full !== undefined && !isEmptied && world.isFilled(type, physicalId)) return full(physicalId);
  const isProtected = String((actual ?? properties).DeletionProtection) === "true";
  const what = PROTECTED[type];
  if (isProtected && what) {
    return handlerMessage(
      world,
      `Cannot delete protected ${what}, please disable deletion protection and try again.`,
    );
  }
  const asked = world.faults.resourceFailure(stack.name, logicalId, "delete");
  const isUndone = operation.type === "ROLLBACK" && stack.previous?.definition === undefined;
  return asked ?? (isUndone ? world.faults.resourceFailure(stack.name, logicalId, "rollback") : undefined);
}

const FILLED: Readonly<Record<string, (name: string) => string>> = {
  "AWS::S3::Bucket": () =>
    "The bucket you tried to delete is not empty (Service: S3, Status Code: 409, Request ID: 0A1B2C3D4E5F6071)",
  "AWS::ECR::Repository": (name) =>
    `The repository with name '${name}' in registry with id '123456789012' cannot be deleted because it still contains images`,
};

const PROTECTED: Readonly<Record<string, string>> = {
  "AWS::RDS::DBCluster": "Cluster",
  "AWS::RDS::DBInstance": "DB Instance",
};
