import type { Token } from "markdown-it";
import { expect } from "vitest";
import { parse, reactions, textNodes } from "./hostile.ts";

const OWN_HTML =
  /^(<details( open)?><summary>(<b>[^<>]*<\/b>|<code>[^<>]*<\/code>|[^<>])*<\/summary>|<\/details>|<!-- aurora-deploy-action [\w.=%: -]*-->)$/;

/** Checks a document's tree: the only HTML, links and structure in it are ours. */
export function expectOurs(markdown: string, ownLinks: RegExp): readonly Token[] {
  const tokens = parse(markdown);
  expect(tokens.flatMap((token) => strange(token, ownLinks))).toEqual([]);
  expect(reactions(textNodes(tokens))).toEqual([]);
  const html = tokens.flatMap(({ type, content }) => (type === "html_block" ? [content] : [])).join("");
  expect(html.split("<details").length).toBe(html.split("</details>").length);
  expect(tokens.filter(({ type }) => type === "heading_open")).toHaveLength(1);
  return tokens;
}

// One assertion a document, not one a token: ten thousand documents are parsed here.
function strange(token: Token, ownLinks: RegExp): readonly string[] {
  switch (token.type) {
    case "html_block":
      return token.content
        .trim()
        .split("\n")
        .filter((line) => !OWN_HTML.test(line));
    case "html_inline":
      return token.content === "<br>" ? [] : [token.content];
    case "link_open":
      return ownLinks.test(String(token.attrGet("href"))) ? [] : [String(token.attrGet("href"))];
    case "image":
    case "hr":
    case "code_block":
    case "ordered_list_open":
      return [token.type];
    default:
      return [];
  }
}
