import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import MarkdownIt, { type Token } from "markdown-it";

const GOLDEN = new URL("../test/golden/", import.meta.url);
const GALLERY = new URL("../docs/gallery/", import.meta.url);
const STORIES = new URL("stories/", GALLERY);

/** Renders every golden report and overview to `docs/gallery/` as it looks on GitHub. */
export function renderGallery(): readonly string[] {
  mkdirSync(GALLERY, { recursive: true });
  const css = readFileSync(
    createRequire(import.meta.url).resolve("github-markdown-css/github-markdown.css"),
    "utf8",
  );
  writeFileSync(new URL("gallery.css", GALLERY), `${css}\n${PAGE_CSS}`);
  const reports = rendered("report/", "");
  const overviews = rendered("overview/", "overview-");
  const list = (names: readonly string[]) =>
    names.map((name) => `<li><a href="${name}.html">${name}</a></li>`).join("\n");
  writeFileSync(
    new URL("index.html", GALLERY),
    galleryPage(
      "Gallery",
      `<h2>Reports</h2>\n<ul>\n${list(reports)}\n</ul>\n<h2>Overviews</h2>\n<ul>\n${list(overviews)}\n</ul>${stories()}`,
    ),
  );
  return [...reports, ...overviews];
}

/** Renders a folder of golden files; the pages' names. */
function rendered(folder: string, prefix: string): readonly string[] {
  const from = new URL(folder, GOLDEN);
  return readdirSync(from)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => {
      const name = `${prefix}${file.slice(0, -".md".length)}`;
      const html = toHtml(readFileSync(new URL(file, from), "utf8"));
      writeFileSync(new URL(`${name}.html`, GALLERY), galleryPage(name, html));
      return name;
    });
}

/** What databases go through, with their logs: `npm run gallery:stories` plays them. */
function stories(): string {
  const pages = existsSync(STORIES) ? readdirSync(STORIES).sort() : [];
  const list = pages.map((file) => `<li><a href="stories/${file}">${file.replace(".html", "")}</a></li>`);
  return pages.length === 0 ? "" : `\n<h2>Stories, with their logs</h2>\n<ul>\n${list.join("\n")}\n</ul>`;
}

/** GitHub's look: tables, alerts and coloured diffs. The HTML that our reports hold themselves is passed on. */
export function toHtml(markdown: string): string {
  const md = new MarkdownIt({ html: true, linkify: true, highlight });
  md.linkify.set({ fuzzyLink: false });
  md.use(alerts);
  return md.render(markdown);
}

function highlight(code: string, language: string): string {
  const escaped = new MarkdownIt().utils.escapeHtml(code);
  // What starts with `<pre` is taken as it is, without a `<pre><code>` around it.
  if (language === "mermaid") return `<pre class="mermaid">${escaped}</pre>`;
  if (language !== "diff") return escaped;
  return escaped.split("\n").map(diffLine).join("\n");
}

const DIFF_CLASSES: Readonly<Record<string, string>> = {
  "+": "pl-mi1",
  "-": "pl-md",
  "!": "pl-mc",
  "@": "pl-mdr",
};

function diffLine(line: string): string {
  const style = DIFF_CLASSES[line[0] ?? ""];
  return style === undefined ? line : `<span class="${style}">${line}</span>`;
}

/** GitHub's alerts: a quotation that begins with `[!KIND]`. */
function alerts(md: MarkdownIt): void {
  md.core.ruler.push("alerts", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 2];
      const kind = /^\[!(CAUTION|WARNING|NOTE|IMPORTANT|TIP)\]\n?/.exec(inline?.content ?? "");
      if (token.type !== "blockquote_open" || inline?.type !== "inline" || kind?.[1] === undefined) continue;
      const closing = tokens.find(
        (it, at) => at > index && it.type === "blockquote_close" && it.level === token.level,
      );
      token.tag = "div";
      if (closing !== undefined) closing.tag = "div";
      token.attrSet("class", `markdown-alert markdown-alert-${kind[1].toLowerCase()}`);
      inline.children = inline.children?.slice(inline.children[1]?.type === "softbreak" ? 2 : 1) ?? [];
      const title = new (token.constructor as typeof Token)("html_block", "", 0);
      title.content = `<p class="markdown-alert-title">${kind[1][0]}${kind[1].slice(1).toLowerCase()}</p>\n`;
      tokens.splice(index + 1, 0, title);
    }
  });
}

// A comment on github.com is this wide on a laptop.
const PAGE_CSS = `
body { margin: 0; background: light-dark(#fff, #0d1117); color-scheme: light dark; }
.markdown-body { box-sizing: border-box; max-width: 860px; margin: 16px auto; padding: 16px;
  border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; font-size: 14px; }
.pl-mc { color: #9a6700; }
`;

/** Draws the graphs with the installed Mermaid; without it they are shown as text. A closed section has no size to draw in. */
const DRAW = `<script src="../../node_modules/mermaid/dist/mermaid.min.js"></script>
<script>
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  globalThis.mermaid?.initialize({ startOnLoad: false, theme: dark ? "dark" : "default" });
  const draw = (within) => globalThis.mermaid?.run({ nodes: within.querySelectorAll("pre.mermaid") });
  for (const section of document.querySelectorAll("details")) {
    section.addEventListener("toggle", () => section.open && draw(section));
    if (section.open) draw(section);
  }
</script>`;

/** @param up the way from the page's folder to the gallery's */
export function galleryPage(title: string, body: string, up = ""): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${title}</title><link rel="stylesheet" href="${up}gallery.css"></head>`,
    `<body><article class="markdown-body">\n${body}</article>`,
    ...(body.includes('class="mermaid"') ? [DRAW.replace("../../", `../../${up}`)] : []),
    "</body></html>\n",
  ].join("\n");
}

if (import.meta.main) console.log(`${renderGallery().length} reports rendered to docs/gallery`);
