import { redactText } from "../../changes/redaction/redaction.ts";
import type { RootCause } from "../../stack/model.ts";
import { deleteLeft, leftBehindLead, leftBehindNext } from "../../stack/nextStep.ts";
import { item, type Section } from "../text/budget.ts";
import { oneLine } from "../text/characters.ts";
import { code, text } from "../text/markdown.ts";
import { alertSection } from "./alerts.ts";

/** What could not be deleted, a line each, with the name by which it is found in AWS: nothing else leads to it any more. */
export function leftBehindAlert(
  left: readonly RootCause[] = [],
  omitted: (count: number) => string,
): readonly Section[] {
  const lines = left.map((one) => {
    const { stackPath, logicalId, type, physicalId, reason } = one;
    const command = deleteLeft(one);
    const name = physicalId === undefined ? "" : `, ${code(physicalId)}`;
    const where = `${code([...stackPath, logicalId].join("/"))} (${code(type)}${name})`;
    return item(
      1,
      `- ${where}: ${text(redactText(oneLine(reason)), 600)}${command === undefined ? "" : ` (${code(command)})`}`,
    );
  });
  const title = `**${leftBehindLead(left)}** ${leftBehindNext(left)}`;
  return alertSection("WARNING", title, lines, omitted);
}
