import { syncPulls } from "../happenings/pulls.ts";
import { administrator } from "../identities.ts";
import { Refusal, type Reply } from "../reply.ts";
import { type Backend, fields, type Request } from "../state.ts";
import { forward, repoOf } from "./forward.ts";
import { pageReply } from "./pages.ts";
import { knownPull } from "./pull-routes.ts";
import type { Route } from "./routes.ts";

/** What a pull request consists of, and the requests that change it by moving branches. */
export const pullContentRoutes: readonly Route[] = [
  ["GET", "/repos/:owner/:repo/pulls/:number/commits", commits],
  ["GET", "/repos/:owner/:repo/pulls/:number/files", files],
  ["PUT", "/repos/:owner/:repo/pulls/:number/update-branch", updateBranch],
  ["POST", "/repos/:owner/:repo/git/refs", forwardAndSync],
  ["PATCH", "/repos/:owner/:repo/git/refs/*", forwardAndSync],
  ["PUT", "/repos/:owner/:repo/contents/*", forwardAndSync],
  ["DELETE", "/repos/:owner/:repo/contents/*", forwardAndSync],
];

type Params = Readonly<Record<string, string>>;

async function commits(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const pull = knownPull(backend, params);
  const shown = await Promise.all(
    pull.commits.map(async (sha) => {
      const answer = await backend.upstream.send(administrator, "GET", `/repos/${pull.repo}/commits/${sha}`);
      const { files: _files, stats: _stats, ...commit } = fields(answer.body);
      return commit;
    }),
  );
  return pageReply(backend, request, shown, (slice) => slice);
}

/** emulate invents `file1.ts`, `file2.ts`, …; its comparison of two commits is right. */
async function files(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const pull = knownPull(backend, params);
  const path = `/repos/${pull.repo}/compare/${pull.baseSha}...${pull.headSha}`;
  const answer = await backend.upstream.send(administrator, "GET", path);
  if (answer.status !== 200) return answer;
  return pageReply(backend, request, (answer.body as { files: unknown[] }).files, (slice) => slice);
}

async function updateBranch(): Promise<Reply> {
  throw new Refusal(
    501,
    "The sandbox does not update branches; emulate would drop what the base branch holds",
  );
}

async function forwardAndSync(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const answer = await forward(backend, request);
  if (answer.status < 300) await syncPulls(backend, repoOf(params));
  return answer;
}
