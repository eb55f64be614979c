import { isObject } from "../canonical.ts";
import { attributeParts, type FunctionUse, visitFunctions } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { subVariables } from "../subText.ts";
import type { Checking } from "./check.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reports resources that wait for each other. References in a branch of `Fn::If` do not count: the branch may
 * not be taken, and CloudFormation decides when it knows.
 */
export function circularResources({ source, report, hasMacros }: Checking): void {
  const { Resources: resources } = source.value;
  // A macro may move a reference to another resource (AWS::Serverless does with alarms of a deployment).
  if (!isObject(resources) || hasMacros) return;
  const graph = graphOf(resources, (resource) => dependencies(resource));
  for (const cycle of cycles(graph)) {
    const [first = ""] = cycle;
    const message = `Circular dependency: ${[...cycle, first].join(" → ")}. Each waits for the next; cut one of the references.`;
    report("error", ["Resources", first], message);
  }
}

/** Reports conditions that are defined by themselves. */
export function circularConditions({ source, report }: Checking): void {
  const { Conditions: conditions } = source.value;
  if (!isObject(conditions)) return;
  const graph = graphOf(conditions, (condition) => {
    const names = new Set<string>();
    visitFunctions(condition, [], ({ name, argument }) => {
      if (name === "Condition" && typeof argument === "string") names.add(argument);
    });
    return names;
  });
  for (const cycle of cycles(graph)) {
    const [first = ""] = cycle;
    report("error", ["Conditions", first], `Circular condition: ${[...cycle, first].join(" → ")}.`);
  }
}

function graphOf(section: JsonObject, edges: (value: Json) => ReadonlySet<string>): Graph {
  const names = new Set(Object.keys(section));
  return new Map(
    Object.entries(section).map(([name, value]) => [
      name,
      new Set([...edges(value)].filter((to) => names.has(to))),
    ]),
  );
}

function dependencies(resource: Json): ReadonlySet<string> {
  const names = new Set<string>();
  visitFunctions(resource, [], (use) => {
    if (!use.conditional) for (const name of referred(use)) names.add(name);
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

/** One cycle of every knot in the graph, found by a depth-first walk that keeps its own stack. */
function cycles(graph: Graph): readonly (readonly string[])[] {
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const start of graph.keys()) {
    const trail: { readonly name: string; readonly next: Iterator<string> }[] = [];
    const onTrail = new Set<string>();
    const enter = (name: string) => {
      trail.push({ name, next: (graph.get(name) ?? new Set<string>()).values() });
      onTrail.add(name);
    };
    if (!done.has(start)) enter(start);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const { value: to, done: ended } = top.next.next();
      if (ended === true) {
        done.add(top.name);
        onTrail.delete(top.name);
        trail.pop();
      } else if (onTrail.has(to)) {
        found.push(trail.slice(trail.findIndex(({ name }) => name === to)).map(({ name }) => name));
      } else if (!done.has(to)) enter(to);
    }
  }
  return found;
}
