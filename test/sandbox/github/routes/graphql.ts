import { apps } from "../identities.ts";
import { Refusal, type Reply, reply } from "../reply.ts";
import { type Backend, fields, type Request } from "../state.ts";
import type { Route } from "./routes.ts";

export const graphqlRoutes: readonly Route[] = [
  ["POST", "/graphql", query],
  ["POST", "/api/graphql", query],
];

/** `viewer` alone, the one question for which REST has no answer under an installation token. */
async function query(_backend: Backend, request: Request): Promise<Reply> {
  if (request.identity.kind === "anonymous")
    throw new Refusal(401, "This endpoint requires you to be authenticated.");
  const text = String(fields(request.body).query ?? "");
  const asked = /^\s*(?:query\b[^{]*)?\{\s*viewer\s*\{([\w\s]*)\}\s*\}\s*$/.exec(text)?.[1];
  if (asked === undefined) return problem("The sandbox's GraphQL answers only { viewer { … } }");
  const { identity } = request;
  const databaseId = identity.kind === "app" ? identity.app.botId : null;
  const viewer: Record<string, unknown> = {
    login: identity.login,
    id: Buffer.from(`04:User${identity.login}`).toString("base64"),
    databaseId,
    __typename: Object.values(apps).some((app) => identity.login === `${app.slug}[bot]`) ? "Bot" : "User",
  };
  const names = asked.split(/\s+/).filter((name) => name !== "");
  const unknown = names.find((name) => !(name in viewer));
  if (unknown !== undefined) return problem(`Field '${unknown}' doesn't exist on type 'User'`);
  return reply(200, { data: { viewer: Object.fromEntries(names.map((name) => [name, viewer[name]])) } });
}

/** GraphQL reports errors with status 200. */
function problem(message: string): Reply {
  return reply(200, {
    errors: [{ type: "undefinedField", message, path: ["query"], locations: [{ line: 1, column: 1 }] }],
  });
}
