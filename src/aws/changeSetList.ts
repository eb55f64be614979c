import {
  type CloudFormationClient,
  DeleteChangeSetCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import type { ChangeSetSummary } from "../stack/request.ts";
import { defined, required, time } from "./decode.ts";
import { isMissingChangeSet, isMissingStack } from "./errors.ts";

/** All change sets of a stack, all pages; none when there is no stack. */
export async function listChangeSets(
  client: CloudFormationClient,
  stackName: string,
): Promise<readonly ChangeSetSummary[]> {
  const found: ChangeSetSummary[] = [];
  let page: string | undefined;
  do {
    const command = new ListChangeSetsCommand({ StackName: stackName, ...defined({ NextToken: page }) });
    const answer = await client.send(command).catch((error: unknown) => {
      if (isMissingStack(error)) return undefined;
      throw error;
    });
    for (const summary of answer?.Summaries ?? []) {
      found.push({
        arn: required(summary.ChangeSetId, "ChangeSetId"),
        name: required(summary.ChangeSetName, "ChangeSetName"),
        status: required(summary.Status, "Status"),
        executionStatus: summary.ExecutionStatus ?? "",
        description: summary.Description ?? "",
        createdAt: time(summary.CreationTime, "CreationTime"),
      });
    }
    page = answer?.NextToken;
  } while (page !== undefined);
  return found;
}

/** Deletes a change set and those of its nested stacks; it is no error when it is gone already. */
export async function deleteChangeSet(client: CloudFormationClient, arn: string): Promise<void> {
  try {
    await client.send(new DeleteChangeSetCommand({ ChangeSetName: arn }));
  } catch (error) {
    if (!isMissingChangeSet(error) && !isMissingStack(error)) throw error;
  }
}
