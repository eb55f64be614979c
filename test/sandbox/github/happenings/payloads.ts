import { commitsBetween } from "../git/history.ts";
import { administrator, organization } from "../identities.ts";
import { type Backend, findPull } from "../state.ts";
import { noCommit, type Push } from "./branches.ts";
import type { MergeGroup } from "./queue.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What starts a workflow run: the payload of the event file and the GITHUB_* values that go with it. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Json;
  /** GITHUB_SHA: what actions/checkout takes. */
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
}

/** `repository`, `organization` and `sender`, which every payload ends with. */
export async function surroundings(backend: Backend, repo: string, sender: string): Promise<Json> {
  const read = async (path: string) => (await backend.upstream.send(administrator, "GET", path)).body as Json;
  const [repository, owner, user] = await Promise.all([
    read(`/repos/${repo}`),
    read(`/orgs/${organization}`),
    sender.endsWith("[bot]") ? { login: sender, type: "Bot" } : read(`/users/${sender}`),
  ]);
  return { repository, organization: owner, sender: user };
}

export async function tip(backend: Backend, repo: string, branch: string): Promise<string> {
  const sha = await backend.git.ref(repo, `refs/heads/${branch}`);
  if (sha === undefined) throw new Error(`${repo} has no branch ${branch}`);
  return sha;
}

/**
 * A run for a pull request stands on its merge branch; once merged, on the base branch; `pull_request_target` always on
 * the base branch. GitHub starts no run for a pull request that conflicts.
 */
export async function pullContext(backend: Backend, repo: string, number: number, event: string) {
  const pull = findPull(backend.state, repo, number);
  if (pull === undefined) throw new Error(`there is no pull request ${repo}#${number}`);
  const refs = { headRef: pull.headRef, baseRef: pull.baseRef };
  if (event === "pull_request_target") {
    return { ...refs, sha: await tip(backend, repo, pull.baseRef), ref: `refs/heads/${pull.baseRef}` };
  }
  if (pull.merged !== undefined) return { ...refs, sha: pull.merged.sha, ref: `refs/heads/${pull.baseRef}` };
  if (pull.testMerge === null)
    throw new Error(`${repo}#${number} conflicts with ${pull.baseRef}: GitHub starts no run`);
  return { ...refs, sha: pull.testMerge, ref: `refs/pull/${number}/merge` };
}

export async function pushEvent(backend: Backend, repo: string, push: Push): Promise<WorkflowEvent> {
  const { ref, before, after, pusher, forced } = push;
  const created = before === noCommit;
  const commits = created ? [] : await commitsBetween(backend.git, repo, before, after);
  const head = await backend.git.commit(repo, after);
  const show = ({ sha, tree, message, author, committer }: typeof head) => ({
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: committer.date,
    url: `${backend.baseUrl}/${repo}/commit/${sha}`,
    author: { name: author.name, email: author.email, username: author.name },
    committer: { name: committer.name, email: committer.email, username: committer.name },
  });
  const payload = {
    ref,
    before,
    after,
    ...(await surroundings(backend, repo, pusher)),
    pusher: { name: pusher, email: `${pusher}@example.com` },
    created,
    deleted: false,
    forced,
    base_ref: null,
    compare: `${backend.baseUrl}/${repo}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: commits.map(show),
    head_commit: show(head),
  };
  return { name: "push", payload, sha: after, ref, headRef: "", baseRef: "", actor: pusher };
}

export async function mergeGroupEvent(
  backend: Backend,
  repo: string,
  group: MergeGroup,
): Promise<WorkflowEvent> {
  const { headSha, headRef, baseSha, baseRef } = group;
  const head = await backend.git.commit(repo, headSha);
  const { tree, message, author, committer } = head;
  const commit = { id: headSha, tree_id: tree, message, timestamp: committer.date, author, committer };
  const mergeGroup = {
    head_sha: headSha,
    head_ref: headRef,
    base_sha: baseSha,
    base_ref: baseRef,
    head_commit: commit,
  };
  const sender = "alice";
  const payload = {
    action: "checks_requested",
    merge_group: mergeGroup,
    ...(await surroundings(backend, repo, sender)),
  };
  return {
    name: "merge_group",
    payload,
    sha: headSha,
    ref: headRef,
    headRef: "",
    baseRef: "",
    actor: sender,
  };
}
