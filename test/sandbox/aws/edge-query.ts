import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Aws, answerFor } from "./aws.ts";
import { respond } from "./edge.ts";
import type { AwsError } from "./errors.ts";
import {
  escapeXml,
  fields,
  type OutputStructure,
  parseQuery,
  queryErrorXml,
  queryXml,
  text,
} from "./query.ts";

const NAMESPACES: Readonly<Record<string, string>> = {
  cloudformation: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
  sts: "https://sts.amazonaws.com/doc/2011-06-15/",
  iam: "https://iam.amazonaws.com/doc/2010-05-08/",
  rds: "http://rds.amazonaws.com/doc/2014-10-31/",
  ec2: "http://ec2.amazonaws.com/doc/2016-11-15/",
};

/** Answers one call of the AWS Query protocol, or of EC2's dialect of it. */
export function answerQuery(
  aws: Aws,
  service: string,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const { Action: _, Version: __, ...params } = parseQuery(body);
  const operation = text(parseQuery(body), "Action") ?? "";
  const namespace = NAMESPACES[service] ?? "";
  const id = randomUUID();
  const headers = { "x-amzn-requestid": id };
  const begun = aws.begin(service, operation, params);
  return respond(
    begun,
    aws.moments,
    response,
    () => {
      const answer = answerFor(service, operation, params, aws);
      const result = begun.fault?.kind === "left-out" ? without(answer, begun.fault.field) : answer;
      const xml =
        service === "ec2"
          ? `<${operation}Response xmlns="${namespace}"><requestId>${id}</requestId>${fields(result, () => "item")}</${operation}Response>`
          : queryXml(operation, namespace, result, id, service === "rds" ? rdsItem : undefined);
      return { status: 200, body: xml, headers };
    },
    (error) => ({
      status: error.status,
      body: service === "ec2" ? ec2ErrorXml(error, id) : queryErrorXml(error, namespace, id),
      headers,
    }),
  );
}

/** An answer without a field that the API calls optional. */
function without(answer: OutputStructure, field: string): OutputStructure {
  const text = JSON.stringify(answer, (name, value: unknown) => (name === field ? undefined : value));
  return JSON.parse(text) as OutputStructure;
}

/** RDS names the items of its older lists after the list: `<DBClusters><DBCluster>`. */
function rdsItem(list: string): string {
  return list === "SupportedEngineModes" ? "member" : list.replace(/s$/, "");
}

function ec2ErrorXml(error: AwsError, id: string): string {
  const detail = `<Error><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message></Error>`;
  return `<Response><Errors>${detail}</Errors><RequestID>${id}</RequestID></Response>`;
}
