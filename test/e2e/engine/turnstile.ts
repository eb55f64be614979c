import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Stage, StepOptions } from "../../sandbox/stage.ts";

/** A request of the action, by its place among all that it makes. */
export interface Passage {
  readonly to: "aws" | "github";
  /** `ExecuteChangeSet`, `PATCH /repos/acme/app/check-runs/1`. */
  readonly what: string;
  /** Whether it changes anything. */
  readonly mutates: boolean;
}

/** Where the way ends: at the n-th request (from 1) of those that `which` picks, before or after it took effect. */
export interface Gate {
  readonly which: (passage: Passage) => boolean;
  readonly nth: number;
  readonly when: "before" | "after";
  /** Whether that request is answered all the same, once `answer` is called; otherwise it never is. */
  readonly answers?: boolean;
}

export interface Turnstile extends AsyncDisposable {
  /** What a run needs so that all its requests come through here. */
  readonly way: Pick<StepOptions, "aws" | "env">;
  readonly passages: readonly Passage[];
  /** When the first request came, by `performance.now()`. */
  readonly firstAt: () => number;
  /** Resolves when the gate has closed; the request it closed on is never answered. */
  readonly closed: Promise<Passage>;
  readonly answer: () => void;
}

/** One gate that all of a run's requests pass, AWS's and GitHub's, so that it can be ended at each of them. */
export async function openTurnstile(stage: Stage, gate?: Gate): Promise<Turnstile> {
  const passages: Passage[] = [];
  const { promise: closed, resolve: close } = Promise.withResolvers<Passage>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  let picked = 0;
  let firstAt: number | undefined;
  const pass = async (to: Passage["to"], incoming: IncomingMessage, outgoing: ServerResponse) => {
    // biome-ignore lint/plugin: measured, to know how busy the machine is
    firstAt ??= performance.now();
    const body = await bodyOf(incoming);
    const passage = passageOf(to, incoming, body);
    passages.push(passage);
    const stopsHere = gate?.which(passage) === true && ++picked === gate.nth;
    if (stopsHere && gate.when === "before") {
      close(passage);
      if (gate.answers !== true) return;
      await answered;
    }
    const reply = await forward(to === "aws" ? stage.aws.url : stage.github.url, incoming, body);
    if (stopsHere && gate.when === "after") return close(passage);
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const [aws, github] = await Promise.all([serve("aws", pass), serve("github", pass)]);
  return {
    way: {
      aws: { url: aws.url },
      env: { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` },
    },
    passages,
    firstAt: () => firstAt ?? 0,
    closed,
    answer,
    async [Symbol.asyncDispose]() {
      await Promise.all([aws.end(), github.end()]);
    },
  };
}

const MUTATING = /^(Create|Execute|Delete|Update|Put)/;

function passageOf(to: Passage["to"], { method = "", url = "" }: IncomingMessage, body: Buffer): Passage {
  if (to === "github") {
    const what = `${method} ${url.replace(/\?.*/, "")}`;
    return { to, what, mutates: method !== "GET" && !url.endsWith("/graphql") };
  }
  const what = new URLSearchParams(body.toString()).get("Action") ?? `${method} ${url}`;
  return { to, what, mutates: MUTATING.test(what) };
}

type Pass = (to: Passage["to"], incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

async function serve(to: Passage["to"], pass: Pass) {
  const server = createServer((incoming, outgoing) => {
    // A client that is killed while it asks is what this is for.
    pass(to, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const end = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, end };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function forward(to: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(`${to}${url ?? "/"}`, { method, headers, agent: false }, (incoming) => {
      bodyOf(incoming).then(
        (answer) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: answer }),
        reject,
      );
    });
    onward.once("error", reject);
    onward.end(body);
  });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
