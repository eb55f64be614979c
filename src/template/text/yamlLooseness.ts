import { Lexer } from "yaml";

/**
 * How YAML 1.1 as SnakeYAML and PyYAML read it is looser than YAML 1.2: the lines of a list or mapping in brackets,
 * and of a text in quotes, may be indented less than what they stand in. CloudFormation takes such templates (it
 * reads with SnakeYAML); the parser here, made for YAML 1.2, takes the first such line for the end.
 */

/** Lexemes of no length: a bracket was cut off, what comes next is text, a document starts. */
const CUT_OFF = "\u0018";
const TEXT_FOLLOWS = "\u001f";
const CONTROLS = ["\u0002", CUT_OFF, TEXT_FOLLOWS];

/** Watches the lexemes of a text go by. */
export interface Watch {
  /** The offset of the next lexeme. */
  at: number;
  depth: number;
  /** Where the outermost open bracket is. */
  bracketAt: number;
  isText: boolean;
}

type Range = readonly [from: number, to: number];

/** A watch at the start of a text. */
export function watch(): Watch {
  return { at: 0, depth: 0, bracketAt: 0, isText: false };
}

/**
 * Steps over a lexeme. Gives the place of the bracket or quote that was cut off by a line that is not indented
 * enough, if this lexeme shows one.
 */
export function cutOff(seen: Watch, lexeme: string): number | undefined {
  const { at, isText, depth, bracketAt } = seen;
  if (CONTROLS.includes(lexeme)) {
    seen.isText = lexeme === TEXT_FOLLOWS;
    return lexeme === CUT_OFF ? bracketAt : undefined;
  }
  seen.at += lexeme.length;
  seen.isText = false;
  if (isText) return undefined;
  if (lexeme === "[" || lexeme === "{") {
    if (depth === 0) seen.bracketAt = at;
    seen.depth += 1;
  } else if (lexeme === "]" || lexeme === "}") {
    seen.depth = Math.max(0, depth - 1);
  } else if (/^["']/.test(lexeme) && quoteEnd(lexeme, 0) !== lexeme.length) {
    return depth > 0 ? bracketAt : at;
  }
  return undefined;
}

/**
 * The text with every bracket and quote that is cut off, the first of them at `cutOffAt`, on one line: line breaks in it
 * are spaces and comments as many, so that all offsets stay. One that is never closed is left to the parser.
 */
export function loosened(text: string, cutOffAt: number): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at: number | undefined = cutOffAt; at !== undefined; ) {
    const line = onOneLine(text, at);
    if (line === undefined) break;
    pieces.push(text.slice(done, at), line);
    done = at + line.length;
    // What comes after stands on lines of its own, which say how far they are indented.
    const next = text.indexOf("\n", done) + 1;
    at = next === 0 ? undefined : firstCutOff(text, next);
  }
  return pieces.join("") + text.slice(done);
}

function firstCutOff(text: string, from: number): number | undefined {
  const seen = watch();
  for (const lexeme of new Lexer().lex(text.slice(from))) {
    const at = cutOff(seen, lexeme);
    if (at !== undefined) return from + at;
  }
  return undefined;
}

function onOneLine(text: string, start: number): string | undefined {
  const comments: Range[] = [];
  const end = /["']/.test(text[start] ?? "") ? quoteEnd(text, start) : bracketEnd(text, start, comments);
  if (end === undefined) return undefined;
  const pieces: string[] = [];
  let done = start;
  for (const [from, to] of comments) {
    pieces.push(text.slice(done, from), " ".repeat(to - from));
    done = to;
  }
  return (pieces.join("") + text.slice(done, end)).replaceAll(/[\r\n]/g, " ");
}

/** A line that ends the document, wherever it stands. */
const MARKER = /[\r\n](?:---|\.\.\.)(?:\s|$)/;

/** The offset after the quote that closes the one at `start`; a document marker in between leaves it open. */
function quoteEnd(text: string, start: number): number | undefined {
  const quoted = text[start] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
  quoted.lastIndex = start;
  const found = quoted.exec(text)?.[0];
  return found !== undefined && !MARKER.test(found) ? start + found.length : undefined;
}

/** What stands inside brackets. Whether a quote, a property or a comment is one depends on what stands before it. */
const PIECE =
  /(?<space>\s+)|(?<comment>#[^\r\n]*)|(?<indicator>[[\]{},]|[:?](?=[\s,[\]{}]|$))|(?<property>[!&][^\s,[\]{}]*)|(?<quote>["'])|[^\s,[\]{}:?#]+|[\s\S]/y;

function bracketEnd(text: string, start: number, comments: Range[]): number | undefined {
  let depth = 0;
  // Within a text without quotes a quote is a part of it, and a "#" without white space before it, too.
  let isStart = true;
  let isSpaced = true;
  for (let at = start; at < text.length; ) {
    PIECE.lastIndex = at;
    const [piece = "", ...groups] = PIECE.exec(text) ?? [];
    const [space, comment, indicator, property, quote] = groups;
    let end: number | undefined = at + piece.length;
    if (space !== undefined && MARKER.test(text.slice(end - 1, end + 4))) return undefined;
    if (comment !== undefined && isSpaced) comments.push([at, end]);
    else if (comment !== undefined || (property !== undefined && !isStart)) end = at + 1;
    else if (quote !== undefined && isStart) end = quoteEnd(text, at);
    if (end === undefined) return undefined;
    if (piece === "[" || piece === "{") depth += 1;
    if (piece === "]" || piece === "}") depth -= 1;
    if (depth === 0) return end;
    const isTransparent =
      space !== undefined || (comment !== undefined && isSpaced) || property !== undefined;
    isStart = indicator !== undefined || (isStart && isTransparent);
    isSpaced = space !== undefined || indicator !== undefined;
    at = end;
  }
  return undefined;
}
