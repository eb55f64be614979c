import { labelsFor } from "../../changes/acknowledgement.ts";
import type { Digest } from "../../changes/digest.ts";
import { RESOURCE } from "../../changes/items/listedItems.ts";
import { DEFINITION } from "../../changes/items/templateItems.ts";
import type { ReviewedPull } from "../../changes/review/history.ts";
import { type DecodedRecord, decodeRecord, type ReviewRecord } from "../../changes/review/record.ts";
import type { Signer } from "../../ports/aws.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "../../ports/github.ts";
import { UNSEEN } from "../change/unseen.ts";
import { checkName, type StackJob } from "../job.ts";
import type { OurMarks } from "./deployMarks.ts";

interface ReviewedPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
  /** `undefined` without `record-key`: then records need no signature. */
  readonly signer: Signer | undefined;
}

/** A pull request with our app's record on its head, and the reviews where they count. */
export async function reviewedPull(
  job: StackJob,
  pull: PullRequest,
  ours: OurMarks,
  ports: ReviewedPorts,
): Promise<ReviewedPull> {
  const isAsked = job.inputs.requiredApprovals > 0;
  const [runs, approvals] = await Promise.all([
    ports.checks.list(pull.headSha, checkName(job.inputs)),
    isAsked ? ports.pulls.reviews(pull.number) : [],
  ]);
  const judgedRuns = runs
    .filter((run) => run.appId === ours.appId && run.status === "completed")
    .map((run) => ({ run, ...judged(job, pull, ours, run) }));
  const previews = ports.signer === undefined ? judgedRuns : judgedRuns.toSorted(newestSigned);
  const { record, problem } = await firstSigned(previews, ports.signer);
  return {
    number: pull.number,
    headSha: pull.headSha,
    author: pull.author,
    labels: pull.labels,
    record,
    recordedAt: await shownSince(previews, isAsked ? ports.signer : undefined),
    approvals,
    ...(record !== undefined || problem === undefined ? {} : { problem }),
  };
}

interface Judged {
  readonly run: CheckRun;
  /** What the check run holds, if it counts. */
  readonly found?: Extract<DecodedRecord, { kind: "record" }>;
  /** Why it does not. */
  readonly problem?: string;
}

/** Whether a check run holds a record that counts: for its own pull request and base, and made before the merge. */
function judged(job: StackJob, pull: PullRequest, { account }: OurMarks, run: CheckRun): Omit<Judged, "run"> {
  const decoded = decodeRecord(run.text, run.externalId);
  if (decoded.kind === "other-version") {
    return { problem: "its preview was recorded by another version of this action: preview it again" };
  }
  if (decoded.kind === "none") return {};
  const { target, pullRequest, base, head, repository } = decoded.record;
  const { stackName, region } = job.inputs;
  if (target.stack !== stackName || target.region !== region) return {};
  if ((account ?? target.account) !== target.account) return { problem: "its preview is of another account" };
  if (pullRequest !== pull.number || head !== pull.headSha || repository !== job.run.repositoryId) {
    return { problem: "the preview of its head is of another pull request" };
  }
  if (base !== pull.baseRef) return { problem: `its preview was made for ${base}, not for ${pull.baseRef}` };
  // Whole seconds on both sides: the same one counts, for auto-merge is that quick.
  if (pull.mergedAt !== undefined && !(run.completedAt > 0 && run.completedAt <= pull.mergedAt)) {
    return { problem: "its preview ended after the merge" };
  }
  return { found: decoded };
}

/** The newest record; with a `record-key`, the newest that the key has signed. */
async function firstSigned(
  previews: readonly Judged[],
  signer: Signer | undefined,
): Promise<{ readonly record: ReviewRecord | undefined; readonly problem: string | undefined }> {
  let problem = previews.find((preview) => preview.problem !== undefined)?.problem;
  for (const { found } of previews) {
    if (found === undefined) continue;
    const { record } = found;
    if (signer === undefined || (await isSigned(found, signer))) return { record, problem: undefined };
    problem = "its record is not signed by record-key";
  }
  return { record: undefined, problem };
}

/**
 * By the times that the key has signed: a copy of an older record, in a check run made later, is as old as what it copies.
 */
function newestSigned(one: Judged, other: Judged): number {
  return (other.found?.record.madeAt ?? 0) - (one.found?.record.madeAt ?? 0);
}

/**
 * Since when nothing but the newest record's digest was shown: a label set later renews the preview and not the digest, and an
 * approval given in between was given in sight of it. One given in sight of another digest was not, though the same was shown
 * before that as well. Anybody who writes check runs writes their time, too: a signed record has one of its own.
 * @param previews newest first
 */
async function shownSince(previews: readonly Judged[], signer: Signer | undefined): Promise<number> {
  let since = Number.POSITIVE_INFINITY;
  let digest: string | undefined;
  for (const { run, found } of previews) {
    if (found === undefined || (signer !== undefined && !(await isSigned(found, signer)))) continue;
    digest ??= found.record.digest;
    if (found.record.digest !== digest) return since;
    const shownAt = signer === undefined ? run.completedAt : Math.max(run.completedAt, found.record.madeAt);
    since = Math.min(since, shownAt);
  }
  return since;
}

async function isSigned(
  { record, claimHash }: NonNullable<Judged["found"]>,
  signer: Signer,
): Promise<boolean> {
  return record.mac !== undefined && (await signer.verify(claimHash, record.mac));
}

/**
 * What a pull request's labels allow: only what its own record shows, and nothing where the record is missing or partial.
 * A label was set in sight of its own pull request's preview, not of what another one brings into the same deploy: it says
 * nothing of a resource to which something else is done now (one that was to be tagged is replaced).
 */
export function labelsOf({ labels, record }: ReviewedPull, present: Digest): readonly string[] {
  const resources = [...(record?.items ?? [])].flatMap(([item, { whole }]) => {
    const [start, key = ""] = item.split(" ");
    if (present.items.get(item)?.whole !== whole) return [];
    // What CloudFormation does not list (in a nested stack that it does not look into) has its definition only.
    const isUnlisted = start === DEFINITION && !present.items.has(`${RESOURCE} ${key}`);
    return start === RESOURCE || start === UNSEEN || isUnlisted ? [key] : [];
  });
  return labelsFor([...new Set(resources)], labels);
}
