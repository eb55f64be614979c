import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import type { Stage } from "../stage.ts";
import { type Context, interpolate, type Scope, type Status } from "./expressions.ts";
import type { Interruption } from "./jobs/interruption.ts";
import type { Job, Scalars, Workflow } from "./model.ts";
import type { JobEnd, StepEnd } from "./results.ts";
import type { Rights } from "./rights.ts";
import type { Role } from "./roles.ts";

/** What a repository's settings and the world around it add to its workflows. */
export interface Settings {
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The account's roles. */
  readonly roles: readonly Role[];
  /** A directory with programs that a step of `run:` finds. */
  readonly programs?: string;
  /** The repository's environments, by their names. */
  readonly environments?: Readonly<Record<string, Environment>>;
  /** The labels of runners that there are; GitHub's own by default. */
  readonly runners?: readonly string[];
}

export interface Environment {
  /** They come over the repository's, for the steps of a job. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The branches that may deploy to it; any where it is left out. */
  readonly branches?: readonly string[];
}

/** One run of a workflow, as its jobs see it. */
export interface RunScene extends Interruption {
  readonly stage: Stage;
  readonly settings: Settings;
  readonly workflow: Workflow;
  readonly event: WorkflowEvent;
  readonly id: number;
  readonly attempt: number;
  readonly onLine: (line: string) => void;
}

/** One job of it. */
export interface JobScene extends RunScene {
  readonly jobId: string;
  /** `matrix` and `strategy`, where the job has them. */
  readonly leg: Readonly<Record<string, Context>>;
  readonly environment?: string;
  readonly rights: Rights;
  readonly token: string;
  readonly workspace: string;
  readonly needs: Readonly<Record<string, JobEnd>>;
}

/** The contexts that may be used where a run or a job is decided on. */
export function runContexts(scene: RunScene): Record<string, Context> {
  return {
    github: { fields: githubContext(scene) },
    vars: { fields: scene.settings.vars ?? {} },
    inputs: { fields: dispatchInputs(scene) },
  };
}

/** The scope of a job's `if` and `strategy`; with `matrix` and `strategy` that of its `runs-on`, `concurrency` and the like. */
export function jobScope(
  scene: RunScene,
  needs: Readonly<Record<string, JobEnd>>,
  status: Status,
  leg: JobScene["leg"] = {},
): Scope {
  const results = Object.entries(needs).map(([id, { conclusion, outputs }]) => [
    id,
    { result: conclusion, outputs },
  ]);
  const contexts = { ...runContexts(scene), needs: { fields: Object.fromEntries(results) }, ...leg };
  return { contexts, status };
}

/** The scope of a step's `if`, `with`, `env` and `run`. */
export function stepScope(
  scene: JobScene,
  steps: readonly StepEnd[],
  env: Readonly<Record<string, string>>,
  status: Status,
): Scope {
  const { contexts } = jobScope(scene, scene.needs, status, scene.leg);
  const environment = scene.settings.environments?.[scene.environment ?? ""];
  const github = {
    ...contexts.github?.fields,
    token: scene.token,
    job: scene.jobId,
    workspace: scene.workspace,
  };
  const { hasSecrets } = scene.rights;
  const secrets = hasSecrets ? { ...scene.settings.secrets, ...environment?.secrets } : {};
  const ended = steps.flatMap(({ id, outputs, outcome, conclusion }) =>
    id === undefined ? [] : [[id, { outputs, outcome, conclusion }] as const],
  );
  return {
    contexts: {
      ...contexts,
      github: { fields: github },
      vars: { fields: { ...contexts.vars?.fields, ...environment?.vars } },
      env: { fields: env },
      secrets: { fields: { ...secrets, GITHUB_TOKEN: scene.token }, lenient: !hasSecrets },
      steps: { fields: Object.fromEntries(ended) },
      job: { fields: { status } },
      runner: { fields: { os: "Linux", arch: "X64" } },
    },
    status,
  };
}

/** What `env` of workflow and job give every step: they know nothing of steps, nor of each other. */
export function jobEnvironment({ env }: Job, scene: JobScene): Record<string, string> {
  const { contexts, status } = stepScope(scene, [], {}, "success");
  const known = Object.entries(contexts).filter(
    ([name]) => !["env", "steps", "job", "runner"].includes(name),
  );
  const scope = { contexts: Object.fromEntries(known), status };
  return { ...interpolateAll(scene.workflow.env, scope), ...interpolateAll(env, scope) };
}

/** A mapping of text, with its expressions evaluated. */
export function interpolateAll(values: Scalars | undefined, scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [key, interpolate(value, scope)]),
  );
}

function githubContext({ stage, workflow, event, id, attempt }: RunScene): Readonly<Record<string, unknown>> {
  const { fullName } = stage.repository;
  const { url } = stage.github;
  return {
    event: event.payload,
    event_name: event.name,
    actor: event.actor,
    triggering_actor: event.actor,
    sha: event.sha,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    ref_type: event.ref.startsWith("refs/tags/") ? "tag" : "branch",
    head_ref: event.headRef,
    base_ref: event.baseRef,
    repository: fullName,
    repository_owner: fullName.split("/")[0],
    run_id: String(id),
    run_number: String(id),
    run_attempt: String(attempt),
    workflow: workflow.name,
    server_url: url,
    api_url: url,
    graphql_url: `${url}/graphql`,
  };
}

/** The inputs of `workflow_dispatch`, with the workflow's defaults; booleans are booleans. */
function dispatchInputs({ workflow, event }: RunScene): Readonly<Record<string, unknown>> {
  const declared = workflow.on.workflow_dispatch?.inputs ?? {};
  const given = (event.name === "workflow_dispatch" ? event.payload.inputs : undefined) ?? {};
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (strange.length > 0) throw new Error(`${workflow.path} declares no input ${strange.join(", ")}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, required, default: byDefault }]) => {
      const value = (given as Record<string, unknown>)[name] ?? byDefault;
      if (value === undefined && required === true && event.name === "workflow_dispatch")
        throw new Error(`${workflow.path} wants the input ${name}`);
      return [name, type === "boolean" ? String(value) === "true" : (value ?? "")];
    }),
  );
}
