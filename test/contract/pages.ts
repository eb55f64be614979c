import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import MarkdownIt from "markdown-it";
import { read, root } from "./action.ts";

/** Every file of the repository, as git has it or would: from the root, `/` between names. */
export const files: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
  { cwd: root, encoding: "utf8", maxBuffer: 100_000_000 },
)
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(root, path)));

/** The files and the folders that hold them. */
export const known: ReadonlySet<string> = new Set(files.flatMap((path) => [path, ...foldersOf(path)]));

/** `a/b` and `a` of `a/b/c.ts`. */
function foldersOf(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** A link of a page that stays in the repository. */
export interface Link {
  readonly target: string;
  /** From the root. */
  readonly path: string;
  /** The heading that it leads to; empty for none. */
  readonly anchor: string;
}

/** The links of a page into the repository: those on the web are left out. */
export function linksOf(page: string): readonly Link[] {
  return hrefsIn(read(page))
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = "", anchor = ""] = target.split("#");
      const path = file === "" ? page : normalize(join(dirname(page), decodeURI(file)));
      return { target, path: path.replace(/\/$/, ""), anchor };
    });
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const tokens = markdown.parse(read(page), {});
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [anchorOf(tokens[index + 1]?.children ?? [])] : [],
  );
  // One that comes again gets a number.
  const seen = new Map<string, number>();
  return new Set(
    headings.map((anchor) => {
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

/** The paths of the source that a page has in code: `src/event.ts`, also as a part of more. */
export function pathsIn(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  return spans.filter((span) => PATH.test(span)).map((span) => span.replace(/\/$/, ""));
}

const markdown = new MarkdownIt({ html: true });

const PATH = /^(?:src|test|docs|scripts|bench|templates|\.github|\.ci)\/[\w./-]*[\w/]$/;

function hrefsIn(text: string): readonly string[] {
  return markdown
    .parse(text, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap((token) => [
      token.attrGet("href") ?? [],
      token.attrGet("src") ?? [],
      token.type.startsWith("html_") ? inHtml(token.content) : [],
    ])
    .flat();
}

function inHtml(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|src|srcset)="([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** Lower case, without punctuation, hyphens for spaces. */
function anchorOf(children: readonly { readonly content: string }[]): string {
  const heading = children.map(({ content }) => content).join("");
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
