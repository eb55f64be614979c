import { holds, type Status } from "../expressions.ts";
import type { Job, Workflow } from "../model.ts";
import { type JobEnd, type RunEnd, together, unplayed } from "../results.ts";
import { jobScope, type RunScene } from "../scene.ts";
import type { Groups } from "./groups.ts";
import { either } from "./interruption.ts";
import { playLegs } from "./legs.ts";
import { playOne } from "./oneJob.ts";

/** Plays the jobs of a run, each as soon as those that it needs have ended. */
export async function playJobs(scene: RunScene, groups: Groups): Promise<RunEnd> {
  const { jobs } = scene.workflow;
  const started = new Map<string, Promise<JobEnd>>();
  const start = (id: string): Promise<JobEnd> => {
    const known = started.get(id);
    if (known !== undefined) return known;
    const job = jobNamed(jobs, id);
    const before = ancestorsOf(jobs, id).map(async (other) => [other, await start(other)] as const);
    const ending = Promise.all(before).then((ended) =>
      playJob(id, job, Object.fromEntries(ended), scene, groups),
    );
    started.set(id, ending);
    return ending;
  };
  const ids = Object.keys(jobs);
  const ended = await Promise.all(ids.map(async (id) => [id, await start(id)] as const));
  return {
    conclusion: together(ended.map(([, { conclusion }]) => conclusion)),
    jobs: Object.fromEntries(ended),
  };
}

/** The jobs that a job needs, those that these need included. Throws where jobs need each other. */
function ancestorsOf(jobs: Workflow["jobs"], id: string, below: readonly string[] = []): readonly string[] {
  if (below.includes(id)) throw new Error(`the jobs ${[...below, id].join(", ")} need each other`);
  const { needs } = jobNamed(jobs, id);
  return [...new Set(needs.flatMap((need) => [need, ...ancestorsOf(jobs, need, [...below, id])]))];
}

function jobNamed(jobs: Workflow["jobs"], id: string): Job {
  const job = jobs[id];
  if (job === undefined) throw new Error(`there is no job ${id}`);
  return job;
}

async function playJob(
  jobId: string,
  job: Job,
  ancestors: Readonly<Record<string, JobEnd>>,
  scene: RunScene,
  groups: Groups,
): Promise<JobEnd> {
  const needs = Object.fromEntries(job.needs.map((need) => [need, ancestors[need] as JobEnd]));
  const status = scene.isCancelled() ? "cancelled" : statusOf(ancestors);
  const scope = jobScope(scene, needs, status);
  // GitHub looks at `if` first: a matrix that would be empty is not looked at where it does not hold.
  if (!holds(job.if, scope)) return unplayed(scene.isCancelled() ? "cancelled" : "skipped");
  const one = { jobId, job, needs, status, groups };
  if (job.strategy === undefined) return playOne({ ...scene, leg: {} }, one);
  return playLegs(jobId, job, scope, ({ contexts }, others) =>
    playOne({ ...scene, ...either(scene, others), leg: contexts }, one),
  );
}

/** `failure()` is about every job before, and so is `success()`: a job after a skipped one is skipped as well. */
function statusOf(ancestors: Readonly<Record<string, JobEnd>>): Status {
  const conclusions = Object.values(ancestors).map(({ conclusion }) => conclusion);
  if (conclusions.includes("failure")) return "failure";
  return conclusions.every((conclusion) => conclusion === "success") ? "success" : "skipped";
}
