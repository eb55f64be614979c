import { createHash, type Hash } from "node:crypto";

/** The hash of a file's content as git names it: SHA-1 over a header and the bytes, which are still to be put in. */
export function gitBlob(bytes: number): Hash {
  return createHash("sha1").update(`blob ${bytes}\0`);
}
