import type { DeltaEntry } from "../../changes/delta.ts";
import { alarmName } from "../../stack/alarms.ts";
import { adviceOf, causeOf, failingOf, type RootCause, type StackOutput } from "../../stack/model.ts";
import { wasCalledOff } from "../../stack/nextStep.ts";
import { endWords, failingWords } from "../deployWords.ts";
import { failureLead } from "../doing.ts";
import { changesText } from "../headline.ts";
import { block, type Item, type Section } from "../text/budget.ts";
import { compareLines, folded } from "../text/difference.ts";
import { instructions } from "../text/instructions.ts";
import {
  cell,
  cellCode,
  code,
  DETAILS_CLOSE,
  detailsOpen,
  fence,
  link,
  tableRow,
  text,
} from "../text/markdown.ts";
import { duration, plural } from "../text/words.ts";
import type { Failure, ReportState, ReportView } from "../view.ts";
import { destroySections } from "./destroy.ts";
import { driftReport } from "./drift.ts";
import { howMuchLonger, planAndReality } from "./howLong.ts";
import { leftBehindAlert } from "./leftBehind.ts";
import { tableSection } from "./settings.ts";
import { causeLines, failureOf, hintLine, notice, quotation, said } from "./statements.ts";
import { inProgressTable } from "./timeline.ts";

type Omitted = (count: number) => string;

const WAITS = "What differs takes effect with the next change of the stack.";

/** What happened or is to happen, in full view below the headline. Empty where the headline says it all. */
export function endingSections(view: ReportView, omitted: Omitted): readonly Section[] {
  const { state } = view;
  switch (state.kind) {
    case "previewed":
      return state.onMerge.kind === "will-block"
        ? notice("WARNING", `**A merge would not deploy this.** ${instructions(state.onMerge.explanation)}`)
        : [];
    case "awaiting":
      return awaitingNotice(state);
    case "no-changes":
      return [
        block(
          0,
          hasMore(view)
            ? `CloudFormation finds nothing to change by itself. ${WAITS}`
            : "The template and its parameters are what is deployed already. There is nothing to execute.",
        ),
      ];
    case "failed":
      return failureAlert(state.failure, failureLead(state.doing));
    case "blocked":
      // The verdict's own alert says what would be lost and that nothing was executed.
      if (isLossTold(view)) return deltaSection(state.delta, omitted);
      return [...blockedAlert(state), ...deltaSection(state.delta, omitted)];
    case "skipped":
      return notice("NOTE", said(state.explanation));
    case "deploying":
      return [
        block(0, progressLine(state)),
        ...monitoringLine(state),
        ...inProgressTable(state.inProgress, state.now, omitted),
      ];
    case "deployed":
      return [
        block(0, deployedLine(view, state.waits)),
        ...(state.waits ? [block(0, WAITS)] : []),
        ...(state.beside === undefined ? [] : notice("WARNING", said(state.beside))),
        ...leftBehindAlert(state.leftBehind, omitted),
        ...outputsTable(state.outputs, omitted),
      ];
    case "deploy-failed":
      return [
        ...deployFailed(state),
        ...leftBehindAlert("leftBehind" in state.end ? state.end.leftBehind : undefined, omitted),
      ];
    case "drift":
      return driftReport(state.drift, omitted);
    case "out-of-date":
      return notice("NOTE", said(state.explanation));
    case "absent":
    case "protected":
    case "destroyed":
    case "destroy-failed":
      return destroySections(state, view, omitted);
  }
}

function awaitingNotice({ name, by }: Extract<ReportState, { kind: "awaiting" }>): readonly Section[] {
  return notice(
    "NOTE",
    `**Nothing is reviewed yet.** ${code(name)} will be exported by ${code(by.stack)} in wave ${by.wave} (${code(by.file)}), and before that CloudFormation can make no change set of this stack.`,
    "After the merge and that wave, its deploy ends blocked (`unreviewed`) and names the digest of what it would do, for a maintainer to approve. To review it here, merge the exporting stack in a pull request of its own first.",
  );
}

/** Whether there is more than CloudFormation takes on its own: in the template, or a role or topic beside it. */
function hasMore({ changes }: ReportView): boolean {
  return (
    changes !== undefined && changes.template.length + changes.outputs.length + changes.settings.length > 0
  );
}

/** Whether lost data that nobody acknowledged is what stopped the run, and the verdict is there to say so. */
export function isLossTold({ state, changes, verdict }: ReportView): boolean {
  const lost = changes === undefined ? 0 : (verdict?.unacknowledged.length ?? 0);
  return state.kind === "blocked" && state.reason === "destructive" && state.done === undefined && lost > 0;
}

function failureAlert({ message, hint, reasonCode }: Failure, lead: string): readonly Section[] {
  return notice("CAUTION", `**${lead}** (${code(reasonCode)})`, quotation(message), ...hintLine(hint));
}

