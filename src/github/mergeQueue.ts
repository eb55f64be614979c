import type { Pulls } from "../ports/github.ts";
import type { Octokit, Repository } from "./client.ts";
import { emptyIfNotFound } from "./errors.ts";

type ApiRef = Awaited<ReturnType<Octokit["rest"]["git"]["listMatchingRefs"]>>["data"][number];

/** A merge queue's branch: `gh-readonly-queue/<branch>/pr-<number>-<the commit that it starts from>`. */
const QUEUE_ENTRY = /^pr-(\d+)-([0-9a-f]{40,64})$/;

/** Merge queues, as their branches tell of them. */
export function createMergeQueue({ octokit, owner, repo }: Repository): Pick<Pulls, "queued"> {
  return {
    async queued(branch: string) {
      const prefix = `heads/gh-readonly-queue/${branch}/`;
      const refs = await octokit
        .paginate(octokit.rest.git.listMatchingRefs, { owner, repo, ref: prefix })
        .catch((error: unknown) => emptyIfNotFound<ApiRef>(error));
      return refs.flatMap(({ ref, object }) => {
        const [, number, baseSha = ""] = QUEUE_ENTRY.exec(ref.slice(`refs/${prefix}`.length)) ?? [];
        return number === undefined ? [] : [{ number: Number(number), headSha: object.sha, baseSha }];
      });
    },
  };
}
