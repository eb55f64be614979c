import { AwsError } from "../../aws/errors.ts";
import { text } from "../../aws/query.ts";
import type { ChangeSet, HookFinding } from "../changeSets/changeset.ts";
import type { World } from "../world.ts";
import { type Handler, page, required } from "./input.ts";

export const listHookResults: Handler = (world, params) => {
  const targetType = required(params, "TargetType");
  const targetId = required(params, "TargetId");
  const set = targetType === "CHANGE_SET" ? world.changeSets.find(({ id }) => id === targetId) : undefined;
  if (targetType === "CHANGE_SET" && !set) {
    throw new AwsError("HookResultNotFound", `Hook results for ${targetId} were not found`, 404);
  }
  const status = text(params, "Status");
  const results = (set?.hooks ?? [])
    .map((hook) => ({ ...resultOf(hook), TargetType: targetType, TargetId: targetId }))
    .filter(({ Status }) => status === undefined || Status === status);
  const { items, NextToken } = page(results, params, world.pageSize);
  return { TargetType: targetType, TargetId: targetId, HookResults: items, NextToken };
};

export const getHookResult: Handler = (world, params) => {
  const id = required(params, "HookResultId");
  const found = findHook(world, id);
  if (!found) throw new AwsError("HookResultNotFound", `Hook result ${id} was not found`, 404);
  const { hook, set } = found;
  return {
    ...resultOf(hook),
    OriginalTypeName: "AWS::Hooks::GuardHook",
    Target: { TargetType: "RESOURCE", TargetTypeName: "CHANGE_SET", TargetId: set.id, Action: "UPDATE" },
    Annotations: [
      {
        AnnotationName: "deletion_protection",
        Status: "FAILED",
        StatusMessage: `${hook.logicalId}: ${hook.reason}`,
        RemediationMessage: "Set DeletionProtection to true.",
        SeverityLevel: "HIGH",
      },
    ],
  };
};

function findHook(
  world: World,
  id: string,
): { readonly hook: HookFinding; readonly set: ChangeSet } | undefined {
  for (const set of world.changeSets) {
    const hook = set.hooks.find((candidate) => candidate.id === id);
    if (hook) return { hook, set };
  }
  return undefined;
}

function resultOf(hook: HookFinding) {
  return {
    HookResultId: hook.id,
    InvocationPoint: "PRE_PROVISION",
    FailureMode: hook.mode,
    TypeName: hook.type,
    TypeVersionId: "00000001",
    TypeConfigurationVersionId: "1",
    Status: "HOOK_COMPLETE_FAILED",
    HookStatusReason: hook.reason,
    InvokedAt: new Date(hook.at),
  };
}
