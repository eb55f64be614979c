import { decodeMark } from "../../changes/review/mark.ts";
import { type Deployment, deploymentName } from "../../deployments/deployment.ts";
import { DISCOVER_CHECK, decodeSettlements, type Settlement } from "../../deployments/settlements.ts";
import type { CheckRun, Snapshots } from "../../ports/github.ts";
import { deployCheckName } from "../job.ts";

/** What became of a stack last, on the way down from the pushed commit. */
export type LastDeploy =
  /** Nothing is known of it. */
  | { readonly kind: "never" }
  /** The last deploy has not settled it: it failed, was blocked, or is under way. */
  | { readonly kind: "unsettled"; readonly commit: string }
  | { readonly kind: "settled"; readonly commit: string }
  /** An earlier discovery found nothing to deploy. */
  | ({ readonly kind: "unchanged" } & Settlement);

/**
 * Finds each stack's last deploy by the check runs that our app left on the commits.
 * @param commits newest first, along first parents
 */
export async function lastDeploys(
  deployments: readonly Deployment[],
  commits: readonly string[],
  appId: number,
  { snapshots }: { readonly snapshots: Pick<Snapshots, "checkRuns"> },
): Promise<ReadonlyMap<Deployment, LastDeploy>> {
  const found = new Map<Deployment, LastDeploy>();
  for (const commit of commits) {
    const runs = (await snapshots.checkRuns(commit)).filter((run) => run.appId === appId);
    for (const deployment of deployments) {
      const last = found.has(deployment) ? undefined : lastOn(commit, deployment, runs);
      if (last !== undefined) found.set(deployment, last);
    }
    if (found.size === deployments.length) break;
  }
  return new Map(deployments.map((each) => [each, found.get(each) ?? { kind: "never" }]));
}

function lastOn(commit: string, deployment: Deployment, runs: readonly CheckRun[]): LastDeploy | undefined {
  const deploys = runs.filter(({ name }) => name === deployCheckName(deployment));
  if (deploys.some(({ externalId }) => decodeMark(externalId)?.state === "settled"))
    return { kind: "settled", commit };
  if (deploys.length > 0) return { kind: "unsettled", commit };
  for (const { name, text } of runs) {
    if (name !== DISCOVER_CHECK) continue;
    const settlement = decodeSettlements(text).get(deploymentName(deployment));
    if (settlement !== undefined) return { kind: "unchanged", ...settlement };
  }
  return undefined;
}
