import { withinBudget } from "./budget.ts";
import { documentSections, omission } from "./document.ts";
import { historyBlock, historySection } from "./history.ts";
import { commentValue } from "./markdown.ts";
import { shownView } from "./shownView.ts";
import type { ReportView } from "./view.ts";

export { readHistory } from "./history.ts";

/** GitHub refuses a comment with more ("body is too long (maximum is 65536 characters)"). */
export const COMMENT_LIMIT = 65_536;

/** By which the one comment of a stack and region is found again; no two of them have the same. */
export function commentMarker(stack: string, region: string): string {
  return `<!-- aurora-deploy-action stack=${commentValue(stack)} region=${commentValue(region)} -->`;
}

/** The pull request comment: Markdown of at most 65,536 characters whose first line is `marker`. */
export function renderComment(given: ReportView, marker: string): string {
  const view = shownView(given);
  const style = {
    diff: { lines: 60, width: 200 },
    newProperties: { lines: 40, width: 160 },
    fullReport: { words: "full report in the job summary", url: view.links.run },
  };
  const ending = view.history.length === 0 ? "" : `\n\n${historyBlock(view.history)}`;
  const sections = [
    ...documentSections(view, style),
    ...historySection(view.history, view.links.run, (count) => omission(count, "entry", style)),
  ];
  const body = withinBudget(sections, COMMENT_LIMIT - marker.length - ending.length - 1);
  return `${marker}\n${body}${ending}`;
}
