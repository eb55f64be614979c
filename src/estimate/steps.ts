import type { TemplatePair } from "../changes/items/templateItems.ts";
import { type ResourceChange, resourceKey } from "../changes/model.ts";
import { causingResource } from "../changes/verdict/replacement.ts";
import { type Graph, resourceGraph } from "../template/dependencies.ts";
import { AFTER_NESTED, BEFORE, HOP } from "./published.data.ts";
import { inTurn, NOTHING } from "./span.ts";
import type { Step, Task } from "./task.ts";

/** A resource, changed or not, and the resources of its own stack that it waits for, by their keys. */
interface Node {
  readonly stackPath: readonly string[];
  readonly after: Set<string>;
}

/** The way forward: a resource waits for all that it refers to. Resources that do not change pass the wait on. */
export function forwardSteps(
  tasks: ReadonlyMap<string, Task>,
  changes: readonly ResourceChange[],
  templates: readonly TemplatePair[],
): readonly Step[] {
  const nodes = new Map<string, Node>();
  for (const { stackPath, after } of templates) {
    if (after !== undefined) addGraph(nodes, stackPath, resourceGraph(after.value));
  }
  // What a macro makes is in no template that we have: its changes tell some of what they hang on.
  for (const change of changes) {
    const causes = change.details.map(causingResource).filter((id) => id !== undefined);
    addNode(nodes, change, causes);
  }
  return stepsOf(nodes, tasks);
}

/** The clean-up: what is deleted waits until all that referred to it is gone. */
export function cleanupSteps(
  tasks: ReadonlyMap<string, Task>,
  changes: readonly ResourceChange[],
  templates: readonly TemplatePair[],
): readonly Step[] {
  if (tasks.size === 0) return [];
  const nodes = new Map<string, Node>();
  for (const { stackPath, before } of templates) {
    if (before !== undefined) addGraph(nodes, stackPath, turned(resourceGraph(before.value)));
  }
  for (const change of changes) addNode(nodes, change, []);
  return stepsOf(nodes, tasks);
}

function addGraph(nodes: Map<string, Node>, stackPath: readonly string[], graph: Graph): void {
  for (const [logicalId, after] of graph) addNode(nodes, { stackPath, logicalId }, [...after]);
}

function addNode(
  nodes: Map<string, Node>,
  resource: Pick<ResourceChange, "stackPath" | "logicalId">,
  after: readonly string[],
): void {
  const key = resourceKey(resource);
  const { stackPath } = resource;
  const node = nodes.get(key) ?? { stackPath, after: new Set<string>() };
  for (const logicalId of after) {
    const other = resourceKey({ stackPath, logicalId });
    if (other !== key) node.after.add(other);
  }
  nodes.set(key, node);
}

/** Each resource depends on those that depended on it. */
function turned(graph: Graph): Graph {
  const dependents = new Map<string, Set<string>>([...graph.keys()].map((name) => [name, new Set()]));
  for (const [name, after] of graph) for (const other of after) dependents.get(other)?.add(name);
  return dependents;
}

/** A nested stack is begun when all that it waits for is done, and ends after everything in it. */
function stepsOf(nodes: ReadonlyMap<string, Node>, tasks: ReadonlyMap<string, Task>): readonly Step[] {
  const inside = Map.groupBy(nodes.keys(), (key) => nodes.get(key)?.stackPath.join("/") ?? "");
  const isBusy = (stack: string): boolean =>
    (inside.get(stack) ?? []).some((key) => tasks.has(key) || isBusy(key));
  return [...nodes].flatMap(([key, { stackPath, after }]): readonly Step[] => {
    const waits = [...after, ...(stackPath.length === 0 ? [] : [beginOf(stackPath.join("/"))])];
    const inner = inside.get(key) ?? [];
    const task = tasks.get(key);
    if (inner.length === 0 || (task !== undefined && !isBusy(key))) {
      return [{ key, after: waits, span: task === undefined ? NOTHING : inTurn(HOP, task.span) }];
    }
    const begin = beginOf(key);
    const [before, at] = isBusy(key) ? [inTurn(HOP, BEFORE), AFTER_NESTED] : [NOTHING, NOTHING];
    return [
      { key: begin, after: waits, span: before },
      { key, after: [begin, ...inner], span: at },
    ];
  });
}

/** The step at which a nested stack is begun; its own key is that of its end. */
export function beginOf(stackKey: string): string {
  return `${stackKey}/`;
}
