import { KNOWN_CAUSES, type KnownCause } from "./knownCauses.ts";
import type { Remedy } from "./model.ts";

/** What helps against a well-known cause, and who can do it. */
export interface Help {
  readonly hint: string;
  readonly remedy?: Remedy;
}

/**
 * What helps against a well-known cause of a failed resource, stack or change set; `undefined` for any other. The first
 * entry that fits wins, so the special ones stand before the general ones.
 */
export function helpFor(type: string, reason: string): Help | undefined {
  for (const known of KNOWN_CAUSES) {
    const match = known.type === undefined || known.type.test(type) ? reason.match(known.reason) : null;
    if (match !== null) return helpOf(known, match);
  }
  return undefined;
}

/** The next step alone. */
export function hintFor(type: string, reason: string): string | undefined {
  return helpFor(type, reason)?.hint;
}

function helpOf({ hint, remedy }: KnownCause, match: RegExpMatchArray): Help {
  const text = typeof hint === "string" ? hint : hint(match);
  return remedy === undefined ? { hint: text } : { hint: text, remedy };
}
