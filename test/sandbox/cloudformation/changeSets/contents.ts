import { AwsError } from "../../aws/errors.ts";
import { HOOK_TYPE } from "../jobs/failures.ts";
import { attributeOf } from "../jobs/physical.ts";
import { canonical } from "../json.ts";
import type { Definition, Json, Stack } from "../model.ts";
import { evaluate } from "../templates/evaluate.ts";
import { scopeOf } from "../templates/scope.ts";
import { readTemplate } from "../templates/template.ts";
import { uuid, type World } from "../world.ts";
import { type Change, compare } from "./changes.ts";
import type { ChangeSet, HookFinding, ValidationFinding } from "./changeset.ts";
import { importedChanges } from "./imports.ts";
import { withNestedChangeSets } from "./nested-change-sets.ts";

export type Contents = Pick<ChangeSet, "changes" | "failure" | "validations" | "hooks">;

/** What a change set finds: its changes, why it fails, and what validation and Hooks say. */
export function plannedChanges(world: World, stack: Stack, changeSet: ChangeSet, now: number): Contents {
  const comparison = {
    stack: { ...stack, notificationArns: changeSet.notificationArns },
    target: changeSet.definition,
    revertDrift: changeSet.deploymentMode === "REVERT_DRIFT",
  };
  const found = attempt(() => compare(world, comparison));
  if ("failure" in found) return { changes: [], failure: found.failure, validations: [], hooks: [] };
  const compared = importedChanges(world, found.value, changeSet);
  const plan = (child: Stack, set: ChangeSet) => plannedChanges(world, child, set, now);
  const whole = attempt(() => withNestedChangeSets(world, stack, changeSet, compared, plan));
  if ("failure" in whole) return { changes: [], failure: whole.failure, validations: [], hooks: [] };
  const changes = whole.value;
  const validations = validationsFor(world, stack, changes);
  const hooks = hooksFor(world, stack, changes, now);
  const failure = failureOf(world, stack, changeSet, changes, { validations, hooks });
  return { changes, failure, validations, hooks };
}

/** What cannot be evaluated (an import of nothing, a map without the key) fails the set, not the call. */
function attempt<T>(run: () => T): { readonly value: T } | { readonly failure: string } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof AwsError) return { failure: error.message };
    throw error;
  }
}

function failureOf(
  world: World,
  stack: Stack,
  { definition }: ChangeSet,
  changes: readonly Change[],
  { validations, hooks }: Pick<Contents, "validations" | "hooks">,
): string | undefined {
  const asked = world.faults.hit("change-set-fails", { stack: stack.name });
  if (asked) return asked.reason ?? "Internal Failure";
  const failing = [
    ...validations.filter(({ mode }) => mode === "FAIL").map(({ name }) => VALIDATION_TYPES[name] ?? name),
    ...hooks.filter(({ mode }) => mode === "FAIL").map(({ type }) => type),
  ];
  if (failing.length > 0) {
    return `The following hook(s)/validation failed: [${[...new Set(failing)].join(", ")}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`;
  }
  if (changes.length > 0 || outputsChange(world, stack, definition)) return undefined;
  // A template with a transform gets the other of CloudFormation's two texts for the same thing.
  return readTemplate(definition.body).transforms.length > 0
    ? "No updates are to be performed."
    : "The submitted information didn't contain changes. Submit different information to create a change set.";
}

const VALIDATION_TYPES: Readonly<Record<string, string>> = {
  NAME_CONFLICT_VALIDATION: "AWS::EarlyValidation::ResourceExistenceCheck",
  PROPERTY_VALIDATION: "AWS::EarlyValidation::PropertyValidation",
};

/** Whether the outputs section, or what it evaluates to, differs from what the stack shows. */
function outputsChange(world: World, stack: Stack, target: Definition): boolean {
  if (!stack.definition) return false;
  return canonical(outputsAs(world, stack, stack.definition)) !== canonical(outputsAs(world, stack, target));
}

function outputsAs(world: World, stack: Stack, definition: Definition): Json {
  const template = readTemplate(definition.body);
  const scope = scopeOf(world, {
    stackName: stack.name,
    stackId: stack.id,
    template,
    parameters: definition.parameters,
    notificationArns: stack.notificationArns,
    ref: (id) => stack.resources.get(id)?.physicalId ?? id,
    getAtt: (id, attribute) => {
      const resource = stack.resources.get(id);
      return resource ? attributeOf(resource, attribute, world.place) : `${id}.${attribute}`;
    },
  });
  const wanted = Object.entries(template.outputs).filter(
    ([, { Condition }]) =>
      typeof Condition !== "string" || evaluate({ "Fn::If": [Condition, true, false] }, scope),
  );
  return Object.fromEntries(
    wanted.map(([key, { Condition: _, ...output }]) => [key, evaluate(output, scope)]),
  );
}

function validationsFor(world: World, stack: Stack, changes: readonly Change[]): ValidationFinding[] {
  return (["FAIL", "WARN"] as const).flatMap((mode) => {
    const fault = world.faults.hit(mode === "FAIL" ? "validation-fail" : "validation-warn", {
      stack: stack.name,
    });
    if (!fault) return [];
    const change = changes.find(({ logicalId }) => logicalId === fault.resource) ?? changes[0];
    if (!change) return [];
    const { logicalId, type } = change;
    const reason =
      fault.reason ??
      `Resource of type '${type}' with identifier '${change.physicalId ?? logicalId}' already exists.`;
    const name = "NAME_CONFLICT_VALIDATION";
    return [{ name, mode, logicalId, type, path: `/Resources/${logicalId}`, reason }];
  });
}

function hooksFor(world: World, stack: Stack, changes: readonly Change[], now: number): HookFinding[] {
  return (["FAIL", "WARN"] as const).flatMap((mode) => {
    const fault = world.faults.hit(mode === "FAIL" ? "hook-fail" : "hook-warn", { stack: stack.name });
    if (!fault) return [];
    const logicalId = fault.resource ?? changes[0]?.logicalId ?? "";
    const reason =
      fault.reason ?? "Template failed validation, the following rule(s) failed: deletion_protection.";
    return [{ id: uuid(world), type: HOOK_TYPE, mode, reason, logicalId, at: now }];
  });
}
