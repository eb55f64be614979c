import { type CloudFormationClient, GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import { isMissingChangeSet, isMissingStack, isRefused } from "../errors.ts";

/** A change set by its ARN, with the name or ARN of its stack where that is known. */
export interface NamedChangeSet {
  readonly arn: string;
  readonly stack: string | undefined;
}

/** The two as every call takes them. AWS knows a change set by its ARN alone; some other implementations do not. */
export function naming({ arn, stack }: NamedChangeSet): { ChangeSetName: string; StackName?: string } {
  return { ChangeSetName: arn, ...(stack === undefined ? {} : { StackName: stack }) };
}

/** The template of a change set as it was sent; `undefined` where AWS answers without one or refuses to tell it. */
export function changeSetTemplate(
  client: CloudFormationClient,
  set: NamedChangeSet,
): Promise<string | undefined> {
  const command = new GetTemplateCommand({ ...naming(set), TemplateStage: "Original" });
  const isUntold = (error: unknown) => isGone(error) || isRefused(error);
  return unlessGone(async () => (await client.send(command)).TemplateBody, isUntold);
}

/** `undefined` for what is not there (any more). */
export async function unlessGone<T>(ask: () => Promise<T>, isIt = isGone): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isIt(error)) return undefined;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return isMissingChangeSet(error) || isMissingStack(error);
}
