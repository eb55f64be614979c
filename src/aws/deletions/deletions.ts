import { type CloudFormationClient, GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import type { Deletions } from "../../ports/aws.ts";
import type { ClientOptions } from "../client.ts";
import { asking, isMissingStack } from "../errors.ts";
import { createExports } from "../exports.ts";
import { type ContentsOptions, openContents } from "./contents.ts";
import { openDatabaseStates } from "./databaseStates.ts";

/**
 * What AWS says of a deletion. The services' own clients are loaded with the first call: few runs delete anything. Every
 * function throws `ServiceError`s.
 */
export function createDeletions(
  client: CloudFormationClient,
  options: ClientOptions & ContentsOptions,
): Deletions {
  return {
    processedTemplate: (stackArn) =>
      asking(`read the template of stack ${stackArn}`, () => processedTemplate(client, stackArn)),
    ...createExports(client),
    ...openDatabaseStates(options),
    ...openContents(options),
  };
}

async function processedTemplate(client: CloudFormationClient, stack: string): Promise<string | undefined> {
  try {
    const command = new GetTemplateCommand({ StackName: stack, TemplateStage: "Processed" });
    const { TemplateBody: body } = await client.send(command);
    return body === undefined || /^\s*(\{\s*\})?\s*$/.test(body) ? undefined : body;
  } catch (error) {
    if (isMissingStack(error)) return undefined;
    throw error;
  }
}
