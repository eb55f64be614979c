import { ancestors } from "../git/history.ts";
import { simplePullJson } from "../happenings/pulls.ts";
import { administrator, may } from "../identities.ts";
import { notAccessible, notFound, Refusal, type Reply, reply } from "../reply.ts";
import { type Backend, type Pull, pullsOf, type Request } from "../state.ts";
import { repoOf } from "./forward.ts";
import { pageReply } from "./pages.ts";
import type { Route } from "./routes.ts";

export const commitPullRoutes: readonly Route[] = [["GET", "/repos/:owner/:repo/commits/:sha/pulls", list]];

type Params = Readonly<Record<string, string>>;

/**
 * The pull requests of a commit, by GitHub's rule: on the default branch, the merged one that brought it there;
 * elsewhere, the open and merged ones that contain it. GitHub's index follows a merge by seconds: with a lag of n,
 * the first n calls for a commit find nothing.
 */
async function list(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const repo = repoOf(params);
  const sha = await resolve(backend, repo, params.sha ?? "");
  if (!may(request.identity, ["pull_requests", "contents"], "read")) throw notAccessible();
  const { lag } = backend.state;
  const calls = (lag.seen.get(sha) ?? 0) + 1;
  lag.seen.set(sha, calls);
  if (calls <= lag.calls) return reply(200, []);
  const found = await pullsWith(backend, repo, sha);
  const shown = await Promise.all(
    found.map(async (pull) => {
      const answer = await backend.upstream.send(administrator, "GET", `/repos/${repo}/pulls/${pull.number}`);
      return simplePullJson(backend, answer.body);
    }),
  );
  return pageReply(backend, request, shown, (slice) => slice);
}

async function pullsWith(backend: Backend, repo: string, sha: string): Promise<Pull[]> {
  const onDefault = (await ancestors(backend.git, repo, await defaultTip(backend, repo))).has(sha);
  const all = pullsOf(backend.state, repo);
  if (onDefault) return all.filter((pull) => pull.merged?.commits.includes(sha));
  const candidates = all.filter((pull) => pull.open || pull.merged !== undefined);
  return candidates.filter((pull) => pull.commits.includes(sha));
}

async function defaultTip(backend: Backend, repo: string): Promise<string> {
  const answer = await backend.upstream.send(administrator, "GET", `/repos/${repo}`);
  if (answer.status !== 200) throw notFound();
  const { default_branch: branch } = answer.body as { default_branch: string };
  const tip = await backend.git.ref(repo, `refs/heads/${branch}`);
  if (tip === undefined) throw new Refusal(409, "Git Repository is empty.");
  return tip;
}

/** A branch name or (part of) a commit's SHA → the SHA. */
export async function resolve(backend: Backend, repo: string, ref: string): Promise<string> {
  const answer = await backend.upstream.send(administrator, "GET", `/repos/${repo}/commits/${ref}`);
  if (answer.status === 200) return (answer.body as { sha: string }).sha;
  const known = await backend.upstream.send(administrator, "GET", `/repos/${repo}`);
  if (known.status !== 200) throw notFound();
  throw new Refusal(422, `No commit found for SHA: ${ref}`);
}
