import { ActionError } from "../errors.ts";

/**
 * Reads a text file of the workspace by its path from the workspace's root (`/` between names); `undefined` when
 * there is none. It throws an `ActionError` for what is no readable text inside the workspace: a folder, a link out.
 */
export type ReadText = (path: string) => string | undefined;

/** Whether a `Location` or `TemplateURL` names a local file: `aws cloudformation package` takes all but URLs so. */
export function isLocalPath(text: string): boolean {
  return text !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(text);
}

/**
 * The path from the workspace's root of `local`, which is written in the file `from` and relative to its folder.
 * `undefined` when it is absolute or leads out of the workspace.
 */
export function workspacePath(from: string, local: string): string | undefined {
  if (/^[/\\~]/.test(local)) return undefined;
  const names = from.split("/").slice(0, -1);
  for (const name of local.split(/[/\\]/)) {
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
