import { type Deployment, deploymentName } from "../../deployments/deployment.ts";
import { matcher } from "../../deployments/globs.ts";
import { MOST_JOBS, matrixOf } from "../../deployments/matrix.ts";
import { needsOf } from "../../deployments/needs.ts";
import { wavesOf } from "../../deployments/waves.ts";
import { ActionError } from "../../errors.ts";
import type { Plan } from "../../plan.ts";
import type { Checks, Pulls, Snapshots } from "../../ports/github.ts";
import type { Clock, Log, Workspace } from "../../ports/local.ts";
import { discoveredLines, renderDiscovered } from "../../report/discovered.ts";
import { plural } from "../../report/text/words.ts";
import type { WorkflowRun } from "../job.ts";
import { inputError } from "../render/problems.ts";
import type { RunResult } from "../result.ts";
import { affectedOf, type Why } from "./affected.ts";
import { type Gone, goneStacks } from "./gone.ts";
import { type Surveyed, type SurveyPorts, survey } from "./survey.ts";

export interface DiscoverJob {
  /** Which files describe stacks. */
  readonly globs: readonly string[];
  /** What the stacks are compared with. */
  readonly since: Extract<Plan, { kind: "discover" }>["since"];
  readonly run: WorkflowRun;
}

export interface DiscoverPorts extends SurveyPorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly snapshots: Snapshots | undefined;
  readonly headCommit: Workspace["headCommit"];
  readonly clock: Clock;
  readonly log: Log;
}

/** The stacks that an event affects, in waves. */
export interface Discovered {
  readonly all: readonly Surveyed[];
  readonly why: ReadonlyMap<Surveyed, Why>;
  readonly waves: readonly (readonly Deployment[])[];
  readonly gone: readonly Gone[];
}

/**
 * Finds the stacks that the event affects and the order in which they can be deployed, for `strategy.matrix`. Asks GitHub
 * alone: what the stacks are rendered from is compared with the commit that they were rendered from before.
 */
export async function discover(job: DiscoverJob, ports: DiscoverPorts): Promise<RunResult> {
  const found = await discovered(job, ports);
  const { waves } = found;
  const affected = waves.flat();
  for (const line of discoveredLines(viewOf(found))) ports.log.info(line);
  for (const warning of warnings(found)) ports.log.warning(warning);
  return {
    result: "discovered",
    hasChanges: affected.length > 0,
    matrix: matrixOf(affected),
    waves: waves.map(matrixOf),
    message: `${affected.length} of ${plural(found.all.length, "stack")} affected.`,
    summary: renderDiscovered(viewOf(found)),
  };
}

/** What `discover` tells, for whoever asks in the midst of something else. */
export async function discovered(job: DiscoverJob, ports: DiscoverPorts): Promise<Discovered> {
  const all = await survey(job.globs, ports);
  if (all.length === 0) throw noFile(job.globs);
  const { of, problems } = needsOf(all.map(({ deployment }) => deployment));
  if (problems.length > 0)
    throw inputError(
      problems.map((message) => ({ message })),
      [],
    );
  const { why, base } = await affectedOf(all, job, ports);
  const affected = all.filter((each) => why.get(each) !== undefined).map(({ deployment }) => deployment);
  const waves = wavesOf(affected, { of, problems });
  return { all, why, waves, gone: await goneStacks(all, base, matcher(job.globs), ports) };
}

function noFile(globs: readonly string[]): ActionError {
  return new ActionError(`No deployment file matches ${globs.join(", ")}.`, {
    reasonCode: "invalid-input",
    hint: "Name them in `deployments` (.yaml, .yml or .json, from the repository's root), and check out the repository first.",
  });
}

function viewOf({ all, why, waves, gone }: Discovered): Parameters<typeof renderDiscovered>[0] {
  const waveOf = new Map(
    waves.flatMap((wave, index) => wave.map((deployment) => [deployment, index + 1] as const)),
  );
  const stacks = all.map((each) => ({
    name: deploymentName(each.deployment),
    file: each.deployment.file,
    wave: waveOf.get(each.deployment),
    why: why.get(each),
    trouble: each.trouble,
  }));
  return { stacks, gone };
}

function warnings({ all, why, waves }: Discovered): readonly string[] {
  const isAffected = (each: Surveyed) => why.get(each) !== undefined;
  const unordered = all.filter((each) => each.importsUnknown && isAffected(each));
  const passedBy = all.filter(({ trouble }) => trouble !== undefined).filter((each) => !isAffected(each));
  return [
    ...passedBy.map(
      ({ deployment: { file }, trouble }) =>
        `${file}: nothing that could be read of it changed, so that it is not affected. But it cannot be rendered here: ${trouble}`,
    ),
    ...unordered.map(
      ({ deployment: { file } }) =>
        `${file}: it imports a value under a name that only AWS knows. Name the stack that has it in depends-on, or the order may be wrong.`,
    ),
    ...tooMany(waves.map(({ length }) => length)),
  ];
}

function tooMany(counts: readonly number[]): readonly string[] {
  const most = `the ${MOST_JOBS} jobs that GitHub makes of one matrix`;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const wide = counts.findIndex((count) => count > MOST_JOBS);
  if (wide >= 0)
    return [
      `${counts[wide]} stacks in wave ${wide + 1} are more than ${most}: divide them among several discoveries, each with \`deployments\` of its own.`,
    ];
  return all > MOST_JOBS ? [`${all} stacks are more than ${most}: use the waves.`] : [];
}
