import type { Clock } from "../aws/clock.ts";
import { AwsError, validationError } from "../aws/errors.ts";
import type { OutputStructure, Params } from "../aws/query.ts";
import { type Alarms, alarmsOf } from "./alarms.ts";
import { createFaults, type Faults } from "./faults.ts";
import { completeChangeSets, familyOf, type Held, type Hold, holdStack, isHeld } from "./holds.ts";
import { settle } from "./jobs/steps.ts";
import type { JsonObject, Resource, Stack } from "./model.ts";
import { OPERATIONS } from "./operations/index.ts";
import { readTemplate } from "./templates/template.ts";
import {
  type DatabaseSnapshot,
  DEFAULT_DURATIONS,
  type Durations,
  type ExistingResource,
  findStack,
  requireStack,
  seededRandom,
  type World,
} from "./world.ts";

export interface CloudFormationOptions {
  readonly clock: Clock;
  readonly region?: string;
  readonly account?: string;
  readonly partition?: string;
  readonly durations?: Partial<Durations>;
  /** Items a page, for every list. */
  readonly pageSize?: number;
  readonly changeSetLimit?: number;
  readonly seed?: string;
  readonly faults?: Faults;
  readonly readObject?: (url: string) => string | undefined;
  /** Whether a bucket or a repository holds anything. */
  readonly isFilled?: (type: string, physicalId: string) => boolean;
}

export interface CloudFormation {
  /** Answers one operation at the clock's present time; throws AwsError as the service would answer. */
  readonly handle: (operation: string, params: Params) => OutputStructure;
  readonly faults: Faults;
  /** Resources that exist in the account outside of any stack. */
  readonly existing: ExistingResource[];
  /** What the stacks have of a type, as it is there now. */
  readonly resourcesOf: (type: string) => readonly Resource[];
  /** Snapshots of databases, the last ones of deleted ones among them. */
  readonly snapshots: DatabaseSnapshot[];
  /** Values of the SSM parameters of the account, by their names; they may change at any time. */
  readonly parameterStore: Map<string, string>;
  /** Secrets that are not there, or only until they are deleted; all others are. */
  readonly missingSecrets: Map<string, "gone" | "being deleted">;
  /** CloudWatch's alarms, of which one that fires turns back what it watches. */
  readonly alarms: Alarms;
  /** When the next thing happens by itself, in the clock's milliseconds; undefined when nothing is under way. */
  readonly nextAt: () => number | undefined;
  /** A stack as it stands now, deleted ones by ARN only. */
  readonly stack: (nameOrId: string) => Stack | undefined;
  /** Makes a stack at once, as if it had been there for long. */
  readonly putStack: (stack: StackByHand) => Stack;
  /** Updates a stack at once, as somebody with a console might between a review and its merge. */
  readonly updateStackByHand: (stack: StackByHand) => Stack;
  /** From now on what this stack begins does not end, until it is let go: an operation, or the making of a change set. */
  readonly hold: (stackName: string, what?: Held) => Hold;
  /** Lets what is under way in a stack, and the change sets that are being made for it, come to their end at once. */
  readonly finish: (stackName: string) => void;
  /** Changes what is really there behind a resource's back; null deletes it. CloudFormation sees it as drift. */
  readonly changeResourceByHand: (stack: string, logicalId: string, properties: JsonObject | null) => void;
}

