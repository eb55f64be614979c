import { administrator, may } from "../identities.ts";
import { notAccessible, notFound, Refusal, type Reply } from "../reply.ts";
import { type Backend, fields, findPull, type Request } from "../state.ts";
import { forward, repoOf } from "./forward.ts";
import type { Route } from "./routes.ts";

export const reviewRoutes: readonly Route[] = [
  ["GET", "/repos/:owner/:repo/pulls/:number/reviews", list],
  ["POST", "/repos/:owner/:repo/pulls/:number/reviews", create],
  ["PUT", "/repos/:owner/:repo/pulls/:number/reviews/:id/dismissals", passOn],
];

type Params = Readonly<Record<string, string>>;
type Review = Readonly<Record<string, unknown>> & { readonly id: number };

async function list(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  if (!Array.isArray(answer.body)) return answer;
  return { ...answer, body: answer.body.map((review: Review) => reviewJson(backend, review)) };
}

/** emulate takes the head as it was when the pull request was opened, and lets authors approve their own work. */
async function create(backend: Backend, request: Request, params: Params): Promise<Reply> {
  if (!may(request.identity, ["pull_requests"], "write")) throw notAccessible();
  const pull = findPull(backend.state, repoOf(params), Number(params.number));
  if (pull === undefined) throw notFound();
  const body = fields(request.body);
  const path = `/repos/${pull.repo}/pulls/${pull.number}`;
  const { user } = fields((await backend.upstream.send(administrator, "GET", path)).body);
  const ownWork = fields(user).login === request.identity.login;
  if (ownWork && (body.event === "APPROVE" || body.event === "REQUEST_CHANGES")) {
    const verb = body.event === "APPROVE" ? "approve" : "request changes on";
    throw new Refusal(422, "Unprocessable Entity", [`Can not ${verb} your own pull request`]);
  }
  const commit = typeof body.commit_id === "string" ? body.commit_id : pull.headSha;
  const answer = await forward(backend, request, { ...body, commit_id: commit });
  if (answer.status >= 300) return answer;
  const review = answer.body as Review;
  backend.state.reviews.set(review.id, { at: backend.now(), commit, repo: pull.repo });
  return { ...answer, status: 200, body: reviewJson(backend, review) };
}

async function passOn(backend: Backend, request: Request): Promise<Reply> {
  if (!may(request.identity, ["pull_requests"], "write")) throw notAccessible();
  const answer = await forward(backend, request);
  return answer.status === 200 ? { ...answer, body: reviewJson(backend, answer.body as Review) } : answer;
}

function reviewJson(
  backend: Backend,
  { created_at: _created, updated_at: _updated, ...review }: Review,
): Readonly<Record<string, unknown>> {
  const known = backend.state.reviews.get(Number(review.id));
  if (known === undefined || review.state === "PENDING") return review;
  return { ...review, submitted_at: known.at, commit_id: known.commit };
}
