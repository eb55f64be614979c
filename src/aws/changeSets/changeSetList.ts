import {
  type CloudFormationClient,
  DeleteChangeSetCommand,
  ListChangeSetsCommand,
  type ChangeSetSummary as SdkChangeSetSummary,
} from "@aws-sdk/client-cloudformation";
import type { ChangeSetSummary } from "../../changes/request.ts";
import { defined } from "../decode.ts";
import { isMissingChangeSet, isMissingStack } from "../errors.ts";
import { type NamedChangeSet, naming } from "./changeSetName.ts";

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
    found.push(...(answer?.Summaries ?? []).map(decodeSummary));
    page = answer?.NextToken;
  } while (page !== undefined);
  return found;
}

/** All of it is optional by the API: with the stack's name, a change set's name stands for its ARN as well. */
function decodeSummary(summary: SdkChangeSetSummary): ChangeSetSummary {
  const name = summary.ChangeSetName ?? summary.ChangeSetId?.split("/")[1] ?? "";
  return {
    arn: summary.ChangeSetId ?? name,
    name,
    status: summary.Status ?? "",
    executionStatus: summary.ExecutionStatus ?? "",
    description: summary.Description ?? "",
    ...defined({ createdAt: summary.CreationTime?.getTime() }),
  };
}

/** Deletes a change set and those of its nested stacks; it is no error when it is gone already. */
export async function deleteChangeSet(client: CloudFormationClient, set: NamedChangeSet): Promise<void> {
  try {
    await client.send(new DeleteChangeSetCommand(naming(set)));
  } catch (error) {
    if (!isMissingChangeSet(error) && !isMissingStack(error)) throw error;
  }
}
