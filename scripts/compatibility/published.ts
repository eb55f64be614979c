import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";

/** Files of an npm package that is too large to be a dependency. */
export interface PublishedFiles {
  readonly name: string;
  readonly version: string;
  /** The registry's own, of the archive: `sha512-…`. */
  readonly integrity: string;
  /** Paths in the package. */
  readonly files: readonly string[];
}

/** Outlives `npm ci`, which empties node_modules. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aurora-deploy-action");

/** The folder that holds the files, by their last names; fetched once. Throws where npm has no way to them, or others. */
export function publishedFiles({ name, version, integrity, files }: PublishedFiles): string {
  const folder = join(CACHE, `${name.replaceAll("/", "+")}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "published-"));
  const part = mkdtempSync(join(CACHE, "part-"));
  try {
    const archive = download(`${name}@${version}`, work);
    requireIntegrity(readFileSync(archive), integrity);
    const wanted = files.map((file) => `package/${file}`);
    execFileSync("tar", ["xzf", archive, "-C", work, ...wanted]);
    for (const file of wanted) copyFileSync(join(work, file), join(part, basename(file)));
    renameSync(part, folder);
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(part, { recursive: true, force: true });
  }
}

function download(wanted: string, cwd: string): string {
  execFileSync("npm", ["pack", "--silent", wanted], { cwd, stdio: "pipe", timeout: 300_000 });
  const archive = readdirSync(cwd).find((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm left no archive of ${wanted}.`);
  return join(cwd, archive);
}

/** Throws where these are not the bytes that were looked at when the version was chosen. */
export function requireIntegrity(bytes: Uint8Array, expected: string): void {
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== expected) throw new Error(`The archive's integrity is ${found}, not ${expected}.`);
}
