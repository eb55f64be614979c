import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Begun } from "./aws.ts";
import { AwsError } from "./errors.ts";
import type { Moments } from "./moments.ts";

export interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers over HTTP, doing to the connection what the fault asks for. */
export async function respond(
  { fault, record }: Begun,
  { come }: Pick<Moments, "come">,
  response: ServerResponse,
  run: () => Answer,
  refuse: (error: AwsError) => Answer,
): Promise<void> {
  await come("before", record);
  switch (fault?.kind) {
    case "error":
      record.outcome = fault.error.code;
      return write(response, refuse(fault.error));
    case "reset":
      record.outcome = "reset";
      return void response.socket?.resetAndDestroy();
    case "hang":
      record.outcome = "hang";
      return;
    case "lost-response":
      attempt(run, refuse);
      record.outcome = "lost-response";
      await come("after", record);
      return void response.socket?.resetAndDestroy();
    case "slow":
      await sleep(fault.ms, undefined, { ref: false });
      break;
    case "page":
      record.outcome = `HTTP ${fault.status}`;
      response.writeHead(fault.status, { "content-type": "text/html" }).end(PAGE);
      return;
    case "left-out":
    case undefined:
      break;
  }
  const { answer, code } = attempt(run, refuse);
  record.outcome = code;
  await come("after", record);
  write(response, answer);
}

/** What a load balancer answers for itself; it is no XML. */
const PAGE = "<!DOCTYPE html><html><body><h1>Service & gateway<br>unavailable</h1></body></html>";

function attempt(run: () => Answer, refuse: (error: AwsError) => Answer): { answer: Answer; code: string } {
  try {
    return { answer: run(), code: "ok" };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { answer: refuse(error), code: error.code };
  }
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { "content-type": "text/xml", ...headers }).end(body);
}
