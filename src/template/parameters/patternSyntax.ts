import { characters, literal, readClass, readEscapedClass, readEscapedCode } from "./patternCharacters.ts";
import { type Cursor, type Pattern, take, takeMatch } from "./patternModel.ts";

/** Groups in groups past this are nobody's pattern; recursion stays bounded. */
const MAX_DEPTH = 50;

/**
 * Reads a pattern as Java does (java.util.regex.Pattern), which is what CloudFormation uses. `undefined` when it is
 * broken or uses what is not read here: back-references, look-behind, atomic groups, possessive quantifiers, class
 * unions and intersections, Unicode categories, inline flags but a leading `(?i)`.
 */
export function readPattern(text: string): Pattern | undefined {
  const ignoreCase = text.startsWith("(?i)");
  const cursor: Cursor = { text, ignoreCase, at: ignoreCase ? 4 : 0, depth: 0 };
  const pattern = readChoice(cursor);
  return cursor.at === text.length ? pattern : undefined;
}

function readChoice(cursor: Cursor): Pattern | undefined {
  const options: Pattern[] = [];
  do {
    const option = readSequence(cursor);
    if (option === undefined) return undefined;
    options.push(option);
  } while (take(cursor, "|"));
  return options.length === 1 ? options[0] : { kind: "choice", options };
}

function readSequence(cursor: Cursor): Pattern | undefined {
  const parts: Pattern[] = [];
  while (cursor.at < cursor.text.length && !"|)".includes(cursor.text[cursor.at] ?? "")) {
    const part = readAtom(cursor);
    const repeated = part === undefined ? undefined : readQuantifier(cursor, part);
    if (repeated === undefined) return undefined;
    parts.push(repeated);
  }
  return { kind: "sequence", parts };
}

function readAtom(cursor: Cursor): Pattern | undefined {
  const code = cursor.text.codePointAt(cursor.at) ?? 0;
  const character = String.fromCodePoint(code);
  cursor.at += character.length;
  switch (character) {
    case "(":
      return readGroup(cursor);
    case "[":
      return readClass(cursor);
    case "\\":
      return readEscape(cursor);
    case ".":
      return characters((each) => !LINE_ENDS.has(each));
    case "^":
      return { kind: "position", holds: (_, at) => at === 0 };
    case "$":
      return { kind: "position", holds: atLastLineEnd };
    case "*":
    case "+":
    case "?":
    case "{":
      return undefined;
    default:
      return literal(cursor, code);
  }
}

function readGroup(cursor: Cursor): Pattern | undefined {
  cursor.depth += 1;
  const look = take(cursor, "?=") ? "ahead" : take(cursor, "?!") ? "not-ahead" : undefined;
  if (look === undefined && cursor.text[cursor.at] === "?") {
    const isPlain = take(cursor, "?:") || takeMatch(cursor, /\?<[A-Za-z][A-Za-z0-9]*>/y) !== undefined;
    if (!isPlain) return undefined;
  }
  const pattern = cursor.depth > MAX_DEPTH ? undefined : readChoice(cursor);
  cursor.depth -= 1;
  if (pattern === undefined || !take(cursor, ")")) return undefined;
  return look === undefined ? pattern : { kind: "ahead", pattern, negated: look === "not-ahead" };
}

function readQuantifier(cursor: Cursor, pattern: Pattern): Pattern | undefined {
  const [least, most] = readBounds(cursor);
  if (least === undefined || most === undefined) return undefined;
  if (least === 1 && most === 1) return pattern;
  take(cursor, "?");
  // A further quantifier is possessive (a++) or broken (a**).
  if ("*+?{".includes(cursor.text[cursor.at] ?? "-")) return undefined;
  return { kind: "repeat", pattern, least, most };
}

function readBounds(cursor: Cursor): readonly [number | undefined, number | undefined] {
  if (take(cursor, "*")) return [0, Infinity];
  if (take(cursor, "+")) return [1, Infinity];
  if (take(cursor, "?")) return [0, 1];
  if (cursor.text[cursor.at] !== "{") return [1, 1];
  const [, least, comma, most] = takeMatch(cursor, /\{(\d{1,4})(,?)(\d{0,4})\}/y) ?? [];
  if (least === undefined || (comma === "" && most !== "")) return [undefined, undefined];
  const high = comma === "" ? Number(least) : most === "" ? Infinity : Number(most);
  // `{1}` and `{1,1}` look like no quantifier to the caller, and are none.
  return high < Number(least) ? [undefined, undefined] : [Number(least), high];
}

function readEscape(cursor: Cursor): Pattern | undefined {
  const letter = cursor.text[cursor.at] ?? "";
  const position = Object.hasOwn(POSITIONS, letter) ? POSITIONS[letter] : undefined;
  if (position !== undefined) {
    cursor.at += 1;
    return { kind: "position", holds: position };
  }
  const code = readEscapedCode(cursor);
  return code === undefined ? readEscapedClass(cursor) : literal(cursor, code);
}

const LINE_ENDS = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);

/** `$` and `\Z`: the end, or before the line end that is the last thing in the text. */
function atLastLineEnd(text: readonly number[], at: number): boolean {
  const rest = text.length - at;
  if (rest === 2) return text[at] === 0x0d && text[at + 1] === 0x0a;
  return rest === 0 || (rest === 1 && LINE_ENDS.has(text[at] ?? 0));
}

type Position = Extract<Pattern, { kind: "position" }>["holds"];
const POSITIONS: Readonly<Record<string, Position>> = {
  A: (_, at) => at === 0,
  z: (text, at) => at === text.length,
  Z: atLastLineEnd,
  b: (text, at) => isWord(text[at - 1]) !== isWord(text[at]),
  B: (text, at) => isWord(text[at - 1]) === isWord(text[at]),
};

function isWord(code: number | undefined): boolean {
  return code !== undefined && /\w/.test(String.fromCodePoint(code));
}
