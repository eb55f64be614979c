import { validationError } from "../../aws/errors.ts";
import { text, texts } from "../../aws/query.ts";
import { requireStack } from "../world.ts";
import { requireChangeSet } from "./change-sets.ts";
import { type Handler, page, required } from "./input.ts";
import {
  description,
  eventDetail,
  identity,
  lastOperations,
  resourceDetail,
  shownStatuses,
  stackDetail,
} from "./stack-shape.ts";

export const describeStacks: Handler = (world, params) => {
  const name = text(params, "StackName");
  const stacks =
    name === undefined
      ? world.stacks.filter(({ status }) => status !== "DELETE_COMPLETE")
      : [requireStack(world, name)];
  const { items, NextToken } = page(stacks, params, world.pageSize);
  return { Stacks: items.map((stack) => stackDetail(world, stack)), NextToken };
};

export const listStacks: Handler = (world, params) => {
  const filter = texts(params, "StackStatusFilter");
  const stacks = world.stacks
    .filter(({ status }) => filter.length === 0 || filter.includes(status))
    .toReversed();
  const { items, NextToken } = page(stacks, params, world.pageSize);
  return {
    StackSummaries: items.map((stack) => ({
      ...identity(stack),
      TemplateDescription: description(stack),
      StackStatus: stack.status,
      StackStatusReason: stack.statusReason,
      ParentId: stack.parentId,
      RootId: stack.rootId,
      LastOperations: lastOperations(stack),
    })),
    NextToken,
  };
};

export const describeStackEvents: Handler = (world, params) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  const { items, NextToken } = page(stack.events.toReversed(), params, world.pageSize);
  return { StackEvents: items.map(eventDetail), NextToken };
};

export const describeStackResources: Handler = (world, params) => {
  const stack = requireStack(world, required(params, "StackName"));
  const logicalId = text(params, "LogicalResourceId");
  const found = shownStatuses(stack).filter(
    (status) => logicalId === undefined || status.logicalId === logicalId,
  );
  if (logicalId !== undefined && found.length === 0) {
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  }
  return {
    StackResources: found.map((status) => ({
      StackName: stack.name,
      StackId: stack.id,
      ...resourceDetail(stack, status),
      Timestamp: new Date(status.at),
    })),
  };
};

export const listStackResources: Handler = (world, params) => {
  const stack = requireStack(world, required(params, "StackName"));
  const { items, NextToken } = page(shownStatuses(stack), params, world.pageSize);
  return {
    StackResourceSummaries: items.map((status) => ({
      ...resourceDetail(stack, status),
      LastUpdatedTimestamp: new Date(status.at),
    })),
    NextToken,
  };
};

export const getTemplate: Handler = (world, params) => {
  const stages = ["Original", "Processed"];
  if (text(params, "ChangeSetName") !== undefined) {
    const { body } = requireChangeSet(world, params).definition;
    return { TemplateBody: withoutLetters(body), StagesAvailable: stages };
  }
  const stack = requireStack(world, required(params, "StackName"));
  return { TemplateBody: withoutLetters(stack.definition?.body ?? ""), StagesAvailable: stages };
};

/** AWS gives a `?` for each character beyond ASCII: aws-cloudformation/cloudformation-coverage-roadmap#1220. */
function withoutLetters(body: string): string {
  return body.replaceAll(/[^\p{ASCII}]/gu, "?");
}
