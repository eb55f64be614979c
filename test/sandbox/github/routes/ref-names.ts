import type { Backend, Request } from "../state.ts";

/** Where a path takes a commit, a branch or a tag: what comes before, and the name or names. */
const NAMES = /^(\/repos\/([^/]+\/[^/]+)\/(?:compare|git\/trees|commits)\/)(.+)$/;
const REPOSITORY = /^\/repos\/([^/]+\/[^/]+)\/(?:commits$|contents(?:\/|$))/;
/** A commit, or a name that can be one thing only. */
const CERTAIN = /^([0-9a-f]{40}|HEAD|(refs|heads|tags)\/.*)$/;

/**
 * A request in which a name that both a branch and a tag have is the tag's, as for git (gitrevisions, "refname"): emulate
 * takes the branch.
 */
export async function preferringTags(backend: Backend, request: Request): Promise<Request> {
  if (request.method !== "GET") return request;
  const [, start = "", repo = "", names = ""] = NAMES.exec(request.path) ?? [];
  if (start !== "") {
    const certain = names.split("...").map(async (name) => {
      const plain = decodeURIComponent(name);
      const meant = await certainName(backend, repo, plain);
      return meant === plain ? name : encodeURIComponent(meant);
    });
    return { ...request, path: `${start}${(await Promise.all(certain)).join("...")}` };
  }
  const [, listed] = REPOSITORY.exec(request.path) ?? [];
  if (listed === undefined) return request;
  const query = new URLSearchParams(request.query);
  for (const key of ["sha", "ref"]) {
    const name = query.get(key);
    if (name !== null) query.set(key, await certainName(backend, listed, name));
  }
  return { ...request, query };
}

async function certainName(backend: Backend, repo: string, name: string): Promise<string> {
  if (CERTAIN.test(name)) return name;
  const tag = `refs/tags/${name}`;
  return (await backend.git.ref(repo, tag)) === undefined ? name : tag;
}
