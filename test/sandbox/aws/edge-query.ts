import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Aws, answerFor } from "./aws.ts";
import { respond } from "./edge.ts";
import type { AwsError } from "./errors.ts";
import { escapeXml, fields, parseQuery, queryErrorXml, queryXml, text } from "./query.ts";

const NAMESPACES: Readonly<Record<string, string>> = {
  cloudformation: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
  sts: "https://sts.amazonaws.com/doc/2011-06-15/",
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
  return respond(
    aws.begin(service, operation, params),
    aws.moments,
    response,
    () => {
      const result = answerFor(service, operation, params, aws);
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

/** RDS names the items of its older lists after the list: `<DBClusters><DBCluster>`. */
function rdsItem(list: string): string {
  return list === "SupportedEngineModes" ? "member" : list.replace(/s$/, "");
}

function ec2ErrorXml(error: AwsError, id: string): string {
  const detail = `<Error><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message></Error>`;
  return `<Response><Errors>${detail}</Errors><RequestID>${id}</RequestID></Response>`;
}
