import { AwsError, validationError } from "../../aws/errors.ts";
import { flag, type Params, structures, text, texts } from "../../aws/query.ts";
import type { ChangeSet, ChangeSetType, ImportTarget, OnStackFailure } from "../changeSets/changeset.ts";
import { plannedChanges } from "../changeSets/contents.ts";
import { HELD, isChangeSetHeld } from "../holds.ts";
import { schedule, settle } from "../jobs/steps.ts";
import { canonical } from "../json.ts";
import type { Definition, Operation, Stack } from "../model.ts";
import { isBusy, isUpdatable, newStack } from "../stacks.ts";
import { requireCapabilities } from "../templates/capabilities.ts";
import { nestedTemplates } from "../templates/nestedTemplates.ts";
import { resolveParameters } from "../templates/parameters.ts";
import { readTemplate } from "../templates/template.ts";
import { findStack, stackArn, uuid, type World } from "../world.ts";
import { arns, checkStackName, type Handler, parameters, required, tags, templateBody } from "./input.ts";
import { rollbackConfiguration } from "./rollback-configuration.ts";

export const createChangeSet: Handler = (world, params, now) => {
  const stackName = required(params, "StackName");
  const name = required(params, "ChangeSetName");
  checkStackName(stackName);
  checkRequest(name, params);
  const type = (text(params, "ChangeSetType") ?? "UPDATE") as ChangeSetType;
  const existing = findStack(world, stackName);
  checkStack(stackName, name, type, existing);
  const definition = requested(world, params, existing, { isChangeSet: true });
  const fingerprint = fingerprintOf(definition, params);
  const same = existing && world.changeSets.find((set) => set.stackId === existing.id && set.name === name);
  if (same) return repeated(same, fingerprint);
  checkCount(world, existing);
  const stack = existing ?? openShell(world, stackName, now);
  const changeSet = draft(world, { params, name, type, definition, fingerprint, stack, now });
  const complete = { ...changeSet, ...plannedChanges(world, stack, changeSet, now) };
  world.changeSets.push(complete);
  return { Id: complete.id, StackId: stack.id };
};

function checkRequest(name: string, params: Params): void {
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  if ((text(params, "Description")?.length ?? 0) > 1024) {
    throw validationError(
      "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1024",
    );
  }
  if (text(params, "DeploymentMode") === "REVERT_DRIFT" && flag(params, "IncludeNestedStacks")) {
    throw validationError("IncludeNestedStacks is not supported with DeploymentMode REVERT_DRIFT");
  }
  if (text(params, "OnStackFailure") === "DELETE" && text(params, "ChangeSetType") !== "CREATE") {
    throw validationError("OnStackFailure DELETE is only supported for change sets of type CREATE");
  }
}

