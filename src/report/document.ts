import { lossLabel } from "../changes/acknowledgement.ts";
import { headline, sign } from "./headline.ts";
import { verdictAlerts } from "./sections/alerts.ts";
import { costLine, costSection } from "./sections/costs.ts";
import { type DiffLimits, diffSection, newPropertiesSection } from "./sections/diffs.ts";
import { endingSections, isLossTold } from "./sections/ending.ts";
import { driftSection, errorSections, findingSections } from "./sections/findings.ts";
import { spreadGraph } from "./sections/graph.ts";
import { howLong, plannedRows } from "./sections/howLong.ts";
import { otherRisks, type RankedChange, rank } from "./sections/ranking.ts";
import { resourceTable } from "./sections/resources.ts";
import { parameterSections, settingSections } from "./sections/settings.ts";
import { said } from "./sections/statements.ts";
import { durations } from "./sections/timeline.ts";
import { block, type Section } from "./text/budget.ts";
import { code, DETAILS_CLOSE, detailsOpen, link, text } from "./text/markdown.ts";
import { plural } from "./text/words.ts";
import type { ReportView } from "./view.ts";

/** How a document differs from the others that are made of the same view. */
export interface DocumentStyle {
  readonly diff: DiffLimits;
  readonly newProperties: DiffLimits;
  /** Where everything that is left out here can be read. */
  readonly fullReport: { readonly words: string; readonly url: string | undefined };
}

/** The whole report as sections with priorities, headline first and foot last: a reviewer decides from its start. */
export function documentSections(view: ReportView, style: DocumentStyle): readonly Section[] {
  const omitted = (noun: string) => (count: number) => omission(count, noun, style);
  return [
    block(0, `### ${sign(view)} ${text(headline(view), 250)}`),
    ...endingSections(view, omitted("entry")),
    ...errorSections(view.findings, omitted("finding")),
    ...changesSections(view, style, omitted),
    ...timelineOf(view).flatMap((timeline) => durations(timeline, omitted("resource"), plannedRows(view))),
    block(0, foot(view)),
  ];
}

/** `*… and 12 more resources, in the job summary.*` */
export function omission(count: number, noun: string, { fullReport }: DocumentStyle): string {
  const several = noun === "entry" ? "entries" : `${noun}s`;
  return `*… and ${plural(count, `more ${noun}`, `more ${several}`)}: ${link(fullReport.words, fullReport.url)}.*`;
}

function changesSections(
  view: ReportView,
  style: DocumentStyle,
  omitted: (noun: string) => (count: number) => string,
): readonly Section[] {
  const { changes, verdict, findings } = view;
  if (changes === undefined) return findingSections(findings, omitted("finding"));
  const ranked = rank(changes, verdict);
  const isOver = ["deployed", "deploy-failed", "deploying", "out-of-date"].includes(view.state.kind);
  return [
    // After the decision the warnings are history: the table below still marks them.
    ...(isOver ? [] : verdictAlerts(ranked, otherRisks(verdict, ranked), isLossTold(view), omitted("risk"))),
    ...(view.costs === undefined ? [] : [costLine(view.costs)]),
    ...table(ranked, isOver, omitted("resource")),
    ...findingSections(findings, omitted("finding")),
    ...driftSection(changes, omitted("property")),
    ...diffSection(ranked, style.diff, omitted("diff")),
    ...newPropertiesSection(ranked, style.newProperties, omitted("diff")),
    ...parameterSections(changes, omitted("parameter")),
    ...(view.costs === undefined ? [] : costSection(view.costs, omitted("resource"))),
    ...spreadGraph(ranked),
    ...settingSections(changes, ranked, style.diff, omitted("entry")),
  ];
}

function table(
  ranked: readonly RankedChange[],
  isFolded: boolean,
  omitted: (count: number) => string,
): readonly Section[] {
  if (ranked.length === 0) return [];
  const all = resourceTable(ranked, omitted);
  const fold = (title: string, section: Section): Section => ({
    ...section,
    open: `${detailsOpen(`<b>${title}</b> (${plural(section.items.length, "resource")})`)}${section.open}`,
    close: `${section.close}${DETAILS_CLOSE}`,
  });
  if (isFolded) return [fold("The changes", all)];
  const shown = inView(ranked);
  if (ranked.length - shown < FEW) return [all];
  return [
    { ...all, items: all.items.slice(0, shown) },
    fold("More changes without a warning", { ...all, items: all.items.slice(shown) }),
  ];
}

const IN_VIEW = 25;
const FEW = 10;

/** Rows that a reviewer is to see without a click: what is lost, replaced, removed or risky, and the first of the others. */
function inView(ranked: readonly RankedChange[]): number {
  const last = ranked.findLastIndex(
    ({ risks, replacement, change }) =>
      risks.length > 0 || replacement !== "none" || change.action === "Remove",
  );
  return Math.max(IN_VIEW, last + 1);
}

/** The timeline of an operation that was watched to its end, if the report is about one. */
export function timelineOf({ state }: ReportView) {
  switch (state.kind) {
    case "deployed":
    case "deploy-failed":
    case "destroyed":
    case "destroy-failed":
      return [state.timeline];
    default:
      return [];
  }
}

/** What was looked at, where, and what a merge does. */
function foot(view: ReportView): string {
  const { commit, digest, links } = view;
  const parts = [
    `Commit ${link(code(commit.slice(0, 8)), commitUrl(links.run, commit))}`,
    ...(digest === undefined ? [] : [`digest ${code(digest.slice(0, 12))}`]),
    ...(links.changeSet === undefined ? [] : [link("change set", links.changeSet)]),
    ...(links.stack === undefined ? [] : [link("stack", links.stack)]),
    link("run and full report", links.run),
  ].join(" · ");
  const lines = [...decision(view), ...howLong(view), parts];
  return lines.join("\n\n");
}

/** What a merge does, or what has to be done for it to do anything. */
function decision(view: ReportView): readonly string[] {
  const { state, verdict } = view;
  const lost = verdict?.unacknowledged ?? [];
  if (isLossTold(view)) return [acceptance(lost)];
  if (state.kind === "previewed" && state.onMerge.kind === "elsewhere")
    return [`**On merge** nothing is executed: ${said(state.onMerge.explanation)}`];
  if (state.kind !== "previewed" || state.onMerge.kind !== "executes") return [];
  if (lost.length === 0) return [ON_MERGE];
  // A preview that goes on although nobody acknowledged the loss was told to warn only.
  return [`${ON_MERGE} **The loss of data is among them**: \`on-destructive\` is \`warn\`.`];
}

const ON_MERGE =
  "**On merge** exactly these changes are executed. If they are no longer the same by then, nothing is.";

function acceptance(lost: readonly string[]): string {
  const all = [...new Set(lost.map(lossLabel))];
  const labels = all.slice(0, 3).map((label) => code(label));
  const more = all.length > labels.length ? ", …" : "";
  const noun = labels.length === 1 ? "label" : "labels";
  return `**To accept the loss of data**, add the ${noun} ${labels.join(", ")}${more} to the pull request.`;
}

/** A commit's page, from the address of a run of the same repository. */
function commitUrl(runUrl: string, commit: string): string | undefined {
  const repository = /^(https?:\/\/.+)\/actions\/runs\/\d+/.exec(runUrl)?.[1];
  return repository !== undefined && /^[0-9a-f]{7,64}$/.test(commit)
    ? `${repository}/commit/${commit}`
    : undefined;
}
