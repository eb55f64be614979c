import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answer: string;
  /** Whether a fault that a test asked for answered, so that the answer says nothing of the service. */
  readonly faulty: boolean;
}

/** Takes what passes, to be compared with what the services themselves say of their requests and answers. */
export type Recorder = (exchange: Exchange) => void;

/** Names the folder into which the sandboxes write what passes; nothing is written where it is not set. */
export const RECORD_TRAFFIC = "RECORD_TRAFFIC";

/** Appends to a file of its own, one exchange a line: several test files have sandboxes at the same time. */
export function openRecorder(service: "github" | "aws"): Recorder | undefined {
  const folder = process.env[RECORD_TRAFFIC];
  if (folder === undefined || folder === "") return undefined;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${service}-${randomUUID()}.jsonl`);
  return (exchange) => appendFileSync(file, `${JSON.stringify(exchange)}\n`);
}

/** Headers by their name, those that came several times joined as HTTP does. */
export function plainHeaders(
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const set = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name.toLowerCase(), [value].flat().join(", ")]));
}
