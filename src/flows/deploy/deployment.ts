import type { decide } from "../../changes/review/decide.ts";
import type { CheckRun } from "../../ports/github.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import type { OwnMark } from "../review/deployMark.ts";
import type { DeployedCommit, Review } from "../review/review.ts";
import type { StackPorts } from "../stackPorts.ts";
import { deployingView } from "../tell/ending.ts";
import type { ProgressComments } from "../tell/publish.ts";
import type { Progress } from "../watch/watch.ts";
import type { Followed } from "./followed.ts";

/** Everything that a deploy's steps share. */
export interface Deployment {
  readonly job: StackJob;
  readonly commit: DeployedCommit;
  /** Our own check run on the commit, by which our app is known. */
  readonly check: CheckRun | undefined;
  readonly mark: OwnMark;
  readonly review: Review;
  readonly decideBy: typeof decide;
  readonly progress: ProgressComments;
  /** An execution of an earlier attempt that this one has seen succeed. */
  readonly followed: Followed | undefined;
  readonly ports: StackPorts;
}

/** Whether nothing may be executed that was not reviewed. */
export function needsReview({ inputs }: StackJob): boolean {
  return inputs.requireReview && inputs.approvedDigest === undefined;
}

/** Keeps the merged pull requests' comments up to date while the operation runs. */
export function follower({ job, review, progress }: Deployment, proposal: Proposal | undefined) {
  const told = review.pulls.map((pull) => pull.number);
  return (now: Progress) => progress.tell(told, deployingView(job, proposal, now));
}
