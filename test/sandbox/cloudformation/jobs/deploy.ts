import type { Definition, Operation, Stack } from "../model.ts";
import { exportInUse } from "../templates/importers.ts";
import type { World } from "../world.ts";
import { cleanupSteps, nestedCleanup } from "./cleanup.ts";
import { jobSteps } from "./job-steps.ts";
import type { Job, Jobs } from "./jobs.ts";
import { removeStack } from "./removal.ts";
import { rollBack } from "./rollback.ts";
import type { StackSettings, Step, Timed } from "./steps.ts";

/** One stack's part of a create, update or import. */
export interface Deployment {
  readonly stack: Stack;
  readonly definition: Definition;
  readonly jobs: Jobs;
  readonly operation: Operation;
  readonly start: number;
  /** When a failure elsewhere in the same operation stops this stack; Infinity for the root. */
  readonly cutAt: number;
  /** A nested stack leaves its failure to its parent. */
  readonly onFailure: "rollback" | "keep" | "delete" | "parent";
  readonly settings?: Partial<StackSettings>;
  readonly changeSetId?: string;
  /** An IMPORT change set has statuses of its own. */
  readonly isImport?: boolean;
}

/** Everything that a deployment does to its stack, from its first event to its last. */
export function deploySteps(world: World, deployment: Deployment): Step[] {
  const { jobs, start, operation } = deployment;
  const failures = jobs.jobs.filter(({ failure }) => failure !== undefined).map(({ end }) => end);
  const stops = deployment.onFailure === "keep" ? Number.POSITIVE_INFINITY : Math.min(...failures);
  const cut = Math.min(stops, deployment.cutAt);
  const verb = verbOf(deployment);
  const begin = beginning(deployment);
  const work = jobs.jobs.flatMap((job) => jobSteps(world, job, cut, operation));
  const isFailed = failures.length > 0 || cut < jobs.end;
  const end = (isFailed && cut !== Number.POSITIVE_INFINITY ? cut : jobs.end) + world.durations.step;
  const ending = isFailed
    ? failed(deployment, end, failureReason(deployment, cut))
    : monitored(world, deployment, end, (at) =>
        verb === "UPDATE" && deployment.onFailure !== "parent"
          ? unlessExported(deployment, at)
          : succeeded(deployment, at),
      );
  const steps = [
    ...begin,
    {
      at: start,
      effect: { kind: "stack-status", status: `${verb}_IN_PROGRESS`, reason: "User Initiated", operation },
    },
    ...work,
    ...ending,
  ] as const;
  return steps.map((step) => ({ stackId: deployment.stack.id, ...step }));
}

function verbOf({ operation, isImport }: Deployment): "CREATE" | "UPDATE" | "IMPORT" {
  if (isImport) return "IMPORT";
  return operation.type === "CREATE_STACK" ? "CREATE" : "UPDATE";
}

function beginning({ stack, operation, start, settings }: Deployment): Timed[] {
  // A retry of a failed operation still goes back to the last state that was stable.
  const isStable = !/^(CREATE|UPDATE)_FAILED$/.test(stack.status);
  const current = {
    definition: stack.definition,
    outputs: stack.outputs,
    resources: new Map(stack.resources),
  };
  const previous = isStable ? current : stack.previous;
  const updatedAt = operation.type === "CREATE_STACK" ? undefined : start;
  return [
    { at: start, effect: { kind: "operation", operation } },
    { at: start, effect: { kind: "updating", settings: { ...settings, previous, updatedAt } } },
  ];
}

/** While a stack is monitored nothing happens, unless an alarm fires. */
function monitored(
  world: World,
  { settings, stack }: Deployment,
  end: number,
  ending: (at: number) => Timed[],
): Timed[] {
  const minutes = settings?.rollback?.minutes ?? 0;
  if (minutes === 0) return ending(end);
  const plan = (_: World, __: Stack, at: number) =>
    ending(at).map((step) => ({ stackId: stack.id, ...step }));
  return [{ at: end + minutes * world.durations.minute, effect: { kind: "then", plan, monitors: true } }];
}

