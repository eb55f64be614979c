import { documentSections, omission } from "./document.ts";
import { historyBlock, historySection } from "./sections/history.ts";
import { shownView } from "./shownView.ts";
import { withinBudget } from "./text/budget.ts";
import { commentValue } from "./text/markdown.ts";
import type { ReportView } from "./view.ts";

export { readHistory } from "./sections/history.ts";

/** GitHub refuses a comment with more ("body is too long (maximum is 65536 characters)"). */
export const COMMENT_LIMIT = 65_536;

/** What tells one comment from another on the same pull request. */
export interface MarkedStack {
  readonly stackName: string;
  readonly region: string;
  readonly label: string | undefined;
}

/** By which the one comment of a stack, region and label is found again; no two of them have the same. */
export function commentMarker({ stackName, region, label }: MarkedStack): string {
  const labelled = label === undefined ? "" : ` label=${commentValue(label)}`;
  return `<!-- aurora-deploy-action stack=${commentValue(stackName)} region=${commentValue(region)}${labelled} -->`;
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
