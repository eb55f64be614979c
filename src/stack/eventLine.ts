import { isFailed, isInProgress } from "./eventKinds.ts";
import type { StackEvent } from "./model.ts";

export interface EventContext {
  readonly stackPath: readonly string[];
  /** How long the resource took, milliseconds; only with its last event. */
  readonly tookMs?: number;
  /** Resources that are through, of how many; only while the operation goes forward. */
  readonly done?: number;
  readonly total?: number;
}

/**
 * One event as one line of plain text: time (UTC), symbol, logical id, type, status, how long it took, n/m, and the
 * reason of a failure. Text from AWS keeps to the line: control characters become spaces.
 */
export function eventLine(event: StackEvent, context: EventContext): string {
  const name = [...context.stackPath, event.logicalId].join("/");
  const parts = [
    new Date(event.at).toISOString().slice(11, 19),
    symbol(event),
    name,
    event.type,
    event.hook === undefined ? event.status : `${event.hook.type} ${event.hook.status}`,
    context.tookMs === undefined ? "" : duration(context.tookMs),
    context.done === undefined || !context.total ? "" : `${context.done}/${context.total}`,
  ];
  const reason = event.hook?.reason ?? event.reason;
  const line = parts.filter((part) => part !== "").join("  ");
  return oneLine(reason === undefined || reason === "" ? line : `${line}  ${reason}`);
}

/** `850 ms`, `12 s`, `4m 10s`, `1h 02m`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

function symbol(event: StackEvent): string {
  const status = event.hook?.status ?? event.status;
  if (isFailed(status)) return "✖";
  if (status.includes("ROLLBACK")) return "↩";
  if (isInProgress(status)) return "…";
  return status.includes("DELETE") ? "−" : "✔";
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be replaced
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}
