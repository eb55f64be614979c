import { isObject } from "../../template/canonical.ts";
import { contextOf } from "../../template/evaluate/context.ts";
import { isEvaluatedObject, known, type Scope, UNKNOWN } from "../../template/evaluate/evaluated.ts";
import { childScope } from "../../template/evaluate/evaluatedTree.ts";
import { type Context, evaluateValue } from "../../template/evaluate/value.ts";
import { hangsOnMore } from "../../template/macros.ts";
import type { DeclaredParameter, Json, JsonObject, ReadTemplate } from "../../template/model.ts";
import { readParameters } from "../../template/parameters/declarations.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import type { TemplatePair } from "../items/templateItems.ts";
import { type ResourceChange, resourceKey } from "../model.ts";
import { type Namer, named, namerOf } from "./named.ts";
import { isShownInPart, type Side } from "./shown.ts";

/** What a template says of a resource's properties. */
export interface WrittenSide {
  /** Those that are known, with names in them for what only CloudFormation knows. */
  readonly known: JsonObject;
  /** All, as they are written. */
  readonly raw: JsonObject;
  /** Its `DeletionPolicy` and `UpdateReplacePolicy`, where it has them; `null` where they are not known. */
  readonly policies?: JsonObject;
}

/** Both sides of a resource by the templates; absent: no template tells. */
export type WrittenStates = { readonly [S in Side]?: WrittenSide };

/** By `resourceKey`. */
export type Written = ReadonlyMap<string, WrittenStates>;

export interface WrittenSources {
  readonly templates: readonly TemplatePair[];
  /** What the parameters of the root are before and after. */
  readonly scopes: { readonly [S in Side]: Scope };
}

/** What the templates say of those resources that CloudFormation does not show whole. */
export function writtenStates(resources: readonly ResourceChange[], sources: WrittenSources): Written {
  const asked = resources.filter(isShownInPart);
  if (asked.length === 0) return new Map();
  const sides = { before: treeOf("before", sources), after: treeOf("after", sources) };
  return new Map(
    asked.map((change) => {
      const [before, after] = [writtenIn(sides.before, change), writtenIn(sides.after, change)];
      return [resourceKey(change), { ...(before && { before }), ...(after && { after }) }];
    }),
  );
}

/** A stack of the tree, ready to tell what its template says. */
interface Stack {
  readonly template: JsonObject;
  readonly name: Namer;
  /** Decides conditions: there no name may stand for a value. */
  readonly strict: Context;
  readonly scopes: { readonly strict: Scope; readonly open: Scope };
}

type Tree = (stackPath: readonly string[]) => Stack | undefined;

function treeOf(side: Side, { templates, scopes }: WrittenSources): Tree {
  const byPath = new Map(templates.map((pair) => [pair.stackPath.join("/"), pair]));
  const stacks = new Map<string, Stack | undefined>();
  const stackAt: Tree = (stackPath) => {
    const key = stackPath.join("/");
    if (!stacks.has(key)) stacks.set(key, stackOf(stackPath));
    return stacks.get(key);
  };
  const stackOf = (stackPath: readonly string[]): Stack | undefined => {
    const template = byPath.get(stackPath.join("/"))?.[side];
    // A macro of somebody's own may make another thing of it, and of what it gives to its nested stacks.
    if (template === undefined || hangsOnMore(template.value)) return undefined;
    const parent = stackPath.length === 0 ? undefined : stackAt(stackPath.slice(0, -1));
    const pair = byPath.get("");
    if (stackPath.length === 0) return opened(template, stackPath, rootScopes(scopes[side], pair));
    return parent && opened(template, stackPath, innerScopes(template, parent, stackPath.at(-1) ?? ""));
  };
  return stackAt;
}

function opened(source: ReadTemplate, stackPath: readonly string[], scopes: Stack["scopes"]): Stack {
  const template = withSpelledNumbers(source);
  const name = namerOf(template, stackPath, scopes.strict.pseudo);
  return { template, name, strict: contextOf(template, scopes.strict), scopes };
}

/** A `NoEcho` value is `****` on one side, and is told from on none. */
function rootScopes(scope: Scope, pair: TemplatePair | undefined): Stack["scopes"] {
  const declared = [pair?.before, pair?.after].flatMap((template) => (template ? declaredIn(template) : []));
  const hidden = new Set(declared.filter(({ noEcho }) => noEcho).map(({ name }) => name));
  const told = Object.entries(scope.parameters).filter(([name]) => !hidden.has(name));
  const strict = { ...scope, parameters: Object.fromEntries(told) };
  return { strict, open: strict };
}

function innerScopes(template: ReadTemplate, parent: Stack, logicalId: string): Stack["scopes"] {
  const parameters = declaredIn(template).filter(({ noEcho }) => !noEcho);
  const given = propertiesIn(parent, logicalId)?.Parameters ?? {};
  const strict = evaluateValue(parent.strict, given);
  const open = evaluateValue(openContext(parent), named(given, parent.name));
  return {
    strict: childScope({ parameters }, strict, parent.scopes.strict),
    open: childScope({ parameters }, open, parent.scopes.open),
  };
}

function declaredIn(template: ReadTemplate): readonly DeclaredParameter[] {
  return readParameters({ ...template, file: "", locate: () => NOWHERE }).parameters;
}

/** Nothing of it is reported with its place. */
const NOWHERE = { file: "", line: 1, column: 1 };

function openContext({ template, strict, scopes }: Stack): Context {
  return { ...contextOf(template, scopes.open), condition: strict.condition };
}

function writtenIn(tree: Tree, { stackPath, logicalId, type }: ResourceChange): WrittenSide | undefined {
  const stack = tree(stackPath);
  if (stack === undefined) return undefined;
  const raw = propertiesIn(stack, logicalId, type);
  if (raw === undefined) return undefined;
  const evaluated = evaluateValue(openContext(stack), named(raw, stack.name));
  if (!isEvaluatedObject(evaluated)) return undefined;
  const entries = Object.entries(evaluated).flatMap(([property, value]) => {
    const json = value === UNKNOWN ? undefined : known(value);
    return json === undefined || isResolvedLater(json) ? [] : [[property, json] as const];
  });
  const taken = Object.entries(raw).filter(([property]) => evaluated[property] !== undefined);
  const policies = policiesIn(stack, logicalId);
  return { known: Object.fromEntries(entries), raw: Object.fromEntries(taken), policies };
}

function policiesIn(stack: Stack, logicalId: string): JsonObject {
  const { DeletionPolicy, UpdateReplacePolicy } = definitionIn(stack, logicalId) ?? {};
  const told = Object.entries({ DeletionPolicy, UpdateReplacePolicy }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, known(evaluateValue(stack.strict, value)) ?? null] as const],
  );
  return Object.fromEntries(told);
}

/** What a reference to a parameter or a secret stands for may be another thing after the change. */
function isResolvedLater(value: Json): boolean {
  return JSON.stringify(value).includes("{{resolve:");
}

function definitionIn({ template: { Resources } }: Stack, logicalId: string): JsonObject | undefined {
  const found = isObject(Resources) && Object.hasOwn(Resources, logicalId) ? Resources[logicalId] : undefined;
  return isObject(found) ? found : undefined;
}

function propertiesIn(stack: Stack, logicalId: string, type?: string): JsonObject | undefined {
  const found = definitionIn(stack, logicalId);
  if (found === undefined || (type !== undefined && found.Type !== type)) return undefined;
  return isObject(found.Properties) ? found.Properties : {};
}
