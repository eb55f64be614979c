import { isObject } from "../../template/canonical.ts";
import {
  type Evaluated,
  type EvaluatedObject,
  isEvaluatedObject,
  type Scope,
  UNKNOWN,
} from "../../template/evaluate/evaluated.ts";
import type { EvaluableTree } from "../../template/evaluate/evaluatedTree.ts";
import { evaluatedTree } from "../../template/evaluate/evaluatedTree.ts";
import type { ReadTemplate } from "../../template/model.ts";
import { readParameters } from "../../template/parameters/declarations.ts";
import type { TemplatePair } from "../items/templateItems.ts";
import type { CostResource } from "./model.ts";
import { costRule } from "./rules.ts";

export interface CostSource {
  /** The templates of all stacks of the tree. */
  readonly templates: readonly TemplatePair[];
  readonly side: "before" | "after";
  /** Values of the stack's parameters as they are on that side. */
  readonly scope: Scope;
  /** Whether what has this name is never shown: then nothing is told from it. */
  readonly isHidden: (name: string) => boolean;
}

/** The resources of one side, nested stacks included, as far as their properties are known and may be told from. */
export function costResources({ templates, side, scope, isHidden }: CostSource): readonly CostResource[] {
  const nodes = templates.flatMap((pair): readonly Node[] => {
    const template = pair[side];
    return template === undefined ? [] : [{ path: pair.stackPath, template }];
  });
  const root = nodes.find(({ path }) => path.length === 0);
  if (root === undefined || !nodes.some(({ template }) => isPaid(template))) return [];
  const below = Map.groupBy(nodes, ({ path }) => (path.length === 0 ? undefined : parentOf(path)));
  const tree = treeOf(root, { below, isHidden });
  const told = new Set(tree.template.parameters.map(({ name }) => name));
  const parameters = Object.fromEntries(Object.entries(scope.parameters).filter(([name]) => told.has(name)));
  const resources = evaluatedTree(tree, { ...scope, parameters });
  return resources.map((resource) => ({ ...resource, properties: veiled(resource.properties, isHidden) }));
}

interface Node {
  readonly path: readonly string[];
  readonly template: ReadTemplate;
}

interface Means extends Pick<CostSource, "isHidden"> {
  /** By the path of the stack that they are in. */
  readonly below: ReadonlyMap<string | undefined, readonly Node[]>;
}

/** With those parameters that may be told from: the others have no value. */
function treeOf({ path, template }: Node, means: Means): EvaluableTree {
  const { parameters } = readParameters({ ...template, file: "", locate: () => NOWHERE });
  const told = parameters.filter(({ name, noEcho }) => !noEcho && !means.isHidden(name));
  const nested = means.below.get(path.join("/")) ?? [];
  return {
    template: { ...template, parameters: told, locate: () => NOWHERE },
    children: nested.map((node) => ({ logicalId: node.path.at(-1) ?? "", tree: treeOf(node, means) })),
  };
}

function parentOf(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}

/** Whether the template has anything at all whose costs can be told. */
function isPaid({ value: { Resources } }: ReadTemplate): boolean {
  return (
    isObject(Resources) &&
    Object.values(Resources).some((one) => isObject(one) && costRule(String(one.Type)) !== undefined)
  );
}

/** Nothing of it is reported with its place. */
const NOWHERE = { file: "", line: 1, column: 1 };

function veiled(object: EvaluatedObject, isHidden: CostSource["isHidden"]): EvaluatedObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      isHidden(name) ? UNKNOWN : veiledValue(value, isHidden),
    ]),
  );
}

function veiledValue(value: Evaluated, isHidden: CostSource["isHidden"]): Evaluated {
  if (Array.isArray(value)) return value.map((item: Evaluated) => veiledValue(item, isHidden));
  return isEvaluatedObject(value) ? veiled(value, isHidden) : value;
}
