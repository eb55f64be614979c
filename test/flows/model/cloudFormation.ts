import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { Aws } from "../../sandbox/aws/aws.ts";
import { AwsError } from "../../sandbox/aws/errors.ts";
import type { Input, OutputStructure, Params } from "../../sandbox/aws/query.ts";

/** Is given every call, and makes it; what it throws is what the caller gets. */
export type AroundAws = (
  operation: string,
  params: Params,
  answer: () => OutputStructure,
) => Promise<OutputStructure>;

/**
 * The sandbox's CloudFormation as an SDK client without a wire, so that the real edge code (src/aws) runs on it thousands
 * of times a second. It retries nothing: a throttled call is a failed one.
 */
export function clientOf(aws: Aws, around: AroundAws): CloudFormationClient {
  const send = async (command: {
    readonly input: object;
    readonly constructor: { readonly name: string };
  }) => {
    const operation = command.constructor.name.replace(/Command$/, "");
    const params = paramsOf(command.input) as Params;
    return around(operation, params, () => {
      try {
        return aws.call("cloudformation", operation, params);
      } catch (error) {
        if (error instanceof AwsError) Object.assign(error, { $metadata: { httpStatusCode: error.status } });
        throw error;
      }
    });
  };
  return { send } as unknown as CloudFormationClient;
}

/** What the Query protocol would carry: everything as text. */
function paramsOf(value: unknown): Input {
  if (Array.isArray(value)) return value.map(paramsOf);
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([name, field]) => [name, paramsOf(field)]));
}
