import type { Fault } from "./faults.ts";
import type { GitHub } from "./github.ts";
import type { NewRepository, Repository } from "./happenings/story.ts";
import { notFound, Refusal, type Reply, reply } from "./reply.ts";
import { fields, type Request } from "./state.ts";

/**
 * The same API over HTTP, for a sandbox in another process: `POST /_sandbox/<name>` with the arguments as a JSON array
 * answers with the result. `repositories/<owner>/<repo>/<name>` calls a story function, `…/event/<name>` a builder.
 */
export async function control(github: GitHub, request: Request): Promise<Reply> {
  if (request.method !== "POST") throw new Refusal(405, "The control endpoint takes POST only");
  const [name = "", ...rest] = request.path.replace("/_sandbox/", "").split("/");
  const args = Array.isArray(request.body) ? (request.body as unknown[]) : [];
  if (name === "repositories" && rest.length > 0) return story(github, rest, args);
  const result = await command(github, name, args);
  return reply(200, { result: result ?? null });
}

async function command(github: GitHub, name: string, args: readonly unknown[]): Promise<unknown> {
  const [first] = args;
  switch (name) {
    case "repositories":
      return (await github.createRepository((first ?? {}) as NewRepository)).fullName;
    case "token":
      return github.token(fields(first));
    case "userToken":
      return github.userToken(String(first));
    case "revoke":
      return github.revoke(String(first));
    case "faults":
      return void github.faults.add(first as Fault);
    case "clearFaults":
      return github.faults.clear();
    case "requests":
      return github.requests;
    case "setIndexLag":
      return github.setIndexLag(Number(first));
    case "advance":
      return github.advance(Number(first));
    default:
      throw notFound();
  }
}

async function story(github: GitHub, path: readonly string[], args: readonly unknown[]): Promise<Reply> {
  const [owner, name, call = "", builder = ""] = path;
  const repository = github.repository(`${owner}/${name}`);
  const target = call === "event" ? ownFunction(repository.event, builder) : ownFunction(repository, call);
  const result = await target(...args);
  return reply(200, { result: result ?? null });
}

type Call = (...args: readonly unknown[]) => unknown;

function ownFunction(of: Repository | Repository["event"], name: string): Call {
  const value: unknown = Object.hasOwn(of, name)
    ? (of as unknown as Record<string, unknown>)[name]
    : undefined;
  if (typeof value !== "function") throw notFound();
  return value as Call;
}
