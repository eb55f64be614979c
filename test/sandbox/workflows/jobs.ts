import { temporaryDirectory } from "../runner/temp.ts";
import { holds, interpolate, isSet, type Status } from "./expressions.ts";
import type { Groups } from "./groups.ts";
import type { Job, Workflow } from "./model.ts";
import type { JobEnd, RunEnd } from "./results.ts";
import { together } from "./results.ts";
import { rightsOf } from "./rights.ts";
import { type JobScene, jobScope, type RunScene } from "./scene.ts";
import { playSteps } from "./steps.ts";

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
  const scope = jobScope(scene, needs, scene.isCancelled() ? "cancelled" : statusOf(ancestors));
  if (!holds(job.if, scope)) return unplayed(scene.isCancelled() ? "cancelled" : "skipped");
  const rights = rightsOf(scene.workflow, job, scene.event);
  const play = async (cancelled: Promise<void>, isCancelled: () => boolean): Promise<JobEnd> => {
    const inside: JobScene = {
      ...scene,
      cancelled: Promise.race([scene.cancelled, cancelled]),
      isCancelled: () => scene.isCancelled() || isCancelled(),
      jobId,
      ...(job.environment === undefined ? {} : { environment: interpolate(job.environment, scope) }),
      rights,
      token: scene.stage.github.token({ permissions: rights.token }),
      workspace: await temporaryDirectory("workspace"),
      needs,
    };
    return playSteps(job, inside);
  };
  if (job.concurrency === undefined) return play(new Promise(() => undefined), () => false);
  const { group, "cancel-in-progress": cancels } = job.concurrency;
  return inGroup(groups, interpolate(group, scope), isSet(cancels, scope), play);
}

/** Plays a job when its turn has come in its group; one that is replaced before ends cancelled. */
function inGroup(
  groups: Groups,
  name: string,
  cancelInProgress: boolean,
  play: (cancelled: Promise<void>, isCancelled: () => boolean) => Promise<JobEnd>,
): Promise<JobEnd> {
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>();
  let isCancelled = false;
  return new Promise((resolve, reject) => {
    const member = {
      start: () => {
        const ending = play(cancelled, () => isCancelled).finally(() => groups.leave(name, member));
        ending.then(resolve, reject);
      },
      replaced: () => resolve(unplayed("cancelled")),
      interrupt: () => {
        isCancelled = true;
        cancel();
      },
    };
    groups.enter(name, member, cancelInProgress);
  });
}

function unplayed(conclusion: "skipped" | "cancelled"): JobEnd {
  return { conclusion, outputs: {}, steps: [] };
}

/** `failure()` is about every job before, and so is `success()`: a job after a skipped one is skipped as well. */
function statusOf(ancestors: Readonly<Record<string, JobEnd>>): Status {
  const conclusions = Object.values(ancestors).map(({ conclusion }) => conclusion);
  if (conclusions.includes("failure")) return "failure";
  return conclusions.every((conclusion) => conclusion === "success") ? "success" : "skipped";
}
