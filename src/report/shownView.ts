import type { CostChange } from "../changes/costs/model.ts";
import type { DeltaEntry } from "../changes/delta.ts";
import type { Fate } from "../changes/destroy/fate.ts";
import type { StackDrift } from "../changes/drift.ts";
import { markedSides } from "../changes/hiddenChange.ts";
import { redactNamed } from "../changes/redaction/redaction.ts";
import { parseValue } from "../changes/resourceState.ts";
import type { Failing, OperationEnd, ResourceProgress, RootCause, StackOutput } from "../stack/model.ts";
import type { Finding } from "../template/model.ts";
import type { ReportState, ReportView } from "./view.ts";

/**
 * The view without the run's secrets: every text in it that is not ours. Before it becomes Markdown, for then a secret has
 * backslashes in it, or is cut in the middle. The changes are redacted already.
 */
export function shownView(view: ReportView): ReportView {
  const { hide } = view.secrets;
  return {
    ...view,
    state: shownState(view.state, view),
    ...(view.costs === undefined ? {} : { costs: shownCosts(view.costs, hide) }),
    findings: view.findings.map((finding) => shownFinding(finding, hide)),
    history: view.history.map((entry) => ({ ...entry, text: hide(entry.text) })),
  };
}

function shownCosts(costs: CostChange, hide: Hide): CostChange {
  const side = (name: "before" | "after", text: string | undefined) =>
    text === undefined ? {} : { [name]: hide(text) };
  const lines = costs.lines.map((line) => ({
    ...{ ...line, resource: hide(line.resource) },
    ...{ ...side("before", line.before), ...side("after", line.after) },
  }));
  return { ...costs, lines };
}

type Hide = (text: string) => string;

function shownState(state: ReportState, { secrets }: ReportView): ReportState {
  const { hide } = secrets;
  switch (state.kind) {
    case "previewed":
      if (state.onMerge.kind === "executes") return state;
      return { ...state, onMerge: { ...state.onMerge, explanation: hide(state.onMerge.explanation) } };
    case "no-changes":
      return state;
    case "failed":
      return { ...state, failure: { ...hinted(state.failure, hide), message: hide(state.failure.message) } };
    case "blocked":
      return {
        ...hinted(state, hide),
        explanation: hide(state.explanation),
        ...(state.done === undefined ? {} : { done: hide(state.done) }),
        delta: state.delta.map((entry) => shownDelta(entry, hide)),
      };
    case "awaiting": {
      const { name, by } = state;
      return { ...state, name: hide(name), by: { ...by, stack: hide(by.stack), file: hide(by.file) } };
    }
    case "skipped":
    case "out-of-date":
      return { ...state, explanation: hide(state.explanation) };
    case "deploying":
      return { ...state, inProgress: state.inProgress.map((it) => identified(it, hide)) };
    case "deployed":
      return {
        ...state,
        ...(state.beside === undefined ? {} : { beside: hide(state.beside) }),
        outputs: state.outputs.map((output) => shownOutput(output, secrets)),
        ...shownLeft(state, hide),
        timeline: shownTimeline(state.timeline, hide),
      };
    case "deploy-failed":
      return {
        ...state,
        end: shownEnd(state.end, hide),
        nextStep: hide(state.nextStep),
        timeline: shownTimeline(state.timeline, hide),
        ...(state.cause === undefined ? {} : { cause: shownCause(state.cause, hide) }),
      };
    case "drift":
      return { ...state, drift: shownDrift(state.drift, secrets) };
    case "absent":
      return state;
    case "protected":
      return {
        ...state,
        ...{ explanation: hide(state.explanation), fate: shownFate(state.fate, hide) },
        obstacles: state.obstacles.map(({ what, type, why, next }) => ({
          ...{ what: hide(what), type, why: hide(why), next: hide(next) },
        })),
      };
    case "destroyed":
      return {
        ...state,
        ...{ fate: shownFate(state.fate, hide), timeline: shownTimeline(state.timeline, hide) },
        ...{ snapshots: state.snapshots.map(hide), unnamed: state.unnamed.map(hide) },
      };
    case "destroy-failed":
      return {
        ...state,
        ...{ fate: shownFate(state.fate, hide), timeline: shownTimeline(state.timeline, hide) },
        ...{ end: shownEnd(state.end, hide), nextStep: hide(state.nextStep) },
        ...{ snapshots: state.snapshots.map(hide), unnamed: state.unnamed.map(hide) },
      };
  }
}

function shownFate({ deleted, lost, kept, saved }: Fate, hide: Hide): Fate {
  const shown = (resources: Fate["lost"]) => resources.map((it) => identified(it, hide));
  return { deleted, lost: shown(lost), kept: shown(kept), saved: shown(saved) };
}

