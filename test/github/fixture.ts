import { type Outlets, openExit } from "../../src/exit.ts";
import type { GitHubOptions } from "../../src/github/client.ts";
import { connectGitHub } from "../../src/github/connect.ts";
import type { GitHubPorts } from "../../src/ports/github.ts";
import type { Finding } from "../../src/template/model.ts";
import { type GitHub, startGitHub } from "../sandbox/github/github.ts";
import type { Repository } from "../sandbox/github/happenings/story.ts";

/** The real adapters against the sandbox; waiting costs no time, and is noted. */
export interface Fixture extends AsyncDisposable {
  readonly github: GitHub;
  repository(files?: Readonly<Record<string, string>>): Promise<Repository>;
  connect(repository: Repository, token?: string, cancel?: AbortSignal): Ports;
}

export interface Ports extends GitHubPorts {
  /** Milliseconds that the client waited before it tried again. */
  readonly waits: readonly number[];
}

export async function openFixture(): Promise<Fixture> {
  const github = await startGitHub();
  let count = 0;
  return {
    github,
    repository: (files = { "stack.json": "{}" }) =>
      github.createRepository({ name: `repo-${++count}`, files }),
    connect(repository, token = github.token(), cancel = new AbortController().signal) {
      const waits: number[] = [];
      const options: GitHubOptions = {
        token,
        apiUrl: github.url,
        repository: repository.fullName,
        sleep: async (ms) => void waits.push(ms),
        cancel,
      };
      return { ...openExit(SILENT).guarded(connectGitHub(options)), waits };
    },
    [Symbol.asyncDispose]: () => github.close(),
  };
}

const nothing = (): void => undefined;
const SILENT: Outlets = {
  toolkit: {
    info: nothing,
    debug: nothing,
    notice: nothing,
    warning: nothing,
    error: nothing,
    startGroup: nothing,
    endGroup: nothing,
  },
  setSecret: nothing,
  setOutput: nothing,
  writeSummary: async () => undefined,
};

export function finding(line: number): Finding {
  return { level: "warning", message: `look at ${line}`, location: { file: "stack.json", line, column: 1 } };
}

/** What a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it was not rejected");
}
