import type { createChangeSets } from "../../../src/aws/changeSets/changeSets.ts";
import type { createStacks } from "../../../src/aws/stacks.ts";
import type { decide } from "../../../src/changes/review/decide.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import type { TemplateBucket } from "../../../src/ports/aws.ts";
import type { Aws } from "../../sandbox/aws/aws.ts";
import type { VirtualClock } from "../../sandbox/aws/clock.ts";
import type { OutputStructure } from "../../sandbox/aws/query.ts";
import type { Content } from "./content.ts";
import type { Effect, Request } from "./effect.ts";
import type { GitHubModel, PullJob } from "./gitHub.ts";
import type { GitHubPorts } from "./gitHubPorts.ts";

export const STACK = "app";
export const REGION = "us-east-1";

/** One repository and one stack, with what really happened to them. */
export interface World {
  readonly mutation: Mutation;
  readonly clock: VirtualClock;
  readonly aws: Aws;
  readonly gitHub: GitHubModel;
  /** By its ARN. */
  readonly changeSets: Map<string, MadeChangeSet>;
  readonly records: TrueRecord[];
  /** Change sets that were executed, by their ARNs: with their token the same call again starts nothing. */
  readonly executed: Set<string>;
  runs: number;
  /** Calls of ports by all runs so far. */
  calls: number;
  /** CloudFormation describes change sets without their resources. */
  isBlind: boolean;
}

/** What a change set was asked for, and what CloudFormation said that it would do. */
export interface MadeChangeSet {
  readonly request: Request;
  described: OutputStructure | undefined;
}

/** A record that a preview wrote, with what it stands for in truth. */
export interface TrueRecord {
  readonly checkId: number;
  readonly pull: number;
  readonly head: string;
  readonly base: string;
  readonly baseCommit: string;
  readonly effect: Effect;
  readonly appId: number;
  /** Milliseconds since the epoch, whole seconds. */
  readonly at: number;
  /** When its run began, counted in calls of all runs. */
  readonly begunAt: number;
}

export interface AwsPorts {
  readonly stacks: ReturnType<typeof createStacks>;
  readonly changeSets: ReturnType<typeof createChangeSets>;
  readonly templateBucket: TemplateBucket;
}

/** What is wrong on purpose, to see whether that is noticed. */
export interface Mutation {
  readonly decideBy?: typeof decide;
  readonly gitHub?: (ports: GitHubPorts) => GitHubPorts;
  readonly aws?: (ports: AwsPorts) => AwsPorts;
}

export interface JobOptions {
  readonly appId?: number;
  /** What the run is given beside what its commit's workflow says. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly checkout?: "merge" | "head";
  /** The run is killed at its n-th call of a port. */
  readonly killAt?: number;
  /** Something else that happens right before the run's n-th call. */
  readonly meanwhile?: { readonly at: number; readonly act: () => Promise<void> };
  /** The job's own time. */
  readonly timeoutMs?: number;
  readonly gitHubDown?: boolean;
  /** Is told what is about to be done to the stack. */
  readonly onExecute?: (execution: Execution) => void;
}

/** Something that changes the stack. */
export interface Execution {
  readonly what: "change set" | "protection" | "shell";
  /** What the whole request does. */
  readonly effect: Effect;
  readonly arn: string;
  /** When, counted in calls of all runs. */
  readonly at: number;
  /** When the run's own mark was written last, in the same count. */
  readonly markedAt: number;
  /** When something else happened in the midst of the run, in the same count. */
  readonly changedAt: number;
  /** What the stack has right before. */
  readonly request: Request | undefined;
}

/** What one run came to. */
export interface Done {
  /** `undefined`: it was killed, or ended in an error outside of the flow. */
  readonly result: RunResult | undefined;
  readonly error: unknown;
  readonly executions: readonly Execution[];
  /** What it came to propose. */
  readonly proposed: { readonly effect: Effect; readonly request: Request } | undefined;
  /** Every call and every answer, in order: `> DescribeStacks`, `< DescribeStacks`. */
  readonly trace: readonly string[];
}

/** Where a run of a workflow stands. */
export interface Place {
  readonly content: Content;
  readonly commit: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  readonly checkedOut: string;
  readonly previewed?: PullJob & { readonly pull: number };
}
