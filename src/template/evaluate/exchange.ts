import { isObject } from "../canonical.ts";
import { functionOf, isLoop } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { withSpelledNumbers } from "../scalarText.ts";
import type { TemplateTree } from "../tree/tree.ts";
import { contextOf } from "./context.ts";
import { existing } from "./entries.ts";
import { isEvaluatedObject, type Scope, textOf, UNKNOWN } from "./evaluated.ts";
import { childScope } from "./evaluatedTree.ts";
import { unknownRound, withoutLoops } from "./loops.ts";
import { type Context, evaluateValue } from "./value.ts";

/** What a stack gives to other stacks of its account and region, and takes of them. */
export interface Exchange {
  /** Names of its exports, nested stacks' included; a name that is not known before AWS is asked is left out. */
  readonly exports: readonly string[];
  /** Names that `Fn::ImportValue` asks for. */
  readonly imports: readonly string[];
  /** Stacks of which `Fn::GetStackOutput` reads an output, exported or not. */
  readonly reads: readonly StackReference[];
  /** Whether it imports under a name that is not known, or reads a stack whose name is not. */
  readonly importsUnknown: boolean;
}

interface StackReference {
  readonly stackName: string;
  readonly region: string;
}

/**
 * Exports and imports by their evaluated names. What a condition keeps out of the stack does not count; where it cannot be
 * decided, it does.
 */
export function exchangeOf(tree: TemplateTree, scope: Scope): Exchange {
  const found: Found = { exports: new Set(), imports: new Set(), reads: new Map(), importsUnknown: false };
  visitTree(tree, scope, found, new Set());
  return {
    exports: [...found.exports].sort(),
    imports: [...found.imports].sort(),
    reads: [...found.reads].sort().map(([, read]) => read),
    importsUnknown: found.importsUnknown,
  };
}

interface Found {
  readonly exports: Set<string>;
  readonly imports: Set<string>;
  readonly reads: Map<string, StackReference>;
  importsUnknown: boolean;
}

/** @param done what was looked at, by template and scope: many nested stacks may be of one template */
function visitTree(tree: TemplateTree, scope: Scope, found: Found, done: Set<string>): void {
  const { template, children } = tree;
  const key = `${template.file} ${JSON.stringify(scope)}`;
  if (done.has(key)) return;
  done.add(key);
  const value = withoutLoops(withSpelledNumbers(template), scope);
  const context = contextOf(value, scope);
  const resources = existing(value, value.Resources, scope);
  const outputs = existing(value, value.Outputs, scope);
  for (const { entry } of [...resources, ...outputs]) visitImports(context, entry, found);
  for (const { entry } of outputs) {
    const name = isObject(entry.Export) ? textOf(evaluateValue(context, entry.Export.Name ?? null)) : UNKNOWN;
    if (name !== UNKNOWN) found.exports.add(name);
  }
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  for (const { logicalId, tree: child } of children) {
    const nested = byId.get(logicalId);
    if (nested === undefined) continue;
    const properties = evaluateValue(context, nested.entry.Properties ?? {});
    const given = isEvaluatedObject(properties) ? properties.Parameters : undefined;
    visitTree(child, childScope(child.template, given, scope), found, done);
  }
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
  if (use?.name === "Fn::GetStackOutput") visitRead(context, use.argument, found);
  for (const part of use?.name === "Fn::If" ? branchesOf(context, use.argument) : partsOf(value))
    visitImports(context, part, found);
}

function partsOf(value: JsonObject): readonly Json[] {
  return Object.entries(value).map(([key, member]) => (isLoop(key) ? unknownRound(member) : member));
}

/** The region is the stack's own where none is given (template reference, Fn::GetStackOutput). */
function visitRead(context: Context, argument: Json, found: Found): void {
  const { StackName, Region = { Ref: "AWS::Region" } } = isObject(argument) ? argument : {};
  const [stackName, region] = [StackName ?? null, Region].map((value) =>
    textOf(evaluateValue(context, value)),
  );
  if (typeof stackName === "string" && typeof region === "string")
    found.reads.set(`${stackName} ${region}`, { stackName, region });
  else found.importsUnknown = true;
}

/** The branches of an `Fn::If` that may be taken. */
function branchesOf(context: Context, argument: Json): readonly Json[] {
  if (!Array.isArray(argument)) return [argument];
  const [name, then, otherwise] = argument as readonly Json[];
  const truth = typeof name === "string" ? context.condition(name) : "unknown";
  const taken = [...(truth === false ? [] : [then]), ...(truth === true ? [] : [otherwise])];
  return taken.filter((branch) => branch !== undefined);
}
