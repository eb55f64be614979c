import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { ActionError } from "../errors.ts";
import type { Clock } from "../ports/local.ts";
import { type Denial, decodedDenial, encodedDenial, withDenial } from "../stack/denials.ts";
import { type ClientOptions, clientSettings } from "./client.ts";
import { DENIED, isNamed } from "./errorName.ts";
import { asking } from "./errors.ts";

/** A text in which an encoded authorization message, if there is one that could be decoded, is put into words. */
export type Explain = (text: string) => Promise<string>;

/** What is decoded for comfort is not waited for longer. */
const PATIENCE_MS = 3_000;

/**
 * Decodes with STS, where the role may (`sts:DecodeAuthorizationMessage`), one message a run: a failure has one cause.
 * Never fails: a text that cannot be decoded stays as it is. The client is loaded with the first message.
 */
export function openExplainer(options: ClientOptions, clock: Clock): Explain {
  let asked: { readonly encoded: string; readonly answer: Promise<Denial | undefined> } | undefined;
  return async (text) => {
    const encoded = encodedDenial(text);
    if (encoded === undefined) return text;
    asked ??= { encoded, answer: decode(encoded, options, clock) };
    const denial = asked.encoded === encoded ? await asked.answer : undefined;
    return denial === undefined ? text : withDenial(text, denial);
  };
}

/** Puts the denials of a client's calls into words. */
export function explainDenials(client: CloudFormationClient, explain: Explain): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error && isNamed(error, ...DENIED)) error.message = await explain(error.message);
        throw error;
      }
    },
    { step: "initialize", name: "explainDenials" },
  );
}

async function decode(encoded: string, options: ClientOptions, clock: Clock): Promise<Denial | undefined> {
  const [late, done] = [new AbortController(), new AbortController()];
  const giveUp = clock.sleep(PATIENCE_MS, done.signal).then(() => {
    late.abort();
    return undefined;
  });
  try {
    return await Promise.race([ask(encoded, options, late.signal), giveUp]);
  } catch (error) {
    // The hint then says what to run by hand.
    if (error instanceof ActionError) return undefined;
    throw error;
  } finally {
    done.abort();
  }
}

async function ask(encoded: string, options: ClientOptions, abortSignal: AbortSignal) {
  const decoded = await asking(
    "decode an authorization message",
    async () => {
      const sdk = await import("./sdk/sts.ts");
      const client = new sdk.STSClient(clientSettings({ ...options, maxAttempts: 2 }));
      const command = new sdk.DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
      return (await client.send(command, { abortSignal })).DecodedMessage ?? "";
    },
    "STS",
  );
  return decodedDenial(decoded);
}
