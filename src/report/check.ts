import { documentSections } from "./document.ts";
import { headline } from "./headline.ts";
import { shownView } from "./shownView.ts";
import { bytes, withinBudget } from "./text/budget.ts";
import type { ReportView } from "./view.ts";

/** A check run's output: GitHub counts 65,535 for its summary; bytes are never fewer than characters. */
const CHECK_LIMIT = 65_535;

/** A check run's title (plain text) and summary (Markdown): the report, as it is on record. */
export function renderCheck(given: ReportView): { readonly title: string; readonly summary: string } {
  const view = shownView(given);
  const style = {
    diff: { lines: 80, width: 300 },
    newProperties: { lines: 60, width: 200 },
    fullReport: { words: "full report in the job summary", url: view.links.run },
  };
  return { title: headline(view), summary: withinBudget(documentSections(view, style), CHECK_LIMIT, bytes) };
}
