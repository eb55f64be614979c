import { isObject } from "../../template/canonical.ts";
import type { Scope } from "../../template/evaluate/evaluated.ts";
import type { Json, ReadTemplate } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { expandedTemplates, type Target } from "./expanded.ts";
import type { ParameterValue } from "./requestItems.ts";
import type { TemplatePair } from "./templateItems.ts";

/** The templates of one side by the paths of their stacks: there can be thousands, and each resource looks for its own. */
export type Templates = ReadonlyMap<string, ReadTemplate>;

/** What decides, beside a definition itself, what comes of it. */
export interface Surroundings {
  readonly templates: Templates;
  /** The same with what their loops make in their place, as far as that is known here. */
  readonly expanded: Templates;
  /** What is known of the values of each one's parameters. */
  readonly scopes: ReadonlyMap<string, Scope>;
  /** The values of the root's parameters. */
  readonly values: readonly ParameterValue[];
  readonly target: Target;
  /** The parts that were looked up, by their keys, and what each refers to: thousands of resources can refer to one part. */
  readonly parts: Map<string, Part>;
  readonly known: Map<string, readonly Part[]>;
}

/** A value of a stack's template. */
export interface Place {
  readonly stackPath: readonly string[];
  readonly value: Json;
}

/** A part of a template that another part refers to. */
export interface Part extends Place {
  /** Names of members, from the template's top. */
  readonly path: readonly string[];
  /** What is told of it, as canonical JSON: the part itself, where that is very long its SHA-256, or the value of a parameter. */
  readonly text: string;
  /** Tells it from all other parts. */
  readonly key: string;
}

export function surroundings(
  templates: Templates,
  values: Surroundings["values"],
  target: Surroundings["target"],
): Surroundings {
  return {
    ...{ templates, ...expandedTemplates(templates, values, target), values, target },
    ...{ parts: new Map(), known: new Map() },
  };
}

export function partOf(
  stackPath: readonly string[],
  path: readonly string[],
  value: Json,
  text: string,
): Part {
  return { stackPath, path, value, text, key: partKey(stackPath, path) };
}

export function partKey(stackPath: readonly string[], path: readonly string[]): string {
  return JSON.stringify([stackPath, path]);
}

/** What the stacks will have. */
export function wantedTemplates(pairs: readonly TemplatePair[]): Templates {
  return templatesBy(pairs, ({ after }) => after);
}

/** What the stacks have. */
export function deployedTemplates(pairs: readonly TemplatePair[]): Templates {
  return templatesBy(pairs, ({ before }) => before);
}

function templatesBy(
  pairs: readonly TemplatePair[],
  side: (pair: TemplatePair) => ReadTemplate | undefined,
): Templates {
  return new Map(
    pairs.flatMap((pair) => {
      const template = side(pair);
      return template === undefined ? [] : [[pathKey(pair.stackPath), template]];
    }),
  );
}

/** What finds a stack's template among them. */
export function pathKey(stackPath: readonly string[]): string {
  return stackPath.join("/");
}

/** What the templates say of a resource; `undefined` where its template cannot be read, or does not name it. */
export function definitionOf(
  { stackPath, logicalId }: Pick<ResourceChange, "stackPath" | "logicalId">,
  templates: Templates,
): Json | undefined {
  return valueAt(templates.get(pathKey(stackPath)), ["Resources", logicalId]);
}

/** What a template has at a path of names. */
export function valueAt(template: ReadTemplate | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    template?.value,
  );
}