function shownFinding(finding: Finding, hide: Hide): Finding {
  return {
    ...finding,
    message: hide(finding.message),
    ...(finding.excerpt === undefined ? {} : { excerpt: hide(finding.excerpt) }),
  };
}

/** What differs from what was reviewed, as it may be shown. */
export function shownDelta(entry: DeltaEntry, hide: Hide): DeltaEntry {
  const { reviewed, present } = entry;
  return {
    ...entry,
    item: hide(entry.item),
    ...(reviewed === undefined ? {} : { reviewed: hide(reviewed) }),
    ...(present === undefined ? {} : { present: hide(present) }),
  };
}

function shownOutput(output: StackOutput, { hide, isHidden }: ReportView["secrets"]): StackOutput {
  const { description } = output;
  return {
    ...output,
    value: isHidden(output.key) ? redactNamed(output.key, output.value, isHidden) : hide(output.value),
    ...(description === undefined ? {} : { description: hide(description) }),
  };
}

function shownTimeline(timeline: readonly ResourceProgress[], hide: Hide): readonly ResourceProgress[] {
  return timeline.map((row) => identified(row, hide));
}

function shownEnd(end: OperationEnd, hide: Hide): OperationEnd {
  switch (end.kind) {
    case "failed":
      return {
        ...end,
        cause: end.cause === undefined ? undefined : shownCause(end.cause, hide),
        ...(end.rollbackCause === undefined ? {} : { rollbackCause: shownCause(end.rollbackCause, hide) }),
        ...shownLeft(end, hide),
      };
    case "succeeded": {
      const { unread } = end;
      const shown = unread && { ...hinted(unread, hide), reason: hide(unread.reason) };
      return { ...end, ...shownLeft(end, hide), ...(shown === undefined ? {} : { unread: shown }) };
    }
    case "lost-sight":
      return { ...hinted(end, hide), reason: hide(end.reason), ...shownFailing(end, hide) };
    case "timed-out":
    case "cancelled":
      return { ...end, ...shownFailing(end, hide) };
  }
}

function shownFailing(
  { failing }: { readonly failing?: Failing },
  hide: Hide,
): { readonly failing?: Failing } {
  if (failing?.cause === undefined) return failing === undefined ? {} : { failing };
  return { failing: { ...failing, cause: shownCause(failing.cause, hide) } };
}

type Stays = Pick<Extract<OperationEnd, { kind: "failed" }>, "leftBehind" | "retained" | "stuck">;

function shownLeft({ leftBehind, retained, stuck }: Stays, hide: Hide): Stays {
  const shown = (all: readonly RootCause[]) => all.map((one) => shownCause(one, hide));
  return {
    ...(leftBehind === undefined ? {} : { leftBehind: shown(leftBehind) }),
    ...(retained === undefined ? {} : { retained: shown(retained) }),
    ...(stuck === undefined ? {} : { stuck: shown(stuck) }),
  };
}

function shownCause(cause: RootCause, hide: Hide): RootCause {
  const alarms = cause.alarms?.map(({ reason = "", ...alarm }) => ({ ...alarm, reason: hide(reason) }));
  const told = { ...hinted(identified(cause, hide), hide), reason: hide(cause.reason) };
  return alarms === undefined ? told : { ...told, alarms };
}

/** What drifted, as it may be shown: a value by every name that leads to it or stands beside it. */
export function shownDrift(drift: StackDrift, { hide, isHidden }: ReportView["secrets"]): StackDrift {
  return {
    resources: drift.resources.map(({ forms: texts = [], ...resource }) => {
      const forms = texts.map(parseValue);
      const differences = resource.differences.map((it) => {
        const side = (value: string) => hide(redactNamed(it.path.split("/"), value, isHidden, forms));
        const sides = markedSides({ before: it.expected, after: it.actual }, side);
        return { ...it, path: hide(it.path), expected: sides.before ?? "", actual: sides.after ?? "" };
      });
      return { ...identified(resource, hide), differences };
    }),
    unchecked: drift.unchecked.map((it) => ({ ...it, reason: hide(it.reason) })),
    coverage: {
      ...drift.coverage,
      untold: drift.coverage.untold.map((it) => ({ ...it, reason: hide(it.reason) })),
    },
  };
}

function identified<T extends { readonly physicalId?: string }>(item: T, hide: Hide): T {
  return item.physicalId === undefined ? item : { ...item, physicalId: hide(item.physicalId) };
}

function hinted<T extends { readonly hint?: string }>(item: T, hide: Hide): T {
  return item.hint === undefined ? item : { ...item, hint: hide(item.hint) };
}
