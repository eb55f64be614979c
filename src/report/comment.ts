import { documentSections, omission } from "./document.ts";
import { lineBlock } from "./overviewLine.ts";
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

/** The stack that a comment of ours is about; `undefined` for any that no stack's marker begins. */
export function markedStack(body: string): MarkedStack | undefined {
  const found = MARKER.exec(body);
  if (found === null) return undefined;
  const [stackName, region, label] = found.slice(1).map(decoded);
  if (stackName === undefined || region === undefined) return undefined;
  const stack = { stackName, region, label };
  return body.startsWith(commentMarker(stack)) ? stack : undefined;
}

const MARKER = /^<!-- aurora-deploy-action stack=(\S*) region=(\S*)(?: label=(\S*))? -->/;

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    // Somebody edited it: it is not a marker that we write.
    return undefined;
  }
}

/** The pull request comment: Markdown of at most 65,536 characters whose first line is `marker`. */
export function renderComment(given: ReportView, marker: string): string {
  const view = shownView(given);
  const style = {
    diff: { lines: 60, width: 200 },
    newProperties: { lines: 40, width: 160 },
    fullReport: { words: "full report in the job summary", url: view.links.run },
  };
  const blocks = [...(view.history.length === 0 ? [] : [historyBlock(view.history)]), ...lineBlock(view)];
  const ending = blocks.length === 0 ? "" : `\n\n${blocks.join("\n")}`;
  const sections = [
    ...documentSections(view, style),
    ...historySection(view.history, view.links.run, (count) => omission(count, "entry", style)),
  ];
  const body = withinBudget(sections, COMMENT_LIMIT - marker.length - ending.length - 1);
  return `${marker}\n${body}${ending}`;
}
