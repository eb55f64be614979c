import { differences } from "../changeSets/differences.ts";
import { canonical } from "../json.ts";
import type { Definition, JsonObject, Resource, Stack, StackOutput } from "../model.ts";
import { evaluateObject } from "../templates/evaluate.ts";
import { outputsOf } from "../templates/outputs.ts";
import { dependenciesOf } from "../templates/references.ts";
import { scopeOf, wantedResources } from "../templates/scope.ts";
import { isTaggable, recreationAt } from "../templates/spec.ts";
import { readTemplate, type Template, type TemplateResource } from "../templates/template.ts";
import type { World } from "../world.ts";
import { isNotUpdatable } from "./databases.ts";
import { failureOf } from "./failures.ts";
import { attributeOf, physicalIdFor } from "./physical.ts";
import type { Step } from "./steps.ts";

/** What is done to one resource, and when, were nothing else to fail. */
export interface Job {
  readonly logicalId: string;
  readonly action: "create" | "update" | "replace" | "import";
  readonly start: number;
  readonly end: number;
  readonly before: Resource | undefined;
  readonly after: Resource;
  readonly failure: string | undefined;
  readonly nested: NestedPlan | undefined;
}

/** A nested stack's part of its parent's operation. */
export interface NestedPlan {
  readonly stackId: string;
  /** The nested stack's steps, cut off where its parent's operation fails. */
  readonly steps: (cutAt: number) => readonly Step[];
}

/** Plans a nested stack as one job of its parent; given from outside, as it plans jobs in turn. */
export type PlanNested = (
  job: Pick<Job, "action" | "before" | "after" | "start">,
  world: World,
  of: JobsOf,
) => Job;

/** All jobs of one stack operation, with what the stack will be when they have succeeded. */
export interface Jobs {
  readonly jobs: readonly Job[];
  readonly outputs: readonly StackOutput[];
  /** Logical ids that the stack no longer has. */
  readonly removed: readonly string[];
  readonly end: number;
}

export interface JobsOf {
  readonly stack: Stack;
  readonly target: Definition;
  readonly start: number;
  readonly token: string | undefined;
  readonly imports: ReadonlyMap<string, string>;
  readonly disableRollback: boolean;
}

/** Plans a deployment: resources in dependency order, independent ones in parallel. */
export function planJobs(world: World, of: JobsOf, planNested: PlanNested): Jobs {
  const template = readTemplate(of.target.body);
  const state: Planning = {
    world,
    of,
    planNested,
    template,
    live: new Map(),
    jobs: new Map(),
    blocked: new Set(),
  };
  const wanted = wantedResources(template, scopeFor(state, false));
  for (const resource of wanted) planResource(resource, state);
  const kept = new Set(wanted.map(({ logicalId }) => logicalId));
  const jobs = [...state.jobs.values()];
  return {
    jobs,
    outputs:
      state.blocked.size > 0 || jobs.some(({ failure }) => failure !== undefined)
        ? []
        : outputsOf(template, scopeFor(state, false)),
    removed: [...of.stack.resources.keys()].filter((id) => !kept.has(id)),
    end: Math.max(of.start, ...jobs.map(({ end }) => end)),
  };
}

interface Planning {
  readonly world: World;
  readonly planNested: PlanNested;
  readonly of: JobsOf;
  readonly template: Template;
  /** Resources as they will be once their job is done. */
  readonly live: Map<string, Resource>;
  readonly jobs: Map<string, Job>;
  /** Resources that never start, because something they need fails. */
  readonly blocked: Set<string>;
}

function scopeFor({ world, of, template, live }: Planning, masked: boolean) {
  const known = (id: string) => live.get(id) ?? of.stack.resources.get(id);
  return scopeOf(
    world,
    {
      stackName: of.stack.name,
      stackId: of.stack.id,
      template,
      parameters: of.target.parameters,
      notificationArns: of.stack.notificationArns,
      ref: (id) => known(id)?.physicalId ?? "",
      getAtt: (id, attribute) => {
        const resource = known(id);
        return resource ? attributeOf(resource, attribute, world.place) : "";
      },
    },
    masked,
  );
}

