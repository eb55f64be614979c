import { commitsBetween } from "../git/history.ts";
import { finishMerge, type MergeMethod, makeMerge, mergeable } from "../happenings/merging.ts";
import { pullJson, setHead, simplePullJson, syncPulls } from "../happenings/pulls.ts";
import { administrator } from "../identities.ts";
import { invalid, notFound, Refusal, type Reply } from "../reply.ts";
import { type Backend, fields, findPull, type Pull, pullsOf, type Request } from "../state.ts";
import { forward, repoOf } from "./forward.ts";
import type { Route } from "./routes.ts";

export const pullRoutes: readonly Route[] = [
  ["GET", "/repos/:owner/:repo/pulls", list],
  ["POST", "/repos/:owner/:repo/pulls", create],
  ["GET", "/repos/:owner/:repo/pulls/:number", show],
  ["PATCH", "/repos/:owner/:repo/pulls/:number", update],
  ["PUT", "/repos/:owner/:repo/pulls/:number/merge", merge],
];

type Params = Readonly<Record<string, string>>;

export function knownPull(backend: Backend, params: Params): Pull {
  const pull = findPull(backend.state, repoOf(params), Number(params.number));
  if (pull === undefined) throw notFound();
  return pull;
}

async function list(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  if (!Array.isArray(answer.body)) return answer;
  return { ...answer, body: answer.body.map((json) => simplePullJson(backend, json)) };
}

async function show(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  return answer.status === 200 ? { ...answer, body: pullJson(backend, answer.body) } : answer;
}

async function create(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const repo = repoOf(params);
  const { head: headField, base: baseField } = fields(request.body);
  const [head, base] = [String(headField ?? ""), String(baseField ?? "")];
  await refuseUnusable(backend, repo, head, base);
  const answer = await forward(backend, request);
  if (answer.status !== 201) return answer;
  const made = answer.body as {
    id: number;
    number: number;
    head: { sha: string; ref: string; repo: { id: number; full_name: string } };
    base: { repo: { id: number } };
  };
  const pull: Pull = {
    repo,
    number: made.number,
    ids: { pull: made.id, head: made.head.repo.id, base: made.base.repo.id },
    headRepo: made.head.repo.full_name,
    headRef: made.head.ref,
    headSha: made.head.sha,
    baseRef: base,
    baseSha: "",
    commits: [],
    testMerge: null,
    open: true,
    merged: undefined,
  };
  backend.state.pulls.set(`${repo}#${made.number}`, pull);
  if (pull.headRepo === repo) await setHead(backend, pull, pull.headSha);
  return { ...answer, body: pullJson(backend, answer.body) };
}

/** emulate makes missing branches and knows neither "no commits" nor "already exists"; GitHub answers 422 to each. */
async function refuseUnusable(backend: Backend, repo: string, head: string, base: string): Promise<void> {
  const baseSha = await backend.git.ref(repo, `refs/heads/${base}`);
  if (baseSha === undefined) throw invalid("PullRequest", "base", "base is invalid", "invalid");
  if (head.includes(":") && head.split(":")[0] !== repo.split("/")[0]) return;
  const branch = head.replace(/^[^:]*:/, "");
  const headSha = await backend.git.ref(repo, `refs/heads/${branch}`);
  if (headSha === undefined) throw invalid("PullRequest", "head", "head is invalid", "invalid");
  const twin = pullsOf(backend.state, repo).find((p) => p.open && p.headRef === branch && p.baseRef === base);
  const owned = `${repo.split("/")[0]}:${branch}`;
  if (twin !== undefined) throw invalid("PullRequest", "head", `A pull request already exists for ${owned}.`);
  if ((await commitsBetween(backend.git, repo, baseSha, headSha)).length === 0) {
    throw invalid("PullRequest", "base", `No commits between ${base} and ${branch}`);
  }
}

async function update(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const pull = knownPull(backend, params);
  const { base, state } = fields(request.body);
  if (typeof base === "string" && (await backend.git.ref(pull.repo, `refs/heads/${base}`)) === undefined) {
    throw invalid("PullRequest", "base", "Proposed base branch was not found", "invalid");
  }
  if (state === "open" && pull.merged !== undefined)
    throw invalid("PullRequest", "state", "The pull request was merged.");
  const answer = await forward(backend, request);
  if (answer.status !== 200) return answer;
  if (typeof base === "string" && base !== pull.baseRef) {
    pull.baseRef = base;
    pull.baseSha = "";
  }
  if (state === "open" || state === "closed") pull.open = state === "open";
  await syncPulls(backend, pull.repo);
  return { ...answer, body: pullJson(backend, answer.body) };
}

async function merge(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const pull = knownPull(backend, params);
  const { merge_method: method = "merge", sha } = fields(request.body);
  if (method !== "merge" && method !== "squash" && method !== "rebase") {
    throw invalid(
      "PullRequest",
      "merge_method",
      "merge_method is not one of merge, squash, rebase",
      "invalid",
    );
  }
  const path = `/repos/${pull.repo}/pulls/${pull.number}`;
  const current = await backend.upstream.send(administrator, "GET", path);
  mergeable(pull, fields(current.body).draft === true, sha);
  const onto = await backend.git.ref(pull.repo, `refs/heads/${pull.baseRef}`);
  if (onto === undefined) throw new Refusal(405, "Pull Request is not mergeable");
  const made = await makeMerge(backend, pull, onto, method satisfies MergeMethod, request.identity.login);
  return finishMerge(backend, pull, request.identity, made);
}
