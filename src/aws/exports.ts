import { type CloudFormationClient, ListImportsCommand } from "@aws-sdk/client-cloudformation";
import type { Exports } from "../ports/aws.ts";
import { defined } from "./decode.ts";
import { asking, isNotImported } from "./errors.ts";

/** Who imports an export, as CloudFormation tells it. Throws `ServiceError`s. */
export function createExports(client: CloudFormationClient): Exports {
  return {
    importers: (exportName, signal) =>
      asking(`ask who imports ${exportName}`, () => importers(client, exportName, signal)),
  };
}

async function importers(
  client: CloudFormationClient,
  exportName: string,
  abortSignal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const found: string[] = [];
  let page: string | undefined;
  try {
    do {
      const command = new ListImportsCommand({ ExportName: exportName, ...defined({ NextToken: page }) });
      const answer = await client.send(command, defined({ abortSignal }));
      found.push(...(answer.Imports ?? []));
      page = answer.NextToken;
    } while (page !== undefined);
    return found;
  } catch (error) {
    if (isNotImported(error)) return found;
    throw error;
  }
}
