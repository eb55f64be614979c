import { notAccessible, type Reply } from "../reply.ts";
import { type Backend, fields, type Request } from "../state.ts";
import { forward } from "./forward.ts";
import type { Route } from "./routes.ts";

export const userRoutes: readonly Route[] = [
  ["GET", "/user", self],
  ["GET", "/repos/:owner/:repo/collaborators/:username/permission", permission],
];

/** There is no "authenticated user" for an installation: why an action asks GraphQL for its own name. */
async function self(backend: Backend, request: Request): Promise<Reply> {
  if (request.identity.kind === "app") throw notAccessible();
  return forward(backend, request);
}

/** GitHub tells the role of the user with the user, too. */
async function permission(backend: Backend, request: Request): Promise<Reply> {
  const answer = await forward(backend, request);
  const { user, role_name } = fields(answer.body);
  return answer.status === 200
    ? { ...answer, body: { ...fields(answer.body), user: { ...fields(user), role_name } } }
    : answer;
}
