import { verbOfStatus } from "../../estimate/history.ts";
import { estimateText, leftText, spanText, typicalText } from "../../estimate/words.ts";
import type { ResourceProgress } from "../../stack/model.ts";
import { duration } from "../text/words.ts";
import type { ReportState, ReportView } from "../view.ts";

/** How long the changes will take, and how that is known: a line of the foot. */
export function howLong({ state, estimate }: ReportView): readonly string[] {
  if (estimate === undefined || state.kind !== "previewed") return [];
  return [`**How long**: ${estimateText(estimate)}.`];
}

/** What the plan was beside what came of it: `planned about 11 min (8 to 16), took 9 min 12 s`. */
export function planAndReality({ state, estimate }: ReportView): readonly string[] {
  if (estimate === undefined || state.kind !== "deployed") return [];
  return [`planned ${spanText(estimate.total)}, took ${duration(state.tookMs)}`];
}

/** `, about 6 min left`; empty where nobody knows. */
export function howMuchLonger({ left }: Extract<ReportState, { kind: "deploying" }>): string {
  return left === undefined ? "" : `, ${leftText(left)}`;
}

/** How long a row of the timeline was to take; `undefined` where that was not planned. */
export type Planned = (row: ResourceProgress) => string | undefined;

/** What was planned for each resource; `undefined` where there is no plan. */
export function plannedRows({ estimate }: ReportView): Planned | undefined {
  if (estimate === undefined) return undefined;
  const tasks = Map.groupBy(estimate.tasks, ({ resource }) => resource);
  return ({ stackPath, logicalId, status }) => {
    const all = tasks.get([...stackPath, logicalId].join("/")) ?? [];
    const isGoing = verbOfStatus(status) === "delete";
    // What is replaced is created by an update.
    const task = all.find(({ verb }) => (verb === "delete") === isGoing);
    return task && typicalText(task.span);
  };
}
