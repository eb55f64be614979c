import {
  type CloudFormationClient,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { ActionError } from "../errors.ts";
import type { PollClock } from "../poll.ts";
import type { ChangeSetRequest, ExecuteRequest } from "../stack/request.ts";
import { deleteChangeSet, listChangeSets } from "./changeSetList.ts";
import { createChangeSet } from "./createChangeSet.ts";
import { defined, required } from "./decode.ts";
import { describeChangeSet, describePlain } from "./describeChangeSet.ts";
import type { Edge, NoticeLog } from "./edge.ts";
import { asking, isMissingChangeSet, isMissingStack, isWrongChangeSetState } from "./errors.ts";
import { settle } from "./settleChangeSet.ts";

/**
 * Change sets as CloudFormation has them. Every function throws `ServiceError`s; `prepare` throws `cancelled` when
 * `cancel` aborts while CloudFormation makes the change set.
 */
export function createChangeSets(
  client: CloudFormationClient,
  clock: PollClock,
  log: NoticeLog = SILENT,
  cancel?: AbortSignal,
) {
  const edge: Edge = { client, clock, log, cancel };
  return {
    /** Creates, polls until it settles, and describes it with values (cloudformation.md, "Change sets"). */
    prepare: (request: ChangeSetRequest) =>
      asking(`create change set ${request.name} of stack ${request.stackName}`, async () =>
        settle(edge, await createChangeSet(edge, request)),
      ),
    /** `undefined` when it does not exist (any more). */
    describe: (arn: string) =>
      asking(`describe change set ${arn}`, () => unlessGone(() => describeChangeSet(edge, arn))),
    /** The template that it was made with, as it was sent; `undefined` when it does not exist (any more). */
    template: (arn: string) =>
      asking(`read the template of change set ${arn}`, () =>
        unlessGone(async () => {
          const command = new GetTemplateCommand({ ChangeSetName: arn, TemplateStage: "Original" });
          return required((await client.send(command)).TemplateBody, "TemplateBody");
        }),
      ),
    /** Empty when there is no stack. */
    list: (stackName: string) =>
      asking(`list the change sets of stack ${stackName}`, () => listChangeSets(client, stackName)),
    /** No error when it is gone already. */
    delete: (arn: string) => asking(`delete change set ${arn}`, () => deleteChangeSet(client, arn)),
    /** Starts the execution; `already-started` when this change set was executed or is being executed. */
    execute: (request: ExecuteRequest) =>
      asking(`execute change set ${request.changeSetArn}`, () => execute(edge, request)),
  };
}

const SILENT: NoticeLog = { debug: () => undefined, notice: () => undefined };

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isMissingChangeSet(error) || isMissingStack(error)) return undefined;
    throw error;
  }
}

async function execute(edge: Edge, request: ExecuteRequest): Promise<"started" | "already-started"> {
  const command = new ExecuteChangeSetCommand({
    ChangeSetName: request.changeSetArn,
    ClientRequestToken: request.token,
    // Said explicitly where it may be: the documentation contradicts itself on the default.
    ...defined({ DisableRollback: request.disableRollback }),
  });
  try {
    await edge.client.send(command);
    return "started";
  } catch (error) {
    if (!isWrongChangeSetState(error)) throw notExecutable(error, request);
    // Also what a retry gets whose first answer was lost: the change set's own state tells.
    const { ExecutionStatus: state } = await describePlain(edge.client, request.changeSetArn);
    if (state?.startsWith("EXECUTE_")) return "already-started";
    throw outdated(request, error);
  }
}

function notExecutable(error: unknown, request: ExecuteRequest): unknown {
  return isMissingChangeSet(error) ? outdated(request, error) : error;
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
