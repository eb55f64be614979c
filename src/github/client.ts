import { getOctokit } from "@actions/github";
import { accessError } from "./errors.ts";

export type Octokit = ReturnType<typeof getOctokit>;

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
  readonly sleep: (ms: number) => Promise<void>;
}

/** One call is tried so often, and never waits longer than that for a rate limit. */
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;

/** Connects to the repository; every request is retried where GitHub says that trying again helps. */
export function openRepository(options: GitHubOptions): Repository {
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl });
  octokit.hook.wrap("request", async (request, requestOptions) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await request(requestOptions);
      } catch (error) {
        const wait = retryDelay(error, attempt);
        if (wait === undefined) throw accessError(error, `${requestOptions.method} ${requestOptions.url}`);
        await options.sleep(wait);
      }
    }
  });
  const [owner = "", repo = ""] = options.repository.split("/");
  return { octokit, owner, repo };
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
