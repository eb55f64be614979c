import { administrator } from "../identities.ts";
import { Refusal } from "../reply.ts";
import type { Upstream } from "../upstream.ts";
import { mergeText } from "./merge-text.ts";

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
}
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}
interface Entry {
  readonly mode: string;
  readonly sha: string;
}
/** Changes to files: text, an object that exists, or null to delete. */
export type FileChanges = Readonly<Record<string, string | Entry | null>>;
type Tree = ReadonlyMap<string, Entry>;

/** Git objects and refs of emulate's repositories, read and written as the organization's administrator. */
export interface Git {
  commit(repo: string, sha: string): Promise<Commit>;
  tree(repo: string, tree: string): Promise<Tree>;
  blob(repo: string, sha: string): Promise<Buffer>;
  writeTree(repo: string, base: string | undefined, changes: FileChanges): Promise<string>;
  writeCommit(repo: string, commit: Omit<Commit, "sha">): Promise<string>;
  ref(repo: string, ref: string): Promise<string | undefined>;
  setRef(repo: string, ref: string, sha: string): Promise<void>;
  deleteRef(repo: string, ref: string): Promise<void>;
  /** The three-way merge of whole trees; undefined on a conflict. */
  mergeTrees(repo: string, base: string, ours: string, theirs: string): Promise<string | undefined>;
}

interface TreeJson {
  readonly sha: string;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly type: string;
    readonly sha: string;
  }[];
}
interface CommitJson {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
  readonly author: Person;
  readonly committer: Person;
}

export function openGit(upstream: Upstream): Git {
  const objects = new Map<string, Promise<unknown>>();
  /** Git objects never change, so each is read once. */
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = objects.get(key) ?? read();
    objects.set(key, known);
    known.catch(() => objects.delete(key));
    return known as Promise<T>;
  };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await upstream.send(administrator, method, path, body);
    if (answer.status < 300) return answer.body as T;
    const message = (answer.body as { message?: string } | undefined)?.message ?? "";
    throw new Refusal(answer.status, message);
  };
  const git: Git = {
    commit: (repo, sha) =>
      once(`${repo} commit ${sha}`, async () => {
        const json = await call<CommitJson>("GET", `/repos/${repo}/git/commits/${sha}`);
        return { ...json, tree: json.tree.sha, parents: json.parents.map((parent) => parent.sha) };
      }),
    tree: (repo, tree) =>
      once(`${repo} tree ${tree}`, async () => {
        const json = await call<TreeJson>("GET", `/repos/${repo}/git/trees/${tree}?recursive=1`);
        return new Map(
          json.tree.filter((e) => e.type === "blob").map((e) => [e.path, { mode: e.mode, sha: e.sha }]),
        );
      }),
    blob: (repo, sha) =>
      once(`${repo} blob ${sha}`, async () => {
        const json = await call<{ content: string }>("GET", `/repos/${repo}/git/blobs/${sha}`);
        return Buffer.from(json.content, "base64");
      }),
    async writeTree(repo, base, changes) {
      const tree = Object.entries(changes).map(([path, change]) => {
        const plain = { path, mode: "100644", type: "blob" };
        if (change === null) return { ...plain, sha: null };
        return typeof change === "string" ? { ...plain, content: change } : { ...plain, ...change };
      });
      const from = base === undefined ? {} : { base_tree: base };
      return (await call<TreeJson>("POST", `/repos/${repo}/git/trees`, { ...from, tree })).sha;
    },
    async writeCommit(repo, commit) {
      return (await call<CommitJson>("POST", `/repos/${repo}/git/commits`, commit)).sha;
    },
    async ref(repo, ref) {
      const answer = await upstream.send(
        administrator,
        "GET",
        `/repos/${repo}/git/ref/${ref.replace(/^refs\//, "")}`,
      );
      return answer.status === 200 ? (answer.body as { object: { sha: string } }).object.sha : undefined;
    },
    async setRef(repo, ref, sha) {
      const known = await git.ref(repo, ref);
      if (known === sha) return;
      if (known === undefined) await call("POST", `/repos/${repo}/git/refs`, { ref, sha });
      else await call("PATCH", `/repos/${repo}/git/refs/${ref.replace(/^refs\//, "")}`, { sha, force: true });
    },
    async deleteRef(repo, ref) {
      await call("DELETE", `/repos/${repo}/git/refs/${ref.replace(/^refs\//, "")}`);
    },
    mergeTrees: (repo, base, ours, theirs) => mergeTrees(git, repo, base, ours, theirs),
  };
  return git;
}

async function mergeTrees(git: Git, repo: string, base: string, ours: string, theirs: string) {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const [b, o, t] = await Promise.all([git.tree(repo, base), git.tree(repo, ours), git.tree(repo, theirs)]);
  const changes: Record<string, string | Entry | null> = {};
  for (const path of new Set([...b.keys(), ...t.keys()])) {
    const [was, mine, other] = [b.get(path)?.sha, o.get(path)?.sha, t.get(path)?.sha];
    if (other === was || other === mine) continue;
    if (mine === was) changes[path] = t.get(path) ?? null;
    else if (was === undefined || mine === undefined || other === undefined) return undefined;
    else {
      const texts = await Promise.all(
        [was, mine, other].map(async (sha) => (await git.blob(repo, sha)).toString("utf8")),
      );
      const merged = mergeText(texts[0] ?? "", texts[1] ?? "", texts[2] ?? "");
      if (merged === undefined) return undefined;
      changes[path] = merged;
    }
  }
  return git.writeTree(repo, ours, changes);
}
