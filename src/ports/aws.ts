import type { PriceQuery } from "../changes/costs/model.ts";
import type { StackDrift } from "../changes/drift.ts";
import type { ChangeSet } from "../changes/model.ts";
import type {
  ChangeSetRequest,
  ChangeSetSummary,
  ExecuteRequest,
  PreparedChangeSet,
  StackResource,
} from "../changes/request.ts";
import type { Alarm, Stack, StackEvent } from "../stack/model.ts";
import type { StoredFile, StoredTemplate } from "../template/tree/stored.ts";
import type { Questions } from "./preflight.ts";

/** A parameter of SSM in its newest version. */
export interface StoredParameter {
  readonly name: string;
  readonly version: number;
  readonly value: string;
}

/** SSM's parameters. */
export interface ParameterStore {
  /** Those of the parameters that there are. */
  read(names: readonly string[]): Promise<readonly StoredParameter[]>;
}

/** Signs and verifies by a KMS key. Every failure is an `ActionError`. */
export interface Signer {
  /** @returns the MAC of the text's UTF-8 bytes (4,096 at most), base64 */
  sign(text: string): Promise<string>;
  /** Whether the MAC is the key's for this text. */
  verify(text: string, mac: string): Promise<boolean>;
}

export interface ChangeSets {
  /** Creates, polls until it settles, and describes it with values. */
  prepare(request: ChangeSetRequest): Promise<PreparedChangeSet>;
  /**
   * `undefined` when it does not exist (any more).
   * @param stack name or ARN of its stack, here and below: some implementations do not know a change set by its ARN alone
   */
  describe(arn: string, stack: string): Promise<ChangeSet | undefined>;
  /** The template that a change set was made with, as it was sent; `undefined` where it cannot be told. */
  template(arn: string, stack: string): Promise<string | undefined>;
  /** Empty when there is no stack. */
  list(stackName: string): Promise<readonly ChangeSetSummary[]>;
  /** No error when it is gone already. */
  delete(arn: string, stack: string): Promise<void>;
  /**
   * Starts the execution; `already-started` when this change set was executed or is being executed already. After an error that is
   * `isLeftOpen` it may have begun, after any other it has not.
   */
  execute(request: ExecuteRequest): Promise<"started" | "already-started">;
}

export interface Stacks {
  /** By name or ARN; `undefined` when there is none. */
  describe(stack: string): Promise<Stack | undefined>;
  /** The deployed template as it was sent (`Original`), `undefined` when the stack has none yet. */
  template(stack: string): Promise<string | undefined>;
  /** Events newest first, all pages, until `isKnown` says so for one (which is not returned). */
  events(stackArn: string, isKnown: (event: StackEvent) => boolean): Promise<readonly StackEvent[]>;
  /** The newest page of events, newest first, with the reasons of failures as AWS has them: one call. */
  newestEvents(stackArn: string): Promise<readonly StackEvent[]>;
  /** Starts the deletion of a stack; `token` marks its events and makes the call idempotent. Errors as of `ChangeSets.execute`. */
  delete(stackArn: string, token: string): Promise<void>;
  /** The stack's resources: `ListStackResources`, all pages. */
  resources(stackArn: string): Promise<readonly StackResource[]>;
  /** Errors as of `ChangeSets.execute`. */
  setTerminationProtection(stackName: string, enabled: boolean): Promise<void>;
}

/** The bucket that AWS reads templates and other files from. */
export interface TemplateBucket {
  /** Sees to it that exactly this is there. */
  store(object: StoredTemplate | StoredFile): Promise<"uploaded" | "present">;
  /** The text of a template by its URL; `undefined` where it is not there, not in S3, or may not be read. */
  read(url: string): Promise<string | undefined>;
}

export interface Subnet {
  readonly id: string;
  readonly zone: string;
  readonly vpc: string;
  /** How many of its addresses nobody has. */
  readonly free?: number;
}

export interface Subnets {
  /** Those of the subnets that there are. */
  find(ids: readonly string[], signal: AbortSignal): Promise<readonly Subnet[]>;
}

/** CloudWatch's alarms. */
export interface Alarms {
  /** Those of the alarms (ARNs) that there are in this account and region, metric and composite ones. */
  find(arns: readonly string[], signal?: AbortSignal): Promise<readonly Alarm[]>;
}

/** AWS's public prices. */
export interface Prices {
  /**
   * What the price list has for the region, as documents of its format `aws_v1`; nothing where the region's partition has
   * no such list.
   */
  products(query: PriceQuery, signal: AbortSignal): Promise<readonly string[]>;
}

/** What other stacks of the account and region take of this one. */
export interface Exports {
  /** Names of the stacks that import an export. */
  importers(exportName: string, signal?: AbortSignal): Promise<readonly string[]>;
}

/** A last snapshot's like: of a database that may be gone. */
export interface DatabaseSnapshot {
  readonly id: string;
  /** Milliseconds since the epoch; absent while it is being made. */
  readonly madeAt?: number;
}

/** Kinds of databases that can be protected, and have snapshots, by RDS's own calls. */
export type DatabaseKind = "cluster" | "instance" | "global-cluster";

/** What AWS says of a deletion: what would refuse it before, what is left after it. */
export interface Deletions extends Exports {
  /** The deployed template without macros (`Processed`); `undefined` when the stack has none. */
  processedTemplate(stackArn: string): Promise<string | undefined>;
  /** Whether a database refuses its deletion; `undefined` when there is none of this name. */
  isProtected(kind: DatabaseKind, id: string): Promise<boolean | undefined>;
  /** The snapshots of a database that are nobody's automated backups, also when it is gone. */
  snapshots(kind: Exclude<DatabaseKind, "global-cluster">, id: string): Promise<readonly DatabaseSnapshot[]>;
  /** Whether a bucket holds anything, old versions and delete markers included; `false` when there is none. */
  hasObjects(bucket: string): Promise<boolean>;
  /** Whether a repository of ECR holds an image; `false` when there is none. */
  hasImages(repository: string): Promise<boolean>;
}

export interface Drifts {
  /**
   * Starts a drift detection of this one stack, waits for its end and reads what drifted: its nested stacks are resources to
   * it, into which AWS does not look. Throws `timeout` where it is not over by then. What it left out is told as far as that
   * may be asked.
   * @param deadline milliseconds since the epoch
   */
  detect(stackArn: string, deadline: number): Promise<StackDrift>;
}

/** How often AWS may be asked, as its answers so far tell. Whatever polls asks it for its pauses. */
export interface Pace {
  /** Milliseconds until the next look: `wanted`, or longer while the account's budget of calls is used up. */
  pause(wanted: number): number;
}

/** AWS's side, in one region. */
export interface AwsPorts {
  readonly pace: Pace;
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly templateBucket: TemplateBucket;
  readonly parameterStore: ParameterStore;
  readonly subnets: Subnets;
  readonly alarms: Alarms;
  readonly exports: Exports;
  /** What preflight checks alone ask. */
  readonly questions: Questions;
  readonly prices: Prices;
  readonly drifts: Drifts;
  readonly deletions: Deletions;
  /** Signs and verifies with a KMS key. */
  readonly signer: (keyId: string) => Signer;
}
