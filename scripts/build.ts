import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type OutputChunk, type RolldownOptions, rolldown } from "rolldown";
import { licenses } from "./licenses.ts";
import { noteDist } from "./provenance.ts";

const root = join(import.meta.dirname, "..");

/**
 * Builds `dist/` from `src/`: with everything it imports into one entry, and a chunk for each `import()`. Starting from
 * nothing, so that a chunk that is no longer needed does not stay. Throws when it fails.
 * @param folder where the bundle goes instead of `dist/`
 */
export async function build(folder = "dist"): Promise<void> {
  const target = join(root, folder);
  rmSync(target, { recursive: true, force: true });
  const bundle = await rolldown(OPTIONS);
  const { output } = await bundle.write({
    dir: target,
    format: "esm",
    // What changes in the bundle can be read, and so can stack traces.
    minify: false,
    // Docstrings are in the sources; here they would be a twelfth of what every run downloads.
    comments: { legal: true, annotation: true, jsdoc: false },
    minifyInternalExports: false,
    entryFileNames: "index.js",
    chunkFileNames: ({ name, moduleIds }) => `${[...places(moduleIds.at(-1) ?? ""), name].join("-")}.js`,
  });
  await bundle.close();
  // Node asks the package.json next to a file what its `.js` is.
  writeFileSync(join(target, "package.json"), `${JSON.stringify({ type: "module" })}\n`);
  writeFileSync(join(target, "licenses.txt"), licenses(root, output.flatMap(modulesIn)));
  if (folder !== "dist") return;
  mkdirSync(join(root, "lib"), { recursive: true });
  noteDist(root);
}

const OPTIONS: RolldownOptions = {
  cwd: root,
  input: "src/index.ts",
  platform: "node",
  // Of a package that comes as ES modules, too, as the AWS SDK does, these: only what is used of them stays.
  resolve: { mainFields: ["module", "main"], conditionNames: ["node", "module", "import", "default"] },
  // They do nothing when they are imported, and do not say so (`sideEffects` of a package.json): the entry takes the log's
  // few functions and not the HTTP client for OIDC tokens.
  treeshake: {
    moduleSideEffects: [{ test: /node_modules\/@actions\/(core|http-client)\//, sideEffects: false }],
  },
  // What cannot be found would be left to the runner, which has no node_modules.
  onLog(level, log, handle) {
    if (level === "warn") throw new Error(log.message);
    handle(level, log);
  },
};

/** The files that a chunk holds something of. */
function modulesIn(chunk: OutputChunk | { readonly type: "asset" }): readonly string[] {
  if (chunk.type === "asset") return [];
  return Object.entries(chunk.modules).flatMap(([path, { renderedLength }]) =>
    renderedLength > 0 ? [relative(root, path)] : [],
  );
}

/** Where a module is: `src/aws/sdk/s3.ts` → `aws`, `sdk`; a package's → its name; the bundler's own → nowhere. */
function places(path: string): readonly string[] {
  if (path === "" || path.startsWith("\0")) return [];
  const steps = relative(root, path).split(sep);
  const [scope = "", name = ""] = steps.slice(steps.lastIndexOf("node_modules") + 1);
  if (steps[0] === "src") return steps.slice(1, -1);
  return scope.startsWith("@") ? [scope.slice(1), name] : [scope];
}

if (import.meta.main) await build();
