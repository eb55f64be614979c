import type { Cursor } from "./json.ts";

const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  NULL: "null",
  TRUE: "true",
  FALSE: "false",
};

/** Throws for the character at the cursor, with what is wrong about it as far as that can be told. */
export function unexpected(cursor: Cursor, where: string): never {
  const { text, at } = cursor;
  const next = text[at];
  if (next === undefined) return cursor.fail(at, `The file ends ${where}.`);
  if (text.startsWith("//", at) || text.startsWith("/*", at) || next === "#") {
    return cursor.fail(
      at,
      'JSON has no comments. Remove it, or keep the text in a "Description" or "Metadata".',
    );
  }
  if (next === "'") return cursor.fail(at, "JSON strings take double quotes, not single ones.");
  if (next === "\u201c" || next === "\u201d") {
    return cursor.fail(at, 'This is a typographic quote; JSON strings take plain double quotes (").');
  }
  if (/[A-Za-z_$]/.test(next)) return cursor.fail(at, word(cursor, where));
  if (next === ",") return cursor.fail(at, `A "," stands ${where}; remove it or add what is missing.`);
  if (next === "+" || next === ".") return cursor.fail(at, `No JSON number starts with "${next}".`);
  return cursor.fail(at, `${named(text, at)} stands ${where}.`);
}

function word({ text, at, quoting }: Cursor, where: string): string {
  const found = /[\w$:.-]*/y;
  found.lastIndex = at;
  const name = (found.exec(text)?.[0] ?? "").slice(0, 60);
  const right = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (right !== undefined) return `JSON writes ${name} as ${right}.`;
  if (quoting === "no-quotes") return `Text without quotes stands ${where}; put it in double quotes.`;
  const bare = name.replace(/:$/, "");
  return `${bare} stands ${where}; text takes double quotes: "${bare}".`;
}

function named(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const printable = code > 0x20 && code < 0x7f;
  return printable
    ? `"${String.fromCodePoint(code)}"`
    : `The character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
