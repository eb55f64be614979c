/** A regular expression as a tree. Whether a value matches as a whole does not hang on greediness. */
export type Pattern =
  | { readonly kind: "characters"; readonly matches: (code: number) => boolean }
  | { readonly kind: "position"; readonly holds: (text: readonly number[], at: number) => boolean }
  | { readonly kind: "ahead"; readonly pattern: Pattern; readonly negated: boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly options: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly pattern: Pattern; readonly least: number; readonly most: number };

type Characters = Extract<Pattern, { kind: "characters" }>;

interface Cursor {
  readonly text: string;
  readonly ignoreCase: boolean;
  at: number;
  depth: number;
}

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

function readClass(cursor: Cursor): Characters | undefined {
  const negated = take(cursor, "^");
  const members: Characters[] = [];
  // Java reads a `]` at the start as a member, other languages as the end: not decided here.
  if (cursor.text[cursor.at] === "]") return undefined;
  while (!take(cursor, "]")) {
    const member = readMember(cursor);
    if (member === undefined) return undefined;
    members.push(member);
  }
  const matches = (code: number) => members.some((member) => member.matches(code));
  return characters(negated ? (code) => !matches(code) : matches);
}

function readMember(cursor: Cursor): Characters | undefined {
  if (cursor.at >= cursor.text.length || cursor.text.startsWith("&&", cursor.at)) return undefined;
  const from = readMemberCode(cursor);
  if (from === undefined || typeof from !== "number") return from;
  const isRange = cursor.text[cursor.at] === "-" && !["]", undefined].includes(cursor.text[cursor.at + 1]);
  if (!isRange) return literal(cursor, from);
  cursor.at += 1;
  const to = readMemberCode(cursor);
  if (typeof to !== "number" || to < from) return undefined;
  return anyCase(cursor, (code) => code >= from && code <= to);
}

/** One character of a class, or a class in it; an inner `[` is a union in Java. */
function readMemberCode(cursor: Cursor): number | Characters | undefined {
  const code = cursor.text.codePointAt(cursor.at);
  if (code === undefined || cursor.text[cursor.at] === "[") return undefined;
  cursor.at += code > 0xffff ? 2 : 1;
  if (code !== 0x5c) return code;
  const escape = readEscapedCode(cursor);
  if (escape !== undefined) return escape;
  return readEscapedClass(cursor);
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

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

function readEscapedCode(cursor: Cursor): number | undefined {
  const hexadecimal = takeMatch(cursor, /(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/y);
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? "", 16);
  const code = cursor.text.codePointAt(cursor.at);
  if (code === undefined) return undefined;
  const character = String.fromCodePoint(code);
  const control = Object.hasOwn(CONTROL, character) ? CONTROL[character] : undefined;
  if (control === undefined && /[A-Za-z0-9]/.test(character)) return undefined;
  cursor.at += character.length;
  return control ?? code;
}

function readEscapedClass(cursor: Cursor): Characters | undefined {
  const [, sign, name] = takeMatch(cursor, /([pP])\{(\w+)\}/y) ?? [];
  const posix = name !== undefined && Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
  if (posix !== undefined) return ofClass(posix, sign === "P");
  if (sign !== undefined) return undefined;
  const letter = cursor.text[cursor.at] ?? "";
  const plain = Object.hasOwn(PERL, letter.toLowerCase()) ? PERL[letter.toLowerCase()] : undefined;
  if (plain === undefined) return undefined;
  cursor.at += 1;
  return ofClass(plain, letter !== letter.toLowerCase());
}

function ofClass(members: RegExp, negated: boolean): Characters {
  return characters((code) => members.test(String.fromCodePoint(code)) !== negated);
}

/** Java's `\d`, `\w`, `\s` and POSIX classes hold ASCII characters only. */
const PERL: Readonly<Record<string, RegExp>> = { d: /[0-9]/, w: /[a-zA-Z_0-9]/, s: /[ \t\n\v\f\r]/ };
const POSIX: Readonly<Record<string, RegExp>> = {
  Lower: /[a-z]/,
  Upper: /[A-Z]/,
  Alpha: /[a-zA-Z]/,
  Digit: /[0-9]/,
  Alnum: /[a-zA-Z0-9]/,
  XDigit: /[0-9a-fA-F]/,
  Punct: /[!-/:-@[-`{-~]/,
  Graph: /[!-~]/,
  Print: /[ -~]/,
  Blank: /[ \t]/,
  Space: /[ \t\n\v\f\r]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the class is all of ASCII.
  ASCII: /[\x00-\x7f]/,
};

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

function literal({ ignoreCase }: Cursor, wanted: number): Characters {
  return anyCase({ ignoreCase }, (code) => code === wanted);
}

/** `(?i)` without `(?u)` is about the letters of ASCII only. */
function anyCase({ ignoreCase }: Pick<Cursor, "ignoreCase">, matches: (code: number) => boolean): Characters {
  if (!ignoreCase) return characters(matches);
  return characters((code) => matches(code) || (isLetter(code) && matches(code ^ 0x20)));
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return code < 0x80 && lower >= 0x61 && lower <= 0x7a;
}

function characters(matches: (code: number) => boolean): Characters {
  return { kind: "characters", matches };
}

function take(cursor: Cursor, text: string): boolean {
  if (!cursor.text.startsWith(text, cursor.at)) return false;
  cursor.at += text.length;
  return true;
}

function takeMatch(cursor: Cursor, pattern: RegExp): readonly (string | undefined)[] | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return match;
}
