import { keyText } from "../../changes/items/model.ts";
import { DEFINITION } from "../../changes/items/templateItems.ts";
import { type Changes, type ResourceChange, resourceKey, type TemplateChange } from "../../changes/model.ts";
import { type ReplacementCertainty, replacements } from "../../changes/verdict/replacement.ts";
import type { Risk, RiskKind, Verdict } from "../../changes/verdict/verdict.ts";
import { isTagsOnly } from "./causes.ts";

/** A resource's change with what a reader must know of it. */
export interface RankedChange {
  readonly change: ResourceChange;
  /** `resourceKey`. */
  readonly key: string;
  readonly risks: readonly Risk[];
  readonly replacement: ReplacementCertainty;
  /** Loses data, acknowledged or not. */
  readonly isDestructive: boolean;
  readonly isTagsOnly: boolean;
}

/** The changes worst first: lost data, certain failure, replacement, removal, …, additions. Stable within a rank. */
export function rank(changes: Changes, verdict: Verdict | undefined): readonly RankedChange[] {
  const certainty = replacements(changes.resources);
  const risks = Map.groupBy(verdict?.risks ?? [], (risk) => risk.resource);
  return changes.resources
    .map((change) => {
      const key = resourceKey(change);
      // A resource that changes its type is removed and added under one key: the type tells whose risk it is.
      const own = (risks.get(key) ?? []).filter(({ type }) => type === change.type);
      return {
        change,
        key,
        risks: own,
        replacement: certainty.get(key) ?? "none",
        isDestructive: own.some((risk) => risk.kind === "data-loss"),
        isTagsOnly: isTagsOnly(change),
      };
    })
    .sort((a, b) => weight(a) - weight(b));
}

/** Risks of what is no listed resource: the stack itself, a nested stack that nobody can look into. */
export function otherRisks(verdict: Verdict | undefined, ranked: readonly RankedChange[]): readonly Risk[] {
  const told = new Set(ranked.flatMap(({ risks }) => risks));
  return (verdict?.risks ?? []).filter((risk) => !told.has(risk));
}

/**
 * The place of a difference in the template, and its priority: what is listed has its row and says there that it changes, so
 * that its text leaves room for what is told nowhere else, unless it is a risk.
 */
export function differenceRank(ranked: readonly RankedChange[]) {
  const entries = ranked.map(({ change: { stackPath, logicalId }, risks }, at) => {
    const name = `${DEFINITION} ${keyText(stackPath, logicalId)}`;
    return [name, { at, priority: risks.length > 0 ? 4 : 8 }] as const;
  });
  // What changes its type is listed twice: the worse comes first, and counts.
  const listed = new Map(entries.toReversed());
  return ({ name }: TemplateChange) => listed.get(name.split(" ", 2).join(" ")) ?? { at: -1, priority: 6 };
}

const RISK_WEIGHT: Readonly<Record<RiskKind, number>> = {
  "data-loss": 0,
  "will-fail": 1,
  replacement: 2,
  "possible-replacement": 4,
  interruption: 5,
  "weaker-guard": 6,
  credentials: 6,
};

function weight(ranked: RankedChange): number {
  const risk = Math.min(...ranked.risks.map(({ kind }) => RISK_WEIGHT[kind]), 99);
  return Math.min(risk, actionWeight(ranked));
}

function actionWeight({ change, replacement, isTagsOnly }: RankedChange): number {
  switch (change.action) {
    case "Remove":
      return 3;
    case "Modify":
      if (replacement !== "none") return replacement === "certain" ? 2 : 4;
      return isTagsOnly ? 9 : 7;
    case "Dynamic":
    case "SyncWithActual":
    case "Import":
      return 8;
    case "Add":
      return 10;
  }
}
