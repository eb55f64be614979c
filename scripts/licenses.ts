import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of webpack's statistics that says what is in the bundle. */
interface Module {
  readonly name?: string;
  readonly modules?: readonly Module[];
}

/**
 * The licenses of every package that the bundle holds a part of, the lazy chunks' included. ncc's own `--license` keeps
 * only those of the chunk that it wrote last.
 * @param statistics the file that `ncc --stats-out` wrote
 */
export function licenses(root: string, statistics: string): string {
  const { modules } = JSON.parse(readFileSync(statistics, "utf8")) as { modules: readonly Module[] };
  const folders = new Set(namesOf(modules).flatMap(packageFolder));
  return [...folders]
    .sort()
    .map((folder) => license(join(root, folder)))
    .join("\n");
}

function namesOf(modules: readonly Module[]): readonly string[] {
  return modules.flatMap((module) => [module.name ?? "", ...namesOf(module.modules ?? [])]);
}

/** `./node_modules/@scope/name/lib/x.js` → `node_modules/@scope/name`, the innermost package of nested ones. */
function packageFolder(name: string): readonly string[] {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(name)?.[0];
  return folder === undefined ? [] : [folder.slice(folder.indexOf("node_modules"))];
}

function license(folder: string): string {
  const { name, license: id } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file !== undefined ? readFileSync(join(folder, file), "utf8") : "";
  return `${name}\n${id ?? "UNLICENSED"}\n${text.trim()}\n`;
}
