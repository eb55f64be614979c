import { temporaryDirectory } from "../../runner/temp.ts";
import { interpolate, isSet, type Scope, type Status } from "../expressions.ts";
import type { Job } from "../model.ts";
import { type JobEnd, unplayed } from "../results.ts";
import { rightsOf } from "../rights.ts";
import { type JobScene, jobScope, type RunScene } from "../scene.ts";
import type { Groups } from "./groups.ts";
import { either, type Interruption, interruption } from "./interruption.ts";
import { playSteps } from "./steps.ts";

/** A job whose condition holds. */
export interface OneJob {
  readonly jobId: string;
  readonly job: Job;
  readonly needs: JobScene["needs"];
  readonly status: Status;
  readonly groups: Groups;
}

/** Plays a job, or one leg of its matrix, when its turn has come, on its runner and in its environment. */
export async function playOne(scene: RunScene & Pick<JobScene, "leg">, one: OneJob): Promise<JobEnd> {
  const { jobId, job, needs } = one;
  const scope = jobScope(scene, needs, one.status, scene.leg);
  if (scene.isCancelled()) return unplayed("cancelled");
  checkRunner(job, scene, scope);
  const environment = interpolate(job.environment ?? "", scope);
  const refusal = refusalOf(environment, scene);
  if (refusal !== undefined) return unplayed("failure", refusal);
  const rights = rightsOf(scene.workflow, job, scene.event);
  const play = async (interrupted: Interruption): Promise<JobEnd> => {
    const inside: JobScene = {
      ...scene,
      ...interrupted,
      jobId,
      // No name, no environment: what an expression gives where there shall be none.
      ...(environment === "" ? {} : { environment }),
      rights,
      token: scene.stage.github.token({ permissions: rights.token }),
      workspace: await temporaryDirectory("workspace"),
      needs,
    };
    return playSteps(job, inside);
  };
  if (job.concurrency === undefined) return play(scene);
  const { group, "cancel-in-progress": cancels } = job.concurrency;
  return inGroup({ groups: one.groups, name: interpolate(group, scope) }, isSet(cancels, scope), scene, play);
}

/** Plays a job when its turn has come in its group; one that is replaced or cancelled before ends cancelled. */
function inGroup(
  { groups, name }: { readonly groups: Groups; readonly name: string },
  cancelInProgress: boolean,
  outer: Interruption & Pick<RunScene, "onLine">,
  play: (interrupted: Interruption) => Promise<JobEnd>,
): Promise<JobEnd> {
  const newer = interruption();
  let hasStarted = false;
  return new Promise((resolve, reject) => {
    const member = {
      start: () => {
        hasStarted = true;
        const ending = play(either(outer, newer)).finally(() => groups.leave(name, member));
        ending.then(resolve, reject);
      },
      replaced: () => resolve(unplayed("cancelled")),
      interrupt: newer.interrupt,
    };
    groups.enter(name, member, cancelInProgress);
    if (!hasStarted) outer.onLine(`Waiting for what runs in ${name}`);
    void outer.cancelled.then(() => {
      if (groups.withdraw(name, member)) resolve(unplayed("cancelled"));
    });
  });
}

/** Throws where the job would wait for a runner that nobody has, or has no limit of time. */
function checkRunner(job: Job, { settings, workflow }: RunScene, scope: Scope): void {
  const runner = interpolate(job["runs-on"], scope);
  if (!(settings.runners ?? ["ubuntu-latest"]).includes(runner))
    throw new Error(`${workflow.path}: there is no runner ${runner}`);
  const minutes = interpolate(job["timeout-minutes"] ?? 360, scope);
  if (!(Number(minutes) > 0)) throw new Error(`${workflow.path}: timeout-minutes ${minutes} is no time`);
}

/**
 * Why an environment does not take the job, in GitHub's words: its deployment branches, by which it is protected.
 * https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments
 */
function refusalOf(name: string, { settings, event }: RunScene): string | undefined {
  const branches = settings.environments?.[name]?.branches;
  const ref = event.ref.replace(/^refs\/heads\//, "");
  if (branches === undefined || branches.includes(ref)) return undefined;
  return `Branch "${ref}" is not allowed to deploy to ${name} due to environment protection rules.`;
}
