import { isObject } from "./canonical.ts";
import { attributeParts, type FunctionUse, visitFunctions } from "./functions.ts";
import type { Json, JsonObject } from "./model.ts";
import { subVariables } from "./subText.ts";

/** Names, and what each waits for. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which resources of a template wait for which: by `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`.
 * @param counts which references count; without it all do, also those of a branch of `Fn::If` that is not taken
 */
export function resourceGraph(
  template: JsonObject,
  counts: (use: FunctionUse) => boolean = () => true,
): Graph {
  const { Resources: resources } = template;
  if (!isObject(resources)) return new Map();
  return graphOf(resources, (resource) => dependencies(resource, counts));
}

/** The graph of a section's entries by the names that each refers to; other names are left out. */
export function graphOf(section: JsonObject, edges: (value: Json) => ReadonlySet<string>): Graph {
  const names = new Set(Object.keys(section));
  return new Map(
    Object.entries(section).map(([name, value]) => [
      name,
      new Set([...edges(value)].filter((to) => names.has(to))),
    ]),
  );
}

function dependencies(resource: Json, counts: (use: FunctionUse) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  visitFunctions(resource, [], (use) => {
    if (counts(use)) for (const name of referred(use)) names.add(name);
  });
  const dependsOn = isObject(resource) ? resource.DependsOn : undefined;
  for (const target of Array.isArray(dependsOn) ? dependsOn : [dependsOn]) {
    if (typeof target === "string") names.add(target);
  }
  return names;
}

function referred({ name, argument }: FunctionUse): readonly string[] {
  if (name === "Ref" && typeof argument === "string") return [argument];
  if (name === "Fn::GetAtt") return [attributeParts(argument)?.logicalId ?? ""];
  if (name !== "Fn::Sub") return [];
  const [text, variables] = (Array.isArray(argument) ? argument : [argument]) as readonly Json[];
  if (typeof text !== "string") return [];
  const own = isObject(variables) ? variables : {};
  return subVariables(text)
    .filter((variable) => !Object.hasOwn(own, variable))
    .map((variable) => variable.split(".")[0] ?? variable);
}
