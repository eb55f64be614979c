import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import config from "../../vitest.config.ts";
import { root } from "./action.ts";

interface Project {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

const { projects: given = [] } = config.test ?? {};
const projects = given.map((project) => (project as { readonly test: Project }).test);

function filesOf({ include, exclude = [] }: Project): readonly string[] {
  return globSync(include, { cwd: root, exclude: [...exclude] });
}

test("every test file is in one project, and in one only", () => {
  const all = globSync("test/**/*.test.ts", { cwd: root });
  expect(all.length).toBeGreaterThan(100);
  expect(projects.flatMap(filesOf).toSorted()).toEqual(all.toSorted());
});

// A file that was moved or renamed would go to another project unnoticed.
test.for(projects)("every pattern of $name finds files", ({ name, include }) => {
  for (const pattern of include) expect(filesOf({ name, include: [pattern] }), pattern).not.toEqual([]);
});

// A test that has a minute of its own fails on a machine that does other things.
test("no test has less patience than all have", () => {
  const { testTimeout = 0 } = config.test ?? {};
  const limits = globSync("test/**/*.test.ts", { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(OWN_LIMIT)].map(([, first, second]) => ({
      path,
      limit: Number((first ?? second)?.replaceAll("_", "")),
    })),
  );
  expect(limits).not.toEqual([]);
  expect(limits.filter(({ limit }) => limit < testTimeout)).toEqual([]);
});

/** The third argument of a test as the formatter writes it, or an option of its second. */
const OWN_LIMIT = /^\s*\},?\s+([0-9_]+),?\s*\);$|^\s*(?:test|describe)[.\w]*\(.*\{\s*timeout: ([0-9_]+)/gm;
