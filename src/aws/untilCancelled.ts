import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { ActionError } from "../errors.ts";
import { unlessCancelled } from "../unlessCancelled.ts";
import { giveUp } from "./retry.ts";

/**
 * Gives up every call of the client when the job is cancelled, its retries included: seconds are left then, and a call
 * that hangs or waits for its next attempt would take them all. But what has become of an execution should be known, so
 * its caller waits as long as it can. Whoever is told `cancelled` of a call that changes something does not know whether
 * it arrived.
 */
export function untilCancelled(client: CloudFormationClient, cancel: AbortSignal): void {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const name = commandName.replace(/Command$/, "");
        if (name === "ExecuteChangeSet") return next(args);
        const answer = await unlessCancelled(cancel, () => next(args));
        if (answer !== "cancelled") return answer;
        throw new ActionError(`The job was cancelled during ${name}.`, { reasonCode: "cancelled" });
      },
    { step: "initialize", name: "untilCancelled" },
  );
  notTriedAgain(client, cancel);
}

/** A call that was given up goes on by itself in the SDK: its next attempt would begin what nobody wants any more. */
function notTriedAgain(client: CloudFormationClient, cancel: AbortSignal): void {
  client.middlewareStack.add(
    (next) => {
      let failed: unknown;
      return async (args) => {
        if (failed !== undefined && cancel.aborted) throw giveUp(failed);
        try {
          return await next(args);
        } catch (error) {
          failed = error;
          throw error;
        }
      };
    },
    // Made once a call, and inside of the SDK's retries: asked once an attempt.
    { step: "finalizeRequest", priority: "low", name: "notTriedAgain" },
  );
}
