import { ActionError } from "../../errors.ts";
import { arnParts } from "../../stack/console.ts";
import type { Proposal } from "../change/proposalOf.ts";
import {
  findReview,
  INDEX_DELAYS_MS,
  NO_REVIEW,
  type Review,
  type ReviewQuestion,
} from "../review/review.ts";
import { type Deployment, needsReview } from "./deployment.ts";

/**
 * Everything that GitHub knows. Without it nothing is executed, unless no review is asked for.
 * @param account the stack's, as soon as it is known: records and marks of others do not exist
 */
export async function askForReview(
  { job, commit, check, ports }: Pick<Deployment, "job" | "commit" | "check" | "ports">,
  account: string | undefined,
  { delays, isOfCommit = false }: Pick<ReviewQuestion, "delays" | "isOfCommit"> = {},
): Promise<Review> {
  const { checks, pulls, signer, clock, log, sources } = ports;
  if (checks === undefined || pulls === undefined) return unknown(NO_TOKEN);
  if (check === undefined && needsReview(job)) return unknown(NO_CHECK);
  const asked = { checks, pulls, signer, clock, log, sources: sources() };
  try {
    const ours = { appId: check?.appId, account };
    return await findReview({ job, deployed: commit, ours, delays: delays ?? [], isOfCommit }, asked);
  } catch (error) {
    if (!(error instanceof ActionError) || needsReview(job)) throw error;
    log.warning(`GitHub could not be asked about the pull request: ${error.message}`);
    return NO_REVIEW;
  }
}

/** Why nobody can be asked, or no answer be trusted; and what to do about it. */
type Unknown = Required<Pick<Review["history"], "problem" | "remedy">>;

const NO_TOKEN: Unknown = {
  problem: "without a github-token nothing is known of its pull request",
  remedy: "Give the step a github-token: by default it takes the job's own.",
};

const NO_CHECK: Unknown = {
  problem: "the token may make no check run, by whose app records are told from forged ones",
  remedy: 'Give the job "permissions: checks: write", and run it again.',
};

function unknown(why: Unknown): Review {
  return { ...NO_REVIEW, history: { ...NO_REVIEW.history, ...why } };
}

/** Asks GitHub before anything else: what is known then is followed, compared with and told. */
export function firstReview(deploy: Pick<Deployment, "job" | "commit" | "check" | "ports">): Promise<Review> {
  return deploy.ports.log.group("Review", async () => {
    const review = await askForReview(deploy, undefined);
    for (const line of reviewLines(review)) deploy.ports.log.info(line);
    return review;
  });
}

/**
 * The review as it is when the changes are known. GitHub's index lags: a pull request that it does not know yet is waited
 * for, and since it was asked first the stack may have been.
 */
export function presentReview(
  deploy: Deployment,
  { stackArn, thisCommit }: Pick<Proposal, "stackArn" | "thisCommit">,
): Promise<Review> {
  if (!needsReview(deploy.job)) return Promise.resolve(deploy.review);
  const { account } = arnParts(stackArn);
  const isOfCommit = thisCommit !== undefined;
  const { own, history } = deploy.review;
  const isKnown =
    own.length > 0 && (!isOfCommit || history.line.every(({ brought }) => brought.pulls.length > 0));
  const { log } = deploy.ports;
  return log.group("Review, now that the changes are known", async () => {
    const delays = isKnown ? [] : INDEX_DELAYS_MS;
    const review = await askForReview(deploy, account, { delays, isOfCommit });
    const [before, after] = [deploy.review, review].map(reviewLines);
    const isSame = before?.join("\n") === after?.join("\n");
    for (const line of isSame ? ["As before."] : (after ?? [])) log.info(line);
    return review;
  });
}

/** Who brought each commit, and what was reviewed of it. */
function reviewLines({ history }: Review): readonly string[] {
  return history.line.flatMap(({ sha, brought }) => {
    const commit = sha.slice(0, 8);
    if (brought.by === "nobody-needed") return [`${commit} changes nothing that is deployed here.`];
    if (brought.pulls.length === 0) return [`${commit} was brought by no merged pull request.`];
    return brought.pulls.map(({ number, headSha, record, problem }) => {
      const lacks = `no preview of it is recorded${problem === undefined ? "" : `: ${problem}`}`;
      const what = record === undefined ? lacks : `its preview has the digest ${record.digest}`;
      return `${commit} was brought by #${number}, head ${headSha.slice(0, 8)}: ${what}`;
    });
  });
}
