import { encodeRecord, RECORD_LIMIT } from "../changes/record.ts";
import { ActionError } from "../errors.ts";
import type { Audience } from "../event.ts";
import { renderCheck } from "../report/check.ts";
import type { OnMerge } from "../report/view.ts";
import { annotationsOf } from "./annotations.ts";
import { checkName, type StackJob } from "./job.ts";
import type { CheckRunContent, Checks, Log } from "./ports.ts";
import type { PreviewOutcome } from "./previewOutcome.ts";

/** Writes the check run that a deploy goes by; without it the preview still works, and says what that means. */
export async function recordPreview(
  job: StackJob,
  pull: Extract<Audience, { kind: "pull-request" }>,
  outcome: PreviewOutcome,
  { checks, log }: { readonly checks: Checks | undefined; readonly log: Log },
): Promise<OnMerge> {
  if (checks === undefined) return unrecorded("there is no github-token");
  try {
    await checks.create(pull.headSha, checkName(job.inputs), contentOf(job, outcome));
    return { kind: "executes" };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const why = [error.message, error.hint].filter((part) => part !== undefined).join(" ");
    log.warning(
      `The check run that records this preview could not be written, so a deploy would be blocked as unreviewed. ${why}`,
    );
    return unrecorded(error.hint ?? error.message);
  }
}

function contentOf(job: StackJob, { proposal, view, conclusion }: PreviewOutcome): CheckRunContent {
  return {
    externalId: proposal?.digest.digest ?? "",
    status: "completed",
    conclusion,
    ...renderCheck(view),
    ...(proposal === undefined ? {} : { text: recordOf(proposal) }),
    annotations: annotationsOf(job, view),
  };
}

function recordOf(proposal: NonNullable<PreviewOutcome["proposal"]>): string {
  const { digest, shown, empty, changeSetArn, input } = proposal;
  return encodeRecord(digest, shown, { changeSetArn: empty ? undefined : changeSetArn, input }, RECORD_LIMIT);
}

function unrecorded(why: string): OnMerge {
  return {
    kind: "will-block",
    explanation: `This preview could not be recorded (${why}), so a deploy would be blocked as unreviewed.`,
  };
}
