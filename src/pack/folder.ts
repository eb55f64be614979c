import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ActionError } from "../errors.ts";
import { findInside, type Place, unreadable } from "../inside.ts";

/** A file that is to be packed. */
export interface PackedEntry {
  /** From the folder, `/` between names. */
  readonly name: string;
  /** Where its content is. */
  readonly file: string;
  readonly size: number;
  /** As git sees it: whether its owner may execute it. */
  readonly isExecutable: boolean;
}

export interface FolderFiles {
  /** In the order of their names' UTF-8 bytes. */
  readonly entries: readonly PackedEntry[];
  /** Whether a symbolic link is among them. */
  readonly isLinked: boolean;
}

/** A zip without the ZIP64 extension counts its files in 16 bits. */
const MOST_FILES = 65_535;

/** Links can multiply folders without end, and a file in none of them. */
const MOST_LINKS = 10_000;

/** A folder while it is walked through. */
interface Walk {
  readonly workspace: string;
  /** From the workspace's root. */
  readonly path: string;
  readonly entries: PackedEntry[];
  folders: number;
  links: number;
}

/**
 * The files of a folder, at any depth. Empty folders are left out, as git and `aws cloudformation package` do, and so
 * is what is called `.git`: it is another on every machine, and holds the token of `actions/checkout`. Symbolic links
 * are followed, but never out of the workspace.
 */
export async function filesOf(workspace: string, path: string, { found }: Place): Promise<FolderFiles> {
  const walk: Walk = { workspace, path, entries: [], folders: 0, links: 0 };
  await enter(walk, found, "", [found]);
  return { entries: inOrder(walk.entries), isLinked: walk.links > 0 };
}

/** Git knows of a file's mode only whether its owner may execute it. */
export function isExecutable(mode: number): boolean {
  return (mode & 0o100) !== 0;
}

async function enter(walk: Walk, folder: string, prefix: string, above: readonly string[]): Promise<void> {
  walk.folders++;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name === ".git") continue;
    const name = `${prefix}${entry.name}`;
    const shown = walk.path === "" ? name : `${walk.path}/${name}`;
    // Node reads names as UTF-8; one that is not would be a file that is not there.
    if (entry.name.includes("\uFFFD")) throw unreadable(`The name of ${shown} is not UTF-8.`);
    const isLink = entry.isSymbolicLink();
    if (isLink) walk.links++;
    refuseTooMany(walk);
    const file = isLink ? await linked(walk, shown) : join(folder, entry.name);
    const found = await stat(file);
    if (found.isDirectory()) {
      if (above.includes(file)) throw unreadable(`${shown} links to a folder that it is in.`);
      await enter(walk, file, `${name}/`, [...above, file]);
    } else if (found.isFile()) {
      walk.entries.push({ name, file, size: found.size, isExecutable: isExecutable(found.mode) });
    } else {
      throw unreadable(`${shown} is not a regular file.`);
    }
  }
}

async function linked({ workspace }: Walk, shown: string): Promise<string> {
  try {
    return (await findInside(workspace, shown)).found;
  } catch (error) {
    if (!(error instanceof ActionError) || error.cause === undefined) throw error;
    throw unreadable(`${shown} is a symbolic link that leads nowhere.`);
  }
}

function refuseTooMany({ path, entries, folders, links }: Walk): void {
  const folder = path === "" ? "The repository" : path;
  const refuse = (most: number, what: string) => {
    throw unreadable(`${folder} holds more than ${most.toLocaleString("en-US")} ${what}.`);
  };
  if (links > MOST_LINKS) refuse(MOST_LINKS, "symbolic links");
  if (entries.length + folders > MOST_FILES)
    refuse(MOST_FILES, "files and folders, which a zip does not take");
}

function inOrder(entries: readonly PackedEntry[]): readonly PackedEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: Buffer.from(entry.name) }));
  return keyed.sort((left, right) => Buffer.compare(left.key, right.key)).map(({ entry }) => entry);
}
