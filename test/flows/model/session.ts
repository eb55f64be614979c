import { createChangeSets } from "../../../src/aws/changeSets.ts";
import { createStacks } from "../../../src/aws/stacks.ts";
import type { decide } from "../../../src/changes/decide.ts";
import { decodeRecord } from "../../../src/changes/record.ts";
import { openSecrets } from "../../../src/changes/secrets.ts";
import { ActionError } from "../../../src/errors.ts";
import { cleanup } from "../../../src/flows/cleanup.ts";
import { deploy } from "../../../src/flows/deploy.ts";
import { checkName, type StackJob } from "../../../src/flows/job.ts";
import type { CheckRun, Log } from "../../../src/flows/ports.ts";
import { preview } from "../../../src/flows/preview.ts";
import { type RenderedStack, renderStack } from "../../../src/flows/render.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import { type Inputs, type ParsedInputs, parseInputs } from "../../../src/inputs.ts";
import { createAws } from "../../sandbox/aws/aws.ts";
import { virtualClock } from "../../sandbox/aws/clock.ts";
import type { OutputStructure, Params } from "../../sandbox/aws/query.ts";
import { clientOf } from "./cloudFormation.ts";
import { type Content, START, templateOf } from "./content.ts";
import { contentOf, emptyGitHub, OUR_APP, type Pull, portsOf } from "./gitHub.ts";
import { type Effect, effectOf } from "./review.ts";

export const STACK = "app";
const REGION = "us-east-1";

/** A run that was killed: from then on nothing that it does has an effect. */
class Killed extends Error {}

export interface JobOptions {
  readonly appId?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The run is killed at its n-th call of a port. */
  readonly killAt?: number;
  /** Something else that happens right before the run's n-th call. */
  readonly meanwhile?: { readonly at: number; readonly act: () => Promise<void> };
  readonly gitHubDown?: boolean;
  /** Is told what CloudFormation has begun to execute. */
  readonly onExecute?: (execution: Execution) => void;
}

export interface Execution {
  readonly effect: Effect;
  readonly arn: string;
  /** When, counted in calls of all runs. */
  readonly at: number;
  /** Whether CloudFormation took it: it refuses a change set that the stack has outrun. */
  taken: boolean;
}

/** What one run came to. */
export interface Done {
  /** `undefined`: it was killed, or ended in an error outside of the flow. */
  readonly result: RunResult | undefined;
  readonly error: unknown;
  readonly executions: readonly Execution[];
}

export type GitHubPorts = ReturnType<typeof portsOf>;

/** What is wrong on purpose, to see whether that is noticed. */
export interface Mutation {
  readonly decideBy?: typeof decide;
  readonly gitHub?: (ports: GitHubPorts) => GitHubPorts;
}

/** One repository, one stack, and the action's flows on both. Time passes only where a flow waits. */
export function openSession(mutation: Mutation = {}) {
  const clock = virtualClock();
  const aws = createAws({
    clock,
    durations: { changeSet: 1_000, step: 200, create: 2_000, update: 2_000, delete: 1_000, types: {} },
  });
  const gitHub = emptyGitHub(START, clock.now);
  const effects = new Map<string, Effect>();
  const session = {
    mutation,
    clock,
    aws,
    gitHub,
    /** What each change set would do, by its ARN. */
    effects,
    /** What each of the records on heads was made from: by the id of the check run. */
    recorded: new Map<number, Effect>(),
    runs: 0,
    /** Calls of ports by all runs so far. */
    calls: 0,
    preview: (pull: Pull, content: Content, options: JobOptions = {}) =>
      inRun(session, options, (world) => {
        const labels = [...pull.labels];
        const audience = {
          kind: "pull-request",
          number: pull.number,
          headSha: pull.headSha,
          labels,
        } as const;
        return world.job(pull.headSha, content).then((job) => preview(job, audience, world.ports));
      }),
    deploy: (commit: string, options: JobOptions = {}, pullRequest?: number) =>
      inRun(session, options, (world) => {
        const deployed = { commit, branch: "main", pullRequest };
        return world
          .job(commit, contentOf(gitHub, commit))
          .then((job) => deploy(job, deployed, world.ports, mutation.decideBy));
      }),
    cleanup: (pull: Pull, options: JobOptions = {}) =>
      inRun(session, options, (world) => cleanup(world.inputs, pull.number, world.ports)),
  };
  return session;
}

export type Session = ReturnType<typeof openSession>;

interface RunWorld {
  readonly inputs: Inputs;
  readonly job: (commit: string, content: Content) => Promise<StackJob>;
  readonly ports: Parameters<typeof deploy>[2];
}

