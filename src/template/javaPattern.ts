/** Java's classes that JavaScript lacks (java.util.regex.Pattern), as parts of a character class. */
const CLASSES: Readonly<Record<string, string>> = {
  Lower: "a-z",
  Upper: "A-Z",
  Alpha: "a-zA-Z",
  Digit: "0-9",
  Alnum: "a-zA-Z0-9",
  XDigit: "0-9a-fA-F",
  Punct: "!-\\/:-@\\[-`{-~",
  Graph: "!-~",
  Print: " -~",
  Blank: " \\t",
  Space: " \\t\\n\\x0B\\f\\r",
  ASCII: "\\x00-\\x7F",
};

/** Escapes that mean the same in both languages; any escaped character that is no letter or digit does too. */
const SAME = new Set(["d", "D", "w", "W", "S", "b", "B", "t", "n", "r", "f", "x", "u", ..."123456789"]);

/**
 * Whether `value` matches an `AllowedPattern` as a whole. CloudFormation uses Java's regular expressions;
 * `undefined` when the pattern uses a part of them that JavaScript has not or reads differently.
 */
export function matchesPattern(pattern: string, value: string): boolean | undefined {
  const flags = /^\(\?i\)/.test(pattern) ? "i" : "";
  const source = translate(flags === "" ? pattern : pattern.slice(4));
  if (source === undefined) return undefined;
  try {
    return new RegExp(`^(?:${source})$`, flags).test(value);
  } catch {
    // Not a valid JavaScript pattern: possessive quantifiers, atomic groups, or simply broken; AWS decides.
    return undefined;
  }
}

function translate(pattern: string): string | undefined {
  let result = "";
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? "";
    if (character === "\\") {
      const written = escapeAt(pattern, index, inClass);
      if (written === undefined) return undefined;
      result += written.text;
      index += written.length - 1;
      continue;
    }
    if (inClass ? !isPlainInClass(pattern, index) : opensOddClass(pattern, index)) return undefined;
    if (character === "[") inClass = true;
    if (character === "]") inClass = false;
    result += character;
  }
  return inClass ? undefined : result;
}

/** In a Java class an inner `[` is a union and `&&` an intersection; in JavaScript both are plain characters. */
function isPlainInClass(pattern: string, index: number): boolean {
  return pattern[index] !== "[" && !pattern.startsWith("&&", index);
}

/** `[]` and `[^]` start a class with a `]` in Java and are complete classes in JavaScript; inline flags differ. */
function opensOddClass(pattern: string, index: number): boolean {
  return (
    pattern.startsWith("[]", index) ||
    pattern.startsWith("[^]", index) ||
    /^\(\?[a-zA-Z-]+[:)]/.test(pattern.slice(index))
  );
}

interface Escape {
  readonly text: string;
  readonly length: number;
}

function escapeAt(pattern: string, index: number, inClass: boolean): Escape | undefined {
  const letter = pattern[index + 1] ?? "";
  if (letter === "p" || letter === "P") return property(pattern, index, inClass);
  if (letter === "s") return { text: inClass ? " \\t\\n\\x0B\\f\\r" : "[ \\t\\n\\x0B\\f\\r]", length: 2 };
  if (letter === "A" && !inClass) return { text: "^", length: 2 };
  if ((letter === "z" || letter === "Z") && !inClass) return { text: "$", length: 2 };
  const isLetterOrDigit = /[A-Za-z0-9]/.test(letter);
  if (letter === "" || (isLetterOrDigit && !SAME.has(letter))) return undefined;
  return { text: `\\${letter}`, length: 2 };
}

function property(pattern: string, index: number, inClass: boolean): Escape | undefined {
  const match = /^\\([pP])\{(\w+)\}/.exec(pattern.slice(index));
  const members =
    match?.[2] !== undefined && Object.hasOwn(CLASSES, match[2]) ? CLASSES[match[2]] : undefined;
  if (match === null || members === undefined) return undefined;
  const negated = match[1] === "P";
  if (inClass && negated) return undefined;
  return { text: inClass ? members : `[${negated ? "^" : ""}${members}]`, length: match[0].length };
}
