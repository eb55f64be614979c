import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { DEFAULTS } from "../src/inputDefaults.ts";
import { REASON_CODES } from "./reason-codes.ts";

const root = join(import.meta.dirname, "..");

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/**
 * The README with its generated tables brought up to date. They stand between `<!-- generated: <name> -->` and
 * `<!-- /generated -->`.
 * @param readme the present text
 * @param action the text of action.yml
 * @throws when a table has no place, or a place no table
 */
export function generateReadme(readme: string, action: string): string {
  const tables = tablesOf(parse(action) as ActionFile);
  const placed = new Set<string>();
  const text = readme.replace(PLACE, (_, open: string, name: string, close: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`README.md has a place for ${name}, which nobody generates`);
    placed.add(name);
    return `${open}\n\n${table}\n\n${close}`;
  });
  const missing = Object.keys(tables).filter((name) => !placed.has(name));
  if (missing.length > 0) throw new Error(`README.md has no place for ${missing.join(", ")}`);
  return text;
}

const PLACE = /(<!-- generated: (.+?) -->).*?(<!-- \/generated -->)/gs;

function tablesOf({ inputs, outputs }: ActionFile): Readonly<Record<string, string>> {
  return {
    inputs: table(
      ["input", "default", "meaning"],
      Object.entries(inputs).map(([name, { default: value, description }]) => [
        code(name),
        defaultText(value ?? (DEFAULTS as Readonly<Record<string, string | number | boolean>>)[name]),
        description,
      ]),
    ),
    outputs: table(
      ["output", "meaning"],
      Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    ),
    "reason codes": table(
      ["code", "what it means", "what to do"],
      Object.entries(REASON_CODES).map(([name, { meaning, next }]) => [code(name), meaning, next]),
    ),
  };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map(cell).join(" | ")} |`)
    .join("\n");
}

function cell(text: string): string {
  return text.trim().replaceAll("|", "\\|").replace(/\s+/g, " ");
}

function defaultText(value: string | number | boolean | undefined): string {
  return value === undefined ? "" : code(String(value));
}

function code(text: string): string {
  return `\`${text}\``;
}

function main(checkOnly: boolean): void {
  const path = join(root, "README.md");
  const present = readFileSync(path, "utf8");
  const wanted = generateReadme(present, readFileSync(join(root, "action.yml"), "utf8"));
  if (wanted === present) {
    console.log("README.md is current");
  } else if (checkOnly) {
    console.error("README.md is not what action.yml and the reason codes say: run npm run generate:readme");
    process.exitCode = 1;
  } else {
    writeFileSync(path, wanted);
    console.log("README.md written");
  }
}

if (import.meta.main) main(process.argv.includes("--check"));
