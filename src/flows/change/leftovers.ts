import { type ChangeSetSummary, DESCRIPTION_PREFIX } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { ChangeSets } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import type { StackJob } from "../job.ts";

interface SweepPorts {
  readonly changeSets: Pick<ChangeSets, "list" | "delete">;
  readonly log: Log;
}

/**
 * Deletes a change set that is of no use any more. One that stays is said in the log, and changes no result.
 * @returns whether it is gone
 */
export async function discardChangeSet(
  arn: string,
  stack: string,
  { changeSets, log }: { readonly changeSets: Pick<ChangeSets, "delete">; readonly log: Log },
): Promise<boolean> {
  try {
    await changeSets.delete(arn, stack);
    return true;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(
      `Change set ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd(),
    );
    return false;
  }
}

/**
 * Deletes this pull request's older change sets and every failed one of ours, so that a stack never reaches its limit
 * of change sets. A newer one (a later run of the same pull request) stays. Failing to tidy up fails nothing.
 * @param latest the ARN of the change set that this preview made
 * @returns the ARNs of those that are gone now
 */
export async function sweepChangeSets(
  job: StackJob,
  pullRequest: number,
  latest: string,
  ports: SweepPorts,
): Promise<readonly string[]> {
  const gone: string[] = [];
  try {
    const ours = (await ports.changeSets.list(job.inputs.stackName)).filter((set) =>
      set.description.startsWith(DESCRIPTION_PREFIX),
    );
    const made = ours.find((set) => set.arn === latest);
    const stale = ours.filter(
      (set) => set.status === "FAILED" || (made !== undefined && isOlder(set, made, pullRequest)),
    );
    for (const set of stale) {
      await ports.changeSets.delete(set.arn, job.inputs.stackName);
      gone.push(set.arn);
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    ports.log.warning(`Older change sets of #${pullRequest} were not deleted: ${error.message}`);
  }
  return gone;
}

function isOlder(set: ChangeSetSummary, than: ChangeSetSummary, pullRequest: number): boolean {
  return (
    set.name.startsWith(`pr-${pullRequest}-`) &&
    set.createdAt !== undefined &&
    than.createdAt !== undefined &&
    set.createdAt < than.createdAt &&
    set.executionStatus !== "EXECUTE_IN_PROGRESS"
  );
}