async function inRun(
  session: Session,
  options: JobOptions,
  work: (world: RunWorld) => Promise<RunResult>,
): Promise<Done> {
  const id = ++session.runs;
  const executions: Execution[] = [];
  let calls = 0;
  let dead = false;
  let meanwhile: Promise<void> | undefined;
  const call = async (): Promise<void> => {
    calls += 1;
    session.calls += 1;
    if (calls === options.killAt) dead = true;
    if (dead) throw new Killed();
    if (options.meanwhile?.at !== calls) return;
    // The flow may be over before one of its parallel calls is: what happens meanwhile must not run into the next run.
    meanwhile = options.meanwhile.act();
    await meanwhile;
  };
  const before = async (operation: string, params: Params): Promise<void> => {
    await call();
    if (operation !== "ExecuteChangeSet") return;
    executions.push(executionOf(session, params));
  };
  const after = (operation: string, params: Params, answer: OutputStructure): void => {
    const last = executions.at(-1);
    if (operation === "ExecuteChangeSet" && last !== undefined) {
      last.taken = true;
      options.onExecute?.(last);
    }
    if (operation !== "DescribeChangeSet" || params.IncludePropertyValues !== "true") return;
    remember(session, answer);
  };
  const client = clientOf(session.aws, before, after);
  const github = async (): Promise<void> => {
    await call();
    if (options.gitHubDown) throw new ActionError("GitHub could not answer", { reasonCode: "error" });
  };
  const clock = {
    now: session.clock.now,
    sleep: async (ms: number) => {
      if (dead) throw new Killed();
      session.clock.advance(ms);
    },
  };
  const parsed = inputsOf(options.inputs ?? {});
  const mutated = session.mutation.gitHub ?? ((ports) => ports);
  const world: RunWorld = {
    inputs: parsed.inputs,
    job: async (commit, content) => ({
      inputs: parsed.inputs,
      rendered: await rendered(content),
      secrets: openSecrets(),
      run: { id: String(id), attempt: 1, url: `https://github.test/runs/${id}`, repository: "acme/app" },
      commit,
      deadline: session.clock.now() + 3_600_000,
      cancel: new AbortController().signal,
    }),
    ports: {
      stacks: createStacks(client),
      changeSets: createChangeSets(client, clock),
      ...notUsed,
      ...mutated(portsOf(session.gitHub, options.appId ?? OUR_APP, github, (run) => link(session, run))),
      clock,
      log: SILENT,
    },
  };
  try {
    const result = await work(world);
    return { result: dead ? undefined : result, error: undefined, executions };
  } catch (error) {
    if (!(error instanceof ActionError) && !(error instanceof Killed)) throw error;
    return { result: undefined, error, executions };
  } finally {
    await meanwhile;
  }
}

const never = (): never => {
  throw new Error("this template asks for no such thing");
};

const notUsed = {
  templateBucket: { store: never },
  databases: { versions: never, isOffered: never, takenClusters: never, takenInstances: never },
  subnets: { find: never },
};

function executionOf(session: Session, params: Params): Execution {
  const arn = String(params.ChangeSetName);
  const described = session.aws.cloudFormation.handle("DescribeChangeSet", {
    ChangeSetName: arn,
    IncludePropertyValues: "true",
  });
  return { arn, effect: remember(session, described), at: session.calls, taken: false };
}

/** A change set never changes: what it would do is what it was made for. */
function remember(session: Session, described: OutputStructure): Effect {
  const arn = String(described.ChangeSetId);
  const known = session.effects.get(arn);
  if (known !== undefined) return known;
  const stack = session.aws.cloudFormation.stack(STACK);
  const present = new Map(stack?.definition?.parameters.map(({ key, value }) => [key, value]));
  const effect = effectOf(described, present);
  session.effects.set(arn, effect);
  return effect;
}

/** A record was written: what it stands for is what its change set would do, or nothing. */
function link(session: Session, run: CheckRun): void {
  if (run.name !== checkName({ stackName: STACK, region: REGION })) return;
  const record = decodeRecord(run.text, run.externalId);
  if (record === undefined) return;
  const effect = record.changeSetArn === undefined ? new Map() : session.effects.get(record.changeSetArn);
  if (effect !== undefined) session.recorded.set(run.id, effect);
}

const SILENT: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, work) => work(),
};

const parsedInputs = new Map<string, ParsedInputs>();

function inputsOf(given: Readonly<Record<string, string>>): ParsedInputs {
  const key = JSON.stringify(given);
  const known = parsedInputs.get(key);
  if (known !== undefined) return known;
  const all: Readonly<Record<string, string>> = {
    template: "stack.json",
    "stack-name": STACK,
    region: REGION,
    "github-token": "token",
    ...given,
  };
  const parsed = parseInputs((name) => all[name] ?? "", undefined);
  if (parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems));
  parsedInputs.set(key, parsed);
  return parsed;
}

const renderings = new Map<string, Promise<RenderedStack>>();

/** `Size` is named by the workflow, from the commit; `Kept` by nobody. */
function rendered(content: Content): Promise<RenderedStack> {
  const key = JSON.stringify(content);
  const known = renderings.get(key);
  if (known !== undefined) return known;
  const parsed = inputsOf({ parameters: `Size=${content.Size ?? "1"}\nNote=${content.Note ?? "none"}` });
  const bytes = new TextEncoder().encode(templateOf(content));
  const workspace = {
    read: async () => bytes,
    readBundled: async () => bytes,
    writeRendered: async () => "",
  };
  const made = renderStack(parsed, workspace, { store: undefined, isSent: true }, openSecrets());
  renderings.set(key, made);
  return made;
}
