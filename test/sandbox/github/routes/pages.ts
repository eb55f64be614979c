import { type Reply, reply } from "../reply.ts";
import type { Backend, Request } from "../state.ts";

/** Answers with one page of a list and GitHub's Link header: 30 a page, at most 100. */
export function pageReply<T>(
  backend: Backend,
  request: Request,
  items: readonly T[],
  show: (slice: T[]) => unknown,
): Reply {
  const { slice, link } = page(backend, request, items);
  return reply(200, show(slice), link === undefined ? {} : { link });
}

function page<T>(
  backend: Backend,
  request: Request,
  items: readonly T[],
): { slice: T[]; link: string | undefined } {
  const number = Math.max(1, Number(request.query.get("page") ?? "1") || 1);
  const size = Math.min(100, Math.max(1, Number(request.query.get("per_page") ?? "30") || 30));
  const last = Math.max(1, Math.ceil(items.length / size));
  const to = (target: number, rel: string): string => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    return `<${backend.baseUrl}${request.path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [to(number - 1, "prev")] : []),
    ...(number < last ? [to(number + 1, "next"), to(last, "last")] : []),
    ...(number > 1 ? [to(1, "first")] : []),
  ];
  return {
    slice: items.slice((number - 1) * size, number * size),
    link: links.length === 0 ? undefined : links.join(", "),
  };
}
