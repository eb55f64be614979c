import { decodeRecord } from "../../changes/review/record.ts";
import { ActionError } from "../../errors.ts";
import type { Checks } from "../../ports/github.ts";
import type { Log } from "../../ports/local.ts";
import { checkName, type StackName } from "../job.ts";

/**
 * Whether a head has a preview that is recorded for this stack. Where nothing can be recorded for want of a token, another
 * preview would change nothing; where GitHub does not answer, one too many is better than none.
 */
export async function isRecorded(
  stack: StackName,
  headSha: string,
  { checks, log }: { readonly checks: Checks | undefined; readonly log: Log },
): Promise<boolean> {
  if (checks === undefined) return true;
  try {
    const runs = await checks.list(headSha, checkName(stack));
    return runs.some((run) => decodeRecord(run.text, run.externalId).kind === "record");
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`Whether ${headSha.slice(0, 8)} has a preview could not be asked: ${error.message}`);
    return false;
  }
}
