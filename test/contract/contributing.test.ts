import { describe, expect, test } from "vitest";
import { read } from "./action.ts";
import { files, known, pathsIn } from "./pages.ts";

describe("CONTRIBUTING", () => {
  const page = read("CONTRIBUTING.md");
  const section = (title: string) => page.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = (title: string) => section(title).match(/^\| (?!---|behaviour|word)/gm) ?? [];

  test("the map names what exists, and every folder of the source", () => {
    const map = section("The map");
    expect(pathsIn(map).length).toBeGreaterThan(15);
    const folders = [...known].filter((path) => /^src\/[^/.]+$/.test(path));
    expect(folders.filter((folder) => !map.includes(`\`${folder}/\``))).toEqual([]);
    // Those at the root; the others are looked at with every page's.
    const names = [...map.matchAll(/`([\w.]+\/?)`/g)].map((match) => match[1] ?? "");
    expect(names.filter((name) => !known.has(name.replace(/\/$/, "")))).toEqual([]);
  });

  test("says of many behaviours in which file they are", () => {
    expect(rows("Where to find it").length).toBeGreaterThanOrEqual(15);
    expect(rows("Words").length).toBeGreaterThanOrEqual(15);
    for (const row of section("Where to find it").match(/^\| (?!---|behaviour).*$/gm) ?? [])
      expect(pathsIn(row), row).toHaveLength(1);
  });

  // A recipe is followed by its names: one that was renamed leads nowhere.
  const steps = section("Recipes").split(/\n(?=\d\. |\n)/);

  test.for(steps.filter((step) => namesIn(step).length > 0 && pathsIn(step).length > 0))(
    "a recipe's names are in the files that it names: %s",
    (step) => {
      const text = textBelow(pathsIn(step));
      expect(namesIn(step).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
    },
  );

  test("the tests and sections that a recipe quotes are there", () => {
    const text = textBelow(["test", "README.md", "docs/rendering.md", "src/flows/preflight"]);
    const quoted = [...section("Recipes").matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((title) => !text.includes(title))).toEqual([]);
  });
});

/** What is named in code and is no path: `parseInputs`. */
function namesIn(step: string): readonly string[] {
  return [...step.matchAll(/`([A-Za-z]\w+)`/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => !RESULTS.has(name));
}

/** Values, not names. */
const RESULTS = new Set(["blocked", "failed"]);

/** All that is in these files and in those below these folders. */
function textBelow(paths: readonly string[]): string {
  const isBelow = (path: string) => paths.some((one) => path === one || path.startsWith(`${one}/`));
  return files
    .filter((path) => isBelow(path) && /\.(?:ts|yml|md)$/.test(path))
    .map(read)
    .join("\n");
}
