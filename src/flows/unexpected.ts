import { ActionError } from "../errors.ts";
import type { Log } from "../ports/local.ts";

/** Where an error of our own happened, for a run with debug logging. */
export function logStack(error: unknown, log: Pick<Log, "debug">): void {
  if (error instanceof ActionError) return;
  log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
