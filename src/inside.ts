import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { ActionError } from "./errors.ts";

/** Where a path of the workspace leads. */
export interface Place {
  /** With every symbolic link followed. */
  readonly found: string;
  /** Whether a symbolic link stands on the way to it. */
  readonly isLinked: boolean;
}

/** Follows a path; refuses it, as it was given, where it or a symbolic link on it leads out of the workspace. */
export async function findInside(workspace: string, path: string): Promise<Place> {
  const root = await realpath(workspace);
  const wanted = resolve(root, path);
  if (!within(root, wanted)) throw outside(path);
  const found = await realpath(wanted).catch((error: unknown) => {
    throw missing(path, error);
  });
  if (!within(root, found)) throw outside(path);
  return { found, isLinked: found !== wanted };
}

/** A path that is there and cannot be used. */
export function unreadable(message: string): ActionError {
  return new ActionError(message, { reasonCode: "invalid-input" });
}

function within(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function missing(path: string, cause: unknown): ActionError {
  return new ActionError(`${path} does not exist in the workspace.`, {
    reasonCode: "invalid-input",
    hint: "Is the path relative to the repository's root, and does a step check out the repository before this one?",
    cause,
  });
}

function outside(path: string): ActionError {
  return unreadable(`${path} leads out of the workspace; only files of the checkout are read.`);
}
