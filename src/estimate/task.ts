import type { Span } from "./span.ts";

/** What is done to a resource. A replacement is two tasks: the new one is made, and the old one deleted at the end. */
export type Verb = "create" | "update" | "delete";

/**
 * Where a duration comes from: `history`, this stack's own earlier operations; `typical`, what others have published of the
 * type; `unknown`, neither.
 */
export type Source = "history" | "typical" | "unknown";

export interface Known {
  readonly span: Span;
  readonly source: Source;
}

/** One thing that is done to one resource. */
export interface Task extends Known {
  /** As `resourceKey` gives it. */
  readonly resource: string;
  readonly verb: Verb;
}

/** A task, or a point on the way to one, and what must be done before it is begun. */
export interface Step {
  readonly key: string;
  readonly after: readonly string[];
  readonly span: Span;
}
