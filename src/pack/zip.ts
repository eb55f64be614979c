import { Zip, ZipDeflate } from "fflate";
import type { PackedEntry } from "./folder.ts";
import type { TreeFile } from "./gitTree.ts";
import { readChunks } from "./write.ts";

/**
 * The earliest day that a zip knows. The library writes a Date in the machine's own time zone, so it is made in that one;
 * at noon, which no zone has ever skipped.
 */
const earliest = () => new Date(1980, 0, 1, 12, 0, 0);

/** "Version made by" Unix: the attributes hold a mode. */
const UNIX = 3;

/**
 * Writes files into a zip, in the order in which they come. Its bytes depend on names, contents and executable bits
 * alone: the compression is the library's own JavaScript, for zlib's output differs between processors.
 * @returns the files with git's ids of their contents
 */
export async function writeZip(
  entries: readonly PackedEntry[],
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<readonly TreeFile[]> {
  const ready: Uint8Array[] = [];
  const failures: Error[] = [];
  const zip = new Zip((error, chunk) => {
    if (error === null) ready.push(chunk);
    else failures.push(error);
  });
  const flush = async () => {
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    for (const chunk of ready.splice(0)) await write(chunk);
  };
  const files: TreeFile[] = [];
  for (const { name, file, size, isExecutable } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = earliest();
    entry.os = UNIX;
    entry.attrs = attributes(isExecutable);
    zip.add(entry);
    const blob = await readChunks(file, size, async (chunk, isLast) => {
      entry.push(chunk, isLast);
      await flush();
    });
    files.push({ name, isExecutable, blob });
  }
  zip.end();
  await flush();
  return files;
}

/** A regular file's Unix mode, in the upper half of the external attributes. */
function attributes(isExecutable: boolean): number {
  return ((isExecutable ? 0o100755 : 0o100644) << 16) >>> 0;
}
