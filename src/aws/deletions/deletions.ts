import {
  type CloudFormationClient,
  GetTemplateCommand,
  ListImportsCommand,
} from "@aws-sdk/client-cloudformation";
import type { Deletions } from "../../ports/aws.ts";
import type { ClientOptions } from "../client.ts";
import { defined } from "../decode.ts";
import { asking, isMissingStack, isNotImported } from "../errors.ts";
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
    importers: (exportName) => asking(`ask who imports ${exportName}`, () => importers(client, exportName)),
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

async function importers(client: CloudFormationClient, exportName: string): Promise<readonly string[]> {
  const found: string[] = [];
  let page: string | undefined;
  try {
    do {
      const command = new ListImportsCommand({ ExportName: exportName, ...defined({ NextToken: page }) });
      const answer = await client.send(command);
      found.push(...(answer.Imports ?? []));
      page = answer.NextToken;
    } while (page !== undefined);
    return found;
  } catch (error) {
    if (isNotImported(error)) return found;
    throw error;
  }
}