function planResource(resource: TemplateResource, state: Planning): void {
  const { logicalId } = resource;
  const dependencies = dependenciesOf(state.template, logicalId);
  if (dependencies.some((id) => state.blocked.has(id) || state.jobs.get(id)?.failure !== undefined)) {
    state.blocked.add(logicalId);
    return;
  }
  const before = state.of.stack.resources.get(logicalId);
  const properties = evaluateObject(resource.properties, scopeFor(state, false));
  const shown = evaluateObject(resource.properties, scopeFor(state, true));
  const action = actionFor(resource, before, properties, state);
  if (before && action === "none") {
    state.live.set(logicalId, { ...before, shown });
    return;
  }
  const start = Math.max(state.of.start, ...dependencies.map((id) => state.jobs.get(id)?.end ?? 0));
  const job = jobFor(
    resource,
    action === "none" ? "create" : action,
    { before, properties, shown, start },
    state,
  );
  state.jobs.set(logicalId, job);
  state.live.set(logicalId, job.after);
}

function actionFor(
  resource: TemplateResource,
  before: Resource | undefined,
  properties: JsonObject,
  { of }: Planning,
): Job["action"] | "none" {
  const { logicalId, type } = resource;
  if (!before) return of.imports.has(logicalId) ? "import" : "create";
  if (before.type !== type) return "replace";
  const present = before.actual ?? before.properties;
  const found = differences(present, properties);
  const isRecreated = ({ path }: (typeof found)[number]) =>
    recreationAt(type, path) === "Always" || isNotUpdatable(type, String(path[0]), present);
  if (found.some(isRecreated)) return "replace";
  if (before.actual === null) return "replace";
  // What failed last time is tried again, whatever it is asked to be.
  const hasFailed = of.stack.statuses.get(logicalId)?.status.endsWith("_FAILED") ?? false;
  if (found.length > 0 || hasFailed || type === "AWS::CloudFormation::Stack") return "update";
  return isTaggable(type) && stackTagsChanged(of) ? "update" : "none";
}

function stackTagsChanged({ stack, target }: JobsOf): boolean {
  const tags = (definition: Definition | undefined) =>
    canonical(Object.fromEntries((definition?.tags ?? []).map(({ key, value }) => [key, value])));
  return tags(stack.definition) !== tags(target);
}

interface Planned {
  readonly before: Resource | undefined;
  readonly properties: JsonObject;
  readonly shown: JsonObject;
  readonly start: number;
}

function jobFor(resource: TemplateResource, action: Job["action"], planned: Planned, state: Planning): Job {
  const { world, of } = state;
  const { logicalId, type } = resource;
  const { before, properties, shown, start } = planned;
  const isNew = action === "create" || action === "replace";
  const physicalId =
    of.imports.get(logicalId) ??
    (before && !isNew
      ? before.physicalId
      : physicalIdFor({ logicalId, type, properties }, of.stack.name, world.place, world.random));
  const after: Resource = { logicalId, type, physicalId, properties, shown, attributes: {} };
  if (type === "AWS::CloudFormation::Stack") {
    return state.planNested({ action, before, after, start }, world, of);
  }
  const duration = durationOf(world, resource, action);
  const failure = failureOf(
    world,
    of.stack,
    { action, before, after, disableRollback: of.disableRollback },
    state.live,
  );
  return { logicalId, action, start, end: start + duration, before, after, failure, nested: undefined };
}

function durationOf({ durations }: World, resource: TemplateResource, action: Job["action"]): number {
  const isNew = action === "create" || action === "replace";
  const own = durations.resource?.(resource, isNew ? "create" : "update");
  if (own !== undefined) return own;
  const { type } = resource;
  const create = durations.types[type] ?? durations.create;
  if (isNew) return create;
  return type in durations.types ? create / 4 : durations.update;
}
