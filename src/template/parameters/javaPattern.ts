import { wholeMatcher } from "./patternMatch.ts";
import { readPattern } from "./patternSyntax.ts";

/**
 * Tells of values whether they match an `AllowedPattern` as a whole. CloudFormation uses Java's regular expressions;
 * `undefined` when the pattern uses a part of them that is not known here, or would take longer than a person notices.
 */
export function patternMatcher(pattern: string): (value: string) => boolean | undefined {
  const read = readPattern(pattern);
  return read === undefined ? () => undefined : wholeMatcher(read);
}
