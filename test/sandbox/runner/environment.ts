import { dirname } from "node:path";

/** What happened and where, as `WorkflowEvent` of the GitHub sandbox gives it. */
export interface RunEvent {
  readonly name: string;
  readonly payload: unknown;
  readonly sha?: string;
  readonly ref?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly actor?: string;
}

export interface GitHubContext {
  /** Base of GITHUB_API_URL, GITHUB_SERVER_URL and GITHUB_GRAPHQL_URL. */
  readonly url: string;
  /** `${{ github.token }}`. Never in the environment by itself. */
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub Enterprise Server's paths: `/api/v3` and `/api/graphql`. */
  readonly enterprise?: boolean;
  /** These four override what the event says. */
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly workflow?: string;
  readonly runId?: number;
  readonly runNumber?: number;
  readonly attempt?: number;
  readonly job?: string;
}

export interface AwsContext {
  /** AWS_ENDPOINT_URL. */
  readonly url?: string;
  readonly region?: string;
  /** null: the job has no credentials at all, as Dependabot's. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  } | null;
}

/** The files through which a step talks to the runner. */
export interface StepFiles {
  readonly temp: string;
  readonly home: string;
  readonly event: string;
  readonly output: string;
  readonly summary: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
}

/** The variables that GitHub's runner sets for a step, and nothing of this process's own but PATH. */
export function stepEnvironment(
  event: RunEvent,
  github: GitHubContext,
  files: StepFiles,
  workspace: string,
  debug: boolean,
): Record<string, string> {
  const ref = github.ref ?? event.ref ?? "refs/heads/main";
  const sha = github.sha ?? event.sha ?? "";
  const actor = github.actor ?? event.actor ?? "alice";
  const workflow = github.workflow ?? "deploy";
  const [owner = ""] = github.repository.split("/");
  return {
    CI: "true",
    HOME: files.home,
    LANG: "C.UTF-8",
    PATH: [dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__org_aurora-deploy-action",
    GITHUB_ACTION_REF: "v1",
    GITHUB_ACTION_REPOSITORY: "org/aurora-deploy-action",
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_API_URL: github.enterprise === true ? `${github.url}/api/v3` : github.url,
    GITHUB_GRAPHQL_URL: github.enterprise === true ? `${github.url}/api/graphql` : `${github.url}/graphql`,
    GITHUB_SERVER_URL: github.url,
    GITHUB_BASE_REF: event.baseRef ?? "",
    GITHUB_HEAD_REF: event.headRef ?? "",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_ENV: files.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_JOB: github.job ?? "deploy",
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_ID: repositoryId(event.payload),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: String(github.attempt ?? 1),
    GITHUB_RUN_ID: String(github.runId ?? 1),
    GITHUB_RUN_NUMBER: String(github.runNumber ?? 1),
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: workflow,
    GITHUB_WORKFLOW_REF: `${github.repository}/.github/workflows/${workflow}.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "Sandbox",
    RUNNER_OS: process.platform === "darwin" ? "macOS" : "Linux",
    RUNNER_TEMP: files.temp,
    RUNNER_TOOL_CACHE: files.temp,
    ...(debug ? { RUNNER_DEBUG: "1" } : {}),
  };
}

/**
 * The variables that configure-aws-credentials leaves behind. The instance metadata service is switched off: without
 * credentials the SDK would ask an address outside of this machine.
 */
export function awsEnvironment(aws: AwsContext): Record<string, string> {
  const { url, region = "us-east-1" } = aws;
  const credentials =
    aws.credentials === undefined
      ? { accessKeyId: "AKIASANDBOXSANDBOX00", secretAccessKey: "sandbox", sessionToken: "sandbox" }
      : aws.credentials;
  return {
    ...(url === undefined ? {} : { AWS_ENDPOINT_URL: url }),
    AWS_EC2_METADATA_DISABLED: "true",
    ...(credentials === null
      ? {}
      : {
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
        }),
  };
}

/** Has Node load `inside.ts` before the program: the sandbox's hand in a run, and only where a test asks for one. */
export const insideEnvironment = {
  NODE_OPTIONS: `--import=${new URL("inside.ts", import.meta.url).href}`,
} as const;

function repositoryId(payload: unknown): string {
  const { repository } = (payload ?? {}) as { readonly repository?: { readonly id?: number } };
  return String(repository?.id ?? "");
}
