import type { Operation, Resource, Stack } from "../model.ts";
import { deletionPolicy } from "../templates/policies.ts";
import { dependenciesOf } from "../templates/references.ts";
import { readTemplate, type Template } from "../templates/template.ts";
import { uuid, type World } from "../world.ts";
import { failedCreations } from "./cancellation.ts";
import { deletionFailure } from "./failures.ts";
import type { Effect, Step } from "./steps.ts";

export interface Removal {
  readonly stack: Stack;
  readonly at: number;
  readonly operation: Operation;
  readonly reason?: string | undefined;
  readonly retain?: readonly string[];
  /** FORCE_DELETE_STACK: what cannot be deleted is left behind. */
  readonly force?: boolean;
  /** Of a creation that failed. */
  readonly template?: string;
  /** What an earlier try has deleted already, by logical id. */
  readonly gone?: ReadonlySet<string>;
}

/** Deletes a stack with its resources, dependents first. */
export function removeStack(world: World, removal: Removal): Step[] {
  const { stack, at, operation, reason, retain = [], force = false, template, gone } = removal;
  const started = status(stack, at, "DELETE_IN_PROGRESS", reason ?? "User Initiated", operation);
  const start = at + world.durations.step;
  const all = [...stack.resources.values(), ...failedCreations(stack)];
  const resources = all.filter(({ logicalId }) => gone?.has(logicalId) !== true);
  const removed = deletion(world, { stack, resources, start, operation, retain, force, template });
  const end = removed.end + world.durations.step;
  const failedIds = removed.failed.join(", ");
  const last =
    removed.failed.length === 0
      ? status(stack, end, "DELETE_COMPLETE", undefined, operation)
      : status(
          stack,
          end,
          "DELETE_FAILED",
          `The following resource(s) failed to delete: [${failedIds}]. `,
          operation,
        );
  return [
    { at, stackId: stack.id, effect: { kind: "operation", operation } },
    started,
    ...removed.steps,
    last,
  ];
}

export interface Deletion {
  readonly stack: Stack;
  readonly resources: readonly Resource[];
  readonly start: number;
  readonly operation: Operation;
  readonly retain?: readonly string[];
  readonly force?: boolean;
  /** The template that was being deployed, where it is not the stack's (yet): its policies decide about what it has made. */
  readonly template?: string | undefined;
  /** Clean-up after an update: UpdateReplacePolicy decides about old halves of replacements. */
  readonly replaced?: boolean;
}

export interface Deleted {
  readonly steps: readonly Step[];
  readonly end: number;
  readonly failed: readonly string[];
}

/** Deletes resources, each after those that depend on it. */
export function deletion(world: World, of: Deletion): Deleted {
  const templates = templatesOf(of);
  const state: Deleting = { world, of, templates, ends: new Map(), failed: new Set(), steps: [] };
  for (const resource of of.resources) removeResource(resource, state);
  return { steps: state.steps, end: Math.max(of.start, ...state.ends.values()), failed: [...state.failed] };
}

interface Deleting {
  readonly world: World;
  readonly of: Deletion;
  readonly templates: readonly Template[];
  readonly ends: Map<string, number>;
  readonly failed: Set<string>;
  readonly steps: Step[];
}

function templatesOf({ stack: { definition, previous }, template }: Deletion): Template[] {
  const bodies = [definition?.body, previous?.definition?.body, template];
  return bodies.filter((body) => body !== undefined).map((body) => readTemplate(body));
}

/** Both halves of a replacement have one logical id, so it takes the physical one to tell them apart. */
function keyOf({ physicalId, logicalId }: Resource): string {
  return `${logicalId}/${physicalId}`;
}

function removeResource(resource: Resource, state: Deleting): void {
  const { of, ends, failed } = state;
  const key = keyOf(resource);
  if (ends.has(key)) return;
  const dependents = of.resources.filter(
    (other) =>
      other.logicalId !== resource.logicalId && dependsOn(other.logicalId, resource.logicalId, state),
  );
  for (const dependent of dependents) removeResource(dependent, state);
  const start = Math.max(of.start, ...dependents.map((dependent) => ends.get(keyOf(dependent)) ?? 0));
  const isNeeded = dependents.some(({ logicalId }) => failed.has(logicalId)) && !of.force && !of.replaced;
  // What a survivor still needs cannot go either; CloudFormation does not even try.
  ends.set(key, isNeeded ? start : removeOne(resource, start, state));
}

function removeOne(resource: Resource, start: number, state: Deleting): number {
  const { of, failed } = state;
  const event = (at: number, what: string, reason?: string) =>
    put(state, at, {
      kind: "resource-status",
      resource,
      status: `DELETE_${what}`,
      reason,
      operation: of.operation,
    });
  const isCurrent = of.stack.resources.get(resource.logicalId)?.physicalId === resource.physicalId;
  const gone = (at: number) => {
    if (isCurrent) put(state, at, { kind: "gone", logicalId: resource.logicalId });
  };
  if (isRetained(resource, state)) {
    gone(start);
    event(start, "SKIPPED");
    return start;
  }
  const { end, failure } = tried(resource, start, state, event);
  if (failure !== undefined && !of.force) {
    failed.add(resource.logicalId);
    // The clean-up of an update gives up: the resource stays in the account, and the stack forgets it.
    if (of.replaced) gone(end);
    event(end, "FAILED", failure);
    return end;
  }
  if (failure === undefined && isSnapshotted(resource, state))
    put(state, start, { kind: "snapshot", resource });
  gone(end);
  event(end, failure === undefined ? "COMPLETE" : "SKIPPED", failure);
  return end;
}

