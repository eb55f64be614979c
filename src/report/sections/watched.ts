import type { Changes, WatchedAlarms } from "../../changes/model.ts";
import { redactText } from "../../changes/redaction/redaction.ts";
import type { Section } from "../text/budget.ts";
import { oneLine, shorten } from "../text/characters.ts";
import { code, DETAILS_CLOSE, detailsOpen } from "../text/markdown.ts";
import { plural } from "../text/words.ts";

/** What turns a deploy back while it runs, and some minutes after it, whether it changes or not. */
export function watchedSection({ watched }: Changes): readonly Section[] {
  if (watched === undefined) return [];
  const open = detailsOpen(`<b>Rollback alarms</b> (${watchedText(watched)})`);
  const lead = leadOf(watched);
  const lines = watched.alarms.map((alarm) => `- ${code(shorten(alarm, 400))}`);
  const forms = [[lead, ...lines].join("\n"), lead] as const;
  return [{ open, items: [{ priority: 5, forms }], separator: "", close: DETAILS_CLOSE }];
}

/** The same for the log. */
export function watchedLines({ watched }: Changes): readonly string[] {
  if (watched === undefined) return [];
  const names = watched.alarms.map((alarm) => shorten(oneLine(redactText(alarm)), 120));
  return [`  rollback alarms: ${[watchedText(watched), ...names].join(", ")}`];
}

/** `2 alarms, and 10 min after the deploy, as before`. */
function watchedText({ alarms, minutes, kept }: WatchedAlarms): string {
  const after = minutes === 0 ? "" : `, and ${minutes} min after the deploy`;
  return `${plural(alarms.length, "alarm")}${after}${kept ? ", as before" : ""}`;
}

function leadOf({ alarms, minutes }: WatchedAlarms): string {
  const after = `for ${minutes} min after the last resource is done`;
  if (alarms.length === 0) return `CloudFormation waits ${after}. It watches no alarm meanwhile.`;
  const until = minutes === 0 ? "" : `, and ${after}`;
  return `CloudFormation rolls the deploy back if one of these fires while it runs${until}:`;
}
