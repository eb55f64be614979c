import {
  chronological,
  isInProgress,
  isStackItself,
  nestedStackArn,
  resourceOf,
} from "../stack/eventKinds.ts";
import type { StackEvent } from "../stack/model.ts";
import { stackPaths } from "../stack/stackPaths.ts";
import type { Span } from "./span.ts";
import type { Known, Verb } from "./task.ts";

/** How long resources took in earlier operations, milliseconds, newest first. */
export interface History {
  /** By `<resource key> <verb>`. */
  readonly resources: ReadonlyMap<string, readonly number[]>;
  /** By `<type> <verb>`. */
  readonly types: ReadonlyMap<string, readonly number[]>;
}

export const NO_HISTORY: History = { resources: new Map(), types: new Map() };

/** As many of the newest durations count: what was years ago may have been another machine. */
const NEWEST = 5;

/**
 * What events of earlier operations tell, in any order; a resource whose begin is not among them tells nothing. A rollback's
 * updates and deletions are as good as any.
 */
export function historyOf(events: readonly StackEvent[]): History {
  const paths = stackPaths(events);
  const begun = new Map<string, StackEvent>();
  const resources = new Map<string, number[]>();
  const types = new Map<string, number[]>();
  for (const event of chronological(events.toReversed())) {
    if (isStackItself(event) || event.hook !== undefined) continue;
    const key = resourceOf(event);
    const start = begun.get(key);
    if (isInProgress(event.status)) {
      // A replaced resource is begun under its old name, and says so once.
      if (start === undefined || verbOf(start) !== verbOf(event)) begun.set(key, event);
      continue;
    }
    begun.delete(key);
    const verb = start === undefined ? undefined : endedVerb(start, event);
    if (start === undefined || verb === undefined) continue;
    const name = [...(paths.get(event.stackArn) ?? []), event.logicalId].join("/");
    const tookMs = Math.max(0, event.at - start.at);
    put(resources, `${name} ${verb}`, tookMs);
    // A nested stack takes as long as what is in it, which says nothing about another one.
    if (nestedStackArn(event) === undefined) put(types, `${event.type} ${verb}`, tookMs);
  }
  return { resources, types };
}

/** What is done to a resource in a status: `CREATE_IN_PROGRESS`. */
export function verbOfStatus(status: string): Verb | undefined {
  return VERBS[status.split("_")[0] ?? ""];
}

/** What this stack's own history knows of a task; `undefined`: nothing. */
export function remembered(history: History, resource: string, type: string, verb: Verb): Known | undefined {
  // Two updates of one resource can be quite different ones: a tag, and another machine.
  const factor = verb === "update" ? 0.5 : 0.75;
  const own = spanOf(history.resources.get(`${resource} ${verb}`), factor);
  const alike = own ?? spanOf(history.types.get(`${type} ${verb}`), 0.5);
  return alike && { span: alike, source: "history" };
}

function spanOf(took: readonly number[] | undefined, factor: number): Span | undefined {
  if (took === undefined || took.length === 0) return undefined;
  const sorted = took.toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const [lower = 0, upper = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return {
    low: Math.max(0, Math.min(least * factor, least - 2_000)),
    typical: (lower + upper) / 2,
    high: Math.max(most / factor, most + 3_000),
  };
}

function put(into: Map<string, number[]>, key: string, tookMs: number): void {
  into.set(key, [tookMs, ...(into.get(key) ?? [])].slice(0, NEWEST));
}

const VERBS: Readonly<Record<string, Verb>> = { CREATE: "create", UPDATE: "update", DELETE: "delete" };

function verbOf({ status }: StackEvent): Verb | undefined {
  return verbOfStatus(status);
}

/** What was done, if it was done: a cancelled or failed one has no duration that says anything. */
function endedVerb(start: StackEvent, end: StackEvent): Verb | undefined {
  const verb = /^[A-Z]+_COMPLETE$/.test(end.status) ? verbOf(end) : undefined;
  if (verb !== verbOf(start)) return undefined;
  const isNew = verb === "update" && start.physicalId !== undefined && start.physicalId !== end.physicalId;
  return isNew ? "create" : verb;
}
