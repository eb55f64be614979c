import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { quickStart } from "../../../test/sandbox/demo/workflow.ts";
import type { WorkflowEvent } from "../../../test/sandbox/github/happenings/payloads.ts";
import type { Stage } from "../../../test/sandbox/stage.ts";

export const ACT_VERSION = "0.2.89";

/** nektos/act, as `go install` leaves it; `undefined` where it is not there in this version. */
export function localAct(): string | undefined {
  const path = join(process.env.GOBIN ?? join(process.env.GOPATH ?? join(homedir(), "go"), "bin"), "act");
  if (!existsSync(path)) return undefined;
  // A binary of `go install` calls itself by the module's version where it knows it.
  return execFileSync(path, ["--version"], { encoding: "utf8" }).includes(ACT_VERSION) ? path : undefined;
}

/** What stands for what a runner would download. */
export interface Replaced {
  /** This action as a release has it: the archive of the commit, unpacked. */
  readonly action: string;
  /** aws-actions/configure-aws-credentials, which would ask GitHub for an identity and AWS for the role. */
  readonly credentials: string;
}

/** How a run of act ended. */
export interface Played {
  readonly exitCode: number | null;
  readonly log: string;
}

/** Makes what is replaced, in a folder of this run. */
export function replacements(root: string): Replaced {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const [action, credentials] = [join(folder, "action"), join(folder, "credentials")];
  for (const path of [action, credentials]) mkdirSync(path);
  const archive = execFileSync("git", ["archive", "--worktree-attributes", "--format=tar", "HEAD"], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  execFileSync("tar", ["-xf", "-", "-C", action], { input: archive });
  writeFileSync(join(credentials, "action.yml"), CREDENTIALS);
  return { action, credentials };
}

/** As the page names it, with the version or commit that it is pinned to. */
const CREDENTIALS_STEP = /aws-actions\/configure-aws-credentials@\S+/.exec(quickStart())?.[0];

/** Leaves behind what the real one does after it has assumed the role. */
const CREDENTIALS = `name: Credentials
description: Stands for aws-actions/configure-aws-credentials
inputs:
  role-to-assume: { required: true, description: The role }
  aws-region: { required: true, description: The region }
  role-duration-seconds: { required: false, description: How long }
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        {
          echo "AWS_REGION=\${{ inputs.aws-region }}"
          echo "AWS_DEFAULT_REGION=\${{ inputs.aws-region }}"
          echo "AWS_ACCESS_KEY_ID=AKIASANDBOXSANDBOX00"
          echo "AWS_SECRET_ACCESS_KEY=sandbox"
          echo "AWS_SESSION_TOKEN=sandbox"
        } >> "$GITHUB_ENV"
        echo "Assumed \${{ inputs.role-to-assume }}"
`;

/** Runs the workflow file of the event's commit with act, its jobs on this machine, against the stage's GitHub and AWS. */
export async function play(
  act: string,
  replaced: Replaced,
  stage: Stage,
  event: WorkflowEvent,
  runId: number,
): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), "act-"));
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
  const child = spawn(act, argsOf(replaced, stage, event, { eventFile, runId }), {
    cwd: workspace,
    env: { HOME: home, PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (log += String(text)));
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, log };
}

function argsOf(
  { action, credentials }: Replaced,
  { github, aws, repository }: Stage,
  event: WorkflowEvent,
  { eventFile, runId }: { readonly eventFile: string; readonly runId: number },
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
    ...["--local-repository", `org/aurora-deploy-action@v1=${action}`],
    ...["--local-repository", `${CREDENTIALS_STEP}=${credentials}`],
    "--no-cache-server",
    ...Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : ["--env", `${name}=${value}`],
    ),
  ];
}
