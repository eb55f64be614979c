import type { ReviewedPull } from "../changes/decide.ts";
import { decodeRecord, type ReviewRecord } from "../changes/record.ts";
import { checkName, DESTRUCTIVE_LABEL, type StackJob } from "./job.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "./ports.ts";

/** A pull request with our app's record on its head, and the reviews where they count. */
export async function reviewedPull(
  job: StackJob,
  pull: PullRequest,
  appId: number | undefined,
  ports: { readonly pulls: Pulls; readonly checks: Checks },
): Promise<ReviewedPull> {
  const [runs, approvals] = await Promise.all([
    ports.checks.list(pull.headSha, checkName(job.inputs)),
    job.inputs.requiredApprovals > 0 ? ports.pulls.reviews(pull.number) : [],
  ]);
  const newest = runs.find((run) => isOurs(run, appId));
  return {
    number: pull.number,
    merged: pull.merged,
    baseRef: pull.baseRef,
    headSha: pull.headSha,
    author: pull.author,
    record: newest && decodeRecord(newest.text, newest.externalId),
    recordedAt: newest === undefined ? 0 : recordedAt(newest),
    approvals,
  };
}

/**
 * When the record was made: its start, for its completion moves when the check run is marked out of date. Where GitHub
 * does not say, no approval can be told to be younger.
 */
function recordedAt({ startedAt, completedAt }: CheckRun): number {
  return startedAt || completedAt || Number.POSITIVE_INFINITY;
}

function isOurs(run: CheckRun, appId: number | undefined): boolean {
  return appId !== undefined && run.appId === appId && run.status === "completed";
}

/**
 * A bare `allow-destructive` was set in sight of its own pull request's preview: it allows what that one shows, and
 * nothing that another pull request brings into the same deploy.
 */
export function labelsOf({ labels }: PullRequest, record: ReviewRecord | undefined): readonly string[] {
  const resources = Object.keys(record?.items ?? {}).flatMap((item) =>
    item.startsWith("resource ") ? [item.slice("resource ".length)] : [],
  );
  if (resources.length === 0) return labels;
  return labels.flatMap((label) =>
    label === DESTRUCTIVE_LABEL ? resources.map((resource) => `${DESTRUCTIVE_LABEL}:${resource}`) : [label],
  );
}
