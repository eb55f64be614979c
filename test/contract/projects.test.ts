import { globSync } from "node:fs";
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
