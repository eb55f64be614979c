import { administrator, may } from "../identities.ts";
import { invalid, notAccessible, notFound, Refusal, type Reply, reply } from "../reply.ts";
import { type Backend, type Deployment, fields, type Request } from "../state.ts";
import { resolve } from "./commit-pulls.ts";
import { repoOf } from "./forward.ts";
import { pageReply } from "./pages.ts";
import type { Route } from "./routes.ts";

export const deploymentRoutes: readonly Route[] = [
  ["GET", "/repos/:owner/:repo/deployments", list],
  ["POST", "/repos/:owner/:repo/deployments", create],
  ["GET", "/repos/:owner/:repo/deployments/:id", show],
  ["GET", "/repos/:owner/:repo/deployments/:id/statuses", statuses],
  ["POST", "/repos/:owner/:repo/deployments/:id/statuses", createStatus],
];

type Params = Readonly<Record<string, string>>;

const states = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];

function allow(request: Request, access: "read" | "write"): void {
  if (!may(request.identity, ["deployments"], access)) throw notAccessible();
}

function find(backend: Backend, params: Params): Deployment {
  const all = backend.state.deployments.get(repoOf(params)) ?? [];
  const found = all.find((deployment) => deployment.json.id === Number(params.id));
  if (found === undefined) throw notFound();
  return found;
}

async function list(backend: Backend, request: Request, params: Params): Promise<Reply> {
  allow(request, "read");
  const wanted = ["sha", "ref", "task", "environment"].map((key) => [key, request.query.get(key)] as const);
  const all = (backend.state.deployments.get(repoOf(params)) ?? [])
    .map((deployment) => deployment.json)
    .filter((json) => wanted.every(([key, value]) => value === null || json[key] === value));
  return pageReply(backend, request, all.reverse(), (slice) => slice);
}

async function show(backend: Backend, request: Request, params: Params): Promise<Reply> {
  allow(request, "read");
  return reply(200, find(backend, params).json);
}

/** Commit statuses that GitHub would wait for (`required_contexts`) are not looked at. */
async function create(backend: Backend, request: Request, params: Params): Promise<Reply> {
  allow(request, "write");
  const repo = repoOf(params);
  const body = fields(request.body);
  if (typeof body.ref !== "string") throw new Refusal(422, `Invalid request.\n\n"ref" wasn't supplied.`);
  const sha = await resolve(backend, repo, body.ref);
  const id = backend.state.nextId++;
  const environment = body.environment ?? "production";
  const json = {
    url: `${backend.baseUrl}/repos/${repo}/deployments/${id}`,
    id,
    sha,
    ref: body.ref,
    task: body.task ?? "deploy",
    payload: body.payload ?? {},
    original_environment: environment,
    environment,
    description: body.description ?? null,
    creator: await creator(backend, request),
    created_at: backend.now(),
    updated_at: backend.now(),
    statuses_url: `${backend.baseUrl}/repos/${repo}/deployments/${id}/statuses`,
    repository_url: `${backend.baseUrl}/repos/${repo}`,
    transient_environment: body.transient_environment ?? false,
    production_environment: body.production_environment ?? environment === "production",
  };
  backend.state.deployments.set(repo, [
    ...(backend.state.deployments.get(repo) ?? []),
    { json, statuses: [] },
  ]);
  return reply(201, json);
}

async function statuses(backend: Backend, request: Request, params: Params): Promise<Reply> {
  allow(request, "read");
  return pageReply(backend, request, [...find(backend, params).statuses].reverse(), (slice) => slice);
}

async function createStatus(backend: Backend, request: Request, params: Params): Promise<Reply> {
  allow(request, "write");
  const deployment = find(backend, params);
  const body = fields(request.body);
  if (!states.includes(String(body.state))) {
    throw invalid("DeploymentStatus", "state", `state is not one of ${states.join(", ")}`, "invalid");
  }
  const id = backend.state.nextId++;
  const status = {
    url: `${String(deployment.json.statuses_url)}/${id}`,
    id,
    state: body.state,
    creator: await creator(backend, request),
    description: body.description ?? "",
    environment: body.environment ?? deployment.json.environment,
    target_url: body.log_url ?? body.target_url ?? "",
    log_url: body.log_url ?? body.target_url ?? "",
    environment_url: body.environment_url ?? "",
    deployment_url: deployment.json.url,
    repository_url: deployment.json.repository_url,
    created_at: backend.now(),
    updated_at: backend.now(),
  };
  deployment.statuses.push(status);
  return reply(201, status);
}

async function creator(backend: Backend, request: Request): Promise<unknown> {
  const { login, kind } = request.identity;
  if (kind === "app") return { login, id: request.identity.app.botId, type: "Bot" };
  return (await backend.upstream.send(administrator, "GET", `/users/${login}`)).body;
}
