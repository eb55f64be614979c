import { createChecks } from "./checks.ts";
import { type GitHubOptions, openRepository } from "./client.ts";
import { createComments } from "./comments.ts";
import { createPeople } from "./people.ts";
import { createPulls } from "./pulls.ts";
import { createSnapshots } from "./snapshots.ts";

/** One repository, as the token sees it. Nothing is asked yet. */
export function connectGitHub(options: GitHubOptions) {
  const repository = openRepository(options);
  return {
    checks: createChecks(repository),
    comments: createComments(repository),
    pulls: createPulls(repository),
    people: createPeople(repository),
    snapshots: createSnapshots(repository),
  };
}
