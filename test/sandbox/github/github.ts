import { openRecorder } from "../traffic.ts";
import { control } from "./control.ts";
import { type Faults, openFaults } from "./faults.ts";
import { type Gateway, type RecordedRequest, startGateway } from "./gateway.ts";
import { openGit } from "./git/git.ts";
import type { NewRepository, Repository } from "./happenings/story.ts";
import { type AppSlug, type Identity, installation, jobPermissions, type Permissions } from "./identities.ts";
import { createRepository } from "./repository.ts";
import { dispatch, oneAtATime } from "./routes/dispatch.ts";
import { type Backend, emptyState } from "./state.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

/** A local GitHub for the real Octokit. See README.md for what it does and where it differs from GitHub. */
export interface GitHub extends AsyncDisposable {
  /** For GITHUB_API_URL and GITHUB_SERVER_URL; `${url}/api/v3` works as well, as on GitHub Enterprise Server. */
  readonly url: string;
  /** Requests that came over HTTP, oldest first; the story's own are not among them. */
  readonly requests: RecordedRequest[];
  readonly faults: Faults;
  /** A token of a job (an installation of an app), by default what a README workflow grants to github-actions. */
  token(options?: { readonly app?: AppSlug; readonly permissions?: Permissions }): string;
  userToken(login: string): string;
  /** From now on this token is answered with 401 Bad credentials. */
  revoke(token: string): void;
  /** The first `calls` look-ups of each commit's pull requests find nothing. Starts counting anew. */
  setIndexLag(calls: number): void;
  /** Moves the sandbox's clock forward: check runs, reviews, merges and commits carry its time. */
  advance(seconds: number): void;
  createRepository(options?: NewRepository): Promise<Repository>;
  repository(fullName: string): Repository;
  /** Throws when the sandbox itself failed on a request: a client's retry must not hide that. */
  close(): Promise<void>;
}

export async function startGitHub(): Promise<GitHub> {
  const clock = { offset: 0 };
  const nowSeconds = (): number => Math.floor(Date.now() / 1000) + clock.offset;
  const tokens = new Map<string, Identity>();
  const faults = openFaults();
  const serial = oneAtATime();
  const parts: { backend?: Backend; github?: GitHub } = {};
  const gateway = await startGateway({
    identify: (token) => tokens.get(token),
    dispatch: (request) => serial(() => dispatch(started(parts.backend), request)),
    control: (request) => control(started(parts.github), request),
    faults,
    nowSeconds,
    traffic: openRecorder("github"),
  });
  const upstream = await startUpstream(gateway.url);
  const backend: Backend = {
    upstream,
    git: openGit(upstream),
    state: emptyState(),
    baseUrl: gateway.url,
    now: () => new Date(nowSeconds() * 1000).toISOString().replace(".000Z", "Z"),
  };
  parts.backend = backend;
  parts.github = github({ gateway, upstream, backend, serial, tokens, clock, faults });
  return parts.github;
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("the sandbox is still starting");
  return part;
}

interface Parts {
  readonly gateway: Gateway;
  readonly upstream: Upstream;
  readonly backend: Backend;
  readonly serial: <T>(work: () => Promise<T>) => Promise<T>;
  readonly tokens: Map<string, Identity>;
  readonly clock: { offset: number };
  readonly faults: Faults;
}

function github({ gateway, upstream, backend, serial, tokens, clock, faults }: Parts): GitHub {
  const repositories = new Map<string, Repository>();
  const issue = (prefix: string, identity: Identity): string => {
    const token = `${prefix}_sandbox${String(tokens.size + 1).padStart(30, "0")}`;
    tokens.set(token, identity);
    return token;
  };
  const close = async (): Promise<void> => {
    await gateway.close();
    await upstream.close();
    if (gateway.errors.length > 0)
      throw new AggregateError(gateway.errors, "the GitHub sandbox itself failed");
  };
  return {
    url: gateway.url,
    requests: gateway.requests,
    faults,
    token: ({ app = "github-actions", permissions = jobPermissions } = {}) =>
      issue("ghs", installation(app, permissions)),
    userToken: (login) => issue("ghp", { kind: "user", login }),
    revoke: (token) => void tokens.delete(token),
    setIndexLag(calls) {
      backend.state.lag.calls = calls;
      backend.state.lag.seen.clear();
    },
    advance(seconds) {
      clock.offset += seconds;
    },
    async createRepository(options = {}) {
      const repository = await createRepository({ backend, serial }, options);
      repositories.set(repository.fullName, repository);
      return repository;
    },
    repository(fullName) {
      const found = repositories.get(fullName);
      if (found === undefined) throw new Error(`there is no repository ${fullName}`);
      return found;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
