import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let root: string | undefined;

/** A new empty directory that is removed when this process ends. */
export function temporaryDirectory(name: string): Promise<string> {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), "sandbox-runner-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    root = made;
  }
  return mkdtemp(join(root, `${name}-`));
}
