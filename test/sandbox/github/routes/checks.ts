import { type App, administrator, appJson, may } from "../identities.ts";
import { notAccessible, notFound, Refusal, type Reply } from "../reply.ts";
import { type Backend, fields, type Pull, pullsOf, type Request, type State } from "../state.ts";
import { checkOutput, newAnnotations } from "./check-output.ts";
import { resolve } from "./commit-pulls.ts";
import { forward, repoOf } from "./forward.ts";
import { pageReply } from "./pages.ts";
import type { Route } from "./routes.ts";

export const checkRoutes: readonly Route[] = [
  ["POST", "/repos/:owner/:repo/check-runs", create],
  ["PATCH", "/repos/:owner/:repo/check-runs/:id", update],
  ["GET", "/repos/:owner/:repo/check-runs/:id", show],
  ["GET", "/repos/:owner/:repo/check-runs/:id/annotations", annotations],
  ["GET", "/repos/:owner/:repo/commits/:ref/check-runs", list],
];

type Params = Readonly<Record<string, string>>;
type Run = Readonly<Record<string, unknown>> & { readonly id: number; readonly name: string };

/** Only apps write check runs; a person gets 403 whatever their rights are. */
function writer(request: Request): App {
  const { identity } = request;
  if (identity.kind !== "app") throw new Refusal(403, "You must authenticate via a GitHub App.");
  if (!may(identity, ["checks"], "write")) throw notAccessible();
  return identity.app;
}

/** The body that emulate is given: it counts annotations but keeps no title, column or earlier ones, so those stay here. */
function withoutAnnotations(body: Params | Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { output, ...rest } = body as Record<string, unknown>;
  if (typeof output !== "object" || output === null) return rest;
  const { annotations: _kept, images: _images, ...shown } = output as Record<string, unknown>;
  return { ...rest, output: shown };
}

async function create(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const app = writer(request);
  const body = fields(request.body);
  checkOutput(body.output, "create");
  if (typeof body.head_sha === "string") await resolve(backend, repoOf(params), body.head_sha);
  // GitHub: a conclusion makes the run completed, and a run starts when it is made.
  const completed = typeof body.conclusion === "string" ? { status: "completed" } : {};
  const times =
    completed.status === "completed" || body.status === "completed" ? { completed_at: backend.now() } : {};
  const sent = withoutAnnotations({ started_at: backend.now(), ...times, ...body, ...completed });
  const answer = await forward(backend, request, sent);
  if (answer.status !== 201) return answer;
  const run = answer.body as Run;
  backend.state.checks.set(run.id, { app, repo: repoOf(params), annotations: newAnnotations(body.output) });
  return { ...answer, body: runJson(backend, run) };
}

async function update(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const app = writer(request);
  const record = backend.state.checks.get(Number(params.id));
  if (record === undefined) throw notFound();
  if (record.app.id !== app.id) {
    const who = `Invalid app_id \`${app.id}\``;
    throw new Refusal(403, `${who} - check run can only be modified by the GitHub App that created it.`);
  }
  const body = fields(request.body);
  checkOutput(body.output, "update");
  const done = typeof body.conclusion === "string" || body.status === "completed";
  const completion = done ? { status: "completed", completed_at: body.completed_at ?? backend.now() } : {};
  const answer = await forward(backend, request, withoutAnnotations({ ...body, ...completion }));
  if (answer.status !== 200) return answer;
  record.annotations.push(...newAnnotations(body.output));
  return { ...answer, body: runJson(backend, answer.body as Run) };
}

async function show(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  return answer.status === 200 ? { ...answer, body: runJson(backend, answer.body as Run) } : answer;
}

async function annotations(backend: Backend, request: Request, params: Params): Promise<Reply> {
  const record = backend.state.checks.get(Number(params.id));
  if (record === undefined) throw notFound();
  const href = `${backend.baseUrl}/${repoOf(params)}/blob`;
  return pageReply(backend, request, record.annotations, (slice) =>
    slice.map((a) => ({ ...a, blob_href: `${href}/${a.path}` })),
  );
}

/** emulate's list has no pages, knows no apps, and its "latest" mixes the apps' runs of one name. */
async function list(backend: Backend, request: Request, params: Params): Promise<Reply> {
  if (!may(request.identity, ["checks"], "read")) throw notAccessible();
  const sha = await resolve(backend, repoOf(params), params.ref ?? "");
  const path = `/repos/${repoOf(params)}/commits/${sha}/check-runs?filter=all`;
  const answer = await backend.upstream.send(administrator, "GET", path);
  if (answer.status !== 200) return answer;
  const { query } = request;
  const all = (answer.body as { check_runs: Run[] }).check_runs
    .filter((run) => matches(query.get("check_name"), run.name))
    .filter((run) => matches(query.get("status"), run.status))
    .filter((run) => matches(query.get("app_id"), String(appOf(backend.state, run)?.id)))
    .sort((a, b) => b.id - a.id);
  const runs = query.get("filter") === "all" ? all : latest(backend.state, all);
  return pageReply(backend, request, runs, (slice) => ({
    total_count: runs.length,
    check_runs: slice.map((run) => runJson(backend, run)),
  }));
}

function matches(wanted: string | null, value: unknown): boolean {
  return wanted === null || wanted === value;
}

/** One run for each app and name: the newest, which comes first. */
function latest(state: State, newestFirst: readonly Run[]): Run[] {
  const seen = new Set<string>();
  return newestFirst.filter((run) => {
    const key = `${appOf(state, run)?.id} ${run.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function appOf(state: State, run: Run): App | undefined {
  return state.checks.get(run.id)?.app;
}

function runJson(backend: Backend, run: Run): Run {
  const record = backend.state.checks.get(run.id);
  if (record === undefined) return run;
  const annotationsUrl = `${String(run.url)}/annotations`;
  const output = {
    ...fields(run.output),
    annotations_count: record.annotations.length,
    annotations_url: annotationsUrl,
  };
  const html = `${backend.baseUrl}/${record.repo}/runs/${run.id}`;
  const pulls = pullsOf(backend.state, record.repo).filter(
    (pull) => pull.open && pull.headSha === run.head_sha,
  );
  return {
    ...run,
    html_url: html,
    details_url: run.details_url ?? html,
    check_suite: { id: fields(run.check_suite).id },
    output,
    app: appJson(record.app, backend.baseUrl),
    pull_requests: pulls.map((pull) => pullBrief(backend, pull)),
  };
}

function pullBrief({ baseUrl }: Backend, pull: Pull): object {
  const repo = (id: number, fullName: string) => {
    const [, name] = fullName.split("/");
    return { id, url: `${baseUrl}/repos/${fullName}`, name };
  };
  return {
    id: pull.ids.pull,
    url: `${baseUrl}/repos/${pull.repo}/pulls/${pull.number}`,
    number: pull.number,
    head: { ref: pull.headRef, sha: pull.headSha, repo: repo(pull.ids.head, pull.headRepo) },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: repo(pull.ids.base, pull.repo) },
  };
}
