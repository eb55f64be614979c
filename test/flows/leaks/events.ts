import type { GitHubEvent } from "../../../src/payload.ts";
import type { Pull } from "../model/gitHub.ts";
import type { Place } from "./run.ts";

/** An event of the repository. */
export function event(name: string, payload: object, sha: string, ref = "refs/heads/main"): GitHubEvent {
  const repository = { full_name: "acme/app", default_branch: "main" };
  return { name, payload: { repository, ...payload }, sha, ref, actor: "alice", hasAwsCredentials: true };
}

export function previewOf({ number, headSha }: Pull): GitHubEvent {
  const repo = { full_name: "acme/app" };
  const pull = {
    number,
    draft: false,
    labels: [],
    head: { sha: headSha, repo },
    base: { ref: "main", repo },
  };
  return event(
    "pull_request",
    { action: "opened", pull_request: pull },
    headSha,
    `refs/pull/${number}/merge`,
  );
}

export function pushOf({ gitHub }: Place): GitHubEvent {
  return event("push", {}, gitHub.main);
}
