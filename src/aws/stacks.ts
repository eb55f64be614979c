import {
  type CloudFormationClient,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  type Stack as SdkStack,
  type StackEvent as SdkStackEvent,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import type { StackResource } from "../changes/request.ts";
import type { Stacks } from "../ports/aws.ts";
import { arnParts } from "../stack/console.ts";
import type { Stack, StackEvent } from "../stack/model.ts";
import type { Explain } from "./authorization.ts";
import { defined, required, time } from "./decode.ts";
import { asking, isMissingStack, isRefused, mayHaveArrived, toActionError, untold } from "./errors.ts";
import { decodeRollback } from "./rollback.ts";

/**
 * Stacks as CloudFormation has them. Every function throws `ServiceError`s.
 * @param explain puts the reasons of failed events into words
 */
export function createStacks(
  client: CloudFormationClient,
  explain: Explain = (text) => Promise.resolve(text),
): Stacks {
  return {
    describe: (stack) => asking(`describe stack ${stack}`, () => describe(client, stack)),
    template: (stack) => asking(`read the template of stack ${stack}`, () => template(client, stack)),
    events: (stackArn, isKnown) =>
      asking(`read the events of stack ${stackArn}`, async () =>
        explained(await events(client, stackArn, isKnown), explain),
      ),
    // What failed long ago needs no words: there are few of them a run.
    newestEvents: (stackArn) =>
      asking(`read the newest events of stack ${stackArn}`, async () => {
        return (await eventPage(client, stackArn, undefined)).events;
      }),
    delete: (stackArn, token) =>
      asking(
        `delete stack ${stackArn}`,
        () => deleteStack(client, stackArn, token),
        "CloudFormation",
        arnParts(stackArn).region,
      ),
    resources: (stackArn) =>
      asking(`list the resources of stack ${stackArn}`, () => listedResources(client, stackArn)),
    setTerminationProtection: (stackName, enabled) =>
      asking(`set the termination protection of stack ${stackName}`, async () => {
        await client.send(
          new UpdateTerminationProtectionCommand({
            StackName: stackName,
            EnableTerminationProtection: enabled,
          }),
        );
      }),
  };
}

async function describe(client: CloudFormationClient, stack: string): Promise<Stack | undefined> {
  try {
    const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return found && decodeStack(found);
  } catch (error) {
    if (isMissingStack(error)) return undefined;
    throw error;
  }
}

async function deleteStack(client: CloudFormationClient, stackArn: string, token: string): Promise<void> {
  try {
    await client.send(new DeleteStackCommand({ StackName: stackArn, ClientRequestToken: token }));
  } catch (error) {
    if (!mayHaveArrived(error) || !(await isBeingDeleted(client, stackArn, error))) throw error;
  }
}

/** After a call whose answer is lost. What cannot be told is `unavailable`: the deletion may have begun. */
async function isBeingDeleted(
  client: CloudFormationClient,
  stackArn: string,
  lost: unknown,
): Promise<boolean> {
  try {
    const stack = await describe(client, stackArn);
    return stack === undefined || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(stack.status);
  } catch {
    throw untold(toActionError(lost, `delete stack ${stackArn}`), "it is being deleted");
  }
}

async function template(client: CloudFormationClient, stack: string): Promise<string | undefined> {
  try {
    const command = new GetTemplateCommand({ StackName: stack, TemplateStage: "Original" });
    const { TemplateBody: body } = await client.send(command);
    // Every template has resources: an empty one is none.
    return body === undefined || /^\s*(\{\s*\})?\s*$/.test(body) ? undefined : body;
  } catch (error) {
    if (isMissingStack(error) || (isRefused(error) && (await isShell(client, stack)))) return undefined;
    throw error;
  }
}

/** A shell in REVIEW_IN_PROGRESS has no template; what GetTemplate says then is documented nowhere. */
async function isShell(client: CloudFormationClient, stack: string): Promise<boolean> {
  return (await describe(client, stack))?.status === "REVIEW_IN_PROGRESS";
}

async function events(
  client: CloudFormationClient,
  stackArn: string,
  isKnown: (event: StackEvent) => boolean,
): Promise<readonly StackEvent[]> {
  const found: StackEvent[] = [];
  let page: string | undefined;
  do {
    const { events: listed, next } = await eventPage(client, stackArn, page);
    for (const event of listed) {
      if (isKnown(event)) return found;
      found.push(event);
    }
    page = next;
  } while (page !== undefined);
  return found;
}

async function eventPage(client: CloudFormationClient, stackArn: string, page: string | undefined) {
  const command = new DescribeStackEventsCommand({ StackName: stackArn, ...defined({ NextToken: page }) });
  const { StackEvents: listed = [], NextToken: next } = await client.send(command);
  return { events: listed.map(decodeEvent), next };
}

/** The oldest first: it is the cause of the others, and not every message is decoded. */
async function explained(
  newestFirst: readonly StackEvent[],
  explain: Explain,
): Promise<readonly StackEvent[]> {
  const told: StackEvent[] = [];
  for (const event of newestFirst.toReversed())
    told.push(event.reason === undefined ? event : { ...event, reason: await explain(event.reason) });
  return told.toReversed();
}

/**
 * All pages of a stack's resources.
 * @param persist how each page is asked for
 */
export async function listedResources(
  client: CloudFormationClient,
  stackArn: string,
  persist: <T>(ask: () => Promise<T>) => Promise<T> = (ask) => ask(),
): Promise<readonly StackResource[]> {
  const found: StackResource[] = [];
  let page: string | undefined;
  do {
    const command = new ListStackResourcesCommand({ StackName: stackArn, ...defined({ NextToken: page }) });
    const answer = await persist(() => client.send(command));
    for (const resource of answer.StackResourceSummaries ?? []) {
      found.push({
        logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
        type: required(resource.ResourceType, "ResourceType"),
        status: required(resource.ResourceStatus, "ResourceStatus"),
        ...defined({
          physicalId: resource.PhysicalResourceId,
          reason: resource.ResourceStatusReason,
          driftStatus: resource.DriftInformation?.StackResourceDriftStatus,
        }),
      });
    }
    page = answer.NextToken;
  } while (page !== undefined);
  return found;
}

function decodeStack(stack: SdkStack): Stack {
  return {
    arn: required(stack.StackId, "StackId"),
    name: required(stack.StackName, "StackName"),
    status: required(stack.StackStatus, "StackStatus"),
    parameters: (stack.Parameters ?? []).map((parameter) => ({
      name: required(parameter.ParameterKey, "ParameterKey"),
      value: parameter.ParameterValue ?? "",
      ...defined({ resolved: parameter.ResolvedValue }),
    })),
    tags: Object.fromEntries((stack.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
    outputs: (stack.Outputs ?? []).map((output) => ({
      key: required(output.OutputKey, "OutputKey"),
      value: output.OutputValue ?? "",
      ...defined({ description: output.Description, exportName: output.ExportName }),
    })),
    capabilities: stack.Capabilities ?? [],
    notificationArns: stack.NotificationARNs ?? [],
    terminationProtection: stack.EnableTerminationProtection ?? false,
    createdAt: time(stack.CreationTime, "CreationTime"),
    ...defined({
      statusReason: stack.StackStatusReason,
      roleArn: stack.RoleARN,
      rollback: decodeRollback(stack.RollbackConfiguration),
      changeSetArn: stack.ChangeSetId,
      updatedAt: stack.LastUpdatedTime?.getTime(),
    }),
  };
}

function decodeEvent(event: SdkStackEvent): StackEvent {
  return {
    id: required(event.EventId, "EventId"),
    stackArn: required(event.StackId, "StackId"),
    stackName: required(event.StackName, "StackName"),
    logicalId: event.LogicalResourceId ?? "",
    type: event.ResourceType ?? "",
    at: time(event.Timestamp, "Timestamp"),
    status: event.ResourceStatus ?? "",
    ...defined({
      physicalId: event.PhysicalResourceId,
      reason: event.ResourceStatusReason,
      token: event.ClientRequestToken,
      operationId: event.OperationId,
      detailedStatus: event.DetailedStatus,
      hook: event.HookType === undefined ? undefined : decodeHook(event, event.HookType),
    }),
  };
}

function decodeHook(event: SdkStackEvent, type: string): NonNullable<StackEvent["hook"]> {
  return {
    type,
    status: event.HookStatus ?? "",
    ...defined({ reason: event.HookStatusReason, failureMode: event.HookFailureMode }),
  };
}
