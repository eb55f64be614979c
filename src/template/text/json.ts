import type { Json } from "../model.ts";
import { placeText, syntaxError } from "../problems.ts";
import { unexpected } from "./jsonErrors.ts";
import { jsonNumber, jsonString, skipSpace } from "./jsonTokens.ts";
import { locator, type Placed } from "./place.ts";

/** Nesting past this is refused: CloudFormation needs a fraction of it, and recursion stays bounded. */
export const MAX_DEPTH = 200;

/** Where reading stands. `fail` throws at an offset. */
export interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  readonly fail: (offset: number, message: string) => never;
  readonly repeated: RepeatedKey[];
  readonly place: (offset: number) => string;
  readonly quoting: Quoting;
}

/** Whether messages may repeat text of the file: values of parameters may be secrets, a template's are not. */
export type Quoting = "quotes" | "no-quotes";

/** A key that one mapping has several times; its last value is the one that was read. */
export interface RepeatedKey {
  readonly name: string;
  /** Where it stands, in the text's order. */
  readonly offsets: readonly number[];
}

export interface ParsedText {
  readonly root: Placed;
  /** Problems that did not stop the reading. */
  readonly problems: readonly { readonly offset: number; readonly message: string }[];
  readonly repeated: readonly RepeatedKey[];
}

/**
 * Reads strict JSON (RFC 8259) with the place of every value. Comments, trailing commas and every other
 * extension are errors: CloudFormation refuses them too. Throws `invalid-template` at the first syntax error.
 */
export function parseJson(text: string, file: string, quoting: Quoting = "quotes"): ParsedText {
  const locate = locator(text, file);
  const cursor: Cursor = {
    text,
    at: 0,
    depth: 0,
    quoting,
    fail: (offset, message) => {
      throw syntaxError(text, locate(offset), message, hintFor(file));
    },
    repeated: [],
    place: (offset) => placeText(locate(offset)),
  };
  skipSpace(cursor);
  const root = readValue(cursor, cursor.at);
  skipSpace(cursor);
  if (cursor.at < text.length) unexpected(cursor, "after the end of the template");
  return { root, problems: [], repeated: cursor.repeated };
}

function hintFor(file: string): string {
  if (file.toLowerCase().endsWith(".json")) return "Correct the JSON; an editor shows the same place.";
  return 'Correct the JSON: a text that starts with "{" or "[" is read as strict JSON, whatever the file is called.';
}

function readValue(cursor: Cursor, at: number): Placed {
  const first = cursor.text[cursor.at];
  if (first === "{") return nested(cursor, () => readObject(cursor, at));
  if (first === "[") return nested(cursor, () => readArray(cursor, at));
  if (first === '"') return { value: jsonString(cursor), at, size: 1 };
  const number = jsonNumber(cursor);
  if (number !== undefined) return { ...number, at, size: 1 };
  for (const [word, value] of LITERALS) {
    if (cursor.text.startsWith(word, cursor.at) && !/\w/.test(cursor.text[cursor.at + word.length] ?? "")) {
      cursor.at += word.length;
      return { value, at, size: 1 };
    }
  }
  return unexpected(cursor, "where a value is expected");
}

const LITERALS: readonly (readonly [string, Json])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

function nested(cursor: Cursor, read: () => Placed): Placed {
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) {
    cursor.fail(
      cursor.at,
      `Nested more than ${MAX_DEPTH} levels deep; no CloudFormation template needs that.`,
    );
  }
  const placed = read();
  cursor.depth -= 1;
  return placed;
}

function readObject(cursor: Cursor, at: number): Placed {
  const open = cursor.at;
  const members = new Map<string, Placed>();
  const places = new Map<string, readonly number[]>();
  let size = 1;
  let previousEnd = step(cursor, 1);
  while (!closes(cursor, { bracket: "}", open, end: members.size > 0 ? previousEnd : undefined })) {
    const keyAt = cursor.at;
    if (cursor.text[keyAt] !== '"') unexpected(cursor, 'where a key in double quotes or "}" is expected');
    const key = jsonString(cursor);
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ":")
      unexpected(cursor, `where the ":" after the key "${key}" is expected`);
    step(cursor, 1);
    const member = readValue(cursor, keyAt);
    members.set(key, member);
    places.set(key, [...(places.get(key) ?? []), keyAt]);
    size += member.size;
    previousEnd = cursor.at;
    skipSpace(cursor);
  }
  cursor.repeated.push(...repeatedKeys(places));
  const value = Object.fromEntries([...members].map(([key, member]) => [key, member.value]));
  return { value, at, members, size };
}

/** The keys of one mapping that stand in it more than once. */
export function repeatedKeys(places: ReadonlyMap<string, readonly number[]>): readonly RepeatedKey[] {
  return [...places].flatMap(([name, offsets]) => (offsets.length > 1 ? [{ name, offsets }] : []));
}

function readArray(cursor: Cursor, at: number): Placed {
  const open = cursor.at;
  const items: Placed[] = [];
  let size = 1;
  let previousEnd = step(cursor, 1);
  while (!closes(cursor, { bracket: "]", open, end: items.length > 0 ? previousEnd : undefined })) {
    const item = readValue(cursor, cursor.at);
    items.push(item);
    size += item.size;
    previousEnd = cursor.at;
    skipSpace(cursor);
  }
  return { value: items.map((item) => item.value), at, items, size };
}

interface Brackets {
  readonly bracket: "}" | "]";
  /** Where the opening one is. */
  readonly open: number;
  /** Where the member before ends, if there is one. */
  readonly end: number | undefined;
}

/** Steps over the bracket that closes, or over the comma before the next member; says which. */
function closes(cursor: Cursor, { bracket, open, end }: Brackets): boolean {
  const next = cursor.text[cursor.at];
  if (next === bracket) {
    cursor.at += 1;
    return true;
  }
  const opener = bracket === "}" ? "{" : "[";
  const unclosed = `The file ends before the "${opener}" of ${cursor.place(open)} is closed with "${bracket}".`;
  if (next === undefined) cursor.fail(cursor.text.length, unclosed);
  if (end === undefined) return false;
  if (next !== ",") afterValue(cursor, bracket, open, end);
  const comma = cursor.at;
  step(cursor, 1);
  if (cursor.text[cursor.at] === bracket) {
    cursor.fail(comma, `Trailing comma: JSON allows none before "${bracket}". Remove it.`);
  }
  if (cursor.text[cursor.at] === undefined) cursor.fail(cursor.text.length, unclosed);
  return false;
}

function afterValue(cursor: Cursor, bracket: string, open: number, end: number): never {
  const next = cursor.text[cursor.at] ?? "";
  if (/["{[\d\-tfn]/.test(next)) cursor.fail(end, 'A "," is missing after this value.');
  if (next === "}" || next === "]") {
    const opener = bracket === "}" ? "{" : "[";
    cursor.fail(
      cursor.at,
      `"${next}" stands where the "${opener}" of ${cursor.place(open)} is closed with "${bracket}".`,
    );
  }
  return unexpected(cursor, `where "," or "${bracket}" is expected`);
}

/** Steps `count` characters and over spaces; gives the offset after the step. */
function step(cursor: Cursor, count: number): number {
  cursor.at += count;
  const end = cursor.at;
  skipSpace(cursor);
  return end;
}
