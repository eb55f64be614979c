/** JSON in which everything that is not printable ASCII is escaped. It is the same value. */
export function asAscii(json: string): string {
  return json.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A text as CloudFormation gives it back: `?` for each character that is not ASCII, whatever it has in its place
 * (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1220).
 */
export function asReadBack(text: string): string {
  return text.replaceAll(/[\u{80}-\u{10ffff}]/gu, "?");
}
