import { Octokit as Core } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import { restEndpointMethods } from "@octokit/plugin-rest-endpoint-methods";
import { accessError, cancelledError, tunnelStatus } from "./errors.ts";
import { fetchFor } from "./fetch.ts";

const GitHub = Core.plugin(restEndpointMethods, paginateRest);
export type Octokit = InstanceType<typeof GitHub>;

/** A repository seen through one token. */
export interface Repository {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

export interface GitHubOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: another host on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The proxy on the way to GitHub, without its credentials. */
  readonly proxy?: string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  /** Aborts when the job is cancelled: what is under way then is given up, what is said after it must be quick. */
  readonly cancel: AbortSignal;
}

/** One call is tried so often, and never waits longer than that for a rate limit. */
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;
/** Octokit itself would wait for a reply for ever. */
const REPLY_WITHIN_MS = 30_000;
/** The runner kills a cancelled job after 10 s: its last words are a few requests, some at the same time. */
const LAST_REPLY_WITHIN_MS = 2_000;

/** Connects to the repository; every request is retried where GitHub says that trying again helps. */
export function openRepository(options: GitHubOptions): Repository {
  const { cancel } = options;
  const octokit = new GitHub({
    auth: `token ${options.token}`,
    baseUrl: options.apiUrl,
    request: { fetch: fetchFor(options.apiUrl) },
  });
  // Registered first, so that it runs inside the retries, once an attempt. Octokit's own hooks are bound to this very
  // object: options handed on from a wrap never reach the request.
  octokit.hook.before("request", (request) => {
    request.request = { ...request.request, signal: patience(cancel, request.method) };
  });
  octokit.hook.wrap("request", async (request, requestOptions) => {
    const name = `${requestOptions.method} ${requestOptions.url}`;
    const isLast = cancel.aborted;
    for (let attempt = 1; ; attempt++) {
      try {
        return await request(requestOptions);
      } catch (error) {
        // What gets no answer in the little time that is left fails for the cancelled job, not for GitHub.
        if (cancel.aborted && !(isLast && isAnswered(error))) throw cancelledError(name);
        const wait = isLast ? undefined : retryDelay(error, attempt);
        if (wait === undefined) throw accessError(error, name, options.proxy);
        await options.sleep(wait);
      }
    }
  });
  const [owner = "", repo = ""] = options.repository.split("/");
  return { octokit, owner, repo };
}

function isAnswered(error: unknown): boolean {
  return (error as { readonly response?: unknown }).response !== undefined;
}

/** How long one attempt may take. */
function patience(cancel: AbortSignal, method: string): AbortSignal {
  if (cancel.aborted) return AbortSignal.timeout(LAST_REPLY_WITHIN_MS);
  const over = method === "GET" ? cancel : aWhileAfter(cancel);
  return AbortSignal.any([AbortSignal.timeout(REPLY_WITHIN_MS), over]);
}

/**
 * What changes something gets a moment: GitHub would do it all the same, perhaps after the last words (a comment that
 * says "deploying"), and the id of a check run that nobody knows cannot be completed.
 */
function aWhileAfter(cancel: AbortSignal): AbortSignal {
  const over = new AbortController();
  cancel.addEventListener("abort", () => setTimeout(() => over.abort(), LAST_REPLY_WITHIN_MS), {
    once: true,
  });
  return over.signal;
}

/**
 * Milliseconds to wait before trying again, `undefined` to give up.
 * A comment or check run that was made although its reply got lost is doubled by a retry; doubles of a comment are
 * collapsed, and of two check runs the newest counts.
 */
function retryDelay(error: unknown, attempt: number): number | undefined {
  if (attempt >= ATTEMPTS) return undefined;
  const { status, headers } = statusAndHeaders(error);
  const backoff = 500 * 2 ** (attempt - 1);
  // A proxy that wants other credentials, or does not let this host pass, says the same a moment later.
  if ((tunnelStatus(error) ?? 500) < 500) return undefined;
  if (status === undefined || status >= 500 || status === 408) return backoff;
  if (status !== 429 && status !== 403) return undefined;
  const wait = rateLimitWait(headers);
  if (wait !== undefined) return wait <= LONGEST_WAIT_MS ? wait : undefined;
  return status === 429 ? backoff : undefined;
}

/** Secondary limits send `retry-after` (seconds), the primary one `x-ratelimit-reset` (epoch seconds). */
function rateLimitWait(headers: Readonly<Record<string, string | undefined>>): number | undefined {
  if (headers["retry-after"] !== undefined) return Number(headers["retry-after"]) * 1_000;
  if (headers["x-ratelimit-remaining"] !== "0") return undefined;
  const date = Date.parse(headers.date ?? "");
  const reset = Number(headers["x-ratelimit-reset"]) * 1_000;
  return Number.isFinite(reset - date) ? Math.max(1_000, reset - date) : undefined;
}

function statusAndHeaders(error: unknown): {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
} {
  const { status, response } = error as {
    readonly status?: unknown;
    readonly response?: { readonly headers?: unknown };
  };
  return {
    // Octokit gives a request that got no reply at all the status 500.
    status: typeof status === "number" ? status : undefined,
    headers: (response?.headers ?? {}) as Readonly<Record<string, string | undefined>>,
  };
}
