import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { encodeMark } from "../../../src/changes/review/mark.ts";
import { surveyPorts } from "../../../src/discovery.ts";
import { type DiscoverPorts, discover } from "../../../src/flows/discover/discover.ts";
import { deployCheckName } from "../../../src/flows/job.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import type { Since } from "../../../src/plan.ts";
import type { CheckRun, CheckRunContent, Checks, Pulls, Snapshot } from "../../../src/ports/github.ts";
import { openWorkspace } from "../../../src/workspace.ts";
import { run, silent } from "../world.ts";

/** The text of a file; `null` takes it away, a link leads to a path. */
type Content = string | null | { readonly link: string };

/** The app that the run's token is of. */
export const OURS = 15368;
export const FOREIGN = 424242;

/** A real git repository, checked out, and the check runs that GitHub would keep beside it. */
export interface Repository extends AsyncDisposable {
  readonly folder: string;
  /** The first commit. */
  readonly first: string;
  /** Lays files into the checkout. */
  write(files: Readonly<Record<string, Content>>): void;
  /** Commits the checkout as it is, with these files. */
  commit(files?: Readonly<Record<string, Content>>): string;
  /** Checks a commit out. */
  checkout(sha: string): void;
  git(...args: readonly string[]): string;
  /** What the deploy of a stack leaves on its commit; a killed one or one that was blocked leaves no mark. */
  deployed(stack: string, sha: string, state?: "settled" | "begun" | "none", appId?: number): void;
  /** Every check run, oldest first. */
  readonly runs: CheckRun[];
  readonly warnings: string[];
  /** Commits whose check runs were asked for, one entry a request. */
  readonly asked: string[];
  /** Trees that were read already: a commit's stays as it is. */
  readonly snapshots: Map<string, Snapshot | undefined>;
  /** What happens just before a call: `checks.create`, `checks.update`, `checkRuns`. */
  before: (call: string) => void;
  discover(since: Since, options?: DiscoverOptions): Promise<RunResult>;
}

/** Before its first commit. */
type Growing = Omit<Repository, "first">;

interface DiscoverOptions {
  readonly globs?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ports?: Partial<DiscoverPorts>;
}

const IDENTITY = {
  ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
  ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
};
const COMMIT =
  "git add --all --force && git commit --quiet --allow-empty --message change && git rev-parse HEAD";

export const push = (commit: string): Since => ({ kind: "deploys", commit });
export const group = (base: string, commit: string): Since => ({ kind: "commit", base, commit });

export async function openRepository(files: Readonly<Record<string, Content>>): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), "discover-"));
  const folder = join(root, "work");
  mkdirSync(folder);
  const sh = (script: string, ...args: readonly string[]) =>
    execFileSync("sh", ["-c", script, "sh", ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 100_000_000,
      env: { ...process.env, ...IDENTITY },
    });
  const git = (...args: readonly string[]) => sh('exec git "$@"', ...args);
  const runs: CheckRun[] = [];
  const write = (contents: Readonly<Record<string, Content>>) => {
    for (const [path, content] of Object.entries(contents)) put(join(folder, path), content);
  };
  const repository: Growing = {
    ...{ folder, git, runs, write, warnings: [], asked: [], snapshots: new Map(), before: () => undefined },
    commit(contents = {}) {
      write(contents);
      // One process for all of it: there are many commits.
      return sh(COMMIT).trim();
    },
    checkout: (sha) => void git("checkout", "--quiet", "--force", "--detach", sha),
    deployed(stack, sha, state = "settled", appId = OURS) {
      const mark = { account: "123456789012", digest: "0".repeat(64) };
      const name = deployCheckName({ stackName: stack, region: "us-east-1", label: undefined });
      const externalId = state === "none" ? "" : encodeMark({ ...mark, state });
      runs.push(runOf({ id: runs.length + 1, name, headSha: sha, appId }, { ...SHOWN, externalId }));
    },
    discover: (since, options = {}) => {
      const { globs = ["deployments/**"], ports = {} } = options;
      return discover({ globs, since, run }, { ...portsOf(repository, root, options), ...ports });
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
  write(files);
  return Object.assign(repository, {
    first: sh(`git init --quiet --initial-branch=main && ${COMMIT}`).trim(),
  });
}

function put(path: string, content: Content): void {
  rmSync(path, { force: true, recursive: true });
  if (content === null) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === "string") writeFileSync(path, content);
  else symlinkSync(content.link, path);
}

