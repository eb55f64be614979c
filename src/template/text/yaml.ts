import { Composer, type CST, type Document, Lexer, LineCounter, Parser, type YAMLParseError } from "yaml";
import { syntaxError } from "../problems.ts";
import { MAX_DEPTH, type Quoting } from "./json.ts";
import { locator } from "./place.ts";
import { yamlSyntaxMessage } from "./yamlErrors.ts";
import { cutOff, loosened, watch } from "./yamlLooseness.ts";
import { type ParsedYaml, readDocument } from "./yamlNodes.ts";

/**
 * Reads YAML into the JSON that CloudFormation would see, with the place of every value: short forms become long
 * ones, anchors, aliases and merge keys are expanded (CloudFormation itself has none, so what is sent has none).
 * Throws `invalid-template` for a syntax error. The document's own problems are returned, all of them.
 */
export function parseYaml(text: string, file: string, quoting: Quoting = "quotes"): ParsedYaml {
  const locate = locator(text, file);
  const fail = (offset: number, message: string): never => {
    throw syntaxError(text, locate(offset), message, "Correct the YAML; an editor shows the same place.");
  };
  const tokens = looseTokens(text, fail);
  const document = compose(text, tokens, fail);
  const [error] = [...document.errors].sort((left, right) => left.pos[0] - right.pos[0]);
  if (error !== undefined) failAt({ text, tokens, quoting }, error, fail);
  return readDocument(document, text, quoting);
}

type Fail = (offset: number, message: string) => never;

function compose(text: string, tokens: readonly CST.Token[], fail: Fail): Document.Parsed {
  // The failsafe schema reads every scalar as text; yamlScalars.ts then decides as CloudFormation does.
  const composer = new Composer({
    schema: "failsafe",
    uniqueKeys: false,
    merge: false,
    // SnakeYAML wants no white space between a value and the comment after it.
    strict: false,
    lineCounter: new LineCounter(),
  });
  const [first, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  if (second !== undefined) {
    fail(second.range[0], 'A second YAML document starts here ("---"); a template is one document.');
  }
  if (first === undefined) return fail(0, "The file is empty.");
  return first;
}

function failAt(
  {
    text,
    tokens,
    quoting,
  }: { readonly text: string; readonly tokens: readonly CST.Token[]; readonly quoting: Quoting },
  error: YAMLParseError,
  fail: Fail,
): never {
  const end = Math.min(error.pos[0], text.length);
  // An open quote is noticed at the end of the text; it is at its start that it can be closed.
  const offset = error.code === "MISSING_CHAR" ? (quoteEndingAt(tokens, end) ?? end) : end;
  return fail(offset, yamlSyntaxMessage(error, text, offset, quoting));
}

function quoteEndingAt(tokens: readonly CST.Token[], end: number): number | undefined {
  const pending = [...tokens];
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    const source = "source" in token && token.type.endsWith("-quoted-scalar") ? token.source : "";
    if (source !== "" && token.offset <= end && token.offset + source.length >= end) return token.offset;
    pending.push(...children(token));
  }
  return undefined;
}

/** The tokens of the text, brackets and quotes with lines that YAML 1.2 would want indented included. */
function looseTokens(text: string, fail: Fail): readonly CST.Token[] {
  const { tokens, cutOffAt } = parseTokens(text, text, fail, true);
  return cutOffAt === undefined ? tokens : parseTokens(text, loosened(text, cutOffAt), fail, false).tokens;
}

/**
 * The tokens of the text's first documents, or where a bracket or quote is cut off. Brackets and quotes are found in
 * `loose`; what is in them is the text's. Nesting is limited while the parser builds it: the composer after it is
 * recursive, and endless brackets would cost gigabytes.
 */
function parseTokens(
  text: string,
  loose: string,
  fail: Fail,
  isWatched: boolean,
): { readonly tokens: readonly CST.Token[]; readonly cutOffAt?: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const seen = watch();
  let documents = 0;
  for (const lexeme of new Lexer().lex(loose)) {
    const from = seen.at;
    const isContent = seen.isText || /^["']/.test(lexeme);
    const cutOffAt = cutOff(seen, lexeme);
    if (cutOffAt !== undefined && isWatched) return { tokens, cutOffAt };
    for (const token of parser.next(isContent ? text.slice(from, seen.at) : lexeme)) {
      tokens.push(token);
      if (token.type === "document") documents += 1;
      if (token.type === "directive" && !/^%(?:YAML|TAG)\b/.test(token.source)) {
        fail(
          token.offset,
          'A line that starts with "%" is a YAML directive, and this one does not exist; put text in quotes.',
        );
      }
    }
    if (parser.stack.length > MAX_DEPTH + 1) {
      fail(
        parser.offset,
        `Nested more than ${MAX_DEPTH} levels deep; no CloudFormation template needs that.`,
      );
    }
    // A second document is an error whatever follows it.
    if (documents === 2) return { tokens };
  }
  return { tokens: [...tokens, ...parser.end()] };
}

function children(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((node) => node !== undefined && node !== null),
  );
}
