import type { Digest } from "../../changes/digest.ts";
import { type DeployMark, encodeMark } from "../../changes/review/mark.ts";
import { ActionError } from "../../errors.ts";
import type { CheckRun, Checks } from "../../ports/github.ts";
import type { Log } from "../../ports/local.ts";
import { arnParts } from "../../stack/console.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";

interface MarkPorts {
  readonly checks: Checks | undefined;
  readonly log: Log;
}

/** What this deploy leaves on its commit, in its own check run. */
export interface OwnMark {
  /** Says, before it executes, that it has decided to. Throws where that cannot be written and a review is needed. */
  begin(proposal: Proposal): Promise<void>;
  /** Takes that back: nothing was executed after all. */
  undo(): void;
  /** The check run's external id at the end: what has begun stays so, whatever came of it. */
  ended(about: Marked | undefined, state: DeployMark["state"] | undefined): string;
}

/** What is marked: changes to a stack. Their digest is for those who read the mark, and may not be known. */
interface Marked {
  readonly stackArn: string;
  readonly digest: Pick<Digest, "digest"> | undefined;
}

/** @param needed whether a review is needed: if not, GitHub need not be there at all */
export function ownMark(
  job: StackJob,
  check: CheckRun | undefined,
  ports: MarkPorts,
  needed: boolean,
): OwnMark {
  let begun: string | undefined;
  const markOf = (state: DeployMark["state"], { stackArn, digest }: Marked) =>
    encodeMark({ state, account: arnParts(stackArn).account, digest: digest?.digest ?? "unknown" });
  return {
    async begin(proposal) {
      if (check === undefined || ports.checks === undefined) return;
      const mark = markOf("begun", proposal);
      // Taken as written before it is: a reply that is lost must not hide it.
      begun = mark;
      try {
        await ports.checks.update(check.id, {
          externalId: mark,
          status: "in_progress",
          title: "Executing",
          summary: `It is decided: [this run](${job.run.url}) executes.`,
          annotations: [],
        });
      } catch (error) {
        if (!(error instanceof ActionError) || needed) throw error;
        ports.log.warning(`The check run could not be marked: ${error.message}`);
      }
    },
    undo() {
      begun = undefined;
    },
    ended: (about, state) =>
      state !== undefined && about !== undefined ? markOf(state, about) : (begun ?? ""),
  };
}
