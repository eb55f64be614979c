import { decodeRecord } from "../../changes/review/record.ts";
import { ActionError } from "../../errors.ts";
import type { CheckRun } from "../../ports/github.ts";
import { checkName } from "../job.ts";
import type { Why } from "./affected.ts";
import type { DiscoverPorts } from "./discover.ts";
import type { Surveyed } from "./survey.ts";

/** So many earlier commits of a pull request are asked about, the newest ones. */
const LOOK_BACK = 20;

/**
 * Stacks of a pull request that it changes no more, and of which an earlier commit's preview shows changes: a preview now
 * puts the comment right and deletes the change set.
 * @param rest those that are not affected
 * @param commits of the pull request, oldest first, with its head
 */
export async function formerlyPreviewed(
  rest: readonly Surveyed[],
  commits: readonly string[],
  { snapshots, log }: Pick<DiscoverPorts, "snapshots" | "log">,
): Promise<ReadonlyMap<Surveyed, Why>> {
  if (rest.length === 0 || snapshots === undefined) return new Map();
  const earlier = commits.slice(0, -1).slice(-LOOK_BACK).reverse();
  try {
    const runs = (await Promise.all(earlier.map((sha) => snapshots.checkRuns(sha)))).flat();
    return new Map(rest.map((each) => [each, lastOf(runs, each)] as const));
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(`Earlier previews of this pull request could not be looked for: ${error.message}`);
    return new Map();
  }
}

/** @param runs newest first */
function lastOf(runs: readonly CheckRun[], { deployment }: Surveyed): Why {
  const last = runs.find(({ name }) => name === checkName(deployment));
  if (last === undefined) return undefined;
  const read = decodeRecord(last.text, last.externalId);
  const isEmpty = read.kind === "record" && read.record.items?.size === 0;
  return isEmpty ? undefined : `no more: the preview of ${last.headSha.slice(0, 8)} shows changes of it`;
}
