import type { Repository } from "../../../src/github/client.ts";
import { createComments } from "../../../src/github/comments.ts";
import type { GitHubWriters } from "../../../src/ports/github.ts";
import type { Clock } from "../../../src/ports/local.ts";

/** A time that passes only between events: what has been asked for is done in the order of its time. */
export interface Timeline {
  readonly clock: Clock;
  /** Asks for something that takes effect in a while, and is answered a while later. */
  request<T>(work: () => T): Promise<T>;
  /** Lets time pass until the work has ended. */
  play(work: Promise<unknown>): Promise<void>;
}

/** @param delay how long a way to GitHub, or back, takes; asked for each. Milliseconds. */
export function timeline(delay: () => number): Timeline {
  let now = 0;
  let made = 0;
  const events: { readonly at: number; readonly order: number; readonly happen: () => void }[] = [];
  const later = (ms: number, happen: () => void) => void events.push({ at: now + ms, order: made++, happen });
  return {
    clock: {
      now: () => now,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          later(signal?.aborted ? 0 : ms, resolve);
          signal?.addEventListener("abort", () => resolve(), { once: true });
        }),
    },
    request: (work) =>
      new Promise((resolve, reject) =>
        later(delay(), () => {
          try {
            const value = work();
            later(delay(), () => resolve(value));
          } catch (error) {
            later(delay(), () => reject(error));
          }
        }),
      ),
    async play(work) {
      let isOver = false;
      const ended = work.finally(() => {
        isOver = true;
      });
      // What has been answered goes on until it asks again.
      for (await settled(); !isOver; await settled()) {
        events.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = events.shift();
        if (next === undefined) throw new Error("nothing is to happen any more, and somebody waits");
        now = next.at;
        next.happen();
      }
      await ended;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

export interface Stored {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** The comments of one pull request. */
export interface Conversation {
  readonly comments: Stored[];
  /** The requests that were made, in the order in which they took effect. */
  readonly requests: string[];
  /** Puts a comment there without a request. */
  add(author: string, body: string): Stored;
  /** Our edge over it. After that many requests nothing is answered any more: the job has died. */
  connect(time: Timeline, login?: string, dies?: number): GitHubWriters["comments"];
}

export function conversation(): Conversation {
  const comments: Stored[] = [];
  const requests: string[] = [];
  let ids = 0;
  const add = (author: string, body: string): Stored => {
    const made = { id: ++ids, author, body };
    comments.push(made);
    return made;
  };
  return {
    comments,
    requests,
    add,
    connect(time, login = "github-actions[bot]", dies = Number.POSITIVE_INFINITY) {
      let asked = 0;
      const request = <T>(what: string, work: () => T): Promise<T> => {
        asked += 1;
        // The last one takes effect, and nobody is there to hear of it.
        const done = time.request(() => {
          requests.push(what);
          return work();
        });
        if (asked < dies) return done;
        return new Promise(() => done.catch(() => undefined));
      };
      return createComments(repositoryOf({ comments, add, request, login }));
    },
  };
}

interface Behind {
  readonly comments: Stored[];
  readonly add: (author: string, body: string) => Stored;
  readonly request: <T>(what: string, work: () => T) => Promise<T>;
  readonly login: string;
}

const answer = ({ id, author, body }: Stored) => ({
  ...{ id, body, user: { login: author } },
  html_url: `https://github.test/acme/app/pull/1#issuecomment-${id}`,
});

/** What our edge uses of Octokit, each request of which is one step. */
function repositoryOf({ comments, add, request, login }: Behind): Repository {
  const wanted = (id: number): Stored => {
    const found = comments.find((one) => one.id === id);
    if (found === undefined) throw Object.assign(new Error("Not Found"), { status: 404 });
    return found;
  };
  const octokit = {
    graphql: () => request("viewer", () => ({ viewer: { login } })),
    async paginate(_: unknown, { per_page }: { readonly per_page: number }) {
      const all = [];
      for (let page = 0; ; page++) {
        const some = await request("list", () =>
          comments.slice(page * per_page, (page + 1) * per_page).map(answer),
        );
        all.push(...some);
        if (some.length < per_page) return all;
      }
    },
    rest: {
      issues: {
        createComment: ({ body }: { readonly body: string }) =>
          request("create", () => ({ data: answer(add(login, body)) })),
        updateComment: ({ comment_id, body }: { readonly comment_id: number; readonly body: string }) =>
          request("edit", () => {
            const comment = wanted(comment_id);
            comment.body = body;
            return { data: answer(comment) };
          }),
        deleteComment: ({ comment_id }: { readonly comment_id: number }) =>
          request("delete", () => void comments.splice(comments.indexOf(wanted(comment_id)), 1)),
      },
    },
  };
  return { octokit: octokit as unknown as Repository["octokit"], owner: "acme", repo: "app" };
}