/** An update learns last of all, when every resource is done, that an export is in use. */
function unlessExported(deployment: Deployment, end: number): Timed[] {
  const plan = (world: World, stack: Stack, at: number): Step[] => {
    const reason = exportInUse(world, stack, deployment.jobs.outputs);
    const ending = reason === undefined ? succeeded(deployment, at) : failed(deployment, at, reason);
    return ending.map((step) => ({ stackId: stack.id, ...step }));
  };
  return [{ at: end, effect: { kind: "then", plan } }];
}

function succeeded(deployment: Deployment, end: number): Timed[] {
  const { definition, jobs, operation, onFailure, changeSetId, stack } = deployment;
  const verb = verbOf(deployment);
  const isNested = onFailure === "parent";
  const defined: Timed = { at: end, effect: { kind: "defined", definition, outputs: jobs.outputs } };
  if (verb !== "UPDATE") {
    return [
      defined,
      ...(changeSetId ? [executed(end, changeSetId, "EXECUTE_COMPLETE")] : []),
      { at: end, effect: { kind: "stack-status", status: `${verb}_COMPLETE`, operation } },
    ];
  }
  const cleaning = {
    kind: "stack-status",
    status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
    operation,
  } as const;
  const cleanup = (world: World, _: Stack, at: number) =>
    cleanupSteps(world, { stack, operation, at, finalStatus: "UPDATE_COMPLETE", changeSetId });
  return [
    defined,
    { at: end, effect: cleaning },
    // A nested stack's old resources go only when the whole operation has succeeded: its root cleans up.
    ...(isNested ? [] : [{ at: end, effect: { kind: "then", plan: cleanup } } as const]),
  ];
}

function failed(deployment: Deployment, end: number, reason: string): Timed[] {
  const { operation, onFailure, changeSetId, definition, stack } = deployment;
  const executedAs = changeSetId ? [executed(end, changeSetId, "EXECUTE_FAILED")] : [];
  const status = `${verbOf(deployment)}_FAILED`;
  switch (onFailure) {
    case "parent":
      return [{ at: end, effect: { kind: "stack-status", status, reason, operation } }];
    case "keep":
      return [
        { at: end, effect: { kind: "defined", definition, outputs: stack.outputs } },
        ...executedAs,
        { at: end, effect: { kind: "stack-status", status, reason, operation } },
        {
          at: end,
          effect: { kind: "then", plan: (world, _, at) => nestedCleanup(world, stack, operation, at) },
        },
      ];
    case "delete": {
      const plan = (world: World, _: Stack, at: number) =>
        removeStack(world, { stack, at, operation, reason, template: definition.body });
      return [...executedAs, { at: end, effect: { kind: "then", plan } }];
    }
    case "rollback": {
      const suffix = operation.type === "CREATE_STACK" ? `${reason}Rollback requested by user.` : reason;
      const plan = (world: World, _: Stack, at: number) =>
        rollBack(world, { stack, at, reason: suffix, token: operation.token, template: definition.body });
      return [...executedAs, { at: end, effect: { kind: "then", plan } }];
    }
  }
}

function executed(at: number, changeSetId: string, as: "EXECUTE_COMPLETE" | "EXECUTE_FAILED"): Timed {
  return { at, effect: { kind: "executed", changeSetId, as } };
}

function failureReason({ jobs }: Deployment, cut: number): string {
  const failed = jobs.jobs.filter(
    ({ start, end, failure }) => start < cut && (failure !== undefined || end > cut),
  );
  const sentence = (verb: string, actions: readonly Job["action"][]) => {
    const ids = failed.filter(({ action }) => actions.includes(action)).map(({ logicalId }) => logicalId);
    return ids.length === 0 ? "" : `The following resource(s) failed to ${verb}: [${ids.join(", ")}]. `;
  };
  return (
    sentence("create", ["create"]) +
    sentence("update", ["update", "replace"]) +
    sentence("import", ["import"])
  );
}
