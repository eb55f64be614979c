import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { Pace } from "../ports/aws.ts";
import type { Clock, Log } from "../ports/local.ts";

/** Where a line goes when something could not be asked or had to be done in another way. */
export type NoticeLog = Pick<Log, "debug" | "notice">;

/** What the functions of this folder need to ask CloudFormation. */
export interface Edge {
  readonly client: CloudFormationClient;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: NoticeLog;
  /** Ends the wait for a change set. */
  readonly cancel: AbortSignal | undefined;
}
