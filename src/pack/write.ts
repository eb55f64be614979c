import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { unreadable } from "../inside.ts";
import { gitBlob } from "./gitBlob.ts";

/** Read and written so many bytes at a time: how files are cut decides how they are compressed, so it is fixed. */
const CHUNK_BYTES = 1024 * 1024;

/** A file of `into` that is named after its content when it is whole. */
export interface Written {
  readonly file: string;
  readonly bytes: number;
  readonly digest: string;
}

/** Writes a file by what `fill` gives it, and names it `<SHA-256><extension>`. What is not whole is removed. */
export async function written(
  into: string,
  extension: string,
  fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<Written> {
  const unfinished = join(into, `packing-${crypto.randomUUID()}`);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const handle = await open(unfinished, "wx");
    try {
      await fill(async (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        await handle.writeFile(chunk);
      });
    } finally {
      await handle.close();
    }
    const digest = hash.digest("hex");
    const file = join(into, `${digest}${extension}`);
    await rename(unfinished, file);
    return { file, bytes, digest };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/**
 * Reads a file of so many bytes, chunk by chunk; `isLast` with the last one, which of an empty file is empty. The chunk is
 * the caller's to keep.
 * @returns git's id of its content
 */
export async function readChunks(
  file: string,
  size: number,
  take: (chunk: Uint8Array, isLast: boolean) => Promise<void> | void,
): Promise<string> {
  const blob = gitBlob(size);
  const handle = await open(file);
  try {
    let left = size;
    do {
      const chunk = await exactly(handle, Math.min(left, CHUNK_BYTES), file);
      left -= chunk.length;
      blob.update(chunk);
      await take(chunk, left === 0);
    } while (left > 0);
    if ((await handle.read(Buffer.alloc(1), 0, 1)).bytesRead > 0) throw changed(file);
  } finally {
    await handle.close();
  }
  return blob.digest("hex");
}

async function exactly(handle: FileHandle, bytes: number, file: string): Promise<Uint8Array> {
  const chunk = new Uint8Array(bytes);
  for (let filled = 0; filled < bytes; ) {
    const { bytesRead } = await handle.read(chunk, filled, bytes - filled);
    if (bytesRead === 0) throw changed(file);
    filled += bytesRead;
  }
  return chunk;
}

function changed(file: string) {
  return unreadable(`${file} was changed while it was read.`);
}
