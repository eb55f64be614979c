import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { ActionError } from "../errors.ts";
import { unlessCancelled } from "../unlessCancelled.ts";

/**
 * Gives up every call of the client when the job is cancelled, its retries included: seconds are left then, and a call
 * that hangs or waits for its next attempt would take them all. But what has become of an execution should be known, so
 * its caller waits as long as it can.
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
}
