import type { IncomingMessage, ServerResponse } from "node:http";
import { type Aws, answerFor } from "./aws.ts";
import { respond } from "./edge.ts";
import type { Params } from "./query.ts";

/** Services that speak JSON 1.1: the operation is in a header, `<service's target>.<operation>`. */
export const JSON_SERVICES: readonly string[] = [
  "acm",
  "kms",
  "ssm",
  "ecr",
  "secretsmanager",
  "servicequotas",
  "monitoring",
  "pricing",
];

/** Answers one call of the AWS JSON protocol. */
export function answerJson(
  aws: Aws,
  service: string,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const operation = String(request.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
  const params = JSON.parse(body === "" ? "{}" : body) as Params;
  const headers = { "content-type": "application/x-amz-json-1.1" };
  return respond(
    aws.begin(service, operation, params),
    aws.moments,
    response,
    () => ({ status: 200, body: JSON.stringify(answerFor(service, operation, params, aws)), headers }),
    ({ status, code, message }) => ({ status, body: JSON.stringify({ __type: code, message }), headers }),
  );
}
