import { ActionError } from "../../errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Comments, StickyComment, UpsertedComment } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { commentMarker, readHistory, renderComment } from "../../report/comment.ts";
import { rawLine, readLine } from "../../report/overviewLine.ts";
import type { HistoryEntry, ReportView } from "../../report/view.ts";
import type { StackJob } from "../job.ts";
import { refreshOverview } from "./overview.ts";
import { unlessInterrupted } from "./unlessInterrupted.ts";

export interface PublishPorts {
  /** Absent without a token: then everything is in the job summary only. */
  readonly comments: Comments | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a pull request is told. */
export interface Message {
  readonly pullRequest: number;
  readonly view: ReportView;
  /** A line for the comment's history, where this state is worth one. */
  readonly entry?: HistoryEntry;
  /** Nothing is said where this does not hold: there is no comment yet, or there is one. */
  readonly only?: "where there is none" | "where there is one";
}

/** Who tells it. */
type Teller = Pick<StackJob, "inputs" | "cancel">;

/**
 * Brings the stack's one comment on a pull request up to date, and the overview with it. It never fails a run: what cannot
 * be written is said in the log, and the job summary has everything.
 */
export async function publishComment(
  teller: Teller,
  message: Message,
  ports: PublishPorts,
): Promise<StickyComment | undefined> {
  const since = ports.clock.now();
  const written = await tryWriting(teller, message, ports);
  if (written === undefined) return undefined;
  await refreshOverview({ ...teller, since }, message.pullRequest, written.comment, ports);
  return written.comment;
}

async function tryWriting(
  { inputs }: Teller,
  message: Message,
  { comments, log }: PublishPorts,
): Promise<WrittenComment | undefined> {
  if (comments === undefined) return undefined;
  try {
    return await unlessInterrupted(() => writeComment(inputs, message, comments));
  } catch (error) {
    log.warning(
      `The comment on #${message.pullRequest} could not be written: ${messageOf(error)} The job summary has it all.`,
    );
    return undefined;
  }
}

interface WrittenComment {
  readonly comment: UpsertedComment;
  /** Whether it says another thing in the overview than before. */
  readonly isNews: boolean;
}

/** Writes the stack's comment alone; `undefined` where there is none and none is made. */
export async function writeComment(
  inputs: Inputs,
  { pullRequest, view, entry, only }: Message,
  comments: Comments,
): Promise<WrittenComment | undefined> {
  if (inputs.comment === "never") return undefined;
  const marker = commentMarker(inputs);
  let isNews = false;
  const render = (present: string | undefined): string | undefined => {
    if (only !== undefined && only !== (present === undefined ? "where there is none" : "where there is one"))
      return undefined;
    // `changes`: a comment that exists is kept true, a new one is made only for something to see.
    if (present === undefined && inputs.comment === "changes" && view.state.kind === "no-changes")
      return undefined;
    // What a deploy came to stays, with its outputs: the same commit deployed once more has nothing to add.
    if (view.state.kind === "no-changes" && readLine(present ?? "")?.state === "deployed") return undefined;
    const earlier = present === undefined ? [] : readHistory(present);
    const history = entry === undefined ? earlier : [entry, ...earlier];
    const body = renderComment({ ...view, history }, marker);
    isNews = present === undefined || rawLine(present) !== rawLine(body);
    return body;
  };
  const comment = await comments.upsert(pullRequest, marker, render);
  return comment && { comment, isNews };
}

const BETWEEN_EDITS_MS = 15_000;

/** Comments that follow a deploy. */
export interface ProgressComments {
  /** Tells the pull requests how far it is, unless they were told less than 15 s ago. */
  tell(pullRequests: readonly number[], view: ReportView): Promise<void>;
  /** Ends when no edit is under way any more: after it, none can overwrite what is written next. */
  settled(): Promise<void>;
}

/**
 * Edits are at least 15 s apart (GitHub limits how much content a token makes), and none can fail the deploy. The overview
 * is told only that the deploy has begun: how far it is makes no other line.
 */
export function progressComments(teller: Teller, ports: PublishPorts): ProgressComments {
  let last = Number.NEGATIVE_INFINITY;
  let pending: Promise<unknown> = Promise.resolve();
  const over = new AbortController();
  const tellOne = async (pullRequest: number, view: ReportView) => {
    const since = ports.clock.now();
    const written = await tryWriting(teller, { pullRequest, view }, ports);
    // Beside it: the watch waits for the comment when the operation ends, and what comes then refreshes the overview, too.
    return written?.isNews
      ? () => refreshOverview({ ...teller, since, over: over.signal }, pullRequest, written.comment, ports)
      : undefined;
  };
  return {
    async tell(pullRequests, view) {
      if (ports.clock.now() - last < BETWEEN_EDITS_MS) return;
      last = ports.clock.now();
      const told = Promise.all(pullRequests.map((pullRequest) => tellOne(pullRequest, view)));
      const earlier = pending;
      pending = told.then((refreshes) => Promise.all([earlier, ...refreshes.map((refresh) => refresh?.())]));
      await told;
    },
    async settled() {
      over.abort();
      await pending;
    },
  };
}

function messageOf(error: unknown): string {
  if (error instanceof ActionError) return [error.message, error.hint ?? ""].join(" ").trim();
  return error instanceof Error ? error.message : String(error);
}
