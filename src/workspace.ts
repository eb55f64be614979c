import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { matcher, PASSED_BY } from "./deployments/globs.ts";
import { ActionError } from "./errors.ts";
import { findInside, unreadable } from "./inside.ts";
import { gitBlob } from "./pack/gitBlob.ts";
import type { Checkout, SourceFile } from "./ports/local.ts";

/** A template may have 1 MB through S3; ten times that is nobody's template. */
const LARGEST_FILE = 10_000_000;

export interface WorkspacePlaces {
  /** `GITHUB_WORKSPACE`. */
  readonly workspace: string;
  /** The action's own folder, where `templates/` is. */
  readonly action: string;
  /** `RUNNER_TEMP`: outlives the step, not the job. */
  readonly temp: string;
}

/** Files of the checkout and of the action. Nothing outside the workspace is ever read, symbolic links included. */
export function openWorkspace(places: WorkspacePlaces): Checkout {
  const sources = new Map<string, SourceFile>();
  const unread = new Set<string>();
  /** Remembers the path if the work on it fails. */
  const reading = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    unread.add(path);
    const value = await work();
    unread.delete(path);
    return value;
  };
  return {
    async read(path) {
      const { bytes, isLinked } = await reading(path, async () => {
        const place = await inside(places.workspace, path);
        return { bytes: await readFile(place.found), isLinked: place.isLinked };
      });
      sources.set(path, { path, blob: gitBlob(bytes.length).update(bytes).digest("hex"), isLinked });
      return bytes;
    },

    async pack(path, as) {
      const into = await folderIn(places.temp);
      // With the zip library: few templates name local code.
      const { pack } = await import("./pack/pack.ts");
      const { source, packed } = await reading(path, () =>
        pack({ workspace: places.workspace, path, into }, as),
      );
      sources.set(`pack ${path}`, source);
      return packed;
    },

    sources: () => [...sources.values()],

    unread: () => [...unread],

    afresh: () => openWorkspace(places),

    async find(globs) {
      const matches = matcher(globs);
      const found = (await filesBelow(places.workspace)).filter(({ path }) => matches(path));
      const isFile = await Promise.all(
        found.map(({ path, isLink }) => !isLink || isNoFolder(join(places.workspace, path))),
      );
      return found.flatMap(({ path }, index) => (isFile[index] ? [path] : [])).sort();
    },

    headCommit: () => headCommit(join(places.workspace, ".git")),

    async readBundled(template) {
      return readFile(join(places.action, "templates", `${template}.json`));
    },

    async writeRendered(stackName, json) {
      const path = join(places.temp, "aurora-deploy-action", `${stackName}.json`);
      try {
        await folderIn(places.temp);
        await writeFile(path, json);
      } catch (cause) {
        throw unwritable(path, cause);
      }
      return path;
    },
  };
}

/** Paths of the folder's files and links, `/` between names. */
async function filesBelow(
  folder: string,
  prefix = "",
): Promise<readonly { readonly path: string; readonly isLink: boolean }[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = `${prefix}${entry.name}`;
      if (entry.isFile() || entry.isSymbolicLink()) return [{ path, isLink: entry.isSymbolicLink() }];
      return entry.isDirectory() && !PASSED_BY.has(entry.name) ? filesBelow(folder, `${path}/`) : [];
    }),
  );
  return found.flat();
}

/** Of a link: that it leads to a folder, of which the files may be found elsewhere. One that leads nowhere is told when it is read. */
async function isNoFolder(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    return true;
  }
}

async function folderIn(temp: string): Promise<string> {
  const folder = join(temp, "aurora-deploy-action");
  await mkdir(folder, { recursive: true });
  return folder;
}

/** What `HEAD` says, directly (actions/checkout detaches it) or by the branch that it names. */
async function headCommit(git: string): Promise<string | undefined> {
  const head = await textOf(join(git, "HEAD"));
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head ?? "")?.[1];
  const sha = ref === undefined ? head : ((await textOf(join(git, ref))) ?? (await packed(git, ref)));
  return sha !== undefined && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined;
}

async function packed(git: string, ref: string): Promise<string | undefined> {
  const lines = (await textOf(join(git, "packed-refs")))?.split("\n") ?? [];
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
}

/** A small text file's content; `undefined` where there is none: a workspace need not be a checkout. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    return undefined;
  }
}

async function inside(workspace: string, path: string) {
  const place = await findInside(workspace, path);
  const { size } = await regularFile(place.found, path);
  if (size > LARGEST_FILE) {
    throw unreadable(
      `${path} has ${size.toLocaleString("en-US")} bytes, more than any CloudFormation template may have.`,
    );
  }
  return place;
}

async function regularFile(found: string, path: string) {
  const file = await stat(found);
  if (file.isDirectory()) throw unreadable(`${path} is a directory, not a file.`);
  if (!file.isFile()) throw unreadable(`${path} is not a regular file.`);
  return file;
}

function unwritable(path: string, cause: unknown): ActionError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ActionError(`The rendered template cannot be written to ${path}: ${why}`, {
    reasonCode: "error",
    hint: "The runner's RUNNER_TEMP must be a folder that this job may write to, with space left.",
    cause,
  });
}
