import { notAccessible, type Reply } from "../reply.ts";
import type { Backend, Request } from "../state.ts";
import { checkRoutes } from "./checks.ts";
import { commentRoutes } from "./comments.ts";
import { commitPullRoutes } from "./commit-pulls.ts";
import { deploymentRoutes } from "./deployments.ts";
import { forward } from "./forward.ts";
import { graphqlRoutes } from "./graphql.ts";
import { pullContentRoutes } from "./pull-contents.ts";
import { pullRoutes } from "./pull-routes.ts";
import { preferringTags } from "./ref-names.ts";
import { reviewRoutes } from "./reviews.ts";
import { router } from "./routes.ts";
import { userRoutes } from "./users.ts";

const route = router([
  ...userRoutes,
  ...commitPullRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...pullContentRoutes,
  ...deploymentRoutes,
  ...graphqlRoutes,
]);

/** Answers one request: what the sandbox adds or corrects here, everything else by emulate as it is. */
export async function dispatch(backend: Backend, request: Request): Promise<Reply> {
  const found = route(request.method, request.path);
  const answer = await (found === undefined
    ? forward(backend, await preferringTags(backend, request))
    : found.handler(backend, request, found.params));
  // emulate says "Forbidden" where GitHub tells an installation what it cannot do.
  const message = (answer.body as { message?: unknown } | undefined)?.message;
  if (answer.status === 403 && message === "Forbidden" && request.identity.kind === "app")
    throw notAccessible();
  return answer;
}

/** Runs works one after the other: a merge takes several steps in emulate, and nobody may see it half done. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
