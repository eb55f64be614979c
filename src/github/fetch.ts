import { getProxyUrl } from "@actions/http-client/lib/proxy";

/**
 * What Octokit fetches with. Node's own where no proxy stands between; else undici's, which is loaded with the first
 * request: it is as large as everything else that a run reads of GitHub's client. Which proxy it is, and what NO_PROXY
 * leaves out, is decided as the runner itself does (@actions/http-client reads the process's own environment).
 * @param apiUrl what all requests go to
 */
export function fetchFor(apiUrl: string): typeof fetch {
  const proxy = getProxyUrl(new URL(apiUrl));
  if (proxy === undefined) return fetch;
  const through = throughProxy(proxy);
  // Node's types and undici's name the same things apart.
  return (async (url: string, request: object) => {
    const { dispatcher, fetch } = await through();
    return fetch(url, { ...request, dispatcher });
  }) as unknown as typeof globalThis.fetch;
}

function throughProxy(proxy: URL) {
  const open = async () => {
    const { fetch, ProxyAgent } = await import("undici");
    return { fetch, dispatcher: new ProxyAgent({ uri: proxy.href, ...authorization(proxy) }) };
  };
  let opened: ReturnType<typeof open> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

/** @actions/http-client's URL gives user and password as they are meant, not percent-encoded. */
function authorization({ username, password }: URL): { readonly token?: string } {
  if (username === "" && password === "") return {};
  return { token: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
}
