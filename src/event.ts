import { audienceOf, deployBranchOf, mergeGroup, pullRequestAudience } from "./audience.ts";
import { isLossLabel } from "./changes/acknowledgement.ts";
import type { Mode } from "./inputs.ts";
import { type GitHubEvent, integer, type JsonRecord, object, text } from "./payload.ts";
import { type Plan, skip } from "./plan.ts";

/**
 * Decides what an event means (README, "What happens when").
 * @param deployBranch the `deploy-branch` input, right or wrong; `undefined` takes the repository's default branch
 */
export function planFor(event: GitHubEvent, mode: Mode, deployBranch: string | undefined): Plan {
  if (mode === "render") return { kind: "render" };
  // pull_request_target runs with the base's secrets; rendering a pull request's files there hands them to its author.
  if (event.name === "pull_request_target") return refusePullRequestTarget;
  const payload = object(event.payload);
  const branch = deployBranchOf(event, payload, deployBranch);
  // Whatever it is that was to destroy something: nobody must take it for one that did.
  if (mode === "destroy") return destroyOf(event, branch);
  if (mode === "discover") return discoverOf(event, payload, branch);
  const outsider = outsiderSkip(event, payload);
  if (outsider) return outsider;
  return mode === "auto" ? automatic(event, payload, branch) : asked(mode, event, payload, branch);
}

const refusePullRequestTarget: Plan = {
  kind: "refuse",
  reason: "unsupported-event",
  explanation: "pull_request_target runs a pull request's files next to the base branch's credentials",
  hint: "Trigger the workflow on pull_request instead.",
};

function automatic(event: GitHubEvent, payload: JsonRecord, branch: string): Plan {
  switch (event.name) {
    case "pull_request":
      return pullRequest(event, payload, branch);
    case "push":
      return push(event, payload, branch);
    case "merge_group":
      return { kind: "preview", audience: mergeGroup(event, payload) };
    case "workflow_dispatch":
    case "repository_dispatch":
      return { kind: "preview", audience: { kind: "summary", headSha: event.sha } };
    case "schedule":
      return { kind: "drift" };
    default:
      return {
        kind: "refuse",
        reason: "unsupported-event",
        explanation: `mode auto has no meaning for the event ${event.name}`,
        hint: "Set the input mode to what this run is to do, or trigger the workflow on pull_request and push.",
      };
  }
}

/** The mode was named: the event only says about which commit and for whom. */
function asked(
  mode: Exclude<Mode, "auto" | "render" | "destroy" | "discover">,
  event: GitHubEvent,
  payload: JsonRecord,
  branch: string,
): Plan {
  switch (mode) {
    case "preview":
      return { kind: "preview", audience: audienceOf(event, payload, branch) };
    case "deploy":
      if (event.name === "pull_request") return ownPullRequest(event, payload, branch);
      return event.name === "push" ? push(event, payload, branch) : manualDeploy(event, branch);
    case "cleanup":
      return cleanupOf(event, payload);
    case "drift":
      return { kind: "drift" };
  }
}

function cleanupOf(event: GitHubEvent, payload: JsonRecord): Plan {
  const number = integer(object(payload.pull_request).number);
  if (number !== undefined) return { kind: "cleanup", pullRequest: number };
  return {
    kind: "refuse",
    reason: "unsupported-event",
    explanation: `a clean-up needs a pull_request event with a pull request, this is ${event.name}`,
    hint: "Trigger it on pull_request with types: [closed].",
  };
}

function pullRequest(event: GitHubEvent, payload: JsonRecord, branch: string): Plan {
  const action = text(payload.action);
  const pull = object(payload.pull_request);
  if (action === "closed") {
    return mergedPullRequest(event, payload, branch) ?? cleanupOf(event, payload);
  }
  const isOwn = isPreviewAction(action, payload);
  const irrelevant = `pull_request ${action} changes nothing that a preview depends on`;
  if (!isOwn && (pull.draft === true || pull.state === "closed")) return skip("irrelevant-event", irrelevant);
  if (pull.draft === true) {
    return skip(
      "draft",
      `pull request #${integer(pull.number)} is a draft: the preview comes when it is ready for review`,
    );
  }
  const audience = pullRequestAudience(pull, branch);
  // GitHub keeps one waiting run a concurrency group: this one may have taken the place of a push's preview.
  const unlessRecorded = `${irrelevant}, and this head has one`;
  return { kind: "preview", audience, ...(isOwn ? {} : { unlessRecorded }) };
}

function isPreviewAction(action: string, payload: JsonRecord): boolean {
  switch (action) {
    case "opened":
    case "synchronize":
    case "reopened":
    case "ready_for_review":
      return true;
    case "labeled":
    case "unlabeled":
      return isLossLabel(text(object(payload.label).name));
    case "edited":
      return object(payload.changes).base !== undefined;
    default:
      return false;
  }
}

/**
 * `mode: deploy` on a pull request: its merge, or a stack of its own while it is open (which only `require-review: false`
 * lets pass). What was closed without a merge is nobody's wish any more.
 */
