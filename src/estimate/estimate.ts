import type { TemplatePair } from "../changes/items/templateItems.ts";
import { type ResourceChange, resourceKey } from "../changes/model.ts";
import { replacements } from "../changes/verdict/replacement.ts";
import { criticalPath } from "./criticalPath.ts";
import type { History } from "./history.ts";
import { AFTER, BEFORE } from "./published.data.ts";
import { inTurn, NOTHING, type Span } from "./span.ts";
import { cleanupSteps, forwardSteps } from "./steps.ts";
import type { Step, Task } from "./task.ts";
import { workOf } from "./work.ts";

/** How long an operation takes, and what of it comes after what. */
export interface Estimate {
  readonly total: Span;
  /** What is done to resources, with how long each takes. */
  readonly tasks: readonly Task[];
  readonly forward: readonly Step[];
  /** After the way forward has succeeded: what was removed or replaced is deleted. */
  readonly cleanup: readonly Step[];
  /** CloudFormation watches the stack's alarms before it cleans up. Milliseconds. */
  readonly monitoring: number;
  /** Why there is no history, where there should be one. */
  readonly unread?: "denied" | "failed";
}

export interface Estimated {
  readonly changes: readonly ResourceChange[];
  /** Of the root and of nested stacks, as far as they can be read. */
  readonly templates: readonly TemplatePair[];
  readonly history: History;
  /** Whether all that changes in nested stacks is among the changes. */
  readonly areNestedListed: boolean;
  /** For how many minutes alarms are watched. */
  readonly monitoringMinutes?: number | undefined;
}

/**
 * How long the execution of changes takes: along the longest chain of resources that wait for each other ("The longest chain
 * … sets the minimum time for a stack operation", CloudFormation User Guide, Understand stack deployment time), each as long
 * as it took in this stack before, or else as long as its type mostly does.
 */
export function estimateOf(estimated: Estimated): Estimate {
  const { changes, templates, history, areNestedListed, monitoringMinutes = 0 } = estimated;
  const certainties = replacements(changes);
  const holders = new Set(changes.map(({ stackPath }) => stackPath.join("/")));
  const work = changes.map((change) => {
    const key = resourceKey(change);
    const isEmpty = areNestedListed && !holders.has(key);
    return workOf(change, { certainty: certainties.get(key) ?? "none", isEmpty }, history);
  });
  const tasksOf = (part: "forward" | "cleanup") =>
    new Map(work.flatMap(({ [part]: task }) => (task === undefined ? [] : [[task.resource, task] as const])));
  const [onward, last] = [tasksOf("forward"), tasksOf("cleanup")];
  const plan = {
    forward: forwardSteps(onward, changes, templates),
    cleanup: cleanupSteps(last, changes, templates),
    monitoring: monitoringMinutes * 60_000,
  };
  return { ...plan, total: totalOf(plan), tasks: [...onward.values(), ...last.values()] };
}

function totalOf({ forward, cleanup, monitoring }: Omit<Estimate, "total" | "tasks" | "unread">): Span {
  const watched = { low: monitoring, typical: monitoring, high: monitoring };
  const cleaned = cleanup.length === 0 ? NOTHING : criticalPath(cleanup);
  return inTurn(BEFORE, criticalPath(forward), watched, AFTER, cleaned);
}
