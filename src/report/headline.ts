import type { DriftCoverage, StackDrift } from "../changes/drift.ts";
import type { ReasonCode } from "../errors.ts";
import { deployFailedText, leftText } from "./deployWords.ts";
import { destroyText } from "./destroyWords.ts";
import { failureWords } from "./doing.ts";
import { oneLine, shorten } from "./text/characters.ts";
import { countsText, duration, plural, sentence } from "./text/words.ts";
import type { ReportView } from "./view.ts";

/**
 * The report in one plain line, for the log, titles and (escaped) the comment:
 * `aurora-production · us-east-1: 1 replace, 2 modify, 1 add`.
 */
export function headline(view: ReportView): string {
  const text = endingText(view);
  const where = [view.stack, view.label, view.region].filter((part) => part !== undefined).join(" · ");
  return shorten(oneLine(isOfNoStack(view) ? sentence(text) : `${where}: ${text}`), 250);
}

/** A discovery looks for the stacks: what goes wrong with it happens to none, and in no region. */
function isOfNoStack({ state }: ReportView): boolean {
  return state.kind === "failed" && state.doing === "discover";
}

/** What happened, without the stack's name: `2 modify, 1 add`, `deployed in 8 min 20 s`, `rolled back`. */
export function endingText(view: ReportView): string {
  const { state } = view;
  switch (state.kind) {
    case "previewed":
      return `${view.changes?.target.type === "CREATE" ? "new stack, " : ""}${changesText(view)}${ifBlocked(state)}`;
    case "awaiting":
      return `to be previewed after wave ${state.by.wave}`;
    case "no-changes":
      return "no changes";
    case "failed":
      return failureWords(state.doing, state.failure.reasonCode);
    case "blocked":
      return `${countsBefore(view)}${blockedText(state.reason)}`;
    case "skipped":
      return `skipped, ${BLOCKED[state.reason] ?? state.reason}`;
    case "deploying":
      return state.monitoring === undefined
        ? `deploying, ${state.done} of ${state.total} done`
        : "deploying, all done and monitored";
    case "deployed":
      return `deployed in ${duration(state.tookMs)}${leftText(state.leftBehind)}`;
    case "deploy-failed":
      return deployFailedText(state.end);
    case "drift":
      return driftText(state.drift);
    case "out-of-date":
      return "this preview is out of date";
    case "absent":
    case "protected":
    case "destroyed":
    case "destroy-failed":
      return destroyText(state);
  }
}

/** The sign at the head of a report, by how much attention it wants. */
export function sign(view: ReportView): string {
  switch (view.state.kind) {
    case "previewed":
      return view.state.onMerge.kind !== "will-block" || verdictSign(view) !== SAFE ? verdictSign(view) : "⚠️";
    case "no-changes":
    case "skipped":
    case "absent":
      return "⚪";
    case "awaiting":
      return "⏳";
    case "failed":
    case "deploy-failed":
    case "destroy-failed":
      return "❌";
    case "blocked":
      return view.state.reason === "destructive" ? "🛑" : "⛔";
    case "deploying":
      return "🚀";
    case "protected":
      return "⛔";
    case "deployed":
      return view.state.leftBehind === undefined ? "✅" : "⚠️";
    case "destroyed":
      return "✅";
    case "drift":
      return isInSync(view.state.drift) ? "✅" : "⚠️";
    case "out-of-date":
      return "🕓";
  }
}

/** What changes, in numbers; sets without a resource say what else changes. */
export function changesText({ changes, verdict }: Pick<ReportView, "changes" | "verdict">): string {
  const resources = verdict === undefined ? "" : countsText(verdict.counts, changes?.resources);
  if (resources !== "" || changes === undefined) return resources === "" ? "no changes" : resources;
  const others = [
    changes.outputs.length > 0 ? plural(changes.outputs.length, "output") : "",
    changes.tags.length > 0 ? plural(changes.tags.length, "stack tag") : "",
    changes.parameters.length > 0 ? plural(changes.parameters.length, "parameter") : "",
    changes.settings.length > 0 ? plural(changes.settings.length, "setting") : "",
    changes.template.length > 0
      ? plural(changes.template.length, "difference in the template", "differences in the template")
      : "",
  ].filter((part) => part !== "");
  return others.length === 0 ? "no resource changes" : `only ${others.join(", ")}`;
}

/** `blocked, not reviewed`. */
export function blockedText(reason: ReasonCode): string {
  return `blocked, ${BLOCKED[reason] ?? reason}`;
}

/** What was stopped is worth its numbers too. */
function countsBefore(view: ReportView): string {
  const counts = changesText(view);
  return view.changes === undefined || counts === "no changes" ? "" : `${counts} — `;
}

/** A preview whose merge deploys nothing says so where everybody looks. */
function ifBlocked({ onMerge }: Extract<ReportView["state"], { kind: "previewed" }>): string {
  return onMerge.kind === "will-block" ? " — a merge would be blocked" : "";
}

function verdictSign({ verdict }: ReportView): string {
  switch (verdict?.level) {
    case "destructive":
      return "🛑";
    case "caution":
      return "⚠️";
    default:
      return SAFE;
  }
}

const SAFE = "🟢";

const BLOCKED: Readonly<Partial<Record<ReasonCode, string>>> = {
  unreviewed: "not reviewed",
  "stale-review": "not what was reviewed",
  "not-approved": "not approved",
  destructive: "data would be lost",
  fork: "from a fork",
  "wrong-branch": "another branch",
  "unsupported-event": "not on this event",
  draft: "a draft",
  "invalid-input": "the inputs are wrong",
  "invalid-template": "the template is wrong",
  preflight: "a preflight check failed",
  "access-denied": "a permission is missing",
  "stack-busy": "the stack is busy",
  "stack-unrecoverable": "the stack needs repair",
};

function driftText({ resources, unchecked, coverage }: StackDrift): string {
  const drifted = resources.length === 0 ? [] : [`${plural(resources.length, "resource")} drifted`];
  if (unchecked.length > 0) return [...drifted, "not everything could be checked"].join(", ");
  const { checked, leftOut, untold } = coverage;
  const all = plural(checked + leftOut.length, "resource");
  if (untold.length === 0 && isNothingChecked(coverage)) return `none of ${all} checked`;
  const left = leftOut.length === 0 ? [] : [`${leftOut.length} of ${all} not checked`];
  const limits = untold.length === 0 ? left : ["what was left out is not known"];
  return [...(drifted.length === 0 ? ["in sync"] : drifted), ...limits].join(", ");
}

function isInSync({ resources, unchecked, coverage }: StackDrift): boolean {
  return resources.length + unchecked.length === 0 && !isNothingChecked(coverage);
}

/** CloudFormation calls a stack in sync of which it can check nothing. */
function isNothingChecked({ checked, leftOut }: DriftCoverage): boolean {
  return checked === 0 && leftOut.length > 0;
}
