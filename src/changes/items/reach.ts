import { canonicalJson } from "../../template/canonical.ts";
import { visitFunctions } from "../../template/functions.ts";
import type { ResourceChange } from "../model.ts";
import { shortened } from "./lookup.ts";
import { type Part, type Place, pathKey, type Surroundings, type Templates, valueAt } from "./references.ts";
import { referredBy } from "./referred.ts";

/**
 * All that a value hangs on, as far as the stack's own templates and parameters tell it: parameters, conditions, mappings, what
 * nested stacks are given and what they put out, and whatever these refer to in turn. A definition alone does not say what
 * a resource will be: what keeps its value is no change, and yet another deploy may have given it another since the review.
 * Names of resources are not followed: what they stand for are changes of their own.
 */
export function reachOf(start: Place, around: Surroundings): readonly Part[] {
  const found = new Map<string, Part>();
  const open = [...referredIn(start, around)];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.has(part.key)) continue;
    found.set(part.key, part);
    const further = around.known.get(part.key) ?? referredIn(part, around);
    around.known.set(part.key, further);
    open.push(...further);
  }
  return [...found.values()];
}

function referredIn({ stackPath, value }: Place, around: Surroundings): readonly Part[] {
  const found: Part[] = [];
  visitFunctions(value, [], (use) => {
    found.push(...referredBy(use, stackPath, around));
  });
  return found;
}

/**
 * Where a resource's definition stands. In a stack whose template cannot be read, all that the stack is given may count.
 * @returns `undefined` where no template on the way can be read
 */
export function placeOf(
  { stackPath, logicalId }: Pick<ResourceChange, "stackPath" | "logicalId">,
  templates: Templates,
): Place | undefined {
  const path = [...stackPath, logicalId];
  const depth = path.findLastIndex((_, above) => templates.has(pathKey(path.slice(0, above))));
  if (depth < 0) return undefined;
  const at = path.slice(0, depth);
  const definition = ["Resources", path[depth] ?? ""];
  const wanted = depth === stackPath.length ? definition : [...definition, "Properties", "Parameters"];
  return { stackPath: at, value: valueAt(templates.get(pathKey(at)), wanted) ?? null };
}

/** A part's place among parts, and what is in it. */
type Tree = Map<string, Tree | string>;

/**
 * The parts as one canonical text: the templates, by the paths of their stacks, with nothing in them but these. A template as a
 * whole is nothing that could be told.
 * @returns `undefined` where there are none
 */
export function reachedText(parts: readonly Part[]): string | undefined {
  const root: Tree = new Map();
  // What is reached as a whole is not told once more by what is in it.
  const outerFirst = parts
    .filter(({ path }) => path.length > 0)
    .sort((a, b) => a.path.length - b.path.length);
  for (const { stackPath, path, text } of outerFirst) put(root, [pathKey(stackPath), ...path], text);
  return root.size === 0 ? undefined : treeText(root);
}

function put(tree: Tree, [name = "", ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    if (!tree.has(name)) tree.set(name, text);
    return;
  }
  const below = tree.get(name) ?? new Map<string, Tree | string>();
  tree.set(name, below);
  if (typeof below !== "string") put(below, rest, text);
}

function treeText(tree: Tree | string): string {
  if (typeof tree === "string") return tree;
  const names = [...tree.keys()].sort();
  return `{${names.map((name) => `${canonicalJson(name)}:${treeText(tree.get(name) ?? "")}`).join(",")}}`;
}

/**
 * What is behind a place, as one text; `undefined` where there is nothing.
 * @param own parts of the place itself that are told with what is behind it
 */
export function behind(place: Place, around: Surroundings, own: readonly Part[] = []): string | undefined {
  const text = reachedText([...own, ...reachOf(place, around)]);
  return text === undefined ? undefined : shortened(text);
}
