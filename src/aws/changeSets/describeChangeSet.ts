import {
  type Change,
  type CloudFormationClient,
  DescribeChangeSetCommand,
  type DescribeChangeSetOutput,
} from "@aws-sdk/client-cloudformation";
import type { ChangeSet, ResourceChange } from "../../changes/model.ts";
import { defined, required } from "../decode.ts";
import type { Edge } from "../edge.ts";
import { type NamedChangeSet, naming } from "./changeSetName.ts";
import { decodeChange } from "./decodeChange.ts";
import { decodeRollback } from "./rollback.ts";

/** One page of a description, as AWS gives it. */
export type Page = DescribeChangeSetOutput;

/**
 * A change set with all its pages, its property values and its nested change sets. `first` is its first page without
 * values, where it was asked already. Throws what the SDK throws.
 */
export async function describeChangeSet(edge: Edge, set: NamedChangeSet, first?: Page): Promise<ChangeSet> {
  const page = first ?? (await describePlain(edge.client, set));
  return decodeChangeSet(set, page, await resourceChanges(edge.client, set, [], page));
}

/** The first page without values: status and reason are reliable here only (aws-cdk-cli#1780). */
export function describePlain(client: CloudFormationClient, set: NamedChangeSet): Promise<Page> {
  return client.send(new DescribeChangeSetCommand(naming(set)));
}

/** The changes of one change set, each followed by those of the nested stack that it is about. */
async function resourceChanges(
  client: CloudFormationClient,
  set: NamedChangeSet,
  stackPath: readonly string[],
  first?: Page,
): Promise<readonly ResourceChange[]> {
  const [plain, valued] = await Promise.all([
    changesOf(client, set, false, first),
    changesOf(client, set, true),
  ]);
  const trees = await Promise.all(
    merge(plain, valued).map(async ({ change, withoutValues }) => {
      const decoded = decodeChange(change, stackPath, withoutValues);
      const nested = change.ResourceChange?.ChangeSetId;
      if (nested === undefined) return [decoded];
      // A nested stack that is not made yet has no name.
      const inner = { arn: nested, stack: decoded.physicalId };
      return [decoded, ...(await resourceChanges(client, inner, [...stackPath, decoded.logicalId]))];
    }),
  );
  return trees.flat();
}

async function changesOf(
  client: CloudFormationClient,
  set: NamedChangeSet,
  IncludePropertyValues: boolean,
  first?: Page,
): Promise<readonly Change[]> {
  // The token of a page with values must be sent with IncludePropertyValues again.
  const ask = (NextToken: string | undefined) =>
    client.send(
      new DescribeChangeSetCommand({ ...naming(set), IncludePropertyValues, ...defined({ NextToken }) }),
    );
  const changes: Change[] = [];
  for (let page = first ?? (await ask(undefined)); ; page = await ask(page.NextToken)) {
    changes.push(...(page.Changes ?? []));
    if (page.NextToken === undefined) return changes.filter((change) => change.ResourceChange !== undefined);
  }
}

/**
 * The plain list, each change in its form with values. With values AWS can leave out whole resources
 * (aws-cdk-cli#1780): those stay in their plain form.
 */
function merge(plain: readonly Change[], valued: readonly Change[]) {
  const withValues = new Map(valued.map((change) => [logicalId(change), change]));
  const known = new Set(plain.map(logicalId));
  return [
    ...plain.map((change) => {
      const full = withValues.get(logicalId(change));
      return { change: full ?? change, withoutValues: full === undefined };
    }),
    // Never seen, but a change that only the description with values has must not be lost either.
    ...valued
      .filter((change) => !known.has(logicalId(change)))
      .map((change) => ({ change, withoutValues: false })),
  ];
}

function logicalId(change: Change): string {
  return required(change.ResourceChange?.LogicalResourceId, "LogicalResourceId");
}

function decodeChangeSet(
  { arn }: NamedChangeSet,
  page: Page,
  resources: readonly ResourceChange[],
): ChangeSet {
  const stackArn = required(page.StackId, "StackId");
  return {
    arn: page.ChangeSetId ?? arn,
    name: page.ChangeSetName ?? partOf(arn),
    stackArn,
    stackName: page.StackName ?? partOf(stackArn),
    status: required(page.Status, "Status"),
    // One that is not said to be AVAILABLE is made anew.
    executionStatus: page.ExecutionStatus ?? "",
    resources,
    parameters: (page.Parameters ?? []).map((parameter) => ({
      name: required(parameter.ParameterKey, "ParameterKey"),
      value: parameter.ParameterValue ?? "",
      ...defined({ resolved: parameter.ResolvedValue }),
    })),
    tags: Object.fromEntries((page.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
    capabilities: page.Capabilities ?? [],
    notificationArns: page.NotificationARNs ?? [],
    createdAt: page.CreationTime?.getTime() ?? 0,
    ...defined({
      statusReason: page.StatusReason,
      rollback: decodeRollback(page.RollbackConfiguration),
    }),
  };
}

/** The name in an ARN of a stack or a change set: `arn:…:changeSet/name/id`. */
function partOf(arn: string): string {
  return arn.split("/")[1] ?? arn;
}