function blockedAlert(state: Extract<ReportState, { kind: "blocked" }>): readonly Section[] {
  const lead = state.done === undefined ? "Nothing was executed" : "Nothing else was executed";
  return notice(
    "CAUTION",
    ...(state.done === undefined ? [] : [said(state.done)]),
    `**${lead}** (${code(state.reason)}). ${said(state.explanation)}`,
    ...hintLine(state.hint),
  );
}

/** Item by item, what was reviewed and what would happen now. */
function deltaSection(delta: readonly DeltaEntry[], omitted: Omitted): readonly Section[] {
  if (delta.length === 0) return [];
  const summary = `<b>What differs from what was reviewed</b> (${plural(delta.length, "item")})`;
  const open = `${detailsOpen(summary, true)}\`-\` is what was reviewed, \`+\` what would happen now.\n\n`;
  return [{ open, items: delta.map(deltaItem), separator: "\n\n", close: DETAILS_CLOSE, omitted }];
}

const DELTA_WORDS: Readonly<Record<DeltaEntry["kind"], string>> = {
  "only-reviewed": "was reviewed and would not happen now",
  "only-present": "is new since the review",
  differs: "is not what was reviewed",
};

function deltaItem({ item: name, kind, reviewed, present }: DeltaEntry): Item {
  const title = `- ${code(name)} ${DELTA_WORDS[kind]}`;
  if (reviewed === undefined && present === undefined) return { priority: 3, forms: [title] };
  const lines = folded(compareLines(reviewed?.split("\n") ?? [], present?.split("\n") ?? []), 2);
  const diff = fence(
    lines
      .slice(0, 40)
      .map((line) => line.slice(0, 300).toWellFormed())
      .join("\n"),
    "diff",
  );
  const indented = diff
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  return { priority: 3, forms: [`${title}\n${indented}`, title] };
}

const BAR = 20;

function progressLine(state: Extract<ReportState, { kind: "deploying" }>): string {
  const { done, total, startedAt, now } = state;
  const filled = total === 0 ? 0 : Math.min(BAR, Math.floor((done / total) * BAR));
  const bar = `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
  return `\`${bar}\` **${done} of ${total}** resources done, running for ${duration(now - startedAt)}${howMuchLonger(state)}.`;
}

function monitoringLine({ monitoring }: Extract<ReportState, { kind: "deploying" }>): readonly Section[] {
  if (monitoring === undefined) return [];
  const { alarms, minutes } = monitoring;
  const names = alarms.map(({ arn }) => code(alarmName(arn))).join(", ");
  const what = alarms.length === 0 ? "" : ` It rolls back if one of these alarms fires: ${names}.`;
  return [block(0, `All resources are done. CloudFormation monitors the stack for ${minutes} min.${what}`)];
}

/** @param waits whether some of the changes that are shown are not in effect */
function deployedLine(view: ReportView, waits = false): string {
  const what = view.changes === undefined || waits ? [] : [`**${text(changesText(view))}**`];
  const links = [link("stack", view.links.stack), link("run", view.links.run)];
  return [...what, ...planAndReality(view), ...links].join(" · ");
}

function outputsTable(outputs: readonly StackOutput[], omitted: Omitted): readonly Section[] {
  return tableSection({
    summary: `<b>Outputs</b> (${outputs.length})`,
    head: ["Output", "Value", "Description"],
    rows: outputs.map(({ key, value, description }) => ({
      priority: 3,
      forms: [
        tableRow([
          cellCode(key),
          cellCode(value, 300),
          description === undefined ? "" : cell(description, 200),
        ]),
      ],
    })),
    omitted,
    open: true,
  });
}

function deployFailed({
  end,
  cause,
  nextStep,
}: Extract<ReportState, { kind: "deploy-failed" }>): readonly Section[] {
  const known = cause ?? causeOf(end);
  const failing = failingOf(end);
  const isDone = end.kind === "failed" || (end.kind === "succeeded" && end.unread === undefined);
  return notice(
    isDone || failing !== undefined ? "CAUTION" : "WARNING",
    `**${failing === undefined ? endWords(end) : failingWords(failing)}**`,
    ...(known === undefined ? [] : causeLines(known, failureOf(end))),
    ...hintLine(known?.hint),
    ...(failing === undefined ? [] : [endWords(end)]),
    ...hintLine(adviceOf(end)),
    ...(end.kind === "failed" && end.rollbackCause !== undefined && !wasCalledOff(end)
      ? rollbackLines(end.rollbackCause)
      : []),
    ...(nextStep === "" ? [] : [`**The stack now:** ${instructions(nextStep)}`]),
  );
}

function rollbackLines(cause: RootCause): readonly string[] {
  const where = code([...cause.stackPath, cause.logicalId].join("/"));
  return [
    `The rollback failed as well, at ${where} (${code(cause.type)}), ${code(cause.status)}:`,
    quotation(cause.reason),
    ...hintLine(cause.hint),
  ];
}
