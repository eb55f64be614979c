/** A difference between the sandboxes and a published description that is meant, and why. */
export interface Accepted {
  readonly problem: RegExp;
  readonly because: string;
}

export const ACCEPTED: readonly Accepted[] = [
  {
    problem:
      /^cloudformation:DescribeStackEvents output.*ResourceStatus: (REVIEW|UPDATE_COMPLETE_CLEANUP|UPDATE_ROLLBACK_COMPLETE_CLEANUP)_IN_PROGRESS is none of/,
    because:
      "the stack's own events carry the stack's statuses, which the model's list of resource statuses leaves out",
  },
  {
    problem: /^GET .*\/labels\/\*\/description must be string$/,
    because: "a label without a description has `null` there, whatever the description says",
  },
];
