import { type AppSlug, apps, botLogin, everyPermission, type Identity, installation } from "../identities.ts";
import { type Reply, refusing } from "../reply.ts";
import { dispatch } from "../routes/dispatch.ts";
import type { Backend } from "../state.ts";

/** What the story functions work with. `serial` keeps them apart from the requests that come over HTTP. */
export interface Stage {
  readonly backend: Backend;
  readonly serial: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A login → who that is: `dependabot[bot]` and the like are apps with every permission, the others are people. */
export function actor(login: string): Identity {
  const app = Object.values(apps).find((candidate) => botLogin(candidate) === login);
  return app === undefined ? { kind: "user", login } : installation(app.slug as AppSlug, everyPermission);
}

/**
 * One request of the story, by the same routes as one over HTTP but neither recorded nor struck by faults.
 * Throws when GitHub would refuse it: a story that cannot happen is a mistake in the test.
 */
export async function act<T>(
  stage: Stage,
  login: string,
  method: string,
  target: string,
  body?: unknown,
): Promise<T> {
  const url = new URL(target, "http://sandbox");
  const request = {
    method,
    path: url.pathname,
    query: url.searchParams,
    body,
    identity: actor(login),
    accept: undefined,
  };
  const answer = await stage.serial(() => refusing(() => dispatch(stage.backend, request)));
  if (answer.status >= 300)
    throw new Error(`${login}: ${method} ${target} → ${answer.status} ${explain(answer)}`);
  return answer.body as T;
}

/** Every page of a list. */
export async function actAll<T>(stage: Stage, login: string, target: string): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const items = await act<T[]>(
      stage,
      login,
      "GET",
      `${target}${target.includes("?") ? "&" : "?"}per_page=100&page=${page}`,
    );
    all.push(...items);
    if (items.length < 100) return all;
  }
}

function explain(answer: Reply): string {
  return JSON.stringify(answer.body);
}
