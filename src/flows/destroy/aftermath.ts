import { ActionError } from "../../errors.ts";
import { isFailed } from "../../stack/eventKinds.ts";
import type { OperationEnd, Stack } from "../../stack/model.ts";
import type { StuckResource } from "../../stack/recovery.ts";
import { endText, type RunResult } from "../result.ts";
import { logStack } from "../unexpected.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import { deletedEnding } from "./endings.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import { deletionBegan, type FinalSnapshots, finalSnapshots } from "./snapshots.ts";
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
    return NOTHING_KNOWN;
  });
  const result = deletedEnding(job, found, watched, known);
  if (result.result === "failed") ports.log.error(endText(result));
  for (const id of known.snapshots.ids) ports.log.info(`📸 ${id}`);
  for (const words of known.snapshots.unnamed) ports.log.info(`📸 ${words}`);
  return result;
}

async function aftermath(job: DestroyJob, found: Survey, watched: WatchedOperation, ports: DestroyPorts) {
  const since = await beganAt(found.root, watched, ports);
  const { name } = found.root;
  const isKnown = since !== undefined && !job.cancel.aborted;
  return {
    snapshots: isKnown ? await finalSnapshots(name, found.resources, since, ports) : NO_SNAPSHOTS,
    stuck: watched.end.kind === "failed" ? await stuckIn(found.root, watched.end, ports) : [],
  };
}

const NO_SNAPSHOTS: FinalSnapshots = { ids: [], unnamed: [] };
const NOTHING_KNOWN = { snapshots: NO_SNAPSHOTS, stuck: [] };

/** When the deletion began, the failed tries before it included: each may have taken a snapshot. */
async function beganAt(
  root: Stack,
  { events, end }: WatchedOperation,
  { stacks, log }: DestroyPorts,
): Promise<number | undefined> {
  if (end.kind !== "succeeded" && end.kind !== "failed") return undefined;
  if (root.status !== "DELETE_FAILED") return deletionBegan(events);
  try {
    return deletionBegan(await stacks.events(root.arn, () => false));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(error.message);
    return deletionBegan(events);
  }
}

/** What could not be deleted: the root's own, and in nested stacks the first cause. */
async function stuckIn(
  root: Stack,
  { cause }: Extract<OperationEnd, { kind: "failed" }>,
  { stacks, log }: DestroyPorts,
): Promise<readonly StuckResource[]> {
  const nested =
    cause === undefined || cause.stackPath.length === 0
      ? []
      : [
          {
            type: cause.type,
            reason: cause.reason,
            ...(cause.physicalId ? { physicalId: cause.physicalId } : {}),
          },
        ];
  try {
    return [...(await stacks.resources(root.arn)).filter(({ status }) => isFailed(status)), ...nested];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(error.message);
    return nested;
  }
}
