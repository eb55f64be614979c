import { parse, TomlDate, TomlError, type TomlTable, type TomlValue } from "smol-toml";
import { invalidTemplate } from "../problems.ts";
import { MAX_DEPTH } from "./json.ts";
import { locator, type Placed } from "./place.ts";
import { type Mark, marksOf } from "./tomlMarks.ts";

/**
 * Reads TOML with the place of every value as far as the line of its statement. A number has its `plain` text where that is
 * how the file spells it. Throws `invalid-template` for a syntax error; nothing of the text is in the message.
 */
export function parseToml(text: string, file: string): Placed {
  const locate = locator(text, file);
  const fail = (offset: number, message: string): never => {
    throw invalidTemplate([{ level: "error", message, location: locate(offset) }], `Correct ${file}.`);
  };
  try {
    const table = parse(text, { integersAsBigInt: true, maxDepth: MAX_DEPTH });
    return placed(table, { mark: marksOf(text), at: 0, depth: 0, source: text, fail });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const location = { file, line, column };
    throw invalidTemplate([{ level: "error", message: syntaxMessage(error), location }], `Correct ${file}.`);
  }
}

interface Around {
  /** Where this value stands, as far as that is known. */
  readonly mark: Mark | undefined;
  /** Where what holds it stands. */
  readonly at: number;
  readonly depth: number;
  /** The text of the statement. */
  readonly source: string;
  readonly fail: (offset: number, message: string) => never;
}

function placed(value: TomlValue, around: Around): Placed {
  const { mark, depth, fail } = around;
  const at = mark?.at ?? around.at;
  const source = mark?.source ?? around.source;
  if (depth > MAX_DEPTH) fail(at, `Nested more than ${MAX_DEPTH} levels deep; no list of values needs that.`);
  const inside = (child: TomlValue, childMark: Mark | undefined) =>
    placed(child, { mark: childMark, at, depth: depth + 1, source, fail });
  if (typeof value === "string" || typeof value === "boolean") return { value, at, size: 1 };
  if (typeof value === "number" || typeof value === "bigint") return placedNumber(value, at, source);
  if (value instanceof TomlDate) {
    if (!value.isDate()) fail(at, "A time has no place in a list of values; put it in quotes.");
    return { value: value.toISOString(), at, size: 1 };
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => inside(item, mark?.items[index]));
    return { value: items.map((item) => item.value), at, items, size: 1 + sizeOf(items) };
  }
  const members = new Map(
    Object.entries(value as TomlTable).map(([key, member]) => [key, inside(member, mark?.members.get(key))]),
  );
  const json = Object.fromEntries([...members].map(([key, member]) => [key, member.value]));
  return { value: json, at, members, size: 1 + sizeOf([...members.values()]) };
}

function sizeOf(values: Iterable<Placed>): number {
  let size = 0;
  for (const value of values) size += value.size;
  return size;
}

/** The parser gives a number's value and not how it is spelled: whether it stands there as it is usually written. */
function placedNumber(value: number | bigint, at: number, source: string): Placed {
  const usual = Number.isInteger(value) ? `${value}.0` : `${value}`;
  const isSpelledSo = source.split(/[^\w.+-]+/).includes(usual);
  return { value: Number(value), at, size: 1, ...(isSpelledSo ? { plain: usual } : {}) };
}

const PREFIX = "Invalid TOML document: ";

/** What the parser says, which never quotes the text, as a sentence. */
function syntaxMessage({ message }: TomlError): string {
  const [said = ""] = message.split("\n");
  const words = said.startsWith(PREFIX) ? said.slice(PREFIX.length) : "";
  return KNOWN.has(words) ? `This is not valid TOML: ${words}.` : "This is not valid TOML.";
}

const KNOWN: ReadonlySet<string> = new Set([
  "each key-value declaration must be followed by an end-of-line",
  "expected comma or end of structure",
  "illegal character in key",
  "incomplete key-value: cannot find end of key",
  "invalid value",
  "trying to redefine an already defined table or value",
  "trying to redefine an already defined value",
  "unexpected end of key",
  "unfinished array",
  "unfinished string",
  "unfinished table",
  "unrecognised escape sequence",
]);
