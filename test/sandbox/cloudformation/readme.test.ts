import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPERATIONS } from "./operations/index.ts";
import { SCENARIOS } from "./scenarios.ts";

const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");

test("the README's table is the list of scenarios", () => {
  const section = readme.slice(readme.indexOf("| scenario"), readme.indexOf("By hand, without"));
  const rows = [...section.matchAll(/^\| `([\w-]+)` +\| (.*?) +\|$/gm)].map(([, name, text]) => [name, text]);
  expect(rows).toEqual(Object.entries(SCENARIOS));
});

test("every scenario is used by a test", () => {
  const tests = ["faults", "jobs/execution", "changeSets/changes", "drift", "server"].map((name) =>
    readFileSync(new URL(`${name}.test.ts`, import.meta.url), "utf8"),
  );
  const text = tests.join("\n").replaceAll(/`(validation|hook)-\$\{mode\}`/g, '"$1-fail" "$1-warn"');
  const unused = Object.keys(SCENARIOS).filter((name) => !text.includes(`"${name}"`));
  expect(unused).toEqual([]);
});

test("every operation of the contract is there", () => {
  expect(Object.keys(OPERATIONS)).toHaveLength(27);
});
