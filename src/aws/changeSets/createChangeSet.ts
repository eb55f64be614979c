import { createHash } from "node:crypto";
import {
  type Capability,
  CreateChangeSetCommand,
  type CreateChangeSetInput,
  DescribeChangeSetCommand,
} from "@aws-sdk/client-cloudformation";
import { type ChangeSetRequest, DESCRIPTION_PREFIX } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import { isMasked } from "../../template/parameters/declarations.ts";
import { defined, required } from "../decode.ts";
import type { Edge } from "../edge.ts";
import { isLimitReached, isMissingChangeSet, isNameTaken, isTokenTaken } from "../errors.ts";
import { deleteChangeSet, listChangeSets } from "./changeSetList.ts";
import { changeSetTemplate } from "./changeSetName.ts";
import type { Page } from "./describeChangeSet.ts";
import { encodeRollback } from "./rollback.ts";

/** Names to try: the one asked for, and with `-2` … `-5` where somebody else's change set has it. */
const NAMES_TRIED = 5;

/** Of CloudFormation's 1,024 characters, with room for what is ours. */
const MOST_DESCRIPTION = 900;

/**
 * Asks for a change set and answers its ARN. A name that is taken is no obstacle: a change set that this very request
 * made (its answer was lost) is adopted, our own failed leftover is deleted, anybody else's is left alone and another
 * name taken. Throws what the SDK throws, and an `ActionError` when the stack can hold no more change sets.
 * @param ours what only this process knows, and puts into the description: whoever may make change sets knows the name and the
 * words that a run will take, and DescribeChangeSet does not tell all that one was made with (its service role, for one)
 */
export async function createChangeSet(edge: Edge, request: ChangeSetRequest, ours: string): Promise<string> {
  const description = `${request.description.slice(0, MOST_DESCRIPTION)} (${ours})`;
  for (let number = 1; ; number++) {
    const named = {
      ...{ ...request, description },
      name: number === 1 ? request.name : `${request.name.slice(0, 125)}-${number}`,
    };
    try {
      return await create(edge, named);
    } catch (error) {
      // A token that is taken: the same request was made before, and its answer lost.
      if (!isNameTaken(error) && !isTokenTaken(error)) throw error;
      const adopted = await resolveConflict(edge, named);
      if (adopted !== undefined) return adopted;
      if (number === NAMES_TRIED) throw error;
    }
  }
}

async function create(edge: Edge, request: ChangeSetRequest): Promise<string> {
  const send = async () => {
    const answer = await edge.client.send(new CreateChangeSetCommand(inputOf(request)));
    return required(answer.Id, "Id");
  };
  try {
    return await send();
  } catch (error) {
    if (!isLimitReached(error)) throw error;
    const deleted = await deleteLeftovers(edge, request.stackName);
    if (deleted > 0) return await send();
    throw new ActionError(
      `Stack ${request.stackName} has as many change sets as it can hold, and none is a leftover of this action.`,
      {
        reasonCode: "error",
        hint: `Delete some of them:\naws cloudformation list-change-sets --region <region> --stack-name ${request.stackName}\naws cloudformation delete-change-set --region <region> --change-set-name <ChangeSetId>`,
        cause: error,
      },
    );
  }
}

/** The change set that has the name: its ARN if this request made it, `undefined` if another name must be tried. */
async function resolveConflict(edge: Edge, request: ChangeSetRequest): Promise<string | undefined> {
  const present = await find(edge, request);
  if (present === undefined) return undefined;
  const arn = required(present.ChangeSetId, "ChangeSetId");
  // The description holds what only this process knows.
  if (present.Description !== request.description) return undefined;
  if (present.Status !== "FAILED" && (await isSameContent(edge, request, present))) return arn;
  edge.log.debug(`Change set ${request.name} is a leftover of this run: deleting it.`);
  await deleteChangeSet(edge.client, { arn, stack: request.stackName });
  return create(edge, request);
}

async function find(edge: Edge, request: ChangeSetRequest): Promise<Page | undefined> {
  const command = new DescribeChangeSetCommand({ ChangeSetName: request.name, StackName: request.stackName });
  try {
    return await edge.client.send(command);
  } catch (error) {
    if (isMissingChangeSet(error)) return undefined;
    throw error;
  }
}

async function isSameContent(edge: Edge, request: ChangeSetRequest, present: Page): Promise<boolean> {
  const set = { arn: required(present.ChangeSetId, "ChangeSetId"), stack: request.stackName };
  const body = await changeSetTemplate(edge.client, set);
  const values = new Map((present.Parameters ?? []).map((one) => [one.ParameterKey, one.ParameterValue]));
  // NoEcho values read `****`: they cannot be compared.
  const same = request.parameters.every(({ name, value }) => {
    const held = values.get(name);
    return value === undefined || held === value || isMasked(held ?? "");
  });
  return same && body === request.templateBody;
}

/** Deletes this action's own change sets of the stack that can never be executed; answers how many. */
async function deleteLeftovers(edge: Edge, stackName: string): Promise<number> {
  const useless = (await listChangeSets(edge.client, stackName)).filter(
    ({ description, status, executionStatus }) =>
      description.startsWith(DESCRIPTION_PREFIX) && (status === "FAILED" || executionStatus === "OBSOLETE"),
  );
  if (useless.length === 0) return 0;
  edge.log.notice(
    `Stack ${stackName} holds no more change sets: deleting ${useless.length} leftovers of this action.`,
  );
  // One after the other: the limit is reached at about a thousand, and deletions are throttled like any call.
  for (const { arn } of useless) await deleteChangeSet(edge.client, { arn, stack: stackName });
  return useless.length;
}

function inputOf(request: ChangeSetRequest): CreateChangeSetInput {
  const revert = request.deploymentMode === "revert-drift";
  const input: CreateChangeSetInput = {
    StackName: request.stackName,
    ChangeSetName: request.name,
    ChangeSetType: request.type,
    Description: request.description,
    ...(request.templateUrl === undefined
      ? { TemplateBody: request.templateBody }
      : { TemplateURL: request.templateUrl }),
    Parameters: request.parameters.map(({ name, value }) =>
      value === undefined
        ? { ParameterKey: name, UsePreviousValue: true }
        : { ParameterKey: name, ParameterValue: value },
    ),
    // The SDK's type is a list of today's capabilities; AWS says what it does not know.
    Capabilities: request.capabilities as Capability[],
    ...defined({
      RoleARN: request.roleArn,
      NotificationARNs: request.notificationArns?.slice(),
      RollbackConfiguration: request.rollback && encodeRollback(request.rollback),
      // Absent keeps the stack's tags, an empty list takes them away.
      Tags: request.tags && Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
      ImportExistingResources: request.importExistingResources ? true : undefined,
      // REVERT_DRIFT takes no IncludeNestedStacks, not even `false`.
      DeploymentMode: revert ? ("REVERT_DRIFT" as const) : undefined,
      IncludeNestedStacks: revert ? undefined : request.includeNestedStacks,
      // Only `delete` is said here: the others are ExecuteChangeSet's DisableRollback, and both together are refused.
      OnStackFailure:
        request.onFailure === "delete" && request.type === "CREATE" ? ("DELETE" as const) : undefined,
    }),
  };
  return { ...input, ClientToken: tokenOf(input) };
}

/** The same request has the same token, so that a retry after a lost answer makes no second change set. */
function tokenOf(input: CreateChangeSetInput): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}
