import { type GitHub, startGitHub } from "./github.ts";
import type { Repository } from "./happenings/story.ts";
import { openOctokit } from "./octokit.ts";

/** A sandbox with numbered repositories and the real Octokit, for the sandbox's own tests. */
export interface Testbed {
  readonly github: GitHub;
  repository(files?: Record<string, string>): Promise<Repository>;
  octokit(token?: string, api?: string): ReturnType<typeof openOctokit>;
}

export async function startTestbed(): Promise<Testbed> {
  const github = await startGitHub();
  let count = 0;
  return {
    github,
    repository: (files = { "stack.json": lines(40) }) =>
      github.createRepository({ name: `repo-${++count}`, files }),
    octokit: (token = github.token(), api = github.url) => openOctokit(token, api),
  };
}

/** A file of numbered lines, some of them changed. */
export function lines(n: number, changes: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: n }, (_, i) => `${changes[i + 1] ?? `line ${i + 1}`}\n`).join("");
}

export function place(repository: Repository): { owner: string; repo: string } {
  const [owner = "", repo = ""] = repository.fullName.split("/");
  return { owner, repo };
}

/** The answer of a request that must fail. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ status: number; message: string; headers: object }> {
  try {
    await request;
  } catch (error) {
    const { status, message, response } = error as {
      status: number;
      message: string;
      response?: { headers: object };
    };
    return { status, message, headers: response?.headers ?? {} };
  }
  throw new Error("the request was not refused");
}
