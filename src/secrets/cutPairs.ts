import { NAME_KEYS, VALUE_KEYS } from "./pairKeys.ts";
import { REDACTED, type TextRules } from "./secretText.ts";

/** An object of the text, as far as it was read. */
interface Open {
  key: string;
  readonly names: string[];
  /** Where the texts of its value stand, within their quotes. */
  readonly values: (readonly [from: number, to: number])[];
}

/**
 * JSON that was cut off, without the texts that a member beside them names a secret's: `[{"Name":"DB_PASSWORD","Value":"x"},{"Na`.
 * Of the objects that it breaks off in, also without those that nothing names any more.
 */
export function withoutCutPairs(text: string, { isHidden, found }: TextRules): string {
  const open: Open[] = [];
  const hidden: (readonly [from: number, to: number])[] = [];
  const close = ({ names, values }: Open, isCut: boolean) => {
    if (names.some(isHidden) || (isCut && names.length === 0)) for (const one of values) hidden.push(one);
  };
  for (const { 0: token, 1: inner = "", index } of text.matchAll(TOKEN)) {
    const last = open.at(-1);
    if (open.length > DEEPEST) return REDACTED;
    if (token === "{") open.push({ key: "", names: [], values: [] });
    else if (token === "}") {
      if (last !== undefined) close(last, false);
      open.pop();
    } else if (last !== undefined && isKey(text, index + token.length)) last.key = inner;
    else {
      if (last !== undefined && NAME_KEYS.includes(last.key)) last.names.push(inner);
      for (const one of open)
        if (VALUE_KEYS.has(one.key)) one.values.push([index + 1, index + 1 + inner.length]);
    }
  }
  for (const one of open) close(one, true);
  return withoutRanges(text, hidden, found);
}

/** No property is nested so deep; each level is work for every text below it. */
const DEEPEST = 40;

/** A text of JSON, the last one perhaps without its end, and where an object begins and ends. */
const TOKEN = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)|[{}]/g;

function isKey(text: string, end: number): boolean {
  return /^\s{0,9}:/.test(text.slice(end, end + 10));
}

function withoutRanges(
  text: string,
  ranges: readonly (readonly [number, number])[],
  found: TextRules["found"],
): string {
  let [clean, end] = ["", 0];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from < end || from === to) continue;
    found(text.slice(from, to));
    clean += `${text.slice(end, from)}${REDACTED}`;
    end = to;
  }
  return clean + text.slice(end);
}
