import { createHash } from "node:crypto";
import { validationError } from "../aws/errors.ts";
import type { ChangeSet } from "./changeSets/changeset.ts";
import type { Faults } from "./faults.ts";
import type { HeldStack } from "./holds.ts";
import type { Place } from "./jobs/physical.ts";
import type { Step } from "./jobs/steps.ts";
import type { Alarm, JsonObject, Stack } from "./model.ts";

/** How long things take, in milliseconds on the sandbox's clock. */
export interface Durations {
  /** From CreateChangeSet until the set is complete; the first fifth of it is CREATE_PENDING. */
  readonly changeSet: number;
  /** Between a stack's own events and its resources'. */
  readonly step: number;
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  /** A minute of the monitoring time. */
  readonly minute: number;
  /** Creation by resource type, where it differs; an update of such a type takes a quarter of it. */
  readonly types: Readonly<Record<string, number>>;
  /** One resource's, where it differs from all of these. */
  readonly resource?: (
    resource: { readonly logicalId: string; readonly type: string },
    action: "create" | "update" | "delete",
  ) => number | undefined;
  /** When set, a stack operation that succeeds takes exactly this long, however many resources it has. */
  readonly operation?: number;
}

/** A resource that exists in the account and belongs to no stack. */
export interface ExistingResource {
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
}

/** Everything that the sandbox's CloudFormation knows. Only settling and the operations change it. */
export interface World {
  readonly place: Place;
  readonly durations: Durations;
  readonly pageSize: number;
  readonly changeSetLimit: number;
  readonly random: (length: number) => string;
  readonly faults: Faults;
  readonly stacks: Stack[];
  readonly changeSets: ChangeSet[];
  readonly existing: ExistingResource[];
  /** What the names of SSM parameters stand for. */
  readonly parameterStore: Map<string, string>;
  /** Secrets that are not there, or only until they are deleted; all others are. */
  readonly missingSecrets: Map<string, "gone" | "being deleted">;
  /** Reads an object that TemplateURL points at; undefined when there is none. */
  readonly readObject: (url: string) => string | undefined;
  /** Whether a bucket or a repository holds anything. */
  readonly isFilled: (type: string, physicalId: string) => boolean;
  /** The last snapshots of databases that were deleted. */
  readonly snapshots: DatabaseSnapshot[];
  /** What will happen, in order of time. */
  readonly pending: Step[];
  /** What does not end before it is let go. */
  readonly holds: Set<HeldStack>;
  readonly driftDetections: DriftDetection[];
  /** CloudWatch's alarms, by their ARNs. */
  readonly alarms: Map<string, Alarm>;
}

/** A snapshot of a database that may be gone. */
export interface DatabaseSnapshot {
  readonly id: string;
  readonly type: string;
  /** The identifier of the cluster or instance. */
  readonly of: string;
  readonly at: number;
}

export interface DriftDetection {
  readonly id: string;
  readonly stackId: string;
  readonly doneAt: number;
}

export const DEFAULT_DURATIONS: Durations = {
  changeSet: 4_000,
  step: 500,
  create: 6_000,
  update: 4_000,
  delete: 3_000,
  minute: 60_000,
  types: { "AWS::RDS::DBCluster": 60_000, "AWS::RDS::DBInstance": 240_000, "AWS::IAM::Role": 18_000 },
};

/** Letters and digits from a seed, so that a run can be repeated exactly. */
export function seededRandom(seed: string): (length: number) => string {
  let counter = 0;
  return (length) => {
    counter += 1;
    const digest = createHash("sha512").update(`${seed}/${counter}`).digest();
    return [...digest.subarray(0, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  };
}

export function uuid(world: Pick<World, "random">): string {
  const hex = createHash("sha256").update(world.random(32)).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

export function stackArn(world: World, name: string): string {
  const { partition, region, account } = world.place;
  return `arn:${partition}:cloudformation:${region}:${account}:stack/${name}/${uuid(world)}`;
}

/** A stack by ARN (deleted ones too) or by name (live ones only). */
export function findStack(world: World, nameOrId: string): Stack | undefined {
  const byId = world.stacks.find(({ id }) => id === nameOrId);
  return (
    byId ?? world.stacks.findLast(({ name, status }) => name === nameOrId && status !== "DELETE_COMPLETE")
  );
}

export function requireStack(world: World, nameOrId: string, message?: string): Stack {
  const stack = findStack(world, nameOrId);
  if (!stack) throw validationError(message ?? `Stack with id ${nameOrId} does not exist`);
  return stack;
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
