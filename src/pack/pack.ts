import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { findInside, type Place, unreadable } from "../inside.ts";
import type { Limit, Packaged } from "../template/tree/packaged.data.ts";
import { filesOf, isExecutable, type PackedEntry } from "./folder.ts";
import { treeId } from "./gitTree.ts";
import { readChunks, type Written, written } from "./write.ts";
import { writeZip } from "./zip.ts";

/** What is to be packed, and the folder that takes what comes out. */
interface Order {
  readonly workspace: string;
  /** From the workspace's root. */
  readonly path: string;
  readonly into: string;
}

/** A zip without the ZIP64 extension counts its bytes in 32 bits. */
const LARGEST_ZIP = 0xffff_ffff;

/** Packs a file or folder: `Workspace.pack` of the ports says how. */
export async function pack(order: Order, as: Pick<Packaged, "takes" | "limit">) {
  const place = await findInside(order.workspace, order.path);
  const found = await stat(place.found);
  if (found.isDirectory()) return packFolder(order, place, as);
  if (!found.isFile()) throw unreadable(`${shown(order)} is not a regular file.`);
  const entry: PackedEntry = {
    name: basename(place.found),
    file: place.found,
    size: found.size,
    isExecutable: isExecutable(found.mode),
  };
  const isZipped = as.takes === "zip" && !(await isZip(place.found, found.size));
  return isZipped ? zipFile(order, place, entry, as.limit) : copyFile(order, place, entry, as.limit);
}

async function packFolder(order: Order, place: Place, { takes, limit }: Pick<Packaged, "takes" | "limit">) {
  if (takes === "file") throw unreadable(`${shown(order)} is a folder; ${limit.service} takes a file here.`);
  const { entries, isLinked } = await filesOf(order.workspace, order.path, place);
  if (entries.length === 0) throw unreadable(`${shown(order)} is a folder without files.`);
  const { files, ...packed } = await zipped(order, entries, limit);
  const source = {
    path: order.path,
    blob: treeId(files),
    isFolder: true as const,
    isLinked: place.isLinked || isLinked,
  };
  return { source, packed };
}

async function zipFile(order: Order, place: Place, entry: PackedEntry, limit: Limit) {
  // By the name that the template gives it, whatever a link leads to.
  const named = { ...entry, name: order.path.split("/").at(-1) ?? entry.name };
  const { files, ...packed } = await zipped(order, [named], limit);
  return { source: { path: order.path, blob: files[0]?.blob ?? "", isLinked: place.isLinked }, packed };
}

async function copyFile(order: Order, { isLinked }: Place, { file, size }: PackedEntry, limit: Limit) {
  refuseLarge(order, size, limit, "");
  const extension = /\.[A-Za-z0-9]{1,16}$/.exec(order.path)?.[0] ?? "";
  let blob = "";
  const copy = await written(order.into, extension, async (write) => {
    blob = await readChunks(file, size, (chunk) => write(chunk));
  });
  return { source: { path: order.path, blob, isLinked }, packed: { ...copy, extension } };
}

async function zipped(order: Order, entries: readonly PackedEntry[], limit: Limit) {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (limit.of === "contents") refuseLarge(order, size, limit, " in it");
  const most = limit.of === "object" && limit.bytes < LARGEST_ZIP ? limit : undefined;
  let files: Awaited<ReturnType<typeof writeZip>> = [];
  let bytes = 0;
  const zip: Written = await written(order.into, ".zip", async (write) => {
    files = await writeZip(entries, async (chunk) => {
      bytes += chunk.length;
      if (most !== undefined) refuseLarge(order, bytes, most, " as a zip, or more");
      if (bytes > LARGEST_ZIP) throw unreadable(`${shown(order)} makes a zip of more than 4 GiB.`);
      await write(chunk);
    });
  });
  return { ...zip, extension: ".zip", files };
}

function refuseLarge(order: Order, bytes: number, limit: Limit, how: string): void {
  if (bytes <= limit.bytes) return;
  const [has, most] = [bytes, limit.bytes].map((each) => each.toLocaleString("en-US"));
  throw unreadable(`${shown(order)} has ${has} bytes${how}; ${limit.service} takes at most ${most}.`);
}

function shown({ path }: Order): string {
  return path === "" ? "The repository" : path;
}

/** The end of a zip: a record of 22 bytes, and at most 65,535 of a comment. */
const END_RECORD = Buffer.from("PK\u0005\u0006", "latin1");
const LONGEST_END = 22 + 65_535;

/** Whether a file is a zip, whatever its name is: by the record at its end, as Python's `is_zipfile` tells it. */
async function isZip(file: string, size: number): Promise<boolean> {
  const handle = await open(file);
  try {
    const tail = Buffer.alloc(Math.min(size, LONGEST_END));
    const { bytesRead } = await handle.read(tail, 0, tail.length, size - tail.length);
    const at = tail.subarray(0, bytesRead).lastIndexOf(END_RECORD);
    return at >= 0 && at + 22 <= bytesRead;
  } finally {
    await handle.close();
  }
}
