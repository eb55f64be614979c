import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../../..");

/** What a block of YAML in the documentation is a piece of. */
export type Kind = "workflow" | "triggers" | "job" | "steps" | "inputs" | "template" | "deployment file";

export interface Example {
  /** `README.md · Quick start 1`: file, section, place among its blocks. */
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
}

/** Every block of YAML in what users read, in the order in which they find it. */
export function examples(): readonly Example[] {
  return documents().flatMap((file) => blocksOf(file, readFileSync(join(root, file), "utf8")));
}

/** The block with this id. Throws where the documentation has none. */
export function example(id: string): Example {
  const found = examples().find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the documentation has no example ${id} any more`);
  return found;
}

/** The pages that users read. */
export function documents(): readonly string[] {
  const pages = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`);
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...top, ...pages("docs"), ...pages("templates")].sort();
}

export function blocksOf(file: string, markdown: string): readonly Example[] {
  const found: Example[] = [];
  for (const section of markdown.split(/^(?=#{1,6} )/m)) {
    const heading = /^#+ (.*)$/m.exec(section)?.[1] ?? "";
    const blocks = [...section.matchAll(/^( *)```ya?ml[^\n]*\n(.*?)^\1```$/gms)];
    for (const [index, [, , text = ""]] of blocks.entries()) {
      const id = `${file} · ${heading} ${index + 1}`;
      found.push({ id, kind: kindOf(parse(text), id), text });
    }
  }
  return found;
}

const actionInputs = Object.keys(
  (parse(readFileSync(join(root, "action.yml"), "utf8")) as { readonly inputs: object }).inputs,
);

/** Throws at what could be a piece of a workflow and is none that is known. */
function kindOf(block: unknown, id: string): Kind {
  if (Array.isArray(block)) {
    if (block.every((entry) => "uses" in entry || "run" in entry)) return "steps";
    throw new Error(`${id}: a list of what?`);
  }
  const keys = Object.keys(block as object);
  if (keys.includes("jobs")) return "workflow";
  if (keys.includes("runs-on") || keys.includes("steps")) return "job";
  if (keys.length === 1 && keys[0] === "on") return "triggers";
  if (keys.every((key) => actionInputs.includes(key))) return "inputs";
  if (keys.includes("template-file-path")) return "deployment file";
  if (/"Resources":|"Type":"AWS::/.test(JSON.stringify(block))) return "template";
  throw new Error(`${id}: a piece of what?`);
}
