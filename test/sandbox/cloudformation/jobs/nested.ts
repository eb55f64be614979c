import { AwsError, validationError } from "../../aws/errors.ts";
import { objectOf } from "../json.ts";
import type { Definition, JsonObject, Operation, Stack, Tag } from "../model.ts";
import { newStack } from "../stacks.ts";
import { resolveParameters } from "../templates/parameters.ts";
import { readTemplate } from "../templates/template.ts";
import { stackArn, uuid, type World } from "../world.ts";
import { deploySteps } from "./deploy.ts";
import { type Job, type Jobs, type JobsOf, planJobs } from "./jobs.ts";

/** The definition that a nested stack's resource properties ask for; throws when the template cannot be read. */
export function nestedDefinition(
  world: World,
  properties: JsonObject,
  inheritedTags: readonly Tag[],
  previous: Definition | undefined,
): Definition {
  const url = String(properties.TemplateURL ?? "");
  const body = typeof properties.TemplateBody === "string" ? properties.TemplateBody : world.readObject(url);
  if (body === undefined) throw validationError(`S3 error: The specified key does not exist. (${url})`);
  const given = Object.entries(objectOf(properties.Parameters)).map(([key, value]) => ({
    key,
    value: Array.isArray(value) ? value.join(",") : String(value),
    usePrevious: false,
  }));
  const parameters = resolveParameters(
    readTemplate(body),
    given,
    previous?.parameters ?? [],
    world.parameterStore,
  );
  return { body, parameters, tags: inheritedTags };
}

/** Plans a deployment with all its nested stacks. */
export function planDeployment(world: World, of: JobsOf): Jobs {
  return planJobs(world, of, nestedJob);
}

type NestedJob = Pick<Job, "action" | "before" | "after" | "start">;

/** Plans a nested stack as one job of its parent: it takes as long as its own resources do. */
function nestedJob(job: NestedJob, world: World, of: JobsOf): Job {
  const { before, after } = job;
  const existing = before && world.stacks.find(({ id }) => id === before.physicalId);
  try {
    const previous = existing?.definition;
    return deployNested(
      job,
      world,
      of,
      existing,
      nestedDefinition(world, after.properties, of.target.tags, previous),
    );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    // A template that is not there or cannot be used fails the nested stack's resource before anything is made.
    const end = job.start + world.durations.step;
    return { ...job, logicalId: after.logicalId, end, failure: error.message, nested: undefined };
  }
}

function deployNested(
  { action, before, after, start }: NestedJob,
  world: World,
  of: JobsOf,
  existing: Stack | undefined,
  definition: Definition,
): Job {
  const { step } = world.durations;
  const shell = existing ? undefined : shellOf(world, of.stack, after.logicalId);
  const stack = existing ?? shell ?? newChild(world, of.stack, after.logicalId, start);
  const type = existing ? "UPDATE_STACK" : "CREATE_STACK";
  const operation: Operation = { id: uuid(world), type, token: of.token };
  const inner = { ...of, stack, target: definition, start: start + step, imports: new Map<string, string>() };
  const jobs = planDeployment(world, inner);
  const failures = jobs.jobs.filter(({ failure }) => failure !== undefined);
  const end = failures.length > 0 ? Math.min(...failures.map((job) => job.end)) : jobs.end;
  const outputs = Object.fromEntries(jobs.outputs.map(({ key, value }) => [`Outputs.${key}`, value]));
  const created = { at: start, stackId: stack.id, effect: { kind: "stack-created", stack } } as const;
  const steps = (cutAt: number) => [
    ...(existing || shell ? [] : [created]),
    ...deploySteps(world, { stack, definition, jobs, operation, start, cutAt, onFailure: "parent" }),
  ];
  return {
    logicalId: after.logicalId,
    action: existing ? "update" : action,
    start,
    end: end + 2 * step,
    before,
    after: { ...after, physicalId: stack.id, attributes: outputs },
    failure: failures.length > 0 ? embeddedFailure(stack.id, type, failures) : undefined,
    nested: { stackId: stack.id, steps },
  };
}

/** The shell that a change set with IncludeNestedStacks has made for this nested stack. */
function shellOf(world: World, parent: Stack, logicalId: string): Stack | undefined {
  return world.stacks.find(
    ({ parentId, status, name }) =>
      parentId === parent.id &&
      status === "REVIEW_IN_PROGRESS" &&
      name.startsWith(`${parent.name}-${logicalId}-`),
  );
}

function newChild(world: World, parent: Stack, logicalId: string, at: number): Stack {
  const name = `${parent.name}-${logicalId}-${world.random(12).toUpperCase()}`;
  return newStack(stackArn(world, name), name, at, {
    parentId: parent.id,
    rootId: parent.rootId ?? parent.id,
  });
}

function embeddedFailure(stackId: string, type: string, failed: readonly Job[]): string {
  const ids = failed.map(({ logicalId }) => logicalId).join(", ");
  const [done, verb] = type === "CREATE_STACK" ? ["created", "create"] : ["updated", "update"];
  return `Embedded stack ${stackId} was not successfully ${done}: The following resource(s) failed to ${verb}: [${ids}]. `;
}
