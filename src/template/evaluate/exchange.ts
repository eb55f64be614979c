import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json } from "../model.ts";
import type { TemplateTree } from "../tree/tree.ts";
import { contextOf } from "./context.ts";
import { isEvaluatedObject, type Scope, textOf, UNKNOWN } from "./evaluated.ts";
import { childScope } from "./evaluatedTree.ts";
import { type Context, evaluateValue } from "./value.ts";

/** What a stack gives to other stacks of its account and region, and takes of them. */
export interface Exchange {
  /** Names of its exports, nested stacks' included; a name that is not known before AWS is asked is left out. */
  readonly exports: readonly string[];
  /** Names that `Fn::ImportValue` asks for. */
  readonly imports: readonly string[];
  /** Whether it imports under a name that is not known. */
  readonly importsUnknown: boolean;
}

/**
 * Exports and imports by their evaluated names. What a condition keeps out of the stack does not count; where it cannot be
 * decided, it does.
 */
export function exchangeOf(tree: TemplateTree, scope: Scope): Exchange {
  const found: Found = { exports: new Set(), imports: new Set(), importsUnknown: false };
  visitTree(tree, scope, found, new Set());
  return {
    exports: [...found.exports].sort(),
    imports: [...found.imports].sort(),
    importsUnknown: found.importsUnknown,
  };
}

interface Found {
  readonly exports: Set<string>;
  readonly imports: Set<string>;
  importsUnknown: boolean;
}

/** @param done what was looked at, by template and scope: many nested stacks may be of one template */
function visitTree(tree: TemplateTree, scope: Scope, found: Found, done: Set<string>): void {
  const { template, children } = tree;
  const key = `${template.file} ${JSON.stringify(scope)}`;
  if (done.has(key)) return;
  done.add(key);
  const context = contextOf(template.value, scope);
  const resources = existing(context, template.value.Resources);
  const outputs = existing(context, template.value.Outputs);
  for (const [, value] of [...resources, ...outputs]) visitImports(context, value, found);
  for (const [, output] of outputs) {
    const name = isObject(output.Export)
      ? textOf(evaluateValue(context, output.Export.Name ?? null))
      : UNKNOWN;
    if (name !== UNKNOWN) found.exports.add(name);
  }
  const byId = new Map(resources);
  for (const { logicalId, tree: child } of children) {
    const nested = byId.get(logicalId);
    if (nested === undefined) continue;
    const properties = evaluateValue(context, nested.Properties ?? {});
    const given = isEvaluatedObject(properties) ? properties.Parameters : undefined;
    visitTree(child, childScope(child.template, given, scope), found, done);
  }
}

/** The entries of a section that their conditions do not keep out. */
function existing(context: Context, section: Json | undefined) {
  const entries = isObject(section) && functionOf(section) === undefined ? Object.entries(section) : [];
  return entries.flatMap(([name, entry]) => {
    if (!isObject(entry)) return [];
    const isOut = typeof entry.Condition === "string" && context.condition(entry.Condition) === false;
    return isOut ? [] : [[name, entry] as const];
  });
}

function visitImports(context: Context, value: Json, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) visitImports(context, item, found);
    return;
  }
  if (!isObject(value)) return;
  const use = functionOf(value);
  if (use?.name === "Fn::ImportValue") {
    const name = textOf(evaluateValue(context, use.argument));
    if (name === UNKNOWN) found.importsUnknown = true;
    else found.imports.add(name);
  }
  for (const branch of use?.name === "Fn::If" ? branchesOf(context, use.argument) : Object.values(value))
    visitImports(context, branch, found);
}

/** The branches of an `Fn::If` that may be taken. */
function branchesOf(context: Context, argument: Json): readonly Json[] {
  if (!Array.isArray(argument)) return [argument];
  const [name, then, otherwise] = argument as readonly Json[];
  const truth = typeof name === "string" ? context.condition(name) : "unknown";
  const taken = [...(truth === false ? [] : [then]), ...(truth === true ? [] : [otherwise])];
  return taken.filter((branch) => branch !== undefined);
}
