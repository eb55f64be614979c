import { ActionError } from "../../errors.ts";

/**
 * Reads a text file of the workspace by its path from the workspace's root (`/` between names); `undefined` when
 * there is none. It throws an `ActionError` for what is no readable text inside the workspace: a folder, a link out.
 */
export type ReadText = (path: string) => string | undefined;

/** A local path may be written as a URL: `file://src` is `src`. */
const FILE_URL = /^file:(?:\/\/)?/i;

/**
 * Whether a text in the place of a URL names something local: `aws cloudformation package` takes all but URLs so. A
 * dynamic reference stands for a text that CloudFormation reads elsewhere. One letter before a colon is a drive.
 */
export function isLocalPath(text: string): boolean {
  if (text === "" || text.includes("{{resolve:")) return false;
  return FILE_URL.test(text) || !/^[a-z][a-z0-9+.-]+:/i.test(text);
}

/**
 * The path from the workspace's root of `local`, which is written in the file `from` and relative to its folder.
 * `undefined` when it is absolute or leads out of the workspace.
 */
export function workspacePath(from: string, local: string): string | undefined {
  const path = local.replace(FILE_URL, "");
  if (/^(?:[/\\~]|[a-z]:)/i.test(path)) return undefined;
  const names = from.split("/").slice(0, -1);
  for (const name of path.split(/[/\\]/)) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}

/** Reads the file that `local` names; `refuse` gets why that cannot be, to be told where it is named. */
export function readLocal(
  read: ReadText,
  local: string,
  path: string | undefined,
  refuse: (message: string) => void,
): string | undefined {
  if (path === undefined) {
    refuse(`${local} leads out of the repository; name a file inside it, relative to this one.`);
    return undefined;
  }
  try {
    const text = read(path);
    if (text === undefined) refuse(`There is no file ${path} (${local}, relative to this file).`);
    return text;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    refuse(error.message);
    return undefined;
  }
}
