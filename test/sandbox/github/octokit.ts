import { Octokit } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import { restEndpointMethods } from "@octokit/plugin-rest-endpoint-methods";

const GitHubClient = Octokit.plugin(restEndpointMethods, paginateRest);

/** Octokit as others use it, without the action's own retries. */
export function openOctokit(token: string, baseUrl: string): InstanceType<typeof GitHubClient> {
  return new GitHubClient({ auth: `token ${token}`, baseUrl });
}
