import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Recorder } from "../traffic.ts";
import { type Failure, type Faults, failureReply } from "./faults.ts";
import type { Identity } from "./identities.ts";
import { Refusal, type Reply, refusing, reply } from "./reply.ts";
import type { Request } from "./state.ts";

/** One request as the sandbox saw it. `status` is 0 where the connection was reset. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly login: string;
  readonly body: unknown;
  readonly status: number;
  /** Whether a fault answered, delayed or cut it. */
  readonly faulty: boolean;
}

export interface Gateway {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** Errors of the sandbox itself: such a request was answered with 500, which a client may have retried away. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

export interface GatewayParts {
  /** The identity behind a token; undefined for a token that is unknown or revoked. */
  readonly identify: (token: string) => Identity | undefined;
  readonly dispatch: (request: Request) => Promise<Reply>;
  readonly control: (request: Request) => Promise<Reply>;
  readonly faults: Faults;
  readonly nowSeconds: () => number;
  readonly traffic: Recorder | undefined;
}

export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const requests: RecordedRequest[] = [];
  const errors: unknown[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const result = await answer(parts, requests, await read(incoming));
    if (result === undefined) incoming.socket.destroy();
    else write(outgoing, result);
  };
  // No connection is closed because it is idle: on a busy machine that would meet a request on its way.
  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      // A client that was killed while it sent is part of the play.
      if (!incoming.complete) return;
      errors.push(error);
      write(outgoing, reply(500, { message: String(error) }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, errors, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

interface Incoming {
  readonly request: Omit<Request, "identity" | "body">;
  readonly search: string;
  readonly text: string;
  readonly token: string | undefined;
}

async function read(incoming: IncomingMessage): Promise<Incoming> {
  const url = new URL(incoming.url ?? "/", "http://sandbox");
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    request: {
      method: incoming.method ?? "GET",
      path: url.pathname.replace(/^\/api\/v3(?=\/)/, ""),
      query: url.searchParams,
      accept: incoming.headers.accept,
    },
    search: url.search,
    text: Buffer.concat(chunks).toString("utf8"),
    token: /^(?:token|bearer)\s+(.+)$/i.exec(incoming.headers.authorization ?? "")?.[1],
  };
}

const nobody: Identity = { kind: "anonymous", login: "" };

/** Undefined is a connection that is to be cut. */
async function answer(
  parts: GatewayParts,
  requests: RecordedRequest[],
  incoming: Incoming,
): Promise<Reply | undefined> {
  const { request, text } = incoming;
  const ask = (identity: Identity, to: (request: Request) => Promise<Reply>): Promise<Reply> =>
    refusing(() => to({ ...request, identity, body: parseBody(text) }));
  if (request.path.startsWith("/_sandbox/")) return ask(nobody, parts.control);
  const identity = incoming.token === undefined ? nobody : parts.identify(incoming.token);
  const struck = parts.faults.strike(request.method, request.path);
  const record = {
    method: request.method,
    path: request.path,
    query: incoming.search,
    login: identity?.login ?? "",
    body: recordedBody(text),
    status: 0,
    faulty: struck.length > 0,
  };
  requests.push(record);
  for (const { failure } of struck) if (failure.kind === "slow") await delay(failure.milliseconds);
  const cause = struck.find((fault) => fault.failure.kind !== "slow");
  const failed = (failure: Failure): Reply | undefined => failureReply(failure, parts.nowSeconds());
  let result: Reply | undefined;
  if (cause === undefined || cause.when === "after") {
    result =
      identity === undefined ? failed({ kind: "bad-credentials" }) : await ask(identity, parts.dispatch);
  }
  if (cause !== undefined) result = failed(cause.failure);
  record.status = result?.status ?? 0;
  if (result !== undefined) {
    parts.traffic?.({
      method: record.method,
      url: `${record.path}${record.query}`,
      headers: request.accept === undefined ? {} : { accept: request.accept },
      body: text,
      status: result.status,
      answerHeaders: result.headers,
      answer: textOf(result),
      faulty: record.faulty,
    });
  }
  return result;
}

function write(outgoing: ServerResponse, result: Reply): void {
  outgoing.writeHead(result.status, {
    "content-type": "application/json; charset=utf-8",
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "4999",
    "x-ratelimit-resource": "core",
    ...result.headers,
  });
  outgoing.end(result.body === undefined ? undefined : textOf(result));
}

function textOf({ body }: Reply): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}

function recordedBody(text: string): unknown {
  try {
    return parseBody(text);
  } catch {
    return text;
  }
}
