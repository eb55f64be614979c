import { type Changes, type ResourceChange, resourceKey } from "../../changes/model.ts";
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