const SHOWN = { status: "completed", title: "", summary: "", text: "", annotations: [] } as const;

function runOf(
  known: Pick<CheckRun, "id" | "name" | "headSha" | "appId">,
  { externalId, status, title, text = "" }: CheckRunContent,
): CheckRun {
  return { ...known, externalId, status, title, text, startedAt: 0, completedAt: 0, url: "" };
}

function portsOf(repository: Growing, root: string, { inputs = {} }: DiscoverOptions): DiscoverPorts {
  const { folder, warnings } = repository;
  const places = { workspace: folder, action: process.cwd(), temp: join(root, "temp") };
  const world = {
    readInput: (name: string) => (name === "mode" ? "discover" : (inputs[name] ?? "")),
    region: "us-east-1",
    workspace: openWorkspace(places),
    clock: { now: () => 0, sleep: async () => undefined },
    log: { ...silent, warning: (text: string) => void warnings.push(text) },
  };
  return {
    ...surveyPorts(world),
    pulls: pullsOf(repository),
    checks: checksOf(repository),
    snapshots: snapshotsOf(repository),
  };
}

/** What a discovery asks about commits; it asks nothing else. */
function pullsOf({ git }: Pick<Repository, "git">): Pulls {
  const lines = (...args: readonly string[]) =>
    git(...args)
      .split("\n")
      .filter(Boolean);
  const asked: Pick<Pulls, "ancestors" | "parents" | "mergeBase" | "commitsBetween"> = {
    ancestors: async (sha, limit) => lines("rev-list", "--first-parent", `-${limit + 1}`, sha).slice(1),
    parents: async (sha) => git("show", "--no-patch", "--format=%P", sha).trim().split(" "),
    mergeBase: async (base, head) => git("merge-base", base, head).trim(),
    commitsBetween: async (base, head) => lines("rev-list", "--reverse", `${base}..${head}`),
  };
  return asked as Pulls;
}

function checksOf(repository: Growing): Checks {
  const { runs } = repository;
  return {
    async create(headSha, name, content) {
      repository.before("checks.create");
      const made = runOf({ id: runs.length + 1, name, headSha, appId: OURS }, content);
      runs.push(made);
      return made;
    },
    async update(id, content) {
      repository.before("checks.update");
      const old = runs[id - 1];
      if (old === undefined || old.appId !== OURS) throw new Error(`check run ${id} is not ours`);
      runs[id - 1] = runOf(old, content);
      return runs[id - 1] ?? old;
    },
    list: async (sha, name) => runs.filter((each) => each.headSha === sha && each.name === name).reverse(),
  };
}

function snapshotsOf(repository: Growing): NonNullable<DiscoverPorts["snapshots"]> {
  const { git, runs, asked, snapshots } = repository;
  return {
    async checkRuns(sha) {
      repository.before("checkRuns");
      asked.push(sha);
      return runs.filter((each) => each.headSha === sha).reverse();
    },
    at: async (sha) => {
      if (!snapshots.has(sha)) snapshots.set(sha, snapshotOf(git, sha));
      return snapshots.get(sha);
    },
    text: async (blob) => git("cat-file", "blob", blob),
  };
}

function snapshotOf(git: Repository["git"], sha: string): Snapshot | undefined {
  if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
  const entries = git("ls-tree", "-r", "-t", "-z", "--full-tree", sha)
    .split("\0")
    .filter(Boolean)
    .map((line) => {
      const [, mode = "", id = "", path = ""] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? [];
      return { mode, id, path };
    });
  const ids = new Map(entries.map(({ path, id }) => [path, id]));
  const files = entries
    .filter(({ mode }) => mode.startsWith("100"))
    .map(({ path, id }) => [path, id] as const);
  return { id: async (path) => ids.get(path), files: new Map(files) };
}

/** Stacks of a matrix. */
export function stacksIn(matrix: string | undefined): readonly string[] {
  const { include } = JSON.parse(matrix ?? "") as { include: readonly { "stack-name": string }[] };
  return include.map((entry) => entry["stack-name"]);
}
