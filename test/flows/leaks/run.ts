import { createChangeSets } from "../../../src/aws/changeSets/changeSets.ts";
import { createDrifts } from "../../../src/aws/drift.ts";
import { createStacks } from "../../../src/aws/stacks.ts";
import { ActionError } from "../../../src/errors.ts";
import { type Outlets, openExit } from "../../../src/exit.ts";
import { failedResult, type RunResult } from "../../../src/flows/result.ts";
import type { GitHubEvent } from "../../../src/payload.ts";
import type { AwsPorts } from "../../../src/ports/aws.ts";
import type { GitHubPorts, GitHubWriters } from "../../../src/ports/github.ts";
import { run, type World } from "../../../src/run.ts";
import { type Aws, createAws } from "../../sandbox/aws/aws.ts";
import { type VirtualClock, virtualClock } from "../../sandbox/aws/clock.ts";
import { clientOf } from "../model/cloudFormation.ts";
import { emptyGitHub, type GitHubModel, OUR_APP } from "../model/gitHub.ts";
import { portsOf } from "../model/gitHubPorts.ts";
import { onlyThese } from "../questions.ts";
import { freePace } from "../watch/freePace.ts";

/** An account, a repository and a runner in memory: whole runs of the action, and everything that they write. */
export interface Place {
  readonly aws: Aws;
  readonly clock: VirtualClock;
  readonly gitHub: GitHubModel;
  /** Log, annotations, summaries and outputs of ours; comments and check runs are the repository's. */
  readonly written: string[];
  readonly masked: string[];
  /** Outputs of the stack: those are whole. */
  readonly exported: Map<string, string>;
}

export function openPlace(): Place {
  const clock = virtualClock();
  return {
    aws: createAws({
      clock,
      durations: { changeSet: 1_000, step: 200, create: 2_000, update: 2_000, delete: 1_000, types: {} },
    }),
    clock,
    gitHub: emptyGitHub({}, clock.now),
    written: [],
    masked: [],
    exported: new Map(),
  };
}

export interface Start {
  readonly event: GitHubEvent;
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

/** One run, from its inputs to the end that it tells. */
export async function runIn(place: Place, start: Start): Promise<RunResult> {
  const exit = openExit(outletsOf(place));
  let result: RunResult;
  try {
    result = await run(worldOf(place, start, exit));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    result = failedResult(error);
  }
  await exit.finish(result);
  return result;
}

function outletsOf({ written, masked, exported }: Place): Outlets {
  const write = (text: string, properties?: object): void =>
    void written.push(text, ...(properties === undefined ? [] : [JSON.stringify(properties)]));
  return {
    toolkit: {
      info: write,
      debug: write,
      notice: write,
      warning: write,
      error: write,
      startGroup: write,
      endGroup: () => undefined,
    },
    setSecret: (value) => void masked.push(value),
    setOutput: (name, value) => {
      if (name.includes("-") && name !== "stack-outputs") written.push(`${name}=${value}`);
      else exported.set(name, value);
    },
    writeSummary: async (markdown) => void written.push(markdown),
  };
}

function worldOf(place: Place, { event, inputs, files }: Start, exit: ReturnType<typeof openExit>): World {
  const { clock, gitHub } = place;
  const given: Readonly<Record<string, string>> = {
    "stack-name": "app",
    "github-token": "t",
    template: "stack.yaml",
    ...inputs,
  };
  const read = async (path: string) => {
    const text = files[path];
    if (text === undefined)
      throw new ActionError(`${path}: there is no such file.`, { reasonCode: "invalid-input" });
    return new TextEncoder().encode(text);
  };
  const waiting = { now: clock.now, sleep: async (ms: number) => clock.advance(ms) };
  const ports = portsOf(gitHub, OUR_APP);
  return {
    readInput: (name) => given[name] ?? "",
    event,
    run: {
      id: "9",
      attempt: 1,
      url: "https://github.test/acme/app/actions/runs/9",
      repository: "acme/app",
      repositoryId: "1001",
      number: "9",
      sha: event.sha,
    },
    startedBy: "alice",
    region: "us-east-1",
    workspace: {
      read,
      readBundled: read,
      writeRendered: async () => "/tmp/rendered.json",
      sources: () => [],
      headCommit: async () => undefined,
      pack: never,
      afresh: never,
      unread: () => [],
      find: never,
    },
    connectAws: async () => awsPorts(place, exit, waiting),
    s3Endpoint: undefined,
    // The model's ports take any text; what reaches them has passed through the exit.
    connectGitHub: async () => exit.guarded(ports as unknown as GitHubWriters & GitHubPorts),
    secrets: exit.secrets,
    clock: waiting,
    log: exit.log,
    cancel: new AbortController().signal,
  };
}

const never = (): never => {
  throw new Error("these templates ask for no such thing");
};

function awsPorts({ aws }: Place, { log }: ReturnType<typeof openExit>, clock: World["clock"]): AwsPorts {
  const client = clientOf(aws, async (_operation, _params, answer) => answer());
  const cancel = new AbortController().signal;
  const edge = { client, clock, pace: freePace, log, cancel };
  return {
    pace: freePace,
    stacks: createStacks(edge),
    changeSets: createChangeSets(edge),
    drifts: createDrifts(edge),
    templateBucket: { store: never, read: never },
    parameterStore: { read: never },
    signer: never,
    subnets: { find: never },
    alarms: { find: never },
    exports: { importers: never },
    questions: onlyThese({
      secretStore: {
        find: async (ids) => ids.map((id) => ({ id, isBeingDeleted: false, stages: ["AWSCURRENT"] })),
      },
    }),
    prices: { products: never },
    deletions: {
      ...{ processedTemplate: never, importers: never, isProtected: never, snapshots: never },
      ...{ hasObjects: never, hasImages: never },
    },
  };
}
