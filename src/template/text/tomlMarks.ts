import { parse, TomlError, type TomlTable, type TomlValue } from "smol-toml";
import { MAX_DEPTH } from "./json.ts";

/** Where a value of a TOML text stands. */
export interface Mark {
  /** Of its statement, or of the first that is about it. */
  at: number;
  /** The statement itself. */
  source: string;
  readonly members: Map<string, Mark>;
  readonly items: Mark[];
}

/**
 * The statement of every value of a valid TOML text. The parser gives no places, but it says where a statement ends: a
 * statement begins and ends with a line, and the shortest run of lines that is TOML by itself is one.
 */
export function marksOf(text: string): Mark {
  const root = newMark(0, text);
  let table = root;
  for (const { at, source, value } of statements(text)) {
    if (source.startsWith("[")) table = headed(root, value, { at, source });
    else note(table, value, { at, source }, 0);
  }
  return root;
}

interface Statement {
  readonly at: number;
  readonly source: string;
  readonly value: TomlTable;
}
type Origin = Pick<Statement, "at" | "source">;

/** A value of many lines is parsed at each that may be its last; hostile ones end the search, not the run. */
const MOST_PARSED = 8_000_000;

function* statements(text: string): Generator<Statement> {
  let at = 0;
  let end = 0;
  let parsed = 0;
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    end = line.index + line[0].length;
    if (at === line.index && /^\s*(?:#.*)?$/.test(line[0])) at = end;
    // Only these close what may span lines.
    if (at === end || (at < line.index && !/["'\]}]/.test(line[0]))) continue;
    parsed += end - at;
    if (parsed > MOST_PARSED) return;
    const value = parseAlone(text.slice(at, end));
    if (value === undefined) continue;
    const source = text.slice(at, end);
    const indentation = source.length - source.trimStart().length;
    yield { at: at + indentation, source: source.slice(indentation), value };
    at = end;
  }
}

function parseAlone(source: string): TomlTable | undefined {
  try {
    return parse(source, { integersAsBigInt: true });
  } catch (error) {
    if (error instanceof TomlError) return undefined;
    throw error;
  }
}

/** The table that a header opens: `[a.b]` is read as `{a: {b: {}}}`, `[[a.b]]` as `{a: {b: [{}]}}`. */
function headed(root: Mark, value: TomlTable, origin: Origin): Mark {
  let mark = root;
  let rest: TomlValue | undefined = value;
  while (rest !== undefined && !Array.isArray(rest)) {
    const [entry]: (readonly [string, TomlValue])[] = Object.entries(rest as TomlTable);
    if (entry === undefined) return mark;
    mark = child(mark, entry[0], origin);
    rest = entry[1];
    // A table of an array that was opened before is meant by its name: the last one.
    if (!Array.isArray(rest)) mark = mark.items.at(-1) ?? mark;
  }
  const item = newMark(origin.at, origin.source);
  mark.items.push(item);
  return item;
}

function child(mark: Mark, key: string, { at, source }: Origin): Mark {
  const found = mark.members.get(key);
  if (found !== undefined) return found;
  const made = newMark(at, source);
  mark.members.set(key, made);
  return made;
}

/** The values inside of a statement's value are where the statement is. */
function note(mark: Mark, value: TomlValue, origin: Origin, depth: number): void {
  if (typeof value !== "object" || Array.isArray(value) || depth > MAX_DEPTH) return;
  for (const [key, member] of Object.entries(value))
    note(child(mark, key, origin), member, origin, depth + 1);
}

function newMark(at: number, source: string): Mark {
  return { at, source, members: new Map(), items: [] };
}
