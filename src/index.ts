import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import {
  debug,
  ExitCode,
  endGroup,
  error,
  getInput,
  info,
  notice,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from "@actions/core";
import { systemClock } from "./clock.ts";
import { ActionError } from "./errors.ts";
import { openExit } from "./exit.ts";
import type { WorkflowRun } from "./flows/job.ts";
import { failedResult, type RunResult } from "./flows/result.ts";
import { logStack } from "./flows/unexpected.ts";
import { proxyEnvironment, proxySecrets, shownProxy } from "./network/proxies.ts";
import type { GitHubEvent } from "./payload.ts";
import type { GitHubPorts } from "./ports/github.ts";
import { run, type World } from "./run.ts";
import { emulatedEndpoint } from "./template/tree/stored.ts";
import { VERSION } from "./version.ts";
import { openWorkspace } from "./workspace.ts";

const exit = openExit({
  // Named one by one: the whole module would bring the client for OIDC tokens, and with it an HTTP client of its own.
  toolkit: { debug, endGroup, error, info, notice, startGroup, warning },
  setSecret,
  setOutput,
  writeSummary: (markdown) => summary.addRaw(markdown, true).write(),
});
const { log } = exit;

async function main(): Promise<void> {
  // A log that nobody reads any more (EPIPE) must not end the run: its result is told elsewhere, too.
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  let result: RunResult;
  try {
    result = await run(world(cancellation()));
  } catch (error) {
    result = failedResult(error);
    logStack(error, log);
  }
  const failed = await exit.finish(result);
  if (failed) process.exitCode = ExitCode.Failure;
  // A socket that waits for a reply which nobody needs any more must not keep the step running.
  process.stdout.write("", () => process.exit());
}

/**
 * The runner ends a cancelled job with SIGINT, 7.5 s later with SIGTERM, and 2.5 s after that it kills it. What it is
 * told first starts the orderly end, which must fit in that time.
 */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

function world(cancel: AbortSignal): World {
  const env = process.env;
  const s3Endpoint = emulatedEndpoint(env);
  exit.secrets.learn(proxySecrets(env));
  const required = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === "")
      throw new ActionError(`${name} is not set: this runs inside GitHub Actions only.`, {
        reasonCode: "error",
      });
    return value;
  };
  return {
    readInput: (name) => getInput(name, { trimWhitespace: false }),
    event: event(required("GITHUB_EVENT_NAME"), required("GITHUB_EVENT_PATH")),
    run: workflowRun(required("GITHUB_REPOSITORY"), required("GITHUB_RUN_ID")),
    startedBy: startedBy(),
    region: env.AWS_REGION,
    workspace: openWorkspace({
      workspace: required("GITHUB_WORKSPACE"),
      // The runner starts `node <the action's folder>/dist/index.js`.
      action: resolve(dirname(process.argv[1] ?? ""), ".."),
      temp: required("RUNNER_TEMP"),
    }),
    // Loaded when they are needed: a run that is skipped or whose inputs are wrong asks nobody.
    connectAws: async (region) => {
      setProxies();
      const { connectAws } = await import("./aws/connect.ts");
      return connectAws({ region, env, version: VERSION, s3Endpoint, clock: systemClock, log, cancel });
    },
    s3Endpoint,
    connectGitHub: async (token) => (token === "" ? undefined : repository(token, cancel)),
    secrets: exit.secrets,
    clock: systemClock,
    log,
    cancel,
  };
}

function event(name: string, path: string): GitHubEvent {
  const { env } = process;
  return {
    name,
    payload: JSON.parse(readFileSync(path, "utf8")),
    sha: env.GITHUB_SHA ?? "",
    ref: env.GITHUB_REF ?? "",
    actor: env.GITHUB_ACTOR ?? "",
    hasAwsCredentials: CREDENTIALS.some((variable) => env[variable] !== undefined && env[variable] !== ""),
  };
}

/** On a run that was started again GITHUB_ACTOR stays whoever started it first; GitHub Enterprise Server before 3.7 says no more. */
function startedBy(): string | undefined {
  const { GITHUB_TRIGGERING_ACTOR: by, GITHUB_ACTOR: first, GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const known = by !== undefined && by !== "" ? by : attempt === "1" ? first : undefined;
  return known === "" ? undefined : known;
}

/** Where the SDK finds credentials in an environment; only those of an instance's own profile cannot be seen here. */
const CREDENTIALS = [
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

function workflowRun(repository: string, id: string): WorkflowRun {
  const { env } = process;
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_RUN_ATTEMPT: attempt = "1" } = env;
  return {
    id,
    attempt: Number(attempt),
    url: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`,
    repository,
    repositoryId: env.GITHUB_REPOSITORY_ID ?? "",
    number: env.GITHUB_RUN_NUMBER ?? "",
    sha: env.GITHUB_SHA ?? "",
  };
}

async function repository(token: string, cancel: AbortSignal): Promise<GitHubPorts> {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_REPOSITORY: repository = "" } =
    process.env;
  setProxies();
  const { connectGitHub } = await import("./github/connect.ts");
  const sleep = (ms: number) => systemClock.sleep(ms, cancel);
  const proxy = shownProxy(apiUrl, process.env);
  return exit.guarded(connectGitHub({ token, apiUrl, repository, proxy, sleep, cancel }));
}

/** @actions/http-client, which says what goes through a proxy, reads the process's own environment. */
function setProxies(): void {
  Object.assign(process.env, proxyEnvironment(process.env));
}

// Last, so that everything above is defined.
await main();
