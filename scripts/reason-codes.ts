import type { ReasonCode } from "../src/errors.ts";

interface Explanation {
  readonly meaning: string;
  readonly next: string;
}

/** The README's table of reason codes. The compiler keeps it complete: one entry for every code, none besides. */
export const REASON_CODES: Readonly<Record<ReasonCode, Explanation>> = {
  unreviewed: {
    meaning:
      "No merged pull request with a recorded preview brought this commit: a direct push, a preview of another head, or a preview that could not be recorded.",
    next: "Make the change in a pull request and merge it after its preview. If previews are not recorded, grant `checks: write`.",
  },
  "stale-review": {
    meaning:
      "The changes are not those that were reviewed: the stack, another pull request or the branch moved in between.",
    next: "Read the difference in the comment. Open a pull request with the wanted state, or run the present changes on purpose: `mode: deploy` with `approved-digest`.",
  },
  "not-approved": {
    meaning:
      "Fewer than `required-approvals` reviews approve the previewed commit, or they were given before its preview. Of a destroy: who started it may not push.",
    next: "GitHub's page takes no approval of a merged pull request: open a new one, or run with `approved-digest`. A destroy has to be started by somebody with write access.",
  },
  destructive: {
    meaning:
      "A resource that holds data would be removed or replaced without a snapshot, and nobody acknowledged it.",
    next: "Change the template, or set the label `allow-destructive:<LogicalId>` that the comment gives (or the input `allow-destructive`).",
  },
  fork: {
    meaning:
      "The run has no credentials by GitHub's design: a fork's pull request, or Dependabot without its own secrets.",
    next: "Nothing is wrong. Somebody with write access can push the branch to this repository.",
  },
  "wrong-branch": {
    meaning: "The push or merge was not to `deploy-branch`, or a run by hand is not on it.",
    next: "Nothing, or set `deploy-branch`.",
  },
  draft: {
    meaning: "The pull request is a draft.",
    next: "Mark it ready for review; include `ready_for_review` in the workflow's `types`.",
  },
  "invalid-input": {
    meaning:
      "Inputs, parameters or files are wrong; no resource was changed. What the action finds itself is named all at once, before AWS is asked; what CloudFormation refuses, in its own words.",
    next: "Correct what the error names.",
  },
  "invalid-template": {
    meaning: "The template cannot be read, or is no CloudFormation template.",
    next: "Correct it at the line and column that the error gives or, where CloudFormation refuses it, at what its words name.",
  },
  preflight: {
    meaning: "A check beyond CloudFormation's own found that the deploy would fail.",
    next: "Follow the finding.",
  },
  protected: {
    meaning: "`mode: destroy` was stopped before it deleted anything: not all of the stack can be deleted.",
    next: "The log and the job summary list what stands in the way, and how to get it out of it.",
  },
  "access-denied": {
    meaning: "AWS or GitHub refused a call.",
    next: "Grant the action that the error names to the role, or the permission to the job.",
  },
  "rolled-back": {
    meaning:
      "CloudFormation could not make the change, or a rollback alarm fired, and it went back to the state before.",
    next: "The root cause is in the comment, the summary and the last lines of the log, with how to go on.",
  },
  timeout: {
    meaning:
      "`timeout-minutes` is over; a stack operation that had started goes on by itself. What has failed by then says why.",
    next: "Re-run the job: it attaches to the running operation.",
  },
  cancelled: {
    meaning:
      "The job was cancelled (a stack operation that had started goes on by itself), or somebody called the operation off.",
    next: "Re-run the job: it attaches to the running operation.",
  },
  "stack-busy": {
    meaning: "Another operation on the stack did not end in time. Nothing was started.",
    next: "Re-run the job when it is over.",
  },
  "stack-unrecoverable": {
    meaning:
      "The stack is in a state that only a person can lead it out of, such as `UPDATE_ROLLBACK_FAILED`.",
    next: "Run one of the commands that the error gives.",
  },
  "unsupported-event": {
    meaning:
      "The event or the mode cannot be run: `pull_request_target`, or an event without a meaning for `mode: auto`, or `mode: destroy` on anything but a `workflow_dispatch`.",
    next: "Trigger the workflow on `pull_request` and `push`, or name the mode.",
  },
  "irrelevant-event": {
    meaning:
      "Something happened to the pull request that a preview does not depend on, and its head has one; or it is a draft or closed, without a preview.",
    next: "Nothing.",
  },
  error: {
    meaning: "Anything else; the message says what.",
    next: "Follow the hint beside the message.",
  },
};
