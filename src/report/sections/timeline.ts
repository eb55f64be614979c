import type { ResourceProgress } from "../../stack/model.ts";
import type { Section } from "../text/budget.ts";
import { cellCode, DETAILS_CLOSE, detailsOpen, fence, mermaidLabel, tableRow } from "../text/markdown.ts";
import { shortType } from "../text/names.ts";
import { duration } from "../text/words.ts";
import type { Planned } from "./howLong.ts";
import { tableSection } from "./settings.ts";

// A gantt of more bars is taller than anybody scrolls, and Mermaid slows down with each.
const MOST_BARS = 80;

/** The operation as a Mermaid gantt: a bar for each resource, the failed ones marked. */
export function gantt(timeline: readonly ResourceProgress[]): readonly Section[] {
  if (timeline.length === 0) return [];
  const started = timeline.toSorted((a, b) => a.startedAt - b.startedAt);
  const end = Math.max(...timeline.map(({ startedAt, endedAt }) => endedAt ?? startedAt));
  const bars = started.slice(0, MOST_BARS).map((it) => bar(it, end));
  const lines = ["gantt", "  dateFormat x", "  axisFormat %H:%M:%S", "  section Resources", ...bars];
  const left = started.length - bars.length;
  const note = left > 0 ? `\n\n*The first ${MOST_BARS}; ${left} more ended without being drawn.*` : "";
  const form = `${fence(lines.join("\n"), "mermaid")}${note}`;
  const open = detailsOpen("<b>Timeline</b>", true);
  return [{ open, items: [{ priority: 6, forms: [form] }], separator: "", close: DETAILS_CLOSE }];
}

function bar({ stackPath, logicalId, status, startedAt, endedAt }: ResourceProgress, end: number): string {
  const mark = isFailed(status) ? "crit, " : endedAt === undefined ? "active, " : "";
  // A bar without length is not drawn.
  const until = Math.max(endedAt ?? end, startedAt + 1000);
  const took = endedAt === undefined ? "" : ` ${duration(endedAt - startedAt)}`;
  return `  ${mermaidLabel([...stackPath, logicalId].join("/"))}${took} :${mark}${startedAt}, ${until}`;
}

/** The operation as a folded table, slowest first, with what was planned beside it where there was a plan. */
export function durations(
  timeline: readonly ResourceProgress[],
  omitted: (count: number) => string,
  planned?: Planned,
): readonly Section[] {
  const took = ({ startedAt, endedAt }: ResourceProgress) => (endedAt ?? startedAt) - startedAt;
  return tableSection({
    summary: `<b>How long each resource took</b> (${timeline.length})`,
    head: ["Resource", "Type", "Status", "Took", ...(planned === undefined ? [] : ["Planned"])],
    rows: timeline
      .toSorted((a, b) => took(b) - took(a))
      .map((it) => ({
        priority: 6,
        forms: [
          tableRow([
            cellCode([...it.stackPath, it.logicalId].join("/")),
            cellCode(shortType(it.type)),
            `${isFailed(it.status) ? "❌ " : ""}${cellCode(it.status)}`,
            it.endedAt === undefined ? "" : duration(took(it)),
            ...(planned === undefined ? [] : [planned(it) ?? ""]),
          ]),
        ],
      })),
    omitted,
  });
}

/** What is being worked on now, the longest first. */
export function inProgressTable(
  inProgress: readonly ResourceProgress[],
  now: number,
  omitted: (count: number) => string,
): readonly Section[] {
  const rows = inProgress.toSorted((a, b) => a.startedAt - b.startedAt);
  return tableSection({
    summary: `<b>In progress</b> (${rows.length})`,
    head: ["Resource", "Type", "Status", "For"],
    rows: rows.map((it) => ({
      priority: 3,
      forms: [
        tableRow([
          cellCode([...it.stackPath, it.logicalId].join("/")),
          cellCode(shortType(it.type)),
          cellCode(it.status),
          duration(now - it.startedAt),
        ]),
      ],
    })),
    omitted,
    open: true,
  });
}

function isFailed(status: string): boolean {
  return /FAILED$/.test(status);
}
