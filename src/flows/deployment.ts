import type { decide } from "../changes/decide.ts";
import { deployingView } from "./ending.ts";
import type { StackJob } from "./job.ts";
import type {
  ChangeSets,
  CheckRun,
  Checks,
  Clock,
  Comments,
  Databases,
  Log,
  Pulls,
  Stacks,
  Subnets,
  TemplateBucket,
} from "./ports.ts";
import type { Proposal } from "./proposal.ts";
import type { ProgressComments } from "./publish.ts";
import type { DeployedCommit, Review } from "./review.ts";
import type { Progress } from "./watch.ts";

export interface DeployPorts {
  readonly stacks: Stacks;
  readonly changeSets: ChangeSets;
  readonly templateBucket: TemplateBucket;
  readonly databases: Databases;
  readonly subnets: Subnets;
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly pulls: Pulls | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything that a deploy's steps share. */
export interface Deployment {
  readonly job: StackJob;
  readonly commit: DeployedCommit;
  /** Our own check run on the commit, by which our app is known. */
  readonly check: CheckRun | undefined;
  readonly review: Review;
  readonly decideBy: typeof decide;
  readonly progress: ProgressComments;
  readonly ports: DeployPorts;
}

/** Whether nothing may be executed that was not reviewed. */
export function needsReview({ inputs }: StackJob): boolean {
  return inputs.requireReview && inputs.approvedDigest === undefined;
}

/** Keeps the merged pull requests' comments up to date while the operation runs. */
export function follower({ job, review, progress }: Deployment, proposal: Proposal | undefined) {
  const merged = review.pulls.filter((pull) => pull.merged).map((pull) => pull.number);
  return (now: Progress) => progress.tell(merged, deployingView(job, proposal, now));
}
