import { createHash } from "node:crypto";
import { matcher } from "../../../src/deployments/globs.ts";
import { ActionError } from "../../../src/errors.ts";
import { type DiscoverPorts, discover } from "../../../src/flows/discover/discover.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import type { Since } from "../../../src/plan.ts";
import type { CheckRun, Checks, Pulls, Snapshots } from "../../../src/ports/github.ts";
import type { Checkout, SourceFile } from "../../../src/ports/local.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import { stackInputs } from "../../../src/stackInputs.ts";
import { silent } from "../world.ts";

export type Files = Readonly<Record<string, string>>;

/** A branch of a repository in memory, with what our app has left on its commits. */
export interface Repository {
  /** Oldest first. */
  readonly commits: { readonly sha: string; readonly files: Files }[];
  readonly runs: CheckRun[];
}

const OUR_APP = 15_368;

/** Puts a commit on the branch. */
export function push(repository: Repository, files: Files): string {
  const sha = String(repository.commits.length + 1).padStart(40, "c");
  repository.commits.push({ sha, files });
  return sha;
}

export function filesAt({ commits }: Repository, sha: string): Files {
  return commits.find((commit) => commit.sha === sha)?.files ?? {};
}

/** A check run on a commit. */
export function leaveCheck(
  { runs }: Repository,
  run: Pick<CheckRun, "name" | "headSha" | "externalId"> & Partial<CheckRun>,
): CheckRun {
  const made: CheckRun = {
    ...{ appId: OUR_APP, status: "completed", startedAt: 0, completedAt: 0, title: "", text: "", url: "" },
    ...run,
    id: runs.length + 1,
  };
  runs.push(made);
  return made;
}

/** Dies at the call number `dieAt`, from which on nothing has an effect. */
export class Died extends Error {}

export interface Discovery {
  readonly since: Since;
  /** The tree that is checked out. */
  readonly files: Files;
  readonly headCommit: string;
  readonly dieAt?: number;
}

/** Runs the discovery as a job would. */
export function discoverIn(repository: Repository, discovery: Discovery): Promise<RunResult> {
  const { since, files, headCommit, dieAt } = discovery;
  let calls = 0;
  const call = <T>(answer: () => T): Promise<T> => {
    calls += 1;
    return calls === dieAt ? Promise.reject(new Died()) : Promise.resolve(answer());
  };
  const ports: DiscoverPorts = {
    checkout: checkoutOf(files),
    inputsOf: (file, own) => stackInputs(file, { readInput: () => "", region: undefined }, own),
    secrets: openSecrets(),
    pulls: pullsOf(repository, call),
    checks: checksOf(repository, call),
    snapshots: snapshotsOf(repository, call),
    headCommit: async () => headCommit,
    clock: { now: () => 0, sleep: async () => undefined },
    log: silent,
  };
  const run = { id: "1", attempt: 1, url: "https://github.test/runs/1", repository: "acme/app" };
  const job = { ...run, repositoryId: "1", number: "1", sha: headCommit };
  return discover({ globs: ["deployments/**"], since, run: job }, ports);
}

/** Git's id of a content. */
function blobOf(content: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest("hex");
}

function checkoutOf(files: Files): Checkout {
  const sources = new Map<string, SourceFile>();
  const unread = new Set<string>();
  const never = (): never => {
    throw new Error("these stacks ask for no such thing");
  };
  return {
    read: async (path) => {
      const content = files[path];
      if (content === undefined) {
        unread.add(path);
        throw new ActionError(`${path} does not exist`, {
          reasonCode: "invalid-input",
          cause: Object.assign(new Error(), { code: "ENOENT" }),
        });
      }
      sources.set(path, { path, blob: blobOf(content), isLinked: false });
      return Buffer.from(content);
    },
    pack: never,
    readBundled: never,
    writeRendered: never,
    sources: () => [...sources.values()],
    unread: () => [...unread],
    afresh: () => checkoutOf(files),
    find: async (globs) => Object.keys(files).filter(matcher(globs)).sort(),
    headCommit: async () => undefined,
  };
}

type Call = <T>(answer: () => T) => Promise<T>;

function pullsOf({ commits }: Repository, call: Call): Pulls {
  const before = (sha: string) =>
    commits.slice(
      0,
      commits.findIndex((commit) => commit.sha === sha),
    );
  return {
    ancestors: (sha: string, limit: number) =>
      call(() =>
        before(sha)
          .map((commit) => commit.sha)
          .reverse()
          .slice(0, limit),
      ),
    parents: (sha: string) => call(() => sha.split("+")),
    commitsBetween: () => call(() => []),
    mergeBase: (base: string) => call(() => base),
  } as unknown as Pulls;
}

function checksOf(repository: Repository, call: Call): Checks {
  const { runs } = repository;
  return {
    create: (headSha, name, { externalId, text = "", status }) =>
      call(() => leaveCheck(repository, { headSha, name, externalId, text, status })),
    update: (id, { externalId, text = "", status }) =>
      call(() => {
        const index = runs.findIndex((run) => run.id === id);
        const updated = { ...(runs[index] as CheckRun), externalId, text, status };
        runs[index] = updated;
        return updated;
      }),
    list: (sha, name) =>
      call(() =>
        runs.filter((run) => run.headSha === sha && (name === undefined || run.name === name)).reverse(),
      ),
  };
}

function snapshotsOf(repository: Repository, call: Call): Snapshots {
  return {
    checkRuns: (sha) => call(() => repository.runs.filter((run) => run.headSha === sha).reverse()),
    at: (sha) =>
      call(() => {
        const commit = repository.commits.find((each) => each.sha === sha || `merge+${each.sha}` === sha);
        if (commit === undefined) return undefined;
        const files = new Map(Object.entries(commit.files).map(([path, text]) => [path, blobOf(text)]));
        const folder = (path: string) => {
          const below = Object.entries(commit.files).filter(([name]) => name.startsWith(`${path}/`));
          return below.length === 0 ? undefined : blobOf(JSON.stringify(below.sort()));
        };
        return { id: async (path: string) => files.get(path) ?? folder(path), files };
      }),
    text: () => call(() => ""),
  };
}
