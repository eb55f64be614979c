import fc from "fast-check";
import MarkdownIt, { type Token } from "markdown-it";

/** Pieces that mean something to Markdown, to GitHub, to HTML or to a terminal. */
const PIECES = [
  "@octocat",
  "@acme/team",
  "#1",
  "GH-12",
  "acme/app#7",
  "acme/app@4f2c9d1e",
  "4f2c9d1e8b7a6053",
  "GHSA-aaaa-bbbb-cccc",
  "http://evil.example",
  "https://evil.example/a?b=c",
  "www.evil.example",
  "ftp://evil.example",
  "mail@evil.example",
  "mailto:a@b.example",
  "xmpp:a@b.example",
  "//evil.example",
  "<https://evil.example>",
  "[x](https://evil.example)",
  "![x](https://evil.example/p.png)",
  "[x]: https://evil.example",
  "[^1]",
  "[^1]: note",
  "[ ]",
  "- [x] done",
  "<!--",
  "-->",
  "<!-- aurora-deploy-action stack=a region=b -->",
  "<!-- aurora-deploy-action",
  "<script>",
  "</details>",
  "<details>",
  "</summary>",
  "<summary>",
  "<img src=x>",
  "<br>",
  "</code>",
  "</table>",
  "<a href=x>",
  "<",
  ">",
  "&",
  "`",
  "``",
  "```",
  "````",
  "```diff",
  "~~~",
  "~~~~",
  "|",
  "\\",
  "\\|",
  "\\`",
  "| --- |",
  "|---|",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\u2028",
  "\u0085",
  "\t",
  "    ",
  "*",
  "**",
  "_",
  "__",
  "~~",
  "$",
  "$x^2$",
  "$$",
  ":rocket:",
  ":+1:",
  "# h",
  "\n# h\n",
  "> q",
  "> [!CAUTION]",
  "- i",
  "+ i",
  "* i",
  "1. l",
  "1) l",
  "---",
  "***",
  "===",
  "\n---\n",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u{e0041}",
  "\u0000",
  "\u001b[31m",
  "\u00ad",
  "&amp;",
  "&#64;octocat",
  "&lt;b&gt;",
  "&#124;",
  "שלום",
  "مرحبا",
  "日本",
  "🚀",
  "\ud800",
  " ",
  "a",
  "b c",
  "word",
  "1",
  ".",
  ",",
  "(",
  ")",
  '"',
  "'",
  "::notice::",
  "AWS::RDS::DBCluster",
  "%0A",
] as const;

/** Any text, rich in what could break out. */
export function hostileText(maxLength = 8): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  );
  return fc.array(piece, { maxLength }).map((pieces) => pieces.join(""));
}

const parser = new MarkdownIt({ html: true, linkify: true });
// GitHub links addresses with a scheme, `www.` and mail addresses; a bare `evil.example` stays text (GFM Spec, 6.9).
parser.linkify
  .set({ fuzzyLink: false, fuzzyEmail: true })
  .add("www.", { validate: /^[\w-]+\./ })
  .add("ftp:", "http:");

/** The tree that a GitHub-like Markdown parser makes, inline tokens in their places. */
export function parse(markdown: string): readonly Token[] {
  return parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** The text nodes of a tree as GitHub's filters see them: joined where they touch, code left out. */
export function textNodes(tokens: readonly Token[]): readonly string[] {
  const nodes: string[] = [];
  let open = false;
  for (const token of tokens) {
    const isText = token.type === "text" || token.type === "text_special" || token.type === "softbreak";
    if (!isText) {
      open = false;
      continue;
    }
    const content = token.type === "softbreak" ? "\n" : token.content;
    if (open) nodes[nodes.length - 1] += content;
    else nodes.push(content);
    open = true;
  }
  return nodes;
}

/** What GitHub would turn into a link, a ping, a picture or a formula. */
export function reactions(nodes: readonly string[]): readonly string[] {
  return nodes.flatMap((node) => REACTING.flatMap((pattern) => node.match(pattern)?.[0] ?? []));
}

const REACTING = [
  /(?:^|[^\w])@[a-z\d]/i,
  /(?:^|[^\w&])#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,64}\b/i,
  /https?:\/\/|ftp:\/\/|www\.\w/i,
  /\b(?:GHSA|CVE)-/i,
  /:[a-z][a-z0-9_+-]*:/,
  /\$/,
  /[\w.+-]+@[\w-]+\.\w/,
];

/** Links, pictures, raw HTML and headings of a tree. */
export function foreign(tokens: readonly Token[]): readonly string[] {
  const kinds =
    /^(link_open|image|html_inline|html_block|heading_open|hr|blockquote_open|bullet_list_open|ordered_list_open|code_block)$/;
  return tokens.filter(({ type }) => kinds.test(type)).map(({ type, content }) => `${type} ${content}`);
}

/** The text that a reader would see, code included. */
export function readable(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === "softbreak") return " ";
      return type === "text" || type === "text_special" || type === "code_inline" ? content : "";
    })
    .join("");
}
