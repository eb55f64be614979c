import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { read } from "./action.ts";
import { anchorsOf, files, known, linksOf, pathsIn } from "./pages.ts";

/** Those that people write; golden files and licenses are made by programs. */
const pages = files.filter((path) => path.endsWith(".md") && !/^(?:dist|test\/golden)\//.test(path));

describe("pages", () => {
  test("are all looked at", () => {
    expect(pages).toEqual(
      expect.arrayContaining(["README.md", "docs/digest.md", "docs/decisions/README.md", "CHANGELOG.md"]),
    );
  });

  test.for(pages)("%s: its links lead to what is there", (page) => {
    const wrong = linksOf(page).filter(({ path, anchor }) => !leads(path, anchor));
    expect(wrong.map(({ target }) => target)).toEqual([]);
  });

  test("a link to a file or heading that is not there is noticed", () => {
    expect([leads("docs/digest.md", "items"), leads("docs/digest.md", "outcomes")]).toEqual([true, false]);
    expect(leads("docs/product.md", "")).toBe(false);
    expect(linksOf("README.md").filter(({ anchor }) => anchor !== "").length).toBeGreaterThan(3);
    expect(linksOf("README.md").some(({ path }) => path.endsWith(".dark.png"))).toBe(true);
  });

  // IAM takes no other: GitHub's provider is shared by all who use it.
  test("a trust in GitHub's tokens is shown with aud and sub", () => {
    const shown = pages.flatMap((page) =>
      [...read(page).matchAll(/```json\n(.*?)```/gs)].map(([, block = ""]) => block),
    );
    const trusts = shown.filter((block) => block.includes("token.actions.githubusercontent.com:"));
    expect(trusts.length).toBeGreaterThan(1);
    for (const trust of trusts) for (const claim of ["aud", "sub"]) expect(trust).toContain(`.com:${claim}"`);
  });

  // README and examples show where a workflow of the reader's own goes.
  test.for(pages.filter((page) => !/^(?:README\.md|docs\/examples\/.*)$/.test(page)))(
    "%s: the paths that it names are there",
    (page) => {
      expect(pathsIn(read(page)).filter((path) => !known.has(path))).toEqual([]);
    },
  );
});

function leads(path: string, anchor: string): boolean {
  if (!known.has(path)) return false;
  return anchor === "" || !path.endsWith(".md") || anchorsOf(path).has(anchor);
}

describe("what the code cites", () => {
  const names = new Set(files.map((path) => basename(path)));
  // But for this page, whose examples are there to be found wrong.
  const sources = files.filter(
    (path) =>
      /^(?:src|test|bench|scripts)\/.*\.(?:ts|grit)$/.test(path) && path !== "test/contract/pages.test.ts",
  );

  test("are files of the repository", () => {
    const wrong = sources.flatMap((path) =>
      citationsIn(read(path))
        .filter(
          (cited) => !(cited.includes("/") ? known.has(cited) || cited.startsWith(".") : names.has(cited)),
        )
        .map((cited) => `${path}: ${cited}`),
    );
    expect(wrong).toEqual([]);
  });

  test("and no contract or section of a page that nobody has", () => {
    const away = sources.filter((path) =>
      /product (?:contract|§)|\bcontract, "|\.md §/.test(commentsIn(read(path))),
    );
    expect(away).toEqual([]);
  });

  test("a page that is not there is noticed", () => {
    expect(citationsIn('/** Why (docs/gone.md, "Items"). */')).toEqual(["docs/gone.md"]);
    expect(citationsIn(" * Source: aurora.md.\n")).toEqual(["aurora.md"]);
    expect(citationsIn("const LIMIT = 3; // see gone.md")).toEqual(["gone.md"]);
    expect(citationsIn('const page = "docs/a.md";')).toEqual([]);
  });
});

/** The pages that comments name. */
function citationsIn(text: string): readonly string[] {
  return commentsIn(text).match(/(?<![\w/.])[\w./-]*\w\.md\b/g) ?? [];
}

function commentsIn(text: string): string {
  return text
    .split("\n")
    .flatMap((line) => line.match(/(?:^\s*(?:\/\*\*|\*)|(?:^|\s)\/\/\s).*/)?.[0] ?? [])
    .join("\n");
}

describe("what a page says of a file", () => {
  const said = pages.flatMap((page) => {
    const text = read(page).replaceAll(/\s+/g, " ");
    const titles = [...text.matchAll(/\]\(([^)#]+\.test\.ts)\), "([^"]+)"/g)];
    const numbers = [...text.matchAll(/\]\(([^)#]+\.test\.ts)\), (\d+)/g)].map(([all, path, at]) => [
      all,
      path,
      `"${at}: `,
    ]);
    const functions = [...text.matchAll(/`(\w+)` in \[[^\]]+\]\(([^)#]+)\)/g)].map(([all, name, path]) => [
      all,
      path,
      name,
    ]);
    return [...titles, ...numbers, ...functions].map(([, path = "", what = ""]) => ({ page, path, what }));
  });

  test("there is something", () => {
    expect(said.length).toBeGreaterThan(10);
  });

  test.for(said)("$page: $path has $what", ({ page, path, what }) => {
    const text = read(join(dirname(page), path));
    const isWord = /^\w+$/.test(what);
    expect(
      text.match(/\w+/g)?.includes(what) === true || (!isWord && text.includes(what.replaceAll("\\", ""))),
    ).toBe(true);
  });
});

describe("docs/architecture.md", () => {
  const page = read("docs/architecture.md");

  test("names every room", () => {
    const rooms = [...known].filter((path) => /^src\/[^.]+$/.test(path));
    expect(rooms.length).toBeGreaterThan(10);
    expect(rooms.filter((room) => !page.includes(`\`${room}/\``))).toEqual([]);
  });

  test("has the place for the map of the rooms", () => {
    expect(page).toMatch(/<!-- generated: rooms -->.*<!-- \/generated -->/s);
  });
});

describe("docs/decisions", () => {
  const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-.*\.md$/.test(path)).toSorted();
  const HEADINGS = ["Context", "Decision", "Consequences", "Alternatives"];

  test("are numbered without a gap, and all in the list", () => {
    expect(decisions.map((path) => Number(basename(path).slice(0, 4)))).toEqual(
      decisions.map((_, at) => at + 1),
    );
    const listed = linksOf("docs/decisions/README.md").map(({ path }) => path);
    expect(listed).toEqual(expect.arrayContaining(decisions));
  });

  test.for(decisions)("%s has its parts", (path) => {
    const text = read(path);
    expect(text).toMatch(new RegExp(`^# ${basename(path).slice(0, 4)} `));
    expect([...text.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(HEADINGS);
  });
});
