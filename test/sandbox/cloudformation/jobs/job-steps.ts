import type { Operation } from "../model.ts";
import type { World } from "../world.ts";
import { HOOK_FAILED, HOOK_TYPE } from "./failures.ts";
import type { Job } from "./jobs.ts";
import type { Effect, Timed } from "./steps.ts";

/** One resource's events, up to its end or to the moment at which the operation is cut off. */
export function jobSteps(world: World, job: Job, cut: number, operation: Operation): Timed[] {
  if (job.start >= cut) return [];
  const { action, start, end, before, after, failure } = job;
  const verb = VERBS[action];
  const nothing = { ...after, physicalId: "" };
  const properties = JSON.stringify(after.shown);
  const event = (
    at: number,
    status: string,
    more: Partial<Effect & { kind: "resource-status" }> = {},
  ): Timed => ({
    at,
    effect: {
      kind: "resource-status",
      resource: after,
      status: `${verb}_${status}`,
      properties,
      operation,
      ...more,
    },
  });
  const isNew = action === "create" || action === "replace";
  // A nested stack is there, with its ARN, from the moment at which its parent begins it.
  const initiated = job.nested ? start : start + Math.min(world.durations.step, (end - start) / 4);
  const consistentAt = start + (end - start) * 0.8;
  const willReplace =
    "Requested update requires the creation of a new physical resource; hence creating one.";
  const started = [
    event(start, "IN_PROGRESS", {
      resource: action === "create" ? nothing : (before ?? after),
      reason:
        action === "replace" ? willReplace : action === "import" ? "Resource import started." : undefined,
    }),
    ...(isNew && initiated < Math.min(cut, end) && !isRefused(failure)
      ? [event(initiated, "IN_PROGRESS", { reason: "Resource creation Initiated" })]
      : []),
    ...(failure?.startsWith(HOOK_FAILED)
      ? [event(initiated, "IN_PROGRESS", { resource: before ?? nothing, hook: HOOK })]
      : []),
    ...(CONSISTENCY_CHECKED.has(after.type) &&
    isNew &&
    consistentAt < Math.min(cut, end) &&
    failure === undefined
      ? [event(consistentAt, "IN_PROGRESS", CONSISTENCY_CHECK)]
      : []),
    ...(job.nested?.steps(cut) ?? []),
  ];
  if (end > cut) {
    const reason = `Resource ${isNew ? "creation" : "update"} cancelled`;
    // The failure comes first, its cancellations a moment later.
    const cancelledAt = cut + world.durations.step / 5;
    return [...started, ...kept(job, cancelledAt), event(cancelledAt, "FAILED", { reason })];
  }
  if (failure !== undefined) {
    return [
      ...started,
      ...kept(job, end),
      event(end, "FAILED", {
        reason: failure,
        ...(isRefused(failure) ? { resource: before ?? nothing } : {}),
      }),
    ];
  }
  const reason = action === "import" ? "Resource import completed." : undefined;
  return [
    ...started,
    { at: end, effect: { kind: "deployed", resource: after } },
    event(end, "COMPLETE", { reason }),
  ];
}

/** A nested stack that failed or was stopped is there all the same, and a rollback must find it. */
function kept({ nested, after }: Job, at: number): Timed[] {
  return nested ? [{ at, effect: { kind: "deployed", resource: after } }] : [];
}

/** Refused before anything was made: the name is taken or cannot be taken twice, or a Hook says no. */
function isRefused(failure: string | undefined): boolean {
  return failure !== undefined && /already exists|custom-named resource|hook\(s\) failed/.test(failure);
}

/** Types for which CloudFormation tells when the configuration is done and only consistency is waited for. */
const CONSISTENCY_CHECKED = new Set(["AWS::IAM::Role", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance"]);
const CONSISTENCY_CHECK = {
  reason: "Eventual consistency check initiated",
  detailedStatus: "CONFIGURATION_COMPLETE",
} as const;

const HOOK = {
  type: HOOK_TYPE,
  status: "HOOK_COMPLETE_FAILED",
  reason: "Template failed validation, the following rule(s) failed: deletion_protection.",
  failureMode: "FAIL",
} as const;

const VERBS = { create: "CREATE", update: "UPDATE", replace: "UPDATE", import: "IMPORT" } as const;
