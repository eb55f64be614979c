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
import { decodeRollback } from "./changeSets/rollback.ts";
import { defined, required, time } from "./decode.ts";
import type { Edge } from "./edge.ts";
import { asking, isMissingStack, isRefused, toActionError } from "./errors.ts";
import { mayHaveArrived, tookEffect, withoutEffect } from "./lostAnswer.ts";

type StacksEdge = Pick<Edge, "client" | "clock" | "pace" | "cancel">;

/**
 * Stacks as CloudFormation has them. Every function throws `ServiceError`s.
 * @param explain puts the reasons of failed events into words
 */
export function createStacks(edge: StacksEdge, explain: Explain = (text) => Promise.resolve(text)): Stacks {
  const { client } = edge;
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
        return (await eventPage(client, stackArn)).events;
      }),
    delete: (stackArn, token) => deleteStack(edge, stackArn, token),
    resources: (stackArn) =>
      asking(`list the resources of stack ${stackArn}`, () => listedResources(client, stackArn)),
    setTerminationProtection: (stackName, enabled) => setTerminationProtection(edge, stackName, enabled),
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

async function deleteStack(edge: StacksEdge, stackArn: string, token: string): Promise<void> {
  const { client } = edge;
  try {
    await client.send(new DeleteStackCommand({ StackName: stackArn, ClientRequestToken: token }));
  } catch (error) {
    const { region } = arnParts(stackArn);
    const failure = toActionError(error, `delete stack ${stackArn}`, "CloudFormation", region);
    if (!mayHaveArrived(error)) throw failure;
    const ask = () => hasDeletionBegun(client, stackArn, token);
    if (!(await tookEffect(edge, { failure, what: "it is being deleted", ask })))
      throw withoutEffect(failure);
  }
}

/** `undefined` where nothing shows it. A deletion that has failed by now has left its events. */
async function hasDeletionBegun(
  client: CloudFormationClient,
  stackArn: string,
  token: string,
): Promise<true | undefined> {
  const stack = await describe(client, stackArn);
  if (stack === undefined || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(stack.status)) return true;
  const { events } = await eventPage(client, stackArn);
  return events.some((event) => event.token === token) || undefined;
}

async function setTerminationProtection(
  edge: StacksEdge,
  stackName: string,
  enabled: boolean,
): Promise<void> {
  const { client } = edge;
  try {
    await client.send(
      new UpdateTerminationProtectionCommand({
        StackName: stackName,
        EnableTerminationProtection: enabled,
      }),
    );
  } catch (error) {
    const failure = toActionError(error, `set the termination protection of stack ${stackName}`);
    if (!mayHaveArrived(error)) throw failure;
    const isSet = async () =>
      (await describe(client, stackName))?.terminationProtection === enabled || undefined;
    const what = `it is ${enabled ? "on" : "off"}`;
    if (!(await tookEffect(edge, { failure, what, ask: isSet }))) throw withoutEffect(failure);
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

/** One page of a stack's events, newest first; the first one where none is asked for. */
export async function eventPage(client: CloudFormationClient, stackArn: string, page?: string) {
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