function checkStack(stackName: string, name: string, type: ChangeSetType, stack: Stack | undefined): void {
  const isShell = stack?.status === "REVIEW_IN_PROGRESS";
  const isNew = type === "CREATE" || (type === "IMPORT" && (!stack || isShell));
  if (isNew) {
    if (!stack || isShell) return;
    throw validationError(
      `Stack [${stack.name}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  }
  if (!stack || isShell) throw validationError(`Stack [${stackName}] does not exist`);
  if (isBusy(stack.status) || !isUpdatable(stack.status)) {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
}

/** What a call asks a stack to be; the same for change sets, CreateStack and UpdateStack. */
export function requested(
  world: World,
  params: Params,
  stack: Stack | undefined,
  { isChangeSet } = { isChangeSet: false },
): Definition {
  const body = templateBody(world, params, stack);
  const template = readTemplate(body);
  const resolved = resolveParameters(
    template,
    parameters(params),
    stack?.definition?.parameters ?? [],
    world.parameterStore,
  );
  const granted = texts(params, "Capabilities");
  requireCapabilities(template, nestedTemplates(world, template), { granted, isChangeSet });
  // Tags that a call leaves out stay as they are; an empty list would take them away.
  return { body, parameters: resolved, tags: tags(params) ?? stack?.definition?.tags ?? [] };
}

function fingerprintOf(definition: Definition, params: Params): Record<string, string> {
  const { body, ...rest } = definition;
  return {
    Template: body,
    Parameters: canonical(rest.parameters.map(({ key, value }) => [key, value])),
    Tags: canonical(rest.tags.map(({ key, value }) => [key, value])),
    Description: text(params, "Description") ?? "",
    ChangeSetType: text(params, "ChangeSetType") ?? "UPDATE",
    Capabilities: texts(params, "Capabilities").toSorted().join(),
    RoleARN: text(params, "RoleARN") ?? "",
    RollbackConfiguration: canonical(params.RollbackConfiguration ?? ""),
  };
}

/** The same request again is answered with the same change set; another one under its name is refused. */
function repeated(existing: ChangeSet, fingerprint: Readonly<Record<string, string>>) {
  const other = Object.keys(fingerprint).find((key) => fingerprint[key] !== existing.fingerprint[key]);
  if (other === undefined) return { Id: existing.id, StackId: existing.stackId };
  throw new AwsError(
    "AlreadyExistsException",
    `ChangeSet ${existing.name} cannot be created due to a mismatch with existing attribute ${other}`,
  );
}

function checkCount(world: World, stack: Stack | undefined): void {
  const count = world.changeSets.filter(({ stackId }) => stackId === stack?.id).length;
  if (count < world.changeSetLimit) return;
  throw new AwsError(
    "LimitExceededException",
    `Limit for changesets per stack exceeded: ${world.changeSetLimit}. Delete change sets and try again.`,
  );
}

function openShell(world: World, name: string, now: number): Stack {
  const stack = newStack(stackArn(world, name), name, now);
  const operation: Operation = { id: uuid(world), type: "CREATE_CHANGESET", token: undefined };
  world.stacks.push(stack);
  const effect = {
    kind: "stack-status",
    status: "REVIEW_IN_PROGRESS",
    reason: "User Initiated",
    operation,
  } as const;
  schedule(world, [{ at: now, stackId: stack.id, effect }]);
  settle(world, now);
  return stack;
}

interface Requested {
  readonly params: Params;
  readonly name: string;
  readonly type: ChangeSetType;
  readonly definition: Definition;
  readonly fingerprint: Readonly<Record<string, string>>;
  readonly stack: Stack;
  readonly now: number;
}

function draft(
  world: World,
  { params, name, type, definition, fingerprint, stack, now }: Requested,
): ChangeSet {
  const { partition, region, account } = world.place;
  return {
    id: `arn:${partition}:cloudformation:${region}:${account}:changeSet/${name}/${uuid(world)}`,
    name,
    stackId: stack.id,
    stackName: stack.name,
    type,
    createdAt: now,
    startsAt: now + world.durations.changeSet / 5,
    completesAt: isChangeSetHeld(world, stack.name) ? HELD : now + world.durations.changeSet,
    operationId: uuid(world),
    description: text(params, "Description"),
    definition,
    capabilities: texts(params, "Capabilities"),
    notificationArns: arns(params, stack),
    rollback: rollbackConfiguration(params, stack),
    roleArn: text(params, "RoleARN"),
    onStackFailure: text(params, "OnStackFailure") as OnStackFailure | undefined,
    includeNestedStacks: flag(params, "IncludeNestedStacks") ?? false,
    importExistingResources: flag(params, "ImportExistingResources") ?? false,
    deploymentMode: text(params, "DeploymentMode"),
    parentId: undefined,
    rootId: undefined,
    imports: importTargets(params),
    changes: [],
    failure: undefined,
    validations: [],
    hooks: [],
    fingerprint,
    execution: "NONE",
  };
}

function importTargets(params: Params): ImportTarget[] {
  return structures(params, "ResourcesToImport").map((target) => ({
    logicalId: text(target, "LogicalResourceId") ?? "",
    type: text(target, "ResourceType") ?? "",
    identifier: (target.ResourceIdentifier ?? {}) as Record<string, string>,
  }));
}
