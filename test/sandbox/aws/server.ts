import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { loadSchema } from "../cloudformation/templates/spec.ts";
import { openRecorder, plainHeaders, type Recorder } from "../traffic.ts";
import { type Aws, type AwsOptions, type Begun, createAws } from "./aws.ts";
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
  const traffic = openRecorder("aws");
  // No connection is closed because it is idle: on a busy machine that would meet a request on its way.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const place = placeOf(request, options) ?? aws;
    answer(place, request, response, traffic).catch((error: unknown) => {
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

async function answer(
  all: Aws,
  request: IncomingMessage,
  response: ServerResponse,
  traffic: Recorder | undefined,
): Promise<void> {
  const bytes = await bodyOf(request);
  const body = bytes.toString("utf8");
  const path = request.url ?? "/";
  if (path.startsWith("/_sandbox/")) return control(all, request.method ?? "GET", path, body, response);
  const begun = traffic === undefined ? undefined : recordAnswer(traffic, request, body, response);
  const aws = signedBy(accessKeyOf(request), all, begun);
  const service = serviceOf(request);
  if (service === "s3") return answerS3(aws, request, bytes, response);
  if (JSON_SERVICES.includes(service)) return answerJson(aws, service, request, body, response);
  return answerQuery(aws, service, body, response);
}

/** Hands on what is answered, once it is: the edges write it in several places. */
function recordAnswer(
  traffic: Recorder,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): (begun: Begun) => void {
  const { writeHead, end } = response;
  let headers: OutgoingHttpHeaders = {};
  let faulty = false;
  response.writeHead = ((status: number, given: OutgoingHttpHeaders = {}) => {
    headers = given;
    return writeHead.call(response, status, given);
  }) as typeof response.writeHead;
  response.end = ((answer?: string | Buffer) => {
    traffic({
      method: request.method ?? "GET",
      url: request.url ?? "/",
      headers: plainHeaders(request.headers),
      body,
      status: response.statusCode,
      answerHeaders: plainHeaders(headers),
      answer: String(answer ?? ""),
      faulty,
    });
    return end.call(response, answer, "utf8");
  }) as typeof response.end;
  return ({ fault }) => {
    faulty = fault !== undefined;
  };
}

/** AWS as the owner of an access key meets it. */
function signedBy(accessKeyId: string | undefined, aws: Aws, onBegun?: (begun: Begun) => void): Aws {
  return {
    ...aws,
    begin: (service, operation, params) => {
      const begun = aws.begin(service, operation, params, accessKeyId);
      onBegun?.(begun);
      return begun;
    },
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
