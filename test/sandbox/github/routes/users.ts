import { notAccessible, type Reply } from "../reply.ts";
import type { Backend, Request } from "../state.ts";
import { forward } from "./forward.ts";
import type { Route } from "./routes.ts";

export const userRoutes: readonly Route[] = [["GET", "/user", self]];

/** There is no "authenticated user" for an installation: why an action asks GraphQL for its own name. */
async function self(backend: Backend, request: Request): Promise<Reply> {
  if (request.identity.kind === "app") throw notAccessible();
  return forward(backend, request);
}
