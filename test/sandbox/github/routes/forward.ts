import type { Reply } from "../reply.ts";
import type { Backend, Request } from "../state.ts";

type Params = Readonly<Record<string, string>>;

export function repoOf(params: Params): string {
  return `${params.owner}/${params.repo}`;
}

/** Passes a request on to emulate as it came. */
export function forward(backend: Backend, request: Request, body: unknown = request.body): Promise<Reply> {
  const query = request.query.size === 0 ? "" : `?${request.query}`;
  return backend.upstream.send(
    request.identity,
    request.method,
    `${request.path}${query}`,
    body,
    request.accept,
  );
}