type Tell = (at: number, what: string, reason?: string) => void;

/** The clean-up of an update tries so often. */
const TRIES = 3;

/** The tries at a deletion; the last one's end is still to be told. */
function tried(resource: Resource, start: number, state: Deleting, tell: Tell): Attempt {
  const { world, of } = state;
  let gone: ReadonlySet<string> = new Set();
  let at = start;
  for (let tries = 1; ; tries++) {
    tell(at, "IN_PROGRESS");
    const attempted = attempt(resource, at, state, gone);
    if (attempted.failure === undefined || of.replaced !== true || tries === TRIES) return attempted;
    tell(attempted.end, "FAILED", attempted.failure);
    gone = attempted.gone;
    at = attempted.end + world.durations.step;
  }
}

interface Attempt {
  readonly end: number;
  readonly failure: string | undefined;
  /** What is deleted of a nested stack by now. */
  readonly gone: ReadonlySet<string>;
}

/** When a deletion ends, and why it fails. A nested stack's own steps are planned on the way. */
function attempt(
  resource: Resource,
  start: number,
  { world, of, steps }: Deleting,
  before: ReadonlySet<string>,
): Attempt {
  const nested = world.stacks.find(({ id }) => id === resource.physicalId);
  if (!nested) {
    const end = start + durationOf(world, resource);
    return { end, failure: deletionFailure(world, of, resource), gone: before };
  }
  const child = removeNested(world, nested, start, { ...of, gone: before });
  steps.push(...child);
  const end = Math.max(...child.map(({ at }) => at)) + world.durations.step;
  const isFailed = child.some(
    ({ effect }) => effect.kind === "stack-status" && effect.status === "DELETE_FAILED",
  );
  const gone = child.flatMap(({ stackId, effect }) =>
    stackId === nested.id && effect.kind === "gone" ? [effect.logicalId] : [],
  );
  return {
    end,
    failure: isFailed ? `Embedded stack ${resource.physicalId} was not successfully deleted.` : undefined,
    gone: new Set([...before, ...gone]),
  };
}

function removeNested(
  world: World,
  stack: Stack,
  at: number,
  { operation, force = false, gone }: Deletion & Pick<Removal, "gone">,
): Step[] {
  const own: Operation = { id: uuid(world), type: "DELETE_STACK", token: operation.token };
  return removeStack(world, { stack, at, operation: own, force, ...(gone && { gone }) });
}

function isRetained(resource: Resource, { of, templates }: Deleting): boolean {
  if (of.retain?.includes(resource.logicalId)) return true;
  const declared = templates
    .map((template) => template.resources.get(resource.logicalId))
    .find((found) => found);
  const isOldHalf = of.stack.resources.get(resource.logicalId)?.physicalId !== resource.physicalId;
  if (of.replaced && isOldHalf) return declared?.updateReplacePolicy === "Retain";
  const isNew = of.operation.type === "ROLLBACK" && !of.stack.previous?.resources.has(resource.logicalId);
  if (isNew && declared?.deletionPolicy === "RetainExceptOnCreate") return false;
  return deletionPolicy(resource.type, declared) === "Retain";
}

/** RDS takes no last snapshot of an instance of a cluster. */
function isSnapshotted({ type, logicalId, properties }: Resource, { of, templates }: Deleting): boolean {
  if (of.operation.type !== "DELETE_STACK") return false;
  if (type !== "AWS::RDS::DBCluster" && type !== "AWS::RDS::DBInstance") return false;
  if (type === "AWS::RDS::DBInstance" && properties.DBClusterIdentifier !== undefined) return false;
  const declared = templates.map((template) => template.resources.get(logicalId)).find((found) => found);
  return deletionPolicy(type, declared) === "Snapshot";
}

function durationOf({ durations }: World, resource: Resource): number {
  const { type } = resource;
  const own = durations.resource?.(resource, "delete");
  if (own !== undefined) return own;
  return type in durations.types ? (durations.types[type] ?? 0) / 2 : durations.delete;
}

function dependsOn(dependent: string, on: string, { templates }: Deleting): boolean {
  return templates.some((template) => dependenciesOf(template, dependent).includes(on));
}

function put(state: Deleting, at: number, effect: Effect): void {
  state.steps.push({ at, stackId: state.of.stack.id, effect });
}

function status(
  stack: Stack,
  at: number,
  to: string,
  reason: string | undefined,
  operation: Operation,
): Step {
  return { at, stackId: stack.id, effect: { kind: "stack-status", status: to, reason, operation } };
}
