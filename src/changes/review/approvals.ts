import type { ReviewedPull } from "./history.ts";

export interface Approval {
  readonly reviewer: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  readonly commitSha: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Approving reviews that count: of the previewed head, after the preview, not the author's, each reviewer's latest. */
export function approvalsOf(pull: ReviewedPull): number {
  const latest = new Map<string, Approval>();
  for (const approval of [...pull.approvals].sort((a, b) => a.at - b.at)) {
    // A comment neither gives nor takes an approval back (GitHub's own rule for required reviews).
    if (approval.state !== "COMMENTED" && approval.state !== "PENDING")
      latest.set(approval.reviewer, approval);
  }
  return [...latest.values()].filter(
    (approval) =>
      approval.state === "APPROVED" &&
      approval.reviewer !== pull.author &&
      approval.commitSha === pull.headSha &&
      // GitHub's times are whole seconds: in the same one it cannot be told which came first.
      approval.at > pull.recordedAt,
  ).length;
}

/** What a pull request lacks, for those who wait for its deploy. */
export function lackingApprovals(pull: ReviewedPull, required: number): string {
  return `#${pull.number} has ${approvalsOf(pull)} of ${required} approving reviews of ${pull.headSha.slice(0, 8)} given after its preview`;
}
