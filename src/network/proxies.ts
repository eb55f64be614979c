import { ActionError } from "../errors.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Of two spellings the lower case wins, as in curl, in Node and in @actions/http-client. */
const SPELLINGS = {
  https: ["https_proxy", "HTTPS_PROXY"],
  http: ["http_proxy", "HTTP_PROXY"],
} as const;

type Scheme = keyof typeof SPELLINGS;

/**
 * The environment's proxies as both clients understand them: each is the URL of an HTTP proxy, under its lower-case name.
 * The clients disagree about anything else: of `host:port` one goes through the proxy and the other around it, and of
 * SOCKS one knows nothing and the other crashes. GitHub's runner takes `host:port` for `http://host:port`.
 * Throws `ActionError` where a proxy is named that cannot be used; its value, which may hold a password, is not repeated.
 */
export function proxyEnvironment(env: Environment): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const scheme of ["https", "http"] as const) {
    const named = nameOf(scheme, env);
    if (named === undefined) continue;
    const proxy = usable(env[named] ?? "");
    if (proxy === undefined) throw unusable(named);
    found[SPELLINGS[scheme][0]] = proxy.url;
  }
  return found;
}

/** What the proxies' URLs hold that nobody may read: passwords as they are written and as they are meant, and the header. */
export function proxySecrets(env: Environment): readonly string[] {
  return Object.values(SPELLINGS)
    .flat()
    .flatMap((name) => {
      // Of a value that is no URL as well: somebody meant it as one.
      const login = /^(?:[a-z0-9+.-]*:\/\/)?(.*)@/is.exec(env[name] ?? "")?.[1];
      if (login === undefined) return [];
      const password = login.slice(login.indexOf(":") + 1);
      return [login, password].flatMap((text) => [text, decoded(text) ?? text]);
    });
}

/** The proxy for what has this URL, without its credentials, for people. NO_PROXY is not looked at. */
export function shownProxy(url: string, env: Environment): string | undefined {
  const name = nameOf(url.startsWith("https:") ? "https" : "http", env);
  return name === undefined ? undefined : usable(env[name] ?? "")?.shown;
}

function nameOf(scheme: Scheme, env: Environment): string | undefined {
  return SPELLINGS[scheme].find((name) => env[name] !== undefined && env[name] !== "");
}

function usable(value: string): { readonly url: string; readonly shown: string } | undefined {
  const url = value.includes("://") ? value : `http://${value}`;
  if (/\s/.test(url) || !URL.canParse(url)) return undefined;
  const { protocol, hostname, host, username, password } = new URL(url);
  if (!["http:", "https:"].includes(protocol) || hostname === "") return undefined;
  if (decoded(username) === undefined || decoded(password) === undefined) return undefined;
  return { url, shown: `${protocol}//${host}` };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function unusable(name: string): ActionError {
  return new ActionError(`${name} names no proxy that can be used.`, {
    reasonCode: "error",
    hint: `Set ${name} on this runner to the URL of an HTTP proxy, http://host:port. A user and a password in it are percent-encoded.`,
  });
}
