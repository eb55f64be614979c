import type { YAMLParseError } from "yaml";
import type { Quoting } from "./json.ts";

/** What a YAML syntax error means to someone who wrote a template, by the parser's error code. */
export function yamlSyntaxMessage(
  error: YAMLParseError,
  text: string,
  offset: number,
  quoting: Quoting,
): string {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return "A tab indents this line; YAML is indented with spaces.";
    case "BAD_INDENT":
      if (error.message.startsWith("Flow ")) {
        return "A list or mapping in brackets is still open here; close it before, or indent what belongs to it.";
      }
      return "This line is not indented like its siblings; members of one mapping or list start in one column.";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return `${sentence(error)} A value with ": " in it takes quotes, and a key is on one line with its ":".`;
    case "MISSING_CHAR":
      return missing(error, text, offset);
    case "MULTIPLE_TAGS":
      return 'A value can carry one tag only. Write the outer function in its long form, as in "Fn::Base64: !Sub …".';
    case "BAD_ALIAS":
      return 'A "*" starts an alias, and its name follows; put text that starts with "*" in quotes.';
    case "BAD_SCALAR_START":
      return `No YAML text starts with "${text[offset] ?? ""}"; put it in quotes.`;
    case "BAD_DQ_ESCAPE":
      // The parser quotes up to eight characters that follow: they may be a secret's.
      return 'A backslash in double quotes starts an escape, and this is none; write "\\\\", or put the text in single quotes.';
    case "KEY_OVER_1024_CHARS":
      return 'This key is longer than 1,024 characters; a ":" or a quote is probably missing before.';
    default:
      return quoting === "quotes" ? sentence(error) : "This is not valid YAML.";
  }
}

function missing(error: YAMLParseError, text: string, offset: number): string {
  const quote = /Missing closing ("|')quote/.exec(error.message)?.[1];
  if (quote !== undefined) return `This text is never closed: a closing ${quote} is missing.`;
  if (text[offset] === "*") return 'A "*" starts an alias in YAML; put the text in quotes.';
  return sentence(error);
}

/** The parser's own words without its place and excerpt, as one sentence. */
function sentence(error: YAMLParseError): string {
  const words = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").trim();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
