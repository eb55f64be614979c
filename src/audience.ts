import { array, branchNamed, type GitHubEvent, integer, type JsonRecord, object, text } from "./payload.ts";

/** Who reads a preview. */
export type Audience =
  | {
      readonly kind: "pull-request";
      readonly number: number;
      readonly headSha: string;
      /** The branch that it is to be merged into. */
      readonly baseRef: string;
      /** The branch that deploys come from: what is merged into another one is not deployed. */
      readonly deployBranch: string;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: "merge-group";
      readonly headSha: string;
      readonly baseSha: string;
      /** The branch that the queue merges into. */
      readonly branch: string;
    }
  /** The job summary only. */
  | { readonly kind: "summary"; readonly headSha: string };

/** Whom a preview of this event is for, whatever the event is. */
export function audienceOf(event: GitHubEvent, payload: JsonRecord, deployBranch: string): Audience {
  if (event.name === "pull_request") return pullRequestAudience(object(payload.pull_request), deployBranch);
  if (event.name === "merge_group") return mergeGroup(event, payload);
  return { kind: "summary", headSha: event.sha };
}

export function pullRequestAudience(
  pull: JsonRecord,
  deployBranch: string,
): Extract<Audience, { kind: "pull-request" }> {
  return {
    kind: "pull-request",
    number: integer(pull.number) ?? 0,
    headSha: text(object(pull.head).sha),
    baseRef: text(object(pull.base).ref),
    deployBranch,
    labels: array(pull.labels).map((label) => text(object(label).name)),
  };
}

export function mergeGroup(
  event: GitHubEvent,
  payload: JsonRecord,
): Extract<Audience, { kind: "merge-group" }> {
  const group = object(payload.merge_group);
  return {
    kind: "merge-group",
    headSha: text(group.head_sha) || event.sha,
    baseSha: text(group.base_sha),
    branch: text(group.base_ref).replace(/^refs\/heads\//, ""),
  };
}

/**
 * The branch that deploys. Where the input names none that can be, nothing is skipped for its sake, which would end green
 * with every push: the event's own branch stands, so that a flow is reached, and each of them ends at a wrong input.
 * @param given the `deploy-branch` input, right or wrong; `undefined` takes the repository's default branch
 */
export function deployBranchOf(event: GitHubEvent, payload: JsonRecord, given: string | undefined): string {
  const fallback = text(object(payload.repository).default_branch) || "main";
  if (given === undefined) return fallback;
  const base = text(object(object(payload.pull_request).base).ref);
  return branchNamed(given) ?? (base || branchNamed(event.ref) || fallback);
}
