import { findPull, type Pull } from "../state.ts";
import { actor, type Stage } from "./actors.ts";
import { finishMerge, makeMerge } from "./merging.ts";

/** Merges several pull requests on top of one another and moves the base branch once. Returns its new commit. */
export function mergeAll(
  stage: Stage,
  repo: string,
  branch: string,
  numbers: readonly number[],
  by: string,
): Promise<string> {
  const { backend, serial } = stage;
  return serial(async () => {
    let tip = await backend.git.ref(repo, `refs/heads/${branch}`);
    const steps: { pull: Pull; made: Awaited<ReturnType<typeof makeMerge>> }[] = [];
    for (const number of numbers) {
      const pull = findPull(backend.state, repo, number);
      if (pull === undefined || tip === undefined)
        throw new Error(`${repo}#${number} cannot be merged into ${branch}`);
      const made = await makeMerge(backend, pull, tip, "merge", by);
      steps.push({ pull, made });
      tip = made.sha;
    }
    for (const { pull, made } of steps) {
      const answer = await finishMerge(backend, pull, actor(by), made);
      if (answer.status !== 200)
        throw new Error(`#${pull.number}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (tip === undefined) throw new Error(`${repo} has no branch ${branch}`);
    return tip;
  });
}
