import type { Scope } from "../expressions.ts";
import type { Job } from "../model.ts";
import { type JobEnd, type LegEnd, together, unplayed } from "../results.ts";
import { type Interruption, interruption } from "./interruption.ts";
import { type Leg, MatrixError, strategyOf } from "./matrix.ts";

type PlayLeg = (leg: Leg, others: Interruption) => Promise<JobEnd>;

/**
 * Plays the jobs that a matrix makes, in its order, as many at once as it says. The first that fails cancels the others,
 * those included that have not begun, unless `fail-fast` is false:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategyfail-fast
 */
export async function playLegs(jobId: string, job: Job, scope: Scope, play: PlayLeg): Promise<JobEnd> {
  const strategy = tried(() => strategyOf(jobId, job, scope));
  if (strategy instanceof MatrixError) {
    const error = `Error when evaluating 'strategy' for job '${jobId}'. ${strategy.message}`;
    return { ...unplayed("failure", error), legs: [] };
  }
  const { legs, failFast, maxParallel } = strategy;
  const others = interruption();
  const ended: LegEnd[] = [];
  // In the order in which they end: the last one's outputs are the job's.
  const outputs: Record<string, string> = {};
  const waiting = [...legs.entries()];
  const playNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, leg] = next;
      const end = await play(leg, others);
      if (failFast && end.conclusion === "failure") others.interrupt();
      ended[index] = { name: leg.name, matrix: leg.matrix, ...end };
      Object.assign(outputs, said(end.outputs));
    }
  };
  await Promise.all(Array.from({ length: Math.min(maxParallel, legs.length) }, playNext));
  return {
    conclusion: together(ended.map(({ conclusion }) => conclusion)),
    outputs,
    steps: ended.flatMap(({ steps }) => steps),
    legs: ended,
  };
}

/**
 * The outputs that a leg has set: an empty one takes nothing away from another leg's.
 * https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/pass-job-outputs, "in a matrix job"
 */
function said(outputs: JobEnd["outputs"]): JobEnd["outputs"] {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ""));
}

function tried<T>(make: () => T): T | MatrixError {
  try {
    return make();
  } catch (error) {
    if (error instanceof MatrixError) return error;
    throw error;
  }
}
