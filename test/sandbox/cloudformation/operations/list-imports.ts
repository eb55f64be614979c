import { validationError } from "../../aws/errors.ts";
import type { Stack } from "../model.ts";
import { evaluate } from "../templates/evaluate.ts";
import { importsIn } from "../templates/exports.ts";
import { scopeOf } from "../templates/scope.ts";
import { readTemplate } from "../templates/template.ts";
import type { World } from "../world.ts";
import { type Handler, page, required } from "./input.ts";

/** Who imports an export; nobody is an error, as in AWS. */
export const listImports: Handler = (world, params) => {
  const name = required(params, "ExportName");
  const names = importersOf(world, name);
  if (names.length === 0) throw validationError(`Export '${name}' is not imported by any stack.`);
  const { items, NextToken } = page(names, params, world.pageSize);
  return { Imports: [...items], NextToken };
};

/** Names of the live stacks whose template imports an export. */
export function importersOf(world: World, exportName: string): readonly string[] {
  return world.stacks
    .filter((stack) => stack.status !== "DELETE_COMPLETE" && importedNames(world, stack).includes(exportName))
    .map(({ name }) => name);
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
