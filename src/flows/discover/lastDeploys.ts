import { decodeMark } from "../../changes/review/mark.ts";
import { type Deployment, deploymentName } from "../../deployments/deployment.ts";
import {
  DISCOVER_CHECK,
  decodeSettlements,
  isUnknownTo,
  type Settlement,
  type Settlements,
} from "../../deployments/settlements.ts";
import type { Snapshots } from "../../ports/github.ts";
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

/** So many commits are asked about at once: a stack that was never deployed is looked for in all of them. */
const AT_ONCE = 10;

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
  // Mostly one of the newest two tells it, the pushed one and the one before: they are asked about by themselves.
  for (let from = 0, size = 1; found.size < deployments.length && from < commits.length; ) {
    const some = commits.slice(from, from + size);
    const left = await Promise.all(some.map((sha) => leftOn(sha, appId, snapshots)));
    for (const on of left)
      for (const deployment of deployments) {
        const last = found.has(deployment) ? undefined : lastOn(deployment, on);
        if (last !== undefined) found.set(deployment, last);
      }
    from += size;
    size = from < 2 ? 1 : AT_ONCE;
  }
  return new Map(deployments.map((each) => [each, found.get(each) ?? { kind: "never" }]));
}

/** What deploys and discoveries have left on a commit. */
interface Left {
  readonly commit: string;
  /** By the check run's name, whether one of them settled it. */
  readonly deploys: ReadonlyMap<string, boolean>;
  /** Newest first. */
  readonly settlements: readonly Settlements[];
  /** Whether one of the discoveries knew of no deploy of the stack. */
  readonly isUnknown: (name: string) => boolean;
}

async function leftOn(commit: string, appId: number, snapshots: Pick<Snapshots, "checkRuns">): Promise<Left> {
  const runs = (await snapshots.checkRuns(commit)).filter((run) => run.appId === appId);
  const deploys = new Map<string, boolean>();
  for (const { name, externalId } of runs)
    deploys.set(name, deploys.get(name) === true || decodeMark(externalId)?.state === "settled");
  // One that is not completed was killed, or has not looked once more yet: a deploy that it did not see may be under way.
  const discoveries = runs.filter(({ name, status }) => name === DISCOVER_CHECK && status === "completed");
  return {
    commit,
    deploys,
    settlements: discoveries.map(({ text }) => decodeSettlements(text)),
    isUnknown: (name) => discoveries.some(({ text }) => isUnknownTo(text, name)),
  };
}

function lastOn(
  deployment: Deployment,
  { commit, deploys, settlements, isUnknown }: Left,
): LastDeploy | undefined {
  const isSettled = deploys.get(deployCheckName(deployment));
  if (isSettled !== undefined) return { kind: isSettled ? "settled" : "unsettled", commit };
  const name = deploymentName(deployment);
  const settlement = settlements.map((each) => each.get(name)).find((each) => each !== undefined);
  if (settlement !== undefined) return { kind: "unchanged", ...settlement };
  return isUnknown(name) ? { kind: "never" } : undefined;
}
