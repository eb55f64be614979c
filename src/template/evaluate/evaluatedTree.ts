import { isObject } from "../canonical.ts";
import { attributeParts, functionOf } from "../functions.ts";
import type { Json, JsonObject, JsonPath, Location, ReadTemplate, RenderedTemplate } from "../model.ts";
import { type DynamicReference, dynamicReferences } from "./dynamicReferences.ts";
import { type Evaluated, evaluateTemplate, type Scope, UNKNOWN } from "./evaluate.ts";
import { type EvaluatedObject, isEvaluatedObject, textOf } from "./evaluated.ts";
import { isResolvedLater, type Leaf, leavesOf } from "./leaves.ts";

/** A resource as far as its properties can be known before CloudFormation is asked. */
export interface KnownResource {
  /** Across nested stacks: `Network/Subnet`. */
  readonly key: string;
  readonly logicalId: string;
  readonly type: string;
  /** `unknown` where its condition cannot be decided. */
  readonly exists: true | "unknown";
  readonly properties: EvaluatedObject;
  /** A property that is a known text or number; `undefined` otherwise. */
  readonly text: (property: string) => string | undefined;
  /** The known items of a property that is a list; `undefined` where it is none or an item is not known. */
  readonly texts: (property: string) => readonly string[] | undefined;
  /** What is in its properties, at whatever depth. */
  readonly leaves: () => readonly Leaf[];
  /** Whether the property is there, known or not: what `AWS::NoValue` takes away is not. */
  readonly has: (property: string) => boolean;
  /** The names of parameters and resources that the property, or an item of its list, refers to (Ref, Fn::GetAtt). */
  readonly references: (property: string) => readonly string[];
  /** Its references to parameters and secrets, by the property that they are in. */
  readonly dynamicReferences: readonly {
    readonly property: string;
    readonly reference: DynamicReference;
  }[];
  /** The place of a property, or of what is in one. */
  readonly locate: (property: string | JsonPath) => Location;
}

/** A template with those of its nested stacks that can be read. */
export interface EvaluableTree {
  readonly template: ReadTemplate & Pick<RenderedTemplate, "parameters" | "locate">;
  readonly children: readonly { readonly logicalId: string; readonly tree: EvaluableTree }[];
}

/**
 * The resources of a template and of its local nested templates, evaluated with what their parents give them. A tree
 * has at most 2,500 nested stacks (`renderTree`); those that are given the same are evaluated once.
 */
export function evaluatedTree(tree: EvaluableTree, scope: Scope): readonly KnownResource[] {
  return below(tree, scope, new Map()).map(({ path, resource }) => ({ ...resource, key: path.join("/") }));
}

/** A resource and its path from the stack that it was evaluated for. */
interface Placed {
  readonly path: readonly string[];
  readonly resource: Omit<KnownResource, "key">;
}

type Evaluations = Map<EvaluableTree, Map<string, readonly Placed[]>>;

function below(tree: EvaluableTree, scope: Scope, done: Evaluations): readonly Placed[] {
  const sameTree = done.get(tree) ?? new Map<string, readonly Placed[]>();
  done.set(tree, sameTree);
  const given = JSON.stringify(scope);
  const before = sameTree.get(given);
  if (before !== undefined) return before;
  const placed = evaluateNode(tree, scope, done);
  sameTree.set(given, placed);
  return placed;
}

function evaluateNode(
  { template, children }: EvaluableTree,
  scope: Scope,
  done: Evaluations,
): readonly Placed[] {
  const { resources } = evaluateTemplate(template, scope);
  const own = resources.map(({ logicalId, type, exists, properties }): Placed => {
    const resource = { ...accessors(template, logicalId, properties), logicalId, type, exists, properties };
    return { path: [logicalId], resource };
  });
  const nested = children.flatMap(({ logicalId, tree }) => {
    const parent = resources.find((resource) => resource.logicalId === logicalId);
    if (parent === undefined) return [];
    const inner = below(tree, childScope(tree.template, parent.properties.Parameters, scope), done);
    return inner.map(({ path, resource }) => ({ path: [logicalId, ...path], resource }));
  });
  return [...own, ...nested];
}

function accessors(
  template: EvaluableTree["template"],
  logicalId: string,
  properties: Readonly<Record<string, Evaluated>>,
) {
  const written = propertiesOf(template.value, logicalId);
  return {
    text: (property: string) => settled(known(properties[property])),
    texts: (property: string) => {
      const items = knownList(properties[property]);
      return items?.some(isResolvedLater) ? undefined : items;
    },
    leaves: () => leavesOf(properties),
    has: (property: string) => properties[property] !== undefined,
    references: (property: string) => referencesIn(written[property]),
    dynamicReferences: Object.entries(properties).flatMap(([property, value]) =>
      dynamicReferences(value).map((reference) => ({ property, reference })),
    ),
    locate: (property: string | JsonPath) =>
      template.locate(["Resources", logicalId, "Properties", ...[property].flat()]),
  };
}

function referencesIn(value: Json | undefined): readonly string[] {
  const items: readonly Json[] = Array.isArray(value) ? value : [value ?? null];
  return items.flatMap((item) => {
    const use = functionOf(item);
    if (use?.name === "Ref") return [String(use.argument)];
    return (use?.name === "Fn::GetAtt" ? attributeParts(use.argument)?.logicalId : undefined) ?? [];
  });
}

function propertiesOf(template: JsonObject, logicalId: string): JsonObject {
  const resource = isObject(template.Resources) ? template.Resources[logicalId] : undefined;
  return isObject(resource) && isObject(resource.Properties) ? resource.Properties : {};
}

/** What a child sees: the values that its parent gives, else its defaults; its own stack's name and id are not known. */
export function childScope(
  child: Pick<RenderedTemplate, "parameters">,
  given: Evaluated | undefined,
  scope: Scope,
): Scope {
  const values = isEvaluatedObject(given) ? given : {};
  const parameters = child.parameters.map(({ name, default: otherwise }) => {
    const value = values[name];
    // What makes all that is given may give any of them.
    if (given === UNKNOWN) return [name, undefined] as const;
    return [name, value === undefined ? otherwise : (knownList(value)?.join(",") ?? known(value))] as const;
  });
  return {
    parameters: Object.fromEntries(parameters),
    pseudo: { ...scope.pseudo, "AWS::StackName": undefined, "AWS::StackId": undefined },
  };
}

function known(value: Evaluated | undefined): string | undefined {
  const text = textOf(value);
  return text === UNKNOWN ? undefined : text;
}

/** What a dynamic reference gives, only AWS knows. */
function settled(text: string | undefined): string | undefined {
  return text === undefined || isResolvedLater(text) ? undefined : text;
}

function knownList(value: Evaluated | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = (value as readonly Evaluated[]).map(known);
  return items.every((item) => item !== undefined) ? items : undefined;
}
