import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { loadSchema } from "../cloudformation/templates/spec.ts";
import { type Aws, type AwsOptions, createAws } from "./aws.ts";
import { control } from "./control.ts";
import { answerJson, JSON_SERVICES } from "./edge-json.ts";
import { answerQuery } from "./edge-query.ts";
import { answerS3 } from "./edge-s3.ts";

export interface RunningAws extends Aws {
  /** What AWS_ENDPOINT_URL is set to. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the sandbox's AWS on a free local port. Any SDK client works against its URL, with any credentials. */
export async function startAws(options: AwsOptions = {}): Promise<RunningAws> {
  loadSchema();
  const aws = createAws(options);
  // No connection is closed because it is idle: on a busy machine that would meet a request on its way.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    answer(placeOf(request, options) ?? aws, request, response).catch((error: unknown) => {
      // A defect of the sandbox itself: loud, and never mistaken for a fault that was asked for.
      response
        .writeHead(500, { "content-type": "text/plain" })
        .end(`sandbox defect: ${(error as Error).stack}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    const { errors } = aws.moments;
    if (errors.length > 0) throw new AggregateError(errors, "what was to be done at a request went wrong");
  };
  return { ...aws, url: `http://127.0.0.1:${port}`, close };
}

async function answer(all: Aws, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const aws = signedBy(accessKeyOf(request), all);
  const bytes = await bodyOf(request);
  const body = bytes.toString("utf8");
  const path = request.url ?? "/";
  if (path.startsWith("/_sandbox/")) return control(aws, request.method ?? "GET", path, body, response);
  const service = serviceOf(request);
  if (service === "s3") return answerS3(aws, request, bytes, response);
  if (JSON_SERVICES.includes(service)) return answerJson(aws, service, request, body, response);
  return answerQuery(aws, service, body, response);
}

/** AWS as the owner of an access key meets it. */
function signedBy(accessKeyId: string | undefined, aws: Aws): Aws {
  return {
    ...aws,
    begin: (service, operation, params) => aws.begin(service, operation, params, accessKeyId),
  };
}

/** The account and region that a request is signed for, where it is not the one that listens. */
function placeOf({ headers }: IncomingMessage, { elsewhere }: AwsOptions): Aws | undefined {
  const [, key, region] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  return key === undefined || region === undefined ? undefined : elsewhere?.(key, region);
}

function accessKeyOf(request: IncomingMessage): string | undefined {
  return /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1];
}

/** The service in the credential scope: `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
function serviceOf(request: IncomingMessage): string {
  return (
    /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ??
    "cloudformation"
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
