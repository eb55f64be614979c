import { type Characters, type Cursor, take, takeMatch } from "./patternModel.ts";

/** Reads a class behind its `[`. */
export function readClass(cursor: Cursor): Characters | undefined {
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
  const escaped = readEscapedCode(cursor);
  if (escaped !== undefined) return escaped;
  return readEscapedClass(cursor);
}

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

/** Reads the one character that stands behind a backslash, if it is one. */
export function readEscapedCode(cursor: Cursor): number | undefined {
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

/** Reads a class of characters behind a backslash: `\d`, `\p{Alpha}`. */
export function readEscapedClass(cursor: Cursor): Characters | undefined {
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

/** One character; after `(?i)` in both cases. */
export function literal({ ignoreCase }: Cursor, wanted: number): Characters {
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

/** Any character that the test takes. */
export function characters(matches: (code: number) => boolean): Characters {
  return { kind: "characters", matches };
}
