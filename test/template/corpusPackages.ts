import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** A published package that holds CloudFormation templates, and where in it they are. */
export interface PublishedPackage {
  readonly registry: "npm" | "pypi" | "go";
  readonly name: string;
  readonly version: string;
  readonly templates: string;
  /** Those that are there to be found wrong. */
  readonly broken?: string;
}

/** Outlives `npm ci`, which empties node_modules. */
const CACHE = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "aurora-deploy-action",
  "template-corpus",
);

/** Files of a package by their path in it, fetched once. Throws when a registry or its client is missing. */
export function templateFiles(
  wanted: PublishedPackage,
  pattern: string,
): readonly (readonly [file: string, path: string])[] {
  const folder = fetched(wanted);
  const files = globSync(pattern, { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`${wanted.name}@${wanted.version} has no files ${pattern}.`);
  return files.map((file) => [file.replaceAll("\\", "/"), join(folder, file)]);
}

function fetched(wanted: PublishedPackage): string {
  const folder = join(CACHE, `${wanted.name.replaceAll("/", "+")}-${wanted.version}`);
  mkdirSync(CACHE, { recursive: true });
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(join(tmpdir(), "template-corpus-"));
  try {
    const content = download(wanted, work);
    const part = mkdtempSync(join(CACHE, "part-"));
    // Only these: some of the packages have a hundred times as much.
    const kept = [wanted.templates, ...(wanted.broken === undefined ? [] : [wanted.broken])];
    for (const file of kept.flatMap((pattern) => globSync(pattern, { cwd: content }))) {
      cpSync(join(content, file), join(part, file), { recursive: true });
    }
    try {
      renameSync(part, folder);
    } catch (error) {
      // Another test file was quicker.
      if (!existsSync(folder)) throw error;
      rmSync(part, { recursive: true });
    }
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches a package with its registry's own client; gives the folder that holds it. */
function download({ registry, name, version }: PublishedPackage, cwd: string): string {
  const options = { cwd, stdio: "pipe", timeout: 300_000, encoding: "utf8" } as const;
  switch (registry) {
    case "npm":
      execFileSync("npm", ["pack", "--silent", `${name}@${version}`], options);
      return unpacked(cwd, name);
    case "pypi": {
      // The source archive has the fixtures, the wheel has not.
      const args = ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"];
      execFileSync("python3", [...args, `${name}==${version}`], options);
      return unpacked(cwd, name);
    }
    case "go": {
      const answer = execFileSync("go", ["mod", "download", "-json", `${name}@${version}`], options);
      return (JSON.parse(answer) as { readonly Dir: string }).Dir;
    }
  }
}

function unpacked(cwd: string, name: string): string {
  const archive = readdirSync(cwd).find((file) => /\.t(?:ar\.)?gz$/.test(file));
  if (archive === undefined) throw new Error(`The client of the registry left no archive of ${name}.`);
  const folder = join(cwd, "out");
  mkdirSync(folder);
  execFileSync("tar", ["xzf", join(cwd, archive), "--strip-components=1", "-C", folder]);
  return folder;
}
