import { createSign, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { createEmulator } from "emulate";
import { type App, apps, everyPermission, type Identity, organization, people } from "./identities.ts";
import { present } from "./present.ts";
import type { Reply } from "./reply.ts";

/** emulate's stateful GitHub behind the gateway. */
export interface Upstream {
  send(identity: Identity, method: string, path: string, body?: unknown, accept?: string): Promise<Reply>;
  close(): Promise<void>;
}

/**
 * emulate answers 403 to a token's 5,000th request in an hour and that cannot be switched off, so tokens are changed
 * before. The sandbox's own rate limit is a fault that a test asks for.
 */
const requestsPerToken = 4_500;
const tokensPerPerson = 20;

/**
 * A connection for each request. emulate's server closes one that has been idle for five seconds, which a busy machine
 * lets both ends notice at once: the request that takes it up again is reset.
 */
const ALONE = { connection: "close" };

export async function startUpstream(publicUrl: string): Promise<Upstream> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const emulator = await createEmulator({ service: "github", port: 0, seed: seed(privateKey) });
  const own = new URL(emulator.url);
  const origin = `http://127.0.0.1:${own.port}`;
  const toPublic = (text: string): string =>
    text.replaceAll(`http://localhost:${own.port}`, publicUrl).replaceAll(origin, publicUrl);
  const tokens = tokenPool(origin, privateKey);
  return {
    async send(identity, method, path, body, accept) {
      const token = await tokens(identity);
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          ...ALONE,
          ...(token === undefined ? {} : { authorization: `token ${token}` }),
          ...(accept === undefined ? {} : { accept }),
          "content-type": "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = toPublic(await response.text());
      if (response.status >= 500) throw new Error(`emulate: ${method} ${path} → ${response.status} ${text}`);
      const link = response.headers.get("link");
      return {
        status: response.status,
        headers: link === null ? {} : { link: toPublic(link) },
        body: text === "" ? undefined : isJson(response) ? present(JSON.parse(text), publicUrl) : text,
      };
    },
    close: () => emulator.close(),
  };
}

function isJson(response: Response): boolean {
  return response.headers.get("content-type")?.includes("json") ?? false;
}

function seed(privateKey: string) {
  const tokens = people.flatMap((login) =>
    Array.from({ length: tokensPerPerson }, (_, n) => [`upstream_${login}_${n}`, { login }] as const),
  );
  return {
    tokens: Object.fromEntries(tokens),
    github: {
      users: people.map((login) => ({ login, name: login, email: `${login}@example.com` })),
      orgs: [{ login: organization, members: people.filter((p) => p !== "mallory").map(member) }],
      apps: Object.values(apps).map((app) => ({
        app_id: app.id,
        slug: app.slug,
        name: app.name,
        private_key: privateKey,
        permissions: everyPermission,
        events: [],
        installations: [{ installation_id: app.id, account: organization, repository_selection: "all" }],
      })),
    },
  };
}

function member(login: string) {
  return { login, role: login === "alice" ? "admin" : "member" };
}

/** Hands out emulate's tokens, one for each identity, and a fresh one when a token is nearly used up. */
function tokenPool(origin: string, privateKey: string): (identity: Identity) => Promise<string | undefined> {
  const current = new Map<string, { token: string; used: number; generation: number }>();
  return async (identity) => {
    if (identity.kind === "anonymous") return undefined;
    const key =
      identity.kind === "user"
        ? identity.login
        : `${identity.app.slug} ${JSON.stringify(identity.permissions)}`;
    const held = current.get(key);
    if (held !== undefined && held.used < requestsPerToken) {
      held.used += 1;
      return held.token;
    }
    const generation = (held?.generation ?? -1) + 1;
    const token =
      identity.kind === "user"
        ? `upstream_${identity.login}_${generation % tokensPerPerson}`
        : await mint(origin, privateKey, identity.app, identity.permissions);
    current.set(key, { token, used: 1, generation });
    return token;
  };
}

async function mint(origin: string, privateKey: string, app: App, permissions: object): Promise<string> {
  const response = await fetch(`${origin}/app/installations/${app.id}/access_tokens`, {
    method: "POST",
    headers: {
      ...ALONE,
      authorization: `Bearer ${appJwt(app, privateKey)}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ permissions }),
  });
  const answer = (await response.json()) as { token?: string; message?: string };
  if (answer.token === undefined) throw new Error(`no installation token for ${app.slug}: ${answer.message}`);
  return answer.token;
}

/** The JSON web token with which an app asks for an installation token (RS256, at most ten minutes). */
function appJwt(app: App, privateKey: string): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${encode({ alg: "RS256", typ: "JWT" })}.${encode({ iat: now - 30, exp: now + 540, iss: String(app.id) })}`;
  return `${unsigned}.${createSign("RSA-SHA256").update(unsigned).sign(privateKey, "base64url")}`;
}
