import { type Changes, resourceKey } from "../../changes/model.ts";
import { redactText } from "../../changes/redaction/redaction.ts";
import type { Finding } from "../../template/model.ts";
import { type Item, item, type Section } from "../text/budget.ts";
import { cellCode, code, DETAILS_CLOSE, detailsOpen, tableRow, text } from "../text/markdown.ts";
import { plural } from "../text/words.ts";
import { alertSection } from "./alerts.ts";
import { propertyLabel } from "./causes.ts";
import { valueCell } from "./diffs.ts";
import { tableSection } from "./settings.ts";

type Omitted = (count: number) => string;

/** What stands in the way, in full view. */
export function errorSections(findings: readonly Finding[], omitted: Omitted): readonly Section[] {
  const errors = findings.filter(({ level }) => level === "error");
  return alertSection("CAUTION", "**Found before anything was changed**", lines(errors, 1), omitted);
}

/** What validation, hooks and preflight found beside errors: folded, unless it is little. */
export function findingSections(findings: readonly Finding[], omitted: Omitted): readonly Section[] {
  const others = findings.filter(({ level }) => level !== "error");
  if (others.length === 0) return [];
  const open = detailsOpen(`<b>Validation</b> (${plural(others.length, "finding")})`, others.length <= 3);
  return [{ open, items: lines(others, 4), separator: "\n", close: DETAILS_CLOSE, omitted }];
}

function lines(findings: readonly Finding[], priority: number): readonly Item[] {
  return findings.map((finding) => item(priority, findingLine(finding)));
}

function findingLine({ level, message, location, logicalId }: Finding): string {
  const sign = level === "error" ? "❌" : level === "warning" ? "⚠️" : "ℹ️";
  const about = logicalId === undefined ? "" : `${code(logicalId)}: `;
  const place =
    location === undefined ? "" : ` (${code(`${location.file}:${location.line}:${location.column}`)})`;
  return `- ${sign} ${about}${text(redactText(message))}${place}`;
}

/** Properties that somebody changed outside of CloudFormation: what the template said, what is, what will be. */
export function driftSection(changes: Changes, omitted: Omitted): readonly Section[] {
  const rows = changes.resources.flatMap((change) =>
    change.details.flatMap((detail) => {
      if (detail.drift === undefined) return [];
      const cells = [
        cellCode(resourceKey(change)),
        cellCode(propertyLabel(detail)),
        valueCell(detail.drift.previous),
        valueCell(detail.drift.actual),
        valueCell(detail.after),
      ];
      return [{ priority: 4, forms: [tableRow(cells)] as const }];
    }),
  );
  const gone = changes.resources
    .filter(({ driftStatus }) => driftStatus === "DELETED")
    .map((change) => ({
      priority: 4,
      forms: [tableRow([cellCode(resourceKey(change)), "*deleted*", "", "*does not exist*", ""])] as const,
    }));
  const summary = `<b>Drift</b> (changed outside of CloudFormation: ${rows.length + gone.length})`;
  const head = ["Resource", "Property", "Template said", "Really is", "Will be"];
  return tableSection({ summary, head, rows: [...gone, ...rows], omitted, open: true });
}
