import { decodeRecord, type ReviewRecord } from "../../changes/review/record.ts";
import type { ChangeSets } from "../../ports/aws.ts";
import type { CheckRun, Checks, Comments, Pulls } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { renderCheck } from "../../report/check.ts";
import { plural } from "../../report/text/words.ts";
import type { ReportView } from "../../report/view.ts";
import { checkName, type StackJob } from "../job.ts";
import { refreshOverview } from "./overview.ts";
import { writeComment } from "./publish.ts";
import { reportView } from "./reportView.ts";

interface NeighbourPorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly comments: Comments | undefined;
  readonly changeSets: Pick<ChangeSets, "list">;
  readonly clock: Clock;
  readonly log: Log;
}

/** What outdates the neighbours: an execution, or a commit that nobody reviewed and that stands in their way. */
export interface Executed {
  readonly isUnreviewed: boolean;
  /** The pull requests that were deployed; their comments tell the deploy. */
  readonly pullRequests: readonly number[];
  /** The deploy's own check run: whose app is ours, and when the deploy began by GitHub's clock. */
  readonly check: Pick<CheckRun, "appId" | "startedAt"> | undefined;
}

/** GitHub asks for few requests at a time (secondary rate limits). */
const AT_A_TIME = 4;

/** Pull requests that are looked at, the youngest: a deploy must not spend a large repository's rate limit. */
const AT_MOST = 100;

/**
 * After an execution, which deleted the stack's other change sets, and after a deploy that was blocked as unreviewed: marks
 * the comments and check runs of the other open pull requests for this stack as out of date. Never throws: what cannot be written is one warning.
 *
 * A check run is marked, and stays the record of its review, with its conclusion and the time of its completion: the next
 * deploy compares the changes anyway, so that a stale record executes nothing, and a pull request whose changes are the
 * same as before need not be previewed again.
 */
export async function markNeighboursOutOfDate(
  job: StackJob,
  executed: Executed,
  ports: NeighbourPorts,
): Promise<void> {
  const { pulls, checks, log } = ports;
  if (pulls === undefined || checks === undefined || executed.check === undefined) return;
  try {
    const others = (await pulls.open()).filter(({ number }) => !executed.pullRequests.includes(number));
    const queue = others.sort((a, b) => b.number - a.number).slice(0, AT_MOST);
    const after = { ...executed, alive: aliveSets(job, ports) };
    const mark = (pull: (typeof queue)[number]) => markOne(job, pull, after, { ...ports, checks });
    const marked = (await inTurn(queue, mark)).filter((isMarked) => isMarked).length;
    if (marked > 0)
      log.info(`Marked the previews of ${plural(marked, "other open pull request")} as out of date.`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.warning(`Not all previews of other open pull requests could be marked as out of date: ${why}`);
  }
}

/** With the change sets that are left, by their ARNs. */
type After = Executed & { readonly alive: () => Promise<ReadonlySet<string>> };

/** Asked for once, and only where a pull request has a preview of this stack: most have none. */
function aliveSets({ inputs }: StackJob, { changeSets }: NeighbourPorts): After["alive"] {
  let asked: Promise<ReadonlySet<string>> | undefined;
  const ask = async () => new Set((await changeSets.list(inputs.stackName)).map((set) => set.arn));
  return () => {
    asked ??= ask();
    return asked;
  };
}

type MarkPorts = NeighbourPorts & { readonly checks: Checks };

async function markOne(
  job: StackJob,
  pull: { readonly number: number; readonly headSha: string },
  executed: After,
  ports: MarkPorts,
): Promise<boolean> {
  const runs = await ports.checks.list(pull.headSha, checkName(job.inputs));
  const run = runs.find(({ appId, status }) => appId === executed.check?.appId && status === "completed");
  const decoded = run && decodeRecord(run.text, run.externalId);
  if (run === undefined || decoded?.kind !== "record") return false;
  const { record } = decoded;
  const view = outOfDateView(job, pull.headSha, record, executed);
  const check = renderCheck(view);
  // An earlier deploy has said so already.
  if (run.title === check.title || !(await isOutdated(run, record, executed))) return false;
  await Promise.all([
    ports.checks.update(run.id, {
      externalId: run.externalId,
      status: "completed",
      conclusion: run.conclusion === "failure" ? "failure" : "success",
      // Without it GitHub would set it anew, and the record would come after the merge.
      ...(run.completedAt > 0 ? { completedAt: run.completedAt } : {}),
      ...check,
      // The record stays readable.
      text: run.text,
      annotations: [],
    }),
    markComment(job, pull.number, view, ports),
  ]);
  return true;
}

/** Whether the execution came after the preview: its change set is gone, or, without one, the clock says so. */
async function isOutdated(
  run: CheckRun,
  { changeSetArn }: ReviewRecord,
  { check, isUnreviewed, alive }: After,
): Promise<boolean> {
  if (isUnreviewed) return true;
  if (changeSetArn !== undefined) return !(await alive()).has(changeSetArn);
  return check !== undefined && run.startedAt < check.startedAt;
}

/** Only a comment of ours that is there: what nobody has read cannot mislead. */
async function markComment(
  job: StackJob,
  pullRequest: number,
  view: ReportView,
  ports: MarkPorts,
): Promise<void> {
  const { comments, clock } = ports;
  if (comments === undefined) return;
  const since = clock.now();
  const written = await writeComment(job.inputs, { pullRequest, view, only: "where there is one" }, comments);
  if (written !== undefined) await refreshOverview({ ...job, since }, pullRequest, written.comment, ports);
}

function outOfDateView(
  job: StackJob,
  headSha: string,
  { digest }: ReviewRecord,
  { isUnreviewed }: Executed,
): ReportView {
  const explanation = isUnreviewed ? unreviewedText(job.commit) : deployedText(job.commit);
  const { rendered: _rendered, ...about } = job;
  return { ...reportView({ ...about, commit: headSha }, { kind: "out-of-date", explanation }), digest };
}

function unreviewedText(commit: string): string {
  return `The deploy of ${commit.slice(0, 8)} is blocked, as nobody has reviewed it. What was previewed before that commit is not deployed on top of it: update this branch, so that its preview shows both.`;
}

function deployedText(commit: string): string {
  return `The deploy of ${commit.slice(0, 8)} came after this preview. A merge still deploys what was reviewed here if the changes are the same then; otherwise it is blocked and shows what differs. To see the changes as they are now, update this branch.`;
}

/** Works the items off, a few at a time; the results in the items' order. An error ends it, after what was begun. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(start, start + AT_A_TIME).map(work))));
  }
  return results;
}
