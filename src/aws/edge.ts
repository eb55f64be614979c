import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { PollClock } from "../poll.ts";

/** Where a line goes when something could not be asked or had to be done in another way. */
export interface NoticeLog {
  debug(line: string): void;
  notice(line: string): void;
}

/** What the functions of this folder need to ask CloudFormation. */
export interface Edge {
  readonly client: CloudFormationClient;
  readonly clock: PollClock;
  readonly log: NoticeLog;
  /** Ends the wait for a change set. */
  readonly cancel: AbortSignal | undefined;
}
