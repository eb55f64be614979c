import { ActionError } from "../../errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Comments, StickyComment } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { commentMarker, readHistory, renderComment } from "../../report/comment.ts";
import type { HistoryEntry, ReportView } from "../../report/view.ts";

export interface PublishPorts {
  /** Absent without a token: then everything is in the job summary only. */
  readonly comments: Comments | undefined;
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

/**
 * Brings the stack's one comment on a pull request up to date. It never fails a run: what cannot be written is said
 * in the log, and the job summary has everything.
 */
export async function publishComment(
  inputs: Inputs,
  { pullRequest, view, entry, only }: Message,
  ports: PublishPorts,
): Promise<StickyComment | undefined> {
  const { comment } = inputs;
  if (comment === "never" || ports.comments === undefined) return undefined;
  const marker = commentMarker(inputs);
  const render = (present: string | undefined): string | undefined => {
    if (only !== undefined && only !== (present === undefined ? "where there is none" : "where there is one"))
      return undefined;
    // `changes`: a comment that exists is kept true, a new one is made only for something to see.
    if (present === undefined && comment === "changes" && view.state.kind === "no-changes") return undefined;
    const earlier = present === undefined ? [] : readHistory(present);
    return renderComment({ ...view, history: entry === undefined ? earlier : [entry, ...earlier] }, marker);
  };
  const { comments } = ports;
  try {
    return await unlessInterrupted(() => comments.upsert(pullRequest, marker, render));
  } catch (error) {
    ports.log.warning(
      `The comment on #${pullRequest} could not be written: ${messageOf(error)} The job summary has it all.`,
    );
    return undefined;
  }
}

/** The cancellation ends what is being asked when it comes. What is asked after it gets a moment: these are last words. */
async function unlessInterrupted<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "cancelled") throw error;
    return write();
  }
}

const BETWEEN_EDITS_MS = 15_000;

/** Comments that follow a deploy. */
export interface ProgressComments {
  /** Tells the pull requests how far it is, unless they were told less than 15 s ago. */
  tell(pullRequests: readonly number[], view: ReportView): Promise<void>;
  /** Ends when no edit is under way any more: after it, none can overwrite what is written next. */
  settled(): Promise<void>;
}

/** Edits are at least 15 s apart (GitHub limits how much content a token makes), and none can fail the deploy. */
export function progressComments(
  inputs: Inputs,
  ports: PublishPorts & { readonly clock: Clock },
): ProgressComments {
  let last = Number.NEGATIVE_INFINITY;
  let pending: Promise<unknown> = Promise.resolve();
  return {
    async tell(pullRequests, view) {
      if (ports.clock.now() - last < BETWEEN_EDITS_MS) return;
      last = ports.clock.now();
      pending = Promise.all(
        pullRequests.map((pullRequest) => publishComment(inputs, { pullRequest, view }, ports)),
      );
      await pending;
    },
    async settled() {
      await pending;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
