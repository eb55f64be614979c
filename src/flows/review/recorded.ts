import { decodeRecord } from "../../changes/review/record.ts";
import { ActionError } from "../../errors.ts";
import type { CheckRun, Checks } from "../../ports/github.ts";
import type { Log } from "../../ports/local.ts";
import { checkName, type StackName } from "../job.ts";

/** A pull request as it is to be merged. */
interface Merge {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
}

/** Whether a check run holds the record of a pull request for its base: another one can have the same head. */
export function isRecordOf(
  { text, externalId }: CheckRun,
  { number, baseRef }: Omit<Merge, "headSha">,
): boolean {
  const decoded = decodeRecord(text, externalId);
  return (
    decoded.kind === "record" && decoded.record.pullRequest === number && decoded.record.base === baseRef
  );
}

/**
 * Whether a pull request's head has a preview that is recorded for this stack, for it and its base. Where nothing can be recorded for want of a token, another
 * preview would change nothing; where GitHub does not answer, one too many is better than none.
 */
export async function isRecorded(
  stack: StackName,
  { number, headSha, baseRef }: Merge,
  { checks, log }: { readonly checks: Checks | undefined; readonly log: Log },
): Promise<boolean> {
  if (checks === undefined) return true;
  try {
    const runs = await checks.list(headSha, checkName(stack));
    return runs.some((run) => isRecordOf(run, { number, baseRef }));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`Whether ${headSha.slice(0, 8)} has a preview could not be asked: ${error.message}`);
    return false;
  }
}