export interface StackByHand {
  readonly stackName: string;
  /** Left out of an update, the template stays. */
  readonly template?: string;
  /** Those that an update leaves out keep their values. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** CloudFormation in memory: state that is a function of what was asked and of the clock. It keeps no timers. */
export function createCloudFormation(options: CloudFormationOptions): CloudFormation {
  const world = newWorld(options);
  const { clock } = options;
  const handle = (operation: string, params: Params): OutputStructure => {
    const now = clock.now();
    settle(world, now);
    const handler = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
    if (!handler)
      throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2010-05-15`);
    return handler(world, params, now);
  };
  const byHand = (operation: string, stack: StackByHand) => {
    const previous = operation === "UpdateStack" ? findStack(world, stack.stackName) : undefined;
    handle(operation, inputFor(stack, previous));
    settleAll(world, findStack(world, stack.stackName), clock.now());
    return requireStack(world, stack.stackName);
  };
  return {
    handle,
    faults: world.faults,
    existing: world.existing,
    resourcesOf: (type) => {
      settle(world, clock.now());
      const live = world.stacks.filter(({ status }) => status !== "DELETE_COMPLETE");
      return live.flatMap(({ resources }) => [...resources.values()].filter((it) => it.type === type));
    },
    snapshots: world.snapshots,
    parameterStore: world.parameterStore,
    missingSecrets: world.missingSecrets,
    alarms: alarmsOf(world, clock.now),
    nextAt: () => world.pending[0]?.at,
    stack: (nameOrId) => {
      settle(world, clock.now());
      return findStack(world, nameOrId);
    },
    putStack: (stack) => byHand("CreateStack", stack),
    updateStackByHand: (stack) => byHand("UpdateStack", stack),
    hold: (stackName, what = "operation") => holdStack(world, clock.now, { stackName, what }),
    finish: (stackName) => {
      completeChangeSets(world, stackName, clock.now());
      settleAll(world, findStack(world, stackName), clock.now());
    },
    changeResourceByHand: (stackName, logicalId, properties) => {
      const stack = requireStack(world, stackName);
      const resource = stack.resources.get(logicalId);
      if (!resource) throw validationError(`Resource ${logicalId} does not exist for stack ${stackName}`);
      const actual = properties && { ...resource.properties, ...properties };
      stack.resources.set(logicalId, { ...resource, actual });
    },
  };
}

function newWorld(options: CloudFormationOptions): World {
  const { region = "us-east-1", account = "123456789012", partition = "aws" } = options;
  return {
    place: { region, account, partition },
    durations: { ...DEFAULT_DURATIONS, ...options.durations },
    pageSize: options.pageSize ?? 100,
    changeSetLimit: options.changeSetLimit ?? 1000,
    random: seededRandom(options.seed ?? "sandbox"),
    faults: options.faults ?? createFaults(),
    stacks: [],
    changeSets: [],
    existing: [],
    parameterStore: new Map(),
    missingSecrets: new Map(),
    readObject: options.readObject ?? (() => undefined),
    isFilled: options.isFilled ?? (() => false),
    snapshots: [],
    pending: [],
    holds: new Set(),
    driftDetections: [],
    alarms: new Map(),
  };
}

function inputFor({ stackName, template, parameters = {}, tags }: StackByHand, previous?: Stack): Params {
  const given = Object.entries(parameters).map(([key, value]) => ({
    ParameterKey: key,
    ParameterValue: value,
  }));
  const declared = template === undefined ? undefined : readTemplate(template).parameters;
  const kept = (previous?.definition?.parameters ?? [])
    .filter(({ key }) => !(key in parameters) && (declared === undefined || key in declared))
    .map(({ key }) => ({ ParameterKey: key, UsePreviousValue: "true" }));
  return {
    StackName: stackName,
    ...(template === undefined ? { UsePreviousTemplate: "true" } : { TemplateBody: template }),
    Capabilities: ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
    Parameters: [...given, ...kept],
    ...(tags ? { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) } : {}),
  };
}

/** Lets one stack's operation run to its end at once, with all times set to now. */
function settleAll(world: World, stack: Stack | undefined, now: number): void {
  if (!stack) return;
  if (isHeld(world, stack.name, "operation") || isHeld(world, stack.name, "rollback"))
    throw new Error(`${stack.name} is held: let it go first`);
  for (let round = 0; round < 100; round += 1) {
    const isOwn = familyOf(world, stack);
    const own = world.pending.filter(isOwn);
    if (own.length === 0) return;
    const others = world.pending.filter((step) => !isOwn(step));
    world.pending.splice(0, world.pending.length, ...own.map((step) => ({ ...step, at: now })));
    settle(world, now);
    world.pending.push(...others);
    world.pending.sort((a, b) => a.at - b.at);
  }
}
