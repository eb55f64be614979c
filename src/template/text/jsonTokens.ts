import type { Cursor } from "./json.ts";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Steps over JSON's white space: space, tab, LF, CR and nothing else. */
export function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at += 1;
  }
}

/** Reads a number; `undefined` when there is none here. `spelling` when JavaScript would write it otherwise. */
export function jsonNumber(cursor: Cursor): { value: number; spelling?: string } | undefined {
  NUMBER.lastIndex = cursor.at;
  const text = NUMBER.exec(cursor.text)?.[0];
  if (text === undefined) return undefined;
  const end = cursor.at + text.length;
  const next = cursor.text[end] ?? "";
  if (/[\w.+]/.test(next)) badNumber(cursor, end);
  const value = Number(text);
  if (!Number.isFinite(value)) cursor.fail(cursor.at, "This number is out of range.");
  cursor.at = end;
  return String(value) === text ? { value } : { value, spelling: text };
}

function badNumber(cursor: Cursor, end: number): never {
  const whole = /[\w.+-]*/y;
  whole.lastIndex = cursor.at;
  const text = whole.exec(cursor.text)?.[0] ?? "";
  const zero = /^-?0\d/.test(text) ? " JSON numbers have no leading zero." : "";
  return cursor.fail(
    zero === "" ? end : cursor.at,
    `${cursor.quoting === "quotes" ? text : "This"} is not a JSON number.${zero} Put it in double quotes if text is meant.`,
  );
}

/** Reads a string in double quotes, which the cursor stands on. */
export function jsonString(cursor: Cursor): string {
  const open = cursor.at;
  cursor.at += 1;
  let value = "";
  for (;;) {
    PLAIN.lastIndex = cursor.at;
    const plain = PLAIN.exec(cursor.text)?.[0] ?? "";
    value += plain;
    cursor.at += plain.length;
    const next = cursor.text[cursor.at];
    if (next === '"') {
      cursor.at += 1;
      return value;
    }
    value += next === "\\" ? escaped(cursor) : control(cursor, next, open);
  }
}

function escaped(cursor: Cursor): string {
  const at = cursor.at;
  const letter = cursor.text[at + 1] ?? "";
  const simple = ESCAPES[letter];
  cursor.at += 2;
  if (simple !== undefined && Object.hasOwn(ESCAPES, letter)) return simple;
  if (letter !== "u") {
    cursor.fail(at, `"\\${letter}" is not a JSON escape; a backslash itself is written \\\\.`);
  }
  const hex = cursor.text.slice(cursor.at, cursor.at + 4);
  if (!/^[0-9a-fA-F]{4}$/.test(hex)) cursor.fail(at, "\\u takes four hexadecimal digits, as in \\u00e9.");
  cursor.at += 4;
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** JSON forbids U+0000 to U+001F in strings; the other control characters (U+007F and on) it allows. */
function control(cursor: Cursor, character: string | undefined, open: number): string {
  if (character === undefined) {
    return cursor.fail(open, 'This string is never closed: a closing double quote (") is missing.');
  }
  if (character === "\n" || character === "\r") {
    cursor.fail(open, "A line ends inside this string. Close it, or write the line break as \\n.");
  }
  const code = character.charCodeAt(0);
  if (code < 0x20) {
    const written = character === "\t" ? "\\t" : `\\u${code.toString(16).padStart(4, "0")}`;
    cursor.fail(cursor.at, `A control character stands in this string; write it as ${written}.`);
  }
  cursor.at += 1;
  return character;
}
