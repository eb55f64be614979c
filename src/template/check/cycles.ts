import { isObject } from "../canonical.ts";
import { type Graph, graphOf, resourceGraph } from "../dependencies.ts";
import { visitFunctions } from "../functions.ts";
import type { Checking } from "./check.ts";

/**
 * Reports resources that wait for each other. References in a branch of `Fn::If` do not count: the branch may
 * not be taken, and CloudFormation decides when it knows.
 */
export function circularResources({ source, report, hasMacros }: Checking): void {
  // A macro may move a reference to another resource (AWS::Serverless does with alarms of a deployment).
  if (hasMacros) return;
  const graph = resourceGraph(source.value, ({ conditional }) => !conditional);
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
