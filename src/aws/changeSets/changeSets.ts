import { randomUUID } from "node:crypto";
import { ExecuteChangeSetCommand } from "@aws-sdk/client-cloudformation";
import type { ExecuteRequest } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { ChangeSets } from "../../ports/aws.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import { defined } from "../decode.ts";
import type { Edge } from "../edge.ts";
import {
  asking,
  isMissingChangeSet,
  isTokenTaken,
  isWrongChangeSetState,
  mayHaveArrived,
  toActionError,
  untold,
} from "../errors.ts";
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
    if (isMissingChangeSet(error)) throw outdated(request, error);
    if (isStateRefusal(error)) return stateAfter(edge, request, error);
    if (!mayHaveArrived(error)) throw error;
    return afterLoss(edge, request, error);
  }
}

/** The token is of this very change set: whoever sent it before has executed it, if with another option. */
function isStateRefusal(error: unknown): boolean {
  return isWrongChangeSetState(error) || isTokenTaken(error);
}

/** Also what a retry gets whose first answer was lost: the change set's own state tells. */
async function stateAfter(edge: Edge, request: ExecuteRequest, error: unknown): Promise<"already-started"> {
  if (await hasBegun(edge, request, failureOf(request, error))) return "already-started";
  throw outdated(request, error);
}

/** After a call whose answer is lost. */
async function afterLoss(edge: Edge, request: ExecuteRequest, error: unknown): Promise<"already-started"> {
  const failure = failureOf(request, error);
  const { message, reasonCode, hint } = failure;
  if (await hasBegun(edge, request, failure)) return "already-started";
  // AWS has said that nothing has begun: the same call may be made again.
  if (failure instanceof ServiceError && failure.trouble === "throttled") throw failure;
  // No `ServiceError`, which would leave that open.
  throw new ActionError(message, { reasonCode, cause: error, ...defined({ hint }) });
}

function failureOf({ changeSetArn }: ExecuteRequest, error: unknown): ActionError {
  return toActionError(error, `execute change set ${changeSetArn}`);
}

/** Whether the operation has begun although the call failed. What cannot be told is `unavailable`: it may have. */
async function hasBegun(
  edge: Edge,
  { changeSetArn: arn, stackArn: stack }: ExecuteRequest,
  failure: ActionError,
): Promise<boolean> {
  try {
    const { ExecutionStatus: state } = await describePlain(edge.client, { arn, stack });
    return state?.startsWith("EXECUTE_") === true;
  } catch {
    throw untold(failure, "it is being executed");
  }
}

function outdated(request: ExecuteRequest, cause: unknown): ActionError {
  return new ActionError(
    `Change set ${request.changeSetArn} can no longer be executed: the stack was changed since.`,
    {
      reasonCode: "stale-review",
      hint: "Run the preview again and review what it shows.",
      cause,
    },
  );
}
