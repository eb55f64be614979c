import { randomUUID } from "node:crypto";
import { ExecuteChangeSetCommand } from "@aws-sdk/client-cloudformation";
import type { ExecuteRequest } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { ChangeSets } from "../../ports/aws.ts";
import { defined } from "../decode.ts";
import type { Edge } from "../edge.ts";
import { asking, isMissingChangeSet, isTokenTaken, isWrongChangeSetState, toActionError } from "../errors.ts";
import { mayHaveArrived, tookEffect, withoutEffect } from "../lostAnswer.ts";
import { eventPage } from "../stacks.ts";
import { deleteChangeSet, listChangeSets } from "./changeSetList.ts";
import { changeSetTemplate, unlessGone } from "./changeSetName.ts";
import { createChangeSet } from "./createChangeSet.ts";
import { describeChangeSet, describePlain } from "./describeChangeSet.ts";
import { settle } from "./settleChangeSet.ts";

/**
 * Change sets as CloudFormation has them. Every function throws `ServiceError`s; `prepare` throws `cancelled` when
 * `cancel` aborts while CloudFormation makes the change set.
 */
export function createChangeSets(edge: Edge): ChangeSets {
  const { client } = edge;
  const ours = randomUUID();
  return {
    prepare: (request) =>
      asking(`create change set ${request.name} of stack ${request.stackName}`, async () =>
        settle(edge, { arn: await createChangeSet(edge, request, ours), stack: request.stackName }),
      ),
    describe: (arn, stack) =>
      asking(`describe change set ${arn}`, () => unlessGone(() => describeChangeSet(edge, { arn, stack }))),
    template: (arn, stack) =>
      asking(`read the template of change set ${arn}`, () => changeSetTemplate(client, { arn, stack })),
    list: (stackName) =>
      asking(`list the change sets of stack ${stackName}`, () => listChangeSets(client, stackName)),
    delete: (arn, stack) => asking(`delete change set ${arn}`, () => deleteChangeSet(client, { arn, stack })),
    execute: (request) => asking(`execute change set ${request.changeSetArn}`, () => execute(edge, request)),
  };
}

async function execute(edge: Edge, request: ExecuteRequest): Promise<"started" | "already-started"> {
  const command = new ExecuteChangeSetCommand({
    ChangeSetName: request.changeSetArn,
    StackName: request.stackArn,
    ClientRequestToken: request.token,
    // Said explicitly where it may be: the documentation contradicts itself on the default.
    ...defined({ DisableRollback: request.disableRollback }),
  });
  try {
    await edge.client.send(command);
    return "started";
  } catch (error) {
    return failedCall(edge, request, error);
  }
}

/** What became of an execution that was asked for in vain, as far as anybody knows. */
async function failedCall(edge: Edge, request: ExecuteRequest, error: unknown): Promise<"already-started"> {
  const isLost = mayHaveArrived(error);
  const isOutdated = isMissingChangeSet(error) || isStateRefusal(error);
  if (isMissingChangeSet(error) && !isLost) throw outdated(request, error);
  if (!isLost && !isOutdated) throw error;
  const failure = toActionError(error, `execute change set ${request.changeSetArn}`);
  const ask = () => hasBegun(edge, request);
  if (await tookEffect(edge, { failure, what: "it is being executed", ask })) return "already-started";
  throw isOutdated ? outdated(request, error) : withoutEffect(failure);
}

/**
 * The token is of this very change set: whoever sent it before has executed it, if with another option. It is also what a
 * retry gets whose first answer was lost: the change set's own state tells.
 */
function isStateRefusal(error: unknown): boolean {
  return isWrongChangeSetState(error) || isTokenTaken(error);
}

/** Whether the operation has begun although the call failed; `undefined` where its change set stands as if it had not. */
async function hasBegun(
  { client }: Edge,
  { changeSetArn: arn, stackArn: stack, token }: ExecuteRequest,
): Promise<boolean | undefined> {
  const set = await unlessGone(() => describePlain(client, { arn, stack }));
  // It may have gone with a stack whose creation has failed and that is deleted: the events stay.
  if (set === undefined)
    return (await eventPage(client, stack)).events.some((event) => event.token === token);
  const { ExecutionStatus: state = "AVAILABLE" } = set;
  return state === "AVAILABLE" ? undefined : state.startsWith("EXECUTE_");
}

function outdated(request: ExecuteRequest, cause: unknown): ActionError {
  return new ActionError(
    `Change set ${request.changeSetArn} can no longer be executed: the stack was changed since.`,
    {
      reasonCode: "stale-review",
      hint: "Run this job again: it looks at the stack anew.",
      cause,
    },
  );
}
