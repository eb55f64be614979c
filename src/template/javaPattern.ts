import { matchesWhole } from "./patternMatch.ts";
import { readPattern } from "./patternSyntax.ts";

/**
 * Whether `value` matches an `AllowedPattern` as a whole. CloudFormation uses Java's regular expressions; `undefined`
 * when the pattern uses a part of them that is not known here, or would take longer than a person notices.
 */
export function matchesPattern(pattern: string, value: string): boolean | undefined {
  const read = readPattern(pattern);
  return read === undefined ? undefined : matchesWhole(read, value);
}
