import { appJson, may } from "../identities.ts";
import { invalid, notAccessible, type Reply } from "../reply.ts";
import { type Backend, fields, type Request } from "../state.ts";
import { forward } from "./forward.ts";
import type { Route } from "./routes.ts";

export const commentRoutes: readonly Route[] = [
  ["GET", "/repos/:owner/:repo/issues/:number/comments", list],
  ["POST", "/repos/:owner/:repo/issues/:number/comments", create],
  ["GET", "/repos/:owner/:repo/issues/comments", list],
  ["GET", "/repos/:owner/:repo/issues/comments/:id", show],
  ["PATCH", "/repos/:owner/:repo/issues/comments/:id", update],
];

type Comment = Readonly<Record<string, unknown>> & { readonly id: number };

/** Characters, not UTF-16 units: GitHub's limit for the body of an issue or pull request comment. */
const bodyLimit = 65_536;

async function list(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  if (!Array.isArray(answer.body)) return answer;
  return { ...answer, body: answer.body.map((comment: Comment) => commentJson(backend, comment)) };
}

async function show(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  return answer.status === 200 ? { ...answer, body: commentJson(backend, answer.body as Comment) } : answer;
}

async function create(backend: Backend, request: Request): Promise<Reply> {
  checkBody(request);
  const answer = await forward(backend, request);
  if (answer.status !== 201) return answer;
  const comment = answer.body as Comment;
  if (request.identity.kind === "app") backend.state.commentApps.set(comment.id, request.identity.app);
  return { ...answer, body: commentJson(backend, comment) };
}

async function update(backend: Backend, request: Request): Promise<Reply> {
  checkBody(request);
  const answer = await forward(backend, request);
  return answer.status === 200 ? { ...answer, body: commentJson(backend, answer.body as Comment) } : answer;
}

function checkBody(request: Request): void {
  if (!may(request.identity, ["issues", "pull_requests"], "write")) throw notAccessible();
  const { body } = fields(request.body);
  if (typeof body === "string" && [...body].length > bodyLimit) {
    throw invalid(
      "IssueComment",
      "data",
      `Body is too long (maximum is ${bodyLimit} characters)`,
      "unprocessable",
    );
  }
  if (typeof body !== "string" || body.trim() === "") {
    throw invalid("IssueComment", "data", "Body cannot be blank", "unprocessable");
  }
}

/** A comment on a pull request links to the pull request, and one written by an app names the app. */
function commentJson(backend: Backend, comment: Comment): Comment {
  const app = backend.state.commentApps.get(comment.id);
  const html = String(comment.html_url);
  const place = /\/([^/]+\/[^/]+)\/issues\/(\d+)#/.exec(html);
  const onPull = place !== null && backend.state.pulls.has(`${place[1]}#${place[2]}`);
  return {
    ...comment,
    html_url: onPull ? html.replace("/issues/", "/pull/") : html,
    performed_via_github_app: app === undefined ? null : appJson(app, backend.baseUrl),
  };
}
