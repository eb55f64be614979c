import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import type { Repository } from "../github/happenings/story.ts";

/** The files that differ for a `paths` filter: a push's before and after, a pull request's merge commit and its base. */
export async function changedFiles(repository: Repository, event: WorkflowEvent): Promise<readonly string[]> {
  const [before, after] = await Promise.all([repository.files(baseOf(event)), repository.files(event.sha)]);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
}

function baseOf({ name, payload, baseRef }: WorkflowEvent): string {
  if (name === "push") return String(payload.before);
  if (name === "pull_request") return `refs/heads/${baseRef}`;
  throw new Error(`a filter of paths for ${name} is not played`);
}
