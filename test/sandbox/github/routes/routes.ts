import type { Reply } from "../reply.ts";
import type { Backend, Request } from "../state.ts";

type Params = Readonly<Record<string, string>>;
type Handler = (backend: Backend, request: Request, params: Params) => Promise<Reply>;
/** Method, path (`:name` is one segment, a last `*` is the rest) and what answers it. */
export type Route = readonly [method: string, path: string, handler: Handler];
export type Router = (method: string, path: string) => { handler: Handler; params: Params } | undefined;

export function router(routes: readonly Route[]): Router {
  const compiled = routes.map(([method, path, handler]) => ({ method, pattern: pattern(path), handler }));
  return (method, path) => {
    for (const route of compiled) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match === null) continue;
      const params = Object.entries(match.groups ?? {}).map(([key, value]) => [
        key,
        decodeURIComponent(value ?? ""),
      ]);
      return { handler: route.handler, params: Object.fromEntries(params) };
    }
    return undefined;
  };
}

function pattern(path: string): RegExp {
  const source = path.replace(/:(\w+)/g, "(?<$1>[^/]+)").replace(/\*$/, ".*");
  return new RegExp(`^${source}/?$`);
}
