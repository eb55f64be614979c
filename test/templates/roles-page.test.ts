import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { template } from "./roles.ts";
import { constraintProblems } from "./template.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "templates/github-deploy-roles.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The cells of a section's table, without its head. */
function tableOf(section: string): readonly (readonly string[])[] {
  const text = page.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = [...text.matchAll(/^\| (.*) \|$/gm)].map(([, line = ""]) => line);
  return lines.slice(1).map((line) => line.split(" | "));
}

function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

/** `Name=value` of the command that creates the stack. */
function overridesIn(text: string): readonly (readonly [string, string])[] {
  const command = /--parameter-overrides ([^`]*?)```/s.exec(text)?.[1] ?? "";
  return [...command.matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value] as const);
}

describe("the page of the roles", () => {
  test("has every parameter with its default", () => {
    const said = tableOf("Parameters").flatMap(([names = "", standard = ""]) =>
      codeIn(names).map((name) => [name, codeIn(standard)[0] ?? standard] as const),
    );
    const held = Object.entries(template.Parameters).map(([name, { Default }]) => {
      const text = Default === "" ? "empty" : String(Default ?? "required");
      return [name, text] as const;
    });
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(held));
  });

  test("has every output", () => {
    const said = tableOf("Outputs").flatMap(([names = ""]) => codeIn(names));
    expect(said.toSorted()).toEqual(Object.keys(template.Outputs).toSorted());
  });

  test.for([
    ["the page's", page],
    ["the README's", readme],
  ] as const)("%s command gives what is required, and nothing that is refused", ([, text]) => {
    const given = overridesIn(text);
    const required = Object.entries(template.Parameters).flatMap(([name, { Default }]) =>
      Default === undefined ? [name] : [],
    );
    expect(given.map(([name]) => name)).toEqual(expect.arrayContaining(required));
    const problems = given.flatMap(([name, value]) => {
      const parameter = template.Parameters[name];
      if (parameter === undefined) return [`${name} is no parameter`];
      return constraintProblems(parameter, value);
    });
    expect(problems).toEqual([]);
  });
});
