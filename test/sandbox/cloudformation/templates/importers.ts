import type { Stack, StackOutput } from "../model.ts";
import type { World } from "../world.ts";
import { evaluate } from "./evaluate.ts";
import { importsIn } from "./exports.ts";
import { scopeOf } from "./scope.ts";
import { readTemplate } from "./template.ts";

/** Names of the live stacks whose template imports an export. */
export function importersOf(world: World, exportName: string): readonly string[] {
  return world.stacks
    .filter((stack) => stack.status !== "DELETE_COMPLETE" && importedNames(world, stack).includes(exportName))
    .map(({ name }) => name);
}

/** Why an update cannot end: it takes an export away, or gives it another value, that another stack imports. */
export function exportInUse(world: World, stack: Stack, after: readonly StackOutput[]): string | undefined {
  for (const { exportName, value } of stack.outputs) {
    if (exportName === undefined) continue;
    const next = after.find((output) => output.exportName === exportName);
    const importers = next?.value === value ? [] : importersOf(world, exportName);
    if (importers.length === 0) continue;
    const verb = next === undefined ? "delete" : "update";
    return `Update canceled. Cannot ${verb} export ${exportName} as it is in use by ${listed(importers)}.`;
  }
  return undefined;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function importedNames(world: World, stack: Stack): readonly string[] {
  if (stack.definition === undefined) return [];
  const template = readTemplate(stack.definition.body);
  const scope = scopeOf(world, {
    ...{ stackName: stack.name, stackId: stack.id, template, parameters: stack.definition.parameters },
    notificationArns: stack.notificationArns,
    ref: (id) => stack.resources.get(id)?.physicalId ?? id,
    getAtt: (id, attribute) => `${id}.${attribute}`,
  });
  const body = { resources: [...template.resources.values()], outputs: template.outputs };
  return importsIn(body).map((argument) => String(evaluate(argument, scope)));
}
