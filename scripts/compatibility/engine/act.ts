import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { WorkflowEvent } from "../../../test/sandbox/github/happenings/payloads.ts";
import { temporaryDirectory } from "../../../test/sandbox/runner/temp.ts";
import type { Stage } from "../../../test/sandbox/stage.ts";
import type { Settings } from "../../../test/sandbox/workflows/scene.ts";
import { type Entry, readLog } from "./log.ts";
import { localRepositories, type Replaced } from "./replaced.ts";

export const ACT_VERSION = "0.2.89";

/** nektos/act, as `go install` leaves it; `undefined` where it is not there in this version. */
export function localAct(): string | undefined {
  const path = join(process.env.GOBIN ?? join(process.env.GOPATH ?? join(homedir(), "go"), "bin"), "act");
  if (!existsSync(path)) return undefined;
  // A binary of `go install` calls itself by the module's version where it knows it.
  return execFileSync(path, ["--version"], { encoding: "utf8" }).includes(ACT_VERSION) ? path : undefined;
}

/** act, and what it has instead of what a runner would download. */
export interface Engine {
  readonly act: string;
  readonly replaced: Replaced;
  /** Gets what act writes. */
  readonly tell: (line: string) => void;
}

/** A run to be played: the workflow files of the event's commit that name the event. */
export interface Given {
  readonly stage: Stage;
  readonly event: WorkflowEvent;
  readonly runId: number;
  readonly vars?: Settings["vars"];
  /** A directory with programs that a step of `run:` finds. */
  readonly programs?: string;
}

/** How a run of act ended. */
export interface Played {
  /** `null` where it had to be stopped. */
  readonly exitCode: number | null;
  readonly entries: readonly Entry[];
}

/** A run of a page's workflow takes seconds; a step that waits for something would wait for ever. */
const LONGEST_MS = 120_000;

/** Runs the workflow files of the event's commit with act, its jobs on this machine, against the stage's GitHub and AWS. */
export async function playInAct({ act, replaced, tell }: Engine, given: Given): Promise<Played> {
  const { stage, event, programs } = given;
  const folder = await temporaryDirectory("act");
  const [workspace, home, eventFile] = [
    join(folder, "work"),
    join(folder, "home"),
    join(folder, "event.json"),
  ];
  mkdirSync(join(home, ".config/act"), { recursive: true });
  // Without it act asks which image it should take.
  writeFileSync(join(home, ".config/act/actrc"), "");
  writeFileSync(eventFile, JSON.stringify(event.payload));
  await stage.repository.checkout(event.sha, workspace);
  const workflows = Object.values(await stage.repository.files(event.sha));
  const args = [
    ...argsOf(given, eventFile),
    ...localRepositories(workflows, replaced).flatMap((one) => ["--local-repository", one]),
  ];
  const path = [programs ?? [], dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].flat();
  const child = spawn(act, args, {
    cwd: workspace,
    env: { HOME: home, PATH: path.join(":"), NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST_MS,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (log += String(text)));
  }
  const [exitCode] = (await once(child, "close")) as [number | null];
  const entries = readLog(log);
  for (const { level, job, msg } of entries) {
    if (level !== "debug") tell(job === undefined ? msg : `[${job.trim()}] ${msg}`);
  }
  return { exitCode, entries };
}

function argsOf(
  { stage: { github, aws, repository }, event, runId, vars = {} }: Given,
  eventFile: string,
): readonly string[] {
  // act takes them from the clone that it runs in, and its GitHub is the real one where nothing else is said.
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_SERVER_URL: github.url,
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_OWNER: repository.fullName.split("/")[0],
    GITHUB_REF: event.ref,
    SHA_REF: event.sha,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_RUN_ID: String(runId),
    GITHUB_RUN_NUMBER: String(runId),
    GITHUB_RUN_ATTEMPT: "1",
    AWS_ENDPOINT_URL: aws.url,
    AWS_EC2_METADATA_DISABLED: "true",
  };
  return [
    event.name,
    ...["--eventpath", eventFile],
    ...["--platform", "ubuntu-latest=-self-hosted"],
    ...["--actor", event.actor],
    ...["--secret", `GITHUB_TOKEN=${github.token()}`],
    "--no-cache-server",
    // That a job was skipped it tells only here.
    ...["--json", "--verbose"],
    ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}=${value}`]),
    ...Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : ["--env", `${name}=${value}`],
    ),
  ];
}
