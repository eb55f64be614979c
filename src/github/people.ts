import type { People } from "../ports/github.ts";
import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** Who may do what in the repository. Asking needs no more than `metadata: read`, which every token has. */
export function createPeople({ octokit, owner, repo }: Repository): People {
  return {
    async mayPush(username) {
      const permission = await octokit.rest.repos
        .getCollaboratorPermissionLevel({ owner, repo, username })
        // GitHub answers 404 for somebody that it knows nothing of.
        .then(({ data }) => data.permission)
        .catch((error: unknown) => {
          if (isNotFound(error)) return "none";
          throw error;
        });
      // `maintain` is told as `write`, `triage` as `read`.
      return permission === "admin" || permission === "write";
    },
  };
}
