import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licenses of every package that the bundle holds a part of, the lazy chunks' included.
 * @param modules paths of the files in it, relative to `root`
 */
export function licenses(root: string, modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(packageFolder));
  return [...folders]
    .sort()
    .map((folder) => license(join(root, folder)))
    .join("\n");
}

/** `node_modules/@scope/name/lib/x.js` → `node_modules/@scope/name`, the innermost package of nested ones. */
function packageFolder(path: string): readonly string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
}

function license(folder: string): string {
  const { name, license: id } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file !== undefined ? readFileSync(join(folder, file), "utf8") : "";
  return `${name}\n${id ?? "UNLICENSED"}\n${text.trim()}\n`;
}
