/** Names and values of one text, in its order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** The pairs, up to the one that cannot be read as SAM reads it: then what is wrong, as a sentence about the text. */
export interface ReadPairs {
  readonly pairs: Pairs;
  readonly problem?: string;
}

// As CfnParameterOverridesType in aws-sam-cli's samcli/cli/types.py has them: a value is quoted, or goes on to the next space.
const KEY = `([A-Za-z0-9"']+)`;
const VALUE = String.raw`("(?:\\[^\n]|[^"\\])*"|'(?:\\[^\n]|[^'\\])*'|(?:\\[^\n]|[^ "\\])+)`;
const LONG = `ParameterKey=${KEY},ParameterValue=${VALUE}`;
const SHORT = `${KEY}=${VALUE}`;

/**
 * Reads SAM's `parameter_overrides` in one text: `A=1 B="x y"`, or `ParameterKey=A,ParameterValue=1 …` (one such makes all
 * of them so). SAM finds its pairs anywhere in the text and leaves out what stands between them, and a line break is a
 * part of a value without quotes: both are problems here, for nobody means that.
 */
export function overridePairs(source: string): ReadPairs {
  const text = source.trim();
  const isLong = new RegExp(LONG).test(text);
  const pair = new RegExp(isLong ? LONG : SHORT, "y");
  // A short pair is one for SAM where a space stands before it.
  const gap = isLong ? /\s+/y : /\s* (?=\S)/y;
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at < text.length; at = gap.lastIndex) {
    pair.lastIndex = at;
    const [, name = "", value = ""] = pair.exec(text) ?? [];
    if (name === "") return { pairs, problem: notRead(text, at) };
    if (!/^(["']).*\1$/s.test(value) && /[^\S ]/.test(value)) return { pairs, problem: BREAK };
    pairs.push([unquoted(name), unquoted(value)]);
    gap.lastIndex = pair.lastIndex;
    if (pair.lastIndex === text.length) break;
    if (!gap.test(text))
      return { pairs, problem: /[\r\n]/.test(text[pair.lastIndex] ?? "") ? UNSEEN : SKIPPED };
  }
  return pairs.length > 0 ? { pairs } : { pairs, problem: SKIPPED };
}

const QUOTES =
  'Put a value with spaces or quotes in double quotes (\\" for one inside), or write a list of them.';
const SKIPPED = `SAM finds no Key=Value here and would leave this out. ${QUOTES}`;
const BREAK =
  'SAM takes a tab or a line break for a part of the value before it. Write a list of "Key=Value", or one line.';
const UNSEEN =
  "SAM sees no Key=Value that stands behind a line break without a space before it. Indent the line.";

function notRead(text: string, at: number): string {
  const isEmpty = new RegExp(`${KEY}=(?:\\s|$)`, "y");
  isEmpty.lastIndex = at;
  return isEmpty.test(text) ? 'SAM leaves out a name with nothing after its "="; write Key="".' : SKIPPED;
}

/**
 * Reads SAM's `tags` of one text, as CfnTags in the same file does: with one `=` it is one tag, spaces and all; otherwise
 * tags with spaces between them. Of what its several ways of reading make of quotes, only what is plain is taken.
 */
export function tagPairs(source: string): ReadPairs {
  if (source.split("=").length === 2) return oneTag(source);
  const text = source.trim();
  const tag = /([^\s"'=\\]+)=("(?:[^"\\\s]| )*"|'(?:[^'\\\s]| )*'|[^\s"'=\\]*)(?:\s+|$)/y;
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at < text.length; at = tag.lastIndex) {
    tag.lastIndex = at;
    const [, name, value] = tag.exec(text) ?? [];
    if (name === undefined || value === undefined) return { pairs, problem: TAGS };
    pairs.push([name, unquoted(value)]);
  }
  return hasOneMeaning(source, pairs) ? { pairs } : { pairs: [], problem: TAGS };
}

const TAGS =
  'SAM may read this otherwise than it looks. Write a list with one "Key=Value" each, and a value with "=" in it in quotes.';

function oneTag(source: string): ReadPairs {
  const [name = "", value = ""] = source.split("=").map(unquoted);
  const isOdd = name.trim() !== name || value.trim() !== value || /^$|"/.test(name) || value.includes('"');
  return isOdd ? { pairs: [], problem: TAGS } : { pairs: [[name, value]] };
}

/** Whether none of SAM's ways to read tags comes to something else. */
function hasOneMeaning(source: string, pairs: Pairs): boolean {
  const isAllPairs = source.split(" ").every((word) => word.split("=").length === 2);
  const values = new Set(pairs.map(([, value]) => value));
  const hasLines = /[^\S ]/.test(source);
  // The first way splits at single spaces, quotes or not, and at nothing else: a line break then belongs to a value.
  if (isAllPairs && (hasLines || [...values].some((value) => value.includes(" ")))) return false;
  // The last way, for a quoted =, finds pairs behind spaces only, and none without a value.
  if (pairs.some(([, value]) => value.includes("=")) && (hasLines || values.has("") || source.includes("'")))
    return false;
  // The second way has an underscore for each space of a quoted value meanwhile, and takes the first that looks so back.
  return new Set([...values].map((value) => value.replaceAll(" ", "_"))).size === values.size;
}

/** A text without the quotes around it, and with the quotes and spaces inside that a backslash escapes. Other backslashes stay. */
export function unquoted(text: string): string {
  const quote = text[0];
  const isWrapped = (quote === '"' || quote === "'") && text.endsWith(quote);
  const inner = isWrapped ? text.slice(1, -1) : text;
  return inner.replaceAll("\\ ", " ").replaceAll('\\"', '"').replaceAll("\\'", "'");
}
