import { documentSections, timelineOf } from "./document.ts";
import { gantt } from "./sections/timeline.ts";
import { shownView } from "./shownView.ts";
import { bytes, withinBudget } from "./text/budget.ts";
import type { ReportView } from "./view.ts";

/** A step's summary may have 1 MiB (GitHub, "Adding a job summary"); some is left for other steps' lines of this file. */
export const SUMMARY_LIMIT = 1_048_576 - 1_024;

/** The job summary: everything, with the operation's timeline as a gantt. At most 1 MiB of UTF-8. */
export function renderSummary(given: ReportView): string {
  const view = shownView(given);
  const style = {
    diff: { lines: 1_000, width: 1_000 },
    // A script of a function is one line of JSON.
    newProperties: { lines: 1_000, width: 100_000 },
    fullReport: fullReport(view),
  };
  const sections = documentSections(view, style);
  const timeline = timelineOf(view).flatMap(gantt);
  return withinBudget([...sections.slice(0, -1), ...timeline, ...sections.slice(-1)], SUMMARY_LIMIT, bytes);
}

/** Where what does not fit can be seen, if it can be. */
function fullReport({ links }: ReportView): { readonly words: string; readonly url: string | undefined } {
  const words = "too long for a job summary";
  return {
    words: links.changeSet === undefined ? words : `${words}, see the change set`,
    url: links.changeSet,
  };
}
