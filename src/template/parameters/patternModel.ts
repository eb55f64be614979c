/** A regular expression as a tree. Whether a value matches as a whole does not hang on greediness. */
export type Pattern =
  | { readonly kind: "characters"; readonly matches: (code: number) => boolean }
  | { readonly kind: "position"; readonly holds: (text: readonly number[], at: number) => boolean }
  | { readonly kind: "ahead"; readonly pattern: Pattern; readonly negated: boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly options: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly pattern: Pattern; readonly least: number; readonly most: number };

export type Characters = Extract<Pattern, { kind: "characters" }>;

/** Where reading a pattern stands. */
export interface Cursor {
  readonly text: string;
  readonly ignoreCase: boolean;
  at: number;
  depth: number;
}

/** Goes past `text` if it is what comes next. */
export function take(cursor: Cursor, text: string): boolean {
  if (!cursor.text.startsWith(text, cursor.at)) return false;
  cursor.at += text.length;
  return true;
}

/** Goes past what the sticky expression matches next. */
export function takeMatch(cursor: Cursor, pattern: RegExp): readonly (string | undefined)[] | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return match;
}
