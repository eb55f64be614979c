import type { Estimate } from "./estimate.ts";
import type { Span } from "./span.ts";

/**
 * `about 11 min (8 to 16)`, `about 20 s`, `20 s to 5 min` where it may be anything: one unit, and no more digits than are
 * known.
 */
export function spanText(span: Span): string {
  const { low, typical, high } = span;
  if (isWide(span)) return `${rounded(low)} to ${rounded(high)}`;
  const unit = unitOf(typical);
  const [least, most] = [inUnit(low, unit), inUnit(high, unit)];
  // Seconds more or less matter to nobody.
  const isNarrow = high - low < NARROW_MS || least === most;
  return isNarrow ? `about ${rounded(typical)}` : `about ${rounded(typical)} (${least} to ${most})`;
}

/** `10 min`, `20 s to 5 min`: without what it may be besides. */
export function typicalText(span: Span): string {
  return isWide(span) ? spanText(span) : rounded(span.typical);
}

/** `about 6 min left`, `20 s to 5 min left`. */
export function leftText(span: Span): string {
  return isWide(span) ? `${spanText(span)} left` : `about ${rounded(span.typical)} left`;
}

/** Where an estimate comes from: `from this stack's own history`, `a guess from typical times; no times are known for 2 of 9 steps`. */
export function basisText({ tasks, unread }: Pick<Estimate, "tasks" | "unread">): string {
  const all = tasks.reduce((sum, { span }) => sum + span.typical, 0);
  const remembered = tasks
    .filter(({ source }) => source === "history")
    .reduce((sum, { span }) => sum + span.typical, 0);
  const share = all === 0 ? 0 : remembered / all;
  const unknown = tasks.filter(({ source }) => source === "unknown").length;
  const isAllUnknown = unknown > 0 && unknown === tasks.length;
  const from = isAllUnknown
    ? "a guess: no typical times are known for what changes"
    : share >= MOSTLY
      ? "from this stack's own history"
      : share >= PARTLY
        ? "partly from this stack's own history"
        : "a guess from typical times";
  return [
    from,
    ...(unknown === 0 || isAllUnknown
      ? []
      : [`; no times are known for ${unknown} of ${tasks.length} steps`]),
    ...(unread === undefined ? [] : [`; ${UNREAD[unread]}`]),
  ].join("");
}

/** An estimate with its ground, for one line: `about 11 min (8 to 16), from this stack's own history`. */
export function estimateText(estimate: Pick<Estimate, "total" | "tasks" | "unread">): string {
  return `${spanText(estimate.total)}, ${basisText(estimate)}`;
}

const UNREAD = {
  denied: "its own history may not be read (cloudformation:DescribeStackEvents)",
  failed: "its own history could not be read in time",
} as const;

const MOSTLY = 0.8;
const PARTLY = 0.25;

const NARROW_MS = 30_000;

/** Past this a middle says nothing. */
function isWide({ low, high }: Span): boolean {
  return high >= 120_000 && high > Math.max(low, 5_000) * 8;
}

type Unit = "s" | "min" | "h";

function unitOf(ms: number): Unit {
  if (ms < 90_000) return "s";
  return ms < 90 * 60_000 ? "min" : "h";
}

function inUnit(ms: number, unit: Unit): string {
  switch (unit) {
    case "s":
      return String(Math.max(5, Math.round(ms / 5_000) * 5));
    case "min":
      return String(Math.max(1, Math.round(ms / 60_000)));
    case "h":
      return (ms / 3_600_000).toFixed(1);
  }
}

function rounded(ms: number): string {
  const unit = unitOf(ms);
  return `${inUnit(ms, unit)} ${unit}`;
}
