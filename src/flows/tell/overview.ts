import { createHash } from "node:crypto";
import type { Comments, UpsertedComment } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { commentMarker } from "../../report/comment.ts";
import { type OverviewWork, overviewWork, type PostedComment, stacksIn } from "../../report/overview.ts";
import type { StackJob } from "../job.ts";
import { unlessInterrupted } from "./unlessInterrupted.ts";

interface OverviewPorts {
  readonly comments: Comments | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Whose comment was written. */
interface Refreshing extends Pick<StackJob, "inputs" | "cancel"> {
  /** When telling began. A time of the clock. */
  readonly since: number;
  /** Aborts when something later refreshes the overview anyway. */
  readonly over?: AbortSignal;
}

/**
 * Brings a pull request's overview up to date after a comment was written there. It never fails a run.
 *
 * Why no update is lost, however many jobs do this at the same time: whoever writes anything, its comment or the overview,
 * reads all comments afterwards, and ends only when it has read an overview that was made of the very comments that it has
 * read. So whoever makes the last change of all sees the final state after it, and leaves it right. What is read in pages, one
 * after the other, does no harm to that: after the last change every page is final.
 *
 * Three things can leave an overview behind, until the next change of state: a job that dies between its write and its look,
 * one that has no more rounds or time left (the log says so), and a GitHub that answers with what was.
 */
export async function refreshOverview(
  refreshing: Refreshing,
  pullRequest: number,
  written: UpsertedComment,
  ports: OverviewPorts,
): Promise<void> {
  const { comments, log } = ports;
  if (comments === undefined) return;
  try {
    const first = { comments: written.beside, isCurrent: written.isCurrent };
    const isRight = await unlessInterrupted(() =>
      untilRight(refreshing, { pullRequest, first }, { ...ports, comments }),
    );
    if (!isRight)
      log.warning(
        `The overview on #${pullRequest} may be behind: others kept changing it while there was time. ${NEXT}`,
      );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.warning(`The overview on #${pullRequest} could not be brought up to date: ${why} ${NEXT}`);
  }
}

const NEXT = "Each stack's own comment says what is so.";

/** So many times a job writes; its pauses come to half a minute at most, with forty stacks to one. */
const ROUNDS = 8;
/** A first pause for each stack that has a comment, so that of many jobs at once few have to write. */
const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;
/** The runner kills a cancelled job after 10 s, and its result is still to be told. */
const LAST_WORDS_MS = 2_000;

/** Our comments, and whether they were read after all that this job has written. */
interface Reading {
  readonly comments: readonly PostedComment[];
  readonly isCurrent: boolean;
}

interface Place {
  readonly pullRequest: number;
  readonly first: Reading;
}

async function untilRight(
  refreshing: Refreshing,
  { pullRequest, first }: Place,
  { comments, clock }: OverviewPorts & { readonly comments: Comments },
): Promise<boolean> {
  const { cancel, over, since } = refreshing;
  const isLate = () => cancel.aborted && clock.now() - since > LAST_WORDS_MS;
  const isOver = () => over?.aborted === true;
  const read = async () => ({ comments: await comments.list(pullRequest), isCurrent: true });
  let reading = first;
  for (let round = 0; !isRight(reading); round++) {
    if (round === ROUNDS || isLate()) return false;
    await clock.sleep(pauseMs(refreshing, reading, round), hurried(cancel, over));
    if (isOver()) return true;
    // Another job may have done it in the pause; what is written is made of what was read just before.
    const present = await read();
    const work = overviewWork(present.comments);
    if (work === undefined || isOver()) return true;
    await carryOut(work, pullRequest, comments);
    if (isLate()) return false;
    reading = await read();
  }
  return true;
}

function isRight({ comments, isCurrent }: Reading): boolean {
  return isCurrent && overviewWork(comments) === undefined;
}

async function carryOut({ doubles, write }: OverviewWork, pullRequest: number, comments: Comments) {
  for (const id of doubles) await comments.remove(id);
  if (write !== undefined) await comments.write({ pullRequest, id: write.id }, write.marker, write.body);
}

function hurried(cancel: AbortSignal, over: AbortSignal | undefined): AbortSignal {
  return over === undefined ? cancel : AbortSignal.any([cancel, over]);
}

/**
 * Longer with each round, and another for each job: its name and the time decide. Who has written once mostly waits for others
 * only, each of whom will write itself: so the later pauses are no shorter than half of the longest.
 */
function pauseMs({ inputs, cancel, since }: Refreshing, { comments }: Reading, round: number): number {
  const stacks = stacksIn(comments);
  if (stacks < 2 || cancel.aborted) return 0;
  const longest = Math.min(PAUSE_MS * stacks * 2 ** round, LONGEST_PAUSE_MS);
  const hash = createHash("sha256")
    .update(`${commentMarker(inputs)} ${since} ${round}`)
    .digest();
  const share = hash.readUInt32BE() / 2 ** 32;
  return Math.round(longest * (round === 0 ? share : (1 + share) / 2));
}
