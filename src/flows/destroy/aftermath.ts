import { ActionError } from "../../errors.ts";
import { NOT_STARTED, type OperationEnd, type Stack } from "../../stack/model.ts";
import type { StuckResource } from "../../stack/recovery.ts";
import { endText, type RunResult } from "../result.ts";
import { logStack } from "../unexpected.ts";
import { stuckIn } from "../watch/stuck.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import { deletedEnding } from "./endings.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import { deletionBegan, type FinalSnapshots, finalSnapshots, unnamedSnapshots } from "./snapshots.ts";
import type { Survey } from "./survey.ts";

/** Names the snapshots, and after a failure what is stuck. Whatever goes wrong with that, the deletion was as it was. */
export async function told(
  job: DestroyJob,
  found: Survey,
  watched: WatchedOperation,
  ports: DestroyPorts,
): Promise<RunResult> {
  const known = await aftermath(job, found, watched, ports).catch((error: unknown) => {
    logStack(error, ports.log);
    ports.log.warning(`What is left could not be found out: ${String(error)}`);
    return { snapshots: unnamedSnapshots(found.resources, "it could not be found out"), stuck: [] };
  });
  const result = deletedEnding(job, found, watched, known);
  if (result.result === "failed") ports.log.error(endText(result));
  for (const id of known.snapshots.ids) ports.log.info(`📸 ${id}`);
  for (const words of known.snapshots.unnamed) ports.log.info(`📸 ${words}`);
  return result;
}

async function aftermath(job: DestroyJob, found: Survey, watched: WatchedOperation, ports: DestroyPorts) {
  return {
    snapshots: await snapshotsAfter(job, found, watched, ports),
    stuck: await stuckAfter(found.root, watched.end, ports),
  };
}

const NO_SNAPSHOTS: FinalSnapshots = { ids: [], unnamed: [] };

/** A run that comes later finds no stack any more: what is known of the names is told by the one that saw its resources. */
async function snapshotsAfter(
  job: DestroyJob,
  { root, resources }: Survey,
  watched: WatchedOperation,
  ports: DestroyPorts,
): Promise<FinalSnapshots> {
  const { end } = watched;
  if (end.kind === "cancelled" && end.status === NOT_STARTED) return NO_SNAPSHOTS;
  const since = await beganAt(root, watched, ports);
  if (since !== undefined && !job.cancel.aborted) return finalSnapshots(resources, since, ports);
  if (end.kind === "failed") return NO_SNAPSHOTS;
  return unnamedSnapshots(
    resources,
    end.kind === "succeeded" ? "RDS was not asked" : "the deletion was not watched to its end",
  );
}

/** When the deletion began, the failed tries before it included: each may have taken a snapshot. */
async function beganAt(
  root: Stack,
  { events, end }: WatchedOperation,
  { stacks, log }: DestroyPorts,
): Promise<number | undefined> {
  if (end.kind === "cancelled" || end.kind === "lost-sight") return undefined;
  if (root.status !== "DELETE_FAILED") return deletionBegan(events);
  try {
    return deletionBegan(await stacks.events(root.arn, () => false));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(error.message);
    return deletionBegan(events);
  }
}

/** What a failed operation could not delete or change back; of nested stacks the first cause, where they may not be asked. */
export async function stuckAfter(
  root: Stack,
  end: OperationEnd,
  ports: Pick<DestroyPorts, "stacks" | "log">,
): Promise<readonly StuckResource[]> {
  if (end.kind !== "failed") return [];
  const stuck = await stuckIn(root.arn, ports);
  const cause = end.rollbackCause ?? end.cause;
  const isTold = stuck.some(({ stackName }) => stackName !== undefined);
  return cause?.stackName === undefined || isTold ? stuck : [...stuck, cause];
}
