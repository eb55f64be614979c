/**
 * A text with everything visible that could deceive: control characters, bidirectional overrides,
 * zero-width and tag characters are written as `⟨U+202E⟩`. Line feeds and tabs stay.
 */
export function visible(text: string): string {
  // Almost every text is plain ASCII, and the patterns below cost more than all else in a large report.
  if (PLAIN.test(text)) return text;
  const clean = text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");
  return DECEIVING.test(clean) ? clean.replace(DECEIVING_ALL, codePoint).replace(MANY_MARKS, "$1…") : clean;
}

/** One line of visible text: runs of white space become one space. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, " ").trim();
}

/** At most `limit` characters, the last being `…` where something is missing; never half a surrogate pair. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, Math.max(0, limit - 1))
    .toWellFormed()
    .replace(/\uFFFD$/, "")}…`;
}

/** Whether the text holds letters that run from right to left and would reorder their neighbours. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

const PLAIN = /^[\n\t -~]*$/;

// Format characters (bidi, zero-width, tags, invisible operators), C0 and C1 controls but tab and line feed, and what
// is neither and still shows nothing: fillers, joiners, variation selectors, reserved ignorable code points.
const DECEIVING_SOURCE =
  "[\\p{Cf}\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F" +
  "\\u2065\\u2800\\u3164\\uFE00-\\uFE0E\\uFFA0\\uFFF0-\\uFFF8\\u{E0000}-\\u{E0FFF}]" +
  // The emoji selector is no disguise where it follows an emoji.
  "|(?<!\\p{Extended_Pictographic})\\uFE0F";
const DECEIVING = new RegExp(`${DECEIVING_SOURCE}|\\p{M}{4}`, "u");
const DECEIVING_ALL = new RegExp(DECEIVING_SOURCE, "gu");
const MANY_MARKS = /(\p{M}{3})\p{M}+/gu;

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function codePoint(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `⟨U+${code}⟩`;
}
