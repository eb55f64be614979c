import { KNOWN_CAUSES } from "./knownCauses.ts";

/**
 * The next step for a well-known cause of a failed resource, stack or change set; `undefined` for any other. The first
 * entry that fits wins, so the special ones stand before the general ones.
 */
export function hintFor(type: string, reason: string): string | undefined {
  for (const known of KNOWN_CAUSES) {
    const match = known.type === undefined || known.type.test(type) ? reason.match(known.reason) : null;
    if (match !== null) return typeof known.hint === "string" ? known.hint : known.hint(match);
  }
  return undefined;
}