function ownPullRequest(event: GitHubEvent, payload: JsonRecord, branch: string): Plan {
  const merged = mergedPullRequest(event, payload, branch);
  if (merged !== undefined) return merged;
  if (text(payload.action) !== "closed") return deployOf(event, branch);
  const number = integer(object(payload.pull_request).number);
  return skip("irrelevant-event", `pull request #${number} was closed without a merge`);
}

/** The deploy of a pull request's merge, `undefined` if it was not merged. */
function mergedPullRequest(event: GitHubEvent, payload: JsonRecord, branch: string): Plan | undefined {
  const pull = object(payload.pull_request);
  if (text(payload.action) !== "closed" || pull.merged !== true) return undefined;
  const base = text(object(pull.base).ref);
  if (base !== branch) return skip("wrong-branch", `merged into ${base}, deploys come from ${branch}`);
  const commit = text(pull.merge_commit_sha) || event.sha;
  return { kind: "deploy", commit, branch, pullRequest: integer(pull.number) };
}

function push(event: GitHubEvent, payload: JsonRecord, branch: string): Plan {
  if (event.ref !== `refs/heads/${branch}`) {
    return skip("wrong-branch", `a push to ${event.ref}, deploys come from ${branch}`);
  }
  if (payload.deleted === true) return skip("wrong-branch", `the branch ${branch} was deleted`);
  return deployOf(event, branch);
}

/** Somebody asked for it, and must not take a run that deploys nothing for one that did. */
function manualDeploy(event: GitHubEvent, branch: string): Plan {
  if (event.ref === `refs/heads/${branch}`) return deployOf(event, branch);
  return wrongBranch(`this run is on ${event.ref}, and deploys come from ${branch}`, branch);
}

/** A person starts it, on the branch that is deployed; whether this person may is for the flow to ask. */
function destroyOf(event: GitHubEvent, branch: string): Plan {
  if (event.name !== "workflow_dispatch") {
    return {
      kind: "refuse",
      reason: "unsupported-event",
      explanation: `a stack is destroyed by a person who starts the workflow (workflow_dispatch), and this is ${event.name}`,
      hint: "Give the workflow a workflow_dispatch trigger, and start it by hand.",
    };
  }
  if (event.ref === `refs/heads/${branch}`) return { kind: "destroy" };
  return wrongBranch(`this run is on ${event.ref}, and stacks are destroyed from ${branch}`, branch);
}

function wrongBranch(explanation: string, branch: string): Plan {
  const hint = `Start the workflow on ${branch}, or name another branch in deploy-branch.`;
  return { kind: "refuse", reason: "wrong-branch", explanation, hint };
}

function deployOf(event: GitHubEvent, branch: string): Plan {
  return { kind: "deploy", commit: event.sha, branch, pullRequest: undefined };
}

/** It asks nobody but GitHub: Dependabot, which has no credentials here, may still have some in the jobs that follow. */
function discoverOf(event: GitHubEvent, payload: JsonRecord, branch: string): Plan {
  const pull = object(payload.pull_request);
  switch (event.name) {
    case "pull_request": {
      const outsider = forkSkip(payload);
      if (outsider !== undefined) return outsider;
      const merged = mergedPullRequest(event, payload, branch);
      if (merged !== undefined) return deploysOf(merged);
      const audience = pullRequestAudience(pull, branch);
      return { kind: "discover", since: { kind: "pull-request", audience } };
    }
    case "push": {
      const plan = deploysOf(push(event, payload, branch));
      if (plan.kind !== "discover" || payload.forced !== true) return plan;
      const why = `${branch} was forced: what was deployed last may be in its history no more`;
      return { kind: "discover", since: { kind: "everything", why } };
    }
    case "merge_group": {
      const { baseSha: base, headSha: commit } = mergeGroup(event, payload);
      return { kind: "discover", since: { kind: "commit", base, commit } };
    }
    default:
      return { kind: "discover", since: { kind: "everything", why: `${event.name} is about all of them` } };
  }
}

function deploysOf(plan: Plan): Plan {
  return plan.kind === "deploy"
    ? { kind: "discover", since: { kind: "deploys", commit: plan.commit } }
    : plan;
}

/** Runs that have no credentials by GitHub's design: forks' pull requests, and Dependabot's without its own secrets. */
function outsiderSkip(event: GitHubEvent, payload: JsonRecord): Plan | undefined {
  const fork = forkSkip(payload);
  if (fork !== undefined) return fork;
  if (event.actor === "dependabot[bot]" && !event.hasAwsCredentials) {
    return skip(
      "fork",
      "Dependabot's runs get no credentials; give it some as Dependabot secrets to preview its pull requests",
    );
  }
  return undefined;
}

function forkSkip(payload: JsonRecord): Plan | undefined {
  const pull = object(payload.pull_request);
  const head = text(object(object(pull.head).repo).full_name);
  const base = text(object(object(pull.base).repo).full_name) || text(object(payload.repository).full_name);
  if (payload.pull_request !== undefined && head !== base) {
    return skip(
      "fork",
      `pull request #${integer(pull.number)} comes from ${head || "a deleted fork"}, which gets no credentials`,
    );
  }
  return undefined;
}
