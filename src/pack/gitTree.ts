import { createHash } from "node:crypto";

/** A file as git's trees know it. */
export interface TreeFile {
  /** From the folder, `/` between names. */
  readonly name: string;
  readonly isExecutable: boolean;
  /** Git's id of its content. */
  readonly blob: string;
}

/**
 * Git's id of the tree that holds these files and nothing else: what `git rev-parse <commit>:<folder>` says, where a
 * folder is checked out as it was committed (git-hash-object; the format is git's "Git Objects").
 */
export function treeId(files: readonly TreeFile[]): string {
  const folders = new Map<string, TreeFile[]>();
  const entries: {
    readonly name: string;
    readonly mode: string;
    readonly id: string;
    readonly order: string;
  }[] = [];
  for (const file of files) {
    const slash = file.name.indexOf("/");
    if (slash < 0) {
      const mode = file.isExecutable ? "100755" : "100644";
      entries.push({ name: file.name, mode, id: file.blob, order: file.name });
      continue;
    }
    const [name, rest] = [file.name.slice(0, slash), file.name.slice(slash + 1)];
    const folder = folders.get(name) ?? [];
    folder.push({ ...file, name: rest });
    folders.set(name, folder);
  }
  for (const [name, below] of folders) {
    // Git sorts a folder as if its name ended in a slash.
    entries.push({ name, mode: "40000", id: treeId(below), order: `${name}/` });
  }
  entries.sort((left, right) => Buffer.compare(Buffer.from(left.order), Buffer.from(right.order)));
  const body = Buffer.concat(
    entries.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]),
  );
  return createHash("sha1").update(`tree ${body.length}\0`).update(body).digest("hex");
}
